//! The guide page.

use harness::anyhow::ensure;
use harness::{Browser, Key, Looks, Place, in_both_browsers, json, locate, run_with};

use crate::inspect::open_page;
use crate::support::{press_until_focused, store, stored};

in_both_browsers! {
    async fn ticks_are_remembered(session: &Session) {
        open_page(session, "guide.html").await?;
        session.click(Place::Page, "password").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('1')).await?;
        open_page(session, "guide.html").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('1')).await?;
        session.click(Place::Page, "password").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('0')).await?;
        open_page(session, "guide.html").await?;
        session.text_when(Place::Page, "progress", |text| text.contains('0')).await?;
    }

    async fn three_answers_lead_to_a_tool_and_are_kept_nowhere(session: &Session) {
        open_page(session, "guide.html").await?;
        let before = stored(session).await?;
        session.click(Place::Page, "people-two").await?;
        session.click(Place::Page, "install-no").await?;
        assert_eq!(session.text(Place::Page, "tool-answer").await?.unwrap_or_default(), "");
        for (id, wanted, stay) in [
            ("kept-from-strangers", "meet.jit.si, with a strong name", true),
            ("kept-from-company", "Proton Meet", false),
            ("kept-from-company-at-all", "Jitsi on a server that you trust", false),
            ("people-many", "We know no tool", false),
            ("people-few", "Jitsi on a server that you trust", false),
            ("kept-from-company", "Proton Meet", false),
            ("install-yes", "Signal", false),
        ] {
            session.click(Place::Page, id).await?;
            let said = session.text_when(Place::Page, "tool-answer", |text| text.starts_with(wanted)).await?;
            assert_eq!(said.contains("stay there"), stay, "{said}");
        }
        assert_eq!(stored(session).await?, before);
        open_page(session, "guide.html").await?;
        assert_eq!(session.text(Place::Page, "tool-answer").await?.unwrap_or_default(), "");
    }

    async fn what_is_not_the_first_minute_is_folded_until_it_is_wanted(session: &Session) {
        let folded = "(root) => [...root.querySelectorAll('details')].filter(({ open }) => !open).map(({ id }) => id)";
        session.open_own("guide.html").await?;
        session.ready().await?;
        let all = json!(["jitsi", "which-tool", "limits", "skype", "others", "ways", "hushroom"]);
        assert_eq!(session.call(Place::Page, folded, json!([])).await?, all);
        // By keyboard, as by the pointer.
        let focus = "(root) => root.querySelector('#skype > summary').focus()";
        session.call(Place::Page, focus, json!([])).await?;
        session.press(Place::Page, Key::Enter).await?;
        session.text_when(Place::Page, "progress", |text| text.contains('0')).await?;
        // A link to a part leads to what it says.
        session.open_own("options.html").await?;
        session.open_own("guide.html#which-tool").await?;
        session.ready().await?;
        let rest = json!(["jitsi", "limits", "skype", "others", "ways", "hushroom"]);
        assert_eq!(session.call(Place::Page, folded, json!([])).await?, rest);
    }

    async fn the_guide_knows_where_rooms_are_made(session: &Session) {
        open_page(session, "guide.html").await?;
        let shown = "(root) => ['first-server', 'guide-sign-in'].map((id) => root.getElementById(id).checkVisibility())";
        assert_eq!(session.call(Place::Page, shown, json!([])).await?, json!([false, true]));
        store(session, json!({ "server": "meet.example.org" })).await?;
        open_page(session, "guide.html").await?;
        assert_eq!(session.call(Place::Page, shown, json!([])).await?, json!([true, false]));
        let said = session.text(Place::Page, "first-server").await?.unwrap_or_default();
        assert!(said.contains("meet.example.org"), "{said}");
    }

    fn it_opens_once_hushroom_is_installed(browser: Browser) {
        run_with(browser, &locate::extension(browser)?, async |session| {
            // Whoever installs what opens a guide has closed that by now, and fails without it.
            let open = session.tabs().await?;
            ensure!(!open.iter().any(|tab| tab.ends_with("guide.html")), "a second one: {open:?}");
            Ok(())
        })?;
    }

    async fn the_first_minute_ends_in_a_first_room(session: &Session) {
        session.open_own("guide.html").await?;
        session.ready().await?;
        let pin = session.text(Place::Page, "first-pin").await?.unwrap_or_default();
        let wanted = if session.browser() == Browser::Firefox { "gear" } else { "pin beside" };
        assert!(pin.contains(wanted), "{pin}");
        session.click(Place::Page, "first-button").await?;
        session.text_when(Place::Page, "room-link", |text| text.starts_with("https://meet.jit.si/")).await?;
    }

    async fn a_picture_shows_where_this_browser_has_the_icon_and_no_other(session: &Session) {
        let (own, other) = match session.browser() {
            Browser::Chromium => ("pin-chromium", "pin-firefox"),
            Browser::Firefox => ("pin-firefox", "pin-chromium"),
        };
        session.open_own("guide.html").await?;
        session.ready().await?;
        assert_eq!(session.rect(Place::Page, other).await?, None);
        for looks in [Looks::Light, Looks::Dark, Looks::Forced] {
            session.prefer(Place::Page, looks).await?;
            // What is to be clicked is framed, and not by its colour alone.
            let frames = "(root, id) => [...root.querySelectorAll(`#${id} .click`)].map((each) => {
              const { borderTopWidth, borderTopColor } = getComputedStyle(each);
              return parseFloat(borderTopWidth) >= 2 && borderTopColor !== getComputedStyle(each.parentElement).backgroundColor;
            })";
            let framed = session.call(Place::Page, frames, json!([own])).await?;
            let all = if own == "pin-firefox" { json!([true, true, true]) } else { json!([true, true]) };
            assert_eq!(framed, all, "{looks:?}");
        }
        let label = "(root, id) => root.getElementById(id).ariaLabel ?? root.getElementById(id).getAttribute('aria-label')";
        let said = session.call(Place::Page, label, json!([own])).await?.to_string();
        assert!(said.contains("puzzle piece") && said.contains("Hushroom"), "{said}");
        assert_eq!(said.contains("Pin to Toolbar"), own == "pin-firefox", "{said}");
        // As the browser itself mirrors its bar where people read from right to left.
        let side = "(root, [id, dir]) => {
          root.documentElement.dir = dir;
          const [bar, icon] = [`#${id} .bar`, `#${id} .click`].map((each) => root.querySelector(each).getBoundingClientRect());
          return icon.left + icon.right > bar.left + bar.right ? 'right' : 'left';
        }";
        for (direction, wanted) in [("ltr", "right"), ("rtl", "left")] {
            let found = session.call(Place::Page, side, json!([[own, direction]])).await?;
            assert_eq!(found, json!(wanted), "{direction}");
        }
    }

    async fn every_precaution_is_ticked_by_keyboard(session: &Session) {
        open_page(session, "guide.html").await?;
        for (ticked, id) in
            ["official-site", "password", "history", "files", "verify", "user-name", "code-words"].iter().enumerate()
        {
            press_until_focused(session, id).await?;
            session.press(Place::Page, Key::Space).await?;
            let wanted = (ticked + 1).to_string();
            session.text_when(Place::Page, "progress", |text| text.contains(&wanted)).await?;
        }
    }
}
