//! How long another tab waits for its mark while a page floods the background with questions.
//!
//! What a browser itself has to do for hundreds of frames holds up all tabs, whatever extension it has. So the flood is
//! measured beside the same frames on a host that no extension watches.

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

/// What goes on in the other tab.
#[derive(Debug, Clone, Copy)]
pub(super) enum Flood {
    /// Nothing: there is none.
    None,
    /// Frames on a host that is not watched.
    Unwatched,
    /// The same frames, of rooms.
    Rooms,
    /// A room that takes one address after the other.
    Addresses,
}

impl Flood {
    pub(super) const ALL: [Self; 4] = [Self::None, Self::Unwatched, Self::Rooms, Self::Addresses];

    /// What the time is noted as.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::None => "marked: nothing beside",
            Self::Unwatched => "marked: frames beside that nobody watches",
            Self::Rooms => "marked: frames of rooms beside",
            Self::Addresses => "marked: a flood of addresses beside",
        }
    }

    fn address(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Unwatched => Some(format!("https://{HOST}/unwatched")),
            Self::Rooms => Some(format!("https://{HOST}/rooms")),
            Self::Addresses => Some("https://meet.jit.si/flood/standup".to_owned()),
        }
    }
}

/// Serves the pages.
pub(super) fn serve(session: &Session) {
    let frames = |host: &str| {
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
    };
    session.site().set(HOST, "/unwatched", Page::html(&frames("elsewhere.example")));
    session.site().set(HOST, "/rooms", Page::html(&frames("meet.jit.si")));
    let addresses = format!(
        "<script>
           let number = 0;
           setInterval(() => history.replaceState(null, '', `/flood/standup-${{number++}}`), {RENAMED_MS});
         </script>"
    );
    session.site().set("meet.jit.si", "/flood/standup", Page::html(&addresses));
}

/// Milliseconds from opening a tab with a room, right after one with the flood, to the mark on its icon.
///
/// # Errors
///
/// When the browser refuses, or the icon is never marked.
pub(super) async fn marked(session: &Session, flood: Flood) -> Result<f64> {
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
    session.call(Place::Background, open, json!([flood.address(), ROOM])).await?;
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
