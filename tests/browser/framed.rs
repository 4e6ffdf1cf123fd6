//! Warnings in frames: the page around may steal presses, and have more frames than are kept.

use harness::anyhow::ensure;
use harness::wait::until;
use harness::{Key, Page, Place, Session, Value, anyhow, in_both_browsers, json};

use crate::support::{badge_is, is_painted, settled, store};

/// A page around a frame that fills it and is as good as unseen.
const AROUND: &str = "<title>Around</title><body style='margin: 0'>
<iframe id=frame src='https://meet.jit.si/standup' style='border: 0; width: 100vw; height: 95vh; opacity: .01'></iframe>";

/// A page that has as many frames with guessable rooms as are kept of a tab, and can have another one.
const DECOYS: &str = "<title>Around</title><script>
  const add = (room, width, height) => {
    const frame = Object.assign(document.createElement('iframe'), { width, height });
    frame.src = `https://meet.jit.si/${room}/standup`;
    return document.documentElement.appendChild(frame);
  };
  const decoys = Array.from({ length: 20 }, (_, at) => add(`decoy${at}`, 100, 100));
  addEventListener('room', () => { add('real', 310, 190); });
  addEventListener('thin', () => { for (const decoy of decoys) decoy.remove(); });
</script>";

/// Has the page do what it does on an event of this name.
async fn cause(session: &Session, event: &str) -> anyhow::Result<()> {
    let cause = "(root, event) => { root.defaultView.dispatchEvent(new Event(event)); }";
    session.call(Place::Page, cause, json!([event])).await.map(drop)
}

/// Waits until so many frames are kept of the only tab of which anything is, and whether others were dropped is so.
async fn kept(session: &Session, pages: usize, dropped: bool) -> anyhow::Result<()> {
    let get = "async () => Object.entries(await chrome.storage.session.get(null))
      .filter(([key, { pages }]) => pages).map(([key, tab]) => tab)";
    until("so many frames to be kept", async || {
        let tabs = session.call(Place::Background, get, json!([])).await?;
        let now = tabs.get(0).map_or((0, false), |tab| {
            let said = |which| tab["dropped"][which] != Value::Null;
            (tab["pages"].as_array().map_or(0, Vec::len), said("before") || said("since"))
        });
        ensure!(now == (pages, dropped), "kept, and whether others were dropped: {now:?}");
        Ok(Some(()))
    })
    .await
}

/// A page that a frame without an address of its own writes anew.
const REWRITTEN: &str = r"<title>Room</title><h1>Room</h1><script>
  addEventListener('strike', () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>
      const written = parent.document;
      written.open();
      written.write('<h1>Written</h1><title>Written</title>');
      written.close();
    <\/script>`;
    document.body.append(frame);
  });
</script>";

in_both_browsers! {
    async fn a_page_that_a_frame_without_an_address_writes_anew_stays_warned_about(session: &Session) {
        session.site().set("meet.jit.si", "/rewritten/standup", Page::html(REWRITTEN));
        session.open("https://meet.jit.si/rewritten/standup").await?;
        session.warning().await?;
        cause(session, "strike").await?;
        // In Chromium the frame, which is gone by then, writes nothing.
        until("the page to be another one", async || {
            let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
            Ok((title != json!("Room")).then_some(()))
        })
        .await?;
        settled(session).await?;
        until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
        badge_is(session, "!").await?;
    }

    async fn a_room_in_a_frame_behind_more_frames_than_are_kept_is_told_of_once_they_are_gone(session: &Session) {
        session.site().set("site.example", "/", Page::html(DECOYS));
        session.open("https://site.example/").await?;
        kept(session, 20, false).await?;
        cause(session, "room").await?;
        kept(session, 20, true).await?;
        cause(session, "thin").await?;
        kept(session, 1, false).await?;
        badge_is(session, "!").await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("inside this one")).await?;
    }

    async fn the_page_around_a_frame_has_no_link_copied_to_the_room_in_which_people_meet(session: &Session) {
        let pinned = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let pin = json!({ "name": "", "insteadOf": "https://meet.jit.si/standup", "since": 1 });
        store(session, json!({ format!("pinned:{pinned}"): pin })).await?;
        // Of the same site, for no driver of Firefox presses keys in a frame of another one.
        session.site().set("meet.jit.si", "/static/around.html", Page::html(AROUND));
        session.open("https://meet.jit.si/static/around.html").await?;
        badge_is(session, "!").await?;
        session.click(Place::Page, "frame").await?;
        // What the keys reach first is the way out, which shows the room in a tab of its own, where no page around reaches.
        until("the pinned room in a tab of its own", async || {
            let tabs = session.tabs().await?;
            if tabs.iter().any(|tab| tab == pinned) {
                return Ok(Some(()));
            }
            // Nothing is painted of a page any more once another tab is in front.
            if tabs.len() == 1 {
                for key in [Key::F6, Key::Enter] {
                    session.press(Place::Page, key).await?;
                }
            }
            Ok(None)
        })
        .await?;
        session.switch_to_tab(|address| address == pinned).await?;
        let copied = session.clipboard().await?;
        ensure!(!copied.contains(pinned), "{copied}");
    }
}
