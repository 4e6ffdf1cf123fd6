//! The popup's folded controls: the name, the link, sharing, what to do before one talks, a better name.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, Value, extension_with, in_both_browsers, json, rqrr, run_with};

use crate::inspect::{is_accessible, open_page};
use crate::popup_team::calendar;
use crate::support::{first_in, stored};

/// All that a person can use, in the order of each view of the popup. What the system may lack (the share sheet) and
/// what has stops of its own in one browser (the parts of the time) are left out.
const CONTROLS: [(&str, &[&str]); 5] = [
    (
        "",
        &[
            "copy-link",
            "open-room",
            "new-room",
            "other-server",
            "to-change",
            "to-share",
            "to-talk",
            "check-input",
            "use-better",
            "guide-link",
            "options-link",
            // It stands before the first one, which is where this begins.
            "to-rooms",
        ],
    ),
    (
        "change",
        &[
            "label-input",
            "title-input",
            "style",
            "length",
            "start-muted",
            "start-without-video",
            "no-third-parties",
            "encrypt-everywhere",
            "hide-addresses",
            "back",
        ],
    ),
    (
        "share",
        &[
            "share-email",
            "meeting-title",
            "meeting-start",
            "meeting-length",
            "meeting-series",
            "calendar-file",
            "calendar-google",
            "calendar-outlook",
            "back",
        ],
    ),
    ("rooms", &["pin-new", "back"]),
    (
        "talk",
        &[
            "tool-link",
            "open-panel",
            "copy-check-words",
            "new-check-words",
            "guests",
            "guests-make",
            "copy-password",
            "new-password",
            "back",
        ],
    ),
];

const INVITATION: &str = "Join: https://meet.jit.si/WeeklyStandup, or later https://meet.jit.si/plan-b";

/// Opens the popup and waits for its link.
async fn open(session: &Session) -> Result<()> {
    session.open_popup().await?;
    session.text_when(Place::Popup, "strength", |text| !text.is_empty()).await?;
    // The controls are filled after the link is shown.
    session.text_when(Place::Popup, "tab-status", |text| !text.is_empty()).await.map(drop)
}

/// What stands in an element or in the attribute of one.
async fn read(session: &Session, id: &str, attribute: &str) -> Result<String> {
    let read = "(root, id, attribute) => root.getElementById(id).getAttribute(attribute) ?? ''";
    let value = session.call(Place::Popup, read, json!([id, attribute])).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Sets a control and says so to the page, as a person's choice does.
pub(crate) async fn choose(session: &Session, id: &str, value: &str) -> Result<()> {
    let set = "(root, id, value) => {
      const control = root.getElementById(id);
      control.value = value;
      for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }";
    session.call(Place::Popup, set, json!([id, value])).await.map(drop)
}

/// Opens a view, and waits until the popup is as large as that takes: until then, what is clicked moves.
async fn to(session: &Session, view: &str) -> Result<()> {
    session.click(Place::Popup, &format!("to-{view}")).await?;
    let grown = "(root) => {
      const { innerHeight } = root.defaultView;
      return root.documentElement.scrollHeight <= innerHeight + 1 || innerHeight > 580;
    }";
    until("the popup to grow", async || {
        Ok((session.call(Place::Popup, grown, json!([])).await? == json!(true)).then_some(()))
    })
    .await
}

/// Leads back to the first view.
async fn back(session: &Session) -> Result<()> {
    session.click(Place::Popup, "back").await
}

/// The link that `copy-link` copies.
async fn copied(session: &Session) -> Result<String> {
    session.click(Place::Popup, "copy-link").await?;
    session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
    session.clipboard().await
}

async fn focus_is(session: &Session, id: &str) -> Result<()> {
    until(&format!("the focus on #{id}"), async || {
        let focused = session.focused(Place::Popup).await?;
        ensure!(focused == id, "it is on #{focused}");
        Ok(Some(()))
    })
    .await
}

/// Waits until the exact strength, which is folded away, has this many bits.
async fn strength_is(session: &Session, bits: &str) -> Result<()> {
    let read = "(root) => root.getElementById('length-strength').textContent";
    until("the strength", async || {
        let strength = session.call(Place::Popup, read, json!([])).await?;
        ensure!(strength.as_str().is_some_and(|said| said.contains(bits)), "it is {strength}");
        Ok(Some(()))
    })
    .await
}

