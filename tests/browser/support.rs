//! What several of these tests need.

use std::fs;
use std::path::Path;

use harness::anyhow::{Context, bail, ensure};
use harness::wait::until;
use harness::{Key, Place, Session, Value, json, png};

/// Where the rooms are.
pub(crate) const ROOM: &str = "https://meet.jit.si/";

/// Asks the content script whether it is there, which answers when the background has answered its visit. Two
/// frames later the page has painted that.
const SETTLE: &str = "async () => {
  const [tab] = await chrome.tabs.query({ active: true });
  return chrome.tabs.sendMessage(tab.id, 'present').catch(() => false);
}";

/// Two frames of the page.
const FRAMES: &str = "async () => {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}";

/// Waits until the extension has said all that it will say about the current page, whether much or nothing; gives
/// whether it watches the page at all. `warning::what_has_settled_is_warned_about` watches over this.
pub(crate) async fn settled(session: &Session) -> harness::anyhow::Result<bool> {
    let watched = session.call(Place::Background, SETTLE, json!([])).await?;
    session.call(Place::Page, FRAMES, json!([])).await?;
    Ok(watched == Value::Bool(true))
}

/// Waits until the toolbar icon has this mark.
pub(crate) async fn badge_is(session: &Session, wanted: &str) -> harness::anyhow::Result<()> {
    until("the mark on the icon", async || Ok((session.badge().await? == wanted).then_some(()))).await
}

/// Icon and popup tell of the page: by the mark `badge`, and by `words`. Gives all that the popup says of the tab.
pub(crate) async fn tells(session: &Session, badge: &str, words: &str) -> harness::anyhow::Result<String> {
    badge_is(session, badge).await.context("what the icon tells")?;
    session.open_popup().await?;
    popup_tells(session, words).await
}

/// The warning is painted, and icon and popup tell of a room that strangers can guess.
pub(crate) async fn is_seen(session: &Session) -> harness::anyhow::Result<()> {
    until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
    let said = tells(session, "!", "Strangers can guess").await?;
    ensure!(!said.contains("keeps hiding"), "the page is wrongly said to hide the warning: {said}");
    Ok(())
}

/// The same, and a press puts the warning away.
pub(crate) async fn is_held(session: &Session) -> harness::anyhow::Result<()> {
    is_seen(session).await?;
    // In front of a dialog that fills the window there is one line.
    let is_strip = matches!(session.rect(Place::Warning, "join-anyway").await, Ok(None));
    press_until_gone(session, if is_strip { "close" } else { "join-anyway" }).await.context("the press")
}

/// The popup, which is open, tells of the page by `words`; gives all that it says of the tab. It is closed again.
pub(crate) async fn popup_tells(session: &Session, words: &str) -> harness::anyhow::Result<String> {
    let said = session.text_when(Place::Popup, "tab", |text| text.contains(words)).await;
    let said = said.context("what the popup tells")?;
    close_popup(session).await?;
    Ok(said)
}

/// Presses "More" in the warning until all that it has is there.
pub(crate) async fn show_more(session: &Session) -> harness::anyhow::Result<()> {
    until("more of the warning", async || {
        let is_there = session.rect(Place::Warning, "copy-safe").await?.is_some();
        if !is_there {
            session.click(Place::Warning, "more").await?;
        }
        Ok(is_there.then_some(()))
    })
    .await
}

/// What the popup in `place` says of the tab, once all is there that it shows of itself.
pub(crate) async fn tab_status(session: &Session, place: Place) -> harness::anyhow::Result<String> {
    session.ready_in(place).await?;
    session.text_when(place, "tab-status", |text| !text.is_empty()).await
}

/// Closes the popup.
pub(crate) async fn close_popup(session: &Session) -> harness::anyhow::Result<()> {
    session.call(Place::Popup, "() => { setTimeout(() => close()); }", json!([])).await?;
    until("the popup to close", async || Ok((!session.popup_is_open().await?).then_some(()))).await
}

/// How many rooms were dismissed until the browser closes.
pub(crate) async fn dismissed(session: &Session) -> harness::anyhow::Result<usize> {
    let kept = session.call(Place::Background, "() => chrome.storage.session.get()", json!([])).await?;
    Ok(kept.as_object().map_or(0, |kept| kept.keys().filter(|key| key.starts_with("dismissed")).count()))
}

