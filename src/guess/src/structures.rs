//! Names that look random and are not: a known word hashed, or written in hexadecimal digits or base64.

use super::letters::Symbol;
use super::name::Name;

/// The text that the name may be an encoding of, if it is made of nothing but letters.
pub(crate) fn decoded(name: &Name) -> Option<String> {
    let plain: Vec<u8> = name
        .symbols
        .iter()
        .map(|symbol| match symbol {
            Symbol::Letter(letter) => Some(b'a' + letter),
            Symbol::Digit(digit) => Some(b'0' + digit),
            _ => None,
        })
        .collect::<Option<_>>()?;
    if !(6..=200).contains(&plain.len()) {
        return None;
    }
    from_hex(&plain).or_else(|| from_base64(&plain))
}

/// What the digits spell, if they spell lower-case letters, perhaps after a capital.
fn from_hex(plain: &[u8]) -> Option<String> {
    let digit = |b: u8| char::from(b).to_digit(16);
    let bytes = plain
        .chunks(2)
        .map(|pair| match pair {
            [a, b] => u8::try_from(digit(*a)? << 4 | digit(*b)?).ok(),
            _ => None,
        })
        .collect::<Option<Vec<u8>>>()?;
    letters(&bytes)
}

fn letters(bytes: &[u8]) -> Option<String> {
    let (first, rest) = bytes.split_first()?;
    (first.is_ascii_alphabetic() && rest.iter().all(u8::is_ascii_lowercase))
        .then(|| bytes.iter().map(|b| char::from(b.to_ascii_lowercase())).collect())
}

/// The same for base64. Folding has lost which letters were capitals; but of the at most sixteen ways to read
/// four characters hardly more than one gives three letters.
fn from_base64(plain: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(plain.len() * 3 / 4 + 2);
    for (number, group) in plain.chunks(4).enumerate() {
        let count = group.len() - 1;
        let found = (0..1_u32 << group.len()).find_map(|capitals| {
            let mut bits = 0_u32;
            for (i, &b) in group.iter().enumerate() {
                let capital = capitals >> i & 1 == 1;
                let value = match b {
                    b'a'..=b'z' if capital => b - b'a',
                    b'a'..=b'z' => b - b'a' + 26,
                    b'0'..=b'9' if !capital => b - b'0' + 52,
                    _ => return None,
                };
                bits |= u32::from(value) << (18 - 6 * i);
            }
            let read = [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8];
            let fits =
                |i: usize, b: &u8| b.is_ascii_lowercase() || number == 0 && i == 0 && b.is_ascii_uppercase();
            let whole = read[..count].iter().enumerate().all(|(i, b)| fits(i, b));
            (count > 0 && whole && read[count..].iter().all(|&b| b == 0)).then(|| read[..count].to_vec())
        });
        bytes.extend(found?);
    }
    letters(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(name: &str) -> Option<String> {
        decoded(&Name::new(name.to_lowercase()))
    }

    #[test]
    fn words_are_read_back_from_hexadecimal_digits_and_base64() {
        assert_eq!(decode("6d656574696e67").as_deref(), Some("meeting"));
        assert_eq!(decode("bWVldGluZw").as_deref(), Some("meeting"));
        assert_eq!(decode("c3RhbmR1cA").as_deref(), Some("standup"));
        assert_eq!(decode("TWVldGluZw").as_deref(), Some("meeting"));
        assert_eq!(decode("meeting"), None);
        assert_eq!(decode("é"), None);
    }
}
