//! Browsers that are kept for the next test: to start one takes longer than most tests do.
//!
//! Between two tests the extension is taken away and installed anew, tabs are closed, and whatever pages and people
//! left behind is cleared. That nothing is left is not believed but looked at: a browser that is not as new fails the
//! test, and so does an extension that finds something of its own when it is installed.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, ensure};
use futures_util::FutureExt;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::variant::remove_updated;
use crate::wait::until;
use crate::{Browser, Session};

/// A browser in which no extension is installed.
struct Kept {
    session: Session,
    /// What there was to be seen in it before its first test.
    new: Value,
    // Last, since the rest runs in it.
    runtime: Runtime,
}

/// Those that no test uses at the moment.
static IDLE: Mutex<Vec<Kept>> = Mutex::new(Vec::new());

/// Runs `test` in a browser that is kept for the next one, unless the test fails.
///
/// # Errors
///
/// Those of the test; when the browser does not start, or cannot be made as new after it.
pub(crate) fn with_kept(
    browser: Browser,
    extension: &Path,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let at_hand = {
        let mut idle = idle();
        let at = idle.iter().position(|kept| kept.session.browser() == browser);
        at.map(|at| idle.swap_remove(at))
    };
    let mut kept = at_hand.map_or_else(|| Kept::start(browser), Ok)?;
    let run = async {
        kept.session.site().clear();
        kept.session.install(extension).await?;
        let found = kept.session.inheritance().await?;
        ensure!(found == nothing(), "a newly installed extension finds {found}");
        test(&kept.session).await?;
        kept.session.clear().await.context("clearing up after the test")?;
        // The background of an extension that was removed ends a moment later.
        until("a browser as new", async || {
            let left = kept.session.traces().await?;
            ensure!(
                left == kept.new,
                "after the test was cleared up there is {left}, and at first {}",
                kept.new
            );
            Ok(Some(()))
        })
        .await
    };
    let outcome = kept.runtime.block_on(AssertUnwindSafe(run).catch_unwind());
    if let Ok(Ok(())) = outcome {
        idle().push(kept);
        return Ok(());
    }
    // Nobody knows in what state it is. What the test says is what matters.
    kept.quit().ok();
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Ends the browsers that are kept, and removes the copies of the extension that were made for them.
///
/// # Errors
///
/// When one does not end by itself.
pub(crate) fn quit_kept() -> anyhow::Result<()> {
    let kept = std::mem::take(&mut *idle());
    let ended = kept.into_iter().try_for_each(Kept::quit);
    remove_updated();
    ended
}

impl Kept {
    fn start(browser: Browser) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (session, new) = runtime.block_on(async {
            let mut session = Session::start_bare(browser).await?;
            let new = async {
                session.clear().await?;
                session.traces().await
            };
            match new.await {
                Ok(new) => Ok((session, new)),
                Err(error) => {
                    session.quit().await.ok();
                    Err(error)
                }
            }
        })?;
        Ok(Self { session, new, runtime })
    }

    fn quit(self) -> anyhow::Result<()> {
        self.runtime.block_on(self.session.quit())
    }
}

/// What an extension finds that was never there before.
fn nothing() -> Value {
    json!({ "local": {}, "session": {}, "scripts": [], "permissions": [], "badge": "" })
}

fn idle() -> MutexGuard<'static, Vec<Kept>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}