/// What a scanner reads from the picture in the popup.
pub(crate) async fn scanned(session: &Session) -> Result<String> {
    let drawing = "(root) => {
      const svg = root.querySelector('#qr svg');
      return svg && [svg.viewBox.baseVal.width, svg.querySelector('path').getAttribute('d')];
    }";
    let drawing = session.call(Place::Popup, drawing, json!([])).await?;
    let side = drawing[0].as_u64().context("no picture")?;
    let path = drawing[1].as_str().context("no path")?;
    // Nine pixels for a module.
    let scale = 3;
    let side = usize::try_from(side)? * scale;
    let mut dark = vec![vec![false; side]; side];
    for run in path.split_terminator('z') {
        let numbers: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        for row in &mut dark[numbers[1] * scale..][..scale] {
            row[numbers[0] * scale..][..numbers[2] * scale].fill(true);
        }
    }
    let mut picture = rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| dark[y][x]);
    let grid = picture.detect_grids().pop().context("no code in the picture")?;
    Ok(grid.decode()?.1)
}

in_both_browsers! {
    async fn every_control_is_reached_by_the_keyboard_in_its_view(session: &Session) {
        open(session).await?;
        session.type_into(Place::Popup, "check-input", "standup").await?;
        session.text_when(Place::Popup, "better-name", |text| text.contains("standup-")).await?;
        for (view, expected) in CONTROLS {
            let first = if view.is_empty() { "copy-link".to_owned() } else { format!("to-{view}") };
            let focus = "(root, id) => { root.getElementById(id).focus(); }";
            session.call(Place::Popup, focus, json!([first])).await?;
            if !view.is_empty() {
                session.press(Place::Popup, Key::Enter).await?;
                focus_is(session, "view-heading").await?;
            }
            let mut seen: Vec<String> = Vec::new();
            for _ in 0..40 {
                let here = session.focused(Place::Popup).await?;
                if !seen.contains(&here) {
                    seen.push(here);
                }
                session.press(Place::Popup, Key::Tab).await?;
            }
            let reached: Vec<&str> = seen.iter().map(String::as_str).filter(|id| expected.contains(id)).collect();
            assert_eq!(reached, expected, "of {seen:?}");
            let elsewhere = CONTROLS.iter().filter(|(other, _)| *other != view).flat_map(|(_, ids)| *ids);
            let strange: Vec<_> = elsewhere.filter(|id| **id != "back" && seen.iter().any(|seen| seen == *id)).collect();
            assert!(strange.is_empty(), "{strange:?} of another view");
            if !view.is_empty() {
                // One way back is the button, the other Escape; both lead to where one was.
                let key = if view == "change" { Key::Enter } else { Key::Escape };
                session.call(Place::Popup, focus, json!(["back"])).await?;
                session.press(Place::Popup, key).await?;
                focus_is(session, &first).await?;
            }
        }
    }

    async fn a_label_stands_in_front_at_once_and_one_that_cannot_says_why(session: &Session) {
        open(session).await?;
        to(session, "change").await?;
        session.type_into(Place::Popup, "label-input", "Acme weekly").await?;
        let name = session.text_when(Place::Popup, "room-name", |text| text.starts_with("acme-weekly-")).await?;
        choose(session, "label-input", &"x".repeat(500)).await?;
        session.text_when(Place::Popup, "label-error", |text| text.contains("500")).await?;
        assert_eq!(session.text(Place::Popup, "room-name").await?, Some(name.clone()), "the room stays");
        choose(session, "label-input", "🍄").await?;
        session.text_when(Place::Popup, "label-error", |text| text.contains("letters and digits")).await?;
        choose(session, "label-input", "اجتماع").await?;
        session.text_when(Place::Popup, "room-name", |text| text.contains("اجتماع")).await?;
        assert_eq!(session.text(Place::Popup, "label-error").await?.as_deref(), Some(""));
        back(session).await?;
        let link = copied(session).await?;
        assert!(link.is_ascii(), "{link}");
        let drawn = name.trim_start_matches("acme-weekly-").split_whitespace().collect::<String>();
        assert!(link.ends_with(&drawn), "{link} keeps what was drawn: {drawn}");
    }

    async fn a_title_stands_in_the_link_and_changes_no_name(session: &Session) {
        open(session).await?;
        let name = session.text(Place::Popup, "room-name").await?;
        to(session, "change").await?;
        session.type_into(Place::Popup, "title-input", "Weekly & \"more\"").await?;
        session.text_when(Place::Popup, "room-options", |text| text.ends_with("more%5C%22%22")).await?;
        assert_eq!(session.text(Place::Popup, "room-name").await?, name);
        back(session).await?;
        let link = copied(session).await?;
        assert!(link.ends_with("#config.localSubject=%22Weekly%20%26%20%5C%22more%5C%22%22"), "{link}");
        session.type_into(Place::Popup, "check-input", &link).await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("Weekly & \"more\"")).await?;
        assert!(!stored(session).await?.to_string().contains("Weekly"), "the title was stored");
    }

    async fn another_style_and_length_show_at_once_and_are_remembered(session: &Session) {
        open(session).await?;
        to(session, "change").await?;
        choose(session, "style", "words-es").await?;
        strength_is(session, "65.8").await?;
        choose(session, "length", "8").await?;
        strength_is(session, "87.7").await?;
        let stored = "async () => (await chrome.storage.local.get(['style', 'words']))";
        let wanted = json!({ "style": "words-es", "words": 8 });
        until("the choice is stored", async || {
            Ok((session.call(Place::Popup, stored, json!([])).await? == wanted).then_some(()))
        })
        .await?;
    }

    async fn words_are_read_out_in_their_own_language(session: &Session) {
        open(session).await?;
        let language = async |id: &str| read(session, id, "lang").await;
        to(session, "talk").await?;
        assert_eq!([language("room-name").await?, language("check-word-call").await?], ["en", "en"]);
        back(session).await?;
        to(session, "change").await?;
        choose(session, "style", "words-es").await?;
        strength_is(session, "65.8").await?;
        back(session).await?;
        session.type_into(Place::Popup, "check-input", "standup").await?;
        session.text_when(Place::Popup, "better-name", |text| text.contains("standup-")).await?;
        to(session, "talk").await?;
        session.click(Place::Popup, "new-check-words").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("other words")).await?;
        for id in ["room-name", "better-name", "check-word-call", "check-word-answer"] {
            assert_eq!(language(id).await?, "es", "{id}");
        }
        choose(session, "style", "characters").await?;
        strength_is(session, "75").await?;
        assert_eq!(language("room-name").await?, "");
    }

    async fn the_link_sets_what_was_chosen_and_keeps_its_room(session: &Session) {
        open(session).await?;
        let name = session.text(Place::Popup, "room-name").await?;
        to(session, "change").await?;
        for (id, key) in [
            ("start-muted", "config.startWithAudioMuted=true"),
            ("start-without-video", "config.startWithVideoMuted=true"),
            ("no-third-parties", "config.disableThirdPartyRequests=true"),
            ("encrypt-everywhere", "config.enableEncodedTransformSupport=true&config.deeplinking.disabled=true"),
            ("hide-addresses", "config.p2p.enabled=false"),
        ] {
            session.click(Place::Popup, id).await?;
            session.text_when(Place::Popup, "room-options", |text| text.contains(key)).await?;
        }
        assert_eq!(session.text(Place::Popup, "room-name").await?, name);
    }

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

    async fn check_words_and_a_password_are_drawn_anew_and_copied(session: &Session) {
        open(session).await?;
        to(session, "talk").await?;
        let first = session.text_when(Place::Popup, "password", |text| !text.is_empty()).await?;
        assert_eq!(first.len(), 11, "{first}");
        session.click(Place::Popup, "new-password").await?;
        let second = session.text_when(Place::Popup, "password", |text| *text != *first).await?;
        session.click(Place::Popup, "copy-password").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("password")).await?;
        assert_eq!(session.clipboard().await?, second);
        session.click(Place::Popup, "copy-check-words").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("words")).await?;
        let words = session.clipboard().await?;
        for id in ["check-word-call", "check-word-answer"] {
            let word = session.text(Place::Popup, id).await?.unwrap_or_default();
            assert!(!word.is_empty() && words.contains(&word), "{words}");
        }
    }

    async fn each_guest_has_a_pair_that_is_copied_alone_or_printed(session: &Session) {
        open(session).await?;
        to(session, "talk").await?;
        session.type_into(Place::Popup, "guests", "0").await?;
        session.click(Place::Popup, "guests-make").await?;
        session.text_when(Place::Popup, "guests-error", |text| text.contains("50")).await?;
        choose(session, "guests", "Ada\n<b>Grace</b>").await?;
        session.click(Place::Popup, "guests-make").await?;
        let ada = session.text_when(Place::Popup, "guest-0-words", |text| text.contains("answer")).await?;
        let grace = session.text(Place::Popup, "guest-1-words").await?.unwrap_or_default();
        assert_ne!(ada, grace);
        assert_eq!(session.focused(Place::Popup).await?, "guest-0-copy");
        assert_eq!(session.text(Place::Popup, "guest-1-name").await?.as_deref(), Some("<b>Grace</b>"));
        assert_eq!(session.text(Place::Popup, "guests-error").await?.as_deref(), Some(""));
        is_accessible(session, Place::Popup).await?;
        session.click(Place::Popup, "guest-0-copy").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("Do not send the words")).await?;
        assert_eq!(session.clipboard().await?, ada, "a guest is told more than their own pair");
        session.click(Place::Popup, "guests-copy").await?;
        let all = format!("Ada: {ada}\n<b>Grace</b>: {grace}");
        until("the list", async || Ok((session.clipboard().await? == all).then_some(()))).await?;
        // No driver goes to a tab that the extension opens with a page of its own: the test opens that page.
        let hold = "() => { chrome.tabs.create = async ({ url }) => { window.wanted = url; }; }";
        session.call(Place::Popup, hold, json!([])).await?;
        session.click(Place::Popup, "guests-print").await?;
        until("the page to be wanted", async || {
            let wanted = session.call(Place::Popup, "() => window.wanted ?? null", json!([])).await?;
            Ok(wanted.as_str().is_some_and(|url| url.ends_with("/slips.html")).then_some(()))
        })
        .await?;
        open_page(session, "slips.html").await?;
        let slips = session.text_when(Place::Page, "slips", |text| !text.is_empty()).await?;
        assert!(slips.contains(&ada) && slips.contains(&grace) && !slips.contains("https://"), "{slips}");
        is_accessible(session, Place::Page).await?;
        let kept = "async () => [await chrome.storage.local.get(), await chrome.storage.session.get('slips')]";
        assert_eq!(session.call(Place::Background, kept, json!([])).await?, json!([{}, {}]));
        open_page(session, "slips.html").await?;
        session.text_when(Place::Page, "slips-none", |text| !text.is_empty()).await?;
    }

    async fn an_invitation_is_judged_and_a_better_name_becomes_the_room(session: &Session) {
        open(session).await?;
        session.type_into(Place::Popup, "check-input", INVITATION).await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("plan-b")).await?;
        let verdict = session.text(Place::Popup, "check-verdict").await?.unwrap_or_default();
        assert!(verdict.contains("Strangers can guess"), "{verdict}");
        let better = session.text(Place::Popup, "better-name").await?.unwrap_or_default();
        assert!(better.starts_with("weekly-standup-"), "{better}");
        session.click(Place::Popup, "use-better").await?;
        session.text_when(Place::Popup, "room-name", |text| *text == *better).await?;
        assert_eq!(session.focused(Place::Popup).await?, "copy-link");
    }

    async fn a_better_name_is_made_as_was_chosen_last(session: &Session) {
        open(session).await?;
        session.type_into(Place::Popup, "check-input", "standup").await?;
        let words = session.text_when(Place::Popup, "better-name", |text| text.split('-').count() == 6).await?;
        to(session, "change").await?;
        choose(session, "length", "8").await?;
        let nine = "(root) => root.getElementById('better-name').textContent.split('-').length === 9 || null";
        until("a longer name", async || {
            Ok(session.call(Place::Popup, nine, json!([])).await?.as_bool())
        })
        .await?;
        choose(session, "style", "characters").await?;
        back(session).await?;
        let better = session.text_when(Place::Popup, "better-name", |text| text.split('-').count() == 4).await?;
        assert!(better.starts_with("standup-"), "{better} instead of {words}");
        session.click(Place::Popup, "use-better").await?;
        session.text_when(Place::Popup, "room-name", |text| *text == *better).await?;
    }

    async fn a_storage_that_fails_is_said_and_the_choice_holds(session: &Session) {
        open(session).await?;
        let fail = "() => { chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES')); }";
        session.call(Place::Popup, fail, json!([])).await?;
        to(session, "change").await?;
        choose(session, "style", "characters").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("could not be saved")).await?;
        strength_is(session, "75").await?;
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
