//! Runs a test in each browser.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use futures_util::FutureExt;
use serde_json::Value;

use crate::kept::with_kept;
use crate::variant::updated;
use crate::{Browser, End, Session};

/// Maximum time of one test, after which it counts as hanging. Chosen because the longest, which goes through every
/// cover of the gallery, takes two and a half minutes on a slow machine alone, and several times that beside other work.
const LIMIT: Duration = Duration::from_mins(15);

/// Runs `test` in a browser with the built extension. The browser may have been used before, and is as new. The extension
/// takes its installation for an update, so that it opens no guide.
///
/// # Errors
///
/// Those of the test; when the browser does not start, or cannot be made as new after the test.
pub fn run(browser: Browser, test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>) -> anyhow::Result<()> {
    run_with(browser, &updated(browser)?, test)
}

/// As [`run`], with the unpacked extension in `extension`.
///
/// # Errors
///
/// As for [`run`].
pub fn run_with(
    browser: Browser,
    extension: &Path,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    with_kept(browser, extension, async |session| watched(test(session)).await)
}

/// As [`run`], in a browser of its own, for a test that leaves behind what cannot be cleared: Chromium does not forget
/// how large it shows a site.
///
/// # Errors
///
/// As for [`run`].
pub fn run_alone(
    browser: Browser,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    alone(async || Session::start(browser).await, test)
}

/// As [`run_with`], in a browser of its own, for which an administrator has set a policy.
///
/// # Errors
///
/// As for [`run`].
pub fn run_managed(
    browser: Browser,
    extension: &Path,
    policy: &Value,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    alone(async || Session::start_managed(browser, extension, policy).await, test)
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
    alone(async || Session::start_with_policies_json(extension, policies).await, test)
}

/// Runs `test` in a browser that is started for it, and ends that whatever becomes of the test.
fn alone(
    start: impl AsyncFnOnce() -> anyhow::Result<Session>,
    test: impl AsyncFnOnce(&Session) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let session = start().await?;
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
/// each `fn name(browser: Browser) { ... }`, which starts its sessions itself, as well; a function `tests` gives them
/// all. Inside, `?` works on whatever converts to [`anyhow::Error`].
#[macro_export]
macro_rules! in_both_browsers {
    (@tests [$($name:ident $run:expr,)+]) => {
        pub(crate) fn tests() -> Vec<$crate::Test> {
            type Run = fn($crate::Browser) -> $crate::anyhow::Result<()>;
            let tests: [(&str, Run); _] = [$((stringify!($name), $run)),+];
            let both = $crate::Browser::ALL.into_iter();
            both.flat_map(|browser| {
                tests.map(|(name, run)| $crate::Test::new(module_path!(), browser, name, move || run(browser)))
            })
            .collect()
        }
    };
    (@tests [$($tests:tt)*]
        $(#[$attribute:meta])* async fn $name:ident($session:ident: &Session) $body:block $($rest:tt)*
    ) => {
        $(#[$attribute])*
        async fn $name($session: &$crate::Session) -> $crate::anyhow::Result<()> {
            $body
            Ok(())
        }
        $crate::in_both_browsers! { @tests [$($tests)* $name |browser| $crate::run(browser, $name),] $($rest)* }
    };
    (@tests [$($tests:tt)*]
        $(#[$attribute:meta])* fn $name:ident($browser:ident: Browser) $body:block $($rest:tt)*
    ) => {
        $(#[$attribute])*
        fn $name($browser: $crate::Browser) -> $crate::anyhow::Result<()> {
            $body
            Ok(())
        }
        $crate::in_both_browsers! { @tests [$($tests)* $name $name,] $($rest)* }
    };
    ($($tests:tt)+) => {
        $crate::in_both_browsers! { @tests [] $($tests)+ }
    };
}
