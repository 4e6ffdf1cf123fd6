//! `cargo xtask bench`: measures, beside others, in the same run.

pub(crate) mod accuracy;
pub(crate) mod speed;
