//! What is pasted into the popup's field.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Page, Place, Session, in_both_browsers, json};

use crate::support::{copy_safe_link, press_until_gone, settled, show_more, stored, tab_status};

/// Opens the popup and pastes `text` into its field.
async fn paste(session: &Session, text: &str) -> Result<()> {
    session.open_popup().await?;
    tab_status(session, Place::Popup).await?;
    session.type_into(Place::Popup, "check-input", text).await
}

/// Puts `text` into the popup's field as a whole, as a paste does.
async fn fill(session: &Session, text: &str) -> Result<()> {
    let fill = "(root, text) => {
      const field = root.getElementById('check-input');
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }";
    session.call(Place::Popup, fill, json!([text])).await.map(drop)
}

/// What is wrong with the popup's look: words or buttons beyond its sides, and buttons that nobody can get in sight.
const BEYOND: &str = "(root) => {
  const { innerHeight, innerWidth } = root.defaultView;
  const wrong = [];
  if (root.documentElement.scrollWidth > innerWidth) wrong.push(`${root.documentElement.scrollWidth} px wide`);
  for (const control of root.querySelectorAll('button, a, input, textarea, select, summary')) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    control.scrollIntoView({ block: 'nearest' });
    const { left, right, top, bottom } = control.getBoundingClientRect();
    if (left < 0 || right > innerWidth || top < -1 || bottom > innerHeight + 1) {
      wrong.push(`${control.id || control.textContent} at ${[left, top, right, bottom].map(Math.round)}`);
    }
  }
  return wrong;
}";

/// Maximum number of characters that are said of a room's place, and of all that is said of a name.
const PLACE_MAX: usize = 80;
const SAID_MAX: usize = 1000;

in_both_browsers! {
    async fn a_long_or_an_odd_name_is_quoted_short_and_no_button_goes_out_of_reach(session: &Session) {
        session.open_popup().await?;
        tab_status(session, Place::Popup).await?;
        // What turns what stands behind it around.
        let turned = "stand%E2%80%AEpu%E2%81%A6nord";
        for (link, shown) in [
            (format!("https://meet.jit.si/{}", "standup".repeat(430)), "meet.jit.si/standupstandup"),
            (format!("https://{}.example.org/standup", "meet".repeat(14)), "/standup"),
            (format!("https://meet.jit.si/{turned}"), "meet.jit.si/stand[U+202E]pu[U+2066]nord"),
            (format!("https://meet.example.org/{}", "\u{1f600}".repeat(750)), "meet.example.org/\u{1f600}"),
            (format!("{}: https://bit.ly/x\n{}", "w".repeat(3000), "standup".repeat(250)), "standup"),
        ] {
            fill(session, &link).await?;
            let isolates = ['\u{2068}', '\u{2069}'];
            let plain = |text: &str| text.replace(isolates, "");
            let names = || session.text(Place::Popup, "check-names");
            let said = until("what was read", async || {
                let verdict = session.text(Place::Popup, "check-verdict").await?.unwrap_or_default();
                let said = format!("{verdict}{}", names().await?.unwrap_or_default());
                Ok(plain(&said).contains(shown).then_some(said))
            })
            .await?;
            ensure!(said.chars().count() < SAID_MAX, "{} characters are said: {said}", said.chars().count());
            let turns = |sign: char| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2067}');
            ensure!(!said.contains(turns), "{said:?} turns what stands behind it around");
            let longest = said.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
            ensure!(longest < PLACE_MAX, "a word of {longest} characters: {said}");
            let beyond = session.call(Place::Popup, BEYOND, json!([])).await?;
            ensure!(beyond == json!([]), "{shown}: {beyond}");
        }
    }

    async fn a_pasted_text_says_which_room_was_judged(session: &Session) {
        paste(session, "会议链接：https://meet.jit.si/Standup，今晚八点开始").await?;
        let verdict = session.text_when(Place::Popup, "check-verdict", |text| text.contains("Room: ")).await?;
        assert!(verdict.contains("meet.jit.si/standup") && verdict.contains("guess"), "{verdict}");
    }

    async fn a_text_without_a_link_offers_the_name_on_its_own_line(session: &Session) {
        paste(session, "We meet tonight, as ever. The room is").await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("no link")).await?;
        let fill = "(root) => {
          const field = root.getElementById('check-input');
          field.value += '\\nweekly-standup\\n';
          field.dispatchEvent(new Event('input'));
        }";
        session.call(Place::Popup, fill, json!([])).await?;
        session.text_when(Place::Popup, "check-names", |text| text.contains("weekly-standup")).await?;
        let press = "(root) => root.querySelector('#check-names button').click()";
        session.call(Place::Popup, press, json!([])).await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("meet.jit.si/weekly-standup")).await?;
    }

    async fn a_link_that_weakens_the_call_is_offered_without_that(session: &Session) {
        let strong = "https://meet.jit.si/k7mq2xw9pdk7mq2xw9pd";
        paste(session, &format!("{strong}?jwt=x#config.e2ee.disabled=true")).await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("weakens")).await?;
        session.click(Place::Popup, "check-why-open").await?;
        let why = session.text_when(Place::Popup, "check-reasons", |text| text.contains("jwt")).await?;
        assert!(why.contains("encryption"), "{why}");
        assert_eq!(session.text(Place::Popup, "cleaned-link").await?.as_deref(), Some(strong));
        session.click(Place::Popup, "copy-cleaned").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
        assert_eq!(session.clipboard().await?, strong);
    }

    /// Jitsi takes the fragment out of the address once it is connected.
    async fn a_page_that_a_weakening_link_opened_is_warned_about(session: &Session) {
        let name = "k7mq2xw9pdk7mq2xw9pd";
        let forgetful = "<script>onload = () => history.replaceState(null, '', location.pathname)</script>";
        session.site().set("meet.jit.si", &format!("/{name}"), Page::html(forgetful));
        let room = format!("https://meet.jit.si/{name}");
        session.open(&format!("{room}#config.e2ee.disabled=true")).await?;
        session.text_when(Place::Warning, "warning", |text| text.contains("weakens the call")).await?;
        until("Jitsi to take the fragment away", async || {
            Ok((session.address().await? == room).then_some(()))
        })
        .await?;
        settled(session).await?;
        show_more(session).await?;
        let said = session.text(Place::Warning, "warning").await?.unwrap_or_default();
        ensure!(said.contains("end-to-end encryption off"), "{said}");
        copy_safe_link(session).await?;
        ensure!(session.clipboard().await? == room, "another link was copied");
        press_until_gone(session, "safe-room").await?;
        ensure!(session.address().await? == room, "another room was opened");
        ensure!(!stored(session).await?.to_string().contains("e2ee"), "something of the link was stored");
        // With another fragment only, no page would be loaded.
        session.open("https://chat.example/").await?;
        // Jitsi reads a setting up to the second equals sign.
        session.open(&format!("{room}#config.e2ee.disabled=true=")).await?;
        settled(session).await?;
        session.open_popup().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("weakens the call")).await?;
    }

    async fn a_room_below_a_secret_tenant_is_not_warned_about(session: &Session) {
        crate::support::open_unwarned(
            session,
            "https://meet.jit.si/b06be4f9-6b1c-4874-a6a0-4fd59ad77b16/My-meeting",
        )
        .await?;
    }
}
