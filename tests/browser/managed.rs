//! An organisation's settings, by the examples of docs/policy.md, from the files that administrators write.

use std::path::Path;

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{
    Browser, LeftOut, Place, Session, Test, Value, change_chromium_policy, extension_in, extension_with,
    in_both_browsers, json, locate, run_managed, run_with_policies_json,
};

use crate::in_popup::choose;
use crate::inspect::open_page;
use crate::support::{ROOM, badge_is, open_unwarned, store, stored_as, tab_status};

/// What an administrator is told to write.
const DOCUMENTED: &str = include_str!("../../docs/policy.md");

/// What `found` finds in the examples in it, of each in which it finds something.
fn documented(found: impl Fn(&Value) -> Option<Value>) -> Result<Vec<Value>> {
    let blocks = DOCUMENTED.split("```json").skip(1).filter_map(|rest| rest.split("```").next());
    let blocks = blocks.filter_map(|block| serde_json::from_str(block).ok());
    let found: Vec<Value> = blocks.filter_map(|block: Value| found(&block)).collect();
    ensure!(!found.is_empty(), "docs/policy.md has no such example");
    Ok(found)
}

/// The values of each example for `browser`.
fn examples(browser: Browser) -> Result<Vec<Value>> {
    documented(|block| {
        let values = match browser {
            Browser::Chromium => &block["3rdparty"]["extensions"]["EXTENSION_ID"],
            Browser::Firefox => &block["data"],
        };
        values.is_object().then(|| values.clone())
    })
}

/// Whether the control `id` of the settings page can be used.
async fn is_locked(session: &Session, id: &str) -> Result<bool> {
    let locked = "(root, id) => root.getElementById(id).disabled";
    Ok(session.call(Place::Page, locked, json!([id])).await? == json!(true))
}

fn managed(browser: Browser, policy: &Value, test: impl AsyncFnOnce(&Session) -> Result<()>) -> Result<()> {
    // A copy, so that the policy, which goes by the extension's place, is nobody else's.
    managed_in(browser, extension_in(browser, "en")?.path(), policy, test)
}

/// As [`managed`], with the unpacked extension in `extension`.
fn managed_in(
    browser: Browser,
    extension: &Path,
    policy: &Value,
    test: impl AsyncFnOnce(&Session) -> Result<()>,
) -> Result<()> {
    if browser == Browser::Chromium && !harness::chromium_can_be_managed() {
        // As root, as in CI, there is no excuse.
        ensure!(!harness::locate::is_root(), "Chromium's folder of policies cannot be written");
        return Err(LeftOut("only an administrator may write Chromium's policies".to_owned()).into());
    }
    run_managed(browser, extension, policy, async |session| {
        knows(session).await?;
        test(session).await
    })
}

/// Waits until the background, whose browser may have started some seconds ago, has heard what is set and keeps it:
/// from then on a browser that has much to do and answers late changes nothing.
async fn knows(session: &Session) -> Result<()> {
    let is_known = "async () => 'policy' in await chrome.storage.local.get('policy')";
    until("the background to know the policy", async || {
        Ok((session.call(Place::Background, is_known, json!([])).await? == json!(true)).then_some(()))
    })
    .await
}

/// The example's values hold and are locked, and what it does not set is the user's.
async fn holds(session: &Session, example: &Value) -> Result<()> {
    open_page(session, "options.html").await?;
    let server = example["server"].as_str().context("the example sets a server")?;
    ensure!(session.value(Place::Page, "server").await? == server);
    ensure!(is_locked(session, "server").await?);
    let said = session.text(Place::Page, "server-setting").await?.unwrap_or_default();
    ensure!(said.contains("Set by your organisation"), "{said}");
    let said = session.text(Place::Page, "managed").await?.unwrap_or_default();
    ensure!(
        said.starts_with("Managed by your organisation") && said.ends_with(&count(example).to_string()),
        "{said}"
    );
    for (key, control) in
        [("style", "style-words"), ("words", "words"), ("label", "label"), ("recentRooms", "recent-rooms")]
    {
        ensure!(is_locked(session, control).await? != example[key].is_null(), "{control}");
    }
    if let Some(words) = example["words"].as_u64() {
        ensure!(session.value(Place::Page, "words").await? == words.to_string());
    }
    session.open_popup().await?;
    session.text_when(Place::Popup, "room-link", |link| link.contains(server)).await?;
    tab_status(session, Place::Popup).await?;
    for place in [Place::Page, Place::Popup] {
        helps(session, place, &example["helpAddress"]).await?;
    }
    Ok(())
}

