//! The context menu types a link into whatever people write in, or says that it could not, and loses nothing.

use std::path::Path;
use std::process::Command;

use harness::anyhow::{Context, Result, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::shortcuts::{INSERT, is_fresh_link};

/// Fields that take a link, each with what stands in it before.
const FIELDS: &str = "
  <style>body > * { display: block; width: 600px; height: 40px }</style>
  <input id='line' value='Join: '>
  <textarea id='lines'>Join: </textarea>
  <div id='editable' contenteditable>Join: </div>
  <div id='open'></div>
  <div id='closed'></div>
  <input id='short' maxlength='30' value='Join: '>
  <input id='number' type='number' value='7'>
  <div id='deaf' contenteditable>Join: </div>
  <script>
    const fields = {};
    for (const mode of ['open', 'closed']) {
      const root = document.getElementById(mode).attachShadow({ mode });
      root.innerHTML = '<input style=\"width: 100%; height: 100%; box-sizing: border-box\">';
      fields[mode] = root.firstChild;
    }
    // An editor that keeps what it holds to itself, and takes nothing from outside.
    const deaf = document.getElementById('deaf');
    deaf.addEventListener('paste', (event) => event.preventDefault());
    new MutationObserver(() => { if (deaf.textContent !== 'Join: ') deaf.textContent = 'Join: '; })
      .observe(deaf, { childList: true, characterData: true, subtree: true });
    window.held = (id) => {
      const field = fields[id] ?? document.getElementById(id);
      return field.value ?? field.textContent;
    };
    document.title = 'ready';
  </script>";

/// The page of `tests/browser/editors`, whose editors come from npm.
fn editors() -> Result<Page> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tests.join("editors");
    ensure!(
        folder.join("node_modules").exists(),
        "no editors to type into: npm ci --ignore-scripts --prefix {}",
        folder.display()
    );
    let bundled = Command::new(tests.join("../../xtask/node_modules/.bin/esbuild"))
        .args([
            "editors.js",
            "--bundle",
            "--minify",
            "--format=esm",
            "--charset=utf8",
            "--log-level=warning",
            "--legal-comments=none",
        ])
        .args([
            "--loader:.css=empty",
            "--define:process.env.NODE_ENV=\"production\"",
            "--define:global=globalThis",
        ])
        .current_dir(&folder)
        .output()
        .context("esbuild did not start: cargo xtask build installs it")?;
    ensure!(bundled.status.success(), "{}", String::from_utf8_lossy(&bundled.stderr));
    let script = String::from_utf8(bundled.stdout)?.replace("</script", "<\\/script");
    let style =
        "section { margin: 8px; min-height: 40px; border: 1px solid } [contenteditable] { min-height: 32px }";
    Ok(Page::html(&format!(
        "<meta charset='utf-8'><style>{style}</style><script type='module'>{script}
         window.held = (id) => models[id]();</script>"
    )))
}

async fn open(session: &Session, page: Page) -> Result<()> {
    session.site().set("chat.example", "/", page);
    session.open("https://chat.example/").await?;
    until("the page to be ready", async || {
        let title = session.call(Place::Page, "() => document.title", json!([])).await?;
        Ok((title == json!("ready")).then_some(()))
    })
    .await
}

