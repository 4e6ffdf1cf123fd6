//! Builds, runs, tests, measures and packs Hushroom: `cargo xtask help`.

mod lexicon;

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("lexicon") {
        return match lexicon::run(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").as_path()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::FAILURE
            }
        };
    }
    let passed = Command::new("cargo").args(["test", "--workspace"]).status().is_ok_and(|s| s.success());
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
