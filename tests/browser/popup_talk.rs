//! The popup's view of what to do before one talks: which tool, check words, passwords, a pair for each guest.

use harness::anyhow::Context as _;
use harness::wait::until;
use harness::{Key, Place, in_both_browsers, json};

use crate::in_popup::{choose, open, to};
use crate::inspect::{fits, is_accessible, open_page};
use crate::support::{close_popup, stored};

in_both_browsers! {
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
        // Whoever hands out one pair loses the others: what keeps them all comes first.
        assert_eq!(session.focused(Place::Popup).await?, "guests-copy");
        let told = session.text(Place::Popup, "guests-gone").await?.unwrap_or_default();
        assert!(told.contains("gone when this window closes") && told.contains("cannot be made again"), "{told}");
        let top = async |id: &str| session.rect(Place::Popup, id).await?.map(|rect| rect.y).context("out of sight");
        assert!(top("guests-copy").await? < top("guest-0-copy").await?, "the whole list comes last");
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
        session.text_when(Place::Page, "slips-gone", |text| text.contains("cannot be made again")).await?;
        is_accessible(session, Place::Page).await?;
        let kept = "async () => [await chrome.storage.local.get(), await chrome.storage.session.get('slips')]";
        assert_eq!(session.call(Place::Background, kept, json!([])).await?, json!([{}, {}]));
        open_page(session, "slips.html").await?;
        session.text_when(Place::Page, "slips-none", |text| text.contains("other ones")).await?;
    }

    async fn three_answers_by_keyboard_lead_to_a_tool_and_are_kept_nowhere(session: &Session) {
        open(session).await?;
        to(session, "talk").await?;
        let before = stored(session).await?;
        assert_eq!(session.rect(Place::Popup, "people-two").await?, None, "the questions are not folded");
        let tab_to = async |id: &str| {
            until(&format!("Tab to lead to #{id}"), async || {
                session.press(Place::Popup, Key::Tab).await?;
                Ok((session.focused(Place::Popup).await? == id).then_some(()))
            })
            .await
        };
        tab_to("tools-open").await?;
        session.press(Place::Popup, Key::Enter).await?;
        until("the questions", async || Ok(session.rect(Place::Popup, "people-two").await?)).await?;
        tab_to("people-two").await?;
        session.press(Place::Popup, Key::Space).await?;
        tab_to("install-yes").await?;
        session.press(Place::Popup, Key::ArrowDown).await?;
        assert_eq!(session.text(Place::Popup, "tool-answer").await?.as_deref(), Some(""));
        tab_to("kept-from-strangers").await?;
        session.press(Place::Popup, Key::Space).await?;
        let said = session.text_when(Place::Popup, "tool-answer", |text| text.contains("meet.jit.si")).await?;
        assert!(said.contains("stay there"), "{said}");
        session.press(Place::Popup, Key::ArrowDown).await?;
        let said = session.text_when(Place::Popup, "tool-answer", |text| text.contains("Proton Meet")).await?;
        assert!(!said.contains("meet.jit.si"), "{said}");
        let in_sight = "(root) => {
          const { top, bottom } = root.getElementById('tool-answer').getBoundingClientRect();
          return top >= 0 && bottom <= root.defaultView.innerHeight;
        }";
        until("the answer to be in sight", async || {
            Ok((session.call(Place::Popup, in_sight, json!([])).await? == json!(true)).then_some(()))
        })
        .await?;
        assert_eq!(session.focused(Place::Popup).await?, "kept-from-company");
        fits(session, Place::Popup, None).await?;
        is_accessible(session, Place::Popup).await?;
        assert_eq!(stored(session).await?, before);
        close_popup(session).await?;
        open(session).await?;
        to(session, "talk").await?;
        assert_eq!(session.rect(Place::Popup, "people-two").await?, None, "the card stayed open");
        assert_eq!(session.text(Place::Popup, "tool-answer").await?.as_deref(), Some(""));
    }
}