/// What the field holds that is called `held`, by the page's own account.
async fn held(session: &Session, held: &str) -> Result<String> {
    let text = session.call(Place::Page, "(root, id) => held(id)", json!([held])).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// The link in `text`, in full.
fn link_in(text: &str) -> Option<String> {
    let at = text.find("https://meet.jit.si/")?;
    let end = text[at..].find(|c: char| c.is_whitespace() || c == '<').map_or(text.len(), |end| at + end);
    Some(text[at..end].to_owned()).filter(|link| is_fresh_link(link))
}

/// Chooses from the menu of the element `id` and sees the link in what the page calls `name`.
async fn takes_the_link(session: &Session, id: &str, name: &str) -> Result<()> {
    session.click(Place::Page, id).await?;
    session.choose_from_menu(id, INSERT).await?;
    until(&format!("the link in {name}"), async || Ok(link_in(&held(session, name).await?))).await.map(drop)
}

/// Chooses from the menu of a field that takes no link, and finds it copied, said so, and the field as it was.
async fn has_it_copied(session: &Session, id: &str, before: &str) -> Result<()> {
    session.click(Place::Page, id).await?;
    session.choose_from_menu(id, INSERT).await?;
    let noted = "(root) => Boolean(root.getElementById('hushroom-note')?.matches(':popover-open'))";
    until(&format!("a note about {id}"), async || {
        Ok((session.call(Place::Page, noted, json!([])).await? == json!(true)).then_some(()))
    })
    .await?;
    let copied = session.clipboard().await?;
    ensure!(is_fresh_link(&copied), "{id}: {copied:?} was copied");
    let left = held(session, id).await?;
    ensure!(left == before, "{id}: {left:?} was left behind");
    // Whoever goes on has read it.
    session.type_keys(Place::Page, "1").await?;
    until("the note to go", async || {
        Ok((session.call(Place::Page, noted, json!([])).await? == json!(false)).then_some(()))
    })
    .await
}

async fn every_field(session: &Session) -> Result<()> {
    open(session, Page::html(FIELDS)).await?;
    for id in ["line", "lines", "editable", "open", "closed"] {
        takes_the_link(session, id, id).await?;
    }
    for (id, before) in [("short", "Join: "), ("number", "7"), ("deaf", "Join: ")] {
        has_it_copied(session, id, before).await?;
    }
    open(session, editors()?).await?;
    for (id, name) in [
        ("slate", "slate"),
        ("draft", "draft"),
        ("lexical", "lexical"),
        ("prosemirror", "prosemirror"),
        ("quill", "quill"),
        ("ckeditor-field", "ckeditor"),
    ] {
        takes_the_link(session, id, name).await?;
    }
    Ok(())
}

/// A page within a page: a field that fills it and tells the page around what it holds.
const FRAME: &str = "
  <style>html, body, input { box-sizing: border-box; width: 100%; height: 100%; margin: 0; border: 0 }</style>
  <input value='Join: '>
  <script>
    const field = document.querySelector('input');
    const tell = () => parent.postMessage([location.pathname.slice(1), field.value], '*');
    field.oninput = tell;
    tell();
  </script>";

/// A page with one frame of its own host and one of another site.
const FRAMES: &str = "
  <style>iframe { display: block; width: 600px; height: 60px; border: 0 }</style>
  <iframe id='same' src='/same'></iframe>
  <iframe id='other' src='https://other.example/other'></iframe>
  <script>
    const said = {};
    addEventListener('message', ({ data: [name, value] }) => {
      said[name] = value;
      if (said.same && said.other) document.title = 'ready';
    });
    window.held = (id) => said[id];
  </script>";

async fn open_frames(session: &Session) -> Result<()> {
    session.site().set("chat.example", "/same", Page::html(FRAME));
    session.site().set("other.example", "/other", Page::html(FRAME));
    open(session, Page::html(FRAMES)).await
}

/// Chooses from the menus of fields in frames, of which the browser opens that of the page's own host to the extension.
async fn with_the_page_open(session: &Session) -> Result<()> {
    open_frames(session).await?;
    takes_the_link(session, "same", "same").await?;
    session.click(Place::Page, "other").await?;
    session.choose_from_menu("other", INSERT).await?;
    session.text_when(Place::Popup, "status", |text| text.contains("Nothing could be typed")).await?;
    let left = held(session, "other").await?;
    ensure!(left == "Join: ", "{left:?} was left behind");
    Ok(())
}

/// The same where the browser opens both.
async fn with_both_open(session: &Session) -> Result<()> {
    open_frames(session).await?;
    for id in ["other", "same"] {
        takes_the_link(session, id, id).await?;
    }
    Ok(())
}

in_both_browsers! {
    /// Chromium's choice lets the extension into the page, which it is only told of here: it has the permission already.
    fn the_menu_types_a_link_or_copies_it(browser: Browser) {
        let extension = extension_with(browser, |manifest| {
            if browser == Browser::Chromium {
                manifest["host_permissions"] = json!(["https://chat.example/*"]);
            }
        })?;
        run_with(browser, extension.path(), every_field)?;
    }

    /// What is chosen from a menu lets the extension into the page and frames of its host: in Firefox the browser sees to
    /// that here, in Chromium the permission stands for it.
    fn in_a_frame_the_menu_types_a_link_or_says_that_it_cannot(browser: Browser) {
        let permitted = |hosts: harness::Value| {
            extension_with(browser, |manifest| {
                if browser == Browser::Chromium {
                    manifest["host_permissions"] = hosts;
                }
            })
        };
        let extension = permitted(json!(["https://chat.example/*"]))?;
        run_with(browser, extension.path(), with_the_page_open)?;
        if browser == Browser::Chromium {
            let extension = permitted(json!(["https://chat.example/*", "https://other.example/*"]))?;
            run_with(browser, extension.path(), with_both_open)?;
        }
    }
}
