//! What holds while the browser does what browsers do: lets the background sleep, opens a second tab, loads the
//! extension anew.

use harness::wait::until;
use harness::{Key, Page, Place, Value, in_both_browsers, json};

use crate::support::{badge_is, copy_safe_link, escape_until_gone, open_unwarned, press_until_gone, settled};

const GUESSABLE: &str = "https://meet.jit.si/standup";

/// Counts what the extension has put beside the body of the page.
const HOSTS: &str = "(root) => root.querySelectorAll(':root > div').length";

in_both_browsers! {
    async fn a_background_that_sleeps_wakes_for_a_visit(session: &Session) {
        session.open("https://example.org/").await?;
        session.sleep().await?;
        session.open(GUESSABLE).await?;
        session.warning().await?;
        badge_is(session, "!").await?;
    }

    async fn a_background_that_fell_asleep_wakes_for_a_press(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        session.sleep().await?;
        press_until_gone(session, "join-anyway").await?;
        let known = "async () => JSON.stringify(await chrome.storage.session.get(null)).includes('dismissed') || null";
        until("the dismissal to be stored", async || {
            Ok(session.call(Place::Background, known, json!([])).await?.as_bool())
        })
        .await?;
        session.sleep().await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "what was dismissed is forgotten in its sleep");
    }

    async fn the_copied_link_is_the_same_after_a_sleep(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        copy_safe_link(session).await?;
        let first = session.clipboard().await?;
        session.sleep().await?;
        copy_safe_link(session).await?;
        assert_eq!(session.clipboard().await?, first);
    }

    async fn a_second_tab_of_the_room_is_warned_about_until_one_is_dismissed(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        session.open_tab(GUESSABLE).await?;
        session.warning().await?;
        badge_is(session, "!").await?;
        escape_until_gone(session).await?;
        session.open_tab(GUESSABLE).await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned again about a dismissed room");
        badge_is(session, "!").await?;
    }

    async fn what_was_dismissed_is_warned_about_when_a_link_weakens_the_call(session: &Session) {
        session.open(GUESSABLE).await?;
        session.warning().await?;
        press_until_gone(session, "join-anyway").await?;
        for (fragment, warned) in [("", false), ("#config.e2ee.disabled=true", true)] {
            // A page of its own each time, as by a link in a message.
            session.open("https://example.org/").await?;
            session.open(&format!("{GUESSABLE}{fragment}")).await?;
            assert!(settled(session).await?);
            assert_eq!(session.is_warned().await?, warned, "{fragment}");
        }
        press_until_gone(session, "join-anyway").await?;
        session.reload().await?;
        assert!(settled(session).await?);
        assert!(!session.is_warned().await?, "warned again about what was put away");
    }

    async fn an_extension_that_is_loaded_anew_breaks_no_open_page(session: &Session) {
        let errors = "<script>addEventListener('error', ({ message }) => { document.title += message; });
          addEventListener('unhandledrejection', ({ reason }) => { document.title += reason; });</script>";
        session.site().set("meet.jit.si", "/standup", Page::html(errors));
        session.open(GUESSABLE).await?;
        session.warning().await?;
        session.reload_extension().await?;
        // Whatever became of the warning, it is not there twice, and can be put away.
        let hosts = session.call(Place::Page, HOSTS, json!([])).await?;
        assert!(hosts == json!(1) || hosts == json!(0), "{hosts} warnings");
        if hosts == json!(1) {
            escape_until_gone(session).await?;
        }
        session.call(Place::Page, "() => history.pushState(null, '', '/weekly')", json!([])).await?;
        session.call(Place::Page, "() => history.back()", json!([])).await?;
        assert_eq!(session.call(Place::Page, "(root) => root.title", json!([])).await?, json!("Fixture"));
        // The guide may have come to the front.
        session.switch_to_tab(|address| address.starts_with("https://meet.jit.si/")).await?;
        // Another room, since the first one's warning may have been put away.
        session.open("https://meet.jit.si/weekly").await?;
        session.warning().await?;
        assert_eq!(session.call(Place::Page, HOSTS, json!([])).await?, json!(1));
        press_until_gone(session, "join-anyway").await?;
    }

    async fn a_press_counts_only_after_half_a_second(session: &Session) {
        // Milliseconds from the warning's coming to its going, by the page's own clock. The page is there before the
        // warning, and so is the person who presses.
        let watch = "(root) => {
          let shown = 0;
          new MutationObserver(() => {
            const there = root.querySelector(':root > div') !== null;
            if (there) shown ||= performance.now();
            else if (shown) root.title = String(performance.now() - shown);
          }).observe(root.documentElement, { childList: true });
          setTimeout(() => history.pushState(null, '', '/standup'), 100);
        }";
        open_unwarned(session, "https://meet.jit.si/rk7mq2wzx94fhpv").await?;
        session.call(Place::Page, watch, json!([])).await?;
        let stood = until("the warning to come and go", async || {
            // Presses that wait for nothing: without the rule the first would do.
            session.press_many(Key::Escape, 50).await?;
            let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
            Ok(title.as_str().and_then(|title| title.parse::<f64>().ok()))
        })
        .await?;
        // Browsers round a page's clock to a millisecond.
        assert!(stood >= 498.0, "a press counted after {stood} ms");
    }

    async fn a_browser_that_does_not_know_its_policy_yet_warns_all_the_same(session: &Session) {
        let silent = "async (_, kept) => {
          chrome.storage.managed.get = () => new Promise(() => {});
          await chrome.storage.local.set({ policy: kept });
        }";
        session.call(Place::Background, silent, json!([{}])).await?;
        session.open(GUESSABLE).await?;
        session.warning().await?;
        // What the administrator wanted when it was last known holds until it is known again.
        session.call(Place::Background, silent, json!([{ "holdPage": true }])).await?;
        session.open("https://meet.jit.si/weekly").await?;
        session.warning().await?;
        let held = "(root) => root.querySelector('dialog')?.matches(':modal') ?? false";
        assert_eq!(session.call(Place::Warning, held, json!([])).await?, Value::Bool(true));
    }

    async fn a_host_with_a_trailing_dot_is_the_same_host(session: &Session) {
        for address in ["https://meet.jit.si./standup", "https://web.skype.com./"] {
            session.open(address).await?;
            session.warning().await?;
        }
    }

    async fn a_look_alike_is_named_in_the_popup(session: &Session) {
        session.open("https://meet.jlt.si/standup").await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("only looks like it")).await?;
    }

    async fn what_was_dismissed_in_a_private_window_counts_in_no_other_and_goes_with_it(session: &Session) {
        let store = "async () => {
          await chrome.storage.session.set({ 'dismissed-privately:https://meet.jit.si/standup': true });
        }";
        session.call(Place::Background, store, json!([])).await?;
        session.open(GUESSABLE).await?;
        session.warning().await?;
        // No driver opens a private window with the extension in it: this stands for the last one that closes.
        let close = "async () => { await chrome.tabs.remove((await chrome.tabs.create({ active: false })).id); }";
        session.call(Place::Background, close, json!([])).await?;
        until("it to be forgotten", async || {
            let stored = "async () => JSON.stringify(await chrome.storage.session.get(null))";
            let stored = session.call(Place::Background, stored, json!([])).await?;
            Ok((!stored.to_string().contains("dismissed-privately")).then_some(()))
        })
        .await?;
    }
}
