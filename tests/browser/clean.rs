//! The tests' own hold: browsers are kept for the next test, and what one leaves behind is seen, so that it cannot
//! be left unnoticed.

use harness::anyhow::{Result, ensure};
use harness::{Looks, Place, Session, in_both_browsers, json};

use crate::support::store;

/// Does `something`, and is told that it has left traces.
async fn leaves_traces(
    session: &Session,
    what: &str,
    something: impl AsyncFnOnce() -> Result<()>,
) -> Result<()> {
    let before = session.traces().await?;
    something().await?;
    let after = session.traces().await?;
    ensure!(before != after, "{what} leaves no trace in {after}");
    Ok(())
}

in_both_browsers! {
    async fn what_is_left_in_the_browser_is_seen(session: &Session) {
        let run = async |script: &str| session.call(Place::Page, script, json!([])).await.map(drop);
        leaves_traces(session, "a page", async || session.open("https://example.org/").await).await?;
        leaves_traces(session, "a cookie", async || run("(root) => { root.cookie = 'a=1'; }").await).await?;
        leaves_traces(session, "a tab", async || session.open_tab("https://example.org/").await).await?;
        leaves_traces(session, "the dark", async || session.prefer(Place::Page, Looks::Dark).await).await?;
        leaves_traces(session, "another window", async || session.resize(900, 700).await).await?;
        // Last: a phone has the size that it has, whatever the window's.
        leaves_traces(session, "a phone", async || session.on_a_phone(360).await).await?;
    }

    async fn what_is_left_in_the_extension_is_seen(session: &Session) {
        let before = session.inheritance().await?;
        let set = async |script: &str| session.call(Place::Background, script, json!([])).await.map(drop);
        store(session, json!({ "words": 7 })).await?;
        set("() => chrome.storage.session.set({ a: 1 })").await?;
        set("() => chrome.action.setBadgeText({ text: '!' })").await?;
        set("() => chrome.scripting.registerContentScripts([{
          id: 'meet.jit.si', js: ['content.js'], matches: ['https://meet.jit.si/*']
        }])").await?;
        let after = session.inheritance().await?;
        for (what, left) in before.as_object().into_iter().flatten() {
            // A permission is given by nobody but a person.
            ensure!(what == "permissions" || after[what] != *left, "{what} is seen neither in {before} nor in {after}");
        }
    }
}
