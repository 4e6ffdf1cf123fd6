//! What WebDriver speaks to in Firefox: the page, or the browser's own window, whose rights reach the extension.

use std::cell::Cell;

use anyhow::bail;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

/// Defines `privileged`, a table of asynchronous functions that run with the browser's own rights.
const PRIVILEGED: &str = include_str!("privileged.js");

/// Keeps the table on the browser's window: to read all of it at each call is a sixth of what a test costs.
const KEEP: &str = "window.hushroomTestPrivileged = privileged;";

/// Calls one of them, and tells an exception from a value, and that a window has no table yet.
const CALL: &str = "
const [name, parameters, done] = arguments;
const privileged = window.hushroomTestPrivileged;
if (privileged === undefined) return done({ missing: true });
privileged[name](...parameters).then(
  (value) => done({ value }),
  (error) => done({ error: `${error}\\n${error?.stack}` }),
);";

/// What WebDriver speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The page.
    Content,
    /// The browser's own window.
    Chrome,
}

/// Both of them, by one driver, which speaks to one at a time.
pub(super) struct Sides {
    driver: WebDriver,
    /// What was chosen last; nothing where nobody knows.
    side: Cell<Option<Side>>,
}

impl Sides {
    /// Those of a `driver` that nothing was chosen of yet.
    pub(super) fn new(driver: WebDriver) -> Self {
        Self { driver, side: Cell::new(Some(Side::Content)) }
    }

    /// The driver, which speaks to the page.
    pub(super) async fn page(&self) -> anyhow::Result<&WebDriver> {
        self.speak_to(Side::Content).await
    }

    /// The driver, which speaks to the browser's own window.
    pub(super) async fn window(&self) -> anyhow::Result<&WebDriver> {
        self.speak_to(Side::Chrome).await
    }

    /// The driver, to be ended.
    pub(super) fn end(self) -> WebDriver {
        self.driver
    }

    /// Calls a function of `privileged.js`.
    ///
    /// # Errors
    ///
    /// What the function throws, or the driver's.
    pub(super) async fn privileged(&self, name: &str, parameters: Value) -> anyhow::Result<Value> {
        let window = self.window().await?;
        let call = async || {
            let answer = window.execute_async(CALL, vec![json!(name), parameters.clone()]).await?;
            anyhow::Ok(answer.json().clone())
        };
        let mut answer = call().await?;
        if answer["missing"] == json!(true) {
            window.execute(&format!("{PRIVILEGED}{KEEP}"), vec![]).await?;
            answer = call().await?;
        }
        match answer["error"].as_str() {
            Some(error) => bail!("{error}"),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Chooses what WebDriver speaks to from now on. It stays so: most calls are like the one before.
    async fn speak_to(&self, side: Side) -> anyhow::Result<&WebDriver> {
        if self.side.get() != Some(side) {
            self.side.set(None);
            self.driver.handle().cmd(SetContext(side)).await?;
            self.side.set(Some(side));
        }
        Ok(&self.driver)
    }
}

/// geckodriver's own command that chooses the context.
#[derive(Debug)]
struct SetContext(Side);

impl FormatRequestData for SetContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let context = match self.0 {
            Side::Content => "content",
            Side::Chrome => "chrome",
        };
        RequestData::new(http::Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": context }))
    }
}
