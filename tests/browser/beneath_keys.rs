//! Keys and focus beside the warning: whatever somebody types in the page, and wherever they were, is theirs.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Browser, Key, Page, Place, Session, in_both_browsers, json};

use crate::beneath::{BEFORE, CALL, open_client};
use crate::support::{
    ROOM, a_press_would_count, click_on, escape_until_gone, press_until_gone, settled, show_more,
};

/// The same of a client whose calls Hushroom does not know for such: the warning is no strip from the first there.
pub(crate) fn other_call() -> String {
    CALL.replace(" id=\"new-toolbox\"", "")
}

in_both_browsers! {
    async fn whoever_goes_on_types_where_they_typed(session: &Session) {
        open_client(session, BEFORE, (1280, 800)).await?;
        session.type_keys(Place::Page, "Mi").await?;
        press_until_gone(session, "join-anyway").await?;
        session.type_keys(Place::Page, "ra").await?;
        assert_eq!(session.value(Place::Page, "name").await?, "Mira");
    }

    async fn after_a_copy_the_keys_of_the_call_work(session: &Session) {
        open_client(session, CALL, (1280, 800)).await?;
        show_more(session).await?;
        click_on(session, "copy-message", async || {
            Ok(!session.text(Place::Warning, "status").await?.unwrap_or_default().is_empty())
        })
        .await?;
        session.type_keys(Place::Page, "m").await?;
        assert_eq!(session.call(Place::Page, "() => keys", json!([])).await?, json!("m"));
    }

    async fn escape_closes_the_dialog_and_only_then_the_warning(session: &Session) {
        open_client(session, CALL, (1280, 800)).await?;
        let is_open = "(root) => root.querySelector('.scrim').checkVisibility()";
        session.click(Place::Page, "security").await?;
        // Once presses count, which More shows, whatever Escape does is what it would always do.
        show_more(session).await?;
        session.click(Place::Page, "password").await?;
        session.press(Place::Page, Key::Escape).await?;
        assert_eq!(session.call(Place::Page, is_open, json!([])).await?, json!(false));
        assert!(session.is_warned().await?, "one Escape did two things");
        escape_until_gone(session).await?;
    }

    async fn escape_closes_what_has_no_role_and_only_then_the_warning(session: &Session) {
        for (what, closes) in [
            ("a listener", "addEventListener('keydown', (event) => event.key === 'Escape' && viewer.remove());"),
            ("a listener for the key's release", "addEventListener('keyup', () => viewer.remove(), true);"),
            ("a close watcher", "new CloseWatcher().addEventListener('close', () => viewer.remove());"),
            ("a property", "
                const box = document.body.appendChild(document.createElement('input'));
                const panel = document.body.appendChild(document.createElement('div'));
                Object.assign(box, { type: 'checkbox', checked: true, hidden: true });
                panel.style = 'position: fixed; inset: 400px 0 0 0; background: navy';
                document.head.append(Object.assign(document.createElement('style'), {
                  textContent: 'input:not(:checked) + div { display: none }',
                }));
                addEventListener('keydown', (event) => {
                  box.checked = event.key !== 'Escape';
                });
                addEventListener('keyup', () => viewer.remove(), true);"),
            ("a popover in a shadow root", "
                const host = document.body.appendChild(document.createElement('div'));
                host.attachShadow({ mode: 'open' }).innerHTML = '<div popover>Menu</div>';
                document.getElementById('title').onclick = () => host.shadowRoot.firstChild.showPopover();
                addEventListener('keyup', () => host.shadowRoot.querySelector(':popover-open') || viewer.remove(), true);"),
            ("a viewer in a closed shadow root", "
                const host = document.body.appendChild(document.createElement('div'));
                host.attachShadow({ mode: 'closed' }).append(viewer);
                addEventListener('keydown', (event) => event.key === 'Escape' && viewer.remove());"),
        ] {
            // Firefox has none.
            if what == "a close watcher" && session.browser() == Browser::Firefox {
                continue;
            }
            let page = format!(
                "<div id='viewer' style='background: black; inset: auto 0 0 0; height: 300px; position: fixed'></div>
                 <h1 id='title'>A call</h1>
                 <script>const viewer = document.getElementById('viewer'); {closes}
                   addEventListener('keyup', () => {{ window.isOpen = viewer.isConnected; }});
                 </script>"
            );
            let path = format!("/{}/standup", what.replace(' ', "-"));
            session.site().set("meet.jit.si", &path, Page::html(&page));
            session.open(&format!("https://meet.jit.si{path}")).await?;
            session.warning().await?;
            session.click(Place::Page, "title").await?;
            a_press_would_count(session).await?;
            session.press(Place::Page, Key::Escape).await?;
            let is_open = session.call(Place::Page, "() => window.isOpen", json!([])).await?;
            ensure!(is_open == json!(false), "{what} heard of no Escape");
            settled(session).await?;
            ensure!(session.is_warned().await?, "{what}: one Escape did two things");
            escape_until_gone(session).await?;
        }
    }

    async fn a_key_that_is_held_down_is_pressed_once(session: &Session) {
        open_client(session, CALL, (1280, 800)).await?;
        session.click(Place::Page, "security").await?;
        session.click(Place::Page, "password").await?;
        a_press_would_count(session).await?;
        session.hold(Key::Escape).await?;
        let repeated = session.call(Place::Page, "() => repeated", json!([])).await?;
        ensure!(repeated == json!(true), "the driver repeats no key");
        ensure!(session.is_warned().await?, "the Escape that closed the dialog put the warning away");
        escape_until_gone(session).await?;
    }

    async fn escape_is_the_pages_where_somebody_writes_whatever_it_writes_in(session: &Session) {
        for (what, page) in [
            ("a document that is written in", "<div id='field'>Notes</div><script>document.designMode = 'on';</script>"),
            (
                "a field in a closed shadow root",
                "<div id='field'></div><script>
                  const field = document.createElement('input');
                  document.getElementById('field').attachShadow({ mode: 'closed' }).append(field);
                  document.getElementById('field').style.display = 'inline-block';
                </script>",
            ),
        ] {
            let page = format!("<body style='padding-top: 500px'>{page}");
            open_client(session, &page, (1280, 800)).await?;
            session.click(Place::Page, "field").await?;
            a_press_would_count(session).await?;
            session.press(Place::Page, Key::Escape).await?;
            settled(session).await?;
            ensure!(session.is_warned().await?, "{what}: its Escape put the warning away");
        }
        session.press(Place::Page, Key::F6).await?;
        escape_until_gone(session).await?;
    }

    async fn whoever_types_when_a_dialog_opens_presses_no_button_of_ours(session: &Session) {
        let page = "<textarea id='chat' style='margin-top: 500px'></textarea><dialog id='asks'>Unmute?</dialog>";
        session.site().set("meet.jit.si", "/typing/standup", Page::html(page));
        session.open(&format!("{ROOM}typing/standup")).await?;
        session.warning().await?;
        session.click(Place::Page, "chat").await?;
        let open = "(root) => root.getElementById('asks').showModal()";
        session.call(Place::Page, open, json!([])).await?;
        let focused = "(root) => root.activeElement?.localName ?? ''";
        until("the warning to be modal too", async || {
            let focused = session.call(Place::Warning, focused, json!([])).await?;
            ensure!(focused != json!("button"), "a button of ours has the keys");
            Ok((focused == json!("dialog")).then_some(()))
        })
        .await?;
        // Once the dialog is closed, the rest of the page is of use again.
        let close = "(root) => root.getElementById('asks').close()";
        session.call(Place::Page, close, json!([])).await?;
        until("the page to be typed in", async || {
            session.click(Place::Page, "chat").await?;
            session.type_keys(Place::Page, "x").await?;
            let typed = session.call(Place::Page, "(root) => root.getElementById('chat').value", json!([])).await?;
            Ok(typed.to_string().contains('x').then_some(()))
        })
        .await?;
        assert!(session.is_warned().await?);
    }

    async fn f6_leads_to_the_warning_out_of_a_dialog_that_keeps_the_focus(session: &Session) {
        // As libraries do: what leaves the dialog is brought back in the next turn.
        let keeps = "<script>
          document.addEventListener('focusout', ({ target }) => {
            if (target.closest('.dialog')) setTimeout(() => target.focus());
          });
        </script>";
        open_client(session, &format!("{CALL}{keeps}"), (1280, 800)).await?;
        session.click(Place::Page, "security").await?;
        session.press(Place::Page, Key::F6).await?;
        settled(session).await?;
        assert_eq!(session.focused(Place::Warning).await?, "more");
    }

    async fn f6_leads_to_the_warning_and_back(session: &Session) {
        open_client(session, BEFORE, (1280, 800)).await?;
        session.press(Place::Page, Key::F6).await?;
        assert_eq!(session.focused(Place::Warning).await?, "copy-message");
        session.press(Place::Page, Key::F6).await?;
        assert_eq!(session.focused(Place::Page).await?, "name");
        // While a name is typed, Escape is meant for that.
        session.press(Place::Page, Key::Escape).await?;
        session.press(Place::Page, Key::F6).await?;
        assert!(session.is_warned().await?);
        escape_until_gone(session).await?;
        assert_eq!(session.focused(Place::Page).await?, "name");
    }

    async fn f6_leads_out_of_the_warning_where_nothing_of_the_page_had_the_focus(session: &Session) {
        open_client(session, &other_call(), (1280, 800)).await?;
        let keys = async || session.call(Place::Page, "() => keys", json!([])).await;
        there_and_back(session).await?;
        session.type_keys(Place::Page, "m").await?;
        assert_eq!(keys().await?, json!("m"));
        // Whatever had the focus at another time does not get it.
        session.click(Place::Page, "chat").await?;
        session.click(Place::Page, "chat-input").await?;
        there_and_back(session).await?;
        assert_eq!(session.focused(Place::Page).await?, "chat-input");
        session.call(Place::Page, "(root) => root.activeElement.blur()", json!([])).await?;
        there_and_back(session).await?;
        session.type_keys(Place::Page, "v").await?;
        assert_eq!(keys().await?, json!("mv"));
    }

    async fn whoever_copies_by_keyboard_is_led_back_where_they_were(session: &Session) {
        for header in ["clipboard-write=(self)", "clipboard-write=()"] {
            for (page, id) in [(BEFORE, "name"), (&other_call(), "")] {
                let page = Page::html(page).header("permissions-policy", header);
                session.site().set("meet.jit.si", "/standup", page);
                session.open(&format!("{ROOM}standup")).await?;
                session.warning().await?;
                session.press(Place::Page, Key::F6).await?;
                until("the message to be copied", async || {
                    session.press(Place::Page, Key::Enter).await?;
                    let said = session.text(Place::Warning, "status").await?.unwrap_or_default();
                    Ok(said.contains("Copied").then_some(()))
                })
                .await?;
                assert_eq!(session.focused(Place::Warning).await?, "copy-message");
                session.press(Place::Page, Key::F6).await?;
                assert_eq!(session.focused(Place::Warning).await?, "");
                assert_eq!(session.focused(Place::Page).await?, id);
            }
        }
    }

    async fn a_copy_by_pointer_leaves_the_focus_nowhere_where_it_was_nowhere(session: &Session) {
        let page = Page::html(&other_call()).header("permissions-policy", "clipboard-write=()");
        session.site().set("meet.jit.si", "/standup", page);
        session.open(&format!("{ROOM}standup")).await?;
        session.warning().await?;
        click_on(session, "copy-message", async || {
            Ok(!session.text(Place::Warning, "status").await?.unwrap_or_default().is_empty())
        })
        .await?;
        session.type_keys(Place::Page, "m").await?;
        assert_eq!(session.call(Place::Page, "() => keys", json!([])).await?, json!("m"));
    }
}

/// Presses F6, which leads into the warning, and once more, which leads out of it.
async fn there_and_back(session: &Session) -> Result<()> {
    session.press(Place::Page, Key::F6).await?;
    assert_eq!(session.focused(Place::Warning).await?, "copy-message");
    session.press(Place::Page, Key::F6).await?;
    assert_eq!(session.focused(Place::Warning).await?, "");
    Ok(())
}
