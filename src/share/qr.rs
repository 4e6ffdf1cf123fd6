//! A link as a QR code (ISO/IEC 18004).

use std::fmt::Write as _;

use qrcodegen::QrCodeEcc;

/// The empty margin that scanners need, in modules (ISO/IEC 18004, section 9.1).
pub const QUIET_ZONE: i32 = 4;

/// A QR code as the path of a drawing in which a module is one unit wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// The width and the height with the [`QUIET_ZONE`] around, in modules.
    pub size: i32,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

impl QrCode {
    /// The code of `text`; `None` when it is longer than a code can hold (2,331 bytes).
    ///
    /// Up to 15 % of it may be unreadable (level M), as on a screen with a reflection; more where that makes the code
    /// no larger.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let mut path = String::new();
        for row in 0..size {
            let mut column = 0;
            while column < size {
                let end = (column..size).find(|&at| !code.get_module(at, row)).unwrap_or(size);
                let run = end - column;
                if run > 0 {
                    let (x, y) = (column + QUIET_ZONE, row + QUIET_ZONE);
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                column += run.max(1);
            }
        }
        Some(Self { size: size + 2 * QUIET_ZONE, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The modules of a path, drawn with `scale` pixels each.
    fn drawn(code: &QrCode, scale: usize) -> Vec<Vec<bool>> {
        let side = usize::try_from(code.size).unwrap() * scale;
        let mut pixels = vec![vec![false; side]; side];
        for piece in code.path.split_terminator('z') {
            let numbers: Vec<usize> =
                piece.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            let [x, y, run, 1, back] = numbers[..] else { panic!("{piece}") };
            assert_eq!(run, back);
            for row in &mut pixels[y * scale..(y + 1) * scale] {
                row[x * scale..(x + run) * scale].fill(true);
            }
        }
        pixels
    }

    fn scanned(code: &QrCode) -> String {
        let pixels = drawn(code, 3);
        let mut picture =
            rqrr::PreparedImage::prepare_from_bitmap(pixels.len(), pixels.len(), |x, y| pixels[y][x]);
        let found = picture.detect_grids();
        assert_eq!(found.len(), 1);
        found[0].decode().unwrap().1
    }

    #[test]
    fn a_scanner_reads_the_link_with_its_options() {
        let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic#config.startWithAudioMuted=true";
        assert_eq!(scanned(&QrCode::of(link).unwrap()), link);
    }

    #[test]
    fn the_margin_is_left_empty() {
        let code = QrCode::of("https://meet.jit.si/a").unwrap();
        let inside = QUIET_ZONE..code.size - QUIET_ZONE;
        let is_inside = |at: usize| inside.contains(&i32::try_from(at).unwrap());
        for (y, row) in drawn(&code, 1).iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                assert!(!dark || (is_inside(x) && is_inside(y)), "{x} {y}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_no_code() {
        assert!(QrCode::of(&"a".repeat(2331)).is_some());
        assert_eq!(QrCode::of(&"a".repeat(2332)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_scanner_reads_any_link(name in "[a-z0-9%#=&.-]{1,300}") {
            let link = format!("https://meet.jit.si/{name}");
            prop_assert_eq!(scanned(&QrCode::of(&link).unwrap()), link);
        }
    }
}
