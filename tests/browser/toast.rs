//! What the settings page says at its foot once something was changed, and the button beside it.

use harness::anyhow::{Result, ensure};
use harness::{Key, Place, Session, in_both_browsers, json};

use crate::inspect::open_page;
use crate::support::press_until_focused;

/// Whether "Start with my microphone off" is ticked.
async fn is_ticked(session: &Session) -> Result<bool> {
    let ticked = "(root) => root.getElementById('start-muted').checked";
    Ok(session.call(Place::Page, ticked, json!([])).await? == json!(true))
}

/// Presses Space on "Start with my microphone off", and waits for the answer.
async fn tick(session: &Session) -> Result<()> {
    press_until_focused(session, "start-muted").await?;
    session.press(Place::Page, Key::Space).await?;
    session.text_when(Place::Page, "status", |text| text.contains("Saved")).await.map(drop)
}

in_both_browsers! {
    async fn no_key_reaches_an_undo_that_is_out_of_sight(session: &Session) {
        open_page(session, "options.html").await?;
        tick(session).await?;
        // What was said is over once something else is done.
        session.call(Place::Page, "(root) => root.querySelector('h1').click()", json!([])).await?;
        session.text_when(Place::Page, "status", str::is_empty).await?;
        // The last thing before it that a key reaches.
        let last = "(root) => {
          const all = [...root.querySelectorAll('main :is(a, button, input, select)')];
          all.filter((each) => each.checkVisibility()).at(-1).focus();
        }";
        session.call(Place::Page, last, json!([])).await?;
        session.press(Place::Page, Key::Tab).await?;
        let focused = session.focused(Place::Page).await?;
        ensure!(focused != "undo", "a button that nobody sees has the focus");
        session.press(Place::Page, Key::Enter).await?;
        ensure!(is_ticked(session).await?, "a change was taken back unseen");
    }

    async fn one_change_after_another_is_taken_back_without_leaving_the_button(session: &Session) {
        open_page(session, "options.html").await?;
        tick(session).await?;
        tick(session).await?;
        tick(session).await?;
        press_until_focused(session, "undo").await?;
        for expected in [false, true] {
            session.press(Place::Page, Key::Enter).await?;
            session.text_when(Place::Page, "status", |text| text.contains("Undone")).await?;
            ensure!(is_ticked(session).await? == expected, "the change was not taken back");
            ensure!(session.focused(Place::Page).await? == "undo", "the keyboard was lost");
        }
    }
}
