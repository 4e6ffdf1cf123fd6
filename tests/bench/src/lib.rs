//! The estimators written in Rust, as `cargo xtask bench` asks for them: natively, and inside a page.
//!
//! Nothing here is shipped. The extension's own wasm has no export that judges a bare name, because the
//! product needs none; this crate adds one to the same code, compiled the same way.

#[cfg(target_arch = "wasm32")]
mod page;

/// An estimator: log2 of the guesses that a name is thought to withstand, in bits.
pub type Estimator = fn(&str) -> f64;

/// Hushroom's own.
#[must_use]
pub fn hushroom(name: &str) -> f64 {
    guessable::assess(name).bits.get()
}

/// The `zxcvbn` crate, a port of what Jitsi Meet uses.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn zxcvbn(name: &str) -> f64 {
    zxcvbn::zxcvbn(name, &[]).guesses_log10() * std::f64::consts::LOG2_10
}
