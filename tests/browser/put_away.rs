//! A warning that was put away: until when, made to last, and taken back.

use harness::anyhow::{Context as _, Result, bail, ensure};
use harness::wait::until;
use harness::{Place, Session, Value, in_both_browsers, json};
use sha2::{Digest as _, Sha256};

use crate::inspect::open_page;
use crate::support::{
    badge_is, close_popup, escape_until_gone, popup_tells, press_until_gone, settled, show_more, store,
    stored,
};

const GUESSABLE: &str = "https://meet.jit.si/standup";

/// The colour of the mark on the icon: red, green, blue and how opaque, up to 255.
async fn badge_colour(session: &Session) -> Result<Value> {
    let colour = "async () => {
      const [{ id }] = await chrome.tabs.query({ active: true });
      return [...(await chrome.action.getBadgeBackgroundColor({ tabId: id }))];
    }";
    session.call(Place::Background, colour, json!([])).await
}

in_both_browsers! {
    async fn what_is_pressed_in_a_page_does_not_last(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        propose(session).await?;
        assert_eq!(stored(session).await?, json!({}));
        let session_area = "() => chrome.storage.session.get()";
        let kept = session.call(Place::Background, session_area, json!([])).await?.to_string();
        assert!(kept.contains("dismissed:") && !kept.contains("silenced"), "{kept}");
        session.open_popup_in_person().await?;
        popup_tells(session, "until you close").await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned again in the same session of the browser");
        // As after a restart.
        forget(session).await?;
        session.reload().await?;
        session.warning().await?;
    }

    async fn what_was_put_away_of_a_link_holds_for_no_worse_one(session: &Session) {
        let opened_by = async |set: &str| {
            // Behind the same address, nothing would be loaded anew.
            session.open("https://meet.jit.si/").await?;
            let room = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
            session.open(&format!("{room}#{set}")).await?;
            ensure!(settled(session).await?);
            session.is_warned().await
        };
        let [lobby, encryption] = ["config.securityUi.hideLobbyButton=true", "config.e2ee.disabled=true"];
        ensure!(opened_by(lobby).await?);
        press_until_gone(session, "close").await?;
        ensure!(!opened_by(lobby).await?, "warned again of what was put away");
        ensure!(opened_by(encryption).await?, "not warned of what was never told");
        ensure!(opened_by(&format!("{lobby}&{encryption}")).await?, "not warned of what is worse");
        press_until_gone(session, "close").await?;
        ensure!(!opened_by(encryption).await?, "warned again of what was told among other things");
    }

    async fn never_is_confirmed_in_the_popup_and_keeps_nothing_but_a_salted_hash(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        propose(session).await?;
        session.open_popup_in_person().await?;
        let said = session.text_when(Place::Popup, "off-said", |text| text.contains("until you close")).await?;
        assert!(said.contains("meet.jit.si/standup"), "{said}");
        session.click(Place::Popup, "off-last").await?;
        session.text_when(Place::Popup, "off-said", |text| !text.contains("until you close")).await?;
        assert!(session.rect(Place::Popup, "off-last").await?.is_none(), "it cannot last any longer");
        // The icon says so at once, and not first when the page is loaded anew.
        is_grey(session).await?;
        let is_off = "(root) => root.getElementById('tab').hasAttribute('data-off')";
        assert_eq!(session.call(Place::Popup, is_off, json!([])).await?, json!(true), "the card is an alarm");
        let stored = stored(session).await?;
        let stored = stored.as_object().context("no storage")?;
        let keys: Vec<&str> = stored.keys().map(String::as_str).collect();
        let [salt, silenced] = keys[..] else { bail!("{keys:?} are stored") };
        assert_eq!(salt, "salt");
        assert_eq!(stored["salt"].as_str().map(str::len), Some(32));
        let hash = silenced.strip_prefix("silenced:").context("no hash")?;
        let expected = hashed(stored["salt"].as_str().unwrap_or_default(), GUESSABLE);
        assert_eq!((hash, &stored[silenced]), (&*expected, &json!(true)), "the hash of salt and link");
        assert!(!json!(stored).to_string().contains("standup"), "the room is named");

        // What is kept in memory is gone, as after a restart: the hash alone must do.
        forget(session).await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned about a room that was never to be warned about");
        is_grey(session).await?;
        session.open("https://meet.jit.si/weekly").await?;
        session.warning().await?;
        badge_is(session, "!").await?;
        assert_eq!(badge_colour(session).await?, json!([0xb3, 0x26, 0x1e, 255]));
    }

    async fn what_was_put_away_is_taken_back_in_the_page(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        propose(session).await?;
        let said = is_put_away(session).await?;
        assert!(said.contains("standup") && said.contains("toolbar"), "{said}");
        take_back_in_the_page(session).await?;
        press_until_gone(session, "join-anyway").await?;
        let said = is_put_away(session).await?;
        assert!(said.contains("standup") && !said.contains("toolbar"), "{said}");
        take_back_in_the_page(session).await?;
        escape_until_gone(session).await?;
        is_put_away(session).await?;
        take_back_in_the_page(session).await?;
        session.reload().await?;
        session.warning().await?;
    }

    async fn what_was_put_away_is_taken_back_in_the_popup(session: &Session) {
        put_away(session).await?;
        take_back(session).await?;
    }

    async fn what_was_put_away_for_good_is_taken_back_in_the_popup(session: &Session) {
        put_away(session).await?;
        session.click(Place::Popup, "off-last").await?;
        session.text_when(Place::Popup, "off-said", |text| !text.contains("until you close")).await?;
        take_back(session).await?;
    }

    async fn a_room_that_one_has_moved_is_named_among_those_without_a_warning(session: &Session) {
        for room in [GUESSABLE, "https://meet.jit.si/retro"] {
            session.open(room).await?;
            session.warning().await?;
            propose(session).await?;
            session.open_popup_in_person().await?;
            session.text_when(Place::Popup, "off-said", |text| text.contains("until you close")).await?;
            session.click(Place::Popup, "off-last").await?;
            session.text_when(Place::Popup, "off-said", |text| !text.contains("until you close")).await?;
            close_popup(session).await?;
        }
        let new = "pinned:https://meet.jit.si/standup-amber-trumpet-lagoon-visor-clinic";
        store(session, json!({ new: { "name": "", "since": 1, "insteadOf": GUESSABLE } })).await?;
        open_page(session, "options.html").await?;
        let [named, others] = ["No warning in the room", "Rooms without a warning: 1"];
        let list = session.text_when(Place::Page, "quiet-list", |text| text.contains(named)).await?;
        assert!(list.contains("meet.jit.si/standup") && list.contains(others) && !list.contains("retro"), "{list}");
        let press = "(root) => root.querySelector('#quiet-list button').click()";
        session.call(Place::Page, press, json!([])).await?;
        session.text_when(Place::Page, "quiet-list", |text| !text.contains(named) && text.contains(others)).await?;
        // Of the others nothing is kept but a hash. Whoever knows which one is meant types it.
        for (typed, said) in [("weekly", "is off or smaller"), ("", "paste a link")] {
            session.call(Place::Page, "(root) => { root.getElementById('quiet-room').value = ''; }", json!([])).await?;
            session.type_into(Place::Page, "quiet-room", typed).await?;
            session.click(Place::Page, "quiet-end").await?;
            session.text_when(Place::Page, "quiet-room-problem", |text| text.contains(said)).await?;
        }
        session.type_into(Place::Page, "quiet-room", "https://meet.jit.si/Retro#config.x=1").await?;
        session.click(Place::Page, "quiet-end").await?;
        session.text_when(Place::Page, "status", |text| text.contains("warned there again")).await?;
        until("nothing to be off", async || {
            Ok(session.rect(Place::Page, "quiet").await?.is_none().then_some(()))
        })
        .await?;
        forget(session).await?;
        for room in [GUESSABLE, "https://meet.jit.si/retro"] {
            session.open(room).await?;
            session.warning().await?;
        }
    }

    async fn where_nothing_was_put_away_the_popup_offers_nothing(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("guess")).await?;
        assert!(session.rect(Place::Popup, "off").await?.is_none());
    }
}

