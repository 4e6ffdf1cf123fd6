//! Every language, as somebody sees it whose browser speaks it: nothing is too long, and nobody is kept out.

use std::fs;

use harness::anyhow::{Context as _, Result, bail, ensure};
use harness::wait::until;
use harness::{Browser, Place, Session, Test, Value, change_manifest, extension_in, json, locate, run_with};

use crate::inspect::{
    self, fits, in_each_view, open_copy_of_warning, open_page, open_popup, open_view, unfold,
};
use crate::services::choose;
use crate::support::{ROOM, close_popup, press_until_gone, store, tab_status};

/// The width that WCAG's rule on reflow asks pages to fit, in CSS pixels.
const NARROW: u32 = 320;

/// The highest that browsers let a popup be, in CSS pixels.
const HIGHEST: f64 = 600.0;

/// The page's card, the link to a new room with its buttons, the line on signing in, and the field to check a name.
const FIRST: [&str; 6] = ["tab", "room-link", "copy-link", "new-room", "sign-in", "check-input"];
/// All of it: the ways to the other views too.
const ALL: [&str; 7] = ["tab", "room-link", "copy-link", "new-room", "sign-in", "check-input", "more"];
/// Where the page has no card, one line is said of it; where it is a good room, its card is short.
const LINK: [&str; 3] = ["tab", "room-link", "copy-link"];
/// The card, which has the buttons for the page.
const CARD: [&str; 1] = ["tab"];

/// A room whose warning is put away, of which more is said.
const PUT_AWAY: &str = "https://meet.jit.si/standup";

/// What there is to do about that room, and until when nobody is warned of it.
const AWAY: [&str; 2] = ["leave", "off-said"];

/// What is in sight of the popup on each page without scrolling, at its own size, at 1.25 times that, and at twice.
const IN_SIGHT: [(&str, [&[&str]; 3]); 8] = [
    ("https://site.example/", [&ALL, &ALL, &LINK]),
    // A page that could be a room of a server that nobody has named.
    ("https://site.example/standup", [&ALL, &ALL, &LINK]),
    ("https://meet.jit.si/amber-trumpet-lagoon-visor-clinic", [&ALL, &FIRST, &LINK]),
    ("https://meet.jit.si/weekly-standup", [&ALL, &FIRST, &CARD]),
    (PUT_AWAY, [&FIRST, &LINK, &AWAY]),
    ("https://web.skype.com/", [&ALL, &FIRST, &CARD]),
    // Of the services by choice, the two of which most is said: one to leave, and one to stay at.
    ("https://meet.google.com/abc-defg-hij", [&ALL, &FIRST, &CARD]),
    ("https://discord.com/channels/@me", [&ALL, &FIRST, &CARD]),
];

/// How many times as large as they are things are shown.
const FACTORS: [f64; 3] = [1.0, 1.25, 2.0];

/// Where each part of the popup ends, shown so many times as large.
const REACH: &str = "(root, factor, ids) => {
  root.documentElement.style.zoom = factor;
  const { innerWidth, scrollY } = root.defaultView;
  const ends = ids.map((id) => root.getElementById(id).getBoundingClientRect().bottom + scrollY);
  // A popup becomes as wide as what is in it a moment later, and until then its lines are shorter.
  return innerWidth < 360 * factor - 1 ? null : ends;
}";

/// What is said of a name, and the better one with the way to use it, are in sight without scrolling; nothing is wider
/// than the popup once the reasons are unfolded, too.
async fn a_checked_name_fits(session: &Session) -> Result<()> {
    session.open("https://site.example/").await?;
    session.open_popup_in_person().await?;
    tab_status(session, Place::Popup).await?;
    session.type_into(Place::Popup, "check-input", "weekly-standup").await?;
    session.text_when(Place::Popup, "better-name", |text| !text.is_empty()).await?;
    let end = until("the popup to be as wide as it will be", async || {
        let ends = session.call(Place::Popup, REACH, json!([1, ["use-better"]])).await?;
        Ok(ends[0].as_f64())
    })
    .await?;
    ensure!(end <= HIGHEST, "#use-better ends at {end}");
    for factor in FACTORS {
        session.call(Place::Popup, REACH, json!([factor, []])).await?;
        unfold(session, Place::Popup).await?;
        fits(session, Place::Popup, None).await.with_context(|| format!("{factor} times as large"))?;
    }
    close_popup(session).await
}

