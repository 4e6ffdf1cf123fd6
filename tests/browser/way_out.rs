//! What a person can do about a warning.

use harness::anyhow::{Context as _, Result, bail, ensure};
use harness::wait::until;
use harness::{Key, Page, Place, Session, Value, in_both_browsers, json};
use sha2::{Digest as _, Sha256};

use crate::support::{
    a_press_would_count, badge_is, click_on, copy_safe_link, escape_until_gone, is_new, press_until_gone,
    settled, show_more, store, stored, strikes,
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
    async fn the_way_out_leads_to_a_room_that_is_not_warned_about(session: &Session) {
        for address in [GUESSABLE, "https://web.skype.com/"] {
            session.open(address).await?;
            session.warning().await?;
            click_on(session, "safe-room", async || {
                let here = session.address().await?;
                Ok(here.starts_with("https://meet.jit.si/") && here != GUESSABLE)
            })
            .await?;
            // The address changes before anything runs in the new page.
            let said = session.warning().await?;
            assert!(said.contains("Only you know"), "{said}");
        }
    }

    async fn a_room_that_the_warning_leads_to_is_remembered_for_who_asked_for_it(session: &Session) {
        store(session, json!({ "recentRooms": true })).await?;
        session.open(GUESSABLE).await?;
        session.warning().await?;
        click_on(session, "safe-room", async || {
            let (stored, here) = (stored(session).await?, session.address().await?);
            Ok(stored[format!("recent:{here}")].is_number())
        })
        .await?;
    }

    async fn the_copied_link_is_the_safe_room(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        copy_safe_link(session).await?;
        let copied = session.clipboard().await?;
        assert!(copied.starts_with("https://meet.jit.si/standup-") && is_new(&copied), "{copied}");
    }

    async fn dismissal_holds_for_the_room_and_for_no_other(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        press_until_gone(session, "join-anyway").await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned again about a dismissed room");
        session.open("https://meet.jit.si/weekly").await?;
        session.warning().await?;
    }

    async fn a_press_that_was_meant_for_one_room_dismisses_no_other(session: &Session) {
        // Both are said to be one letter again and again, so that the warning stays as it is.
        let [one, other] = [60, 61].map(|times| format!("/{}", "a".repeat(times)));
        let page = format!(
            "<script>addEventListener('mousemove', () => history.replaceState(null, '', '{other}'), true);</script>"
        );
        session.site().set("meet.jit.si", &one, Page::html(&page));
        session.open(&format!("https://meet.jit.si{one}")).await?;
        let said = session.warning().await?;
        a_press_would_count(session).await?;
        session.click(Place::Warning, "join-anyway").await?;
        ensure!(session.address().await?.ends_with(&other), "the page heard of no pointer");
        ensure!(settled(session).await?);
        ensure!(session.warning().await? == said, "the rooms do not read alike");
        session.open(&format!("https://meet.jit.si{other}")).await?;
        session.warning().await?;
    }

    async fn no_button_of_the_page_is_pressed_in_the_place_of_ours(session: &Session) {
        let attack = include_str!("hostile/captured-pointer.html");
        session.site().set("meet.jit.si", "/standup", Page::html(attack));
        session.open(GUESSABLE).await?;
        session.warning().await?;
        a_press_would_count(session).await?;
        session.click(Place::Page, "join-anyway").await?;
        strikes(session, attack).await?;
        ensure!(settled(session).await?);
        session.warning().await.context("the page's own button was pressed for ours")?;
    }

    async fn escape_dismisses(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        escape_until_gone(session).await?;
    }

    async fn the_warning_is_reached_by_keyboard_and_takes_no_focus(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        assert_eq!(session.focused(Place::Warning).await?, "");
        session.press(Place::Page, Key::Tab).await?;
        until("a button with the focus", async || {
            Ok((!session.focused(Place::Warning).await?.is_empty()).then_some(()))
        })
        .await?;
    }

    async fn every_button_is_pressed_by_keyboard(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        let status = async || -> Result<String> {
            Ok(session.text(Place::Warning, "status").await?.unwrap_or_default())
        };
        let gone = async || Ok(!session.is_warned().await?);
        let is_open = async || Ok(session.rect(Place::Warning, "copy-safe").await?.is_some());
        press_by_keyboard(session, "more", is_open).await?;
        press_by_keyboard(session, "copy-safe", async || Ok(status().await?.contains("Copied"))).await?;
        let link = session.clipboard().await?;
        press_by_keyboard(session, "copy-message", async || {
            let copied = session.clipboard().await?;
            Ok(copied != link && copied.contains(&link))
        })
        .await?;
        press_by_keyboard(session, "never", gone).await?;
        // The page has the focus again, and F6 leads to where it is taken back.
        is_put_away(session).await?;
        assert_eq!(session.focused(Place::Warning).await?, "");
        until("the focus on the way back", async || {
            session.press(Place::Page, Key::F6).await?;
            Ok((session.focused(Place::Warning).await? == "undo").then_some(()))
        })
        .await?;
        press_on(session, async || session.is_warned().await).await?;
        press_by_keyboard(session, "close", gone).await?;

        session.open("https://meet.jit.si/weekly").await?;
        session.warning().await?;
        press_by_keyboard(session, "join-anyway", gone).await?;
        session.open("https://meet.jit.si/retro").await?;
        session.warning().await?;
        press_by_keyboard(session, "safe-room", async || {
            Ok(is_new(&session.address().await?))
        })
        .await?;
    }

    async fn the_message_for_the_host_holds_the_link_and_what_guests_need(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        presses_count(session).await?;
        let message = session.clipboard().await?;
        copy_safe_link(session).await?;
        let link = session.clipboard().await?;
        assert!(message.contains(&link) && message.split_whitespace().count() > 5, "{message}");
        assert!(message.contains("Chromium") && message.contains("do not pass this link on"), "{message}");
    }

    async fn what_is_pressed_in_a_page_does_not_last(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        propose(session).await?;
        assert_eq!(stored(session).await?, json!({}));
        let session_area = "() => chrome.storage.session.get()";
        let kept = session.call(Place::Background, session_area, json!([])).await?.to_string();
        assert!(kept.contains("dismissed:") && !kept.contains("silenced"), "{kept}");
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned again in the same session of the browser");
        // As after a restart.
        forget(session).await?;
        session.reload().await?;
        session.warning().await?;
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

    async fn where_nothing_was_put_away_the_popup_offers_nothing(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("guess")).await?;
        assert!(session.rect(Place::Popup, "off").await?.is_none());
    }

    async fn a_held_page_is_left_for_the_one_before(session: &Session) {
        store(session, json!({ "holdPage": true })).await?;
        for by_keyboard in [false, true] {
            session.open("https://example.org/before").await?;
            session.open(GUESSABLE).await?;
            session.warning().await?;
            let arrived = async || Ok(session.address().await? == "https://example.org/before");
            if by_keyboard {
                press_by_keyboard(session, "go-back", arrived).await?;
            } else {
                click_on(session, "go-back", arrived).await?;
            }
        }
        // From a tab in which there is nothing before.
        let open = "async (_, url) => { await chrome.tabs.create({ url }); }";
        session.call(Place::Background, open, json!([GUESSABLE])).await?;
        session.switch_to_tab(|address| address == GUESSABLE).await?;
        session.warning().await?;
        click_on(session, "go-back", async || Ok(session.address().await? == "about:blank")).await?;
    }

    async fn a_double_press_leads_back_once(session: &Session) {
        store(session, json!({ "holdPage": true })).await?;
        session.open("https://example.org/before").await?;
        session.open(GUESSABLE).await?;
        session.warning().await?;
        let count = "() => {
          chrome.tabs.backs = 0;
          chrome.tabs.goBack = async () => { chrome.tabs.backs += 1; };
        }";
        session.call(Place::Background, count, json!([])).await?;
        let backs = async || session.call(Place::Background, "() => chrome.tabs.backs", json!([])).await;
        press_by_keyboard(session, "go-back", async || Ok(backs().await? != json!(0))).await?;
        session.press_many(Key::Enter, 5).await?;
        // What is pressed next counts, and was asked after those.
        press_by_keyboard(session, "join-anyway", async || Ok(!session.is_warned().await?)).await?;
        assert_eq!(backs().await?, json!(1));
    }
}

