//! The popup's view of sharing: the picture, the letter, the calendar.

use harness::anyhow::{Context as _, ensure};
use harness::wait::until;
use harness::{Place, Value, extension_with, in_both_browsers, json, run_with};

use crate::in_popup::{back, choose, copied, open, read, scanned, to};
use crate::popup_team::calendar;
use crate::support::first_in;

in_both_browsers! {
    async fn a_scanner_and_a_letter_lead_to_the_link(session: &Session) {
        open(session).await?;
        to(session, "share").await?;
        session.text_when(Place::Popup, "qr-hint", |text| !text.is_empty()).await?;
        let link = until("the picture", async || Ok(scanned(session).await.ok())).await?;
        let letter = read(session, "share-email", "href").await?;
        let name = link.rsplit('/').next().unwrap_or_default();
        assert!(letter.starts_with("mailto:?subject=") && letter.contains(name), "{letter}");
        let google = read(session, "calendar-google", "href").await?;
        assert!(google.starts_with("https://calendar.google.com/") && google.contains(name), "{google}");
        back(session).await?;
        assert_eq!(copied(session).await?, link);
    }

    async fn the_systems_sheet_gets_the_link_and_what_guests_need(session: &Session) {
        open(session).await?;
        to(session, "share").await?;
        let link = session.text(Place::Popup, "share-link").await?.unwrap_or_default();
        let share = "async (root) => {
          const shared = new Promise((resolve) => {
            Object.defineProperty(navigator, 'share', { value: async (data) => resolve(data) });
          });
          root.querySelector('#share-system').click();
          return shared;
        }";
        let shared = session.call(Place::Popup, share, json!([])).await?;
        assert_eq!(shared["url"], link.as_str());
        let text = shared["text"].as_str().unwrap_or_default();
        assert!(text.contains("Chromium") && text.ends_with("do not pass this link on."), "{text}");
        assert!(!text.contains(&link), "the link is handed over twice");
        session.text_when(Place::Popup, "status", |text| text.contains("Shared")).await?;
    }

    async fn the_calendar_file_holds_the_meeting_at_its_moment(session: &Session) {
        open(session).await?;
        to(session, "share").await?;
        choose(session, "meeting-title", "Jour fixe; Büro, 3").await?;
        choose(session, "meeting-start", "2027-07-01T09:30").await?;
        choose(session, "meeting-length", "90").await?;
        let listen = "() => {
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (file) => { window.handedOver = file; return make(file); };
        }";
        session.call(Place::Popup, listen, json!([])).await?;
        session.click(Place::Popup, "calendar-file").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("calendar file")).await?;
        let file = session.call(Place::Popup, "() => window.handedOver.text()", json!([])).await?;
        let calendar: icalendar::Calendar =
            file.as_str().context("no file")?.parse().map_err(harness::anyhow::Error::msg)?;
        let event = calendar.components[0].as_event().context("no event")?;
        let property = |name: &str| icalendar::Component::property_value(event, name).unwrap_or_default().to_owned();
        assert_eq!(property("SUMMARY"), "Jour fixe; Büro, 3");
        let moment = "(_, text, add) => new Date(Date.parse(text) + add).toISOString()";
        for (name, minutes) in [("DTSTART", 0), ("DTEND", 90)] {
            let wanted: Value =
                session.call(Place::Popup, moment, json!(["2027-07-01T09:30", minutes * 60_000])).await?;
            let wanted = wanted.as_str().unwrap_or_default().replace(['-', ':'], "").replace(".000", "");
            assert_eq!(property(name), wanted);
        }
        choose(session, "meeting-start", "").await?;
        session.text_when(Place::Popup, "meeting-error", |text| !text.is_empty()).await?;
        assert_eq!(read(session, "calendar-google", "href").await?, "", "no link without a time");
        back(session).await?;
        assert_eq!(property("URL"), copied(session).await?);
    }

    async fn a_series_has_a_room_of_its_own_for_each_date(session: &Session) {
        open(session).await?;
        to(session, "share").await?;
        choose(session, "meeting-start", "2027-03-22T09:30").await?;
        session.click(Place::Popup, "meeting-series").await?;
        assert_eq!(session.rect(Place::Popup, "calendar-google").await?, None, "it takes one date at a time");
        choose(session, "series-dates", "1").await?;
        session.click(Place::Popup, "calendar-file").await?;
        session.text_when(Place::Popup, "meeting-error", |text| text.contains("52")).await?;
        choose(session, "series-dates", "4").await?;
        let calendar = calendar(session, "calendar-file").await?;
        assert_eq!(session.text(Place::Popup, "meeting-error").await?.as_deref(), Some(""));
        let property = |at: usize, name: &str| -> String {
            let event = calendar.components[at].as_event();
            let value = event.and_then(|event| icalendar::Component::property_value(event, name));
            value.unwrap_or_default().to_owned()
        };
        let moment = "(_, text) => new Date(text).toISOString()";
        // At the same time of the day, though the clocks of many zones are changed in between.
        let mut links = Vec::new();
        for (at, day) in ["2027-03-22", "2027-03-29", "2027-04-05", "2027-04-12"].into_iter().enumerate() {
            let wanted = session.call(Place::Popup, moment, json!([format!("{day}T09:30")])).await?;
            let wanted = wanted.as_str().unwrap_or_default().replace(['-', ':'], "").replace(".000", "");
            assert_eq!(property(at, "DTSTART"), wanted);
            assert!(property(at, "DESCRIPTION").contains(&property(at, "URL")));
            links.push((property(at, "UID"), property(at, "URL")));
        }
        assert_eq!(calendar.components.len(), 4);
        back(session).await?;
        assert_eq!(copied(session).await?, links[0].1, "the first date has the room that is offered");
        links.sort();
        links.dedup();
        assert_eq!(links.len(), 4, "{links:?}");
    }

    fn a_meeting_begins_at_a_full_hour_of_the_users_own(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("popup.html", extension.path(), HALF_AN_HOUR)?;
        run_with(browser, extension.path(), async |session| {
            open(session).await?;
            let start = session.value(Place::Popup, "meeting-start").await?;
            ensure!(start.ends_with(":00"), "{start} is no full hour");
            Ok(())
        })?;
    }
}

/// A clock half an hour beside those of most zones, as in India.
const HALF_AN_HOUR: &str = "Date.prototype.getTimezoneOffset = () => -330;";
