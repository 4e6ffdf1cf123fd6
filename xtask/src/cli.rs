//! The command line: its words, its help and its errors.

use anyhow::{Context, bail};
use guessable_lab::{accuracy, fit};
use harness::Browser;
use lexopt::prelude::*;

use crate::bench::Bench;
use crate::build::Profile;
use crate::fuzz;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  run [--browser chromium|firefox] [--headless]
                   build, and open a browser with the extension; without a display, or with --headless,
                   print what it says and save pictures in dist/screenshots
  build [--dev]    build dist/chromium and dist/firefox; --dev is quicker and leaves the wasm large
  dev [--browser chromium|firefox] [TEST]
                   build quickly, open a browser and load every change anew; or run the browser tests with
                   TEST in their names
  test             run every check
  bench            everything below, in one table, which README gets too
  bench accuracy [--worst N] [--alone]
                   how near estimators come to the true strength of names; list the N kinds that ours is
                   worst at; ask ours alone
  bench page       what the warning and the popup cost, beside extensions that do the least that one can
  bench size       how large what is shipped is, beside zxcvbn
  bench speed      how fast names are judged, beside zxcvbn, in one page and natively
  fit [--say] [FILE...]
                   fit the judge's constants to names of known strength, further ones from files with a kind, a
                   group, bits and a name in each line; --say only says what the constants' loss is
  fuzz [SECONDS]   throw strings at what reads strings of strangers, 60 s for each reader
  lexicon          make src/guess/data anew from its pinned sources
  npm              build the judge of names as a package of npm, in dist/npm, and try it
  package          build, and pack the files of a release in dist: a zip for each browser, the source archive,
                   the bill of materials, SHA256SUMS
  pictures         save dist/pictures for the stores, and docs/images for README
  help             print this

What a command needs and does not find, it installs where it may, or says what to type.
";

/// A command line that makes sense.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Print [`HELP`].
    Help,
    /// Show the extension at work.
    Run {
        /// In which browser.
        browser: Browser,
        /// Without a window, even where there is a display.
        headless: bool,
    },
    /// Show the extension as its sources change, or run a test of it.
    Dev {
        /// In which browser.
        browser: Browser,
        /// What the names of the tests to run have in them.
        test: Option<String>,
    },
    /// Build both extension folders.
    Build {
        /// How much the compiler should try.
        profile: Profile,
    },
    /// Measure.
    Bench(Bench),
    /// Fit the constants of the judge.
    Fit(fit::Options),
    /// Throw strings at what reads strings of strangers.
    Fuzz {
        /// For how long at each reader.
        seconds: u64,
    },
    /// Make the data file of the judge of names anew.
    Lexicon,
    /// Build the judge of names as a package of npm.
    Npm,
    /// Run every check.
    Test,
    /// Take the pictures of README and of the stores.
    Pictures,
    /// Build, then pack the files of a release.
    Package,
}

