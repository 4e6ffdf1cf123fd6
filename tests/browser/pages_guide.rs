//! The guide page.

use harness::{Key, Place, in_both_browsers};

use crate::support::press_until_focused;

in_both_browsers! {
    async fn ticks_are_remembered(session: &Session) {
        session.open_own("guide.html").await?;
        session.ready().await?;
        session.click(Place::Page, "password").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('1')).await?;
        session.reload().await?;
        session.ready().await?;
        session.text_when(Place::Page, "progress", |text| text.contains('1')).await?;
        session.click(Place::Page, "password").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('0')).await?;
        session.reload().await?;
        session.ready().await?;
        session.text_when(Place::Page, "progress", |text| text.contains('0')).await?;
    }

    async fn every_precaution_is_ticked_by_keyboard(session: &Session) {
        session.open_own("guide.html").await?;
        session.ready().await?;
        for (ticked, id) in
            ["official-site", "password", "history", "files", "verify", "user-name", "code-words"].iter().enumerate()
        {
            press_until_focused(session, id).await?;
            session.press(Place::Page, Key::Space).await?;
            let wanted = (ticked + 1).to_string();
            session.text_when(Place::Page, "progress", |text| text.contains(&wanted)).await?;
        }
    }
}
