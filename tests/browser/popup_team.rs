//! A team leaves a room that can be guessed for good: the popup's view for that, and what becomes of the pin.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Key, Looks, Page, Place, Session, Value, extension_with, in_both_browsers, json, run_with};

use crate::in_popup::{choose, said};
use crate::inspect::{fits, is_accessible};
use crate::support::{close_popup, copy_in_warning, first_in, store, stored};

const OLD: &str = "https://meet.jit.si/weekly-standup";

/// Opens the old room and the popup over it, as a person does, and there the view.
async fn open(session: &Session) -> Result<String> {
    session.site().set("meet.jit.si", "/weekly-standup", Page::html("<h1>Jitsi</h1>"));
    session.open(OLD).await?;
    if session.popup_is_open().await? {
        close_popup(session).await?;
    }
    session.open_popup_in_person().await?;
    session.text_when(Place::Popup, "to-team", |text| !text.is_empty()).await?;
    session.ready_in(Place::Popup).await?;
    session.click(Place::Popup, "to-team").await?;
    session.text_when(Place::Popup, "team-link", |text| text.contains("/weekly-standup-")).await
}

async fn pins(session: &Session) -> Result<Value> {
    let mut stored = stored(session).await?;
    let kept = stored.as_object_mut().context("nothing is stored")?;
    kept.retain(|key, _| key.starts_with("pinned:"));
    Ok(stored)
}

/// Has the popup write down the file that it hands over.
pub(crate) const LISTEN: &str = "() => {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file) => { window.handedOver = file; return make(file); };
}";

/// The calendar file that `id` hands over.
pub(crate) async fn calendar(session: &Session, id: &str) -> Result<icalendar::Calendar> {
    session.call(Place::Popup, LISTEN, json!([])).await?;
    session.click(Place::Popup, id).await?;
    said(session, "calendar file").await?;
    let file = session.call(Place::Popup, "() => window.handedOver.text()", json!([])).await?;
    file.as_str().context("no file")?.parse().map_err(harness::anyhow::Error::msg)
}

