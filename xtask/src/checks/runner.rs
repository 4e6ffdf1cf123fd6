//! Runs lanes of checks side by side, tells what is going on and counts.

use std::io::{BufRead, BufReader};
use std::mem;
use std::ops::Add;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow};

/// How often the last line of what is running is shown.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// Checks that run one after the other.
pub(super) type Lane<'a> = Vec<Check<'a>>;

type Work<'a> = Box<dyn FnOnce() -> anyhow::Result<Tally> + Send + 'a>;

/// Something that passes or fails, with a name that says what it is.
pub(super) struct Check<'a> {
    name: String,
    work: Work<'a>,
}

/// What checks of one lane wait for and a check of another makes.
pub(super) struct Gate<T>(Arc<(Mutex<State<T>>, Condvar)>);

enum State<T> {
    Closed,
    Open(T),
    /// What was to be made could not be.
    Shut,
}

impl<T> Clone for Gate<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Clone> Gate<T> {
    /// One that nothing has gone through.
    pub(super) fn new() -> Self {
        Self(Arc::new((Mutex::new(State::Closed), Condvar::new())))
    }

    /// Does `make`, and lets all that wait for it go on: with what was made, or with the news that it was not.
    pub(super) fn open(&self, make: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<()> {
        let (next, outcome) = match make() {
            Ok(product) => (State::Open(product), Ok(())),
            Err(error) => (State::Shut, Err(error)),
        };
        let (state, changed) = &*self.0;
        *state.lock().unwrap_or_else(PoisonError::into_inner) = next;
        changed.notify_all();
        outcome
    }

    /// Waits until it has been made.
    pub(super) fn wait(&self) -> anyhow::Result<T> {
        let (state, changed) = &*self.0;
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match &*state {
                State::Open(product) => return Ok(product.clone()),
                State::Shut => return Err(anyhow!("left out, since what it needs has failed")),
                State::Closed => state = changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

impl<'a> Check<'a> {
    /// A check that passes when `work` does.
    pub(super) fn new(name: &str, work: impl FnOnce() -> anyhow::Result<Tally> + Send + 'a) -> Self {
        Self { name: name.to_owned(), work: Box::new(work) }
    }

    /// A check that passes when `command` ends with success.
    pub(super) fn command(name: &str, command: Command) -> Self {
        let label = name.to_owned();
        Self::new(name, move || watched(&label, command).map(|_| Tally::one()))
    }

    /// Test programs of `cargo test`: each of their tests counts.
    pub(super) fn tests(name: &str, command: impl FnOnce() -> anyhow::Result<Command> + Send + 'a) -> Self {
        let label = name.to_owned();
        Self::new(name, move || {
            let (output, success) = followed(&label, command()?)?;
            let tally = Tally::of_tests(&output);
            print!("{}", failures(&output));
            if tally == Tally::default() {
                return Err(anyhow!("no test ran\n{output}"));
            }
            // A test program that does not compile leaves the others' tests passing, and cargo failing.
            if !success && tally.failed == 0 {
                return Err(anyhow!("{output}"));
            }
            Ok(tally)
        })
    }
}

/// How a test program says that it could not do a test, before the test's name and the reason.
const LEFT_OUT: &str = "LEFT OUT: ";

/// How many passed and how many failed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many passed.
    pub(super) passed: usize,
    /// How many failed.
    pub(super) failed: usize,
    /// What is not to be lost among all that is printed: tests that were left out.
    pub(super) remarks: Vec<String>,
}

impl Tally {
    /// One that passed.
    pub(super) fn one() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// Adds up the lines by which libtest, or what mimics it, ends each test program.
    fn of_tests(output: &str) -> Self {
        let remarks = output.lines().filter(|line| line.starts_with(LEFT_OUT)).map(str::to_owned).collect();
        let mut tally = Self { remarks, ..Self::default() };
        for line in output.lines().filter(|line| line.starts_with("test result: ")) {
            let count = |word: &str| -> usize {
                let before = line.split(';').find_map(|part| part.trim().strip_suffix(word));
                before
                    .and_then(|part| part.split_whitespace().last())
                    .and_then(|n| n.parse().ok())
                    .unwrap_or(0)
            };
            tally.passed += count(" passed");
            tally.failed += count(" failed");
        }
        tally
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            remarks: [self.remarks, other.remarks].concat(),
        }
    }
}

/// What libtest prints about failed tests; nothing when none failed.
fn failures(output: &str) -> String {
    let mut lines = Vec::new();
    let mut inside = false;
    for line in output.lines() {
        match line {
            "failures:" => inside = true,
            _ if line.starts_with("test result: ") => inside = false,
            _ => {}
        }
        if inside || line.ends_with("... FAILED") {
            lines.push(line.to_owned() + "\n");
        }
    }
    lines.concat()
}

/// Runs all lanes at once, each in its order; gives the sum over them.
pub(super) fn run(lanes: Vec<Lane<'_>>) -> Tally {
    let total = Mutex::new(Tally::default());
    thread::scope(|scope| {
        for lane in lanes {
            scope.spawn(|| {
                for check in lane {
                    let tally = run_one(check);
                    let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
                    *total = mem::take(&mut *total) + tally;
                }
            });
        }
    });
    total.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn run_one(check: Check<'_>) -> Tally {
    println!("     … {}", check.name);
    let start = Instant::now();
    let outcome = (check.work)();
    let seconds = start.elapsed().as_secs_f64();
    match outcome {
        Ok(tally @ Tally { failed: 0, .. }) => {
            let count = if tally.passed > 1 { format!(": {} tests", tally.passed) } else { String::new() };
            println!("    ok {}{count} ({seconds:.1} s)", check.name);
            tally
        }
        Ok(tally) => {
            println!(
                "FAILED {}: {} of {} ({seconds:.1} s)",
                check.name,
                tally.failed,
                tally.passed + tally.failed
            );
            tally
        }
        Err(error) => {
            println!("FAILED {} ({seconds:.1} s)\n{error:#}", check.name);
            Tally { failed: 1, ..Tally::default() }
        }
    }
}

/// Runs a command to its end; all that it printed, or an error that has it.
pub(super) fn watched(name: &str, command: Command) -> anyhow::Result<String> {
    let (output, success) = followed(name, command)?;
    if success { Ok(output) } else { Err(anyhow!("{output}")) }
}

/// Runs a command to its end, showing its last line every [`HEARTBEAT`]; what it printed, and whether it
/// ended with success.
fn followed(name: &str, mut command: Command) -> anyhow::Result<(String, bool)> {
    let line = format!("{command:?}");
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("cannot start {line}"))?;
    let (sender, receiver) = mpsc::channel();
    let readers = [
        child.stdout.take().map(|pipe| read_lines(pipe, sender.clone())),
        child.stderr.take().map(|pipe| read_lines(pipe, sender)),
    ];
    let start = Instant::now();
    let mut output = String::new();
    let mut last = String::new();
    let mut next = start + HEARTBEAT;
    loop {
        match receiver.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(text) => {
                output.push_str(&text);
                output.push('\n');
                if !text.trim().is_empty() {
                    last = text;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                println!("       {name}, {:.0} s: {}", start.elapsed().as_secs_f64(), last.trim());
                next += HEARTBEAT;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    for reader in readers.into_iter().flatten() {
        reader.join().ok();
    }
    Ok((output, child.wait()?.success()))
}

fn read_lines(pipe: impl std::io::Read + Send + 'static, lines: Sender<String>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if lines.send(text).is_err() {
                break;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_of_all_programs_are_counted() {
        let output = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored\n\
                      test result: FAILED. 10 passed; 2 failed; 0 ignored\n";
        assert_eq!(Tally::of_tests(output), Tally { passed: 13, failed: 2, ..Tally::default() });
    }

    #[test]
    fn a_test_that_was_left_out_is_named_and_has_not_passed() {
        let left_out = "LEFT OUT: chromium::managed: this user is no administrator";
        let output = format!(
            "{left_out}\ntest chromium::managed ... ignored\ntest result: ok. 2 passed; 0 failed; 1 ignored\n"
        );
        let tally = Tally::of_tests(&output);
        assert_eq!(tally, Tally { passed: 2, failed: 0, remarks: vec![left_out.to_owned()] });
    }

    #[test]
    fn one_failing_check_is_counted_and_does_not_stop_the_others() {
        let lane = vec![
            Check::new("fails", || Err(anyhow!("on purpose"))),
            Check::new("passes", || Ok(Tally::one())),
        ];
        assert_eq!(run(vec![lane]), Tally { passed: 1, failed: 1, ..Tally::default() });
    }

    #[test]
    fn what_one_lane_makes_another_waits_for() {
        let gate = Gate::new();
        let (opened, waited) = (gate.clone(), gate.clone());
        let lanes: Vec<Lane> = vec![
            vec![Check::new("waits", move || {
                anyhow::ensure!(waited.wait()? == 7);
                Ok(Tally::one())
            })],
            vec![Check::new("makes", move || opened.open(|| Ok(7)).map(|()| Tally::one()))],
        ];
        assert_eq!(run(lanes), Tally { passed: 2, ..Tally::default() });
    }

    #[test]
    fn what_waits_for_something_that_fails_does_not_pass() {
        let gate: Gate<()> = Gate::new();
        assert!(gate.open(|| Err(anyhow!("on purpose"))).is_err());
        assert!(gate.wait().is_err());
    }

    #[test]
    fn what_failed_tests_print_is_shown() {
        let output = "test a ... ok\ntest b ... FAILED\n\nfailures:\n\n---- b stdout ----\nboom\n\n\
                      test result: FAILED. 1 passed; 1 failed\n";
        let shown = failures(output);
        assert!(shown.contains("boom") && shown.contains("test b") && !shown.contains("test a"));
    }
}
