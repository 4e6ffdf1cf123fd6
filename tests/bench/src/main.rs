//! Judges names: a JSON array of them on standard input; on standard output the JSON array of their bits.
//!
//! ```text
//! bench hushroom | zxcvbn
//! ```

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use bench::Estimator;
    use std::io;

    let estimate: Estimator = match std::env::args().nth(1).as_deref() {
        Some("hushroom") => bench::hushroom,
        Some("zxcvbn") => bench::zxcvbn,
        _ => return Err(io::Error::other("which estimator: hushroom or zxcvbn?")),
    };
    let names: Vec<String> = serde_json::from_reader(io::stdin().lock())?;
    let bits: Vec<f64> = names.iter().map(|name| estimate(name)).collect();
    Ok(serde_json::to_writer(io::stdout().lock(), &bits)?)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
