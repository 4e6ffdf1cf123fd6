//! What is on top of everything, or has its colours, and is told of by nothing.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, in_both_browsers, json};

use crate::support::{
    ROOM, a_press_would_count, dismissed, is_painted, middle_of, press_until_gone, settled, strikes, tells,
};

const LIST: &str = include_str!("hostile/select-list.html");
const SELECTED: &str = include_str!("hostile/selected-text.html");

/// Opens `page` as a room that everybody can guess.
async fn open(session: &Session, page: &str) -> Result<()> {
    session.site().set("meet.jit.si", "/standup", Page::html(page));
    session.open(&format!("{ROOM}standup")).await?;
    session.warning().await.map(drop)
}

in_both_browsers! {
    async fn the_list_of_a_select_is_overtaken(session: &Session) {
        open(session, LIST).await?;
        a_press_would_count(session).await?;
        if session.browser() == Browser::Firefox {
            // It has no list that a page may style: a press shows the browser's own, which goes when the pointer goes elsewhere.
            let styled = "() => CSS.supports('selector(::picker(select))') || 'startViewTransition' in Element.prototype";
            ensure!(session.call(Place::Page, styled, json!([])).await? == json!(false), "a page may style it now");
            session.click(Place::Page, "list").await?;
            until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
            tells(session, "!", "Strangers can guess").await?;
            return press_until_gone(session, "join-anyway").await;
        }
        let spot = middle_of(session, "join-anyway").await?;
        session.click(Place::Page, "list").await?;
        strikes(session, LIST).await?;
        until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
        session.click_at(Place::Page, spot).await?;
        settled(session).await?;
        ensure!(dismissed(session).await? == 0, "a press counted while the list was open");
        tells(session, "!", "Strangers can guess").await?;
    }

    async fn what_is_selected_is_read(session: &Session) {
        open(session, SELECTED).await?;
        strikes(session, SELECTED).await?;
        let differ = "(root) => {
          const { backgroundColor, color } = getComputedStyle(root.getElementById('title'), '::selection');
          return backgroundColor !== color;
        }";
        let differ = session.call(Place::Warning, differ, json!([])).await?;
        ensure!(differ == json!(true), "text of the colour of its ground");
    }
}
