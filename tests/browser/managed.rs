//! An organisation's settings, by the examples of docs/policy.md, from the files that administrators write.

use harness::anyhow::{Context as _, Result, ensure};
use harness::{Browser, Place, Session, Value, extension_in, json, run_with};

use crate::inspect::open_page;

/// What an administrator is told to write.
const DOCUMENTED: &str = include_str!("../../docs/policy.md");

/// The values of the example for `browser`.
fn example(browser: Browser) -> Result<Value> {
    let mut blocks = DOCUMENTED.split("```json").skip(1).filter_map(|rest| rest.split("```").next());
    let found = blocks.find_map(|block| {
        let block: Value = serde_json::from_str(block).ok()?;
        let values = match browser {
            Browser::Chromium => &block["3rdparty"]["extensions"]["EXTENSION_ID"],
            Browser::Firefox => &block["data"],
        };
        values.is_object().then(|| values.clone())
    });
    found.context("docs/policy.md has no example for it")
}

/// Whether the control `id` of the settings page can be used.
async fn is_locked(session: &Session, id: &str) -> Result<bool> {
    let locked = "(root, id) => root.getElementById(id).disabled";
    Ok(session.call(Place::Page, locked, json!([id])).await? == json!(true))
}

fn managed(browser: Browser, policy: &Value, test: impl AsyncFnOnce(&Session) -> Result<()>) -> Result<()> {
    if browser == Browser::Chromium && !harness::chromium_can_be_managed() {
        eprintln!("left out: only an administrator may write Chromium's policies, and this user is none");
        return Ok(());
    }
    // A copy, so that the policy, which goes by the extension's place, is nobody else's.
    let extension = extension_in(browser, "en")?;
    run_with(browser, extension.path(), Some(policy), test)
}

fn the_documented_example_holds(browser: Browser) -> Result<()> {
    let example = example(browser)?;
    managed(browser, &example, async |session| {
        open_page(session, "options.html").await?;
        let server = example["server"].as_str().context("the example sets a server")?;
        ensure!(session.value(Place::Page, "server").await? == server);
        ensure!(is_locked(session, "server").await?);
        let said = session.text(Place::Page, "server-setting").await?.unwrap_or_default();
        ensure!(said.contains("Set by your organisation"), "{said}");
        for (key, control) in [("style", "style-words"), ("label", "label"), ("recentRooms", "recent-rooms")]
        {
            ensure!(is_locked(session, control).await? == !example[key].is_null(), "{control}");
        }
        session.open_popup().await?;
        session.text_when(Place::Popup, "room-link", |link| link.contains(server)).await?;
        Ok(())
    })
}

fn watched_servers_wait_for_the_users_permission(browser: Browser) -> Result<()> {
    let policy = json!({ "watchedServers": ["meet.example.org"], "holdPage": true, "words": "many" });
    managed(browser, &policy, async |session| {
        open_page(session, "options.html").await?;
        let hint = session.text(Place::Page, "permit-hint").await?.unwrap_or_default();
        ensure!(hint.contains("meet.example.org"), "{hint}");
        let scroll = "(root) => root.getElementById('permit').scrollIntoView()";
        session.call(Place::Page, scroll, json!([])).await?;
        ensure!(session.is_reachable(Place::Page, "permit").await?, "there is no button that asks");
        ensure!(is_locked(session, "hold-page").await?);
        ensure!(!is_locked(session, "words").await?, "a value that cannot be read is no rule");
        Ok(())
    })
}

macro_rules! managed_tests {
    ($($module:ident: $browser:ident),+) => {
        $(
            mod $module {
                use super::*;
                #[test]
                fn the_documented_example_holds() -> Result<()> {
                    super::the_documented_example_holds(Browser::$browser)
                }
                #[test]
                fn watched_servers_wait_for_the_users_permission() -> Result<()> {
                    super::watched_servers_wait_for_the_users_permission(Browser::$browser)
                }
            }
        )+
    };
}

managed_tests!(chromium: Chromium, firefox: Firefox);