/// What matters is in sight, whatever the popup has to say of the page.
async fn is_in_sight(session: &Session) -> Result<()> {
    choose(session, &["meet", "discord"], 2).await?;
    let mut out = Vec::new();
    for (address, wanted) in IN_SIGHT {
        session.open(address).await?;
        if address == PUT_AWAY {
            session.warning().await?;
            press_until_gone(session, "join-anyway").await?;
        }
        session.open_popup_in_person().await?;
        tab_status(session, Place::Popup).await?;
        for (factor, ids) in FACTORS.into_iter().zip(wanted) {
            let ends = until("the popup to be as wide as it will be", async || {
                let ends = session.call(Place::Popup, REACH, json!([factor, ids])).await?;
                Ok(ends.as_array().cloned())
            })
            .await?;
            for (id, end) in ids.iter().zip(ends) {
                let end = end.as_f64().unwrap_or(f64::INFINITY);
                if end > HIGHEST {
                    out.push(format!("at {address}, {factor} times as large, #{id} ends at {end}"));
                }
            }
        }
        close_popup(session).await?;
    }
    ensure!(out.is_empty(), "out of sight: {out:#?}");
    Ok(())
}

/// With letters of twice the size and nothing else enlarged, as Firefox shows them to those who want that, nothing is cut.
async fn large_letters_fit(session: &Session) -> Result<()> {
    for address in
        ["https://meet.jit.si/weekly-standup", "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic"]
    {
        session.open(address).await?;
        session.open_popup_in_person().await?;
        tab_status(session, Place::Popup).await?;
        unfold(session, Place::Popup).await?;
        session.double_letters(Place::Popup).await?;
        in_each_view(session, Place::Popup, async || fits(session, Place::Popup, None).await)
            .await
            .context("with large letters")?;
        close_popup(session).await?;
    }
    Ok(())
}

/// What is said of servers: of one that nobody has named, and of those to choose from.
async fn servers_look_right(session: &Session) -> Result<()> {
    let note = "Betrieben von der Donaudampfschifffahrtsgesellschaft; niemand meldet sich an";
    let servers = json!([{ "server": "a-long-name.of-a-server.example.org:8443", "note": note }]);
    store(session, json!({ "servers": servers, "server": "a-long-name.of-a-server.example.org:8443" }))
        .await?;
    session.open("https://site.example/standup").await?;
    session.open_popup_in_person().await?;
    tab_status(session, Place::Popup).await?;
    let ends = until("the popup to be as wide as it will be", async || {
        let ends = session.call(Place::Popup, REACH, json!([1.25, ["server", "check-input"]])).await?;
        Ok(ends.as_array().cloned())
    })
    .await?;
    ensure!(
        ends.iter().all(|end| end.as_f64() < Some(HIGHEST)),
        "the servers push others out of sight: {ends:?}"
    );
    session.call(Place::Popup, REACH, json!([1, []])).await?;
    for id in ["unknown-home", "server"] {
        until(&format!("#{id} in sight"), async || {
            // What is said of the page may come anew.
            unfold(session, Place::Popup).await?;
            let seen = "(root, id) => root.getElementById(id).checkVisibility()";
            Ok((session.call(Place::Popup, seen, json!([id])).await? == json!(true)).then_some(()))
        })
        .await?;
        keeps_nobody_out(session, Place::Popup).await?;
        fits(session, Place::Popup, None).await?;
        if id == "unknown-home" {
            open_view(session, Place::Popup, "change").await?;
        }
    }
    close_popup(session).await
}

/// What axe-core says of the words of a language, it says in either browser; `accessible` asks it in both.
async fn keeps_nobody_out(session: &Session, place: Place) -> Result<()> {
    if session.browser() == Browser::Chromium { inspect::is_accessible(session, place).await } else { Ok(()) }
}

