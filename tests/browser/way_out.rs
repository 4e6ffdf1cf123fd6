//! What a person can do about a warning.

use harness::wait::until;
use harness::{Key, Place, in_both_browsers};

use crate::support::{copy_safe_link, escape_until_gone, press_until_gone, settled};

const GUESSABLE: &str = "https://meet.jit.si/standup";

in_both_browsers! {
    async fn the_way_out_leads_to_a_room_that_is_not_warned_about(session: &Session) {
        for address in [GUESSABLE, "https://web.skype.com/"] {
            session.open(address).await?;
            session.warning().await?;
            until("the safe room", async || {
                if session.is_warned().await? {
                    session.click(Place::Warning, "safe-room").await?;
                }
                let here = session.address().await?;
                Ok((here.starts_with("https://meet.jit.si/") && here != GUESSABLE).then_some(()))
            })
            .await?;
            // The address changes before anything runs in the new page.
            until("the safe room to be watched", async || Ok(settled(session).await?.then_some(()))).await?;
            assert!(!session.is_warned().await?);
        }
    }

    async fn the_copied_link_is_the_safe_room(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        copy_safe_link(session).await?;
        let copied = session.clipboard().await?;
        assert!(copied.starts_with("https://meet.jit.si/") && copied.split('-').count() == 5, "{copied}");
    }

    async fn dismissal_holds_for_the_room_and_for_no_other(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        press_until_gone(session, "join-anyway").await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned again about a dismissed room");
        session.open("https://meet.jit.si/weekly").await?;
        session.warning().await?;
    }

    async fn escape_dismisses(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        escape_until_gone(session).await?;
    }

    async fn the_warning_is_reached_by_keyboard_and_takes_no_focus(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        assert_eq!(session.focused(Place::Warning).await?, "");
        session.press(Place::Page, Key::Tab).await?;
        until("a button with the focus", async || {
            Ok((!session.focused(Place::Warning).await?.is_empty()).then_some(()))
        })
        .await?;
    }
}