/// How many settings an example sets.
fn count(example: &Value) -> usize {
    let settings = example.as_object().into_iter().flatten();
    settings
        .map(
            |(key, value)| {
                if key == "linkOptions" { value.as_object().map_or(0, serde_json::Map::len) } else { 1 }
            },
        )
        .sum()
}

/// Whether a link in `place` leads to the address for help, and none does where there is none.
async fn helps(session: &Session, place: Place, address: &Value) -> Result<()> {
    let link = "(root) => {
      const link = root.querySelector('#help a');
      return link?.checkVisibility() ? [link.textContent, link.getAttribute('href')] : null;
    }";
    let shown = session.call(place, link, json!([])).await?;
    let wanted =
        address.as_str().map(|address| json!([format!("Help: {address}"), format!("mailto:{address}")]));
    ensure!(shown == wanted.unwrap_or_default(), "{shown} in the {place:?}");
    Ok(())
}

in_both_browsers! {
    fn each_documented_example_holds(browser: Browser) {
        for example in examples(browser)? {
            managed(browser, &example, async |session| holds(session, &example).await)?;
        }
    }

    fn a_room_that_is_known_is_left_alone_and_still_judged_and_no_guide_opens_unasked(browser: Browser) {
        let policy = json!({ "knownRooms": ["https://meet.jit.si/Standup"], "welcome": false });
        managed(browser, &policy, async |session| {
            let tabs = session.tabs().await?;
            ensure!(!tabs.iter().any(|tab| tab.ends_with("/guide.html")), "{tabs:?}");
            session.open(&format!("{ROOM}weekly")).await?;
            session.warning().await?;
            open_unwarned(session, &format!("{ROOM}standup")).await?;
            badge_is(session, "!").await?;
            session.open_popup_in_person().await?;
            let said = tab_status(session, Place::Popup).await?;
            ensure!(said.contains("Strangers can guess"), "{said}");
            let said = session.text(Place::Popup, "off-said").await?.unwrap_or_default();
            ensure!(said.starts_with("Your organisation wants no warning"), "{said}");
            for id in ["off-last", "off-end"] {
                ensure!(session.rect(Place::Popup, id).await?.is_none(), "#{id} takes back what is not the user's");
            }
            Ok(())
        })?;
    }

    fn watched_servers_wait_for_the_users_permission(browser: Browser) {
        let policy = json!({ "watchedServers": ["meet.example.org"], "holdPage": true, "words": "many" });
        managed(browser, &policy, async |session| {
            session.open("https://site.example/").await?;
            badge_is(session, "…").await?;
            open_page(session, "options.html").await?;
            let hint = session.text(Place::Page, "permit-hint").await?.unwrap_or_default();
            ensure!(hint.contains("meet.example.org"), "{hint}");
            let scroll = "(root) => root.getElementById('permit').scrollIntoView()";
            session.call(Place::Page, scroll, json!([])).await?;
            ensure!(session.is_reachable(Place::Page, "permit").await?, "there is no button that asks");
            ensure!(is_locked(session, "hold-page").await?);
            ensure!(!is_locked(session, "words").await?, "a value that cannot be read is no rule");
            session.open_popup().await?;
            let said = session.text_when(Place::Popup, "waiting-for", |text| !text.is_empty()).await?;
            ensure!(said.contains("meet.example.org"), "{said}");
            Ok(())
        })?;
    }

    fn servers_that_are_set_are_chosen_from_and_one_that_is_set_stays(browser: Browser) {
        let servers = json!([{ "server": "meet.example.org", "note": "Ours" }, { "server": "http://unsafe.example" }]);
        let in_popup = "(root) => {
          const server = root.getElementById('server');
          const said = root.getElementById('change-locked');
          return [server.value, server.disabled, [...server.options].map((each) => each.value), !said.hidden];
        }";
        let shown = async |session: &Session| {
            session.open_popup().await?;
            tab_status(session, Place::Popup).await?;
            session.call(Place::Popup, in_popup, json!([])).await
        };
        let all = ["meet.jit.si", "meet.example.org"];
        managed(browser, &json!({ "servers": servers }), async |session| {
            ensure!(shown(session).await? == json!([all[0], false, all, false]));
            ensure!(session.rect(Place::Popup, "server").await?.is_some(), "nothing is to choose");
            choose(session, "server", all[1]).await?;
            session.text_when(Place::Popup, "room-link", |link| link.contains(all[1])).await?;
            open_page(session, "options.html").await?;
            for control in ["listed-server", "listed-note", "add-listed", "servers-read"] {
                ensure!(is_locked(session, control).await?, "{control}");
            }
            let said = session.text(Place::Page, "servers-setting").await?.unwrap_or_default();
            ensure!(said.contains("Set by your organisation") && said.contains("Ours"), "{said}");
            let buttons = "(root) => root.querySelectorAll('#servers button').length";
            ensure!(session.call(Place::Page, buttons, json!([])).await? == json!(0), "it can be deleted");
            Ok(())
        })?;
        managed(browser, &json!({ "servers": servers, "server": all[1] }), async |session| {
            let found = shown(session).await?;
            ensure!(found == json!([all[1], true, all, true]), "{found}");
            ensure!(session.rect(Place::Popup, "server").await?.is_none(), "what cannot be chosen takes room");
            Ok(())
        })?;
    }

    fn a_popup_that_is_there_before_the_browser_knows_its_policy_shows_it_in_the_end(browser: Browser) {
        // Without a guide, which takes as long as the browser does to hear of its policy.
        let extension = extension_with(browser, |_| {})?;
        let policy = json!({ "server": "meet.example.org" });
        run_managed(browser, extension.path(), &policy, async |session| {
            session.open_popup().await?;
            session.text_when(Place::Popup, "room-link", |link| link.contains("meet.example.org")).await?;
            Ok(())
        })?;
    }

    fn what_was_kept_for_smaller_warnings_is_forgotten_where_they_are_forbidden(browser: Browser) {
        managed(browser, &json!({ "warnLess": false }), async |session| {
            let days = json!({ "first": 1, "last": 2 });
            // What is watched changes, so that the background looks at the policy, as when the browser starts.
            store(session, json!({ "warnLess": true, "familiar:x": days, "watchedServers": [] })).await?;
            stored_as(session, "familiar:x", Value::Null).await?;
            open_page(session, "options.html").await?;
            ensure!(is_locked(session, "warn-less").await?);
            let is_on = "(root) => root.getElementById('warn-less').checked";
            ensure!(session.call(Place::Page, is_on, json!([])).await? == json!(false));
            Ok(())
        })?;
    }

    fn a_length_that_is_set_for_another_style_is_said_once_that_is_chosen(browser: Browser) {
        managed(browser, &json!({ "characters": 20 }), async |session| {
            session.open_popup().await?;
            tab_status(session, Place::Popup).await?;
            let unsaid = "(root) => root.getElementById('change-locked').hidden";
            let unsaid = async || session.call(Place::Popup, unsaid, json!([])).await;
            ensure!(unsaid().await? == json!(true), "nothing is set that is in sight");
            choose(session, "style", "characters").await?;
            ensure!(unsaid().await? == json!(false), "the slider cannot be moved, and nobody says why");
            Ok(())
        })?;
    }
}

