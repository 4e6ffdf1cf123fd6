//! The meeting in a calendar: as a file, or in a calendar on the web.
//!
//! The browser knows the user's time zone and its summer times; it turns what is typed into a moment.

use std::rc::Rc;

use js_sys::{Array, Date, Intl, Object};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlAnchorElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

use super::invitation::invitation;
use super::shared::Shared;
use super::status::report;
use super::{every, series};
use crate::browser::log::log;
use crate::browser::webext::{field, object, whole};
use crate::browser::{dom, file, i18n};
use crate::share::{
    Civil, Meeting, Recurring, UtcMoment, Zone, google_calendar, icalendar, outlook, recurring,
    series as series_file,
};
use crate::text::Text;

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

/// How long a meeting may take, in minutes.
const LENGTHS: [u32; 7] = [15, 30, 45, 60, 90, 120, 240];
const USUAL_LENGTH: u32 = 60;

pub(super) fn start(shared: &Rc<Shared>) -> Result<(), JsValue> {
    dom::element::<HtmlInputElement>("meeting-title")?.set_value(&i18n::word("meeting_title"));
    fill("meeting-start", "meeting-length")?;
    let zone = Text::with("meeting_zone", [time_zone().unwrap_or_default()]);
    dom::set_text("meeting-zone", &i18n::say(&zone))?;
    for id in ["meeting-title", "meeting-start", "meeting-length"] {
        let shared = Rc::clone(shared);
        dom::on(id, "input", move |_| log(show(&shared.link())))?;
    }
    let shared = Rc::clone(shared);
    dom::on("calendar-file", "click", move |_| {
        log(show(&shared.link()));
        if series::is_wanted() {
            log(save_series(&shared));
        } else if let Some(meeting) = meeting(&shared.link()) {
            report(&save(|now| icalendar(&meeting, now)), "calendar_saved", "calendar_failed");
        }
    })
}

/// Hands over the calendar file with a room for each date, or says what is missing.
fn save_series(shared: &Shared) -> Result<(), JsValue> {
    let Some(first) = Civil::parse(&value("meeting-start")) else { return Ok(()) };
    let Some(starts) = series::starts(first)? else { return Ok(()) };
    let links = series::links(&shared.offer, starts.len())?;
    let meetings = starts.iter().zip(&links).map(|(start, link)| meeting_at(&start.to_string(), link));
    let meetings = meetings.collect::<Option<Vec<Meeting>>>().ok_or(JsValue::NULL);
    let saved = meetings.and_then(|meetings| save(|now| series_file(&meetings, now)));
    report(&saved, "calendar_saved", "calendar_failed");
    Ok(())
}

/// Points the links to the calendars at the meeting, or says what is missing.
pub(super) fn show(link: &str) -> Result<(), JsValue> {
    let meeting = meeting(link);
    let error = if meeting.is_none() { i18n::word("meeting_error") } else { String::new() };
    dom::set_text("meeting-error", &error)?;
    let addresses = meeting.map(|meeting| [google_calendar(&meeting), outlook(&meeting)]);
    for (at, id) in ["calendar-google", "calendar-outlook"].into_iter().enumerate() {
        let anchor: HtmlAnchorElement = dom::element(id)?;
        match &addresses {
            Some(addresses) => anchor.set_href(&addresses[at]),
            None => anchor.remove_attribute("href")?,
        }
    }
    Ok(())
}

/// Offers what a meeting's beginning and length may be.
fn fill(start: &str, length: &str) -> Result<(), JsValue> {
    dom::element::<HtmlInputElement>(start)?.set_value(&next_hour());
    let select: HtmlSelectElement = dom::element(length)?;
    for length in LENGTHS {
        let option: HtmlOptionElement =
            dom::child(&select, "option", "", &minutes(length)?)?.unchecked_into();
        option.set_value(&length.to_string());
    }
    select.set_value(&USUAL_LENGTH.to_string());
    Ok(())
}