/// Where the middle of a part of the warning is in the window.
pub(crate) async fn middle_of(session: &Session, id: &str) -> harness::anyhow::Result<(f64, f64)> {
    let rect = session.rect(Place::Warning, id).await?.with_context(|| format!("no #{id}"))?;
    Ok((rect.x + rect.width / 2.0, rect.y + rect.height / 2.0))
}

/// Copies the link of the new room.
pub(crate) async fn copy_safe_link(session: &Session) -> harness::anyhow::Result<()> {
    show_more(session).await?;
    copy_in_warning(session, "copy-safe").await
}

/// Presses a button of the warning that copies, until it says that it did.
pub(crate) async fn copy_in_warning(session: &Session, id: &str) -> harness::anyhow::Result<()> {
    until(&format!("#{id} to copy"), async || {
        session.click(Place::Warning, id).await?;
        let said = session.text(Place::Warning, "status").await?.unwrap_or_default();
        Ok(said.contains("Copied").then_some(()))
    })
    .await
}

/// Whether `address` is that of a room that was just made: of five words at the end.
pub(crate) fn is_new(address: &str) -> bool {
    address.strip_prefix(ROOM).is_some_and(|name| name.split('-').count() >= 5)
}

/// Opens a page that the extension watches and that gives no reason for a warning.
pub(crate) async fn open_unwarned(session: &Session, address: &str) -> harness::anyhow::Result<()> {
    session.open(address).await?;
    ensure!(settled(session).await?, "{address} is not watched");
    ensure!(!session.is_warned().await?, "{address} is warned about");
    Ok(())
}

/// The colour of the bar over an urgent warning in a light theme, from extension/warning.css.
const DANGER: [u8; 3] = [0xa3, 0x21, 0x1a];

/// Whether a picture of the page shows the warning: its bar, 6 pixels high, over most of its width.
pub(crate) async fn is_painted(session: &Session) -> harness::anyhow::Result<bool> {
    Ok(danger_pixels(session).await? > 1500)
}

/// Whether a picture of the page shows the advice beside the field of a welcome page, on a name that can be
/// guessed: its edge, 5 pixels wide.
pub(crate) async fn is_advised(session: &Session) -> harness::anyhow::Result<bool> {
    Ok((60..1500).contains(&danger_pixels(session).await?))
}

/// How many pixels of a picture of the page have the colour of danger.
async fn danger_pixels(session: &Session) -> harness::anyhow::Result<usize> {
    pixels_of(DANGER, session.picture(Place::Page).await?)
}

/// How many pixels of a picture, which is a PNG, have this colour.
pub(crate) fn pixels_of(colour: [u8; 3], picture: Vec<u8>) -> harness::anyhow::Result<usize> {
    let mut picture = png::Decoder::new(std::io::Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; picture.output_buffer_size().unwrap_or_default()];
    let size = picture.next_frame(&mut pixels)?;
    let each = pixels.chunks_exact(size.color_type.samples());
    Ok(each.filter(|pixel| pixel.starts_with(&colour)).count())
}

/// Presses a button of the warning until the warning is gone: presses do not count before it was in sight for
/// half a second.
///
/// # Errors
///
/// When it has gone because the page won.
pub(crate) async fn press_until_gone(session: &Session, id: &str) -> harness::anyhow::Result<()> {
    click_on(session, id, async || Ok(!session.is_warned().await?)).await?;
    has_not_won(session).await
}

/// The warning that is gone was put away, and not given up.
async fn has_not_won(session: &Session) -> harness::anyhow::Result<()> {
    ensure!(!is_hidden(session).await?, "no press counted until the page had won");
    Ok(())
}

/// Waits until a press would count, by the page's own clock, for one that is not to: nothing but a press that counts shows
/// it, and that would move the focus.
pub(crate) async fn a_press_would_count(session: &Session) -> harness::anyhow::Result<()> {
    let clock = async || {
        Ok::<_, harness::anyhow::Error>(
            session.call(Place::Page, "() => performance.now()", json!([])).await?.as_f64(),
        )
    };
    let start = clock().await?.unwrap_or_default();
    // What counts has been in sight for 500 milliseconds, and is looked at as often.
    until("presses to count", async || Ok((clock().await? > Some(start + 1_100.0)).then_some(()))).await
}

