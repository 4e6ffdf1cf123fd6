//! A warning in a frame, whose presses the page around may steal.

use harness::anyhow::ensure;
use harness::wait::until;
use harness::{Key, Page, Place, in_both_browsers, json};

use crate::support::{badge_is, store};

/// A page around a frame that fills it and is as good as unseen.
const AROUND: &str = "<title>Around</title><body style='margin: 0'>
<iframe id=frame src='https://meet.jit.si/standup' style='border: 0; width: 100vw; height: 95vh; opacity: .01'></iframe>";

in_both_browsers! {
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
