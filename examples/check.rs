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
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
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