/// What is said of a warning that was put away.
const PUT_AWAY: &str = "until you close the browser";

/// Waits for the line that says that the warning was put away; gives what it says.
pub(crate) async fn is_put_away(session: &Session) -> Result<String> {
    session.text_when(Place::Warning, "title", |text| text.contains(PUT_AWAY)).await
}

/// Presses Undo in that line until there is a warning again.
async fn take_back_in_the_page(session: &Session) -> Result<()> {
    until("the warning to be back", async || {
        if session.is_warned().await? {
            return Ok(Some(()));
        }
        session.click_if_there(Place::Warning, "undo").await?;
        Ok(None)
    })
    .await
}

/// Presses "do not warn me about this again".
async fn propose(session: &Session) -> Result<()> {
    show_more(session).await?;
    press_until_gone(session, "never").await?;
    is_put_away(session).await.map(drop)
}

/// Waits until the icon is marked as where warnings were switched off on purpose: that is no alarm.
async fn is_grey(session: &Session) -> Result<()> {
    until("the grey mark on the icon", async || {
        let grey = badge_colour(session).await? == json!([0x5f, 0x63, 0x68, 255]);
        Ok((session.badge().await? == "!" && grey).then_some(()))
    })
    .await
}

/// Puts the warning away, and opens the popup, which says so.
async fn put_away(session: &Session) -> Result<()> {
    session.open(GUESSABLE).await?;
    session.warning().await?;
    press_until_gone(session, "join-anyway").await?;
    session.open_popup_in_person().await?;
    session.text_when(Place::Popup, "off-said", |text| text.contains("until you close")).await.map(drop)
}

/// Has warnings again by the popup's button.
async fn take_back(session: &Session) -> Result<()> {
    session.click(Place::Popup, "off-end").await?;
    session.text_when(Place::Popup, "off-said", |text| text.contains("again")).await?;
    ensure!(session.rect(Place::Popup, "off-end").await?.is_none(), "there is nothing to end any more");
    let stored = stored(session).await?;
    ensure!(!stored.to_string().contains("silenced"), "{stored}");
    // The page warns at once, and the icon with it.
    session.warning().await?;
    until("the icon to be an alarm", async || {
        Ok((badge_colour(session).await? == json!([0xb3, 0x26, 0x1e, 255])).then_some(()))
    })
    .await
}

/// Takes away what is kept in memory, as the browser does when it closes.
async fn forget(session: &Session) -> Result<()> {
    let forget = "async () => { await chrome.storage.session.clear(); }";
    session.call(Place::Background, forget, json!([])).await?;
    session.sleep().await
}

/// What is to be stored of a room, by docs/privacy.md: SHA-256 of the salt and the link.
fn hashed(salt: &str, link: &str) -> String {
    let digest = Sha256::new().chain_update(salt).chain_update(link).finalize();
    digest
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}
