//! Runs a test in each browser.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use futures_util::FutureExt;
use serde_json::Value;

use crate::{Browser, End, Session, locate};

/// A test that takes longer hangs.
const LIMIT: Duration = Duration::from_mins(3);

/// Starts a session, runs `test` in it, and ends the browser whatever becomes of the test.
///
/// # Errors
///
/// Those of the test, and when the browser does not start.
pub fn run(browser: Browser, test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>) -> anyhow::Result<()> {
    run_with(browser, &locate::extension(browser)?, None, test)
}

/// As [`run`], with the unpacked extension in `extension`, for which an administrator may have set a policy.
///
/// # Errors
///
/// As for [`run`].
pub fn run_with(
    browser: Browser,
    extension: &Path,
    policy: Option<&Value>,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let session = Session::start_managed(browser, extension, policy).await?;
        let outcome = watched(test(&session)).await;
        let quit = session.quit().await;
        outcome.and(quit)
    })
}

/// As [`run`], in a Firefox with this `policies.json`.
///
/// # Errors
///
/// As for [`run`].
pub fn run_with_policies_json(
    extension: &Path,
    policies: &Value,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let session = Session::start_with_policies_json(extension, policies).await?;
        let outcome = watched(test(&session)).await;
        let quit = session.quit().await;
        outcome.and(quit)
    })
}

/// As [`run_with`], with one test `before` the browser ends and is started again and one `after`.
///
/// # Errors
///
/// As for [`run`]; see [`Session::start_to_stay`] too.
pub fn run_through_restart(
    browser: Browser,
    extension: &Path,
    end: End,
    before: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
    after: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let session = Session::start_to_stay(browser, extension).await?;
        watched(before(&session)).await?;
        let session = session.restart(end).await?;
        let outcome = watched(after(&session)).await;
        let quit = session.quit().await;
        outcome.and(quit)
    })
}

/// Ends a test that hangs. One that panics goes on panicking, but only once the runtime is at ease.
async fn watched(test: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    match AssertUnwindSafe(tokio::time::timeout(LIMIT, test)).catch_unwind().await {
        Ok(result) => result.context("the test hangs")?,
        Err(panic) => resume_unwind(panic),
    }
}

/// Makes of each `async fn name(session: &Session) { ... }` two tests, `chromium::name` and `firefox::name`, and of
/// each `fn name(browser: Browser) { ... }`, which starts its sessions itself, as well. Inside, `?` works on
/// whatever converts to [`anyhow::Error`].
#[macro_export]
macro_rules! in_both_browsers {
    ($($(#[$attribute:meta])* async fn $name:ident($session:ident: &Session) $body:block)+) => {
        $(
            $(#[$attribute])*
            async fn $name($session: &$crate::Session) -> $crate::anyhow::Result<()> {
                $body
                Ok(())
            }
        )+
        $crate::in_both_browsers! { @modules $($name: |browser| $crate::run(browser, super::$name);)+ }
    };
    ($($(#[$attribute:meta])* fn $name:ident($browser:ident: Browser) $body:block)+) => {
        $(
            $(#[$attribute])*
            fn $name($browser: $crate::Browser) -> $crate::anyhow::Result<()> {
                $body
                Ok(())
            }
        )+
        $crate::in_both_browsers! { @modules $($name: |browser| super::$name(browser);)+ }
    };
    (@modules $($name:ident: |$browser:ident| $run:expr;)+) => {
        mod chromium {
            $(
                #[test]
                fn $name() -> $crate::anyhow::Result<()> {
                    let $browser = $crate::Browser::Chromium;
                    $run
                }
            )+
        }
        mod firefox {
            $(
                #[test]
                fn $name() -> $crate::anyhow::Result<()> {
                    let $browser = $crate::Browser::Firefox;
                    $run
                }
            )+
        }
    };
}
