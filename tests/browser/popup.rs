//! The toolbar popup.

use harness::anyhow::Result;
use harness::wait::until;
use harness::{Place, Session, in_both_browsers, json};

use crate::support::{ROOM, tab_status};

/// Opens the popup and waits for its link.
async fn link(session: &Session) -> Result<String> {
    session.open_popup().await?;
    let link = shown_link(session, |link| link.starts_with(ROOM)).await?;
    // What comes last, and moves what stands below.
    tab_status(session, Place::Popup).await?;
    Ok(link)
}

async fn shown_link(session: &Session, wanted: impl Fn(&str) -> bool) -> Result<String> {
    session.text_when(Place::Popup, "room-link", wanted).await
}

in_both_browsers! {
    async fn the_link_to_a_room_is_there_at_once(session: &Session) {
        let link = link(session).await?;
        assert_eq!(link.trim_start_matches(ROOM).split('-').count(), 5, "{link}");
        let strength = session.text_when(Place::Popup, "strength", |text| !text.is_empty()).await?;
        assert!(strength.contains("Strong name"), "{strength}");
    }

    async fn what_is_copied_is_the_link(session: &Session) {
        let link = link(session).await?;
        session.click(Place::Popup, "copy-link").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
        assert_eq!(session.clipboard().await?, link);
    }

    async fn what_is_selected_by_hand_is_the_link_as_well(session: &Session) {
        let link = link(session).await?;
        for id in ["to-change", "start-muted"] {
            session.click(Place::Popup, id).await?;
        }
        let link = shown_link(session, |text| text.len() > link.len()).await?;
        session.click(Place::Popup, "back").await?;
        let select = "(root) => {
          const selection = root.defaultView.getSelection();
          selection.selectAllChildren(root.getElementById('room-link'));
          return selection.toString();
        }";
        assert_eq!(session.call(Place::Popup, select, json!([])).await?, json!(link));
        session.click(Place::Popup, "copy-link").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
        assert_eq!(session.clipboard().await?, link);
    }

    async fn a_new_name_is_another_name(session: &Session) {
        let first = link(session).await?;
        session.click(Place::Popup, "new-room").await?;
        let second = shown_link(session, |link| link != first).await?;
        assert!(second.starts_with(ROOM), "{second}");
    }

    async fn opening_leads_to_the_room(session: &Session) {
        let link = link(session).await?;
        session.click(Place::Popup, "open-room").await?;
        let opened = |tabs: Vec<String>| tabs.iter().any(|tab| tab.starts_with(&link)).then_some(());
        until("a tab with the room", async || Ok(opened(session.tabs().await?))).await?;
    }

    async fn a_guessable_name_is_judged_while_it_is_typed(session: &Session) {
        link(session).await?;
        session.type_into(Place::Popup, "check-input", "standup").await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("Strangers can guess")).await?;
    }

    async fn a_strong_link_is_judged_while_it_is_typed(session: &Session) {
        link(session).await?;
        let typed = format!("{ROOM}rk7mq2wzx94fhpv");
        session.type_into(Place::Popup, "check-input", &typed).await?;
        session.text_when(Place::Popup, "check-verdict", |text| text.contains("strong")).await?;
        assert_eq!(session.value(Place::Popup, "check-input").await?, typed);
    }

    async fn what_is_typed_stays_text(session: &Session) {
        link(session).await?;
        session.type_into(Place::Popup, "check-input", "<img src=x id=injected>").await?;
        session.text_when(Place::Popup, "check-verdict", |text| !text.is_empty()).await?;
        assert_eq!(session.text(Place::Popup, "injected").await?, None);
    }
}
