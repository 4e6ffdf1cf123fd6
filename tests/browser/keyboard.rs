//! By keyboard alone: every control of our own pages is reached in the order of the page, shows that it has the
//! focus, is called something, does what it is there for, and does not take the focus away with it when it goes.

use std::collections::BTreeSet;

use harness::anyhow::{Context as _, Result, bail, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, Value, in_both_browsers, json, run_with};

use crate::chosen::permitted;
use crate::inspect::{VIEWS, leave_view, open_page, open_view, unfold};
use crate::support::{press_until_focused, store, stored_as, tab_status};

/// Marks what Tab is to stop at, in the order of the document, and says what each is. Of radio buttons that belong
/// together, one is a stop.
const MARK: &str = "(root) => {
  const controls = [...root.querySelectorAll('a[href], button, input, select, textarea, summary')];
  const shown = { opacityProperty: true, visibilityProperty: true };
  const stops = controls.filter((each) => {
    const alone = each.type !== 'radio' || each.checked;
    return alone && !each.disabled && each.checkVisibility(shown);
  });
  return stops.map((each, at) => {
    each.dataset.stop = at;
    return `${each.localName} #${each.id}`;
  });
}";

/// What has the focus: which stop it is, whether one sees that, where it is, what it is.
const FOCUSED: &str = "(root) => {
  const focused = root.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
  const { top, bottom, height } = focused.getBoundingClientRect();
  return {
    stop: focused.dataset.stop === undefined ? null : Number(focused.dataset.stop),
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\\)|transparent/.test(outlineColor),
    inSight: top >= -1 && (bottom <= innerHeight + 1 || height > innerHeight),
    range: focused.type === 'range' ? [focused.value, focused.ariaValueText] : [],
    what: focused.outerHTML.slice(0, 120),
  };
}";

/// Maximum number of parts of one field that Tab stops at. Chosen because a date with its time has fewer.
const PARTS: usize = 10;

/// Walks through the page that is open, from its first control to its last.
async fn walk(session: &Session) -> Result<()> {
    let stops = session.call(Place::Page, MARK, json!([])).await?;
    let stops = stops.as_array().context("no stops")?;
    let focused = async || session.call(Place::Page, FOCUSED, json!([])).await;
    let mut names = BTreeSet::new();
    let mut here = focused().await?;
    for (at, wanted) in stops.iter().enumerate() {
        let mut pressed = 0;
        while here["stop"].is_null() || at > 0 && here["stop"] == json!(at - 1) {
            ensure!(
                pressed < PARTS,
                "Tab leads from {} to {}, and not to {wanted}",
                at.saturating_sub(1),
                here["what"]
            );
            session.press(Place::Page, Key::Tab).await?;
            here = focused().await?;
            pressed += 1;
        }
        ensure!(here["stop"] == json!(at), "after {at} stops comes {}, and not {wanted}", here["what"]);
        ensure!(here["ring"] == json!(true), "nobody sees the focus on {wanted}");
        ensure!(here["inSight"] == json!(true), "{wanted} has the focus out of sight");
        let name = session.focused_name().await?;
        ensure!(name.chars().any(char::is_alphabetic), "{wanted} is called {name:?}");
        for value in here["range"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            ensure!(!name.contains(value), "{wanted} is called by its value: {name:?}");
        }
        ensure!(names.insert(name.clone()), "{wanted} is called {name:?}, as another control is");
    }
    Ok(())
}

/// Presses Tab until the focus is where the JavaScript function says.
async fn tab_to(session: &Session, place: Place, is_there: &str) -> Result<()> {
    for _ in 0..80 {
        if session.call(place, is_there, json!([])).await? == json!(true) {
            return Ok(());
        }
        session.press(place, Key::Tab).await?;
    }
    bail!("Tab does not lead to where {is_there}")
}

async fn tab_to_id(session: &Session, id: &str) -> Result<()> {
    tab_to(session, Place::Popup, &format!("(root) => root.activeElement?.id === '{id}'")).await
}

