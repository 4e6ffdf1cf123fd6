//! The icon in the toolbar shows danger by more than its badge, and what waits for the user.

use harness::wait::until;
use harness::{Place, Session, anyhow, in_both_browsers, json};

use crate::support::{badge_is, store};

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

    async fn the_icon_tells_of_servers_that_wait_for_a_permission(session: &Session) {
        let said = "() => chrome.action.getTitle({})";
        session.open("https://site.example/").await?;
        store(session, json!({ "watchedServers": ["meet.example.org"] })).await?;
        badge_is(session, "…").await?;
        let waiting = "Hushroom cannot warn you at meet.example.org yet: your browser has to ask you first.";
        until("the icon to say what waits", async || {
            Ok((session.call(Place::Background, said, json!([])).await? == waiting).then_some(()))
        })
        .await?;
        // What is said of a page comes first.
        session.open("https://meet.jit.si/standup").await?;
        badge_is(session, "!").await?;
        session.open("https://site.example/").await?;
        badge_is(session, "…").await?;
        store(session, json!({ "watchedServers": [] })).await?;
        badge_is(session, "").await?;
        until("the icon to say what it is for", async || {
            let title = session.call(Place::Background, said, json!([])).await?;
            Ok((title == "Hushroom: make a new room").then_some(()))
        })
        .await?;
    }
}
