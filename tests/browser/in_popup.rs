//! What a person does in the popup, for all tests that are about something in it.

use crate::support::tab_status;
use harness::anyhow::{Context as _, Result};
use harness::wait::until;
use harness::{Place, Session, json, rqrr};

/// Opens the popup and waits for its link.
pub(crate) async fn open(session: &Session) -> Result<()> {
    session.open_popup().await?;
    session.text_when(Place::Popup, "strength", |text| !text.is_empty()).await?;
    // The controls are filled after the link is shown.
    tab_status(session, Place::Popup).await.map(drop)
}

/// What stands in an element or in the attribute of one.
pub(crate) async fn read(session: &Session, id: &str, attribute: &str) -> Result<String> {
    let read = "(root, id, attribute) => root.getElementById(id).getAttribute(attribute) ?? ''";
    let value = session.call(Place::Popup, read, json!([id, attribute])).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Sets a control and says so to the page, as a person's choice does.
pub(crate) async fn choose(session: &Session, id: &str, value: &str) -> Result<()> {
    let set = "(root, id, value) => {
      const control = root.getElementById(id);
      control.value = value;
      for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }";
    session.call(Place::Popup, set, json!([id, value])).await.map(drop)
}

/// Opens a view, and waits until the popup is as large as that takes: until then, what is clicked moves.
pub(crate) async fn to(session: &Session, view: &str) -> Result<()> {
    session.click(Place::Popup, &format!("to-{view}")).await?;
    let grown = "(root) => {
      const { innerHeight } = root.defaultView;
      return root.documentElement.scrollHeight <= innerHeight + 1 || innerHeight > 580;
    }";
    until("the popup to grow", async || {
        Ok((session.call(Place::Popup, grown, json!([])).await? == json!(true)).then_some(()))
    })
    .await
}

/// Leads back to the first view.
pub(crate) async fn back(session: &Session) -> Result<()> {
    session.click(Place::Popup, "back").await
}

/// Waits until the popup says `words` of what was done.
pub(crate) async fn said(session: &Session, words: &str) -> Result<()> {
    session.text_when(Place::Popup, "status", |text| text.contains(words)).await.map(drop)
}

/// The link that `copy-link` copies.
pub(crate) async fn copied(session: &Session) -> Result<String> {
    copied_by(session, "copy-link").await
}

/// What the button `id` copies.
pub(crate) async fn copied_by(session: &Session, id: &str) -> Result<String> {
    session.click(Place::Popup, id).await?;
    said(session, "Copied").await?;
    session.clipboard().await
}

/// What a scanner reads from the picture in the popup.
pub(crate) async fn scanned(session: &Session) -> Result<String> {
    let drawing = "(root) => {
      const svg = root.querySelector('#qr svg');
      return svg && [svg.viewBox.baseVal.width, svg.querySelector('path').getAttribute('d')];
    }";
    let drawing = session.call(Place::Popup, drawing, json!([])).await?;
    let side = drawing[0].as_u64().context("no picture")?;
    let path = drawing[1].as_str().context("no path")?;
    // Nine pixels for a module.
    let scale = 3;
    let side = usize::try_from(side)? * scale;
    let mut dark = vec![vec![false; side]; side];
    for run in path.split_terminator('z') {
        let numbers: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        for row in &mut dark[numbers[1] * scale..][..scale] {
            row[numbers[0] * scale..][..numbers[2] * scale].fill(true);
        }
    }
    let mut picture = rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| dark[y][x]);
    let grid = picture.detect_grids().pop().context("no code in the picture")?;
    Ok(grid.decode()?.1)
}
