//! Warnings that become smaller, for those who asked for that. No day is waited for: the browser is told another one.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Place, Session, Value, in_both_browsers, json};

use crate::inspect::{fits, is_accessible, open_page};
use crate::support::{
    badge_is, close_popup, press_until_gone, settled, show_more, store, stored, stored_as, tells,
};

const GUESSABLE: &str = "https://meet.jit.si/weekly-standup";

/// Forgets what is in memory, as when the browser is closed and opened again.
async fn reopen(session: &Session) -> Result<()> {
    session.open("about:blank").await?;
    session.call(Place::Background, "() => chrome.storage.session.clear()", json!([])).await.map(drop)
}

/// The same, on a day that is counted from the first one.
async fn come_back(session: &Session, day: u32) -> Result<()> {
    reopen(session).await?;
    let another_day = "(_, day) => { self.Date.now = () => 1.8e12 + day * 86_400_000; }";
    session.call(Place::Background, another_day, json!([day])).await.map(drop)
}

/// What is shown of the warning at `address`: its shape, or nothing.
async fn shown(session: &Session, address: &str) -> Result<Option<String>> {
    session.open(address).await?;
    ensure!(settled(session).await?, "{address} is not watched");
    badge_is(session, "!").await?;
    if !session.is_warned().await? {
        return Ok(None);
    }
    session.warning().await?;
    let shape = "(root) => root.getElementById('warning').className.split(' ')[1]";
    Ok(session.call(Place::Warning, shape, json!([])).await?.as_str().map(str::to_owned))
}

/// What is kept of rooms whose warning was put away.
async fn familiar(session: &Session) -> Result<Vec<Value>> {
    let stored = stored(session).await?;
    let stored = stored.as_object().context("no storage")?;
    Ok(stored
        .iter()
        .filter(|(key, _)| key.starts_with("familiar:"))
        .map(|(_, value)| value.clone())
        .collect())
}

/// Puts the warning about `address` away, until that is kept.
async fn put_away(session: &Session, address: &str, day: u32) -> Result<()> {
    shown(session, address).await?;
    press_until_gone(session, "close").await?;
    // Of that time in days since 1970.
    let last = json!(20_833 + day);
    until("the day to be kept", async || {
        Ok(familiar(session).await?.iter().any(|days| days["last"] == last).then_some(()))
    })
    .await
}

/// Asks for smaller warnings, as a person does.
async fn ask_for_less(session: &Session) -> Result<()> {
    open_page(session, "options.html").await?;
    session.click(Place::Page, "warn-less").await?;
    stored_as(session, "warnLess", json!(true)).await
}

