//! Prints rooms: `cargo run -q --release --example room -- N [style] [length]`.
//!
//! A line each: the name, a tab, its exact strength in bits. The styles are `words`, `letters`, and the
//! other word lists: `words-short`, `words-es`, `words-fr`, `words-it`, `words-pt`, `words-cs`,
//! `words-de`, `words-ru`.

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use hushroom::room::{Recipe, Style, make};
use rand::rngs::SysRng;

fn main() -> ExitCode {
    match print_rooms() {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.downcast_ref().is_some_and(is_closed_pipe) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn is_closed_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

fn print_rooms() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count: u64 =
        arguments.first().map_or(Ok(1), |n| n.parse().map_err(|_| "how many? a number is needed"))?;
    let style = match arguments.get(1).map(String::as_str) {
        None => Style::default(),
        Some("letters") => Style::Characters,
        Some(id) => Style::try_from(id.to_owned())?,
    };
    let length = match arguments.get(2) {
        None => style.default_length(),
        Some(n) => n.parse().map_err(|_| "the length is a number of words or characters")?,
    };
    let recipe = Recipe::new(style, length, "")?;
    let mut out = BufWriter::new(io::stdout().lock());
    for _ in 0..count {
        let room = make(&recipe, &mut SysRng)?;
        writeln!(out, "{}\t{:.3}", room.name, room.bits.get())?;
    }
    Ok(out.flush()?)
}
