//! One measurement each, in a browser that runs already.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use harness::wait::until;
use harness::{Page, Place, Session, json};

/// A room that everybody can guess, on a page that does nothing but watch for the warning.
const GUESSABLE: &str = "/standup";
/// The same, that does not even watch.
const PLAIN: &str = "/plain/standup";
/// A room that nobody can guess, on a heavy page.
const HEAVY: &str = "/rk7mq2wzx94fhpv";
/// A room that everybody can guess, on a heavy page.
const HEAVY_GUESSABLE: &str = "/heavy/standup";

/// A room that everybody can guess, on a page that shows Join once its heavy script has run.
const JOIN: &str = "/join/standup";

const HOST: &str = "meet.jit.si";

/// How long after a page has loaded its costs are read: all that is said about it is said by then.
const SETTLED_MS: u32 = 500;

/// How much script the heavy page brings along, in bytes: as much as `app.bundle.min.js` of jitsi-meet since its pull request
/// 17262 of April 2026. The client is ready later, for it brings a library of its own along and asks its server.
const HEAVY_SCRIPT: usize = 3_296_759;

/// Serves the pages.
pub(super) fn serve(session: &Session, parts: &std::path::Path) -> Result<()> {
    let site = session.site();
    let script = |name: &str| std::fs::read_to_string(parts.join(name));
    site.set(HOST, GUESSABLE, Page::html(&format!("<script>{}</script>", script("watch.js")?)));
    site.set(HOST, PLAIN, Page::html("<h1>Plain</h1>"));
    let mut bundle = String::with_capacity(HEAVY_SCRIPT + 100);
    for number in 0.. {
        if bundle.len() >= HEAVY_SCRIPT {
            break;
        }
        let _ = writeln!(
            bundle,
            "export function part{number}(a, b) {{ return [a, b].map((x) => x * {number}); }}"
        );
    }
    site.set(HOST, "/libs/bundle.js", Page::file("text/javascript", bundle));
    let heavy = format!(
        "<script type=module>import * as bundle from '/libs/bundle.js';\
         globalThis.sum = Object.values(bundle).reduce((sum, part) => sum + part(1, 2)[0], 0);</script>\
         <script>{}</script>",
        script("heavy.js")?
    );
    for path in [HEAVY, HEAVY_GUESSABLE] {
        // Kept for going back, it would hold on to its memory.
        site.set(HOST, path, Page::html(&heavy).header("cache-control", "no-store"));
    }
    let join = format!(
        "<script>{}{}</script><script type=module>import * as bundle from '/libs/bundle.js';\
         globalThis.sum = Object.values(bundle).reduce((sum, part) => sum + part(1, 2)[0], 0); ready();</script>",
        script("watch.js")?,
        script("join.js")?
    );
    site.set(HOST, JOIN, Page::html(&join).header("cache-control", "no-store"));
    Ok(())
}

async fn open(session: &Session, path: &str) -> Result<()> {
    session.open(&format!("https://{HOST}{path}")).await
}

/// Milliseconds from the navigation to the frame that shows the warning.
pub(super) async fn shown(session: &Session) -> Result<f64> {
    open(session, GUESSABLE).await?;
    let shown = session.call(Place::Page, "() => window.shown", json!([])).await?;
    shown.as_f64().context("the page does not say when the warning was shown")
}

/// Whether the warning was shown no later than the page's own Join, once the background sleeps and the browser has
/// nothing of the page.
pub(super) async fn warns_before_join(session: &Session) -> Result<bool> {
    session.sleep().await?;
    open(session, JOIN).await?;
    let times = "async () => [await window.shown, await window.joinable]";
    let times = session.call(Place::Page, times, json!([])).await?;
    let (shown, joinable) = times[0].as_f64().zip(times[1].as_f64()).context("the page does not say when")?;
    Ok(shown <= joinable)
}

