//! However a room is entered, it is judged once and rightly; and how firmly the page is warned.

use harness::wait::until;
use harness::{Key, Page, Place, Session, Value, anyhow, in_both_browsers, json};

use crate::support::{
    badge_is, copy_safe_link, is_painted, open_unwarned, press_until_gone, settled, show_more, store,
};

const STRONG: &str = "https://meet.jit.si/rk7mq2wzx94fhpv";

async fn set_stored(session: &Session, key: &str, value: Value) -> anyhow::Result<()> {
    let set = "async (_, key, value) => { await chrome.storage.local.set({ [key]: value }); }";
    session.call(Place::Background, set, json!([key, value])).await.map(drop)
}

in_both_browsers! {
    async fn back_from_the_cache_is_judged_again(session: &Session) {
        // How the page came to be shown, by its own word.
        let shown = "<script>
          addEventListener('pageshow', ({ persisted }) => { document.title = persisted ? 'cached' : 'loaded'; });
        </script>";
        session.site().set("meet.jit.si", "/standup", Page::html(shown));
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        session.open("https://example.org/").await?;
        badge_is(session, "").await?;
        session.back().await?;
        let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
        assert_eq!(title, json!("cached"), "the page was loaded anew");
        session.warning().await?;
        badge_is(session, "!").await?;
    }

    async fn replace_hash_and_reload_are_judged(session: &Session) {
        open_unwarned(session, STRONG).await?;
        let run = async |script: &str| session.call(Place::Page, script, json!([])).await;
        run("() => history.replaceState(null, '', '/standup')").await?;
        session.warning().await?;
        badge_is(session, "!").await?;
        session.reload().await?;
        session.warning().await?;
        run("() => { location.hash = 'config.x=1'; }").await?;
        assert!(settled(session).await?);
        session.warning().await?;
        run("() => history.replaceState(null, '', '/rk7mq2wzx94fhpv')").await?;
        session.warning_gone().await?;
        badge_is(session, "").await?;
    }

    async fn a_room_that_reads_alike_is_warned_about_after_the_first_was_put_away(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        press_until_gone(session, "join-anyway").await?;
        session.call(Place::Page, "() => history.pushState(null, '', '/acme/standup')", json!([])).await?;
        session.warning().await?;
        press_until_gone(session, "join-anyway").await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "the press was about another room");
    }

    async fn another_spelling_of_the_room_warns_no_second_time(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        let first = session.warning().await?;
        // One that is made anew would not have it.
        session.call(Place::Warning, "(root) => root.getElementById('more').focus()", json!([])).await?;
        session.call(Place::Page, "() => history.pushState(null, '', '/StandUp')", json!([])).await?;
        assert!(settled(session).await?);
        assert_eq!(session.warning().await?, first);
        assert_eq!(session.call(Place::Warning, "(root) => root.activeElement?.id", json!([])).await?, json!("more"));
    }

    async fn a_moderated_room_says_what_it_is(session: &Session) {
        store(session, json!({ "warnOfWeak": true })).await?;
        let unknown = "faf57089abb075e1133167ba9129db0f31ee7d315de64ad5e9e152aabd2276f7";
        session.open(&format!("https://meet.jit.si/moderated/{unknown}")).await?;
        session.warning().await?;
        show_more(session).await?;
        assert!(session.warning().await?.contains("computed from a name"));
        badge_is(session, "?").await?;
        // Whoever computes hashes of common words has this one too.
        let of_standup = "c0fbdc38b1762851a9221b774a130fd2ae0bf78c61bd69eb334f8cd2caa08319";
        session.open(&format!("https://meet.jit.si/moderated/{of_standup}")).await?;
        session.warning().await?;
        show_more(session).await?;
        // What is quoted stands between isolating marks, so that it cannot turn the sentence around.
        let said = session.warning().await?.replace(['\u{2068}', '\u{2069}'], "");
        assert!(said.contains("“standup”"), "{said}");
        badge_is(session, "!").await?;
    }

    async fn a_frame_with_a_guessable_room_marks_the_icon_of_another_site(session: &Session) {
        for (size, shown) in [("width=800 height=600", true), ("width=200 height=100", false)] {
            let frame = format!("<iframe src='https://meet.jit.si/standup' {size} style='border:0'></iframe>");
            session.site().set("example.org", "/framed", Page::html(&frame));
            session.open("https://example.org/framed").await?;
            badge_is(session, "!").await?;
            let painted = until("the frame to be warned as it should", async || {
                let painted = is_painted(session).await?;
                Ok((painted == shown).then_some(painted))
            });
            assert_eq!(painted.await?, shown, "{size}");
        }
    }

    async fn a_small_frame_back_from_the_cache_is_warned_about_once_it_grows(session: &Session) {
        let frame = "<iframe id=f src='https://meet.jit.si/standup' width=200 height=100></iframe>";
        session.site().set("meet.jit.si", "/rk7mq2wzx94fhpv", Page::html(frame));
        session.open(STRONG).await?;
        badge_is(session, "!").await?;
        let back = "(root) => {
          const shown = new PageTransitionEvent('pageshow', { persisted: true });
          root.getElementById('f').contentWindow.dispatchEvent(shown);
        }";
        session.call(Place::Page, back, json!([])).await?;
        // The frame says so when it was answered.
        let answered = "async () => {
          const said = Object.entries(await chrome.storage.session.get()).filter(([key]) => key.startsWith('said:'));
          const framed = said.flatMap(([key, { pages }]) => pages.map(({ frame }) => [Number(key.slice(5)), frame]));
          const [tab, frame] = framed.find(([, frame]) => frame > 0);
          return chrome.tabs.sendMessage(tab, 'present', { frameId: frame });
        }";
        assert_eq!(session.call(Place::Background, answered, json!([])).await?, json!(true));
        let grow = "(root) => { Object.assign(root.getElementById('f'), { width: 800, height: 600 }); }";
        session.call(Place::Page, grow, json!([])).await?;
        until("the frame to be warned", async || Ok(is_painted(session).await?.then_some(()))).await?;
    }

    async fn a_frame_leaves_nothing_behind_on_the_icon(session: &Session) {
        let frame = "<iframe id=f src='https://meet.jit.si/standup' width=800 height=600></iframe>";
        session.site().set("meet.jit.si", "/rk7mq2wzx94fhpv", Page::html(frame));
        session.open(STRONG).await?;
        badge_is(session, "!").await?;
        session.call(Place::Page, "(root) => root.getElementById('f').remove()", json!([])).await?;
        badge_is(session, "").await?;
        session.open_popup().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("strong")).await?;
    }

    async fn what_was_said_of_a_frame_that_is_gone_is_said_no_longer_once_somebody_looks(session: &Session) {
        session.open("https://example.org/").await?;
        // In Firefox a frame that is removed cannot always say so.
        let leave = "async () => {
          const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const said = { tone: 'danger', title: 'Gone', reasons: [], advice: '', advised: false, first: 1 };
          const page = { document: 'gone', frame: 999, hidden: false, said, turn: 1 };
          await chrome.storage.session.set({ [`said:${id}`]: { dropped: {}, pages: [page], turn: 1 } });
          await chrome.action.setBadgeText({ tabId: id, text: '!' });
        }";
        session.call(Place::Background, leave, json!([])).await?;
        badge_is(session, "!").await?;
        session.open_popup_in_person().await?;
        badge_is(session, "").await?;
        session.text_when(Place::Popup, "tab-status", |text| !text.contains("Gone")).await?;
    }

    async fn a_held_page_cannot_be_used_before_the_choice(session: &Session) {
        set_stored(session, "holdPage", json!(true)).await?;
        let body = "<button id=join style='margin-top: 600px' onclick='document.title = \"joined\"'>Join</button>
          <input id=name autofocus>";
        session.site().set("meet.jit.si", "/standup", Page::html(body));
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        session.click(Place::Page, "join").await?;
        for key in [Key::Escape, Key::Enter, Key::Tab, Key::Space] {
            session.call(Place::Page, "(root) => root.getElementById('join').focus()", json!([])).await?;
            assert_eq!(session.focused(Place::Page).await?, "", "the page took the focus");
            if key != Key::Space {
                session.press(Place::Page, key).await?;
            }
        }
        session.call(Place::Page, "(root) => root.getElementById('name').focus()", json!([])).await?;
        session.type_keys(Place::Page, "eve").await?;
        assert_eq!(session.value(Place::Page, "name").await?, "");
        assert!(session.is_warned().await?);
        assert_eq!(session.call(Place::Page, "(root) => root.title", json!([])).await?, json!("Fixture"));
        press_until_gone(session, "join-anyway").await?;
        session.click(Place::Page, "join").await?;
        assert_eq!(session.call(Place::Page, "(root) => root.title", json!([])).await?, json!("joined"));
    }

    async fn a_script_that_presses_a_button_does_nothing(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        // From when a person's press counts.
        copy_safe_link(session).await?;
        let press = "(root) => {
          const button = root.getElementById('join-anyway');
          const { x, y } = button.getBoundingClientRect();
          button.focus();
          button.click();
          const at = { clientX: x + 5, clientY: y + 5, detail: 1, bubbles: true, composed: true };
          button.dispatchEvent(new MouseEvent('click', at));
        }";
        session.call(Place::Warning, press, json!([])).await?;
        assert!(session.is_warned().await?, "a script pressed the button");
    }

    async fn the_welcome_page_says_what_a_name_is_worth(session: &Session) {
        let field = "<input id='enter_room_field' style='margin-top: 200px; width: 400px'>";
        // Under a policy that allows no style sheet of anybody's.
        let policy = "default-src 'none'; style-src-attr 'unsafe-inline'";
        session.site().set("meet.jit.si", "/", Page::html(field).header("content-security-policy", policy));
        session.open("https://meet.jit.si/").await?;
        assert!(settled(session).await?);
        session.type_into(Place::Page, "enter_room_field", "standup").await?;
        // Its closed root is none of the warning's: a picture tells.
        until("the advice", async || Ok(crate::support::is_advised(session).await?.then_some(()))).await?;
        assert_eq!(session.value(Place::Page, "enter_room_field").await?, "standup");
    }

    async fn no_advice_comes_once_the_field_was_left(session: &Session) {
        let field = "<input id='enter_room_field' style='margin-top: 200px; width: 400px'>
          <script>document.getElementById('enter_room_field').oninput = ({ target }) => target.blur();</script>";
        session.site().set("meet.jit.si", "/", Page::html(field));
        session.open("https://meet.jit.si/").await?;
        assert!(settled(session).await?);
        session.click(Place::Page, "enter_room_field").await?;
        session.type_keys(Place::Page, "x").await?;
        assert_eq!(session.value(Place::Page, "enter_room_field").await?, "x");
        // What is asked after it is answered after it.
        let again = "() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }";
        session.call(Place::Page, again, json!([])).await?;
        assert!(settled(session).await?);
        assert!(!crate::support::is_advised(session).await?, "advice on a field that was left");
    }

    async fn a_service_that_was_not_chosen_is_left_alone(session: &Session) {
        session.open("https://discord.com/channels/@me").await?;
        assert!(!settled(session).await?);
        assert!(!session.is_warned().await?);
    }
}
