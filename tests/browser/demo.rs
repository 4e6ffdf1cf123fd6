//! The page that shows the judge alone, `dist/demo`: on somebody's web server, and opened from a disk.

use std::fs;
use std::path::PathBuf;

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Looks, Page, Place, Session, in_both_browsers, json, locate};

use crate::inspect::{fits, is_accessible};
use crate::phone::hold_a_phone;

/// Where somebody has put it.
const HOST: &str = "judge.example";

fn file() -> PathBuf {
    locate::workspace().join("dist/demo/index.html")
}

/// Opens it at [`HOST`].
async fn open(session: &Session) -> Result<()> {
    let page = fs::read(file()).context("no dist/demo; type: cargo xtask build")?;
    session.site().set(HOST, "/", Page::file("text/html; charset=utf-8", page));
    session.open(&format!("https://{HOST}/")).await?;
    session.ready().await
}

/// Types `text` into the empty field, and waits until the verdict holds `said`.
async fn judged(session: &Session, text: &str, said: &str) -> Result<String> {
    session
        .call(Place::Page, "(root) => { root.getElementById('check-input').value = ''; }", json!([]))
        .await?;
    session.type_into(Place::Page, "check-input", text).await?;
    session.text_when(Place::Page, "check-verdict", |verdict| verdict.contains(said)).await
}

/// Chooses a language.
async fn speak(session: &Session, language: &str) -> Result<()> {
    let choose = "(root, language) => {
      const chosen = root.getElementById('language');
      chosen.value = language;
      chosen.dispatchEvent(new Event('change'));
    }";
    session.call(Place::Page, choose, json!([language])).await.map(drop)
}

in_both_browsers! {
    async fn a_name_is_judged_and_explained(session: &Session) {
        open(session).await?;
        let guessable = judged(session, "weekly-standup", "Strangers can guess this room’s name").await?;
        ensure!(guessable.contains("meet.jit.si/weekly-standup"), "{guessable}");
        // Unfolded from the start.
        let shown = "(root) => root.getElementById('check-reasons').checkVisibility()";
        ensure!(session.call(Place::Page, shown, json!([])).await? == json!(true), "nobody says why");
        let guessable = session.text(Place::Page, "check-reasons").await?.unwrap_or_default();
        for said in ["very many meeting names", "1,000 names a second", "bits"] {
            ensure!(guessable.contains(said), "{said} is not in {guessable}");
        }
        judged(session, "acme-weekly-7kq", "too weak for anything confidential").await?;
        let strong = judged(session, "k7mq2-xw9hd-4tzpc-qq7fm", "This room’s name is strong").await?;
        ensure!(strong.contains("does not encrypt the call"), "{strong}");
        // To the ear once nothing more is typed.
        session.text_when(Place::Page, "check-said", |said| said == "This room’s name is strong").await?;
    }

    async fn an_invitation_is_read_there_and_a_service_is_known(session: &Session) {
        open(session).await?;
        judged(session, "Come to https://meet.jit.si/standup at nine", "meet.jit.si/standup").await?;
        judged(session, "https://join.skype.com/abc", "Skype").await?;
        judged(session, "The room is:\nstandup", "There is no link").await?;
        session.call(Place::Page, "(root) => root.querySelector('#check-names button').click()", json!([])).await?;
        session.text_when(Place::Page, "check-verdict", |said| said.contains("/standup")).await?;
        ensure!(session.focused(Place::Page).await? == "check-input");
    }

    async fn it_says_everything_in_every_language_also_on_a_phone(session: &Session) {
        open(session).await?;
        judged(session, "weekly-standup", "Strangers").await?;
        hold_a_phone(session, 320).await?;
        let languages = "(root) => [...root.getElementById('language').options].map((each) => each.value)";
        let languages = session.call(Place::Page, languages, json!([])).await?;
        let languages: Vec<&str> = languages.as_array().context("no languages")?.iter().filter_map(|each| each.as_str()).collect();
        ensure!(languages.len() == 10, "{languages:?}");
        let mut titles = Vec::new();
        for language in languages {
            speak(session, language).await?;
            let said = "(root) => [
              root.documentElement.lang,
              root.documentElement.dir,
              root.title,
              root.querySelector('#check-verdict .title').textContent,
              [...root.querySelectorAll('[data-text], #check-verdict *, #check-why *')].filter((each) => !each.textContent.trim()).length,
            ]";
            let said = session.call(Place::Page, said, json!([])).await?;
            let direction = if ["ar", "fa"].contains(&language) { "rtl" } else { "ltr" };
            ensure!(said[0] == language && said[1] == direction && said[4] == 0, "{language}: {said}");
            fits(session, Place::Page, None).await?;
            titles.push([said[2].to_string(), said[3].to_string()]);
        }
        titles.sort();
        titles.dedup();
        ensure!(titles.len() == 10, "two languages say the same: {titles:?}");
    }

    async fn it_keeps_nobody_out(session: &Session) {
        open(session).await?;
        for (name, said) in [("standup", "Strangers"), ("acme-weekly-7kq", "too weak"), ("k7mq2-xw9hd-4tzpc-qq7fm", "strong")] {
            judged(session, name, said).await?;
            for looks in [Looks::Light, Looks::Dark, Looks::Forced] {
                session.prefer(Place::Page, looks).await?;
                is_accessible(session, Place::Page).await?;
            }
        }
        speak(session, "ar").await?;
        is_accessible(session, Place::Page).await?;
    }

    async fn it_can_connect_to_nothing(session: &Session) {
        open(session).await?;
        judged(session, "standup", "Strangers").await?;
        // What somebody could try who got a script of theirs to run in it.
        let attempt = "(root, tags) => {
          root.refused = [];
          root.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => root.refused.push(effectiveDirective));
          for (const tag of tags) {
            const address = `https://elsewhere.example/${tag}`;
            root.body.append(Object.assign(root.createElement(tag), { src: address, href: address, rel: 'stylesheet' }));
          }
        }";
        let tags = ["img", "script", "iframe", "link"];
        session.call(Place::Page, attempt, json!([tags])).await?;
        until("all of it to be refused", async || {
            let refused = session.call(Place::Page, "(root) => root.refused.toSorted()", json!([])).await?;
            let expected = ["frame-src", "img-src", "script-src-elem", "style-src-elem"];
            ensure!(refused == json!(expected), "refused: {refused}");
            Ok(Some(()))
        })
        .await?;
        let fetched = "(root) => root.defaultView.fetch('https://elsewhere.example/fetch').then(() => true, () => false)";
        ensure!(session.call(Place::Page, fetched, json!([])).await? == json!(false));
        let requests = session.site().requests();
        let own: Vec<_> = requests.iter().filter(|each| each.host.ends_with(".example")).map(|each| (&*each.host, &*each.path)).collect();
        ensure!(own == [(HOST, "/")], "{own:?}");
    }

    async fn it_works_where_it_was_only_saved(session: &Session) {
        session.open(&format!("file://{}", file().display())).await?;
        session.ready().await?;
        judged(session, "standup", "Strangers can guess").await?;
    }
}
