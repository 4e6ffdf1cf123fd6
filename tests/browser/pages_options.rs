//! The settings page.

use harness::anyhow::Result;
use harness::wait::until;
use harness::{Key, Place, Session, Value, extension_with, in_both_browsers, json, run_with};

use crate::inspect::{open_page, said};
use crate::support::{first_in, press_until_focused, store, stored, stored_as};

async fn open(session: &Session) -> Result<()> {
    session.open_own("options.html").await?;
    session.ready().await
}

in_both_browsers! {
    async fn every_setting_is_changed_and_taken_back_by_keyboard(session: &Session) {
        open(session).await?;
        press_until_focused(session, "words").await?;
        session.press(Place::Page, Key::ArrowRight).await?;
        said(session, "Saved").await?;
        stored_as(session, "words", json!(6)).await?;
        for (id, key, value) in [
            ("start-muted", "linkOptions", json!({"startMuted": true, "startWithoutVideo": false, "noThirdParties": false, "encryptEverywhere": false, "hideAddresses": false})),
            ("recent-rooms", "recentRooms", json!(true)),
        ] {
            press_until_focused(session, id).await?;
            session.press(Place::Page, Key::Space).await?;
            stored_as(session, key, value).await?;
        }
        press_until_focused(session, "undo").await?;
        session.press(Place::Page, Key::Enter).await?;
        stored_as(session, "recentRooms", json!(false)).await?;
        said(session, "Undone").await?;
    }

    async fn nothing_that_is_pressed_touches_what_stands_above_it(session: &Session) {
        open_page(session, "options.html").await?;
        let close = "(root) => [...root.querySelectorAll('.setting > :is(button, .actions, form)')]
          .filter((each) => each.checkVisibility())
          .map((each) => {
            let above = each.previousElementSibling;
            while (above && !above.getBoundingClientRect().height) above = above.previousElementSibling;
            const gap = above && each.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
            return above && gap < 7.5 ? `${above.id} ${gap} ${each.id}` : null;
          })
          .filter(Boolean)";
        assert_eq!(session.call(Place::Page, close, json!([])).await?, json!([]));
    }

    async fn bits_are_folded_away_and_go_with_the_slider(session: &Session) {
        open(session).await?;
        session.text_when(Place::Page, "words-strong", |text| text.contains("Strong name")).await?;
        let bits = "(root) => {
          const bits = root.getElementById('words-strength');
          return [bits.checkVisibility(), bits.textContent];
        }";
        let said = async || session.call(Place::Page, bits, json!([])).await;
        assert_eq!(said().await?, json!([false, "Strength: 64.3 bits. A name is strong from 45 bits."]));
        let focus = "(root) => root.querySelector('#words-setting summary').focus()";
        session.call(Place::Page, focus, json!([])).await?;
        session.press(Place::Page, Key::Enter).await?;
        assert_eq!(said().await?[0], json!(true));
        let focus = "(root) => root.getElementById('words').focus()";
        session.call(Place::Page, focus, json!([])).await?;
        session.press(Place::Page, Key::ArrowRight).await?;
        session.text_when(Place::Page, "words-strength", |text| text.contains("77.")).await?;
    }

    async fn a_wrong_server_is_explained_and_nothing_is_lost(session: &Session) {
        open(session).await?;
        for (typed, word) in [
            ("http://meet.example.org", "https://"),
            ("meet.example.org/room", "slash"),
            ("me:pw@meet.example.org", "password"),
            ("two words", "not a server"),
        ] {
            session.call(Place::Page, "(root) => { root.getElementById('server').value = ''; }", json!([])).await?;
            session.type_into(Place::Page, "server", typed).await?;
            session.press(Place::Page, Key::Enter).await?;
            session.text_when(Place::Page, "server-problem", |text| text.contains(word)).await?;
            assert_eq!(session.value(Place::Page, "server").await?, typed);
        }
        assert_eq!(stored(session).await?, json!({}));
    }

    async fn rooms_are_made_on_the_chosen_server(session: &Session) {
        open(session).await?;
        session.call(Place::Page, "(root) => { root.getElementById('server').value = ''; }", json!([])).await?;
        session.type_into(Place::Page, "server", "meet.example.org:8443").await?;
        session.press(Place::Page, Key::Enter).await?;
        stored_as(session, "server", json!("meet.example.org:8443")).await?;
        session.open_popup().await?;
        let on_server = |text: &str| text.contains("meet.example.org:8443");
        session.text_when(Place::Popup, "room-link", on_server).await?;
    }

    async fn everything_is_forgotten_only_after_confirmation(session: &Session) {
        open(session).await?;
        let room = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let kept = json!({
            "words": 7,
            "servers": [{ "server": "meet.example.org", "note": "Ours" }],
            "tick:password": true,
            format!("recent:{room}"): 1,
            format!("pinned:{room}"): { "name": "Weekly", "since": 1 },
            "silenced:x": true,
            "familiar:x": { "first": 1, "last": 2 },
            "salt": "s",
        });
        store(session, kept).await?;
        press_until_focused(session, "forget").await?;
        session.press(Place::Page, Key::Enter).await?;
        until("the question", async || Ok((session.focused(Place::Page).await? == "confirm-keep").then_some(()))).await?;
        session.press(Place::Page, Key::Escape).await?;
        assert_eq!(stored(session).await?["words"], json!(7));
        session.click(Place::Page, "forget").await?;
        session.click(Place::Page, "confirm-forget").await?;
        said(session, "Everything is forgotten").await?;
        assert_eq!(stored(session).await?, json!({}));
    }

    async fn rooms_are_remembered_only_when_asked_and_deleted_one_by_one(session: &Session) {
        open(session).await?;
        assert_eq!(session.rect(Place::Page, "recent").await?, None);
        let room = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let other = "https://meet.jit.si/other-room";
        let key = |room: &str| format!("recent:{room}");
        let odd = "recent:javascript:alert(1)";
        store(session, json!({"recentRooms": true, key(room): 2, key(other): 1, odd: "then"})).await?;
        open(session).await?;
        session.text_when(Place::Page, "recent-list", |text| text.contains(room) && text.contains(other)).await?;
        let focus = "(root) => root.querySelector('#recent-list button').focus()";
        session.call(Place::Page, focus, json!([])).await?;
        session.press(Place::Page, Key::Enter).await?;
        said(session, "Deleted").await?;
        session.text_when(Place::Page, "recent-list", |text| !text.contains(room) && text.contains(other)).await?;
        assert_eq!(stored(session).await?[key(room)], Value::Null);
        session.click(Place::Page, "recent-rooms").await?;
        said(session, "forgotten").await?;
        let left = stored(session).await?;
        assert_eq!((&left[key(other)], &left[odd]), (&Value::Null, &Value::Null), "{left}");
    }

    async fn corrupt_storage_is_shown_as_not_set_and_not_erased(session: &Session) {
        store(session, json!({
            "words": "many", "server": 7, "linkOptions": [1], "label": {"a": 1}, "recentRooms": "yes",
            "style": "emoji", "recent:javascript:alert(1)": 1, "tick:nothing-of-ours": true,
        }))
        .await?;
        open(session).await?;
        assert_eq!(session.value(Place::Page, "server").await?, "meet.jit.si");
        assert_eq!(session.value(Place::Page, "words").await?, "5");
        assert_eq!(session.text(Place::Page, "recent-list").await?, Some(String::new()));
        session.click(Place::Page, "start-muted").await?;
        said(session, "Saved").await?;
        assert_eq!(stored(session).await?["words"], json!("many"));
        open_page(session, "guide.html").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('0')).await?;
    }

    async fn what_cannot_be_saved_is_said_and_not_shown_as_saved(session: &Session) {
        open(session).await?;
        let full = "() => { chrome.storage.local.set = () => Promise.reject(new Error('full')); }";
        session.call(Place::Page, full, json!([])).await?;
        session.click(Place::Page, "start-muted").await?;
        said(session, "could not be saved").await?;
        let checked = "(root) => root.getElementById('start-muted').checked";
        until("the box to go back", async || {
            Ok((session.call(Place::Page, checked, json!([])).await? == json!(false)).then_some(()))
        })
        .await?;
    }

    async fn what_is_in_hand_stays_when_something_else_is_saved(session: &Session) {
        let room = "recent:https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        store(session, json!({ "recentRooms": true, room: 1, "watchedServers": ["meet.example.org"] })).await?;
        open(session).await?;
        let buttons = "#discord, #watched-servers button, #recent-list button";
        let mark = "(root, buttons) => {
          for (const button of root.querySelectorAll(buttons)) button.dataset.mark = '';
        }";
        session.call(Place::Page, mark, json!([buttons])).await?;
        session.click(Place::Page, "hold-page").await?;
        said(session, "Saved").await?;
        let kept = "(root) => root.querySelectorAll('[data-mark]').length";
        assert_eq!(session.call(Place::Page, kept, json!([])).await?, json!(3));
    }

    async fn the_pages_fit_a_phone(session: &Session) {
        session.resize(500, 900).await?;
        for page in ["options.html", "guide.html"] {
            session.open_own(page).await?;
            session.ready().await?;
            // Narrower than a browser lets its window be: as at 320 pixels, or at 400 % zoom.
            let width = "(root) => {
              root.body.style.width = '320px';
              return Math.max(...[...root.querySelectorAll('body *')].map((each) => each.getBoundingClientRect().right));
            }";
            let right = session.call(Place::Page, width, json!([])).await?;
            assert!(right.as_f64().is_some_and(|right| right <= 320.0), "{page}: {right}");
        }
    }

    fn a_setting_is_changed_before_the_policy_is_known(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("options.html", extension.path(), SILENT)?;
        run_with(browser, extension.path(), async |session| {
            session.open_own("options.html").await?;
            until("the settings to be shown", async || {
                Ok((session.value(Place::Page, "server").await? == "meet.jit.si").then_some(()))
            })
            .await?;
            session.click(Place::Page, "start-muted").await?;
            said(session, "Saved").await
        })?;
    }
}

/// As while a browser starts: it does not say yet what an administrator has set.
const SILENT: &str = "chrome.storage.managed.get = () => new Promise(() => {});";
