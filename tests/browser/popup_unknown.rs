//! A page that could be a room of a Jitsi server that nobody has named: what the popup offers there.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, Value, in_both_browsers, json, run_with};

use crate::chosen::permitted;
use crate::in_popup::{choose, to};
use crate::inspect::{fits, is_accessible, unfold};
use crate::support::{close_popup, store, stored, stored_as, tab_status};

const HOST: &str = "meet.example.org";
const ROOM: &str = "https://meet.example.org/standup";

/// Opens the popup on `address`; gives whether it asks what the page is.
async fn is_asked(session: &Session, address: &str) -> Result<bool> {
    if session.popup_is_open().await? {
        close_popup(session).await?;
    }
    session.open(address).await?;
    // The browser tells the address once a person has clicked the icon.
    session.open_popup_in_person().await?;
    tab_status(session, Place::Popup).await?;
    let shown = "(root) => root.getElementById('unknown').checkVisibility()";
    Ok(session.call(Place::Popup, shown, json!([])).await? == json!(true))
}

/// Answers for the browser, whose question no driver can answer, and writes down what was asked for.
async fn answer(session: &Session, answer: &str) -> Result<()> {
    let stub = format!(
        "() => {{
          window.asked = [];
          chrome.permissions.request = ({{ origins }}) => {{ window.asked.push(...origins); return {answer}; }};
        }}"
    );
    session.call(Place::Popup, &stub, json!([])).await.map(drop)
}

/// What waits in memory for the browser's answer.
async fn waiting(session: &Session) -> Result<Value> {
    let kept = "async () => (await chrome.storage.session.get('asked')).asked ?? null";
    session.call(Place::Background, kept, json!([])).await
}

async fn says(session: &Session, word: &str) -> Result<()> {
    session.text_when(Place::Popup, "status", |text| text.contains(word)).await.map(drop)
}

