//! On a phone: narrow, and used with a finger. Chromium pretends to have both; Firefox is told of the finger, and its
//! tab is made narrow.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Looks, Page, Place, Session, in_both_browsers, json};

use crate::inspect::{fits, in_each_view, open_page};
use crate::support::{
    ROOM, badge_is, click_on, is_known_to_hide, is_painted, pixels_of, show_more, store, tab_status,
};

/// The widths of a wide phone, of a usual one and of the narrowest that WCAG's rule on reflow asks for, in CSS pixels.
const WIDTHS: [u32; 3] = [412, 360, 320];

/// Waits until the page in the current tab is so wide and knows of the finger.
pub(crate) async fn hold_a_phone(session: &Session, width: u32) -> Result<()> {
    session.on_a_phone(width).await?;
    let seen = "() => [innerWidth, matchMedia('(pointer: coarse)').matches]";
    until("the phone", async || {
        let seen = session.call(Place::Page, seen, json!([])).await?;
        ensure!(seen == json!([width, true]), "the page sees {seen}");
        Ok(Some(()))
    })
    .await
}

/// How wide the popup is that fills the current tab.
async fn popup_width(session: &Session) -> Result<f64> {
    let width = "(root) => root.body.getBoundingClientRect().width";
    Ok(session.call(Place::Page, width, json!([])).await?.as_f64().unwrap_or_default())
}

in_both_browsers! {
    async fn the_popup_fills_a_phone_and_no_more_than_that(session: &Session) {
        session.open_own("popup.html").await?;
        session.ready().await?;
        tab_status(session, Place::Page).await?;
        for width in WIDTHS {
            hold_a_phone(session, width).await?;
            in_each_view(session, Place::Page, async || fits(session, Place::Page, None).await).await?;
        }
        // Held across there is more room than its lines should be long.
        for (width, wanted) in [(400, 400.0), (800, 560.0)] {
            hold_a_phone(session, width).await?;
            assert!((popup_width(session).await? - wanted).abs() < 20.0, "{}", popup_width(session).await?);
        }
    }

    async fn settings_guide_and_panel_fit_a_phone(session: &Session) {
        for page in ["options.html", "guide.html", "panel.html", "slips.html"] {
            open_page(session, page).await?;
            for width in WIDTHS {
                hold_a_phone(session, width).await?;
                fits(session, Place::Page, None).await?;
            }
        }
    }

    async fn the_warning_fits_a_phone(session: &Session) {
        store(session, json!({ "warnOfWeak": true })).await?;
        for room in ["standup", "acme-weekly-7kq"] {
            // As Jitsi's own pages say: others are laid out for a desk and scaled.
            let page = Page::html("<meta name=viewport content='width=device-width'><h1>Jitsi</h1>");
            session.site().set("meet.jit.si", &format!("/{room}"), page);
            session.open(&format!("{ROOM}{room}")).await?;
            for width in WIDTHS {
                hold_a_phone(session, width).await?;
                session.warning().await?;
                fits(session, Place::Warning, None).await?;
            }
        }
    }

    async fn whoever_copied_sees_what_comes_next_on_a_small_phone(session: &Session) {
        session.site().set("meet.jit.si", "/standup", Page::html("<h1>Jitsi</h1>"));
        session.in_view((320, 568)).await?;
        session.open(&format!("{ROOM}standup")).await?;
        session.warning().await?;
        click_on(session, "copy-message", async || {
            Ok(session.text(Place::Warning, "status").await?.unwrap_or_default().contains("Copied"))
        })
        .await?;
        until("the sheet to have grown", async || {
            let [sheet, next] = ["warning", "safe-room"].map(async |id| session.rect(Place::Warning, id).await);
            let (Some(sheet), Some(next)) = (sheet.await?, next.await?) else { return Ok(None) };
            let lower = sheet.y + sheet.height;
            Ok((sheet.height <= 0.451 * 568.0 && lower <= 568.0 && next.y + next.height <= lower).then_some(()))
        })
        .await?;
        fits(session, Place::Warning, None).await?;
    }

    async fn nothing_in_a_dark_warning_is_white(session: &Session) {
        session.site().set("meet.jit.si", "/standup", Page::html("<body style='background: #1d4171'>"));
        session.prefer(Place::Page, Looks::Dark).await?;
        session.in_view((320, 568)).await?;
        session.open(&format!("{ROOM}standup")).await?;
        session.warning().await?;
        // With so much in it that it scrolls.
        show_more(session).await?;
        let scrolls = "(root) => {
          const { scrollHeight, clientHeight } = root.getElementById('warning');
          return scrollHeight > clientHeight;
        }";
        assert_eq!(session.call(Place::Warning, scrolls, json!([])).await?, json!(true));
        let white = pixels_of([0xff; 3], session.picture(Place::Page).await?)?;
        assert!(white < 300, "{white} pixels are white");
    }

    async fn no_viewport_makes_the_warning_tiny(session: &Session) {
        session.on_a_phone(400).await?;
        let attack = include_str!("hostile/scaled-and-tiny-viewport.html");
        session.site().set("meet.jit.si", "/tiny/standup", Page::html(attack));
        session.open("https://meet.jit.si/tiny/standup").await?;
        until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
    }

    async fn a_page_that_calls_itself_narrow_and_removes_the_warning_is_told_of(session: &Session) {
        session.on_a_phone(400).await?;
        for viewport in ["width=100", "width=100, maximum-scale=1", "width=10, initial-scale=10, maximum-scale=10"] {
            let attack = format!("<meta name=viewport content='{viewport}'><h1>Room</h1><script>
              new MutationObserver(() => {{
                for (const host of document.querySelectorAll('html > div')) host.remove();
              }}).observe(document.documentElement, {{ childList: true }});
            </script>");
            session.site().set("meet.jit.si", "/narrow/standup", Page::html(&attack));
            session.open("https://meet.jit.si/narrow/standup").await?;
            is_known_to_hide(session, true).await.context(viewport)?;
            badge_is(session, "!").await?;
            // Another page of the tab, so that what is known is known of the next one.
            session.open("https://meet.jit.si/").await?;
            badge_is(session, "").await?;
        }
    }
}
