//! A password for a room.

use rand::TryRng;

use super::draw::characters;

/// How many letters and digits a password has, of 5 bits each. Whoever guesses must ask the server about each
/// password, so that 50 bits are plenty.
const LENGTH: usize = 10;

/// Draws a password for a room: two groups that can be read out, such as `k7mq2-xw9hd`.
///
/// A password keeps people out of a room. It is not encryption.
///
/// # Errors
/// The generator's, when it has no randomness to give.
pub fn password<R: TryRng>(rng: &mut R) -> Result<String, R::Error> {
    characters(LENGTH, rng)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::style::ALPHABET;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    #[test]
    fn a_password_is_two_groups_of_50_bits() {
        let drawn = password(&mut ChaCha12Rng::seed_from_u64(2026)).unwrap();
        assert_eq!(drawn, "nks3r-miavv");
        assert_eq!(LENGTH * ALPHABET.len().ilog2() as usize, 50);
    }
}
