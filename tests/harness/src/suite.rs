//! A test program of tests in browsers: what libtest does, and the browsers that tests share are ended after the last.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::process::ExitCode;

use anyhow::Result;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

use crate::Browser;
use crate::kept::quit_kept;

/// A test with its name, as `module::browser::name`.
pub struct Test {
    name: String,
    run: Box<dyn FnOnce() -> Result<()> + Send>,
}

impl Test {
    /// A test of the module at `path`, as `module_path!()` gives it.
    pub fn new(
        path: &str,
        browser: Browser,
        name: &str,
        run: impl FnOnce() -> Result<()> + Send + 'static,
    ) -> Self {
        let module = path.rsplit("::").next().unwrap_or_default();
        Self { name: format!("{module}::{browser}::{name}"), run: Box::new(run) }
    }
}

/// Why a test could not be run. A test that gives this as its error is left out, and has not failed.
#[derive(Debug)]
pub struct LeftOut(pub String);

impl Display for LeftOut {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for LeftOut {}

/// Runs those of `tests` that the command line asks for, and says how they went.
#[must_use]
pub fn main(tests: Vec<Test>) -> ExitCode {
    let trials = tests.into_iter().map(|Test { name, run }| {
        Trial::ignorable_test(name.clone(), move || match run() {
            Ok(()) => Ok(Completion::Completed),
            Err(error) => match error.downcast_ref::<LeftOut>() {
                Some(why) => {
                    // `cargo xtask test` repeats it at its end.
                    eprintln!("LEFT OUT: {name}: {why}");
                    Ok(Completion::ignored())
                }
                None => Err(Failed::from(format!("{error:?}"))),
            },
        })
    });
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials.collect());
    match quit_kept() {
        Ok(()) => conclusion.exit_code(),
        Err(error) => {
            eprintln!("a browser does not end: {error:#}");
            ExitCode::FAILURE
        }
    }
}