in_both_browsers! {
    async fn only_what_could_be_a_room_is_asked_about_and_folded_away(session: &Session) {
        for (address, asked) in [
            (ROOM, true),
            ("https://meet.example.org/", false),
            ("https://meet.jit.si/standup", false),
            ("https://meet-jit-si.example/standup", false),
            ("https://web.skype.com/", false),
        ] {
            ensure!(is_asked(session, address).await? == asked, "{address}");
        }
        // What was said of the page before is gone from the tab, which is found out a moment later.
        until("the question", async || Ok(is_asked(session, ROOM).await?.then_some(()))).await?;
        let buttons = "(root) => [...root.querySelectorAll('#unknown button')].some((each) => each.checkVisibility())";
        ensure!(session.call(Place::Popup, buttons, json!([])).await? == json!(false), "it is in the way");
        unfold(session, Place::Popup).await?;
        let hint = session.text(Place::Popup, "unknown-hint").await?.unwrap_or_default();
        ensure!(hint.contains("does not know") && hint.contains(HOST) && hint.contains("can listen"), "{hint}");
        is_accessible(session, Place::Popup).await?;
        fits(session, Place::Popup, None).await?;
        assert_eq!(stored(session).await?, json!({}), "nothing is stored unasked");
        // The user's own server is looked like.
        store(session, json!({ "server": HOST })).await?;
        ensure!(!is_asked(session, "https://rneet.example.org/standup").await?, "it looks like the user's own");
    }

    async fn new_rooms_are_made_there_and_where_they_were_made_can_be_chosen_again(session: &Session) {
        is_asked(session, ROOM).await?;
        let name = session.text(Place::Popup, "room-name").await?;
        let focus = "(root) => root.getElementById('unknown-open').focus()";
        session.call(Place::Popup, focus, json!([])).await?;
        session.press(Place::Popup, Key::Enter).await?;
        for _ in 0..2 {
            session.press(Place::Popup, Key::Tab).await?;
        }
        assert_eq!(session.focused(Place::Popup).await?, "unknown-home");
        session.press(Place::Popup, Key::Enter).await?;
        says(session, "New rooms are now made").await?;
        session.text_when(Place::Popup, "room-server", |text| text.contains(HOST)).await?;
        assert_eq!(session.text(Place::Popup, "room-name").await?, name);
        stored_as(session, "server", json!(HOST)).await?;
        to(session, "change").await?;
        choose(session, "server", "meet.jit.si").await?;
        stored_as(session, "server", json!("meet.jit.si")).await?;
        assert!(stored(session).await?.get("watchedServers").is_none(), "nobody wanted it to be watched");
    }

    async fn who_does_not_permit_it_changes_nothing(session: &Session) {
        is_asked(session, ROOM).await?;
        unfold(session, Place::Popup).await?;
        answer(session, "Promise.resolve(false)").await?;
        // The browser shows its question only in the very handler of a click.
        let press = "(root) => { root.getElementById('unknown-watch').click(); return window.asked; }";
        let asked = session.call(Place::Popup, press, json!([])).await?;
        assert_eq!(asked, json!(["https://meet.example.org/*"]));
        says(session, "Without your permission").await?;
        assert_eq!(stored(session).await?, json!({}));
        assert_eq!(waiting(session).await?, json!(null));
    }

    fn rooms_there_are_judged_once_the_browser_permits_it(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            ensure!(is_asked(session, ROOM).await?);
            unfold(session, Place::Popup).await?;
            session.click(Place::Popup, "unknown-watch").await?;
            says(session, "From now on").await?;
            stored_as(session, "watchedServers", json!([HOST])).await?;
            assert_eq!(waiting(session).await?, json!(null));
            close_popup(session).await?;
            session.warning().await?;
            ensure!(!is_asked(session, ROOM).await?, "it is known by now");
            Ok(())
        })?;
    }

    fn rooms_on_the_users_own_server_are_judged_in_the_popup_and_watched_once_that_is_permitted(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            store(session, json!({ "server": HOST })).await?;
            ensure!(is_asked(session, ROOM).await?, "it is not watched");
            let said = tab_status(session, Place::Popup).await?;
            ensure!(said.contains("Strangers can guess"), "{said}");
            let open = session.text(Place::Popup, "unknown-open").await?.unwrap_or_default();
            ensure!(open.contains("does not warn here yet"), "{open}");
            unfold(session, Place::Popup).await?;
            let hint = session.text(Place::Popup, "unknown-hint").await?.unwrap_or_default();
            ensure!(hint.contains("one of your servers") && hint.contains(HOST), "{hint}");
            ensure!(session.rect(Place::Popup, "unknown-home").await?.is_none(), "rooms are made there already");
            is_accessible(session, Place::Popup).await?;
            fits(session, Place::Popup, None).await?;
            session.click(Place::Popup, "unknown-watch").await?;
            says(session, "From now on").await?;
            stored_as(session, "watchedServers", json!([HOST])).await?;
            close_popup(session).await?;
            session.warning().await?;
            ensure!(!is_asked(session, ROOM).await?, "it is watched by now");
            Ok(())
        })?;
    }

    async fn pages_that_wait_for_the_browsers_permission_are_named_until_it_is_given(session: &Session) {
        store(session, json!({ "watchedServers": [HOST] })).await?;
        ensure!(!is_asked(session, ROOM).await?, "it is named");
        let said = session.text_when(Place::Popup, "waiting-for", |text| !text.is_empty()).await?;
        ensure!(said.contains("cannot warn you") && said.contains(HOST), "{said}");
        is_accessible(session, Place::Popup).await?;
        fits(session, Place::Popup, None).await?;
        for (given, word) in [("false", "Without your permission"), ("true", "Allowed")] {
            answer(session, &format!("Promise.resolve({given})")).await?;
            let press = "(root) => { root.getElementById('permit').click(); return window.asked; }";
            let asked = session.call(Place::Popup, press, json!([])).await?;
            assert_eq!(asked, json!(["https://meet.example.org/*"]));
            says(session, word).await?;
            ensure!(session.rect(Place::Popup, "waiting").await?.is_none() == (given == "true"), "{given}");
        }
    }

    fn a_popup_that_the_question_closes_loses_no_answer(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            is_asked(session, ROOM).await?;
            unfold(session, Place::Popup).await?;
            answer(session, "new Promise(() => {})").await?;
            session.click(Place::Popup, "unknown-watch").await?;
            until("the server to wait", async || Ok((waiting(session).await? == json!(HOST)).then_some(()))).await?;
            close_popup(session).await?;
            // As when the browser tells the background of a permission.
            store(session, json!({ "watchedServices": [] })).await?;
            stored_as(session, "watchedServers", json!([HOST])).await?;
            assert_eq!(waiting(session).await?, json!(null));
            session.warning().await.map(drop)
        })?;
    }

    async fn a_server_that_nobody_permits_waits_in_vain(session: &Session) {
        let wait = "() => chrome.storage.session.set({ asked: 'meet.example.org' })";
        session.call(Place::Background, wait, json!([])).await?;
        store(session, json!({ "watchedServices": [] })).await?;
        is_asked(session, ROOM).await?;
        assert_eq!(stored(session).await?, json!({ "watchedServices": [] }));
    }
}
