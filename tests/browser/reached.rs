//! Pages that reach into the warning's closed shadow root. Firefox gives it to any page that searches itself; in Chromium,
//! which does not, the test does.

use harness::anyhow::{Context, Result, ensure};
use harness::wait::until;
use harness::{Browser, Key, Page, Place, Session, in_both_browsers, json};

use crate::support::{
    ROOM, a_press_would_count, click_on, dismissed, is_known_to_hide, is_new, is_painted, lead_to, middle_of,
    press_until_gone, tells,
};

const PAGE: &str = include_str!("hostile/root-found-by-searching.html");

/// Opens a room that everybody can guess, and waits until its warning is there to be pressed.
async fn open(session: &Session, name: &str) -> Result<()> {
    session.site().set("meet.jit.si", &format!("/{name}/standup"), Page::html(PAGE));
    session.open(&format!("{ROOM}{name}/standup")).await?;
    session.warning().await?;
    a_press_would_count(session).await
}

/// Has a script of the page do `act` with the `root`, once.
async fn strike(session: &Session, act: &str) -> Result<()> {
    if session.browser() == Browser::Chromium {
        return session.call(Place::Warning, &format!("(root) => {{ {act} }}"), json!([])).await.map(drop);
    }
    let dispatch = "(root, detail) => {
      root.title = '';
      root.defaultView.dispatchEvent(new CustomEvent('strike', { detail }));
      return root.title;
    }";
    let title = session.call(Place::Page, dispatch, json!([act])).await?;
    // Our style sheet is the extension's, which Firefox lets no page read or write.
    let is_forbidden = title == json!("SecurityError") && act.contains(".sheet.");
    ensure!(is_forbidden || title == json!("Attacked"), "the page could not: {title}");
    Ok(())
}

