//! Reading what may be corrupt.

use serde::{Deserialize, Deserializer, de::IgnoredAny};

/// Reads a value, or takes the default for one that cannot be read.
pub(super) fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Readable<T> {
        Yes(T),
        No(IgnoredAny),
    }
    Ok(match Readable::deserialize(deserializer)? {
        Readable::Yes(value) => value,
        Readable::No(_) => T::default(),
    })
}
