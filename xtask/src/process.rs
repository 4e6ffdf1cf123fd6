//! Running other programs: as the laboratory does, and in a way that lets others have the processor first.

use std::process::Command;

pub(crate) use guessable_lab::process::{npm, output, run, succeeds};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_yields_does_the_same() {
        let mut command = Command::new("cargo");
        command.args(["metadata", "--no-deps"]).env("A", "1").env_remove("B").current_dir("/");
        let yielding = yielding(&command);
        let words: Vec<_> = yielding.get_args().collect();
        assert!(
            words.ends_with(&["cargo".as_ref(), "metadata".as_ref(), "--no-deps".as_ref()]) || !cfg!(unix)
        );
        assert!(yielding.get_envs().eq(command.get_envs()));
        assert_eq!(yielding.get_current_dir(), command.get_current_dir());
    }
}