in_both_browsers! {
    async fn the_view_keeps_nobody_out(session: &Session) {
        open(session).await?;
        for looks in [Looks::Light, Looks::Dark, Looks::Forced] {
            session.prefer(Place::Popup, looks).await?;
            is_accessible(session, Place::Popup).await?;
        }
        fits(session, Place::Popup, Some(320)).await?;
        let reached = ["team-copy", "team-go", "team-new", "team-pin", "team-length", "team-every", "team-file", "back"];
        let mut seen = Vec::new();
        for _ in 0..24 {
            session.press(Place::Popup, Key::Tab).await?;
            let here = session.focused(Place::Popup).await?;
            if reached.contains(&here.as_str()) && !seen.contains(&here) {
                seen.push(here);
            }
        }
        assert_eq!(seen, reached);
    }

    async fn a_team_has_one_new_room_until_it_takes_another(session: &Session) {
        let first = open(session).await?;
        assert_eq!(session.focused(Place::Popup).await?, "view-heading");
        session.click(Place::Popup, "team-copy").await?;
        said(session, "Copied").await?;
        let message = session.clipboard().await?;
        assert!(message.contains("do not pass this link on"), "{message}");
        assert!(message.contains("From now on") && message.contains("weekly-standup") && message.contains(&first), "{message}");
        assert_eq!(open(session).await?, first, "the room is another one each time");
        assert_eq!(pins(session).await?, json!({}), "something was stored that nobody pinned");
        session.click(Place::Popup, "team-new").await?;
        let second = session.text_when(Place::Popup, "team-link", |text| text != first).await?;
        assert!(second.contains("/weekly-standup-"), "{second}");
        assert_eq!(open(session).await?, second);
        session.click(Place::Popup, "team-go").await?;
        until("the new room", async || Ok((session.address().await? == second).then_some(()))).await?;
    }

    async fn whoever_meets_the_old_room_again_is_led_to_the_one_that_is_pinned(session: &Session) {
        open(session).await?;
        session.click(Place::Popup, "team-pin").await?;
        said(session, "Pinned").await?;
        session.click(Place::Popup, "team-new").await?;
        said(session, "another room").await?;
        let link = session.text(Place::Popup, "team-link").await?.unwrap_or_default();
        let pinned = until("the pin of the new name alone", async || {
            let pins = pins(session).await?;
            Ok((pins.as_object().is_some_and(|pins| pins.keys().eq([&format!("pinned:{link}")]))).then_some(pins))
        })
        .await?;
        assert_eq!(pinned[format!("pinned:{link}")]["insteadOf"], json!(OLD));
        assert_eq!(session.text(Place::Popup, "team-new").await?.as_deref(), Some("Take another room instead"));
        // Memory is gone, as when the browser was closed.
        session.call(Place::Background, "() => chrome.storage.session.clear()", json!([])).await?;
        close_popup(session).await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "moved-to", |text| *text == *link).await?;
        // The warning in the page leads there as well.
        session.reload().await?;
        let warning = session.warning().await?;
        assert!(warning.contains("pinned a new room") && warning.contains("the pinned room"), "{warning}");
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "moved-to", |text| *text == *link).await?;
        session.click(Place::Popup, "leave-copy").await?;
        said(session, "Copied").await?;
        let message = session.clipboard().await?;
        assert!(message.contains(&link) && message.contains("do not pass this link on"), "{message}");
        assert_eq!(open(session).await?, link);
        session.click(Place::Popup, "team-pin").await?;
        said(session, "No longer").await?;
        assert_eq!(pins(session).await?, json!({}));
        session.click(Place::Popup, "back").await?;
        assert_eq!(session.rect(Place::Popup, "moved").await?, None);
    }

    async fn the_room_that_a_team_knows_and_its_pin_come_back(session: &Session) {
        let first = open(session).await?;
        let label = async |label: &str| session.text_when(Place::Popup, "team-new", |text| text == label).await;
        label("New name").await?;
        assert_eq!(session.rect(Place::Popup, "team-undo").await?, None);
        session.click(Place::Popup, "team-copy").await?;
        said(session, "Copied").await?;
        label("Take another room instead").await?;
        let kept = "async () => Object.entries(await chrome.storage.session.get())
          .filter(([key]) => key.startsWith('team:'))";
        let kept = async || session.call(Place::Background, kept, json!([])).await;
        let (told, name) = (kept().await?, format!("pinned:{first}"));
        store(session, json!({ &name: { "name": "Ours", "insteadOf": OLD, "since": 1 } })).await?;
        assert_eq!(open(session).await?, first);
        let before = pins(session).await?;
        let mut links = vec![first.clone()];
        for _ in 0..2 {
            session.click(Place::Popup, "team-new").await?;
            said(session, "another room").await?;
            links.push(session.text(Place::Popup, "team-link").await?.unwrap_or_default());
            let pinned = pins(session).await?;
            let alone = json!([format!("pinned:{}", links[links.len() - 1])]);
            assert_eq!(json!(pinned.as_object().map(|pins| pins.keys().collect::<Vec<_>>())), alone);
        }
        let told_of = session.text(Place::Popup, "team-former-said").await?.unwrap_or_default();
        assert!(told_of.contains("former link"), "{told_of}");
        is_accessible(session, Place::Popup).await?;
        for back in [&links[1], &links[0]] {
            session.click(Place::Popup, "team-undo").await?;
            said(session, "Undone").await?;
            session.text_when(Place::Popup, "team-link", |link| link == *back).await?;
        }
        assert_eq!(session.focused(Place::Popup).await?, "team-new");
        assert_eq!(session.rect(Place::Popup, "team-undo").await?, None);
        assert_eq!((pins(session).await?, kept().await?), (before, told));
        label("Take another room instead").await?;
        // The old room leads there as before.
        session.click(Place::Popup, "back").await?;
        session.text_when(Place::Popup, "moved-to", |text| text == first).await?;
    }

    async fn the_room_before_one_that_was_pinned_takes_the_pin_over(session: &Session) {
        let first = open(session).await?;
        session.click(Place::Popup, "team-new").await?;
        said(session, "another room").await?;
        session.click(Place::Popup, "team-pin").await?;
        said(session, "Pinned").await?;
        session.click(Place::Popup, "team-undo").await?;
        said(session, "Undone").await?;
        let pinned = pins(session).await?;
        assert!(pinned.as_object().is_some_and(|pins| pins.len() == 1), "{pinned}");
        assert_eq!(pinned[format!("pinned:{first}")]["insteadOf"], json!(OLD), "{pinned}");
    }

    async fn a_tick_that_is_set_again_brings_the_name_back(session: &Session) {
        let link = open(session).await?;
        let key = format!("pinned:{link}");
        store(session, json!({ &key: { "name": "Mondays", "insteadOf": OLD, "since": 1 } })).await?;
        assert_eq!(open(session).await?, link);
        session.click(Place::Popup, "team-pin").await?;
        said(session, "No longer").await?;
        assert_eq!(pins(session).await?, json!({}));
        session.click(Place::Popup, "team-pin").await?;
        said(session, "Pinned").await?;
        let pinned = pins(session).await?;
        assert_eq!((&pinned[&key]["name"], &pinned[&key]["insteadOf"]), (&json!("Mondays"), &json!(OLD)));
    }

    async fn the_room_before_is_taken_back_after_the_popup_was_closed(session: &Session) {
        for is_pinned in [false, true] {
            let first = open(session).await?;
            if is_pinned {
                session.click(Place::Popup, "team-pin").await?;
                said(session, "Pinned").await?;
            }
            session.click(Place::Popup, "team-new").await?;
            said(session, "another room").await?;
            let second = session.text(Place::Popup, "team-link").await?.unwrap_or_default();
            assert_eq!(open(session).await?, second, "another room again");
            session.click(Place::Popup, "team-undo").await?;
            said(session, "Undone").await?;
            session.text_when(Place::Popup, "team-link", |text| text == first).await?;
            assert_eq!(session.rect(Place::Popup, "team-undo").await?, None);
            assert_eq!(open(session).await?, first, "the popup was closed again");
            assert_eq!(session.rect(Place::Popup, "team-undo").await?, None, "there is nothing before it");
            let pinned = pins(session).await?;
            assert!(pinned.as_object().is_some_and(|pins| pins.len() == usize::from(is_pinned)), "{pinned}");
            assert!(!is_pinned || pinned[format!("pinned:{first}")]["insteadOf"] == json!(OLD), "{pinned}");
        }
    }

    async fn whoever_copied_the_message_pins_the_room_in_one_press(session: &Session) {
        open(session).await?;
        session.click(Place::Popup, "back").await?;
        assert_eq!(session.rect(Place::Popup, "keep-pin").await?, None, "offered before anybody was told");
        session.click(Place::Popup, "leave-copy").await?;
        said(session, "Copied").await?;
        let link = session.clipboard().await?.split_whitespace().find(|word| word.starts_with("https://")).map(str::to_owned);
        let link = link.context("no link")?;
        let offered = session.text_when(Place::Popup, "keep-why", |text| text.contains("until the browser closes")).await?;
        assert!(offered.contains("stay on this computer"), "{offered}");
        until("the offer", async || session.rect(Place::Popup, "keep-pin").await).await?;
        is_accessible(session, Place::Popup).await?;
        assert_eq!(pins(session).await?, json!({}), "something was stored unasked");
        session.click(Place::Popup, "keep-pin").await?;
        said(session, "the old room").await?;
        assert_eq!(pins(session).await?[format!("pinned:{link}")]["insteadOf"], json!(OLD));
        assert_eq!(session.text(Place::Popup, "moved-to").await?.as_deref(), Some(&*link));
        assert_eq!(session.rect(Place::Popup, "keep-pin").await?, None);
        assert_eq!(session.focused(Place::Popup).await?, "leave-copy");
        session.click(Place::Popup, "leave-copy").await?;
        said(session, "Copied").await?;
        assert_eq!(session.rect(Place::Popup, "keep-pin").await?, None, "it is pinned already");
    }

    async fn whoever_copied_the_message_in_the_warning_is_offered_the_pin_in_the_popup(session: &Session) {
        session.site().set("meet.jit.si", "/weekly-standup", Page::html("<h1>Jitsi</h1>"));
        session.open(OLD).await?;
        session.warning().await?;
        copy_in_warning(session, "copy-message").await?;
        let message = session.clipboard().await?;
        session.open_popup_in_person().await?;
        session.ready_in(Place::Popup).await?;
        until("the offer", async || session.rect(Place::Popup, "keep-pin").await).await?;
        session.click(Place::Popup, "keep-pin").await?;
        said(session, "the old room").await?;
        let link = session.text(Place::Popup, "moved-to").await?.unwrap_or_default();
        assert!(!link.is_empty() && message.contains(&link), "{message} does not lead to {link}");
        assert_eq!(pins(session).await?[format!("pinned:{link}")]["insteadOf"], json!(OLD));
    }

    async fn a_tick_that_is_taken_away_leaves_a_way_back_after_the_popup_was_closed(session: &Session) {
        let link = open(session).await?;
        session.click(Place::Popup, "team-pin").await?;
        said(session, "Pinned").await?;
        session.click(Place::Popup, "team-pin").await?;
        said(session, "No longer").await?;
        open(session).await?;
        session.click(Place::Popup, "back").await?;
        session.click(Place::Popup, "to-rooms").await?;
        until("the way back", async || session.rect(Place::Popup, "rooms-undo").await).await?;
        session.click(Place::Popup, "rooms-undo").await?;
        said(session, "Undone").await?;
        assert_eq!(pins(session).await?[format!("pinned:{link}")]["insteadOf"], json!(OLD));
    }

    async fn whoever_copied_the_message_in_the_view_is_told_of_the_pin(session: &Session) {
        open(session).await?;
        session.click(Place::Popup, "team-copy").await?;
        said(session, "Pin this room").await?;
        session.click(Place::Popup, "team-pin").await?;
        said(session, "Pinned").await?;
        session.click(Place::Popup, "team-copy").await?;
        said(session, "then go to the new room").await?;
    }

    async fn whoever_is_in_the_new_room_pins_it_and_is_led_there_from_the_old_one(session: &Session) {
        for in_my_rooms in [false, true] {
            let link = open(session).await?;
            session.click(Place::Popup, "team-go").await?;
            until("the new room", async || Ok((session.address().await? == link).then_some(()))).await?;
            if session.popup_is_open().await? {
                close_popup(session).await?;
            }
            session.open_popup_in_person().await?;
            session.ready_in(Place::Popup).await?;
            until("the offer", async || session.rect(Place::Popup, "keep-pin").await).await?;
            assert_eq!(pins(session).await?, json!({}), "something was stored unasked");
            if in_my_rooms {
                session.click(Place::Popup, "to-rooms").await?;
                until("the button", async || session.rect(Place::Popup, "pin-here").await).await?;
                session.click(Place::Popup, "pin-here").await?;
            } else {
                session.click(Place::Popup, "keep-pin").await?;
            }
            said(session, "the old room").await?;
            assert_eq!(pins(session).await?[format!("pinned:{link}")]["insteadOf"], json!(OLD));
            // Memory is gone, as when the browser was closed.
            session.call(Place::Background, "() => chrome.storage.session.clear()", json!([])).await?;
            close_popup(session).await?;
            session.open_popup_in_person().await?;
            session.ready_in(Place::Popup).await?;
            assert_eq!(session.rect(Place::Popup, "keep-pin").await?, None, "it is pinned already");
            assert_eq!(open(session).await?, link);
            session.click(Place::Popup, "team-pin").await?;
            said(session, "No longer").await?;
        }
    }

    async fn the_calendar_file_of_a_team_repeats_at_the_time_of_the_clock_on_the_wall(session: &Session) {
        let link = open(session).await?;
        choose(session, "team-start", "2027-07-01T09:30").await?;
        choose(session, "team-length", "45").await?;
        choose(session, "team-every", "14").await?;
        let calendar = calendar(session, "team-file").await?;
        let event = calendar.components.iter().find_map(|component| component.as_event()).context("no event")?;
        let property = |name: &str| icalendar::Component::property_value(event, name).unwrap_or_default().to_owned();
        assert_eq!(property("DTSTART"), "20270701T093000");
        assert_eq!(property("DTEND"), "20270701T101500");
        assert_eq!(property("RRULE"), "FREQ=WEEKLY;INTERVAL=2");
        assert_eq!(property("SUMMARY"), "weekly-standup");
        assert_eq!(property("URL"), link);
        choose(session, "team-start", "").await?;
        session.click(Place::Popup, "team-file").await?;
        session.text_when(Place::Popup, "team-error", |text| !text.is_empty()).await?;
    }

    fn a_policy_against_recent_rooms_pins_nothing(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("popup.html", extension.path(), NO_ROOMS)?;
        run_with(browser, extension.path(), async |session| {
            open(session).await?;
            session.text_when(Place::Popup, "team-pin-hint", |text| text.contains("organisation")).await?;
            let disabled = "(root) => root.getElementById('team-pin').disabled";
            ensure!(session.call(Place::Popup, disabled, json!([])).await? == json!(true), "it can be pinned");
            Ok(())
        })?;
    }

    /// No driver opens private windows with the extension in them: the popup is told that it is in one.
    fn of_a_private_window_no_team_is_kept(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("popup.html", extension.path(), crate::popup_page::PRIVATE)?;
        run_with(browser, extension.path(), async |session| {
            let first = open(session).await?;
            session.text_when(Place::Popup, "team-pin-hint", |text| text.contains("private")).await?;
            let kept = "async () => Object.keys(await chrome.storage.session.get())";
            let kept = session.call(Place::Background, kept, json!([])).await?;
            ensure!(!kept.to_string().contains("team:"), "the room was kept: {kept}");
            ensure!(open(session).await? == first, "the page's warning led to another room");
            // What was pinned in another window stays as it was there.
            let other = format!("{first}-pinned");
            let (pinned, pin) = (format!("pinned:{other}"), json!({ "name": "", "insteadOf": OLD, "since": 1 }));
            let before = json!({ &pinned: pin });
            store(session, before.clone()).await?;
            ensure!(open(session).await? == other, "nobody is led to the pinned room");
            session.click(Place::Popup, "team-new").await?;
            said(session, "another room").await?;
            let after = pins(session).await?;
            ensure!(after == before, "a private window pinned a room: {after}, before {before}");
            Ok(())
        })?;
    }
}

/// An administrator's policy, as the popup hears of it.
pub(crate) const NO_ROOMS: &str = "chrome.storage.managed.get = async () => ({ recentRooms: false });";
