//! Windows that have no toolbar, and so no icon that tells.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, in_both_browsers, json};

use crate::support::{
    ROOM, badge_is, is_known_to_hide, is_painted, popup_tells, press_until_gone, settled, tells,
};

const OPENER: &str = "https://site.example/";

/// Has a page open a room in a popup window, and makes that the current one. The room's page holds `attack`.
async fn open_popup_window(session: &Session, attack: &str) -> Result<()> {
    session.site().set("meet.jit.si", "/popup/standup", Page::html(attack));
    let opener = format!(
        "<button id='start'>Start</button><script>
          document.getElementById('start').addEventListener('click', () => {{
            open('{ROOM}popup/standup', '', 'popup,width=900,height=700');
          }});
        </script>"
    );
    session.site().set("site.example", "/", Page::html(&opener));
    session.open(OPENER).await?;
    session.click(Place::Page, "start").await?;
    session.switch_to_tab(|address| address.ends_with("/popup/standup")).await?;
    let kind = "async () => (await chrome.windows.getAll()).map(({ type }) => type)";
    let kinds = session.call(Place::Background, kind, json!([])).await?;
    ensure!(kinds.to_string().contains("popup"), "{kinds}");
    Ok(())
}

/// Closes the popup window, for the tab that `opener` knows by its address: a driver opens no tab in it.
pub(crate) async fn close_popup_window(session: &Session, opener: impl Fn(&str) -> bool) -> Result<()> {
    session.switch_to_tab(opener).await?;
    let close = "async () => {
      for (const { id, type } of await chrome.windows.getAll()) if (type === 'popup') await chrome.windows.remove(id);
    }";
    session.call(Place::Background, close, json!([])).await.map(drop)
}

in_both_browsers! {
    async fn a_popup_window_is_warned_of(session: &Session) {
        open_popup_window(session, "<h1>A room</h1>").await?;
        until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
        press_until_gone(session, "join-anyway").await?;
        close_popup_window(session, |address| address == OPENER).await?;
    }

    async fn nothing_tells_of_a_page_that_wins_in_a_popup_window(session: &Session) {
        open_popup_window(session, include_str!("hostile/removed-for-ever.html")).await?;
        is_known_to_hide(session, true).await?;
        ensure!(!is_painted(session).await?);
        // Chromium refuses; Firefox says that it did, and shows nothing.
        let open = "async () => {
          const { id } = (await chrome.windows.getAll()).find(({ type }) => type === 'popup');
          await chrome.action.openPopup({ windowId: id }).catch(() => {});
        }";
        session.call(Place::Background, open, json!([])).await?;
        ensure!(!session.popup_is_open().await?, "there is a popup now that could tell");
        close_popup_window(session, |address| address == OPENER).await?;
    }

    async fn nothing_tells_of_a_page_that_wins_in_full_screen(session: &Session) {
        let start = "<button id='start' style='position: fixed; top: 500px'>Start</button><script>
          const full = () => document.documentElement.requestFullscreen();
          document.getElementById('start').addEventListener('click', full);
        </script>";
        let attack = format!("{}{start}", include_str!("hostile/removed-for-ever.html"));
        session.site().set("meet.jit.si", "/full/standup", Page::html(&attack));
        session.open("https://meet.jit.si/full/standup").await?;
        session.click(Place::Page, "start").await?;
        is_known_to_hide(session, true).await?;
        let full = session.call(Place::Page, "(root) => root.fullscreenElement !== null", json!([])).await?;
        ensure!(full == json!(true), "it is not in full screen");
        ensure!(!is_painted(session).await?);
        let open = "async () => { await chrome.action.openPopup().catch(() => {}); }";
        session.call(Place::Background, open, json!([])).await?;
        ensure!(!session.popup_is_open().await?, "there is a popup now that could tell");
        session.call(Place::Page, "(root) => root.exitFullscreen()", json!([])).await?;
        tells(session, "!", "keeps hiding").await.map(drop)?;
    }

    async fn a_call_in_a_window_of_its_own_is_told_of_where_it_came_from(session: &Session) {
        let call = "<div id='call'>The call</div><button id='start' style='margin-top: 500px'>Start</button><script>
          document.getElementById('start').addEventListener('click', async () => {
            const opened = await documentPictureInPicture.requestWindow();
            opened.document.body.append(document.getElementById('call'));
            document.title = 'Moved';
          });
        </script>";
        session.site().set("meet.jit.si", "/standup", Page::html(call));
        session.open(&format!("{ROOM}standup")).await?;
        session.warning().await?;
        session.click(Place::Page, "start").await?;
        until("the call to be moved", async || {
            let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
            Ok((title == json!("Moved")).then_some(()))
        })
        .await?;
        ensure!(settled(session).await?);
        let beside = "() => [...documentPictureInPicture.window.document.documentElement.children].map((each) => each.tagName)";
        let beside = session.call(Place::Page, beside, json!([])).await?;
        ensure!(beside == json!(["HEAD", "BODY"]), "{beside}");
        badge_is(session, "!").await?;
        // The new window, which is in front, has no toolbar.
        let open = "async () => {
          const { id } = (await chrome.windows.getAll()).find(({ type }) => type === 'normal');
          await chrome.windows.update(id, { focused: true });
          await chrome.action.openPopup({ windowId: id });
        }";
        session.call(Place::Background, open, json!([])).await?;
        popup_tells(session, "Strangers can guess").await?;
        ensure!(session.is_warned().await?);
    }

    async fn a_window_that_was_written_into_is_not_called_strong(session: &Session) {
        let opener = include_str!("hostile/written-into-an-empty-window.html");
        session.site().set("meet.jit.si", "/written/standup", Page::html(opener));
        session.open(&format!("{ROOM}written/standup")).await?;
        until("the page to be judged", async || Ok(settled(session).await?.then_some(()))).await?;
        session.open(&format!("{ROOM}written/standup#opener")).await?;
        session.click(Place::Page, "start").await?;
        session.switch_to_tab(|address| address.ends_with("/written/standup")).await?;
        assert!(!settled(session).await?, "a script runs there now: it can be warned of");
        ensure!(!is_painted(session).await?, "it is warned of now");
        session.open_popup_in_person().await?;
        // Chromium tells nobody the address of such a window.
        let chromium = session.browser() == Browser::Chromium;
        let told = if chromium { "does not check this page" } else { "Strangers can guess" };
        popup_tells(session, told).await?;
    }
}
