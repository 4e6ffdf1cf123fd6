//! Which pages are warned about, and that the toolbar, the popup and the page say the same.

use harness::{Page, Place, Value, in_both_browsers, json};

use crate::support::{badge_is, close_popup, open_unwarned, settled, store};

/// Fifteen letters and digits that no pattern explains.
const STRONG: &str = "https://meet.jit.si/rk7mq2wzx94fhpv";

/// Words that people say, and three drawn characters behind them.
const WEAK: &str = "https://meet.jit.si/acme-weekly-7kq4";

/// A strong name that Jitsi opens another room for than the one that was meant.
const SPACES: &str = "https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic";

in_both_browsers! {
    async fn a_guessable_room_is_warned_about_before_anything_is_clicked(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        let warning = session.warning().await?;
        assert!(warning.contains("Strangers can guess"), "{warning}");
        assert!(session.is_reachable(Place::Warning, "safe-room").await?);
    }

    async fn what_has_settled_is_warned_about(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        assert!(settled(session).await?);
        assert!(session.is_warned().await?, "the warning comes later than what the tests wait for");
    }

    async fn a_strong_room_is_left_alone(session: &Session) {
        open_unwarned(session, STRONG).await?;
        assert_eq!(session.badge().await?, "");
        session.open_popup().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("strong")).await?;
    }

    async fn a_weak_name_is_told_of_by_icon_and_popup_and_in_the_page_only_if_that_is_wanted(session: &Session) {
        for (room, title) in [(WEAK, "too weak"), (SPACES, "has spaces")] {
            store(session, json!({ "warnOfWeak": false })).await?;
            open_unwarned(session, room).await?;
            badge_is(session, "?").await?;
            session.open_popup().await?;
            session.text_when(Place::Popup, "tab-status", |text| text.contains(title)).await?;
            close_popup(session).await?;
            store(session, json!({ "warnOfWeak": true })).await?;
            session.reload().await?;
            let warning = session.warning().await?;
            assert!(warning.contains(title), "{warning}");
        }
    }

    async fn the_toolbar_and_the_popup_agree_with_the_page(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        let title = session.text(Place::Warning, "title").await?.unwrap_or_default();
        assert_eq!(session.badge().await?, "!");
        session.open_popup().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains(&title)).await?;
    }

    async fn pages_of_jitsi_itself_are_left_alone(session: &Session) {
        for path in ["", "static/oauth.html", "libs/app.bundle.min.js", "_api/room-info", "http-bind", "robots.txt"] {
            open_unwarned(session, &format!("https://meet.jit.si/{path}")).await?;
        }
    }

    async fn odd_spellings_of_a_room_are_warned_about(session: &Session) {
        for path in ["Team%20Meeting", "семинар", "a/standup", "STANDUP", "standup?jwt=x#config.a=1", "%73tandup"] {
            session.open(&format!("https://meet.jit.si/{path}")).await?;
            session.warning().await?;
        }
    }

    async fn names_that_cannot_be_rooms_do_no_harm(session: &Session) {
        for path in ["%", "%E0%A4%A", "%00", "a//b///c", &"x".repeat(5_000)] {
            session.open(&format!("https://meet.jit.si/{path}")).await?;
            assert!(settled(session).await?, "{path}");
        }
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
    }

    async fn a_page_that_forbids_scripts_is_warned_about(session: &Session) {
        let page = Page::html("<h1>Strict</h1>");
        let policy = "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'";
        session.site().set("meet.jit.si", "/standup", page.header("content-security-policy", policy));
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        let rect = session.rect(Place::Warning, "warning").await?.ok_or(harness::anyhow::anyhow!("unseen"))?;
        assert!(rect.width <= 660.0, "the warning's own style does not apply: {rect:?}");
    }

    async fn a_room_entered_without_loading_a_page_is_judged(session: &Session) {
        open_unwarned(session, STRONG).await?;
        let push = "(root, path) => history.pushState(null, '', path)";
        session.call(Place::Page, push, json!(["/standup"])).await?;
        session.warning().await?;
        session.call(Place::Page, push, json!(["/rk7mq2wzx94fhpv"])).await?;
        session.warning_gone().await?;
        session.back().await?;
        session.warning().await?;
    }

    async fn the_page_cannot_reach_into_the_warning(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        let reach = "(root) => [...root.documentElement.children].some((each) => each.shadowRoot !== null)";
        assert_eq!(session.call(Place::Page, reach, json!([])).await?, Value::Bool(false));
    }

    async fn services_that_can_listen_are_warned_about(session: &Session) {
        for (address, word) in [
            ("https://web.skype.com/", "Skype"),
            ("https://join.skype.com/abc", "Skype"),
            ("https://teams.live.com/meet/1", "Teams"),
            ("https://hangouts.google.com/", "Hangouts"),
        ] {
            session.open(address).await?;
            let warning = session.warning().await?;
            assert!(warning.contains(word), "{address}: {warning}");
        }
    }

    async fn a_page_of_nobody_is_not_watched(session: &Session) {
        session.open("https://example.org/standup").await?;
        assert!(!settled(session).await?);
        assert!(!session.is_warned().await?);
    }
}
