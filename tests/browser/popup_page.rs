//! The popup on a page that there is something to say about: the page comes first, with what can be done about it.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Page, Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::in_popup::{copied_by, scanned};
use crate::support::{badge_is, close_popup, first_in, settled, tab_status};

const STRONG: &str = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
const GUESSABLE: &str = "https://meet.jit.si/weekly-standup";

/// Opens the page at `address`, and the popup over it as a person does.
async fn open_at(session: &Session, address: &str) -> Result<()> {
    session.open(address).await?;
    session.open_popup_in_person().await?;
    tab_status(session, Place::Popup).await.map(drop)
}

async fn offered(session: &Session) -> Result<String> {
    session.text_when(Place::Popup, "room-link", |text| text.starts_with("https://")).await
}

/// Opens the popup once more.
async fn again(session: &Session) -> Result<String> {
    if session.popup_is_open().await? {
        close_popup(session).await?;
    }
    session.open_popup().await?;
    tab_status(session, Place::Popup).await?;
    offered(session).await
}

/// Waits until `room` is what is kept, and whether its link was used.
pub(crate) async fn kept_as(session: &Session, link: &str, used: bool) -> Result<()> {
    let kept = "async () => (await chrome.storage.session.get('offer')).offer ?? null";
    until("the room to be kept", async || {
        let kept = session.call(Place::Background, kept, json!([])).await?;
        let drawn = kept["drawn"].as_str().unwrap_or("nothing");
        Ok((link.ends_with(drawn) && kept["used"] == json!(used)).then_some(()))
    })
    .await
}

