//! A page that takes the whole screen, the pointer, the keys or the way out for itself.

use harness::anyhow::{Context as _, ensure};
use harness::wait::until;
use harness::{Key, Place, Value, in_both_browsers, json};

use crate::hostile::{gallery, open};
use crate::support::{
    a_press_would_count, badge_is, click_on, dismissed, is_new, is_painted, lead_to, middle_of,
    press_until_gone, tells,
};

in_both_browsers! {
    async fn full_screen_does_not_cover_the_warning(session: &Session) {
        for (name, attack) in gallery!["full-screen", "full-screen-then-cover", "full-screen-with-keyboard-locked"] {
            open(session, name, attack).await?;
            session.warning().await?;
            session.click(Place::Page, "start").await?;
            until("full screen", async || {
                let full = session.call(Place::Page, "(root) => root.fullscreenElement !== null", json!([])).await?;
                let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
                let is_locked = title == json!("Locked") || !attack.contains("Locked");
                Ok((full == Value::Bool(true) && is_locked).then_some(()))
            })
            .await?;
            until("the warning", async || Ok(is_painted(session).await?.then_some(()))).await.with_context(|| name)?;
            badge_is(session, "!").await?;
            press_until_gone(session, "join-anyway").await.with_context(|| name)?;
            session.call(Place::Page, "(root) => root.exitFullscreen()", json!([])).await?;
        }
    }

    async fn a_page_that_locks_the_pointer_does_not_lock_the_keys(session: &Session) {
        for (name, attack) in gallery!["pointer-locked"] {
            open(session, name, attack).await?;
            session.warning().await?;
            a_press_would_count(session).await?;
            let spot = middle_of(session, "join-anyway").await?;
            session.click(Place::Page, "start").await?;
            until("the pointer to be locked", async || {
                let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
                Ok((title == json!("Locked")).then_some(()))
            })
            .await?;
            until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
            session.click_at(Place::Page, spot).await?;
            ensure!(dismissed(session).await? == 0, "a press counted that the page was to have");
            lead_to(session, "join-anyway").await?;
            until("Enter to put the warning away", async || {
                session.press(Place::Page, Key::Enter).await?;
                Ok((dismissed(session).await? == 1).then_some(()))
            })
            .await?;
            let locked = session.call(Place::Page, "(root) => root.pointerLockElement !== null", json!([])).await?;
            ensure!(locked == json!(true), "the pointer was free again by then");
            tells(session, "!", "Strangers can guess").await?;
        }
    }

    async fn the_way_out_leads_out_of_a_page_that_asks_whether_to_stay(session: &Session) {
        for (name, attack) in gallery!["beforeunload"] {
            open(session, name, attack).await?;
            session.warning().await?;
            // Browsers let a page ask once somebody has touched it. The driver says that it is to be left.
            session.click(Place::Page, "touch").await?;
            click_on(session, "safe-room", async || Ok(is_new(&session.address().await?))).await?;
            tells(session, "", "strong").await?;
        }
    }
}
