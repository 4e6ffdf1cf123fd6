//! Pages that do not want the warning seen. What must hold is read from a picture of the page, and from
//! whether a person's click arrives: docs/threats.md says the same in words.

use harness::anyhow::{self, Context, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, Value, in_both_browsers, json};

use crate::support::{
    ROOM, copy_safe_link, escape_until_gone, is_painted, pixels_of, press_until_gone, settled,
};

macro_rules! gallery {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("hostile/", $name, ".html")))),+] };
}

/// Opens the page with the attack in it, as a room of its own that everybody can guess.
async fn open(session: &Session, name: &str, attack: &str) -> anyhow::Result<()> {
    let path = format!("/{name}/standup");
    session.site().set("meet.jit.si", &path, Page::html(attack));
    session.open(&format!("https://meet.jit.si{path}")).await?;
    // Some strike only when the warning stands, and say that they have.
    if attack.contains("Attacked") {
        until("the attack", async || {
            let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
            Ok((title == json!("Attacked")).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn holds(session: &Session, name: &str, attack: &str) -> anyhow::Result<()> {
    open(session, name, attack).await?;
    until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
    press_until_gone(session, "join-anyway").await
}

/// Waits until the background says of some page that it keeps hiding the warning, or of none.
async fn told(session: &Session, hidden: bool) -> anyhow::Result<()> {
    until("the background to know whether a page hides the warning", async || {
        let said =
            "async () => JSON.stringify(await chrome.storage.session.get(null)).includes('\"hidden\":true')";
        Ok((session.call(Place::Background, said, json!([])).await? == Value::Bool(hidden)).then_some(()))
    })
    .await
}

async fn is_told_of(session: &Session, name: &str, attack: &str) -> anyhow::Result<()> {
    // What was said of the page before is over once this one is judged.
    session.open(&format!("{ROOM}k7mq2-xw9hd-4tzpc-qq7fm")).await?;
    told(session, false).await?;
    open(session, name, attack).await?;
    told(session, true).await?;
    until("the mark on the icon", async || Ok((session.badge().await? == "!").then_some(()))).await
}

/// Opens a page that starts as the room `from` and has become the room `to` before anybody can answer for it.
async fn moved_before_the_answer(session: &Session, from: &str, to: &str) -> anyhow::Result<()> {
    for (name, attack) in gallery!["address-changed-before-the-answer"] {
        session.site().set("meet.jit.si", &format!("/{name}/{from}"), Page::html(attack));
        session.open(&format!("{ROOM}{name}/{from}#/{name}/{to}")).await?;
        ensure!(settled(session).await?);
    }
    Ok(())
}

/// Waits until the icon has the mark `badge`, and the popup says `title`.
async fn says(session: &Session, badge: &str, title: &str) -> anyhow::Result<()> {
    until("the mark on the icon", async || Ok((session.badge().await? == badge).then_some(()))).await?;
    session.open_popup().await?;
    session.text_when(Place::Popup, "tab-status", |text| text.contains(title)).await.map(drop)
}

/// The colour of the mark on the toolbar icon for what is urgent, from src/browser/toolbar.rs.
const MARK: [u8; 3] = [0xb3, 0x26, 0x1e];

/// Whether a picture of the browser's window shows the mark on the toolbar icon.
async fn is_marked(session: &Session) -> anyhow::Result<bool> {
    Ok(pixels_of(MARK, session.picture_of_window().await?)? > 30)
}

in_both_browsers! {
    async fn the_warning_holds_out(session: &Session) {
        let mut lost = Vec::new();
        for (name, attack) in gallery![
            "style-sheet",
            "effects-on-html",
            "brightness-on-html",
            "contrast-on-html",
            "hidden-by-attributes",
            "removed-a-few-times",
            "inert-html",
            "display-none-on-html",
            "content-hidden-on-html",
            "zoomed-away",
            "later-popover",
            "later-modal-dialog",
            "later-popover-in-a-closed-root",
            "click-through-popover",
            "view-transition",
            "clobbered-document",
            "registered-properties",
            "swallowed-events",
            "document-opened",
            "document-element-replaced",
        ] {
            if let Err(error) = holds(session, name, attack).await {
                lost.push(format!("{name}: {error:#}"));
            }
        }
        assert!(lost.is_empty(), "{lost:#?}");
    }

    async fn overwritten_prototypes_break_nothing(session: &Session) {
        for (name, attack) in gallery!["prototypes"] {
            open(session, name, attack).await?;
            // Only a picture tells: the driver's own clicks need the page's JSON.
            until("the warning", async || Ok(is_painted(session).await?.then_some(()))).await?;
        }
    }

    async fn fifty_megabytes_of_page_hide_nothing(session: &Session) {
        for (name, attack) in gallery!["huge"] {
            holds(session, name, attack).await?;
        }
    }

    async fn a_page_that_wins_is_told_of(session: &Session) {
        for (name, attack) in gallery!["covered-and-clicked-through", "removed-for-ever"] {
            is_told_of(session, name, attack).await.with_context(|| name)?;
        }
        session.open_popup().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("keeps hiding")).await?;
    }

    async fn a_click_through_what_covers_the_warning_does_nothing(session: &Session) {
        for (name, attack) in gallery!["covered-and-clicked-through"] {
            open(session, name, attack).await?;
            session.warning().await?;
            let rect = session.rect(Place::Warning, "join-anyway").await?.context("no button")?;
            let middle = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
            let known = async || -> anyhow::Result<String> {
                let known = "async () => JSON.stringify(await chrome.storage.session.get(null))";
                Ok(session.call(Place::Background, known, json!([])).await?.to_string())
            };
            // While it fights, and when it has given up.
            until("the background to know that the page wins", async || {
                session.click_at(Place::Page, middle).await?;
                Ok(known().await?.contains("hidden\\\":true").then_some(()))
            })
            .await?;
            session.click_at(Place::Page, middle).await?;
            assert!(!known().await?.contains("dismissed"), "a press through a cover counted");
        }
    }

    async fn a_cover_from_a_closed_root_that_lets_clicks_through_is_seen_by_chromium_alone(session: &Session) {
        for (name, attack) in gallery!["click-through-popover-in-a-closed-root"] {
            if session.browser() == Browser::Chromium {
                holds(session, name, attack).await?;
            } else {
                // Lost, as docs/threats.md says: the icon still tells, also after a press through the cover.
                session.open(&format!("{ROOM}k7mq2-xw9hd-4tzpc-qq7fm")).await?;
                assert!(!is_marked(session).await?, "the icon is marked without a reason");
                open(session, name, attack).await?;
                session.warning().await?;
                assert!(!is_painted(session).await?, "the warning is seen: docs/threats.md can say so");
                until("the mark in a picture", async || Ok(is_marked(session).await?.then_some(()))).await?;
                press_until_gone(session, "join-anyway").await?;
                assert!(is_marked(session).await?, "a press through the cover took the mark away");
                session.open_popup().await?;
                session.text_when(Place::Popup, "tab-status", |text| text.contains("Strangers can guess")).await?;
            }
        }
    }

    async fn a_page_that_changes_its_address_faster_than_answers_come_is_warned_about(session: &Session) {
        for (name, attack) in gallery!["address-faster-than-answers"] {
            open(session, name, attack).await?;
            until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
            until("the mark on the icon", async || Ok((session.badge().await? == "!").then_some(()))).await?;
        }
    }

    async fn a_page_that_moves_to_a_guessable_room_before_it_was_answered_is_warned_about(session: &Session) {
        moved_before_the_answer(session, "amber-trumpet-lagoon-visor-clinic", "standup").await?;
        assert!(session.is_warned().await?);
        says(session, "!", "Strangers can guess").await?;
    }

    async fn a_page_that_moves_to_a_strong_room_before_it_was_answered_is_left_alone(session: &Session) {
        moved_before_the_answer(session, "standup", "amber-trumpet-lagoon-visor-clinic").await?;
        assert!(!session.is_warned().await?);
        says(session, "", "strong").await?;
    }

    async fn no_policy_of_a_page_forbids_the_warning(session: &Session) {
        for (name, policy) in [
            ("none", ""),
            ("strict", "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"),
            ("sandbox", "sandbox"),
            ("sandbox-scripts", "sandbox allow-scripts; script-src 'none'; style-src 'none'"),
        ] {
            let page = Page::html("<h1>Policy</h1>").header("content-security-policy", policy);
            session.site().set("meet.jit.si", &format!("/{name}/standup"), page);
            session.open(&format!("https://meet.jit.si/{name}/standup")).await?;
            until("the warning", async || Ok(is_painted(session).await?.then_some(()))).await.with_context(|| name)?;
            // Where the page may run no script, neither may what finds the spot to click.
            escape_until_gone(session).await.with_context(|| name)?;
        }
    }

    async fn no_page_changes_what_is_copied(session: &Session) {
        // Without the newer way of copying, the older one is taken, of which a page can hear.
        let listen = "<script>
          addEventListener('copy', (event) => {
            event.clipboardData.setData('text/plain', 'https://evil.example/');
            event.preventDefault();
          }, true);
        </script>";
        let page = Page::html(listen).header("permissions-policy", "clipboard-write=()");
        session.site().set("meet.jit.si", "/standup", page);
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        copy_safe_link(session).await?;
        let copied = session.clipboard().await?;
        assert!(copied.starts_with("https://meet.jit.si/"), "{copied}");
    }

    async fn full_screen_does_not_cover_the_warning(session: &Session) {
        for (name, attack) in gallery!["full-screen"] {
            open(session, name, attack).await?;
            session.warning().await?;
            session.click(Place::Page, "start").await?;
            until("full screen", async || {
                let full = session.call(Place::Page, "(root) => root.fullscreenElement !== null", json!([])).await?;
                Ok((full == Value::Bool(true)).then_some(()))
            })
            .await?;
            until("the warning", async || Ok(is_painted(session).await?.then_some(()))).await?;
            press_until_gone(session, "join-anyway").await?;
        }
    }
}