/// Reads a command line.
///
/// # Errors
///
/// An unknown word or option, with a hint to `help`.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> anyhow::Result<Command> {
    let mut word = None;
    let mut profile = Profile::Release;
    let mut browser = Browser::Chromium;
    let mut headless = false;
    let mut what = None;
    let mut test = None;
    let mut seconds = fuzz::SECONDS;
    let mut accuracy = accuracy::Options::default();
    let mut fit = fit::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("dev") if word.as_deref() == Some("build") => profile = Profile::Dev,
            Long("browser") if matches!(word.as_deref(), Some("run" | "dev")) => {
                browser = arguments.value()?.parse_with(str::parse)?;
            }
            Long("headless") if word.as_deref() == Some("run") => headless = true,
            Value(value) if word.as_deref() == Some("bench") && what.is_none() => {
                what = Some(value.string()?);
            }
            Long("worst") if what.as_deref() == Some("accuracy") => {
                accuracy.worst = arguments.value()?.parse()?;
            }
            Long("alone") if what.as_deref() == Some("accuracy") => accuracy.alone = true,
            Long("say") if word.as_deref() == Some("fit") => fit.only_say = true,
            Value(value) if word.as_deref() == Some("fit") => fit.files.push(value.into()),
            Value(value) if word.as_deref() == Some("dev") && test.is_none() => test = Some(value.string()?),
            Value(value) if word.as_deref() == Some("fuzz") => seconds = value.parse()?,
            Value(value) if word.is_none() => word = Some(value.string()?),
            other => {
                return Err(other.unexpected()).with_context(|| "try `cargo xtask help`");
            }
        }
    }
    Ok(match word.as_deref() {
        None | Some("help") => Command::Help,
        Some("run") => Command::Run { browser, headless },
        Some("build") => Command::Build { profile },
        Some("dev") => Command::Dev { browser, test },
        Some("bench") => Command::Bench(match what.as_deref() {
            Some("accuracy") => Bench::Accuracy(accuracy),
            None => Bench::All,
            Some("page") => Bench::Page,
            Some("size") => Bench::Size,
            Some("speed") => Bench::Speed,
            Some(other) => bail!("`{other}` cannot be measured; try `cargo xtask help`"),
        }),
        Some("fuzz") => Command::Fuzz { seconds },
        Some("fit") => Command::Fit(fit),
        Some("lexicon") => Command::Lexicon,
        Some("npm") => Command::Npm,
        Some("test") => Command::Test,
        Some("package") => Command::Package,
        Some("pictures") => Command::Pictures,
        Some(other) => bail!("there is no command `{other}`; try `cargo xtask help`"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> anyhow::Result<Command> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn no_word_asks_for_help() {
        assert_eq!(parsed("").unwrap(), Command::Help);
    }

    #[test]
    fn an_option_belongs_to_its_command() {
        assert_eq!(parsed("build --dev").unwrap(), Command::Build { profile: Profile::Dev });
        assert!(parsed("package --dev").is_err());
    }

    #[test]
    fn a_browser_is_chosen_by_its_name() {
        let firefox = Command::Run { browser: Browser::Firefox, headless: true };
        assert_eq!(parsed("run --browser firefox --headless").unwrap(), firefox);
        assert!(parsed("run --browser netscape").is_err());
    }

    #[test]
    fn one_test_is_chosen_by_a_part_of_its_name() {
        let test = Some("escape_dismisses".to_owned());
        let dev = Command::Dev { browser: Browser::Firefox, test };
        assert_eq!(parsed("dev --browser firefox escape_dismisses").unwrap(), dev);
        assert!(parsed("dev one two").is_err());
    }

    #[test]
    fn a_measurement_has_a_name_and_options() {
        let options = accuracy::Options { worst: 9, alone: true };
        let line = "bench accuracy --worst 9 --alone";
        assert_eq!(parsed(line).unwrap(), Command::Bench(Bench::Accuracy(options)));
        assert_eq!(parsed("bench").unwrap(), Command::Bench(Bench::All));
        assert!(parsed("bench luck").is_err());
    }

    #[test]
    fn constants_are_fitted_to_further_files_too() {
        let options = fit::Options { files: vec!["names.tsv".into()], only_say: true };
        assert_eq!(parsed("fit --say names.tsv").unwrap(), Command::Fit(options));
    }

    #[test]
    fn fuzzing_takes_its_time_in_seconds() {
        assert_eq!(parsed("fuzz").unwrap(), Command::Fuzz { seconds: fuzz::SECONDS });
        assert_eq!(parsed("fuzz 5").unwrap(), Command::Fuzz { seconds: 5 });
        assert!(parsed("fuzz long").is_err());
    }

    #[test]
    fn an_unknown_word_is_named_in_the_error() {
        assert!(parsed("biuld").unwrap_err().to_string().contains("biuld"));
    }
}
