//! Without a display: what a person would see, as text and pictures.

use std::fs;
use std::path::Path;

use anyhow::Context;
use harness::{Browser, Page, Place, Session};

use crate::pictures::save;
use crate::workspace::Workspace;

/// Two pages that somebody who was just taught about safe calls might open: the host, the path, and how the
/// picture is called.
const PAGES: [(&str, &str, &str); 2] = [("meet.jit.si", "/standup", "room"), ("web.skype.com", "/", "skype")];

/// Something for the warning to cover, so that the picture shows how it stands out.
const BEHIND: &str = "<style>body { background: #1d4171; color: #fff; font: 20px sans-serif; margin: 80px }</style>\
                      <h1>A page on loopback</h1><p>It stands for the real one, which was not asked.</p>";

/// Opens the toolbar popup and both pages; prints what they say and saves what they look like.
pub(super) fn show(workspace: &Workspace, browser: Browser) -> anyhow::Result<()> {
    let folder = workspace.dist().join("screenshots").join(browser.to_string());
    fs::create_dir_all(&folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        eprintln!("• driving {browser} headless: the icon, then two pages …");
        let session = Session::start(browser).await?;
        let shown = tour(&session, &folder).await;
        session.quit().await?;
        shown
    })
}

async fn tour(session: &Session, folder: &Path) -> anyhow::Result<()> {
    let mut pictures = Vec::new();
    session.open_popup().await?;
    let link = session.text_when(Place::Popup, "room-link", |text| text.contains("://")).await?;
    let strength = session.text(Place::Popup, "strength").await?.unwrap_or_default();
    println!("\nThe toolbar icon gives a room:\n  {link}\n  {strength}");
    // What is said of the tab comes last.
    session.text_when(Place::Popup, "tab-status", |text| !text.is_empty()).await?;
    pictures.push(save(folder, "popup", &session.picture(Place::Popup).await?)?);
    for (host, path, name) in PAGES {
        session.site().set(host, path, Page::html(BEHIND));
        let address = format!("https://{host}{path}");
        session.open(&address).await?;
        session.warning().await.with_context(|| format!("{address} is not warned about"))?;
        println!("\n{address} is warned about:");
        for id in ["title", "reasons"] {
            let text = session.text(Place::Warning, id).await?.unwrap_or_default();
            text.lines().for_each(|line| println!("  {line}"));
        }
        pictures.push(save(folder, name, &session.picture(Place::Page).await?)?);
    }
    println!("\nPictures:");
    for picture in pictures {
        println!("  {}", picture.display());
    }
    Ok(())
}
