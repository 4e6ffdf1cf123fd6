//! Pages that do not want the warning seen, and that take more to test than to be opened: the others are in the gallery.

use harness::anyhow::{self, Context, ensure};
use harness::wait::until;
use harness::{Browser, Key, Page, Place, Session, Value, in_both_browsers, json};

use crate::support::{
    ROOM, a_press_would_count, badge_is, click_on, copy_safe_link, dismissed, escape_until_gone, is_held,
    is_known_to_hide, is_new, is_painted, is_seen, middle_of, press_until_gone, settled, strikes, tells,
};
use crate::windows::close_popup_window;

macro_rules! gallery {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("hostile/", $name, ".html")))),+] };
}
pub(crate) use gallery;

/// What the page heard.
const HEARD: &str = "(root) => root.title + (root.body.dataset.heard ?? '')";

/// Opens the page with the attack in it, as a room of its own that everybody can guess.
pub(crate) async fn open(session: &Session, name: &str, attack: &str) -> anyhow::Result<()> {
    let path = format!("/{name}/standup");
    session.site().set("meet.jit.si", &path, Page::html(attack));
    session.open(&format!("https://meet.jit.si{path}")).await?;
    strikes(session, attack).await
}

async fn holds(session: &Session, name: &str, attack: &str) -> anyhow::Result<()> {
    open(session, name, attack).await?;
    until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
    press_until_gone(session, "join-anyway").await
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

in_both_browsers! {
    async fn a_warning_that_is_hidden_from_screen_readers_is_shown_to_them_again(session: &Session) {
        for (name, attack) in gallery!["hidden-from-screen-readers"] {
            open(session, name, attack).await?;
            let hidden = "(root) => root.querySelectorAll('[aria-hidden]').length";
            until("the attributes to go", async || {
                Ok((session.call(Place::Page, hidden, json!([])).await? == json!(0)).then_some(()))
            })
            .await?;
            is_held(session).await?;
        }
    }

    async fn a_warning_that_is_kept_from_screen_readers_for_ever_stays_in_sight_and_is_told_of(session: &Session) {
        for (name, attack) in gallery!["aria-hidden-again-and-again"] {
            open(session, name, attack).await?;
            is_known_to_hide(session, true).await?;
            tells(session, "!", "keeps hiding").await?;
            ensure!(is_painted(session).await?, "nobody sees it");
            let before = dismissed(session).await?;
            let done = async || Ok(dismissed(session).await? > before);
            click_on(session, "join-anyway", done).await?;
        }
    }

    async fn a_frame_that_is_scaled_or_faded_is_no_reason_to_give_up(session: &Session) {
        let styles = [
            ("transform: scale(.9)", ""),
            ("opacity: .99", ""),
            ("filter: brightness(1.1)", ""),
            ("", "filter: contrast(1.05)"),
        ];
        for (turn, (around, within)) in styles.into_iter().enumerate() {
            let path = format!("/scaled-{turn}/standup");
            let frame = format!("<style>html {{ {within} }}</style><h1>In a frame</h1>");
            session.site().set("meet.jit.si", &path, Page::html(&frame));
            let page = format!(
                "<iframe id='frame' src='https://meet.jit.si{path}' \
                 style='border: 0; width: 1000px; height: 600px; {around}'></iframe>"
            );
            session.site().set("meet.jit.si", "/static/around.html", Page::html(&page));
            session.open(&format!("{ROOM}static/around.html")).await?;
            badge_is(session, "!").await?;
            session.click(Place::Page, "frame").await?;
            // It counts only where the warning is seen, and by the time that the page would have won.
            until("Escape to put the warning away", async || {
                session.press(Place::Page, Key::Escape).await?;
                Ok((dismissed(session).await? > turn).then_some(()))
            })
            .await
            .with_context(|| format!("{around} {within}"))?;
            is_known_to_hide(session, false).await?;
        }
    }

    async fn overwritten_prototypes_break_nothing(session: &Session) {
        for (name, attack) in gallery!["prototypes"] {
            open(session, name, attack).await?;
            is_seen(session).await?;
            // Chromium's driver needs the page's JSON to press anything.
            if session.browser() == Browser::Firefox {
                escape_until_gone(session).await?;
            }
        }
    }

    async fn a_cover_from_a_closed_root_goes_before_a_press_counts(session: &Session) {
        for (name, attack) in
            gallery!["click-through-popover-in-a-closed-root", "view-transition-in-a-closed-root"]
        {
            // Chromium tells that something lies over the warning, but for a view transition; otherwise what opened is closed
            // when the pointer comes.
            if session.browser() == Browser::Chromium && name.starts_with("click-through") {
                holds(session, name, attack).await?;
                continue;
            }
            open(session, name, attack).await?;
            let middle = middle_of(session, "join-anyway").await?;
            ensure!(!is_painted(session).await?, "{name} covers nothing");
            tells(session, "!", "Strangers can guess").await?;
            ensure!(!is_painted(session).await?, "{name} covers nothing any more");
            session.click_at(Place::Page, middle).await?;
            ensure!(session.is_warned().await?, "a press through {name} counted");
            until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
            press_until_gone(session, "join-anyway").await?;
        }
    }

    async fn no_press_counts_in_a_bare_moment_between_two_covers(session: &Session) {
        session.open(&format!("{ROOM}plain/standup")).await?;
        session.warning().await?;
        let middle = middle_of(session, "join-anyway").await?;
        for (name, attack) in gallery!["view-transition-between-looks", "click-through-popover-between-looks"] {
            open(session, name, attack).await?;
            let covered = async || {
                let covered = "(root) => Number(root.documentElement.dataset.covered)";
                anyhow::Ok(session.call(Place::Page, covered, json!([])).await?.as_u64().unwrap_or_default())
            };
            for press in 0..8 {
                let before = covered().await?;
                until("the warning to be covered", async || Ok((covered().await? > before + 1).then_some(())))
                    .await?;
                session.click_at(Place::Page, middle).await?;
                ensure!(dismissed(session).await? == 0, "press {press} on {name} counted");
            }
            tells(session, "!", "Strangers can guess").await?;
        }
    }

    async fn a_page_that_changes_its_address_faster_than_answers_come_is_warned_about(session: &Session) {
        for (name, attack) in gallery!["address-faster-than-answers"] {
            open(session, name, attack).await?;
            is_held(session).await?;
        }
    }

    async fn a_page_that_moves_to_a_guessable_room_before_it_was_answered_is_warned_about(session: &Session) {
        moved_before_the_answer(session, "amber-trumpet-lagoon-visor-clinic", "standup").await?;
        is_held(session).await?;
    }

    async fn a_page_that_moves_to_a_strong_room_before_it_was_answered_is_left_alone(session: &Session) {
        moved_before_the_answer(session, "standup", "amber-trumpet-lagoon-visor-clinic").await?;
        assert!(!session.is_warned().await?);
        tells(session, "", "strong").await?;
    }

    async fn a_page_that_wrote_itself_anew_is_judged_when_it_comes_back_from_the_cache(session: &Session) {
        for (name, attack) in gallery!["document-opened"] {
            open(session, name, attack).await?;
            session.warning().await?;
            session.open("https://example.org/").await?;
            until("no mark", async || Ok((session.badge().await?.is_empty()).then_some(()))).await?;
            session.back().await?;
            is_held(session).await?;
        }
    }

    async fn a_start_page_that_types_by_itself_is_not_told_that_anybody_listens(session: &Session) {
        let field = "<input id='enter_room_field' value='standup'><script>
          const field = document.getElementById('enter_room_field');
          field.focus();
          document.execCommand('insertText', false, 'weekly');
        </script>";
        session.site().set("meet.jit.si", "/", Page::html(field));
        session.open(ROOM).await?;
        ensure!(settled(session).await?);
        let children = "(root) => [...root.documentElement.children].map(({ tagName }) => tagName).join()";
        assert_eq!(session.call(Place::Page, children, json!([])).await?, json!("HEAD,BODY"));
        session.click(Place::Page, "enter_room_field").await?;
        assert_eq!(session.call(Place::Page, children, json!([])).await?, json!("HEAD,BODY"));
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

    async fn no_page_changes_or_hears_what_is_copied(session: &Session) {
        // Without the newer way of copying, the older one is taken, of which a page could hear.
        let listen = "<script>
          addEventListener('copy', (event) => {
            event.clipboardData.setData('text/plain', 'https://evil.example/');
            event.preventDefault();
          }, true);
          document.title = 'Attacked';
        </script>";
        for (name, attack) in [("copy-changed", listen)].into_iter().chain(gallery![
            "copied-link-overheard",
            "document-opened-then-copy-changed",
        ]) {
            let path = format!("/{name}/standup");
            let page = Page::html(attack).header("permissions-policy", "clipboard-write=()");
            session.site().set("meet.jit.si", &path, page);
            session.open(&format!("https://meet.jit.si{path}")).await?;
            strikes(session, attack).await.with_context(|| name)?;
            session.warning().await?;
            copy_safe_link(session).await.with_context(|| name)?;
            let copied = session.clipboard().await?;
            assert!(is_new(&copied), "{name}: {copied}");
            let heard = session.call(Place::Page, HEARD, json!([])).await?;
            assert!(!heard.to_string().contains(&copied), "{name}: {heard}");
            is_held(session).await.with_context(|| name)?;
        }
    }

    /// In Firefox a page reads what was copied in it, for a while after a press; in Chromium, nothing unless somebody permits it.
    async fn no_page_reads_what_was_copied(session: &Session) {
        let own = if session.browser() == Browser::Chromium { "NotAllowedError" } else { "own " };
        for (name, attack) in gallery!["copied-link-read"] {
            open(session, name, attack).await?;
            session.warning().await?;
            let title = "(root) => root.title";
            let reads_its_own = async || {
                until("the page to read what it copied itself, or to be refused", async || {
                    session.click(Place::Page, "start").await?;
                    let found = session.call(Place::Page, title, json!([])).await?;
                    Ok(found.to_string().contains(own).then_some(()))
                })
                .await
            };
            reads_its_own().await?;
            copy_safe_link(session).await?;
            let copied = session.clipboard().await?;
            ensure!(copied.starts_with(ROOM), "{copied}");
            // After a press of its own, too.
            session.click(Place::Page, "start").await?;
            reads_its_own().await?;
            let found = session.call(Place::Page, title, json!([])).await?;
            ensure!(!found.to_string().contains(&copied), "{found}");
            is_held(session).await?;
        }
    }

    async fn what_a_page_zooms_beneath_a_finger_is_not_pressed(session: &Session) {
        for (name, attack) in gallery!["zoomed-beneath-a-finger"] {
            // Beyond that the warning counts as too small to be seen.
            for zoom in [0.9, 0.8, 0.7] {
                open(session, name, attack).await?;
                session.warning().await?;
                a_press_would_count(session).await?;
                let (x, y) = middle_of(session, "join-anyway").await?;
                let spot = (x * zoom, y * zoom);
                let soon = "(root, detail) => root.defaultView.dispatchEvent(new CustomEvent('zoom-soon', { detail }))";
                let detail = json!({ "zoom": zoom, "x": spot.0, "y": spot.1 });
                session.call(Place::Page, soon, json!([detail])).await?;
                session.click_at(Place::Page, spot).await?;
                let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
                ensure!(title == json!("The warning is there"), "{title}");
                ensure!(session.is_warned().await?, "zoomed to {zoom}, a press counted");
            }
            is_held(session).await?;
        }
    }

    /// Pages that hide themselves until their style is there do so.
    async fn what_a_page_shows_itself_stays_shown(session: &Session) {
        let page = Page::file(
            "text/html",
            "<!doctype html><html style='display: none'><h1>Late</h1><script>
              addEventListener('show', () => { document.documentElement.style.display = ''; });
            </script>"
                .to_owned(),
        );
        session.site().set("meet.jit.si", "/late/standup", page);
        session.open(&format!("{ROOM}late/standup")).await?;
        until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
        let show = "(root) => root.defaultView.dispatchEvent(new Event('show'))";
        session.call(Place::Page, show, json!([])).await?;
        press_until_gone(session, "join-anyway").await?;
        let shown = "(root) => getComputedStyle(root.documentElement).display";
        assert_eq!(session.call(Place::Page, shown, json!([])).await?, json!("block"));
    }

    /// Every two seconds a fade, and never a page that nobody can use.
    async fn a_page_that_fades_is_of_use(session: &Session) {
        for (name, attack) in gallery!["view-transition-now-and-then"] {
            let attack = format!("{attack}<button id='own' style='margin-top: 500px'>Own</button>");
            open(session, name, &attack).await?;
            let is_inert = "(root) => root.querySelector(':modal') !== null || root.activeElement?.id !== 'own'";
            session.click(Place::Page, "own").await?;
            ensure!(session.call(Place::Page, is_inert, json!([])).await? == json!(false));
            press_until_gone(session, "join-anyway").await?;
        }
    }

    async fn a_frame_that_may_not_copy_copies_unheard_too(session: &Session) {
        for (name, attack) in gallery!["copied-link-overheard"] {
            let framed = Page::html(attack).header("permissions-policy", "clipboard-write=()");
            session.site().set("meet.jit.si", &format!("/{name}/standup"), framed);
            let around = format!(
                "<iframe src='/{name}/standup' style='border: 0; inset: 0; position: fixed; height: 700px; width: 1200px'>"
            );
            session.site().set("meet.jit.si", "/static/framing.html", Page::html(&around));
            session.open(&format!("{ROOM}static/framing.html")).await?;
            copy_safe_link(session).await?;
            let copied = session.clipboard().await?;
            assert!(is_new(&copied), "{copied}");
            let heard = "(root) => root.querySelector('iframe').contentDocument.body.dataset.heard ?? ''";
            let heard = session.call(Place::Page, heard, json!([])).await?;
            assert!(!heard.to_string().contains(&copied), "{heard}");
        }
    }

    async fn a_window_that_its_opener_listens_in_is_warned_of(session: &Session) {
        for (_, opener) in gallery!["window-reused"] {
            session.site().set("meet.jit.si", "/static/opener.html", Page::html(opener));
            session.open(&format!("{ROOM}static/opener.html#popup")).await?;
            session.click(Place::Page, "start").await?;
            session.switch_to_tab(|address| address.ends_with("/window-reused-popup/standup")).await?;
            // There is no icon, and no popup opens.
            until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
            press_until_gone(session, "join-anyway").await?;
            close_popup_window(session, |address| address.ends_with("opener.html#popup")).await?;

            session.open(&format!("{ROOM}static/opener.html")).await?;
            session.click(Place::Page, "start").await?;
            session.switch_to_tab(|address| address.ends_with("/window-reused/standup")).await?;
            is_held(session).await?;
        }
    }

    async fn a_page_that_searches_itself_finds_no_link(session: &Session) {
        for (name, attack) in gallery!["warning-read-by-searching"] {
            open(session, name, attack).await?;
            session.warning().await?;
            copy_safe_link(session).await?;
            let link = session.clipboard().await?;
            let search = "(root) => { root.defaultView.dispatchEvent(new Event('search')); return root.title; }";
            let found = session.call(Place::Page, search, json!([])).await?;
            let found = found.as_str().unwrap_or_default().strip_prefix("Found ").context("nobody searched")?;
            let found: Value = serde_json::from_str(found)?;
            assert_eq!(found["link"], json!(false), "{found}");
            let texts = found["texts"].as_str().unwrap_or_default();
            assert!(!texts.contains(&link) && !texts.contains("Strangers"), "{texts}");
            is_held(session).await?;
        }
    }

    async fn a_long_name_pushes_no_button_away(session: &Session) {
        session.site().set("meet.jit.si", "/filler", Page::html(include_str!("hostile/filler.html")));
        for path in ["a".repeat(3_000), "filler#2000000".to_owned()] {
            session.open(&format!("{ROOM}{path}")).await?;
            is_seen(session).await?;
            for button in ["safe-room", "join-anyway", "close"] {
                assert!(session.is_reachable(Place::Warning, button).await?, "#{button}");
            }
            press_until_gone(session, "join-anyway").await?;
        }
    }
}
