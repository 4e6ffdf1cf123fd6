//! What can be said of a page without knowing what it is for: whether everybody can use it, whether it fits.

use std::fs;
use std::path::Path;

use harness::anyhow::{Context as _, Result, ensure};
use harness::{Place, Session, Value, json};

use crate::support::{ROOM, settled, tab_status};

/// axe-core, which `cargo xtask build` and `test` install with their other tools.
const AXE: &str = "../../xtask/node_modules/axe-core/axe.min.js";

/// The rules of WCAG 2.2 up to level AA, and what axe-core calls good practice, but for landmarks around all
/// content: neither a popup nor a warning is a page of its own. The size of targets, 24 CSS pixels, is asked for on
/// purpose: axe-core leaves it out unless somebody does.
const RULES: &str = "{
  rules: { region: { enabled: false }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}";

/// Nothing in the document of `place` keeps anybody out, as far as axe-core can tell.
pub(crate) async fn is_accessible(session: &Session, place: Place) -> Result<()> {
    let axe = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE))
        .with_context(|| format!("no {AXE}; type: cargo xtask build"))?;
    let run = format!(
        "async (root) => {{
          const module = undefined;
          {axe}
          const {{ violations }} = await window.axe.run(root, {RULES});
          return violations.flatMap(({{ id, nodes }}) =>
            nodes.map((node) => `${{id}}: ${{node.html}} ${{node.failureSummary}}`));
        }}"
    );
    let found = session.call(place, &run, json!([])).await?;
    ensure!(found == json!([]), "the {place:?} keeps people out: {found:#}");
    Ok(())
}

/// Opens `page` of the extension in the current tab and waits until it has its words.
pub(crate) async fn open_page(session: &Session, page: &str) -> Result<()> {
    session.open_own(page).await?;
    session.ready().await?;
    let unfold = "(root) => root.querySelectorAll('details').forEach((part) => { part.open = true; })";
    session.call(Place::Page, unfold, json!([])).await.map(drop)
}

/// The views that the popup opens from the first one.
pub(crate) const VIEWS: [&str; 4] = ["change", "share", "rooms", "talk"];

/// Opens the popup and waits until all is there that it shows of itself.
pub(crate) async fn open_popup(session: &Session) -> Result<()> {
    session.open_popup().await?;
    tab_status(session, Place::Popup).await.map(drop)
}

/// Opens a view of the popup in `place`, whatever has the keyboard.
pub(crate) async fn open_view(session: &Session, place: Place, view: &str) -> Result<()> {
    click_in(session, place, &format!("to-{view}")).await?;
    let shown = session.call(place, "(root) => root.body.dataset.view ?? ''", json!([])).await?;
    ensure!(shown == json!(view), "the view is {shown}");
    unfold(session, place).await
}

/// Leads back to the first view.
pub(crate) async fn leave_view(session: &Session, place: Place) -> Result<()> {
    click_in(session, place, "back").await
}

async fn click_in(session: &Session, place: Place, id: &str) -> Result<()> {
    session.call(place, "(root, id) => { root.getElementById(id).click(); }", json!([id])).await.map(drop)
}

/// Does `act` in each view of the popup in `place`, the first one first.
pub(crate) async fn in_each_view(
    session: &Session,
    place: Place,
    act: impl AsyncFn() -> Result<()>,
) -> Result<()> {
    act().await?;
    for view in VIEWS {
        open_view(session, place, view).await?;
        act().await.with_context(|| format!("in the view {view}"))?;
        leave_view(session, place).await?;
    }
    Ok(())
}

/// Unfolds everything in the document of `place`.
pub(crate) async fn unfold(session: &Session, place: Place) -> Result<()> {
    let unfold = "(root) => { for (const each of root.querySelectorAll('details')) each.open = true; }";
    session.call(place, unfold, json!([])).await.map(drop)
}

/// Chooses a JSON file with this `text` in the field `id`, as a person does in the browser's own window for files.
pub(crate) async fn choose_file(session: &Session, id: &str, text: &str) -> Result<()> {
    let choose = "(root, id, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'chosen.json', { type: 'application/json' }));
      const field = root.getElementById(id);
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    session.call(Place::Page, choose, json!([id, text])).await.map(drop)
}

/// Waits until the page says `words` of what was done.
pub(crate) async fn said(session: &Session, words: &str) -> Result<()> {
    session.text_when(Place::Page, "status", |text| text.contains(words)).await.map(drop)
}

/// Opens a room that can be guessed, and shows its warning once more as the only thing in an empty page: axe-core
/// does not look into closed shadow roots.
pub(crate) async fn open_copy_of_warning(session: &Session) -> Result<()> {
    session.open(&format!("{ROOM}standup")).await?;
    settled(session).await?;
    session.warning().await?;
    let inside = session.call(Place::Warning, "(root) => root.innerHTML", json!([])).await?;
    session.open("https://empty.example/").await?;
    let show = "(root, inside) => {
      const host = root.body.appendChild(root.createElement('main'));
      host.attachShadow({ mode: 'open' }).innerHTML = inside;
      host.shadowRoot.querySelector('[popover]')?.showPopover();
    }";
    session.call(Place::Page, show, json!([inside])).await.map(drop)
}

/// Nothing in the document of `place` is wider than `width` CSS pixels or cuts off its words.
pub(crate) async fn fits(session: &Session, place: Place, width: Option<u32>) -> Result<()> {
    let measure = "(root, width) => {
      const scope = root.body ?? root;
      if (width) scope.style.width = `${width}px`;
      // What is fixed keeps to the window, which is wider than the page here; what is for the ear has no width.
      const keeps = (each) => each.closest('.unseen') || (width && each.closest('#toast, #status, dialog'));
      const shown = [...scope.querySelectorAll('*')].filter((each) => each.checkVisibility() && !keeps(each));
      const window = { left: 0, right: (root.ownerDocument ?? root).documentElement.clientWidth };
      const room = width ? scope.getBoundingClientRect() : window;
      const said = (each) => {
        const { left, right } = each.getBoundingClientRect();
        const place = `${left} to ${right} of ${room.left} to ${room.right}`;
        return `${each.tagName} #${each.id} at ${place}: ${each.textContent.trim().slice(0, 40)}`;
      };
      const out = shown.filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return right > room.right + 0.5 || left < room.left - 0.5;
      });
      const cut = shown.filter((each) =>
        /^(BUTTON|A|P|H[1-3]|LABEL|SUMMARY|LI|LEGEND|TEXTAREA)$/.test(each.tagName)
          && getComputedStyle(each).display !== 'inline' && each.scrollWidth > each.clientWidth + 1);
      return [...out, ...cut].map(said);
    }";
    let found = session.call(place, measure, json!([width])).await?;
    ensure!(found == Value::Array(Vec::new()), "the {place:?} does not fit: {found:#}");
    Ok(())
}
