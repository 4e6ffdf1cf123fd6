//! A page that Chromium opens before anybody goes there, and shows at once when somebody does. Firefox does not.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, Value, in_both_browsers, json};

use crate::support::{badge_is, is_painted, open_unwarned, press_until_gone, tells};

const STRONG: &str = "https://meet.jit.si/before/amber-trumpet-lagoon-visor-clinic";

/// Has the other page opened before anybody goes there, and goes there when it is told to, by another tab.
const BEFORE: &str = "<script type=speculationrules>{ \"prerender\": [{ \"urls\": [\"/after/NAME\"], \"eagerness\": \"immediate\" }] }</script>
<script>addEventListener('storage', ({ key }) => { if (key === 'go') location.href = '/after/NAME'; });</script>";

/// Writes down for the other tab when it was opened, and shown, and how many elements stand beside its body then.
const NOTES: &str = "<script>
  const note = (key, value) => { localStorage[key] = value; };
  if (!document.prerendering) note('failed', true);
  const beside = () => document.querySelectorAll('html > div').length;
  setInterval(() => {
    note('beside', beside());
    if (!document.prerendering) note('shown', true);
  }, 50);
  addEventListener('load', () => note('opened', beside()));
</script>";

/// What a page does that hears of everything first from now on, and keeps it from everybody.
const UNHEARD: &str = "<script>addEventListener('load', () => {
  document.open();
  for (const kind of ['prerenderingchange', 'visibilitychange', 'pageshow', 'popstate', 'hashchange']) {
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
  }
  document.write('<h1>Written anew</h1>');
  document.close();
});</script>";

/// What Jitsi does once it is connected.
const FORGETFUL: &str = "<script>history.replaceState(null, '', location.pathname);</script>";

/// Its driver has to let go of the tab: Chromium opens no page before in one that somebody inspects.
const OPEN: &str = "async (root, url) => (await chrome.tabs.create({ url })).id";

async fn noted(session: &Session, key: &str) -> Result<Value> {
    until(&format!("the page to note {key}"), async || {
        let note = "(root, key) => JSON.parse(root.defaultView.localStorage[key] ?? null)";
        let noted = session.call(Place::Page, note, json!([key])).await?;
        Ok((!noted.is_null()).then_some(noted))
    })
    .await
}

/// Firefox opens no page before anybody goes there: it asks for none, and warns of it when somebody does.
async fn opens_none_before(session: &Session) -> Result<()> {
    let before = BEFORE.replace("NAME", "standup");
    session.site().set("meet.jit.si", "/before/amber-trumpet-lagoon-visor-clinic", Page::html(&before));
    session.site().set("meet.jit.si", "/after/standup", Page::html(NOTES));
    open_unwarned(session, STRONG).await?;
    let knows = "() => HTMLScriptElement.supports('speculationrules')";
    ensure!(
        session.call(Place::Page, knows, json!([])).await? == json!(false),
        "Firefox knows of such pages now"
    );
    let asked = session.site().requests();
    ensure!(!asked.iter().any(|request| request.path.starts_with("/after/")), "{asked:?}");
    session.call(Place::Page, "(root) => { root.location = '/after/standup'; }", json!([])).await?;
    until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
    tells(session, "!", "Strangers can guess").await?;
    press_until_gone(session, "join-anyway").await
}

in_both_browsers! {
    async fn a_page_that_is_opened_before_anybody_goes_there_is_warned_of_once_somebody_does(session: &Session) {
        if session.browser() == Browser::Firefox {
            return opens_none_before(session).await;
        }
        for (name, fragment, page, mark, says) in [
            ("standup", "", "<h1>Call</h1>", "!", "Strangers can guess"),
            ("weekly", "", UNHEARD, "!", "Strangers can guess"),
            ("k7mq2xw9pdk7mq2xw9pd", "#config.e2ee.disabled=true", FORGETFUL, "?", "weakens the call"),
        ] {
            let (before, after) = (BEFORE.replace("NAME", &format!("{name}{fragment}")), format!("{NOTES}{page}"));
            session.site().set("meet.jit.si", "/before/amber-trumpet-lagoon-visor-clinic", Page::html(&before));
            session.site().set("meet.jit.si", &format!("/after/{name}"), Page::html(&after));
            open_unwarned(session, "https://meet.jit.si/notes/amber-trumpet-lagoon-visor-clinic").await?;
            session.call(Place::Page, "(root) => root.defaultView.localStorage.clear()", json!([])).await?;
            let tab = session.call(Place::Background, OPEN, json!([STRONG])).await?;

            ensure!(noted(session, "opened").await? == json!(0), "something stands in a page that nobody sees");
            let said = "async (root, tab) => (await chrome.storage.session.get())[`said:${tab}`].pages.map(({ said }) => said.tone)";
            let said = session.call(Place::Background, said, json!([tab])).await?;
            ensure!(said == json!(["calm"]), "the tab is said to be {said}");
            badge_is(session, "").await?;

            session.call(Place::Page, "(root) => { root.defaultView.localStorage.go = 1; }", json!([])).await?;
            badge_is(session, mark).await.with_context(|| name)?;
            until("the warning", async || Ok((noted(session, "beside").await? == json!(1)).then_some(()))).await?;
            ensure!(noted(session, "shown").await? == json!(true));
            let failed = "(root) => root.defaultView.localStorage.failed ?? null";
            ensure!(session.call(Place::Page, failed, json!([])).await? == Value::Null, "it was opened like any other");
            tells(session, mark, says).await.with_context(|| name)?;
            session.call(Place::Background, "(root, tab) => chrome.tabs.remove(tab)", json!([tab])).await?;
        }
    }
}