in_both_browsers! {
    async fn a_box_becomes_a_line_then_the_icon_and_once_a_month_a_way_to_leave_for_good(session: &Session) {
        ask_for_less(session).await?;
        for (day, shape) in [(0, "box"), (1, "strip"), (6, "strip")] {
            come_back(session, day).await?;
            assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some(shape), "day {day}");
            put_away(session, GUESSABLE, day).await?;
        }
        come_back(session, 8).await?;
        assert_eq!(shown(session, GUESSABLE).await?, None);
        tells(session, "!", "Strangers can guess").await?;
        assert_eq!(shown(session, "https://meet.jit.si/retro").await?.as_deref(), Some("box"), "another room");
        // What weakens the call is told of in every room.
        let weakening = format!("{GUESSABLE}#config.e2ee.disabled=true");
        assert_eq!(shown(session, &weakening).await?.as_deref(), Some("box"));

        come_back(session, 40).await?;
        assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some("strip"));
        let title = session.text(Place::Warning, "title").await?.unwrap_or_default();
        assert!(title.contains("weekly-standup") && title.contains("for good, click Hushroom’s icon"), "{title}");
        show_more(session).await?;
        until("the message to be copied", async || {
            session.click(Place::Warning, "copy-message").await?;
            Ok(session.clipboard().await?.contains("From now on").then_some(()))
        })
        .await?;
        let message = session.clipboard().await?;
        assert!(message.contains("https://meet.jit.si/weekly-standup-"), "{message}");
        // The popup offers the same room.
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "to-team", |text| !text.is_empty()).await?;
        session.ready_in(Place::Popup).await?;
        session.click(Place::Popup, "to-team").await?;
        let link = session.text_when(Place::Popup, "team-link", |text| !text.is_empty()).await?;
        assert!(message.contains(&link), "{link} is not in {message}");
    }

    async fn a_page_that_is_opened_day_after_day_is_warned_about_as_ever(session: &Session) {
        store(session, json!({ "warnLess": true })).await?;
        for day in 0..12 {
            come_back(session, day).await?;
            for _ in 0..2 {
                assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some("box"), "day {day}");
            }
        }
        tells(session, "!", "Strangers can guess").await?;
        assert_eq!(stored(session).await?, json!({ "warnLess": true }));
    }

    async fn whoever_asked_for_nothing_has_every_warning_whole_and_nothing_kept(session: &Session) {
        for day in [0, 1] {
            come_back(session, day).await?;
            assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some("box"));
            press_until_gone(session, "close").await?;
            assert_eq!(stored(session).await?, json!({}));
        }
    }

    async fn smaller_warnings_are_offered_in_the_popup_to_whoever_put_one_away(session: &Session) {
        shown(session, GUESSABLE).await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "tab-status", |text| !text.is_empty()).await?;
        ensure!(session.rect(Place::Popup, "off-less-setting").await?.is_none(), "nothing was put away");
        close_popup(session).await?;
        press_until_gone(session, "close").await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "off-said", |text| text.contains("until you close")).await?;
        session.call(Place::Popup, "(root) => root.querySelector('#off-less-setting summary').click()", json!([])).await?;
        session.click(Place::Popup, "off-less").await?;
        stored_as(session, "warnLess", json!(true)).await?;
        session.click(Place::Popup, "off-less").await?;
        until("nothing to be kept", async || Ok((stored(session).await?["warnLess"] != json!(true)).then_some(())))
            .await?;
    }

    async fn a_smaller_warning_is_told_of_in_the_popup_and_made_whole_there(session: &Session) {
        store(session, json!({ "warnLess": true })).await?;
        // Today, for the popup has a clock of its own.
        assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some("box"));
        press_until_gone(session, "close").await?;
        until("the room to be kept", async || Ok((familiar(session).await?.len() == 1).then_some(()))).await?;
        reopen(session).await?;
        assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some("strip"));
        session.open_popup_in_person().await?;
        let said = session.text_when(Place::Popup, "off-said", |text| text.contains("smaller")).await?;
        assert!(said.contains("weekly-standup"), "{said}");
        session.click(Place::Popup, "off-end").await?;
        session.text_when(Place::Popup, "off-said", |text| text.contains("again")).await?;
        assert_eq!(familiar(session).await?, Vec::<Value>::new());
        assert_eq!(shown(session, GUESSABLE).await?.as_deref(), Some("box"));
    }

    async fn what_is_off_or_smaller_is_listed_in_the_settings_and_had_again_there(session: &Session) {
        open_page(session, "options.html").await?;
        assert_eq!(session.rect(Place::Page, "quiet").await?, None);
        let today = session.call(Place::Page, "() => Math.floor(Date.now() / 86_400_000)", json!([])).await?;
        let days = json!({ "first": today, "last": today });
        // It counts no more, and is not counted.
        let past = json!({ "first": 1, "last": 9 });
        store(session, json!({
            "warnLess": true, "salt": "0123456789abcdef0123456789abcdef",
            "silenced:one": true, "silenced:other": true, SKYPE: true, "familiar:one": days, "familiar:past": past,
        }))
        .await?;
        open_page(session, "options.html").await?;
        is_accessible(session, Place::Page).await?;
        fits(session, Place::Page, Some(320)).await?;
        for (line, gone) in [
            ("No warning at Skype", &[SKYPE][..]),
            ("Rooms without a warning: 2", &["silenced:one", "silenced:other"]),
            ("Rooms with a smaller warning: 1", &["familiar:one"]),
        ] {
            let said = session.text_when(Place::Page, "quiet-list", |text| text.starts_with(line)).await?;
            assert!(said.contains("Turn on again"), "{said}");
            let press = "(root) => root.querySelector('#quiet-list button').click()";
            session.call(Place::Page, press, json!([])).await?;
            session.text_when(Place::Page, "status", |text| text.contains("warned there again")).await?;
            session.text_when(Place::Page, "quiet-list", |text| !text.contains(line)).await?;
            let left = stored(session).await?;
            assert!(gone.iter().all(|key| left[key].is_null()), "{left}");
        }
        assert_eq!(session.rect(Place::Page, "quiet").await?, None);
        assert_eq!(session.focused(Place::Page).await?, "warn-less");
    }

    async fn what_counts_no_more_is_forgotten_when_the_background_looks_at_what_was_chosen(session: &Session) {
        let today = session.call(Place::Background, "() => Math.floor(Date.now() / 86_400_000)", json!([])).await?;
        let [past, now] = [json!(1), today].map(|day| json!({ "first": day, "last": day }));
        store(session, json!({ "warnLess": true, "familiar:past": past, "familiar:now": now })).await?;
        // As when the browser starts.
        store(session, json!({ "watchedServers": [] })).await?;
        stored_as(session, "familiar:past", Value::Null).await?;
        stored_as(session, "familiar:now", now).await?;
    }

    async fn to_switch_smaller_warnings_off_forgets_what_was_kept_for_them(session: &Session) {
        ask_for_less(session).await?;
        come_back(session, 0).await?;
        put_away(session, GUESSABLE, 0).await?;
        open_page(session, "options.html").await?;
        session.click(Place::Page, "warn-less").await?;
        stored_as(session, "warnLess", json!(false)).await?;
        until("the room to be forgotten", async || Ok(familiar(session).await?.is_empty().then_some(()))).await?;
        // Switched on again and taken back, with what was kept meanwhile.
        session.click(Place::Page, "warn-less").await?;
        stored_as(session, "warnLess", json!(true)).await?;
        store(session, json!({ "familiar:x": { "first": 1, "last": 1 } })).await?;
        session.click(Place::Page, "undo").await?;
        stored_as(session, "warnLess", json!(false)).await?;
        until("the other to be forgotten", async || Ok(familiar(session).await?.is_empty().then_some(()))).await?;
    }
}

/// The key under which Skype is never warned about, with the salt of the test: the SHA-256 of the salt and `skype`.
const SKYPE: &str = "silenced:20eb09bd7214209bc510ca445496e37592e65ce4a46194e779631a584395fc55";
