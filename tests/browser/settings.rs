//! Settings outlast what happens to them: other versions of the extension, several windows at once, a browser that is
//! killed while it writes.
//!
//! There has been one format so far, that of version 0.1. When another one comes, the storage of this one stays among
//! the files of `stored/`.

use std::collections::BTreeSet;

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{End, Place, Session, Value, in_both_browsers, json, locate, run, run_through_restart};

use crate::inspect::open_page;
use crate::support::{ROOM, store, stored, stored_as};

fn fixture(text: &str) -> Result<Value> {
    Ok(serde_json::from_str(text)?)
}

/// Opens all that reads the storage; nothing of it is lost by that, and nothing goes wrong.
async fn reads(session: &Session, items: &Value) -> Result<()> {
    store(session, items.clone()).await?;
    for page in ["guide.html", "options.html"] {
        open_page(session, page).await?;
    }
    session.open(&format!("{ROOM}standup")).await?;
    session.warning().await?;
    session.open_popup().await?;
    session.text_when(Place::Popup, "tab-status", |text| text.contains("Strangers can guess")).await?;
    ensure!(session.text(Place::Popup, "status").await?.as_deref() == Some(""), "the popup complains");
    let mut left = stored(session).await?;
    // What no browser says that an administrator has set is not kept; see docs/privacy.md.
    left.as_object_mut().context("no storage")?.remove("policy");
    let mut items = items.clone();
    items.as_object_mut().context("no items")?.remove("policy");
    ensure!(left == items, "of {items} is left {left}");
    Ok(())
}

/// The settings page, with what it shows.
async fn shown(session: &Session, ids: &[&str]) -> Result<Value> {
    open_page(session, "options.html").await?;
    let read = "(root, ids) => ids.map((id) => {
      const { type, checked, value, textContent } = root.getElementById(id);
      return /checkbox|radio/.test(type) ? checked : value ?? textContent;
    })";
    session.call(Place::Page, read, json!([ids])).await
}

/// Opens the settings in two windows, and lets the browser permit what they ask for.
async fn open_twice(session: &Session) -> Result<()> {
    let permit = "() => {
      chrome.permissions.request = () => Promise.resolve(true);
      chrome.permissions.contains = () => Promise.resolve(true);
    }";
    open_page(session, "options.html").await?;
    session.call(Place::Page, permit, json!([])).await?;
    session.open_tab("about:blank").await?;
    open_page(session, "options.html").await?;
    session.call(Place::Page, permit, json!([])).await.map(drop)
}

