//! What is said at each service other than Jitsi, and what is offered there.

use harness::anyhow::{Context, Result, bail};
use harness::wait::until;
use harness::{Key, Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::inspect::{is_accessible, open_page};
use crate::support::{badge_is, close_popup, settled, stored, stored_as, tab_status};

/// What is offered where the provider can listen: everybody is brought along to a new room.
const A_NEW_ROOM: &[&str] = &["copy-message", "safe-room", "copy-safe", "join-anyway", "more", "never"];

/// What is offered where calls are encrypted from end to end by themselves: a new room would be worse.
const NO_ROOM: &[&str] = &["join-anyway", "more", "never"];

/// What is advised where nothing is to be had at the service itself.
const JITSI: &str = "meet in a new Jitsi room instead, and switch on end-to-end encryption there";

/// What is advised where calls are encrypted from end to end by themselves.
const STAY: &str = "Do not move these calls to a Jitsi room without end-to-end encryption";

/// An address at each service, parts of what its warning says of it and of the way out, and the ids of its buttons.
const SERVICES: [(&str, &str, &str, &[&str]); 9] = [
    (
        "https://web.skype.com/",
        "Skype closed on 5 May 2025",
        "use a new Jitsi room with end-to-end encryption on",
        A_NEW_ROOM,
    ),
    (
        "https://teams.live.com/v2/",
        "We found no confirmation that calls with free accounts",
        JITSI,
        A_NEW_ROOM,
    ),
    ("https://hangouts.google.com/", "ended on 1 November 2022", JITSI, A_NEW_ROOM),
    (
        "https://meet.google.com/abc-defg-hij",
        "Google could listen, except to personal calls between two people",
        "Stay here where one of these is switched on",
        A_NEW_ROOM,
    ),
    (
        "https://teams.microsoft.com/v2/",
        "In the browser, Microsoft could listen to Teams calls",
        "switch this on in Teams’ app",
        A_NEW_ROOM,
    ),
    (
        "https://teams.cloud.microsoft/",
        "In the browser, Microsoft could listen to Teams calls",
        "switch this on in Teams’ app",
        A_NEW_ROOM,
    ),
    (
        "https://acme.zoom.us/j/1",
        "In the browser, Zoom could always listen",
        "join such a meeting in Zoom’s app",
        A_NEW_ROOM,
    ),
    ("https://discord.com/channels/@me", "from end to end since March 2026", STAY, NO_ROOM),
    (
        "https://www.facebook.com/messages/t/1",
        "from end to end by default since December 2023",
        STAY,
        NO_ROOM,
    ),
];

/// The ids of the switches of those that are watched by choice.
const CHOSEN: [&str; 5] = ["meet", "teams", "zoom", "discord", "messenger"];

/// Switches on what is watched by choice, and waits until the content script is registered at `hosts` hosts.
pub(crate) async fn choose(session: &Session, services: &[&str], hosts: usize) -> Result<()> {
    open_page(session, "options.html").await?;
    for id in services {
        session.click(Place::Page, id).await?;
    }
    let registered = "async () => (await chrome.scripting.getRegisteredContentScripts()).length";
    until("the services to be watched", async || {
        Ok((session.call(Place::Background, registered, json!([])).await? == json!(hosts)).then_some(()))
    })
    .await
}

/// All that the warning says, what of it is seen at first sight, and the ids of its buttons in their order.
async fn whole_warning(session: &Session) -> Result<(String, String, Vec<String>)> {
    session.warning().await?;
    let parts = "(root) => {
      const said = [...root.querySelectorAll('#title, #reasons li, #advice')];
      const seen = said.filter((part) => part.checkVisibility());
      const words = (parts) => parts.map((part) => part.textContent).join(' ');
      return [words(said), words(seen), ...[...root.querySelectorAll('.actions button')].map(({ id }) => id)];
    }";
    let parts = session.call(Place::Warning, parts, json!([])).await?;
    let parts: Vec<String> = serde_json::from_value(parts)?;
    let [said, seen, buttons @ ..] = &parts[..] else { bail!("no warning") };
    Ok((said.clone(), seen.clone(), buttons.to_vec()))
}

/// Opens the popup over the page at `address`, as a person does; gives what it says of the page.
async fn popup_at(session: &Session, address: &str) -> Result<String> {
    session.open(address).await?;
    session.open_popup_in_person().await?;
    tab_status(session, Place::Popup).await
}

/// Whether the popup asks which tool suits.
async fn asks_which_tool(session: &Session) -> Result<bool> {
    Ok(session.rect(Place::Popup, "to-tools").await?.is_some())
}

async fn tab_to(session: &Session, id: &str) -> Result<()> {
    until(&format!("Tab to lead to #{id}"), async || {
        if session.focused(Place::Popup).await? == id {
            return Ok(Some(()));
        }
        session.press(Place::Popup, Key::Tab).await?;
        Ok(None)
    })
    .await
}