/// Clicks a button of the warning until it does what it should: in the first half second, and in that after a press, it
/// does nothing.
pub(crate) async fn click_on(
    session: &Session,
    id: &str,
    done: impl AsyncFn() -> harness::anyhow::Result<bool>,
) -> harness::anyhow::Result<()> {
    until(&format!("what #{id} does"), async || {
        if !done().await? && session.is_warned().await? {
            session.click_if_there(Place::Warning, id).await?;
        }
        Ok(done().await?.then_some(()))
    })
    .await
}

/// Waits until a page of the gallery has struck. Some, as `attack` tells, strike only when the warning stands.
pub(crate) async fn strikes(session: &Session, attack: &str) -> harness::anyhow::Result<()> {
    if !attack.contains("Attacked") {
        return Ok(());
    }
    until("the attack", async || {
        let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
        Ok((title == json!("Attacked")).then_some(()))
    })
    .await
}

/// Whether the background knows of a page that hides its warning.
async fn is_hidden(session: &Session) -> harness::anyhow::Result<bool> {
    let kept = session.call(Place::Background, "() => chrome.storage.session.get()", json!([])).await?;
    Ok(kept.to_string().contains("\"hidden\":true"))
}

/// Waits until the background knows whether a page hides its warning.
pub(crate) async fn is_known_to_hide(session: &Session, hides: bool) -> harness::anyhow::Result<()> {
    until("the background to know whether a page hides the warning", async || {
        Ok((is_hidden(session).await? == hides).then_some(()))
    })
    .await
}

/// Presses Escape until the warning is gone, as [`press_until_gone`] does a button.
///
/// # Errors
///
/// When it has gone because the page won.
pub(crate) async fn escape_until_gone(session: &Session) -> harness::anyhow::Result<()> {
    until("the warning to go when Escape is pressed", async || {
        session.press(Place::Page, Key::Escape).await?;
        Ok((!session.is_warned().await?).then_some(()))
    })
    .await?;
    has_not_won(session).await
}

/// Presses Tab until the element `id` has the focus, as a person does who uses no pointer.
pub(crate) async fn press_until_focused(session: &Session, id: &str) -> harness::anyhow::Result<()> {
    for _ in 0..60 {
        if session.focused(Place::Page).await? == id {
            return Ok(());
        }
        session.press(Place::Page, Key::Tab).await?;
    }
    bail!("Tab does not lead to #{id}")
}

/// Leads the focus to a button of the warning by F6 and Tab, as a person does who uses no pointer.
pub(crate) async fn lead_to(session: &Session, id: &str) -> harness::anyhow::Result<()> {
    // Whoever is in the warning already comes out of it by the same key, but where the page is held. Then from the first
    // button on: behind the last one Firefox leads through its own bars.
    until("F6 to lead to a button", async || {
        session.press(Place::Page, Key::F6).await?;
        Ok((!session.focused(Place::Warning).await?.is_empty()).then_some(()))
    })
    .await?;
    for _ in 0..30 {
        if session.focused(Place::Warning).await? == id {
            return Ok(());
        }
        session.press(Place::Page, Key::Tab).await?;
    }
    bail!("Tab does not lead to #{id}")
}

/// All that is stored for longer than the browser runs.
pub(crate) async fn stored(session: &Session) -> harness::anyhow::Result<Value> {
    session.call(Place::Background, "() => chrome.storage.local.get()", json!([])).await
}

/// Stores `items`.
pub(crate) async fn store(session: &Session, items: Value) -> harness::anyhow::Result<()> {
    let set = "(root, items) => chrome.storage.local.set(items)";
    session.call(Place::Background, set, json!([items])).await.map(drop)
}

/// Waits until `key` is stored with `value`.
pub(crate) async fn stored_as(session: &Session, key: &str, value: Value) -> harness::anyhow::Result<()> {
    until(&format!("{key} to be stored as {value}"), async || {
        let stored = stored(session).await?;
        ensure!(stored[key] == value, "what is stored: {stored}");
        Ok(Some(()))
    })
    .await
}

/// Has the unpacked extension in `extension` run `script` in its page `page` before anything else.
pub(crate) fn first_in(page: &str, extension: &Path, script: &str) -> harness::anyhow::Result<()> {
    fs::write(extension.join("first.js"), script)?;
    let page = extension.join(page);
    let before = fs::read_to_string(&page)?;
    let script = "<script src=\"first.js\"></script><script";
    Ok(fs::write(page, before.replacen("<script", script, 1))?)
}
