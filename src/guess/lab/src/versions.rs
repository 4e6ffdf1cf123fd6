//! The versions of what Hushroom is compared with, by the lockfiles.

use serde_json::Value;

/// What the estimator that matters most is called: Dropbox's, by which Jitsi Meet judges names.
#[must_use]
pub fn zxcvbn() -> String {
    npm("zxcvbn", "zxcvbn")
}

/// `name` with the version of an npm package in `tests/bench/package-lock.json`.
#[must_use]
pub fn npm(name: &str, package: &str) -> String {
    let lock = include_str!("../../../../tests/bench/package-lock.json");
    let lock: Value = serde_json::from_str(lock).unwrap_or_default();
    let version = &lock["packages"][format!("node_modules/{package}")]["version"];
    format!("{name} {}", version.as_str().unwrap_or("?"))
}

/// `name` with the version of a crate in `Cargo.lock`.
#[must_use]
pub fn rust(name: &str, package: &str) -> String {
    let lock: toml::Table = include_str!("../../../../Cargo.lock").parse().unwrap_or_default();
    let mut packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let found = packages.find(|found| found.get("name").and_then(toml::Value::as_str) == Some(package));
    let version = found.and_then(|found| found.get("version")?.as_str());
    format!("{name} {}", version.unwrap_or("?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_compared_has_a_version() {
        let names = [zxcvbn(), npm("zxcvbn-ts", "@zxcvbn-ts/core"), rust("zxcvbn for Rust", "zxcvbn")];
        for name in names {
            assert!(
                name.ends_with(|last: char| last.is_ascii_digit()) && name.matches('.').count() == 2,
                "{name}"
            );
        }
        assert_eq!(npm("nothing", "nothing"), "nothing ?");
    }
}
