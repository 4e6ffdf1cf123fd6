//! Several servers, of which one is chosen in the popup.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, in_both_browsers, json};

use crate::in_popup::{back, choose, copied, open, to};
use crate::inspect::{fits, is_accessible};
use crate::support::{ROOM, close_popup, store, stored, stored_as};

/// What a trainer may have handed out.
async fn store_list(session: &Session) -> Result<()> {
    let note = "Run by us. ".repeat(11);
    let servers = json!([
        { "server": "meet.example.org", "note": "Ours, nobody signs in" },
        { "server": "calls.example.org:8443", "note": note.trim() },
        { "server": "xn--mt-cja.example", "note": "" },
    ]);
    store(session, json!({ "servers": servers })).await
}

/// The servers that can be chosen, or nothing where there is no choice.
async fn choices(session: &Session) -> Result<Vec<String>> {
    let read = "(root) => root.getElementById('server').checkVisibility()
      ? [...root.querySelectorAll('#server option')].map((each) => each.textContent) : []";
    let found = session.call(Place::Popup, read, json!([])).await?;
    Ok(found.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect())
}

/// Whether the element `id` is in sight.
async fn is_shown(session: &Session, id: &str) -> Result<bool> {
    let shown = "(root, id) => root.getElementById(id).checkVisibility()";
    Ok(session.call(Place::Popup, shown, json!([id])).await? == json!(true))
}

in_both_browsers! {
    async fn a_server_is_chosen_and_the_name_stays(session: &Session) {
        store_list(session).await?;
        open(session).await?;
        ensure!(is_shown(session, "sign-in").await?, "nobody says that one of them signs in");
        let name = copied(session).await?.replace(ROOM, "");
        to(session, "change").await?;
        let all = ["meet.jit.si", "meet.example.org", "calls.example.org:8443", "xn--mt-cja.example (mté.example)"];
        assert_eq!(choices(session).await?, all);
        ensure!(!is_shown(session, "server-note").await?, "of this one nothing is said");
        choose(session, "server", "meet.example.org").await?;
        session.text_when(Place::Popup, "room-server", |text| text == "https://meet.example.org/").await?;
        assert_eq!(session.text(Place::Popup, "server-note").await?.as_deref(), Some("Ours, nobody signs in"));
        stored_as(session, "server", json!("meet.example.org")).await?;
        back(session).await?;
        for said in ["sign-in", "room-used"] {
            ensure!(!is_shown(session, said).await?, "#{said} is about another server");
        }
        let link = copied(session).await?;
        assert_eq!(link, format!("https://meet.example.org/{name}"));
        close_popup(session).await?;
        open(session).await?;
        assert_eq!(copied(session).await?, link, "the room is offered once more");
    }

    async fn a_server_is_chosen_where_the_room_is_made(session: &Session) {
        store_list(session).await?;
        open(session).await?;
        // No view is opened for it, and nothing leads to the settings for it.
        ensure!(choices(session).await?.len() == 4 && !is_shown(session, "other-server").await?);
        fits(session, Place::Popup, None).await?;
        is_accessible(session, Place::Popup).await?;
        choose(session, "server", "meet.example.org").await?;
        session.text_when(Place::Popup, "room-server", |text| text == "https://meet.example.org/").await?;
        session.text_when(Place::Popup, "server-note", |text| text == "Ours, nobody signs in").await?;
        ensure!(is_shown(session, "server-note").await?);
        let link = copied(session).await?;
        ensure!(link.starts_with("https://meet.example.org/"), "{link}");
    }

    async fn a_server_is_chosen_by_the_keyboard(session: &Session) {
        store_list(session).await?;
        open(session).await?;
        let focus = "(root) => root.getElementById('copy-link').focus()";
        session.call(Place::Popup, focus, json!([])).await?;
        for id in ["open-room", "new-room", "server"] {
            session.press(Place::Popup, Key::Tab).await?;
            until(id, async || Ok((session.focused(Place::Popup).await? == id).then_some(()))).await?;
        }
        session.press(Place::Popup, Key::ArrowDown).await?;
        session.press(Place::Popup, Key::Enter).await?;
        session.text_when(Place::Popup, "room-server", |text| text == "https://meet.example.org/").await?;
    }

    async fn where_there_is_one_server_nothing_is_to_be_chosen(session: &Session) {
        open(session).await?;
        to(session, "change").await?;
        assert_eq!(choices(session).await?, [""; 0]);
    }

    async fn a_server_of_ones_own_is_not_lost_by_choosing_another(session: &Session) {
        store(session, json!({ "server": "own.example" })).await?;
        open(session).await?;
        to(session, "change").await?;
        choose(session, "server", "meet.jit.si").await?;
        stored_as(session, "server", json!("meet.jit.si")).await?;
        stored_as(session, "servers", json!([{ "server": "own.example", "note": "" }])).await?;
        close_popup(session).await?;
        open(session).await?;
        to(session, "change").await?;
        assert_eq!(choices(session).await?, ["meet.jit.si", "own.example"]);
        choose(session, "server", "own.example").await?;
        session.text_when(Place::Popup, "room-server", |text| text == "https://own.example/").await?;
    }

    async fn the_servers_keep_nobody_out(session: &Session) {
        store_list(session).await?;
        open(session).await?;
        to(session, "change").await?;
        choose(session, "server", "calls.example.org:8443").await?;
        session.text_when(Place::Popup, "server-note", |text| text.len() == 120).await?;
        is_accessible(session, Place::Popup).await?;
        fits(session, Place::Popup, None).await?;
        choose(session, "server", "xn--mt-cja.example").await?;
        session.text_when(Place::Popup, "server-written", |text| text.contains("mté.example")).await?;
    }

    async fn a_choice_that_cannot_be_saved_holds_and_is_said(session: &Session) {
        store_list(session).await?;
        open(session).await?;
        let fail = "() => { chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES')); }";
        session.call(Place::Popup, fail, json!([])).await?;
        to(session, "change").await?;
        choose(session, "server", "meet.example.org").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("could not be saved")).await?;
        session.text_when(Place::Popup, "room-server", |text| text == "https://meet.example.org/").await?;
        assert!(stored(session).await?.get("server").is_none());
    }
}
