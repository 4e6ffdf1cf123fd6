//! Running other programs, with errors that say what was run.

use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// Runs a program that talks to the user itself.
///
/// # Errors
///
/// When it cannot be started or does not end with success.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a program for what it prints.
///
/// # Errors
///
/// When it cannot be started or does not end with success; the error carries all that it printed.
pub(crate) fn output(command: &mut Command) -> anyhow::Result<String> {
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({})\n{text}{complaint}", line(command), output.status);
    }
    Ok(text)
}

/// Whether a program starts and ends with success; what it prints is thrown away.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// The same command, which lets others have the processor first where the system can be told so.
pub(crate) fn yielding(command: &Command) -> Command {
    let mut nice = if cfg!(unix) {
        let mut nice = Command::new("nice");
        nice.args(["-n", "10"]).arg(command.get_program());
        nice
    } else {
        Command::new(command.get_program())
    };
    nice.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => nice.env(name, value),
            None => nice.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        nice.current_dir(folder);
    }
    nice
}

/// The command as one would type it, but for quoting.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_yields_does_the_same() {
        let mut command = Command::new("cargo");
        command.args(["metadata", "--no-deps"]).env("A", "1").env_remove("B").current_dir("/");
        let yielding = yielding(&command);
        assert!(line(&yielding).ends_with("cargo metadata --no-deps"));
        assert!(yielding.get_envs().eq(command.get_envs()));
        assert_eq!(yielding.get_current_dir(), command.get_current_dir());
    }
}