/// Reaches the control `id` of the settings page and presses `key` there.
async fn press_at(session: &Session, id: &str, key: Key) -> Result<()> {
    press_until_focused(session, id).await?;
    session.press(Place::Page, key).await
}

async fn focus_is(session: &Session, id: &str) -> Result<()> {
    until(&format!("the focus on #{id}"), async || {
        let focused = session.focused(Place::Page).await?;
        ensure!(focused == id, "it is on #{focused}");
        Ok(Some(()))
    })
    .await
}

/// Lets the browser permit whatever it is asked for, since no driver can answer its question.
const PERMIT_ALL: &str = "() => {
  chrome.permissions.request = () => Promise.resolve(true);
  chrome.permissions.contains = () => Promise.resolve(true);
}";

in_both_browsers! {
    async fn the_popup_is_walked_through(session: &Session) {
        // As a page of its own, where a driver can ask for names; its order in the real popup is tested with it.
        session.open_own("popup.html").await?;
        session.ready().await?;
        tab_status(session, Place::Page).await?;
        session.type_into(Place::Page, "check-input", "standup").await?;
        session.text_when(Place::Page, "better-name", |text| text.contains("standup-")).await?;
        unfold(session, Place::Page).await?;
        let focus = "(root, id) => root.getElementById(id).focus({ focusVisible: true })";
        session.call(Place::Page, focus, json!(["to-rooms"])).await?;
        walk(session).await?;
        for view in VIEWS {
            open_view(session, Place::Page, view).await?;
            session.call(Place::Page, focus, json!(["back"])).await?;
            walk(session).await.with_context(|| format!("in the view {view}"))?;
            leave_view(session, Place::Page).await?;
        }
    }

    async fn the_settings_are_walked_through(session: &Session) {
        store(session, json!({
            "recentRooms": true,
            "recent:https://meet.jit.si/amber-trumpet-lagoon-visor-clinic": 1,
            "watchedServers": ["meet.example.org"],
            "servers": [{ "server": "meet.example.org", "note": "" }, { "server": "b.example", "note": "Ours" }],
        }))
        .await?;
        open_page(session, "options.html").await?;
        walk(session).await?;
        open_page(session, "options.html").await?;
        press_at(session, "style-words", Key::ArrowDown).await?;
        stored_as(session, "style", json!("characters")).await?;
        open_page(session, "options.html").await?;
        walk(session).await?;
    }

    async fn the_guide_is_walked_through(session: &Session) {
        open_page(session, "guide.html").await?;
        walk(session).await?;
    }

    async fn the_panel_is_walked_through(session: &Session) {
        open_page(session, "panel.html").await?;
        walk(session).await?;
    }

    async fn every_control_of_the_settings_works(session: &Session) {
        open_page(session, "options.html").await?;
        // Whoever comes to a field by Tab types over what is in it.
        press_until_focused(session, "server").await?;
        session.type_keys(Place::Page, "meet.example.org").await?;
        session.press(Place::Page, Key::Enter).await?;
        stored_as(session, "server", json!("meet.example.org")).await?;
        press_at(session, "style-words", Key::ArrowDown).await?;
        stored_as(session, "style", json!("characters")).await?;
        press_at(session, "characters", Key::ArrowRight).await?;
        stored_as(session, "characters", json!(16)).await?;
        // From the top again: a Tab that leaves the page leads through the browser's own controls.
        open_page(session, "options.html").await?;
        press_at(session, "style-characters", Key::ArrowDown).await?;
        stored_as(session, "style", json!("words")).await?;
        press_at(session, "word-list", Key::ArrowDown).await?;
        stored_as(session, "style", json!("words-short")).await?;
        press_at(session, "words", Key::ArrowRight).await?;
        stored_as(session, "words", json!(8)).await?;
        press_until_focused(session, "label").await?;
        session.type_keys(Place::Page, "acme").await?;
        session.press(Place::Page, Key::Enter).await?;
        stored_as(session, "label", json!("acme")).await?;
        for id in ["start-muted", "start-without-video", "no-third-parties", "encrypt-everywhere", "hide-addresses"] {
            press_at(session, id, Key::Space).await?;
        }
        let all = json!({
            "startMuted": true, "startWithoutVideo": true, "noThirdParties": true, "encryptEverywhere": true, "hideAddresses": true,
        });
        stored_as(session, "linkOptions", all).await?;
        for (id, key) in [
            ("hold-page", "holdPage"),
            ("warn-of-weak", "warnOfWeak"),
            ("warn-less", "warnLess"),
            ("recent-rooms", "recentRooms"),
        ] {
            press_at(session, id, Key::Space).await?;
            stored_as(session, key, json!(true)).await?;
        }
        press_at(session, "forget", Key::Enter).await?;
        focus_is(session, "confirm-keep").await?;
        session.press(Place::Page, Key::Enter).await?;
        focus_is(session, "forget").await?;
        session.press(Place::Page, Key::Enter).await?;
        focus_is(session, "confirm-keep").await?;
        press_at(session, "confirm-forget", Key::Enter).await?;
        session.text_when(Place::Page, "status", |text| text.contains("Everything is forgotten")).await?;
        focus_is(session, "forget").await?;
    }

    async fn the_last_undo_does_not_lose_the_focus(session: &Session) {
        open_page(session, "options.html").await?;
        press_at(session, "start-muted", Key::Space).await?;
        session.text_when(Place::Page, "status", |text| text.contains("Saved")).await?;
        press_at(session, "undo", Key::Enter).await?;
        session.text_when(Place::Page, "status", |text| text.contains("Undone")).await?;
        assert_eq!(session.rect(Place::Page, "undo").await?, None);
        focus_is(session, "server").await?;
    }

    async fn what_waits_for_a_permission_is_permitted(session: &Session) {
        store(session, json!({ "watchedServers": ["meet.example.org"] })).await?;
        open_page(session, "options.html").await?;
        session.call(Place::Page, PERMIT_ALL, json!([])).await?;
        press_at(session, "permit", Key::Enter).await?;
        until("the button to go", async || {
            Ok(session.rect(Place::Page, "permit").await?.is_none().then_some(()))
        })
        .await?;
        focus_is(session, "watched-server").await?;
    }

    async fn every_control_of_the_popup_works(session: &Session) {
        session.open_popup().await?;
        tab_status(session, Place::Popup).await?;
        let enter = async |id: &str| {
            tab_to_id(session, id).await?;
            session.press(Place::Popup, Key::Enter).await
        };
        let said = async |word: &str| {
            session.text_when(Place::Popup, "status", |text| text.contains(word)).await.map(drop)
        };
        let name = async |wanted: &dyn Fn(&str) -> bool| {
            let name = session.text_when(Place::Popup, "room-name", wanted).await?;
            Ok::<_, harness::anyhow::Error>(name)
        };
        enter("copy-link").await?;
        said("Copied").await?;
        let first = name(&|_| true).await?;
        enter("new-room").await?;
        name(&|name| name != first).await?;
        enter("to-change").await?;
        tab_to_id(session, "label-input").await?;
        session.type_keys(Place::Popup, "ab").await?;
        name(&|name| name.starts_with("ab-")).await?;
        tab_to_id(session, "style").await?;
        session.press(Place::Popup, Key::ArrowDown).await?;
        stored_as(session, "style", json!("words-short")).await?;
        tab_to_id(session, "length").await?;
        session.press(Place::Popup, Key::ArrowRight).await?;
        session.text_when(Place::Popup, "length-count", |text| text == "8").await?;
        for (id, key) in [
            ("start-muted", "config.startWithAudioMuted=true"),
            ("start-without-video", "config.startWithVideoMuted=true"),
            ("no-third-parties", "config.disableThirdPartyRequests=true"),
            ("encrypt-everywhere", "config.enableEncodedTransformSupport=true&config.deeplinking.disabled=true"),
            ("hide-addresses", "config.p2p.enabled=false"),
        ] {
            tab_to_id(session, id).await?;
            session.press(Place::Popup, Key::Space).await?;
            session.text_when(Place::Popup, "room-options", |text| text.contains(key)).await?;
        }
        enter("back").await?;
        enter("to-share").await?;
        session.text_when(Place::Popup, "qr-hint", |text| !text.is_empty()).await?;
        tab_to_id(session, "meeting-length").await?;
        session.press(Place::Popup, Key::ArrowDown).await?;
        let length = "(root) => root.getElementById('meeting-length').value";
        until("a longer meeting", async || {
            Ok((session.call(Place::Popup, length, json!([])).await? == json!("90")).then_some(()))
        })
        .await?;
        enter("calendar-file").await?;
        said("calendar file").await?;
        session.press(Place::Popup, Key::Escape).await?;
        enter("to-talk").await?;
        enter("copy-check-words").await?;
        said("words").await?;
        let words = session.text(Place::Popup, "check-word-call").await?;
        enter("new-check-words").await?;
        until("other words", async || {
            Ok((session.text(Place::Popup, "check-word-call").await? != words).then_some(()))
        })
        .await?;
        enter("copy-password").await?;
        said("password").await?;
        let password = session.text(Place::Popup, "password").await?.unwrap_or_default();
        enter("new-password").await?;
        session.text_when(Place::Popup, "password", |text| text != password).await?;
        session.press(Place::Popup, Key::Escape).await?;
        tab_to_id(session, "check-input").await?;
        session.type_keys(Place::Popup, "standup").await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("Strangers can guess")).await?;
        enter("use-better").await?;
        name(&|name| name.starts_with("standup-")).await?;
        assert_eq!(session.focused(Place::Popup).await?, "copy-link", "the focus went with the button");
        enter("open-room").await?;
        until("the room in a tab", async || {
            Ok(session.tabs().await?.iter().any(|tab| tab.contains("/standup-")).then_some(()))
        })
        .await?;
    }

    async fn the_links_of_the_popup_lead_to_guide_and_settings(session: &Session) {
        for (id, page) in [("guide-link", "/guide.html"), ("options-link", "/options.html")] {
            session.open_popup().await?;
            tab_status(session, Place::Popup).await?;
            tab_to_id(session, id).await?;
            session.press(Place::Popup, Key::Enter).await?;
            until(page, async || Ok(session.tabs().await?.iter().any(|tab| tab.ends_with(page)).then_some(()))).await?;
        }
    }

    fn servers_and_services_are_chosen_and_given_up(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            open_page(session, "options.html").await?;
            for services in [json!(["discord"]), json!([])] {
                press_at(session, "discord", Key::Space).await?;
                stored_as(session, "watchedServices", services).await?;
                session.text_when(Place::Page, "status", |text| !text.is_empty()).await?;
                focus_is(session, "discord").await?;
            }
            press_until_focused(session, "watched-server").await?;
            session.type_keys(Place::Page, "meet.example.org").await?;
            session.press(Place::Page, Key::Enter).await?;
            stored_as(session, "watchedServers", json!(["meet.example.org"])).await?;
            session.text_when(Place::Page, "watched-servers", |text| text.contains("meet.example.org")).await?;
            assert_eq!(session.value(Place::Page, "watched-server").await?, "");
            focus_is(session, "watched-server").await?;
            session.type_keys(Place::Page, "meet.jit.si").await?;
            press_at(session, "watch-server", Key::Enter).await?;
            session.text_when(Place::Page, "watched-server-problem", |text| !text.is_empty()).await?;
            open_page(session, "options.html").await?;
            tab_to(session, Place::Page, "(root) => root.activeElement.matches('#watched-servers button')").await?;
            session.press(Place::Page, Key::Enter).await?;
            stored_as(session, "watchedServers", json!([])).await?;
            focus_is(session, "watched-server").await
        })?;
    }
}
