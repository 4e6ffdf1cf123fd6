//! Everybody can use it: by axe-core, in light, dark and forced colours, and at twice the size.

use harness::anyhow::Result;
use harness::{Looks, Place, Session, in_both_browsers, json};

use crate::inspect::{is_accessible, open_copy_of_warning, open_page, open_unfolded};

const LOOKS: [Looks; 3] = [Looks::Light, Looks::Dark, Looks::Forced];

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

in_both_browsers! {
    async fn the_popup_keeps_nobody_out(session: &Session) {
        open_unfolded(session).await?;
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

    async fn the_warning_keeps_nobody_out(session: &Session) {
        open_copy_of_warning(session).await?;
        in_every_look(session, Place::Page).await?;
    }

    async fn at_twice_the_size_nothing_is_lost(session: &Session) {
        for page in ["options.html", "guide.html"] {
            open_page(session, page).await?;
            let before = width(session).await?;
            zoom(session, 2.0).await?;
            harness::wait::until("the page to be enlarged", async || {
                Ok((width(session).await? < before * 0.6).then_some(()))
            })
            .await?;
            is_accessible(session, Place::Page).await?;
            crate::inspect::fits(session, Place::Page, None).await?;
            zoom(session, 1.0).await?;
        }
        open_page(session, "options.html").await?;
        zoom(session, 2.0).await?;
        open_unfolded(session).await?;
        is_accessible(session, Place::Popup).await?;
        crate::inspect::fits(session, Place::Popup, None).await?;
    }
}
