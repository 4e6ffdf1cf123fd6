//! The rooms that a person keeps, in the popup and as a file.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, extension_in, extension_with, in_both_browsers, json, run_with};

use crate::in_popup::{choose, said};
use crate::inspect::{choose_file, is_accessible, open_page, open_popup};
use crate::popup_team::{LISTEN, NO_ROOMS};
use crate::support::{close_popup, first_in, store, stored};

/// Opens the popup, and there the view.
async fn open(session: &Session) -> Result<()> {
    if session.popup_is_open().await? {
        close_popup(session).await?;
    }
    open_popup(session).await?;
    session.click(Place::Popup, "to-rooms").await?;
    session.text_when(Place::Popup, "view-heading", |text| text == "My rooms").await.map(drop)
}

async fn name_is(session: &Session, at: usize, name: &str) -> Result<()> {
    session.text_when(Place::Popup, &format!("room-{at}-name"), |text| text == name).await.map(drop)
}

in_both_browsers! {
    async fn a_pinned_room_is_found_again_by_the_name_that_one_gave_it(session: &Session) {
        open(session).await?;
        session.text_when(Place::Popup, "rooms-none", |text| !text.is_empty()).await?;
        assert_eq!(stored(session).await?, json!({}), "something was stored that nobody wanted");
        session.click(Place::Popup, "pin-new").await?;
        said(session, "Pinned").await?;
        let name = session.text_when(Place::Popup, "room-0-name", |text| text.contains('-')).await?;
        until("the focus on the new row", async || {
            Ok((session.focused(Place::Popup).await? == "room-0-rename").then_some(()))
        })
        .await?;
        session.click(Place::Popup, "room-0-rename").await?;
        until("the field", async || {
            Ok((session.focused(Place::Popup).await? == "room-name-input").then_some(()))
        })
        .await?;
        // Escape leaves the name as it is, and the view open.
        choose(session, "room-name-input", "Fridays").await?;
        session.press(Place::Popup, Key::Escape).await?;
        until("the focus on what began it", async || {
            Ok((session.focused(Place::Popup).await? == "room-0-rename").then_some(()))
        })
        .await?;
        name_is(session, 0, &name).await?;
        session.press(Place::Popup, Key::Enter).await?;
        until("the field again", async || {
            Ok((session.focused(Place::Popup).await? == "room-name-input").then_some(()))
        })
        .await?;
        choose(session, "room-name-input", "Thursdays with").await?;
        session.press(Place::Popup, Key::Enter).await?;
        name_is(session, 0, "Thursdays with").await?;
        until("the focus on what was pressed before", async || {
            Ok((session.focused(Place::Popup).await? == "room-0-rename").then_some(()))
        })
        .await?;
        is_accessible(session, Place::Popup).await?;
        open(session).await?;
        name_is(session, 0, "Thursdays with").await?;
        session.click(Place::Popup, "room-0-copy").await?;
        said(session, "Copied").await?;
        let link = session.clipboard().await?;
        assert!(link.ends_with(&name), "{link} is not {name}");
        session.click(Place::Popup, "room-0-open").await?;
        until("a tab with the room", async || {
            Ok(session.tabs().await?.iter().any(|tab| tab.starts_with(&link)).then_some(()))
        })
        .await?;
    }

    async fn what_is_forgotten_is_taken_back(session: &Session) {
        let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let kept = json!({ format!("pinned:{link}"): { "name": "Ours", "since": 1 }, format!("recent:{link}2"): 5 });
        store(session, kept.clone()).await?;
        open(session).await?;
        name_is(session, 0, "Ours").await?;
        name_is(session, 1, "amber-trumpet-lagoon-visor-clinic2").await?;
        for at in [1, 0] {
            session.click(Place::Popup, &format!("room-{at}-forget")).await?;
            until("the focus on Undo", async || {
                Ok((session.focused(Place::Popup).await? == "rooms-undo").then_some(()))
            })
            .await?;
            ensure!(stored(session).await? != kept, "nothing was forgotten");
            session.press(Place::Popup, Key::Enter).await?;
            said(session, "Undone").await?;
            until("what was forgotten", async || Ok((stored(session).await? == kept).then_some(()))).await?;
        }
        // The one that was used lately is pinned.
        session.click(Place::Popup, "room-1-pin").await?;
        said(session, "Pinned").await?;
        name_is(session, 0, "amber-trumpet-lagoon-visor-clinic2").await?;
        name_is(session, 1, "Ours").await?;
    }

    async fn a_pinned_room_that_was_forgotten_comes_back_after_the_popup_was_closed(session: &Session) {
        let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let kept = json!({ format!("pinned:{link}"): { "name": "Ours", "since": 1 } });
        store(session, kept.clone()).await?;
        open(session).await?;
        name_is(session, 0, "Ours").await?;
        session.click(Place::Popup, "room-0-forget").await?;
        session.text_when(Place::Popup, "rooms-forgotten-said", |text| text.contains("Ours")).await?;
        until("nothing pinned", async || Ok((stored(session).await? == json!({})).then_some(()))).await?;
        open(session).await?;
        session.text_when(Place::Popup, "rooms-forgotten-said", |text| text.contains("Ours")).await?;
        is_accessible(session, Place::Popup).await?;
        session.click(Place::Popup, "rooms-undo").await?;
        said(session, "Undone").await?;
        name_is(session, 0, "Ours").await?;
        assert_eq!(stored(session).await?, kept);
        open(session).await?;
        name_is(session, 0, "Ours").await?;
        assert_eq!(session.rect(Place::Popup, "rooms-undo").await?, None, "there is nothing to be taken back");
    }

    async fn a_room_for_which_there_is_no_place_any_more_is_not_said_to_be_back(session: &Session) {
        let room = |at: usize| (format!("pinned:https://meet.jit.si/room-{at}-x"), json!({ "since": at }));
        store(session, (0..100).map(room).collect::<harness::Value>()).await?;
        open(session).await?;
        name_is(session, 0, "room-99-x").await?;
        session.click(Place::Popup, "room-0-forget").await?;
        session.text_when(Place::Popup, "rooms-forgotten-said", |text| text.contains("room-99-x")).await?;
        store(session, [room(100)].into_iter().collect()).await?;
        session.click(Place::Popup, "rooms-undo").await?;
        said(session, "100").await?;
        until("the way back", async || session.rect(Place::Popup, "rooms-undo").await).await?;
    }

    async fn whoever_is_in_a_room_pins_it_in_one_press(session: &Session) {
        let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        session.open(link).await?;
        session.open_popup_in_person().await?;
        session.ready_in(Place::Popup).await?;
        until("the offer", async || session.rect(Place::Popup, "tab-pin").await).await?;
        is_accessible(session, Place::Popup).await?;
        assert_eq!(stored(session).await?, json!({}), "something was stored unasked");
        session.click(Place::Popup, "tab-pin").await?;
        said(session, "My rooms").await?;
        assert_eq!(session.rect(Place::Popup, "tab-pin").await?, None, "it is pinned already");
        assert_eq!(session.focused(Place::Popup).await?, "here-copy");
        session.click(Place::Popup, "to-rooms").await?;
        name_is(session, 0, "amber-trumpet-lagoon-visor-clinic").await?;
        close_popup(session).await?;
        session.open_popup_in_person().await?;
        session.ready_in(Place::Popup).await?;
        assert_eq!(session.rect(Place::Popup, "tab-pin").await?, None, "it is pinned already");
    }

    async fn whoever_is_in_a_pinned_room_sees_the_name_that_they_gave_it(session: &Session) {
        let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        // As it was pinned where links have the microphone off.
        let pinned = format!("pinned:{link}#config.startWithAudioMuted=true");
        store(session, json!({ pinned: { "name": "Thursdays", "since": 1 } })).await?;
        session.open(link).await?;
        session.open_popup_in_person().await?;
        session.ready_in(Place::Popup).await?;
        session.text_when(Place::Popup, "tab-heading", |text| text.contains("Thursdays")).await?;
        session.click(Place::Popup, "to-rooms").await?;
        name_is(session, 0, "Thursdays").await?;
        assert_eq!(session.rect(Place::Popup, "pin-here").await?, None, "it is pinned already");
        session.click(Place::Popup, "room-0-forget").await?;
        until("the offer to pin it", async || session.rect(Place::Popup, "pin-here").await).await?;
    }

    async fn what_a_file_holds_and_is_not_kept_is_told(session: &Session) {
        let full = (0..99).map(|at| (format!("pinned:https://meet.jit.si/room-{at}-x"), json!({ "since": at })));
        store(session, full.collect::<harness::Value>()).await?;
        open_page(session, "options.html").await?;
        let room = |name: &str| json!({ "link": format!("https://meet.jit.si/{name}"), "room": { "since": 500 } });
        let file = json!({
            "hushroom": "rooms 1",
            "pinned": [room("last-one"), room("one-too-many"), room(&"long-".repeat(500))],
            "recent": [{ "link": "https://meet.jit.si/lately", "used": 7 }],
        });
        choose_file(session, "rooms-file", &file.to_string()).await?;
        let said = session.text_when(Place::Page, "rooms-file-problem", |text| !text.is_empty()).await?;
        assert!(said.contains("Left out: 3") && said.contains("100"), "{said}");
        let kept = stored(session).await?;
        assert!(kept["pinned:https://meet.jit.si/last-one"].is_object(), "{kept}");
        assert_eq!(kept.as_object().map(|kept| kept.keys().filter(|key| key.starts_with("pinned:")).count()), Some(100));
    }

    async fn a_file_brings_the_rooms_to_another_browser(session: &Session) {
        let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let kept = json!({ format!("pinned:{link}"): { "name": "Ours", "since": 1 } });
        store(session, kept.clone()).await?;
        open_page(session, "options.html").await?;
        session.call(Place::Page, LISTEN, json!([])).await?;
        session.click(Place::Page, "rooms-save").await?;
        session.text_when(Place::Page, "status", |text| text.contains("file")).await?;
        let file = session.call(Place::Page, "() => window.handedOver.text()", json!([])).await?;
        let file = file.as_str().context("no file")?;
        assert!(file.contains(link) && file.contains("Ours"), "{file}");
        session.call(Place::Background, "() => chrome.storage.local.clear()", json!([])).await?;
        choose_file(session, "rooms-file", "{}").await?;
        session.text_when(Place::Page, "rooms-file-problem", |text| text.contains("not a file")).await?;
        choose_file(session, "rooms-file", file).await?;
        session.text_when(Place::Page, "status", |text| text.contains("were read")).await?;
        assert_eq!(session.text(Place::Page, "rooms-file-problem").await?.as_deref(), Some(""));
        let read = stored(session).await?;
        assert_eq!(read[format!("pinned:{link}")]["name"], json!("Ours"), "{read}");
    }

    fn from_right_to_left_names_stand_above_their_buttons_and_none_of_these_is_wider_for_forgetting(browser: Browser) {
        let extension = extension_in(browser, "ar")?;
        run_with(browser, extension.path(), async |session| {
            let link = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
            store(session, json!({ format!("pinned:{link}"): { "name": "Thursdays", "since": 1 } })).await?;
            open_page(session, "popup.html").await?;
            session.on_a_phone(320).await?;
            session.click(Place::Page, "to-rooms").await?;
            session.text_when(Place::Page, "room-0-name", |text| text == "Thursdays").await?;
            let gaps = "(root) => {
              const end = (each) => {
                const range = root.createRange();
                range.selectNodeContents(each);
                return range.getBoundingClientRect().right;
              };
              const row = root.querySelector('#rooms-pinned li');
              return [...row.querySelectorAll('p')].map((each) => row.getBoundingClientRect().right - end(each));
            }";
            let gaps = session.call(Place::Page, gaps, json!([])).await?;
            // Of a line that is broken, the room for a space is left at its end.
            let is_near = |gap: &harness::Value| gap.as_f64().is_some_and(|gap| gap < 8.0);
            ensure!(gaps.as_array().is_some_and(|gaps| gaps.len() == 2 && gaps.iter().all(is_near)), "{gaps}");
            let width = async |id: &str| Ok::<_, harness::anyhow::Error>(session.rect(Place::Page, id).await?.context("no button")?.width);
            ensure!(width("room-0-forget").await? < width("room-0-copy").await?, "what forgets is the widest");
            Ok(())
        })?;
    }

    fn where_the_administrator_wants_no_rooms_none_is_pinned(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("popup.html", extension.path(), NO_ROOMS)?;
        run_with(browser, extension.path(), async |session| {
            open(session).await?;
            session.text_when(Place::Popup, "rooms-hint", |text| text.contains("organisation")).await?;
            let disabled = "(root) => root.getElementById('pin-new').disabled";
            ensure!(session.call(Place::Popup, disabled, json!([])).await? == json!(true), "it can be pinned");
            Ok(())
        })?;
    }
}