/// New rooms are made of words of the language, where there is a list for it, wherever one is made. What people say to know
/// each other is a word of the language, or a number where none could be read out.
async fn words_are_of(session: &Session, tag: &str) -> Result<()> {
    let language = tag.split('-').next().unwrap_or_default();
    let listed = if ["de", "en", "es", "fr", "pt", "ru"].contains(&language) { language } else { "en" };
    let numbers = ["ar", "fa", "ru", "uk", "zh"].contains(&language);
    let style = if listed == "en" { "words".to_owned() } else { format!("words-{listed}") };
    open_page(session, "options.html").await?;
    let list = "(root) => root.getElementById('word-list').value || null";
    until("the list that holds", async || {
        Ok((session.call(Place::Page, list, json!([])).await? == json!(style)).then_some(()))
    })
    .await?;
    open_popup(session).await?;
    open_view(session, Place::Popup, "talk").await?;
    let said = "(root) => ['room-name', 'check-word-call', 'check-word-answer']
      .map((id) => root.getElementById(id))
      .map(({ lang, textContent }) => [lang, /^\\p{Nd}{4}$/u.test(textContent)])";
    let said = session.call(Place::Popup, said, json!([])).await?;
    let spoken = if numbers { json!(["", true]) } else { json!([listed, false]) };
    ensure!(said == json!([[listed, false], spoken, spoken]), "{said} in {tag}");
    // Nobody has chosen any of this.
    let kept = session.call(Place::Popup, "async () => chrome.storage.local.get('style')", json!([])).await?;
    ensure!(kept == json!({}), "{kept} is kept");
    close_popup(session).await
}

/// Opens all that there is to see.
async fn looks_right(session: &Session, tag: &str, direction: &str) -> Result<()> {
    for page in ["options.html", "guide.html", "panel.html", "slips.html"] {
        open_page(session, page).await?;
        let said = "(root) => [root.documentElement.lang, root.documentElement.dir]";
        let said = session.call(Place::Page, said, json!([])).await?;
        ensure!(said == json!([tag, direction]), "{page} is in {said}");
        keeps_nobody_out(session, Place::Page).await?;
        fits(session, Place::Page, Some(NARROW)).await?;
    }
    session.open(&format!("{ROOM}standup")).await?;
    session.warning().await?;
    fits(session, Place::Warning, None).await?;
    if session.browser() == Browser::Firefox {
        session.double_letters(Place::Warning).await?;
        fits(session, Place::Warning, None).await.context("with large letters")?;
        session.double_letters(Place::Warning).await?;
    }
    open_copy_of_warning(session).await?;
    keeps_nobody_out(session, Place::Page).await?;

    // On a phone the popup is a page of its own.
    session.open_own("popup.html").await?;
    tab_status(session, Place::Page).await?;
    in_each_view(session, Place::Page, async || fits(session, Place::Page, Some(NARROW)).await).await?;

    words_are_of(session, tag).await?;
    a_checked_name_fits(session).await?;
    is_in_sight(session).await?;
    large_letters_fit(session).await?;
    servers_look_right(session).await?;
    open_popup(session).await?;
    in_each_view(session, Place::Popup, async || {
        keeps_nobody_out(session, Place::Popup).await?;
        fits(session, Place::Popup, None).await
    })
    .await
}

/// Starts a browser that speaks the language in the folder `name` of `_locales`.
fn speaking(browser: Browser, name: &str) -> Result<()> {
    let extension = extension_in(browser, name)?;
    change_manifest(extension.path(), |manifest| {
        manifest["host_permissions"] = json!(["https://meet.google.com/*", "https://discord.com/*"]);
    })?;
    let file = extension.path().join("_locales").join(name).join("messages.json");
    let words: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let said = |key: &str| words[key]["message"].as_str().unwrap_or_default();
    run_with(browser, extension.path(), async |session| {
        looks_right(session, said("language"), said("direction")).await
    })
}

/// A test for each language that has a folder.
pub(crate) fn tests() -> Vec<Test> {
    let folder = locate::workspace().join("extension/_locales");
    let Ok(folders) = fs::read_dir(&folder) else {
        let fail = move || bail!("{} cannot be read", folder.display());
        return vec![Test::new(module_path!(), Browser::Chromium, "languages_are_found", fail)];
    };
    let names = folders.filter_map(|folder| folder.ok()?.file_name().into_string().ok());
    names
        .flat_map(|name| {
            Browser::ALL.map(|browser| {
                let (test, name) = (format!("{}_looks_right", name.to_lowercase()), name.clone());
                Test::new(module_path!(), browser, &test, move || speaking(browser, &name))
            })
        })
        .collect()
}
