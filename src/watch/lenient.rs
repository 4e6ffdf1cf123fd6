//! Reading what may be corrupt.

use serde::{Deserialize, Deserializer, de::IgnoredAny};

#[derive(Deserialize)]
#[serde(untagged)]
enum Readable<T> {
    Yes(T),
    No(IgnoredAny),
}

impl<T> Readable<T> {
    fn value(self) -> Option<T> {
        match self {
            Self::Yes(value) => Some(value),
            Self::No(_) => None,
        }
    }
}

/// Reads a value, or takes the default for one that cannot be read.
pub(super) fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Readable::deserialize(deserializer)?.value().unwrap_or_default())
}

/// Reads what can be read of a list.
pub(super) fn lenient_items<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let items = Readable::<Vec<Readable<T>>>::deserialize(deserializer)?.value().unwrap_or_default();
    Ok(items.into_iter().filter_map(Readable::value).collect())
}
