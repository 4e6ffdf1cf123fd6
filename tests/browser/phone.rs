//! On a phone: narrow, and used with a finger. Chromium pretends to have both; Firefox is told of the finger, and its
//! tab is made narrow.

use harness::anyhow::{Context as _, Result, bail, ensure};
use harness::wait::until;
use harness::{Looks, Page, Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::inspect::{fits, in_each_view, is_accessible, open_page};
use crate::popup_page::kept_as;
use crate::support::{
    ROOM, badge_is, click_on, first_in, is_held, is_known_to_hide, pixels_of, show_more, store, tab_status,
    tells,
};

/// The widths of a wide phone, of a usual one and of the narrowest that WCAG's rule on reflow asks for, in CSS pixels.
const WIDTHS: [u32; 3] = [412, 360, 320];

/// A sheet of the system that takes whatever it is given; the popup, as a page in a tab, is opened on the other tab.
const SHEET: &str =
    "Object.defineProperty(navigator, 'share', { value: async (data) => { document.handed = data; } });
const query = chrome.tabs.query.bind(chrome.tabs);
chrome.tabs.query = async () => (await query({})).filter(({ url }) => url.startsWith('http'));";

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

    /// No browser here has a sheet: the popup is given one.
    fn where_there_is_a_sheet_of_the_system_it_comes_first(browser: Browser) {
        let extension = extension_with(browser, |manifest| manifest["permissions"].as_array_mut().into_iter().for_each(|all| all.push(json!("tabs"))))?;
        first_in("popup.html", extension.path(), SHEET)?;
        run_with(browser, extension.path(), async |session| {
            session.open(&format!("{ROOM}amber-trumpet-lagoon-visor-clinic")).await?;
            let own = session.call(Place::Background, "() => chrome.runtime.getURL('popup.html')", json!([])).await?;
            session.open_tab(own.as_str().unwrap_or_default()).await?;
            session.ready().await?;
            session.text_when(Place::Page, "tab-heading", |text| text.contains("amber-trumpet")).await?;
            // A pointer has the buttons as they were.
            for id in ["room-sheet", "here-sheet"] {
                ensure!(session.rect(Place::Page, id).await?.is_none(), "#{id} is there for a pointer");
            }
            for width in WIDTHS {
                hold_a_phone(session, width).await?;
                // The heading is cut on purpose.
                let inside = "(root) => [...root.querySelectorAll('button')].every((each) =>
                  each.getBoundingClientRect().right <= innerWidth && each.scrollWidth <= each.clientWidth + 1)";
                ensure!(session.call(Place::Page, inside, json!([])).await? == json!(true), "a button is cut");
                is_accessible(session, Place::Page).await?;
                for (sheet, copy) in [("room-sheet", "copy-link"), ("here-sheet", "here-copy")] {
                    let (Some(sheet), Some(copy)) = (session.rect(Place::Page, sheet).await?, session.rect(Place::Page, copy).await?) else { bail!("#{sheet} is not there") };
                    ensure!(sheet.y + sheet.height <= copy.y && sheet.height >= 44.0, "{sheet:?} and {copy:?}");
                }
            }
            let handed = "(root) => root.handed";
            session.tap(Place::Page, "here-sheet").await?;
            session.text_when(Place::Page, "status", |text| text.contains("Shared")).await?;
            let here = session.call(Place::Page, handed, json!([])).await?;
            ensure!(here["url"] == format!("{ROOM}amber-trumpet-lagoon-visor-clinic"), "{here}");
            let link = session.text(Place::Page, "room-link").await?.unwrap_or_default();
            session.tap(Place::Page, "room-sheet").await?;
            kept_as(session, &link, true).await?;
            let new = session.call(Place::Page, handed, json!([])).await?;
            ensure!(new["url"] == link, "{new} instead of {link}");
            Ok(())
        })?;
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
        is_held(session).await?;
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
            tells(session, "!", "keeps hiding").await?;
            // Another page of the tab, so that what is known is known of the next one.
            session.open("https://meet.jit.si/").await?;
            badge_is(session, "").await?;
        }
    }
}
