//! Says what is going on while it takes long.

use std::time::Instant;

/// Does `work`, saying before what it is and after how long it took.
///
/// # Errors
///
/// Those of `work`.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    eprintln!("• {what} …");
    let start = Instant::now();
    let done = work()?;
    eprintln!("  {:.1} s", start.elapsed().as_secs_f64());
    Ok(done)
}
