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

in_both_browsers! {
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
        let verdict = session.text_when(Place::Popup, "check-verdict", |text| text.contains("jwt")).await?;
        assert!(verdict.contains("encryption") && verdict.contains("weakens"), "{verdict}");
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
        session.open(&format!("{room}#config.e2ee.disabled=true")).await?;
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
