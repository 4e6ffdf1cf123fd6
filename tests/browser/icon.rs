//! The icon in the toolbar shows danger by more than its badge.

use harness::wait::until;
use harness::{Place, Session, anyhow, in_both_browsers, json};

async fn icon_is(session: &Session, wanted: &str) -> anyhow::Result<()> {
    until("the icon", async || Ok((session.icon().await? == wanted).then_some(()))).await
}

in_both_browsers! {
    async fn the_icon_turns_red_at_a_guessable_room_and_green_again(session: &Session) {
        session.icon().await?;
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        icon_is(session, "/icons/danger-32.png").await?;
        let away = "() => history.pushState(null, '', '/rk7mq2wzx94fhpv')";
        session.call(Place::Page, away, json!([])).await?;
        session.warning_gone().await?;
        icon_is(session, "/icons/icon-32.png").await?;
    }
}
