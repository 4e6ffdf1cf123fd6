//! Judges room names, one a line, of a file or of standard input: on standard output the name, its bits and the
//! verdict, separated by tabs, in the same order. With `--summary` how many names have which verdict instead, for
//! whoever runs a server and has a list of its rooms.
//!
//! ```text
//! cargo run -q --release --example assess < names.txt
//! cargo run -q --release --example assess -- --summary names.txt
//! ```

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use guessable::{Verdict, assess};

const USAGE: &str = "usage: assess [--summary] [FILE]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let (mut summary, mut file) = (false, None);
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--summary") => summary = true,
            Some(option) if option.starts_with("--") => return Err(io::Error::other(USAGE)),
            _ if file.is_some() => return Err(io::Error::other(USAGE)),
            _ => file = Some(argument),
        }
    }
    let input: Box<dyn BufRead> = match &file {
        Some(path) => Box::new(BufReader::new(
            File::open(path).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?,
        )),
        None => Box::new(io::stdin().lock()),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    if summary {
        summarise(input, &mut output)?;
    } else {
        list(input, &mut output)?;
    }
    output.flush()
}

/// Writes a line for each name.
fn list(input: impl BufRead, output: &mut impl Write) -> io::Result<()> {
    each_name(input, |name| {
        let assessment = assess(name);
        writeln!(output, "{name}\t{:.3}\t{}", assessment.bits.get(), assessment.verdict.as_str())
    })
}

/// Writes how many names there are, and how many have each verdict.
fn summarise(input: impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let mut counts = Verdict::ALL.map(|verdict| (verdict, 0_u64));
    each_name(input, |name| {
        // An empty line is no room.
        if !name.is_empty() {
            let verdict = assess(name).verdict;
            counts.iter_mut().filter(|(of, _)| *of == verdict).for_each(|(_, count)| *count += 1);
        }
        Ok(())
    })?;
    let all: u64 = counts.iter().map(|(_, count)| count).sum();
    writeln!(output, "{all:>9} names")?;
    for (verdict, count) in counts {
        // A share of no names is none.
        let share = 100.0 * count as f64 / all.max(1) as f64;
        writeln!(output, "{count:>9} {:<9} {share:5.1} %", verdict.as_str())?;
    }
    Ok(())
}

/// Hands over every line, without its end; what is no UTF-8 is replaced.
fn each_name(mut input: impl BufRead, mut take: impl FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let end = line.strip_suffix(b"\n").unwrap_or(&line);
        take(&String::from_utf8_lossy(end.strip_suffix(b"\r").unwrap_or(end)))?;
        line.clear();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(by: impl Fn(&[u8], &mut Vec<u8>) -> io::Result<()>, names: &str) -> String {
        let mut output = Vec::new();
        by(names.as_bytes(), &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn a_name_is_judged_as_it_stands_on_its_line() {
        assert_eq!(
            written(|names, out| list(names, out), "standup\r\n\nk7x4w5jo2q").lines().count(),
            3,
            "an empty line has its answer too, so that lines can be counted"
        );
        assert!(written(|names, out| list(names, out), "Standup\r\n").starts_with("Standup\t"));
    }

    #[test]
    fn a_summary_counts_each_verdict_once() {
        let names =
            "standup\nweekly\n\nSpecificRosesEstablishAllegedly\nb91d83db-7cdc-4fbd-9cc7-dc4a2fa7d87a\n";
        assert_eq!(
            written(|names, out| summarise(names, out), names),
            "        4 names\n        2 guessable  50.0 %\n        1 weak       25.0 %\n        1 strong     25.0 %\n"
        );
        assert!(written(|names, out| summarise(names, out), "").starts_with("        0 names\n"));
    }
}
