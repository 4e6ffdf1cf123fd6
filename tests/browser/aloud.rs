//! What a screen reader reads of everything that is shown, in its order, from the browsers' own accessibility trees. The
//! texts in `aloud` are what these tests go by, the same for both browsers; `UPDATE=1` before the command writes them anew.
//! Whether one is good is found out by reading it from the first line to the last, as somebody hears it.

use std::fs;
use std::path::Path;

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, in_both_browsers, json, run_alone};

use crate::in_popup::choose;
use crate::inspect::{leave_view, open_view, unfold};
use crate::support::{close_popup, settled, store, tab_status};

/// What is drawn at random or differs between browsers and machines, and what stands for it: by selectors of what shows it.
const DRAWN: [(&str, &str); 13] = [
    ("#room-name", "a new name"),
    ("#better-name", "a better name"),
    ("#share-link", "the link"),
    ("#team-link", "the team's link"),
    ("#check-word-call", "words"),
    ("#check-word-answer", "other words"),
    ("#guests-list p + p", "If I say words, answer other words."),
    ("#password", "a password"),
    ("#meeting-zone", "The time zone."),
    ("#ability", "What this browser can do."),
    ("#change-keys-hint", "Where this browser has its keys."),
    ("#about-version", "The version."),
    ("#first-pin, .picture:not([hidden])", "How to pin the icon in this browser."),
];

/// A page like Jitsi's.
const JITSI: &str = "<title>Jitsi Meet</title><h1>Jitsi</h1><label>Name <input></label><button>Join</button>";

/// The texts of what is drawn, with what stands for them, the longest first.
async fn drawn(session: &Session, place: Place) -> Result<Vec<(String, String)>> {
    let texts = "(root, drawn) => drawn.flatMap(([selector, instead]) =>
      [...root.querySelectorAll(selector)].flatMap((each) => {
        const words = each.ariaLabel ?? each.textContent;
        return words ? [[words.trim().replace(/\\s+/g, ' '), `<${instead}>`]] : [];
      })
    ).sort(([a], [b]) => b.length - a.length)";
    Ok(serde_json::from_value(session.call(place, texts, json!([DRAWN])).await?)?)
}

/// What is read in `place`, without what is drawn.
async fn read(session: &Session, place: Place) -> Result<String> {
    let drawn = drawn(session, place).await?;
    let read = session.aloud(place).await?.lines();
    Ok(drawn.iter().fold(read, |read, (words, instead)| read.replace(words, instead)))
}

/// What is read in `place` is what stands in `aloud/NAME.txt`.
async fn is_read(session: &Session, place: Place, name: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("aloud").join(name).with_extension("txt");
    if std::env::var_os("UPDATE").is_some() {
        // The other browser is to read the same, as the tests say without it.
        if session.browser() == Browser::Chromium {
            fs::write(file, read(session, place).await?)?;
        }
        return Ok(());
    }
    let wanted = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    until("what is to be read", async || {
        let read = read(session, place).await?;
        let same = wanted.lines().zip(read.lines()).take_while(|(wanted, read)| wanted == read).count();
        let from = |text: &str| text.lines().skip(same).take(3).collect::<Vec<_>>().join("\n");
        ensure!(
            read == wanted,
            "{name}.txt has from line {} on:\n{}\nand this is read:\n{}\nUPDATE=1 writes it anew, from what Chromium reads",
            same + 1,
            from(&wanted),
            from(&read)
        );
        Ok(Some(()))
    })
    .await
}

/// Opens the popup on the page at `address`, as a person does.
async fn popup_on(session: &Session, address: &str) -> Result<()> {
    session.site().set(
        "meet.jit.si",
        address.strip_prefix("https://meet.jit.si").unwrap_or("/"),
        Page::html(JITSI),
    );
    session.open(address).await?;
    session.open_popup_in_person().await?;
    tab_status(session, Place::Popup).await.map(drop)
}

in_both_browsers! {
    fn the_popups_first_sight(browser: Browser) {
        run_alone(browser, async |session| {
            for (name, address) in [
                ("popup-elsewhere", "https://site.example/"),
                ("popup-unknown", "https://site.example/standup"),
                ("popup-guessable", "https://meet.jit.si/weekly-standup"),
                ("popup-strong", "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic"),
                ("popup-skype", "https://web.skype.com/"),
            ] {
                popup_on(session, address).await?;
                is_read(session, Place::Popup, name).await?;
                close_popup(session).await?;
            }
            popup_on(session, "https://site.example/").await?;
            session.type_into(Place::Popup, "check-input", "weekly-standup").await?;
            session.text_when(Place::Popup, "check-said", |text| !text.is_empty()).await?;
            is_read(session, Place::Popup, "popup-checked").await
        })?;
    }

    fn the_popups_other_views(browser: Browser) {
        run_alone(browser, async |session| {
            popup_on(session, "https://site.example/").await?;
            for view in ["change", "share", "talk"] {
                open_view(session, Place::Popup, view).await?;
                is_read(session, Place::Popup, view).await?;
                leave_view(session, Place::Popup).await?;
            }
            open_view(session, Place::Popup, "rooms").await?;
            is_read(session, Place::Popup, "rooms-none").await?;
            leave_view(session, Place::Popup).await?;
            open_view(session, Place::Popup, "talk").await?;
            choose(session, "guests", "Ada\nGrace").await?;
            session.click(Place::Popup, "guests-make").await?;
            session.text_when(Place::Popup, "guests-list", |text| text.contains("Grace")).await?;
            is_read(session, Place::Popup, "guests").await?;
            close_popup(session).await?;

            let pinned = json!({ "name": "Thursdays", "since": 1 });
            store(session, json!({ "pinned:https://meet.jit.si/amber-trumpet-lagoon-visor-clinic": pinned })).await?;
            popup_on(session, "https://meet.jit.si/weekly-standup").await?;
            open_view(session, Place::Popup, "rooms").await?;
            is_read(session, Place::Popup, "rooms").await?;
            leave_view(session, Place::Popup).await?;
            open_view(session, Place::Popup, "team").await?;
            is_read(session, Place::Popup, "team").await
        })?;
    }

    fn settings_and_guide(browser: Browser) {
        run_alone(browser, async |session| {
            session.open_own("options.html").await?;
            session.ready().await?;
            is_read(session, Place::Page, "settings").await?;
            session.open_own("guide.html").await?;
            session.ready().await?;
            is_read(session, Place::Page, "guide-folded").await?;
            unfold(session, Place::Page).await?;
            is_read(session, Place::Page, "guide").await
        })?;
    }

    fn the_warning(browser: Browser) {
        run_alone(browser, async |session| {
            let call = format!("{JITSI}<div id='new-toolbox'></div>");
            for (name, page, hold) in
                [("warning-box", JITSI, false), ("warning-strip", &call, false), ("warning-hold", JITSI, true)]
            {
                store(session, json!({ "holdPage": hold })).await?;
                let path = format!("/{name}/standup");
                session.site().set("meet.jit.si", &path, Page::html(page));
                session.open(&format!("https://meet.jit.si{path}")).await?;
                settled(session).await?;
                session.warning().await?;
                is_read(session, Place::Page, name).await?;
            }
            Ok(())
        })?;
    }
}
