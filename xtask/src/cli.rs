//! The command line: its words, its help and its errors.

use clap::{Parser, Subcommand};
use guessable_lab::fit;
use harness::Browser;

use crate::bench::Bench;
use crate::{fuzz, mutants, pictures};

/// Builds, runs, tests, measures and packs Hushroom.
#[derive(Debug, Parser)]
#[command(
    bin_name = "cargo xtask",
    arg_required_else_help = true,
    after_help = "What a command needs and does not find, it installs where it may, or says what to type."
)]
pub(crate) struct Line {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done.
#[derive(Debug, PartialEq, Subcommand)]
pub(crate) enum Command {
    /// Build, and open a browser with the extension; without a display, print what it says and save pictures in
    /// dist/screenshots
    Run {
        /// chromium or firefox
        #[arg(long, default_value_t = Browser::Chromium)]
        browser: Browser,
        /// Without a window, even where there is a display
        #[arg(long)]
        headless: bool,
    },
    /// Build dist/chromium and dist/firefox, and dist/demo, a page that shows the judge of names alone
    Build {
        /// Quickly, which leaves the wasm large
        #[arg(long)]
        dev: bool,
    },
    /// Build quickly, open a browser and load every change anew; or run the browser tests with TEST in their names
    Dev {
        /// chromium or firefox
        #[arg(long, default_value_t = Browser::Chromium)]
        browser: Browser,
        /// A part of the names of the tests to run
        test: Option<String>,
    },
    /// Run every check
    Test,
    /// Measure; without a word all that can be measured, in one table, which docs/measuring.md gets too
    Bench {
        /// What to measure
        #[command(subcommand)]
        what: Option<Bench>,
    },
    /// Fit the judge's constants to names of known strength
    Fit(fit::Options),
    /// Throw strings at what reads strings of strangers
    Fuzz {
        /// How long for each reader, in seconds
        #[arg(default_value_t = fuzz::SECONDS)]
        seconds: u64,
    },
    /// Make src/guess/data anew from its pinned sources
    Lexicon,
    /// Break the code in one place after the other and see whether a test fails; takes hours
    Mutants(mutants::Options),
    /// Build the judge of names as a package of npm, in dist/npm, and try it
    Npm,
    /// Build, and pack the files of a release in dist: a zip for each browser and of dist/demo, the source archive, the
    /// bill of materials, SHA256SUMS
    Package,
    /// Save dist/pictures for the stores, and docs/images for README
    Pictures,
    /// Build, and save target/views to be looked at: everything that is shown, in four languages, light and dark, in a
    /// window, on a phone, enlarged, and with letters of twice the size
    Views {
        /// chromium or firefox
        #[arg(long, default_value_t = Browser::Chromium)]
        browser: Browser,
        /// The languages, by their folder in extension/_locales
        #[arg(default_values_t = pictures::VIEWED.map(str::to_owned))]
        languages: Vec<String>,
    },
}

#[cfg(test)]
mod tests {
    use guessable_lab::accuracy;

    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::Error> {
        let words = ["cargo xtask"].into_iter().chain(line.split_whitespace());
        Line::try_parse_from(words).map(|line| line.command)
    }

    #[test]
    fn an_option_belongs_to_its_command() {
        assert_eq!(parsed("build --dev").unwrap(), Command::Build { dev: true });
        assert!(parsed("package --dev").is_err());
    }

    #[test]
    fn a_browser_is_chosen_by_its_name() {
        let firefox = Command::Run { browser: Browser::Firefox, headless: true };
        assert_eq!(parsed("run --browser firefox --headless").unwrap(), firefox);
        assert!(parsed("run --browser netscape").is_err());
        let views = Command::Views { browser: Browser::Firefox, languages: vec!["fa".to_owned()] };
        assert_eq!(parsed("views --browser firefox fa").unwrap(), views);
    }

    #[test]
    fn a_measurement_has_a_name_and_options() {
        let what = Some(Bench::Accuracy(accuracy::Options { worst: 9, alone: true }));
        assert_eq!(parsed("bench accuracy --worst 9 --alone").unwrap(), Command::Bench { what });
        assert_eq!(parsed("bench").unwrap(), Command::Bench { what: None });
        assert!(parsed("bench luck").is_err());
    }

    #[test]
    fn what_stands_after_two_hyphens_is_for_cargo_mutants() {
        let arguments = ["--shard", "0/50"].map(str::to_owned).to_vec();
        let parts = vec![mutants::Part::Jitsi, mutants::Part::Room];
        let expected = Command::Mutants(mutants::Options { parts, arguments });
        assert_eq!(parsed("mutants jitsi room -- --shard 0/50").unwrap(), expected);
    }
}
