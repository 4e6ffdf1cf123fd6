//! What is stored, to whoever decides by it.

use rand::TryRng;

use super::days::Familiar;
use super::offer::Offered;
use super::pin::Pins;
use super::{Area, Change, Salt, Value};

/// What is stored, as far as it is asked for.
pub trait Stored {
    /// Whether `true`, or something like it, is stored under `key`.
    fn is_set(&self, area: Area, key: &str) -> bool;

    /// The salt of this installation, if one was drawn already.
    fn salt(&self) -> Option<Salt>;

    /// The hashes of the rooms and services that are never warned about.
    fn silenced(&self) -> Vec<String>;

    /// The rooms whose warning the user has answered, by their hashes.
    fn familiar(&self) -> Vec<(String, Familiar)>;

    /// The room that was kept under `key` in the session area.
    fn drawn_for(&self, key: &str) -> Option<Offered>;

    /// All rooms that were kept in the place of a page, each under its [`team`](super::team).
    fn drawn_instead(&self) -> Vec<Offered>;

    /// The rooms that are pinned.
    fn pins(&self) -> Pins;
}

/// The salt of this installation, and the change that keeps it, if it was drawn just now.
pub(super) fn salted<R: TryRng>(stored: &dyn Stored, rng: &mut R) -> Result<(Salt, Vec<Change>), R::Error> {
    if let Some(salt) = stored.salt() {
        return Ok((salt, Vec::new()));
    }
    let salt = Salt::draw(rng)?;
    let kept = Change::Set(Area::Local, SALT.to_owned(), Value::Text(salt.0.clone()));
    Ok((salt, vec![kept]))
}

/// The key of the salt, in the local area.
pub const SALT: &str = "salt";
