//! The popup's folded controls: the name, the link, a better name.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, Value, in_both_browsers, json};

use crate::in_popup::{back, choose, copied, open, read, to};
use crate::support::stored;

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
            "check-input",
            "use-better",
            "check-why-open",
            "to-change",
            "to-share",
            "to-talk",
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
            "tools-open",
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
        // What is said goes by the sentences around it.
        for (id, spoken) in
            [("room-name", "es"), ("better-name", "es"), ("check-word-call", "en"), ("check-word-answer", "en")]
        {
            assert_eq!(language(id).await?, spoken, "{id}");
        }
        choose(session, "style", "characters").await?;
        strength_is(session, "75").await?;
        assert_eq!(language("room-name").await?, "");
    }

    async fn no_new_name_moves_the_buttons_below_it(session: &Session) {
        open(session).await?;
        let styles = "(root) => [...root.getElementById('style').options].map(({ value }) => value)";
        let styles = session.call(Place::Popup, styles, json!([])).await?;
        // As many names of each kind as show that one takes another line.
        let tops = "(root, count) => {
          const link = root.getElementById('copy-link');
          const tops = new Set();
          for (let name = 0; name < count; name++) {
            root.getElementById('new-room').click();
            tops.add(Math.round(link.getBoundingClientRect().top + root.defaultView.scrollY));
          }
          return [...tops];
        }";
        for style in styles.as_array().into_iter().flatten().filter_map(Value::as_str) {
            choose(session, "style", style).await?;
            let tops = session.call(Place::Popup, tops, json!([60])).await?;
            ensure!(tops.as_array().is_some_and(|tops| tops.len() == 1), "{style}: the buttons are at {tops}");
        }
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

    async fn why_and_how_many_bits_is_folded_below_the_better_name(session: &Session) {
        open(session).await?;
        // Whether it is in sight, and how far down it ends.
        let seen = "(root, id) => {
          const part = root.getElementById(id);
          return [part.checkVisibility(), part.getBoundingClientRect().bottom, root.body.innerText.includes(' bits')];
        }";
        let seen = async |id: &str| session.call(Place::Popup, seen, json!([id])).await;
        ensure!(seen("check-why-open").await?[0] == false, "nothing was asked");
        session.type_into(Place::Popup, "check-input", "weekly-standup").await?;
        session.text_when(Place::Popup, "better-name", |text| text.contains("standup-")).await?;
        let order = [seen("check-verdict").await?, seen("use-better").await?, seen("check-why-open").await?];
        ensure!(order.iter().all(|part| part[0] == true), "{order:?}");
        ensure!(order.is_sorted_by_key(|part| part[1].as_f64()), "{order:?}");
        ensure!(order.iter().all(|part| part[2] == false), "bits in the open");
        ensure!(seen("check-reasons").await?[0] == false, "the reasons are in the open");
        session.click(Place::Popup, "check-why-open").await?;
        let reasons = session.text_when(Place::Popup, "check-reasons", |text| text.contains(" bits")).await?;
        ensure!(reasons.contains("very many meeting names"), "{reasons}");
        let open = seen("check-reasons").await?;
        ensure!(open[0] == true && open[2] == true, "{open}");
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

}
