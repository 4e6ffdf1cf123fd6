//! Reads texts as the popup does: on standard input the texts, a NUL byte after each; on standard output a line for
//! each: what was found, its bits and the verdict, separated by tabs.
//!
//! Found is `server/[tenant/]room` as Jitsi compares them, `service:` and a key, or `none`; bits and verdict are empty
//! where there are none. The user's server is meet.jit.si.
//!
//! ```text
//! printf '%s\0' 'Join: https://meet.jit.si/standup' | cargo run -q --release --example check
//! ```

use std::io::{self, BufRead, BufWriter, Write};

use hushroom::check::check;
use hushroom::jitsi::Server;
use hushroom::settings::Watched;

fn main() -> io::Result<()> {
    answer(io::stdin().lock(), BufWriter::new(io::stdout().lock()))
}

/// Writes to `output` the line of each text of `input`.
fn answer(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let (home, watched) = (Server::default(), Watched::default());
    let mut text = Vec::new();
    while input.read_until(0, &mut text)? > 0 {
        let end = text.strip_suffix(&[0]).unwrap_or(&text);
        match check(&String::from_utf8_lossy(end), &home, &watched) {
            Ok(checked) => {
                let (bits, verdict) =
                    checked.room().map(|room| &room.assessment).map_or_else(Default::default, |a| {
                        (format!("{:.1}", (a.bits.get() * 10.0).floor() / 10.0), a.verdict.as_str())
                    });
                writeln!(output, "{}\t{bits}\t{verdict}", on_one_line(&checked.key()))?;
            }
            Err(_) => writeln!(output, "none\t\t")?,
        }
        text.clear();
    }
    output.flush()
}

/// `text` with what would break a line or a column in it percent-encoded.
fn on_one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { format!("%{:02X}", u32::from(c)) } else { c.to_string() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines for `texts`, as they stand on standard input.
    fn lines(texts: &[u8]) -> String {
        let mut output = Vec::new();
        answer(texts, &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn each_text_has_its_line() {
        let uuid = "b06be4f9-6b1c-4874-a6a0-4fd59ad77b16";
        let secret = format!("https://meet.jit.si/{uuid}/My-Meeting");
        for (text, found, verdict) in [
            (
                "Join:\nhttps://meet.jit.si/Stand%2DUp#config.startSilent=true\n",
                "meet.jit.si/stand-up",
                "guessable",
            ),
            ("https://meet.jit.si/Acme/Fr%C3%BChst%C3%BCck", "meet.jit.si/acme/frühstück", "guessable"),
            (&secret, &format!("meet.jit.si/{uuid}/my-meeting"), "strong"),
            ("https://example.org/Meet/a/b/Standup", "example.org/meet/a/b/standup", "guessable"),
            ("https://meet.example.org:8443/standup", "meet.example.org:8443/standup", "guessable"),
            ("https://träffen.example/standup", "xn--trffen-cua.example/standup", "guessable"),
            ("Weekly Standup", "meet.jit.si/weekly standup", "guessable"),
            ("k7mq2xw9pdk7mq2xw9pd", "meet.jit.si/k7mq2xw9pdk7mq2xw9pd", "strong"),
            ("skype:live:.cid.1a2b?chat", "service:skype", ""),
            ("https://matrix.to/#/#team:example.org", "service:matrix", ""),
            ("We meet tonight at eight", "none", ""),
            ("+1.512.647.1431,,1234#", "none", ""),
            ("https://meet.jit.si/", "none", ""),
            ("", "none", ""),
        ] {
            let line = lines(format!("{text}\0").as_bytes());
            let columns: Vec<&str> = line.strip_suffix('\n').unwrap().split('\t').collect();
            let [said, bits, judged] = columns[..] else { panic!("{text}: {line:?}") };
            assert_eq!((said, judged), (found, verdict), "{text}");
            assert_eq!(bits.parse::<f64>().is_ok(), !verdict.is_empty(), "{text}: {bits}");
            assert!(
                bits.is_empty() || bits.split_once('.').is_some_and(|(_, tenths)| tenths.len() == 1),
                "{bits}"
            );
        }
    }

    #[test]
    fn a_text_ends_at_its_nul_byte_and_the_last_may_lack_it() {
        assert_eq!(lines(b""), "");
        assert_eq!(lines(b"\0\0"), "none\t\t\nnone\t\t\n");
        let found: Vec<String> =
            lines(b"https://meet.jit.si/a\nhttps://meet.jit.si/b\0\xff\xfe\0https://meet.jit.si/c")
                .lines()
                .map(|line| line.split('\t').next().unwrap().to_owned())
                .collect();
        assert_eq!(found, ["meet.jit.si/a", "none", "meet.jit.si/c"]);
    }

    #[test]
    fn what_would_break_a_line_is_encoded() {
        assert_eq!(on_one_line("a\tb\nc\u{85}é"), "a%09b%0Ac%85é");
    }
}
