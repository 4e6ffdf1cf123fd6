//! What is drawn and not photographed: the icons, Edge's logo and the stores' tiles, all from
//! `docs/icon.svg`.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use harness::{Page, Place, Session, json};

use super::file::save_sized;
use super::window::resize_inside;
use crate::workspace::Workspace;

/// The colour of the cap, and what it is where there is danger: that of a fly agaric.
const CAP: &str = "#1f7a63";
const POISONOUS: &str = "#c5281c";

/// An icon: its file's name, its width in pixels, the free pixels on each side, and whether there is danger.
///
/// Chrome's store wants 16 free pixels around 96; toolbars have none to give away.
const ICONS: [(&str, u32, u32, bool); 6] = [
    ("icon-16", 16, 0, false),
    ("icon-32", 32, 0, false),
    ("icon-48", 48, 0, false),
    ("icon-128", 128, 16, false),
    ("danger-16", 16, 0, true),
    ("danger-32", 32, 0, true),
];

/// Edge's logo: its width and what is free on each side.
const LOGO: (u32, u32) = (300, 24);

/// The tiles of Chrome's store and of Edge's, in pixels.
const TILES: [(&str, u32, u32); 2] = [("tile-small", 440, 280), ("tile-large", 1400, 560)];

const DRAW: &str = "async (_, svg, width, free) => {
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = width;
  canvas.getContext('2d').drawImage(picture, free, free, width - 2 * free, width - 2 * free);
  return canvas.toDataURL('image/png').split(',')[1];
}";

/// Draws the icons into the extension, and the logo into `folder`.
pub(super) async fn icons(session: &Session, workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    let svg = source(workspace)?;
    let danger = svg.replace(CAP, POISONOUS);
    ensure!(danger != svg, "the cap in docs/icon.svg is not {CAP}");
    session.open("https://behind.example/").await?;
    let draw = async |svg: &str, width: u32, free: u32| {
        let png = session.call(Place::Page, DRAW, json!([svg, width, free])).await?;
        let png = png.as_str().context("the browser did not draw")?.to_owned();
        anyhow::Ok(BASE64_STANDARD.decode(png)?)
    };
    let extension = workspace.root().join("extension/icons");
    for (name, width, free, is_danger) in ICONS {
        let png = draw(if is_danger { &danger } else { &svg }, width, free).await?;
        save_sized(&extension, name, &png, (width, width))?;
    }
    save_sized(folder, "logo", &draw(&svg, LOGO.0, LOGO.1).await?, (LOGO.0, LOGO.0)).map(drop)
}

/// Paints the tiles into `folder`, with the words of the language that the browser speaks.
pub(super) async fn tiles(session: &Session, workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    let svg = BASE64_STANDARD.encode(source(workspace)?);
    let words = "() => ['extension_name', 'extension_description', 'direction'].map((key) => chrome.i18n.getMessage(key))";
    let words = session.call(Place::Background, words, json!([])).await?;
    let [name, promise, direction] = [0, 1, 2].map(|index| words[index].as_str().unwrap_or_default());
    let page = format!(
        "<!doctype html><html dir={direction}><meta charset=utf-8><style>
          body {{ align-items: center; background: linear-gradient(160deg, #f4ead7, #dfe9e4); box-sizing: border-box;
            color: #123c32; display: flex; font-family: system-ui, sans-serif; gap: 5vw; height: 100vh;
            justify-content: center; margin: 0; padding: 0 6vw }}
          img {{ width: 24vw }}
          h1 {{ font-size: 8vw; margin: 0 }}
          p {{ font-size: 4.2vw; line-height: 1.3; margin: 1vw 0 0; text-wrap: balance }}
        </style><img alt='' src='data:image/svg+xml;base64,{svg}'><div><h1>{name}</h1><p>{promise}</p></div></html>"
    );
    session.site().set("behind.example", "/tile", Page::html(&page));
    for (tile, width, height) in TILES {
        resize_inside(session, (width, height)).await?;
        session.open("https://behind.example/tile").await?;
        save_sized(folder, tile, &session.picture(Place::Page).await?, (width, height))?;
    }
    Ok(())
}

fn source(workspace: &Workspace) -> anyhow::Result<String> {
    Ok(fs::read_to_string(workspace.root().join("docs/icon.svg"))?)
}
