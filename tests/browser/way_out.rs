//! What a person can do about a warning.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Key, Page, Place, Session, in_both_browsers, json};

use crate::put_away::is_put_away;
use crate::support::{
    a_press_would_count, click_on, copy_safe_link, escape_until_gone, is_held, is_new, lead_to, popup_tells,
    press_until_gone, settled, store, stored, strikes,
};

const GUESSABLE: &str = "https://meet.jit.si/standup";

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
        is_held(session).await.context("the page's own button was pressed for ours")?;
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
        session.open_popup_in_person().await?;
        popup_tells(session, "until you close").await?;
    }

    async fn whoever_copied_the_message_in_the_page_is_told_what_comes_next_and_finds_it(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        presses_count(session).await?;
        let said = session.text(Place::Warning, "status").await?.unwrap_or_default();
        assert!(said.contains("everybody") && said.contains("pin it"), "{said}");
        click_on(session, "safe-room", async || Ok(is_new(&session.address().await?))).await?;
        session.open_popup_in_person().await?;
        session.ready_in(Place::Popup).await?;
        until("the offer to pin it", async || session.rect(Place::Popup, "keep-pin").await).await?;
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

/// Leads the focus to a button of the warning, and presses Enter until it does what it should.
async fn press_by_keyboard(session: &Session, id: &str, done: impl AsyncFn() -> Result<bool>) -> Result<()> {
    lead_to(session, id).await?;
    press_on(session, done).await
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
