//! How long another tab waits for its mark while a page floods the background with questions.
//!
//! What a browser itself has to do for hundreds of frames or addresses holds up all tabs, whatever extension it has. So each
//! flood is measured beside the same one on a host that no extension watches, too.

use anyhow::{Context, Result};
use harness::wait::until;
use harness::{Page, Place, Session, json};

/// A room that everybody can guess, in a tab of its own.
const ROOM: &str = "https://meet.jit.si/plain/standup";
/// Where the page is that floods.
const HOST: &str = "flood.example";

/// How many frames a page opens at once: as many as nobody has meant.
const FRAMES: usize = 400;
/// How long the name of every second frame's room is, in characters.
const LONG: usize = 3000;
/// How long that of every fortieth is: more than anybody reads.
const LONGEST: usize = 300_000;
/// How often a page gives itself another address, in milliseconds. Browsers take some 200 in 10 seconds and drop the rest.
const RENAMED_MS: u32 = 5;
/// How many settings an address has behind its `#`: 95,000 characters of them, nearly as much as is read.
const SETTINGS: usize = 4545;

/// What goes on in the other tab.
#[derive(Debug, Clone, Copy)]
pub(super) enum Flood {
    /// Nothing: there is none.
    None,
    /// Frames on a host that is not watched.
    UnwatchedFrames,
    /// The same frames, of rooms.
    Rooms,
    /// A page on a host that is not watched, which takes one long address after the other.
    UnwatchedAddresses,
    /// A room that does the same.
    Addresses,
}

impl Flood {
    pub(super) const ALL: [Self; 5] =
        [Self::None, Self::UnwatchedFrames, Self::Rooms, Self::UnwatchedAddresses, Self::Addresses];

    /// What the time is noted as.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::None => "marked: nothing beside",
            Self::UnwatchedFrames => "marked: frames beside that nobody watches",
            Self::Rooms => "marked: frames of rooms beside",
            Self::UnwatchedAddresses => "marked: a flood of addresses beside that nobody watches",
            Self::Addresses => "marked: a flood of addresses beside",
        }
    }

    /// The host and the path of the page.
    fn place(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::None => None,
            Self::UnwatchedFrames => Some((HOST, "/unwatched")),
            Self::Rooms => Some((HOST, "/rooms")),
            Self::UnwatchedAddresses => Some((HOST, "/flood/standup")),
            Self::Addresses => Some(("meet.jit.si", "/flood/standup")),
        }
    }

    fn page(self) -> String {
        match self {
            Self::None => String::new(),
            Self::UnwatchedFrames => frames("elsewhere.example"),
            Self::Rooms => frames("meet.jit.si"),
            Self::UnwatchedAddresses | Self::Addresses => addresses(),
        }
    }
}

/// Hundreds of frames on `host`.
fn frames(host: &str) -> String {
    format!(
        "<script>
           for (let frame = 0; frame < {FRAMES}; frame += 1) {{
             const element = document.createElement('iframe');
             const long = frame % 40 ? (frame % 2) * {LONG} : {LONGEST};
             element.src = `https://{host}/standup-${{frame}}-${{'x'.repeat(long)}}`;
             document.body.append(element);
           }}
         </script>"
    )
}

/// One address after the other, each with nearly as much behind its `#` as is read of it.
fn addresses() -> String {
    format!(
        "<script>
           let number = 0;
           const behind = '&config.a={{%22b%22:1}}'.repeat({SETTINGS});
           setInterval(() => {{
             number += 1;
             history.replaceState(null, '', `/flood/standup-${{number}}#config.number=${{number}}${{behind}}`);
           }}, {RENAMED_MS});
         </script>"
    )
}

/// Serves the pages.
pub(super) fn serve(session: &Session) {
    for flood in Flood::ALL {
        if let Some((host, path)) = flood.place() {
            session.site().set(host, path, Page::html(&flood.page()));
        }
    }
}

/// Milliseconds from opening a tab with a room, right after one with the flood, to the mark on its icon.
///
/// # Errors
///
/// When the browser refuses, or the icon is never marked.
pub(super) async fn marked(session: &Session, flood: Flood) -> Result<f64> {
    let address = flood.place().map(|(host, path)| format!("https://{host}{path}"));
    // Whatever the background notes is lost when it ends; it is awake as long as it is asked.
    let open = "async (_, flood, room) => {
      const marks = new Map();
      const { setBadgeText } = chrome.action;
      chrome.action.setBadgeText = (mark) => {
        if (mark.text && !marks.has(mark.tabId)) marks.set(mark.tabId, performance.now());
        return setBadgeText.call(chrome.action, mark);
      };
      const open = async (url, active) => (await chrome.tabs.create({ url, active })).id;
      const tabs = flood ? [await open(flood, false)] : [];
      const start = performance.now();
      const tab = await open(room, true);
      globalThis.benchMarked = { marks, start, tab, tabs: [...tabs, tab], setBadgeText };
    }";
    session.call(Place::Background, open, json!([address, ROOM])).await?;
    let took = until("the mark of the other tab", async || {
        let took = "() => {
          const { marks, start, tab } = globalThis.benchMarked;
          return marks.has(tab) ? marks.get(tab) - start : null;
        }";
        Ok(session.call(Place::Background, took, json!([])).await?.as_f64())
    });
    let took = took.await;
    let close = "async () => {
      const { tabs, setBadgeText } = globalThis.benchMarked;
      chrome.action.setBadgeText = setBadgeText;
      await chrome.tabs.remove(tabs);
    }";
    session.call(Place::Background, close, json!([])).await.context("the tabs do not close")?;
    took
}