in_both_browsers! {
    fn what_version_0_1_stored_holds(browser: Browser) {
        run(browser, async |session| {
            reads(session, &fixture(include_str!("stored/0.1.json"))?).await?;
            session.text_when(Place::Popup, "room-link", |link| link.contains("meet.example.org:8443/")).await?;
            session.text_when(Place::Popup, "room-name", |name| name.starts_with("acme-")).await?;
            let ids = [
                "server", "word-list", "words", "label", "start-muted", "start-without-video", "no-third-parties",
                "hold-page", "discord", "zoom", "teams", "recent-rooms",
            ];
            let wanted = json!([
                "meet.example.org:8443", "words-es", "7", "acme", true, false, true, true, true, true, false, true
            ]);
            ensure!(shown(session, &ids).await? == wanted, "{:?}", shown(session, &ids).await?);
            for (id, text) in [("watched-servers", "meet.example.org:8443"), ("recent-list", "amber-trumpet")] {
                session.text_when(Place::Page, id, |shown| shown.contains(text)).await?;
            }
            open_page(session, "guide.html").await?;
            session.text_when(Place::Page, "progress", |text| text.contains('2')).await.map(drop)
        })?;
    }

    fn what_cannot_be_read_counts_as_not_set_and_is_not_lost(browser: Browser) {
        run(browser, async |session| {
            let corrupt = fixture(include_str!("stored/corrupt.json"))?;
            reads(session, &corrupt).await?;
            let ids = ["server", "words", "label", "start-muted", "hold-page", "recent-rooms", "zoom"];
            let wanted = json!(["meet.jit.si", "5", "", false, false, false, false]);
            ensure!(shown(session, &ids).await? == wanted, "{:?}", shown(session, &ids).await?);
            session.text_when(Place::Page, "watched-servers", |text| text.contains("meet.example.org")).await?;
            session.click(Place::Page, "hold-page").await?;
            stored_as(session, "holdPage", json!(true)).await?;
            for key in ["style", "words", "server", "watchedServices", "salt"] {
                stored_as(session, key, corrupt[key].clone()).await?;
            }
            Ok(())
        })?;
    }

    fn what_a_later_version_stored_waits_for_it(browser: Browser) {
        run(browser, async |session| {
            let later = fixture(include_str!("stored/later.json"))?;
            reads(session, &later).await?;
            let wanted = json!(["words-it", "6", "acme", true, true]);
            ensure!(shown(session, &["word-list", "words", "label", "start-muted", "discord"]).await? == wanted);
            session.click(Place::Page, "hold-page").await?;
            stored_as(session, "holdPage", json!(true)).await?;
            let mut left = stored(session).await?;
            left.as_object_mut().context("no storage")?.remove("holdPage");
            ensure!(left == later, "{left}");
            Ok(())
        })?;
    }

    fn two_windows_that_change_settings_at_once_lose_nothing(browser: Browser) {
        run(browser, async |session| {
            open_twice(session).await?;
            // In one turn of the event loop: both windows read before either has written.
            let both = "async (root, task) => {
              const windows = chrome.extension.getViews({ type: 'tab' })
                .filter(({ location }) => location.pathname === '/options.html');
              if (windows.length !== 2) throw new Error(`${windows.length} windows`);
              const tasks = {
                switch: ({ document }, id) => document.getElementById(id).click(),
                add: ({ document }, server) => {
                  document.getElementById('watched-server').value = server;
                  document.getElementById('watch').requestSubmit();
                },
                list: ({ document }, server) => {
                  document.getElementById('listed-server').value = server;
                  document.getElementById('list-server').requestSubmit();
                },
              };
              const [act, ...parts] = task;
              windows.forEach((each, at) => tasks[act](each, parts[at]));
            }";
            let at_once = async |task: [&str; 3]| session.call(Place::Page, both, json!([task])).await;
            at_once(["switch", "start-muted", "no-third-parties"]).await?;
            let links = json!({ "startMuted": true, "startWithoutVideo": false, "noThirdParties": true, "encryptEverywhere": false, "hideAddresses": false });
            stored_as(session, "linkOptions", links).await?;
            at_once(["switch", "hold-page", "recent-rooms"]).await?;
            stored_as(session, "holdPage", json!(true)).await?;
            stored_as(session, "recentRooms", json!(true)).await?;
            at_once(["switch", "discord", "zoom"]).await?;
            holds_both(session, "watchedServices", [json!("discord"), json!("zoom")]).await?;
            at_once(["list", "a.example", "b.example"]).await?;
            let listed = |server| json!({ "server": server, "note": "" });
            holds_both(session, "servers", ["a.example", "b.example"].map(listed)).await?;
            at_once(["add", "a.example", "b.example"]).await?;
            holds_both(session, "watchedServers", [json!("a.example"), json!("b.example")]).await?;
            // To take back what one did does not take back what the other did since.
            session.text_when(Place::Page, "watched-servers", |text| text.contains(".example")).await?;
            session.click(Place::Page, "undo").await?;
            until("one server to be left", async || {
                Ok((stored(session).await?["watchedServers"].as_array().map(Vec::len) == Some(1)).then_some(()))
            })
            .await?;
            holds_both(session, "watchedServices", [json!("discord"), json!("zoom")]).await
        })?;
    }

    fn a_browser_that_is_killed_while_it_writes_loses_nothing(browser: Browser) {
        let before = async |session: &Session| {
            open_page(session, "options.html").await?;
            session.type_into(Place::Page, "label", "acme").await?;
            session.click(Place::Page, "hold-page").await?;
            stored_as(session, "label", json!("acme")).await?;
            stored_as(session, "holdPage", json!(true)).await?;
            let write = "(root) => {
              window.turns = 0;
              const slider = root.getElementById('words');
              setInterval(() => {
                window.turns += 1;
                slider.value = 6 + (window.turns % 5);
                slider.dispatchEvent(new Event('change'));
              }, 5);
            }";
            session.call(Place::Page, write, json!([])).await?;
            until("many writes", async || {
                let turns = session.call(Place::Page, "() => window.turns", json!([])).await?;
                Ok((turns.as_u64() > Some(50) && stored(session).await?["words"].is_number()).then_some(()))
            })
            .await
        };
        let extension = locate::extension(browser)?;
        run_through_restart(browser, &extension, End::Killed, before, async |session| {
            let left = stored(session).await?;
            let keys: BTreeSet<&str> = left.as_object().context("no storage")?.keys().map(String::as_str).collect();
            // With the number of words goes the list that it was chosen for.
            ensure!(keys == BTreeSet::from(["holdPage", "label", "style", "words"]), "{left}");
            ensure!(left["label"] == json!("acme") && left["holdPage"] == json!(true), "{left}");
            let words = left["words"].as_u64().context("no number")?;
            ensure!((6..=10).contains(&words), "{left}");
            let wanted = json!([words.to_string(), "acme", true]);
            ensure!(shown(session, &["words", "label", "hold-page"]).await? == wanted);
            // A window that opens after that may be behind another, where nothing is drawn and no pointer moves.
            let switch = "(root) => root.getElementById('start-muted').click()";
            session.call(Place::Page, switch, json!([])).await?;
            session.text_when(Place::Page, "status", |text| text.contains("Saved")).await.map(drop)
        })?;
    }
}

/// Waits until both items are in the list that is stored under `key`.
async fn holds_both(session: &Session, key: &str, items: [Value; 2]) -> Result<()> {
    until(&format!("both of {items:?}"), async || {
        let stored = stored(session).await?;
        let list = stored[key].as_array().context("no list")?;
        ensure!(items.iter().all(|item| list.contains(item)), "{key} holds {list:?}");
        Ok(Some(()))
    })
    .await
}