in_both_browsers! {
    fn each_service_has_its_own_sentence_and_its_own_way_out(browser: Browser) {
        let extension = extension_with(browser, |manifest| {
            manifest["host_permissions"] = json!([
                "https://meet.google.com/*", "https://teams.microsoft.com/*", "https://teams.cloud.microsoft/*",
                "https://*.zoom.us/*", "https://discord.com/*", "https://www.facebook.com/*"
            ]);
        })?;
        run_with(browser, extension.path(), async |session| {
            choose(session, &CHOSEN, 6).await?;
            for (address, sentence, way_out, buttons) in SERVICES {
                session.open(address).await?;
                let (said, seen, offered) = whole_warning(session).await.context(address)?;
                assert!(said.contains(sentence), "{address}: {said}");
                assert!(seen.contains(way_out), "{address}: {seen}");
                assert_eq!(offered, buttons, "{address}");
                for (.., other, _) in SERVICES {
                    assert_eq!(said.contains(other), other == way_out, "{address}: {said}");
                }
                popup_at(session, address).await?;
                assert!(asks_which_tool(session).await?, "{address}: nothing asks which tool suits");
                close_popup(session).await?;
            }
            // Of Facebook's host only the messages are a service.
            session.open("https://www.facebook.com/").await?;
            assert!(settled(session).await?);
            assert!(!session.is_warned().await?, "the rest of Facebook is warned about");
            Ok(())
        })?;
    }

    async fn a_service_that_is_watched_from_the_start_is_switched_off_and_on_again(session: &Session) {
        let warned = async |address: &str| -> Result<bool> {
            session.open(address).await?;
            assert!(settled(session).await?, "{address} is not watched");
            session.is_warned().await
        };
        for (id, address) in [
            ("skype", "https://web.skype.com/"),
            ("teams-free", "https://teams.live.com/v2/"),
            ("hangouts", "https://hangouts.google.com/"),
        ] {
            assert!(warned(address).await?, "{address}");
            for off in [true, false] {
                open_page(session, "options.html").await?;
                session.click(Place::Page, id).await?;
                let wanted = if off { json!([id]) } else { json!([]) };
                stored_as(session, "unwatchedServices", wanted).await?;
                assert_eq!(warned(address).await?, !off, "{address}");
                badge_is(session, if off { "" } else if id == "teams-free" { "?" } else { "!" }).await?;
            }
        }
        let kept = stored(session).await?;
        assert_eq!(kept, json!({ "unwatchedServices": [] }), "{kept}");
        // Taken back, as every other change.
        open_page(session, "options.html").await?;
        session.click(Place::Page, "skype").await?;
        stored_as(session, "unwatchedServices", json!(["skype"])).await?;
        session.click(Place::Page, "undo").await?;
        stored_as(session, "unwatchedServices", json!([])).await?;
    }

    fn the_popup_leads_nobody_away_from_calls_that_are_encrypted(browser: Browser) {
        run_with(browser, crate::chosen::permitted(browser)?.path(), async |session| {
            choose(session, &["discord"], 1).await?;
            let said = popup_at(session, "https://discord.com/channels/@me").await?;
            assert!(said.contains("Do not move these calls to a Jitsi room"), "{said}");
            for gone in ["leave-copy", "leave-go", "to-team"] {
                assert_eq!(session.rect(Place::Popup, gone).await?, None, "{gone}");
            }
            assert_eq!(session.text(Place::Popup, "room-heading").await?.as_deref(), Some("Your new room"));
            assert_eq!(session.focused(Place::Popup).await?, "to-tools");
            session.press(Place::Popup, Key::Enter).await?;
            until("the questions", async || Ok(session.rect(Place::Popup, "people-two").await?)).await?;
            Ok(())
        })?;
    }

    async fn which_tool_suits_is_asked_from_the_card_of_a_service_by_keyboard(session: &Session) {
        popup_at(session, "https://web.skype.com/").await?;
        assert_eq!(session.focused(Place::Popup).await?, "leave-copy");
        tab_to(session, "to-tools").await?;
        session.press(Place::Popup, Key::Enter).await?;
        until("the questions", async || Ok(session.rect(Place::Popup, "people-two").await?)).await?;
        assert_eq!(session.focused(Place::Popup).await?, "tools-open");
        assert_eq!(session.text(Place::Popup, "view-heading").await?.as_deref(), Some("Before you talk"));
        is_accessible(session, Place::Popup).await?;
        session.press(Place::Popup, Key::Tab).await?;
        assert_eq!(session.focused(Place::Popup).await?, "people-two");
        session.press(Place::Popup, Key::Escape).await?;
        assert_eq!(session.focused(Place::Popup).await?, "to-tools");
        close_popup(session).await?;
        for room in ["https://meet.jit.si/standup", "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic"] {
            popup_at(session, room).await?;
            assert!(!asks_which_tool(session).await?, "{room} is no service");
            close_popup(session).await?;
        }
    }
}
