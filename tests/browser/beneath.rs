//! The page beneath the warning: whatever somebody wants to press there, in a window of any size, can be pressed.
//!
//! The pages have the geometry of the real client: see `client/`.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Key, Page, Place, Session, Value, in_both_browsers, json};

use crate::support::{ROOM, escape_until_gone, press_until_gone, show_more, stored};

const BEFORE: &str = include_str!("client/before.html");
const CALL: &str = include_str!("client/call.html");

/// Windows from a desk to a phone, and those of a desk at 200 %, in CSS pixels.
const WINDOWS: [(u32, u32); 10] = [
    (1920, 1080),
    (1366, 768),
    (1280, 800),
    (1024, 600),
    (844, 390),
    (640, 400),
    (512, 300),
    (390, 844),
    (360, 640),
    (320, 400),
];

/// The controls of the page of which a part lies beneath the warning.
const COVERED: &str = "(root) => {
  const isOurs = (each) => each?.parentNode === root.documentElement && each !== root.body;
  const covered = (control) => {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const along = (from, to, end) => [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => from + (to - from) * part)
      .filter((at) => at > 0 && at < end);
    return along(left, right, innerWidth).some((x) =>
      along(top, bottom, innerHeight).some((y) => {
        const [first, next] = root.elementsFromPoint(x, y);
        return isOurs(first) && control.contains(next);
      }));
  };
  const controls = [...root.querySelectorAll('input, button, textarea, label, [role=button]')];
  return controls.filter((each) => each.checkVisibility()).filter(covered).map((each) => each.id || each.localName);
}";

/// Opens `page` as a room that everybody can guess, in a window of this size.
pub(crate) async fn open_client(session: &Session, page: &str, window: (u32, u32)) -> Result<()> {
    session.site().set("meet.jit.si", "/standup", Page::html(page));
    session.in_view(window).await?;
    session.open(&format!("{ROOM}standup")).await?;
    session.warning().await.map(drop)
}

async fn covers_nothing(session: &Session) -> Result<()> {
    until("the warning to cover nothing to press", async || {
        let covered = session.call(Place::Page, COVERED, json!([])).await?;
        ensure!(covered == json!([]), "beneath the warning: {covered}");
        Ok(Some(()))
    })
    .await
}

/// How the warning stands there: see extension/place.js.
async fn form(session: &Session) -> Result<Value> {
    let form = "(root) => root.getElementById('warning').dataset.form";
    session.call(Place::Warning, form, json!([])).await
}

async fn has_form(session: &Session, wanted: &str) -> Result<()> {
    until(wanted, async || Ok((form(session).await? == json!(wanted)).then_some(()))).await
}

in_both_browsers! {
    async fn nothing_is_covered_on_the_screen_before_joining(session: &Session) {
        for window in WINDOWS {
            open_client(session, BEFORE, window).await?;
            covers_nothing(session).await?;
            let rect = session.rect(Place::Warning, "warning").await?.unwrap();
            let (width, height) = (f64::from(window.0), f64::from(window.1));
            ensure!(rect.x >= 0.0 && rect.y >= 0.0 && rect.x + rect.width <= width && rect.y + rect.height <= height);
            ensure!(width > 600.0 || rect.height <= height * 0.45, "{rect:?} is half of the phone");
            ensure!(session.rect(Place::Warning, "never").await?.is_none(), "what lasts takes one tap");
        }
    }

    async fn nothing_is_covered_in_a_call_with_its_dialogs(session: &Session) {
        for window in WINDOWS {
            open_client(session, CALL, window).await?;
            covers_nothing(session).await?;
            session.click(Place::Page, "security").await?;
            covers_nothing(session).await?;
            session.click(Place::Page, "dialog-close").await?;
            covers_nothing(session).await?;
        }
    }

    async fn a_dialog_sends_the_warning_away_and_it_comes_back(session: &Session) {
        open_client(session, CALL, (1024, 600)).await?;
        covers_nothing(session).await?;
        let before = session.rect(Place::Warning, "warning").await?;
        session.click(Place::Page, "security").await?;
        covers_nothing(session).await?;
        assert_ne!(session.rect(Place::Warning, "warning").await?, before);
        session.click(Place::Page, "dialog-close").await?;
        until("the warning where it was", async || {
            Ok((session.rect(Place::Warning, "warning").await? == before).then_some(()))
        })
        .await?;
    }

    async fn whoever_joins_is_left_with_a_strip(session: &Session) {
        open_client(session, BEFORE, (1280, 800)).await?;
        has_form(session, "box").await?;
        session.click(Place::Page, "join").await?;
        has_form(session, "strip").await?;
    }

    async fn a_tap_where_join_is_joins_and_silences_nothing(session: &Session) {
        open_client(session, BEFORE, (390, 844)).await?;
        session.click(Place::Page, "join").await?;
        let title = session.call(Place::Page, "(root) => root.title", json!([])).await?;
        assert_eq!(title, json!("Joined"));
        assert_eq!(stored(session).await?, json!({}));
    }

    async fn whoever_goes_on_types_where_they_typed(session: &Session) {
        open_client(session, BEFORE, (1280, 800)).await?;
        session.type_keys(Place::Page, "Mi").await?;
        press_until_gone(session, "join-anyway").await?;
        session.type_keys(Place::Page, "ra").await?;
        assert_eq!(session.value(Place::Page, "name").await?, "Mira");
    }

    async fn after_a_copy_the_keys_of_the_call_work(session: &Session) {
        open_client(session, CALL, (1280, 800)).await?;
        until("something to be copied", async || {
            session.click(Place::Warning, "copy-message").await?;
            Ok((!session.text(Place::Warning, "status").await?.unwrap_or_default().is_empty()).then_some(()))
        })
        .await?;
        session.type_keys(Place::Page, "m").await?;
        assert_eq!(session.call(Place::Page, "() => keys", json!([])).await?, json!("m"));
    }

    async fn escape_closes_the_dialog_and_only_then_the_warning(session: &Session) {
        open_client(session, CALL, (1280, 800)).await?;
        let is_open = "(root) => root.querySelector('.scrim').checkVisibility()";
        session.click(Place::Page, "security").await?;
        // Once presses count, which More shows, whatever Escape does is what it would always do.
        show_more(session).await?;
        session.click(Place::Page, "password").await?;
        session.press(Place::Page, Key::Escape).await?;
        assert_eq!(session.call(Place::Page, is_open, json!([])).await?, json!(false));
        assert!(session.is_warned().await?, "one Escape did two things");
        escape_until_gone(session).await?;
    }

    async fn f6_leads_to_the_warning_and_back(session: &Session) {
        open_client(session, BEFORE, (1280, 800)).await?;
        session.press(Place::Page, Key::F6).await?;
        assert_eq!(session.focused(Place::Warning).await?, "copy-message");
        session.press(Place::Page, Key::F6).await?;
        assert_eq!(session.focused(Place::Page).await?, "name");
        // While a name is typed, Escape is meant for that.
        session.press(Place::Page, Key::Escape).await?;
        session.press(Place::Page, Key::F6).await?;
        assert!(session.is_warned().await?);
        escape_until_gone(session).await?;
        assert_eq!(session.focused(Place::Page).await?, "name");
    }
}
