//! Starts a WebDriver program on a free port and leaves nothing behind.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::wait::DEADLINE;

/// A running chromedriver or geckodriver. When dropped it is ended, and all that it and its browser wrote goes.
#[derive(Debug)]
pub(crate) struct Driver {
    address: String,
    /// The browser that it started, until that has ended by itself.
    browser: Mutex<Option<i32>>,
    // Before the folder: what runs in it has to end first.
    process: Child,
    start: Start,
    folder: TempDir,
}

/// How the program is started.
#[derive(Debug)]
struct Start {
    program: PathBuf,
    arguments: &'static [&'static str],
    ready: &'static str,
}

impl Start {
    /// Starts it; gives its address.
    async fn run(&self, folder: &TempDir) -> anyhow::Result<(Child, String)> {
        let Self { program, arguments, ready } = self;
        let mut command = Command::new(program);
        command.args(*arguments).env("TMPDIR", folder.path()).env("HOME", folder.path());
        // Without it Firefox heeds no setting of where its remote settings are, and asks its makers' server.
        command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
        for variable in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env_remove(variable);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut process = command.spawn().with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("the driver has no standard output")?;
        let port = timeout(DEADLINE, port(output, ready))
            .await
            .with_context(|| format!("{} does not get ready", program.display()))??;
        Ok((process, format!("http://127.0.0.1:{port}")))
    }
}

impl Driver {
    /// Starts `program`, which prints `ready` and then the port once it listens.
    pub(crate) async fn start(
        program: &Path,
        arguments: &'static [&'static str],
        ready: &'static str,
    ) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("hushroom-").tempdir()?;
        let start = Start { program: program.to_owned(), arguments, ready };
        let (process, address) = start.run(&folder).await?;
        Ok(Self { address, browser: Mutex::new(None), process, start, folder })
    }

    /// The home of the browser's user.
    pub(crate) fn home(&self) -> &Path {
        self.folder.path()
    }

    /// Where it and its browser may write.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A new browser.
    pub(crate) async fn session(&self, capabilities: Capabilities) -> anyhow::Result<WebDriver> {
        let session =
            WebDriver::new(&self.address, capabilities).await.context("the browser does not start")?;
        let started = session.capabilities();
        let id = started.get("goog:processID").or_else(|| started.get("moz:processID"));
        *self.browser() = id.and_then(Value::as_i64).and_then(|id| id.try_into().ok());
        Ok(session)
    }

    /// Ends the browser.
    pub(crate) async fn quit(&self, session: WebDriver) -> anyhow::Result<()> {
        session.quit().await?;
        *self.browser() = None;
        Ok(())
    }

    /// Ends the browser, and kills one that does not end, such as one with a page that is busy for ever.
    pub(crate) async fn end(&self, session: WebDriver) -> anyhow::Result<()> {
        let ended = timeout(DEADLINE, self.quit(session.clone())).await;
        // What is left over is killed with this driver.
        if matches!(ended, Ok(Ok(()))) { Ok(()) } else { Ok(session.leak()?) }
    }

    /// Kills the browser and the driver, which would wait for it, and starts another driver in the same folder.
    pub(crate) async fn kill(&mut self, session: WebDriver) -> anyhow::Result<()> {
        // Nobody is to end what is killed.
        session.leak()?;
        #[cfg(unix)]
        {
            use rustix::process::{Pid, Signal, kill_process};
            let browser = self.browser().take().and_then(Pid::from_raw).context("no browser to kill")?;
            kill_process(browser, Signal::KILL)?;
        }
        #[cfg(not(unix))]
        bail!("browsers are killed on Unix only");
        self.process.kill().await?;
        (self.process, self.address) = self.start.run(&self.folder).await?;
        Ok(())
    }

    fn browser(&self) -> MutexGuard<'_, Option<i32>> {
        self.browser.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser running.
        #[cfg(unix)]
        if let Some(browser) = self.browser().take().and_then(rustix::process::Pid::from_raw) {
            rustix::process::kill_process(browser, rustix::process::Signal::KILL).ok();
        }
    }
}

/// Reads what the driver prints up to its port. The rest is read and thrown away, so that it never waits for a
/// reader.
async fn port(
    output: impl tokio::io::AsyncRead + Unpin + Send + 'static,
    ready: &str,
) -> anyhow::Result<u16> {
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some((_, rest)) = line.split_once(ready) {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return digits.parse().with_context(|| format!("no port in: {line}"));
        }
    }
    bail!("the driver ended before it was ready")
}
