//! What a screen reader is told, and when.

use harness::anyhow::{Result, ensure};
use harness::{Place, Session, in_both_browsers, json};

use crate::support::{ROOM, settled, tab_status};

/// Types `name` as fast as a page can, and remembers whatever is said to the ear from then on.
async fn type_at_once(session: &Session, name: &str) -> Result<()> {
    let type_it = "(root, name) => {
      const [field, said] = ['check-input', 'check-said'].map((id) => root.getElementById(id));
      window.heard = [];
      const hear = () => window.heard.push(said.textContent);
      new MutationObserver(hear).observe(said, { childList: true, characterData: true, subtree: true });
      for (let length = 1; length <= name.length; length += 1) {
        field.value = name.slice(0, length);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }";
    session.call(Place::Popup, type_it, json!([name])).await.map(drop)
}

in_both_browsers! {
    async fn of_a_verdict_the_title_is_heard_once_nothing_more_is_typed(session: &Session) {
        session.open_popup().await?;
        tab_status(session, Place::Popup).await?;
        type_at_once(session, "weekly-standup").await?;
        let said = session.text_when(Place::Popup, "check-said", |text| !text.is_empty()).await?;
        let title = "(root) => root.querySelector('#check-verdict .title').textContent";
        ensure!(session.call(Place::Popup, title, json!([])).await? == json!(said), "{said:?} was said");
        let heard = session.call(Place::Popup, "() => window.heard", json!([])).await?;
        ensure!(heard == json!([said]), "for a name typed at once, this was heard: {heard}");
        let live = "(root) => root.querySelectorAll('#check [role=status], #check [aria-live]').length";
        ensure!(session.call(Place::Popup, live, json!([])).await? == json!(1), "more than the title is heard");
    }

    async fn a_dialog_that_holds_the_page_has_a_name(session: &Session) {
        let hold = "() => chrome.storage.local.set({ holdPage: true })";
        session.call(Place::Background, hold, json!([])).await?;
        session.open(&format!("{ROOM}standup")).await?;
        settled(session).await?;
        session.warning().await?;
        let name = "(root) => {
          const [dialog, ...more] = root.querySelectorAll('dialog:modal');
          return more.length ? null : root.getElementById(dialog.getAttribute('aria-labelledby')).textContent;
        }";
        let name = session.call(Place::Warning, name, json!([])).await?;
        ensure!(name.as_str().is_some_and(|name| name.contains("guess")), "the dialog is called {name}");
    }
}
