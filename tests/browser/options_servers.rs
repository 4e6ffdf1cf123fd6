//! The servers to choose from, on the settings page.

use harness::anyhow::{Context as _, ensure};
use harness::{Key, Place, Value, in_both_browsers, json};

use crate::inspect::{choose_file, fits, is_accessible, open_page, said};
use crate::popup_team::LISTEN;
use crate::support::{press_until_focused, store, stored, stored_as};

fn listed(servers: &[(&str, &str)]) -> Value {
    servers.iter().map(|(server, note)| json!({ "server": server, "note": note })).collect()
}

in_both_browsers! {
    async fn a_server_is_added_and_deleted_and_that_is_taken_back_by_keyboard(session: &Session) {
        open_page(session, "options.html").await?;
        press_until_focused(session, "listed-server").await?;
        session.type_into(Place::Page, "listed-server", "https://Meet.example.org/").await?;
        session.type_into(Place::Page, "listed-note", "Ours, nobody signs in").await?;
        session.press(Place::Page, Key::Enter).await?;
        let ours = listed(&[("meet.example.org", "Ours, nobody signs in")]);
        stored_as(session, "servers", ours.clone()).await?;
        session.text_when(Place::Page, "servers", |text| text.contains("Ours, nobody signs in")).await?;
        for field in ["listed-server", "listed-note"] {
            assert_eq!(session.value(Place::Page, field).await?, "");
        }
        // Once more, with another note.
        session.type_into(Place::Page, "listed-note", "Ours").await?;
        session.type_into(Place::Page, "listed-server", "meet.example.org").await?;
        session.press(Place::Page, Key::Enter).await?;
        stored_as(session, "servers", listed(&[("meet.example.org", "Ours")])).await?;
        session.text_when(Place::Page, "servers", |text| !text.contains("nobody")).await?;
        press_until_focused(session, "undo").await?;
        session.press(Place::Page, Key::Enter).await?;
        stored_as(session, "servers", ours.clone()).await?;
        session.text_when(Place::Page, "servers", |text| text.contains("nobody")).await?;
        let focus = "(root) => root.querySelector('#servers button').focus()";
        session.call(Place::Page, focus, json!([])).await?;
        session.press(Place::Page, Key::Enter).await?;
        said(session, "Deleted").await?;
        stored_as(session, "servers", json!([])).await?;
        assert_eq!(session.focused(Place::Page).await?, "listed-server");
        session.click(Place::Page, "undo").await?;
        stored_as(session, "servers", ours).await?;
    }

    async fn what_is_no_server_and_what_has_no_place_is_explained(session: &Session) {
        open_page(session, "options.html").await?;
        session.type_into(Place::Page, "listed-server", "http://meet.example.org").await?;
        session.press(Place::Page, Key::Enter).await?;
        session.text_when(Place::Page, "listed-server-problem", |text| text.contains("https://")).await?;
        assert_eq!(session.value(Place::Page, "listed-server").await?, "http://meet.example.org");
        assert_eq!(stored(session).await?, json!({}));
        let many: Vec<Value> = (0..20).map(|at| json!({ "server": format!("s{at}.example") })).collect();
        store(session, json!({ "servers": many })).await?;
        open_page(session, "options.html").await?;
        session.type_into(Place::Page, "listed-server", "one-more.example").await?;
        session.press(Place::Page, Key::Enter).await?;
        session.text_when(Place::Page, "listed-server-problem", |text| text.contains("20")).await?;
        assert_eq!(session.value(Place::Page, "listed-server").await?, "one-more.example");
    }

    async fn a_file_brings_the_servers_to_somebody_else(session: &Session) {
        let trusted = listed(&[("meet.example.org", "Ours"), ("a.example", ""), ("xn--mt-cja.example", "Theirs")]);
        store(session, json!({ "servers": trusted })).await?;
        open_page(session, "options.html").await?;
        session.call(Place::Page, LISTEN, json!([])).await?;
        session.click(Place::Page, "servers-save").await?;
        said(session, "file").await?;
        let file = session.call(Place::Page, "() => window.handedOver.text()", json!([])).await?;
        let file = file.as_str().context("no file")?;
        let mine = listed(&[("b.example", "Mine"), ("meet.example.org", "Mine, too")]);
        store(session, json!({ "servers": mine })).await?;
        open_page(session, "options.html").await?;
        let long = format!("{{\"hushroom\":\"servers 1\",\"servers\":[],\"x\":\"{}\"}}", "x".repeat(200_000));
        for other in ["", "{}", "[7]", "{\"hushroom\":\"rooms 1\",\"pinned\":[]}", &long] {
            session.call(Place::Page, "(root) => { root.getElementById('servers-file-problem').textContent = ''; }", json!([])).await?;
            choose_file(session, "servers-file", other).await?;
            session.text_when(Place::Page, "servers-file-problem", |text| text.contains("not a file")).await?;
        }
        assert_eq!(stored(session).await?["servers"], mine);
        choose_file(session, "servers-file", file).await?;
        said(session, "were added").await?;
        assert_eq!(session.text(Place::Page, "servers-file-problem").await?.as_deref(), Some(""));
        let both = listed(&[
            ("b.example", "Mine"), ("meet.example.org", "Mine, too"), ("a.example", ""), ("xn--mt-cja.example", "Theirs"),
        ]);
        assert_eq!(stored(session).await?["servers"], both);
        session.click(Place::Page, "undo").await?;
        stored_as(session, "servers", mine).await?;
    }

    async fn nothing_in_a_file_is_more_than_a_text(session: &Session) {
        open_page(session, "options.html").await?;
        let note = format!("<img src=x id=injected>{}", " evil\u{202e}".repeat(100));
        let odd = json!({ "hushroom": "servers 1", "servers": [
            { "server": "javascript:alert(1)", "note": "x" }, 7, { "server": "a.example", "note": note }, { "server": ["b.example"] },
        ] });
        choose_file(session, "servers-file", &odd.to_string()).await?;
        said(session, "were added").await?;
        let kept = stored(session).await?;
        let kept = kept["servers"].as_array().context("no list")?;
        ensure!(kept.len() == 1 && kept[0]["server"] == json!("a.example"), "{kept:?}");
        let note = kept[0]["note"].as_str().context("no note")?;
        ensure!(note.chars().count() <= 120 && !note.contains('\u{202e}'), "{note}");
        assert_eq!(session.text(Place::Page, "injected").await?, None);
        let height = "(root) => root.querySelector('#servers button').offsetHeight";
        let height = session.call(Place::Page, height, json!([])).await?;
        ensure!(height.as_f64().is_some_and(|height| height < 50.0), "the word on the button is broken: {height}");
        is_accessible(session, Place::Page).await?;
        fits(session, Place::Page, Some(320)).await?;
    }
}
