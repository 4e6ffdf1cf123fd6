//! Everybody can use it: by axe-core, in light, dark and forced colours, and at twice the size.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Key, Looks, Page, Place, Session, in_both_browsers, json, run_alone};

use crate::inspect::{
    fits, in_each_view, is_accessible, open_copy_of_warning, open_page, open_popup, open_view, unfold,
};
use crate::support::{ROOM, pixels_of};

const LOOKS: [Looks; 3] = [Looks::Light, Looks::Dark, Looks::Forced];

/// The colour of the mark's cap, from extension/warning.css.
const CAP: [u8; 3] = [0x1f, 0x7a, 0x63];

/// Checks what is open in `place` in every look.
async fn in_every_look(session: &Session, place: Place) -> Result<()> {
    for looks in LOOKS {
        session.prefer(place, looks).await?;
        is_accessible(session, place).await?;
    }
    Ok(())
}

/// Enlarges the extension's own pages, its popup too, as a person does with Ctrl and plus.
async fn zoom(session: &Session, factor: f64) -> Result<()> {
    let zoom = "async (root, factor) => {
      const [tab] = await chrome.tabs.query({ active: true });
      await chrome.tabs.setZoom(tab.id, factor);
    }";
    session.call(Place::Background, zoom, json!([factor])).await.map(drop)
}

/// How many CSS pixels the current page is wide.
async fn width(session: &Session) -> Result<f64> {
    Ok(session.call(Place::Page, "() => innerWidth", json!([])).await?.as_f64().unwrap_or_default())
}

/// Waits until the page, which was `before` CSS pixels wide, has about half of them.
async fn enlarged(session: &Session, before: f64) -> Result<()> {
    until("the page to be enlarged", async || Ok((width(session).await? < before * 0.6).then_some(()))).await
}

in_both_browsers! {
    async fn the_popup_keeps_nobody_out(session: &Session) {
        open_popup(session).await?;
        in_each_view(session, Place::Popup, async || in_every_look(session, Place::Popup).await).await?;
        session.type_into(Place::Popup, "check-input", "weekly-standup").await?;
        session.text_when(Place::Popup, "better-name", |text| !text.is_empty()).await?;
        unfold(session, Place::Popup).await?;
        in_every_look(session, Place::Popup).await?;
    }

    async fn the_settings_keep_nobody_out(session: &Session) {
        open_page(session, "options.html").await?;
        in_every_look(session, Place::Page).await?;
    }

    async fn the_guide_keeps_nobody_out(session: &Session) {
        open_page(session, "guide.html").await?;
        in_every_look(session, Place::Page).await?;
    }

    async fn the_panel_keeps_nobody_out(session: &Session) {
        open_page(session, "panel.html").await?;
        in_every_look(session, Place::Page).await?;
    }

    async fn the_warning_keeps_nobody_out(session: &Session) {
        open_copy_of_warning(session).await?;
        in_every_look(session, Place::Page).await?;
    }

    async fn who_warns_is_seen_in_forced_colours_too(session: &Session) {
        session.site().set("meet.jit.si", "/standup", Page::html("<h1>Jitsi</h1>"));
        for looks in LOOKS {
            session.prefer(Place::Page, looks).await?;
            session.open(&format!("{ROOM}standup")).await?;
            session.warning().await?;
            until("the cap of the mark", async || {
                let cap = pixels_of(CAP, session.picture(Place::Page).await?)?;
                ensure!(cap > 30, "{cap} pixels of it");
                Ok(Some(()))
            })
            .await?;
        }
    }

    fn at_twice_the_size_nothing_is_lost(browser: Browser) {
        run_alone(browser, async |session| {
            for page in ["options.html", "guide.html", "panel.html"] {
                open_page(session, page).await?;
                let before = width(session).await?;
                zoom(session, 2.0).await?;
                enlarged(session, before).await?;
                is_accessible(session, Place::Page).await?;
                fits(session, Place::Page, None).await?;
                zoom(session, 1.0).await?;
            }
            // A popup keeps its size when its extension's pages are enlarged, so the style does what the browser does not.
            open_popup(session).await?;
            session.call(Place::Popup, "(root) => { root.documentElement.style.zoom = 2; }", json!([])).await?;
            in_each_view(session, Place::Popup, async || {
                is_accessible(session, Place::Popup).await?;
                fits(session, Place::Popup, None).await
            })
            .await
        })?;
    }

    fn at_twice_the_size_the_warning_is_whole(browser: Browser) {
        run_alone(browser, async |session| {
            let room = format!("{ROOM}standup");
            session.open(&room).await?;
            session.warning().await?;
            let before = width(session).await?;
            zoom(session, 2.0).await?;
            enlarged(session, before).await?;
            session.open(&room).await?;
            session.warning().await?;
            fits(session, Place::Warning, None).await?;
            open_copy_of_warning(session).await?;
            is_accessible(session, Place::Page).await?;
            Ok(())
        })?;
    }

    async fn no_answer_keeps_anybody_out(session: &Session) {
        open_page(session, "options.html").await?;
        session.click(Place::Page, "start-muted").await?;
        session.text_when(Place::Page, "status", |text| text.contains("Saved")).await?;
        is_accessible(session, Place::Page).await?;
        session.type_into(Place::Page, "server", "http://meet.example.org").await?;
        session.press(Place::Page, Key::Tab).await?;
        session.text_when(Place::Page, "server-problem", |text| text.contains("https://")).await?;
        is_accessible(session, Place::Page).await?;
        session.call(Place::Page, "(root) => root.getElementById('forget').click()", json!([])).await?;
        is_accessible(session, Place::Page).await?;

        open_popup(session).await?;
        for (name, word) in [("standup", "guess"), ("acme-weekly-7kq", "weak"), ("k7mq2-xw9hd-4tzpc-qq7fm", "strong")] {
            let clear = "(root) => { root.getElementById('check-input').value = ''; }";
            session.call(Place::Popup, clear, json!([])).await?;
            session.type_into(Place::Popup, "check-input", name).await?;
            session.text_when(Place::Popup, "check-verdict", |text| text.contains(word)).await?;
            in_every_look(session, Place::Popup).await?;
        }
        open_view(session, Place::Popup, "talk").await?;
        for id in ["people-two", "install-no", "kept-from-strangers"] {
            session.click(Place::Popup, id).await?;
        }
        session.text_when(Place::Popup, "tool-answer", |text| text.contains("stay there")).await?;
        in_every_look(session, Place::Popup).await?;
    }
}