/// Firefox reads what an administrator sets when it starts, and not before it starts again.
pub(crate) fn test_of_a_change() -> Test {
    let name = "what_the_administrator_changes_is_seen_in_settings_that_are_open";
    Test::new(module_path!(), Browser::Chromium, name, a_change_is_seen)
}

fn a_change_is_seen() -> Result<()> {
    let extension = extension_in(Browser::Chromium, "en")?;
    let before = json!({ "holdPage": true });
    managed_in(Browser::Chromium, extension.path(), &before, async |session| {
        open_page(session, "options.html").await?;
        ensure!(is_locked(session, "hold-page").await?);
        ensure!(!is_locked(session, "words").await?);
        change_chromium_policy(extension.path(), &json!({ "words": 9 }))?;
        until("the second policy", async || Ok(is_locked(session, "words").await?.then_some(()))).await?;
        ensure!(!is_locked(session, "hold-page").await?, "what is not set any more is still locked");
        Ok(())
    })
}

/// The whole file, as it stands in the document, in a Firefox of its own: it would hold in every other one that runs
/// on this machine if it lay where the document says.
pub(crate) fn test_of_policies_json() -> Test {
    let name = "each_documented_policies_json_holds";
    Test::new(module_path!(), Browser::Firefox, name, each_documented_policies_json_holds)
}

fn each_documented_policies_json_holds() -> Result<()> {
    for mut policies in documented(|block| block["policies"]["3rdparty"].is_object().then(|| block.clone()))?
    {
        // To install by force takes a package that Mozilla has signed.
        policies["policies"].as_object_mut().context("no policies")?.remove("ExtensionSettings");
        let extensions =
            policies["policies"]["3rdparty"]["Extensions"].as_object().context("no extensions")?;
        let (_, example) = extensions.iter().next().context("no extension")?;
        run_with_policies_json(&locate::extension(Browser::Firefox)?, &policies, async |session| {
            knows(session).await?;
            holds(session, example).await
        })?;
    }
    Ok(())
}