/// Milliseconds from a question of the content script to the background's answer.
pub(super) async fn verdict(session: &Session) -> Result<f64> {
    let ask = "() => new Promise((resolve) => {
      document.addEventListener('bench-answered', ({ detail }) => resolve(Number(detail)), { once: true });
      document.dispatchEvent(new Event('bench-ask'));
    })";
    let took = session.call(Place::Page, ask, json!([])).await?.as_f64().unwrap_or_default();
    if took == 0.0 {
        bail!("the background did not answer with a warning");
    }
    Ok(took)
}

/// What loading a page takes, and what it costs until all is said about it.
pub(super) struct Load {
    /// Milliseconds from the navigation to the end of the page's own loading.
    pub(super) loaded: f64,
    /// Milliseconds that the page's main thread was busy.
    pub(super) main_thread: f64,
    /// Milliseconds of that in which JavaScript ran, the page's own included.
    pub(super) script: f64,
    /// Bytes that JavaScript holds afterwards.
    pub(super) heap: f64,
}

/// Which page is loaded.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fixture {
    /// A page of one heading, as a guessable room.
    Plain,
    /// A heavy page, as a strong room.
    Heavy,
    /// A heavy page, as a guessable room.
    HeavyGuessable,
}

/// Loads a page.
pub(super) async fn load(session: &Session, fixture: Fixture) -> Result<Load> {
    let path = match fixture {
        Fixture::Plain => PLAIN,
        Fixture::Heavy => HEAVY,
        Fixture::HeavyGuessable => HEAVY_GUESSABLE,
    };
    // So that the browser counts; it begins anew with each document.
    session.page_costs().await?;
    open(session, path).await?;
    let loaded = "async (_, settled) => {
      await new Promise((resolve) => setTimeout(resolve, settled));
      return performance.getEntriesByType('navigation')[0].loadEventEnd;
    }";
    let loaded = session.call(Place::Page, loaded, json!([SETTLED_MS])).await?;
    let costs = session.page_costs().await?;
    Ok(Load {
        loaded: loaded.as_f64().context("the page does not say when it was loaded")?,
        main_thread: costs.main_thread,
        script: costs.script,
        heap: session.page_heap().await?,
    })
}

/// Milliseconds in a minute that the main thread is busy while the page, whatever is said about it, just
/// stands there.
pub(super) async fn standing(session: &Session, seconds: u32) -> Result<f64> {
    let before = session.page_costs().await?;
    let stand = "(_, time) => new Promise((resolve) => setTimeout(resolve, time))";
    session.call(Place::Page, stand, json!([seconds * 1000])).await?;
    let after = session.page_costs().await?;
    Ok((after.main_thread - before.main_thread) * 60.0 / f64::from(seconds))
}

/// Waits until the background is awake.
pub(super) async fn awake(session: &Session) -> Result<()> {
    until("the background to wake", async || {
        let awake = session.call(Place::Background, "() => 'chrome' in globalThis", json!([])).await?;
        Ok((awake == json!(true)).then_some(()))
    })
    .await
}

/// Milliseconds from the press of the icon to the frame that shows the link.
pub(super) async fn popup(session: &Session) -> Result<f64> {
    let open = "async () => {
      const pressed = performance.timeOrigin + performance.now();
      await chrome.action.openPopup();
      return pressed;
    }";
    let pressed = session.call(Place::Background, open, json!([])).await?;
    let shown = until("the link in the popup", async || {
        let shown = session.call(Place::Popup, "() => globalThis.shownAt ?? null", json!([])).await?;
        Ok(shown.as_f64())
    });
    let took = shown.await? - pressed.as_f64().context("when was it opened?")?;
    // It is gone before it can answer.
    session.call(Place::Popup, "() => { setTimeout(close); }", json!([])).await.ok();
    until("the popup to close", async || Ok((!session.popup_is_open().await?).then_some(()))).await?;
    Ok(took)
}

/// Bytes of memory that the background's wasm has.
pub(super) async fn wasm_memory(session: &Session) -> Result<f64> {
    let memory = session.call(Place::Background, "() => globalThis.wasmMemory()", json!([])).await?;
    memory.as_f64().context("the background does not say how much memory it has")
}
