//! The pages of the gallery, each with what docs/threats.md promises of it: its tables are what these tests go by. Of
//! each page a picture, the icon, the popup and a press have to agree.

use std::fs;
use std::path::{Path, PathBuf};

use harness::anyhow::{self, Context, bail, ensure};
use harness::{Browser, Page, Place, Session, in_both_browsers};

use crate::support::{
    ROOM, a_press_would_count, dismissed, is_held, is_known_to_hide, is_seen, middle_of, strikes, tells,
};

const THREATS: &str = include_str!("../../docs/threats.md");

/// What becomes of the warning in a page.
#[derive(Clone, Copy, Debug)]
enum Outcome {
    /// It is seen, and does what is pressed.
    Held,
    /// It is seen, and does nothing.
    Seen,
    /// It is not seen. Icon and popup tell that, and no press counts.
    Lost,
}

/// The pages in the table of a section, with what is said there of `browser`.
fn attacks(section: &str, browser: Browser) -> anyhow::Result<Vec<(&'static str, Outcome)>> {
    let (_, table) = THREATS.split_once(&format!("### {section}\n")).context("no such section")?;
    let rows = table.lines().take_while(|line| !line.starts_with('#')).filter(|line| line.starts_with("| "));
    let mut found = Vec::new();
    for row in rows.skip(1) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [_, tests, chromium, firefox, _] = cells[..] else { bail!("not five cells: {row}") };
        let said = if browser == Browser::Chromium || firefox == "the same" { chromium } else { firefox };
        let outcome = match said.split([' ', ',', ':', ';']).next() {
            Some("held") => Outcome::Held,
            Some("seen") => Outcome::Seen,
            Some("lost") => Outcome::Lost,
            _ => bail!("neither held nor seen nor lost: {row}"),
        };
        let names = tests.split(' ').map(|name| name.trim_matches('`'));
        found.extend(names.filter(|name| !name.contains("::")).map(|name| (name, outcome)));
    }
    ensure!(!found.is_empty(), "no page in {section}");
    Ok(found)
}

/// The page of the gallery, as its server sends it.
fn page(name: &str) -> anyhow::Result<(Page, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile");
    let kinds = [
        ("html", ""),
        ("xml", "application/xml"),
        ("xhtml", "application/xhtml+xml"),
        ("svg", "image/svg+xml"),
        ("txt", "text/plain"),
    ];
    let file = |ending: &str| -> PathBuf { folder.join(format!("{name}.{ending}")) };
    let (ending, kind) =
        kinds.into_iter().find(|(ending, _)| file(ending).exists()).context("no such page")?;
    let text = fs::read_to_string(file(ending))?;
    let page = match kind {
        "" if text.starts_with("<!doctype") || text.starts_with("<html") => {
            Page::file("text/html; charset=utf-8", text.clone())
        }
        "" => Page::html(&text),
        kind => Page::file(kind, text.clone()),
    };
    Ok((page, text))
}

/// Opens a page of the gallery, as a room of its own that everybody can guess, and has it strike.
async fn open(session: &Session, name: &str) -> anyhow::Result<()> {
    let (page, text) = page(name)?;
    let path = format!("/{name}/standup");
    session.site().set("meet.jit.si", &path, page);
    session.open(&format!("https://meet.jit.si{path}")).await?;
    if text.contains("id=\"start\"") {
        session.click(Place::Page, "start").await?;
    }
    strikes(session, &text).await
}

/// The page `name` is as `outcome` says; `spot` is where a button of a warning stands.
async fn check(session: &Session, name: &str, outcome: Outcome, spot: (f64, f64)) -> anyhow::Result<()> {
    if matches!(outcome, Outcome::Lost) {
        // What was said of the page before is over once this one is judged.
        session.open(&format!("{ROOM}k7mq2-xw9hd-4tzpc-qq7fm")).await?;
        is_known_to_hide(session, false).await?;
        let before = dismissed(session).await?;
        open(session, name).await?;
        session.click_at(Place::Page, spot).await?;
        is_known_to_hide(session, true).await?;
        tells(session, "!", "keeps hiding").await?;
        session.click_at(Place::Page, spot).await?;
        ensure!(dismissed(session).await? == before, "a press counted that nobody could see");
        return Ok(());
    }
    open(session, name).await?;
    if matches!(outcome, Outcome::Held) {
        return is_held(session).await;
    }
    is_seen(session).await?;
    let before = dismissed(session).await?;
    a_press_would_count(session).await?;
    session.click_at(Place::Page, spot).await?;
    ensure!(dismissed(session).await? == before, "a press counted on a warning that can only be seen");
    Ok(())
}

/// Each page of the section is as is said of it there.
async fn check_all(session: &Session, section: &str) -> anyhow::Result<()> {
    session.open(&format!("{ROOM}plain/standup")).await?;
    session.warning().await?;
    let spot = middle_of(session, "join-anyway").await?;
    let mut wrong = Vec::new();
    for (name, outcome) in attacks(section, session.browser())? {
        if let Err(error) = check(session, name, outcome, spot).await {
            wrong.push(format!("{name} is not {outcome:?}: {error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

in_both_browsers! {
    async fn styles_of_the_page(session: &Session) {
        check_all(session, "Styles of the page").await?;
    }

    async fn covers(session: &Session) {
        check_all(session, "Covers").await?;
    }

    async fn what_is_taken_away(session: &Session) {
        check_all(session, "What is taken away").await?;
    }

    async fn scripts(session: &Session) {
        check_all(session, "Scripts").await?;
    }

    async fn documents(session: &Session) {
        check_all(session, "Documents").await?;
    }
}