in_both_browsers! {
    async fn signs_of_a_name_that_nobody_sees_are_told_of(session: &Session) {
        open_at(session, &format!("{STRONG}%E2%80%8B")).await?;
        let said = session.text_when(Place::Popup, "tab-status", |text| text.contains("cannot be seen")).await?;
        assert!(said.contains("another room"), "{said}");
        badge_is(session, "?").await?;
        close_popup(session).await?;
        open_at(session, STRONG).await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("is strong")).await?;
    }

    async fn the_room_that_one_is_in_is_the_one_whose_link_is_copied_first(session: &Session) {
        open_at(session, &format!("{STRONG}?jwt=secret#config.e2ee.disabled=true")).await?;
        assert_eq!(session.focused(Place::Popup).await?, "here-copy");
        let heading = session.text(Place::Popup, "tab-heading").await?.unwrap_or_default();
        assert!(heading.starts_with("You are in") && heading.contains("amber-trumpet"), "{heading}");
        assert_eq!(copied_by(session, "here-copy").await?, STRONG);
        let invitation = copied_by(session, "here-invite").await?;
        assert!(invitation.contains(STRONG) && invitation.len() > STRONG.len(), "{invitation}");
        session.click(Place::Popup, "here-share").await?;
        let picture = until("the picture", async || Ok(scanned(session).await.ok())).await?;
        assert_eq!(picture, STRONG);
        let views = "(root) => [...root.querySelectorAll('main > [data-in]')]
          .filter((view) => view.checkVisibility()).map(({ id }) => id)";
        assert_eq!(session.call(Place::Popup, views, json!([])).await?, json!(["bar", "share"]));
        let heading = session.text(Place::Popup, "view-heading").await?;
        assert_eq!(heading.as_deref(), Some("Share the room you are in"));
        session.click(Place::Popup, "back").await?;
        assert_eq!(session.focused(Place::Popup).await?, "here-share");
        // The new room is handed on as ever.
        session.click(Place::Popup, "to-share").await?;
        assert_ne!(session.text(Place::Popup, "share-link").await?.as_deref(), Some(STRONG));
        assert_eq!(session.text(Place::Popup, "view-heading").await?.as_deref(), Some("Share the new room"));
    }

    async fn whoever_is_in_the_room_that_was_offered_is_offered_another(session: &Session) {
        open_at(session, "https://site.example/").await?;
        let link = offered(session).await?;
        copied_by(session, "copy-link").await?;
        kept_as(session, &link, true).await?;
        close_popup(session).await?;
        open_at(session, &link).await?;
        assert_ne!(offered(session).await?, link);
        assert_eq!(copied_by(session, "here-copy").await?, link);
    }

    async fn a_room_that_can_be_guessed_is_left_with_a_message_for_everybody(session: &Session) {
        session.site().set("meet.jit.si", "/weekly-standup", Page::html("<h1>Jitsi</h1>"));
        open_at(session, GUESSABLE).await?;
        assert_eq!(session.focused(Place::Popup).await?, "leave-copy");
        let message = copied_by(session, "leave-copy").await?;
        // It is the room that the warning in the page leads to, which bears the old one's name.
        let link = message.split_whitespace().find(|word| word.starts_with("https://")).context("no link")?;
        assert!(link.starts_with("https://meet.jit.si/weekly-standup-"), "{message}");
        assert!(message.contains("From now on"), "{message}");
        assert!(message.contains("do not pass this link on"), "{message}");
        session.click(Place::Popup, "leave-go").await?;
        until("the new room", async || Ok((session.address().await? == link).then_some(()))).await?;
        ensure!(settled(session).await?);
        ensure!(!session.is_warned().await?, "whoever told the others is said to be alone");
    }

    async fn whoever_goes_to_a_new_room_before_telling_others_is_told_there_that_they_are_alone(session: &Session) {
        session.site().set("meet.jit.si", "/weekly-standup", Page::html("<h1>Jitsi</h1>"));
        for view in [false, true] {
            open_at(session, GUESSABLE).await?;
            if view {
                session.click(Place::Popup, "to-team").await?;
                session.text_when(Place::Popup, "team-link", |text| !text.is_empty()).await?;
            }
            session.click(Place::Popup, if view { "team-go" } else { "leave-go" }).await?;
            until("the new room", async || {
                Ok(session.address().await?.contains("/weekly-standup-").then_some(()))
            })
            .await?;
            let said = session.warning().await?;
            assert!(said.contains("Only you know") && said.contains("Back to"), "{said}");
            if session.popup_is_open().await? {
                close_popup(session).await?;
            }
        }
    }

    async fn a_look_alike_is_closed(session: &Session) {
        session.open_tab("https://meet-jit-si.example/").await?;
        open_at(session, "https://meet-jit-si.example/").await?;
        assert_eq!(session.focused(Place::Popup).await?, "close-page");
        session.click(Place::Popup, "close-page").await?;
        until("the page to close", async || {
            Ok(session.tabs().await?.iter().all(|tab| !tab.contains("meet-jit-si")).then_some(()))
        })
        .await?;
        session.switch_to_tab(|_| true).await?;
    }

    async fn a_page_that_is_not_checked_has_nothing_to_do(session: &Session) {
        open_at(session, "https://site.example/").await?;
        assert_eq!(session.focused(Place::Popup).await?, "copy-link");
        for id in ["here-copy", "leave-copy", "close-page"] {
            assert_eq!(session.rect(Place::Popup, id).await?, None, "{id}");
        }
    }

    async fn the_room_is_offered_again_until_another_is_wanted(session: &Session) {
        let first = again(session).await?;
        kept_as(session, &first, false).await?;
        assert_eq!(again(session).await?, first);
        assert_eq!(session.rect(Place::Popup, "room-used").await?, None);
        session.click(Place::Popup, "copy-link").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
        kept_as(session, &first, true).await?;
        assert_eq!(again(session).await?, first);
        assert!(session.rect(Place::Popup, "room-used").await?.is_some(), "nobody says that the link was used");
        session.click(Place::Popup, "new-room").await?;
        let second = session.text_when(Place::Popup, "room-link", |link| link != first).await?;
        kept_as(session, &second, false).await?;
        assert_eq!(again(session).await?, second);
        // A quarter of an hour later.
        let age = "async () => {
          const { offer } = await chrome.storage.session.get('offer');
          await chrome.storage.session.set({ offer: { ...offer, made: offer.made - 16 * 60_000 } });
        }";
        session.call(Place::Background, age, json!([])).await?;
        assert_ne!(again(session).await?, second);
    }

    async fn a_link_that_is_asked_for_by_keys_is_another_one_each_time(session: &Session) {
        let mut links = Vec::new();
        for _ in 0..2 {
            session.command("copy-link").await?;
            session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
            let link = session.clipboard().await?;
            kept_as(session, &link, true).await?;
            close_popup(session).await?;
            links.push(link);
        }
        assert_ne!(links[0], links[1]);
    }

    /// No driver opens private windows with the extension in them: the popup is told that it is in one.
    fn of_a_private_window_no_room_is_kept(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("popup.html", extension.path(), PRIVATE)?;
        run_with(browser, extension.path(), async |session| {
            let first = again(session).await?;
            session.click(Place::Popup, "copy-link").await?;
            session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
            ensure!(again(session).await? != first, "the room was kept");
            let kept = "async () => Object.keys(await chrome.storage.session.get('offer'))";
            ensure!(session.call(Place::Background, kept, json!([])).await? == json!([]), "something was kept");
            Ok(())
        })?;
    }
}

pub(crate) const PRIVATE: &str = "const query = chrome.tabs.query.bind(chrome.tabs);
chrome.tabs.query = async (...asked) => (await query(...asked)).map((tab) => ({ ...tab, incognito: true }));";
