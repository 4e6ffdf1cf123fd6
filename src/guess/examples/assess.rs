//! Judges room names: one a line on standard input; on standard output the name, its bits and the verdict,
//! separated by tabs, in the same order.
//!
//! ```text
//! cargo run -q --release --example assess < names.txt
//! ```

use std::io::{self, BufRead, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let end = line.strip_suffix(b"\n").unwrap_or(&line);
        let name = String::from_utf8_lossy(end.strip_suffix(b"\r").unwrap_or(end));
        let assessment = guessable::assess(&name);
        writeln!(output, "{name}\t{:.3}\t{}", assessment.bits.get(), assessment.verdict.as_str())?;
        line.clear();
    }
    output.flush()
}