/// Offers the meeting of a team that comes back, once.
pub(super) fn fill_recurring() -> Result<(), JsValue> {
    if value("team-start").is_empty() {
        fill("team-start", "team-length")?;
        every::fill("team-every")?;
    }
    Ok(())
}

/// Hands over the calendar file of the meeting `title`, which comes back, in the room at `link`, or says what is missing.
pub(super) fn save_recurring(title: &str, link: &str) -> Result<(), JsValue> {
    let first = Civil::parse(&value("team-start")).zip(length_in("team-length"));
    let error = if first.is_none() { i18n::word("meeting_error") } else { String::new() };
    dom::set_text("team-error", &error)?;
    let Some((start, minutes)) = first else { return Ok(()) };
    let since = Date::parse(&start.to_string()) / MINUTE;
    let whole = |minutes: f64| whole(&minutes.into()).unwrap_or_default();
    let offset = |at: i64| -whole(Date::new(&(at as f64 * MINUTE).into()).get_timezone_offset());
    let zone = Zone::observe(&time_zone().unwrap_or_default(), whole(since), offset);
    let meeting = Recurring {
        title: title.to_owned(),
        text: invitation(link),
        link: link.to_owned(),
        start,
        minutes,
        days: every::days("team-every")?,
        zone,
    };
    report(&save(|now| recurring(&meeting, now)), "calendar_saved", "calendar_failed");
    Ok(())
}

fn value(id: &str) -> String {
    dom::element::<HtmlInputElement>(id).map(|input| input.value()).unwrap_or_default()
}

fn length_in(id: &str) -> Option<u32> {
    dom::element::<HtmlSelectElement>(id).ok()?.value().parse().ok()
}

/// The meeting in the fields; `None` when its time is none.
fn meeting(link: &str) -> Option<Meeting> {
    meeting_at(&value("meeting-start"), link)
}

/// The same, at the time that was `typed`.
fn meeting_at(typed: &str, link: &str) -> Option<Meeting> {
    if typed.is_empty() {
        return None;
    }
    // Without a zone, such a text is read in the user's own.
    let start = Date::parse(typed);
    let length = length_in("meeting-length")?;
    let title = value("meeting-title");
    Some(Meeting {
        title: if title.trim().is_empty() { i18n::word("meeting_title") } else { title },
        text: invitation(link),
        link: link.to_owned(),
        start: moment(start)?,
        end: moment(start + f64::from(length) * MINUTE)?,
    })
}

/// The moment `since` milliseconds after 1970; `None` for one that no calendar has.
fn moment(since: f64) -> Option<UtcMoment> {
    let date = Date::new(&since.into());
    // Writing a date that is none would throw.
    (!date.get_time().is_nan()).then(|| UtcMoment::from_iso(&String::from(date.to_iso_string())).ok())?
}

/// The next full hour that is at least half an hour away, in the form that the field takes. The hour is one of the user's
/// own time zone: in India or Iran hours begin half an hour later than elsewhere.
fn next_hour() -> String {
    let now = Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * MINUTE;
    let soon = Date::new(&(((local + HOUR / 2.0) / HOUR).ceil() * HOUR).into());
    String::from(soon.to_iso_string()).chars().take("0000-00-00T00:00".len()).collect()
}

/// A number of minutes in words.
fn minutes(length: u32) -> Result<String, JsValue> {
    let options = [("style", "unit"), ("unit", "minute"), ("unitDisplay", "long")];
    let options = object(&options.map(|(name, value)| (name, value.into())));
    let format = Intl::NumberFormat::new(&Array::of1(&i18n::word("language").into()), &options);
    Ok(format.format().call1(&JsValue::UNDEFINED, &length.into())?.as_string().unwrap_or_default())
}

/// The user's time zone, such as `Europe/Berlin`.
fn time_zone() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    field(&options, "timeZone").as_string()
}

/// Hands the calendar file to the browser, which saves it like any other download.
fn save(write: impl FnOnce(&UtcMoment) -> String) -> Result<(), JsValue> {
    let now = moment(Date::now()).ok_or(JsValue::NULL)?;
    file::save(&write(&now), "text/calendar", "meeting.ics")
}
