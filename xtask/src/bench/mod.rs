//! `cargo xtask bench`: measures, beside others, in the same run.

pub(crate) mod accuracy;
pub(crate) mod page;
pub(crate) mod speed;

/// The middle one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