/// Waits until presses count, which they do not in the first half second: presses what does no harm until it works.
async fn presses_count(session: &Session) -> Result<()> {
    until("a press to count", async || {
        session.click(Place::Warning, "copy-message").await?;
        Ok(session.text(Place::Warning, "status").await?.unwrap_or_default().contains("Copied").then_some(()))
    })
    .await
}

/// Leads the focus to a button of the warning by Tab, and presses Enter until it does what it should.
async fn press_by_keyboard(session: &Session, id: &str, done: impl AsyncFn() -> Result<bool>) -> Result<()> {
    // From the first button on: behind the last one Firefox leads through its own bars.
    session.call(Place::Warning, "(root) => root.querySelector('button').focus()", json!([])).await?;
    for _ in 0..30 {
        if session.focused(Place::Warning).await? == id {
            return press_on(session, done).await;
        }
        session.press(Place::Page, Key::Tab).await?;
    }
    bail!("Tab does not lead to #{id}")
}

/// Goes on pressing Enter until it does what it should: in the first half second, and in that after a press, it does
/// nothing.
async fn press_on(session: &Session, done: impl AsyncFn() -> Result<bool>) -> Result<()> {
    until("what Enter does", async || {
        session.press(Place::Page, Key::Enter).await?;
        Ok(done().await?.then_some(()))
    })
    .await
}

/// What is said of a warning that was put away.
const PUT_AWAY: &str = "until you close the browser";

/// Waits for the line that says that the warning was put away; gives what it says.
async fn is_put_away(session: &Session) -> Result<String> {
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