in_both_browsers! {
    async fn a_text_that_the_page_changes_is_not_left(session: &Session) {
        let acts = [
            "root.getElementById('title').textContent = 'This room is strong';",
            "root.getElementById('title').firstChild.data = 'This room is strong';",
            "root.getElementById('title').remove();",
            "root.getElementById('status').textContent = 'Copied.';",
        ];
        open(session, "text").await?;
        for act in acts {
            strike(session, act).await?;
            until("the warning as it was", async || {
                if !session.is_warned().await? {
                    return Ok(None);
                }
                let title = session.text(Place::Warning, "title").await?.unwrap_or_default();
                let status = session.text(Place::Warning, "status").await?.unwrap_or_default();
                Ok((title.contains("Strangers can guess") && status.is_empty()).then_some(()))
            })
            .await
            .context(act)?;
        }
        is_known_to_hide(session, false).await?;
        press_until_gone(session, "join-anyway").await?;
    }

    async fn a_style_that_the_page_gives_it_is_not_left(session: &Session) {
        let mut acts = vec![
            "const sheet = new CSSStyleSheet(); sheet.replaceSync('#warning { opacity: 0 !important }'); \
             root.adoptedStyleSheets = [sheet];",
            "root.querySelector('style').disabled = true;",
            "root.querySelector('style').sheet.media.mediaText = 'print';",
            "root.getElementById('warning').style.opacity = 0;",
            "root.getElementById('warning').animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e9 });",
        ];
        if session.browser() == Browser::Firefox {
            acts.extend([
                "root.querySelector('style').sheet.insertRule('#warning { opacity: 0 !important }');",
                "root.querySelector('style').sheet.cssRules[3].style.opacity = 0;",
                "root.getElementById('warning').attachShadow({ mode: 'closed' });",
            ]);
        }
        for (turn, act) in acts.into_iter().enumerate() {
            open(session, &format!("style-{turn}")).await?;
            strike(session, act).await.context(act)?;
            until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await.context(act)?;
            let done = async || Ok(dismissed(session).await? == turn + 1);
            click_on(session, "join-anyway", done).await.context(act)?;
        }
    }

    async fn a_button_does_what_it_says_whatever_it_is_called(session: &Session) {
        open(session, "swapped").await?;
        let spot = middle_of(session, "safe-room").await?;
        strike(
            session,
            "const [way, stay] = ['safe-room', 'join-anyway'].map((id) => root.getElementById(id)); \
             [way.id, stay.id] = [stay.id, way.id];",
        )
        .await?;
        until("the new room", async || {
            if session.is_warned().await? {
                session.click_at(Place::Page, spot).await?;
            }
            ensure!(dismissed(session).await? == 0, "the way out put the warning away");
            Ok(is_new(&session.address().await?).then_some(()))
        })
        .await?;
    }

    async fn a_button_that_fills_the_screen_is_not_pressed(session: &Session) {
        open(session, "full-screen").await?;
        let ground = (300.0, 450.0);
        // The browser lets a page fill the screen for a moment after a press.
        session.click_at(Place::Page, ground).await?;
        let act = "addEventListener('fullscreenchange', () => { document.title += ' and filled'; }); \
                   root.getElementById('join-anyway').requestFullscreen();";
        strike(session, act).await?;
        until("full screen, and the warning made anew", async || {
            let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
            let full = session.call(Place::Page, "(root) => root.fullscreenElement !== null", json!([])).await?;
            let is_over = title.as_str().is_some_and(|title| title.contains("and filled")) && full == json!(false);
            Ok((is_over && is_painted(session).await?).then_some(()))
        })
        .await?;
        a_press_would_count(session).await?;
        session.click_at(Place::Page, ground).await?;
        ensure!(dismissed(session).await? == 0, "a press beside the warning put it away");
        press_until_gone(session, "join-anyway").await?;
    }

    async fn a_key_presses_no_button_that_the_page_has_put_the_focus_on(session: &Session) {
        let take = "root.getElementById('join-anyway').focus();";
        let when_typed = format!("addEventListener('keydown', () => {{ {take} }}, {{ once: true }});");
        for (turn, (act, keys)) in [
            (take, [Key::Space, Key::Enter]),
            // A key that was down before, too.
            (&when_typed, [Key::Enter, Key::Enter]),
        ]
        .into_iter()
        .enumerate()
        {
            open(session, &format!("focused-{turn}")).await?;
            for was_here in [false, true] {
                if was_here {
                    // By keys into the warning, and by the pointer back into the page.
                    lead_to(session, "join-anyway").await?;
                    session.click_at(Place::Page, (300.0, 450.0)).await?;
                }
                if session.browser() == Browser::Firefox {
                    strike(session, act).await?;
                } else {
                    let focus = "(root) => { for (const each of root.querySelectorAll('html > div')) each.focus(); }";
                    session.call(Place::Page, focus, json!([])).await?;
                    ensure!(session.focused(Place::Warning).await?.is_empty(), "a page of Chromium reaches it");
                }
                for key in keys {
                    session.press(Place::Page, key).await?;
                    a_press_would_count(session).await?;
                    ensure!(dismissed(session).await? == turn, "{key:?} counted, which was meant for the page");
                }
            }
            // What a key leads to is pressed.
            lead_to(session, "join-anyway").await?;
            a_press_would_count(session).await?;
            session.press(Place::Page, Key::Enter).await?;
            until("the press", async || Ok((dismissed(session).await? == turn + 1).then_some(()))).await?;
        }
    }

    async fn a_page_that_changes_it_again_and_again_is_told_of(session: &Session) {
        open(session, "again").await?;
        let act = "root.getElementById('title').textContent = 'This room is strong';";
        if session.browser() == Browser::Firefox {
            let dispatch = "(root, detail) => { root.defaultView.dispatchEvent(new CustomEvent('go-on', { detail })); }";
            session.call(Place::Page, dispatch, json!([act])).await?;
        } else {
            for _ in 0..40 {
                // It may be gone just then, or for good.
                strike(session, act).await.ok();
            }
        }
        is_known_to_hide(session, true).await?;
        tells(session, "!", "keeps hiding").await?;
    }
}
