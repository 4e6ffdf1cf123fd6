//! The page beneath the warning: whatever somebody wants to press there, in a window of any size, can be pressed.
//!
//! The pages have the geometry of the real client: see `client/`.

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{Browser, Key, Page, Place, Session, Value, in_both_browsers, json};

use crate::support::{
    ROOM, a_press_would_count, click_on, dismissed, is_advised, is_new, is_painted, pixels_of,
    press_until_gone, settled, show_more, stored,
};

pub(crate) const BEFORE: &str = include_str!("client/before.html");
const WELCOME: &str = include_str!("client/welcome.html");
pub(crate) const CALL: &str = include_str!("client/call.html");

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

/// Windows on either side of the widths at which Jitsi's screen before joining, and the warning, change.
const BETWEEN: [(u32, u32); 5] = [(768, 1024), (721, 900), (719, 900), (620, 900), (600, 900)];

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
  const controls = [...root.querySelectorAll('a, input, button, textarea, label, .thumbnail, [role=button]:not(.pin)')];
  return controls.filter((each) => each.checkVisibility()).filter(covered).map((each) => each.id || each.localName);
}";

/// The colour of Join.
const JOIN: [u8; 3] = [0x46, 0x87, 0xed];

/// The colours of the welcome page's button and of its hint.
const BUTTON: [u8; 3] = [0x00, 0x74, 0xe0];
const HINT: [u8; 3] = [0x5a, 0x14, 0x14];

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

/// Waits until what more there is has gone.
async fn is_folded(session: &Session) -> Result<()> {
    until("the warning to fold", async || {
        Ok(session.rect(Place::Warning, "copy-safe").await?.is_none().then_some(()))
    })
    .await
}

in_both_browsers! {
    async fn nothing_is_covered_on_the_screen_before_joining(session: &Session) {
        session.site().set("meet.jit.si", "/k7mq2-xw9hd-4tzpc-qq7fm", Page::html(BEFORE));
        let blue = async || pixels_of(JOIN, session.picture(Place::Page).await?);
        for window in WINDOWS.into_iter().chain(BETWEEN) {
            // A room that nobody is warned of, for what Join looks like there.
            session.in_view(window).await?;
            session.open(&format!("{ROOM}k7mq2-xw9hd-4tzpc-qq7fm")).await?;
            ensure!(settled(session).await?);
            let whole = blue().await?;
            open_client(session, BEFORE, window).await?;
            covers_nothing(session).await?;
            ensure!(is_painted(session).await?, "no warning in the picture at {window:?}");
            let left = blue().await?;
            ensure!(left == whole, "at {window:?} {left} of {whole} pixels of Join are left");
            let rect = session.rect(Place::Warning, "warning").await?.context("no warning")?;
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
            ensure!(is_painted(session).await?, "no warning in the picture at {window:?}");
            session.click(Place::Page, "security").await?;
            covers_nothing(session).await?;
            session.click(Place::Page, "dialog-close").await?;
            covers_nothing(session).await?;
        }
    }

    async fn neither_the_chat_nor_what_tells_of_somebody_is_covered(session: &Session) {
        for window in [(1280, 800), (844, 390), (640, 400), (390, 844)] {
            open_client(session, CALL, window).await?;
            covers_nothing(session).await?;
            session.call(Place::Page, "() => { dispatchEvent(new Event('joined')); }", json!([])).await?;
            covers_nothing(session).await?;
            session.click(Place::Page, "chat").await?;
            covers_nothing(session).await?;
        }
    }

    async fn nothing_is_covered_in_a_page_that_is_read_from_the_right(session: &Session) {
        for (page, window) in [(BEFORE, (1024, 600)), (BEFORE, (390, 844)), (CALL, (1024, 600)), (CALL, (390, 844))] {
            open_client(session, &format!("<html dir='rtl'>{page}"), window).await?;
            covers_nothing(session).await?;
        }
    }

    async fn a_dialog_sends_the_warning_away_and_it_comes_back(session: &Session) {
        open_client(session, CALL, (1024, 600)).await?;
        covers_nothing(session).await?;
        let before = session.rect(Place::Warning, "warning").await?;
        session.click(Place::Page, "security").await?;
        until("the warning elsewhere", async || {
            Ok((session.rect(Place::Warning, "warning").await? != before).then_some(()))
        })
        .await?;
        covers_nothing(session).await?;
        session.click(Place::Page, "dialog-close").await?;
        until("the warning where it was", async || {
            Ok((session.rect(Place::Warning, "warning").await? == before).then_some(()))
        })
        .await?;
    }

    async fn whoever_consents_or_joins_is_left_with_a_strip(session: &Session) {
        // Where nobody is asked before joining, one is in the call at once.
        open_client(session, CALL, (1280, 800)).await?;
        has_form(session, "strip").await?;
        for id in ["consent", "join"] {
            open_client(session, BEFORE, (1280, 800)).await?;
            has_form(session, "box").await?;
            session.click(Place::Page, id).await?;
            has_form(session, "strip").await?;
        }
    }

    async fn a_link_that_is_broken_over_two_lines_is_not_covered(session: &Session) {
        let page = "<p style='position: fixed; right: 8px; top: 8px; width: 400px'>
          <span style='display: inline-block; width: 300px'></span><a href='#' id='terms'>Terms<br>of use</a></p>";
        open_client(session, page, (1280, 800)).await?;
        covers_nothing(session).await?;
    }

    async fn where_the_toolbar_comes_back_the_warning_never_stands(session: &Session) {
        open_client(session, CALL, (390, 844)).await?;
        covers_nothing(session).await?;
        let toolbar = "(root) => root.getElementById('microphone').getBoundingClientRect().top";
        let top = session.call(Place::Page, toolbar, json!([])).await?.as_f64().context("no toolbar")?;
        let toggle = "(root) => { root.querySelector('.toolbar').classList.toggle('away'); }";
        session.call(Place::Page, toggle, json!([])).await?;
        // What is scrolled elsewhere says nothing of the toolbar.
        let scroll = "(root) => {
          const log = root.body.appendChild(root.createElement('div'));
          log.style = 'bottom: 90px; height: 20px; left: 8px; overflow: auto; position: fixed; width: 20px';
          log.append(root.createElement('hr'), root.createElement('hr'), root.createElement('hr'));
          log.scrollTop = 10;
        }";
        session.call(Place::Page, scroll, json!([])).await?;
        // By then it has looked for a better place.
        a_press_would_count(session).await?;
        let rect = session.rect(Place::Warning, "warning").await?.context("no warning")?;
        ensure!(rect.y + rect.height <= top, "{rect:?} stands where the toolbar was, at {top}");
        session.call(Place::Page, toggle, json!([])).await?;
        covers_nothing(session).await?;
    }

    async fn what_comes_without_taking_the_focus_is_not_covered(session: &Session) {
        let show = "(root) => { root.querySelector('.chat').style.display = 'block'; dispatchEvent(new Event('joined')); }";
        for window in [(1280, 800), (640, 400), (390, 844)] {
            open_client(session, CALL, window).await?;
            covers_nothing(session).await?;
            // Nor while somebody walks through the buttons of the warning.
            session.press(Place::Page, Key::F6).await?;
            session.call(Place::Page, show, json!([])).await?;
            covers_nothing(session).await?;
            ensure!(!session.focused(Place::Warning).await?.is_empty(), "the focus went");
        }
    }

    async fn a_dialog_that_fills_a_phone_leaves_a_strip(session: &Session) {
        open_client(session, BEFORE, (390, 844)).await?;
        has_form(session, "sheet").await?;
        let fill = "(root) => {
          const dialog = root.body.appendChild(root.createElement('div'));
          dialog.role = 'dialog';
          dialog.style = 'background: navy; inset: 0; position: fixed';
          dialog.append('Settings');
        }";
        session.call(Place::Page, fill, json!([])).await?;
        has_form(session, "strip").await?;
        let close = "(root) => { root.querySelector('[role=dialog]').remove(); }";
        session.call(Place::Page, close, json!([])).await?;
        has_form(session, "sheet").await?;
    }

    async fn in_the_smallest_windows_the_warning_can_be_put_away(session: &Session) {
        for window in [(195, 422), (180, 320), (160, 200)] {
            // Another room each: one that was put away is not warned of again.
            let path = format!("/{}/standup", window.0);
            session.site().set("meet.jit.si", &path, Page::html(BEFORE));
            session.in_view(window).await?;
            session.open(&format!("https://meet.jit.si{path}")).await?;
            session.warning().await?;
            press_until_gone(session, "close").await?;
        }
    }

    async fn what_more_there_is_gives_way_to_the_page(session: &Session) {
        for window in [(1024, 600), (390, 844)] {
            open_client(session, BEFORE, window).await?;
            show_more(session).await?;
            let rect = session.rect(Place::Warning, "warning").await?.context("no warning")?;
            ensure!(window.0 > 600 || rect.height <= 0.45 * f64::from(window.1), "{rect:?} is half of the phone");
            covers_nothing(session).await?;
            session.click(Place::Page, "consent").await?;
            is_folded(session).await?;
            show_more(session).await?;
            session.click(Place::Page, "join").await?;
            covers_nothing(session).await?;
            open_client(session, CALL, window).await?;
            show_more(session).await?;
            covers_nothing(session).await?;
            session.click(Place::Page, "security").await?;
            covers_nothing(session).await?;
            // Beside the dialog there is room on a phone alone. Whoever asks for more nevertheless gets it.
            if window.0 > 600 {
                is_folded(session).await?;
                show_more(session).await?;
            }
        }
    }

    async fn whoever_is_alone_in_the_new_room_can_copy_the_message_there(session: &Session) {
        open_client(session, BEFORE, (1280, 800)).await?;
        click_on(session, "safe-room", async || {
            Ok(is_new(&session.address().await?))
        })
        .await?;
        let said = session.warning().await?;
        ensure!(said.contains("Only you know") && said.contains("Back to"), "{said}");
        covers_nothing(session).await?;
        click_on(session, "copy-message", async || Ok(session.clipboard().await?.contains("From now on"))).await?;
        session.reload().await?;
        ensure!(settled(session).await?);
        ensure!(!session.is_warned().await?, "the others know of it");
    }

    async fn in_a_frame_the_way_out_opens_a_tab_of_its_own(session: &Session) {
        // The harness looks into frames in Chromium alone.
        if session.browser() == Browser::Firefox {
            return Ok(());
        }
        session.site().set("meet.jit.si", "/standup", Page::html("<h1>In a frame</h1>"));
        for (width, height) in [(420, 320), (1000, 600)] {
            let around = format!("<iframe src='/standup' style='border: 0; inset: 0; position: fixed; width: {width}px; height: {height}px'>");
            session.site().set("meet.jit.si", "/static/around.html", Page::html(&around));
            session.open(&format!("{ROOM}static/around.html")).await?;
            session.warning().await?;
            if width < 600 {
                let rect = session.rect(Place::Warning, "warning").await?.context("no warning")?;
                ensure!(rect.height <= 0.2 * f64::from(height), "{rect:?} is no strip");
                ensure!(session.rect(Place::Warning, "close").await?.is_none(), "two buttons");
                show_more(session).await?;
                continue;
            }
            click_on(session, "safe-room", async || {
                Ok(session.tabs().await?.iter().any(|tab| is_new(tab)))
            })
            .await?;
            assert!(session.is_warned().await?, "the site's frame was left");
        }
    }

    async fn a_tap_where_join_is_joins_and_silences_nothing(session: &Session) {
        open_client(session, BEFORE, (390, 844)).await?;
        session.on_a_phone(390).await?;
        covers_nothing(session).await?;
        a_press_would_count(session).await?;
        session.tap(Place::Page, "join").await?;
        let title = "(root) => root.title";
        until("the call", async || {
            Ok((session.call(Place::Page, title, json!([])).await? == json!("Joined")).then_some(()))
        })
        .await?;
        assert_eq!(stored(session).await?, json!({}));
        assert_eq!(dismissed(session).await?, 0);
        // A finger works the warning, too.
        has_form(session, "strip").await?;
        until("the warning to go", async || {
            if session.is_warned().await? {
                session.tap(Place::Warning, "close").await?;
                return Ok(None);
            }
            Ok(Some(()))
        })
        .await?;
        assert_eq!(dismissed(session).await?, 1);
    }

    async fn advice_on_a_name_covers_neither_the_button_nor_jitsis_hint(session: &Session) {
        session.site().set("meet.jit.si", "/", Page::html(WELCOME));
        for window in [(1280, 800), (640, 480), (640, 400), (480, 800), (360, 640)] {
            session.in_view(window).await?;
            session.open(ROOM).await?;
            ensure!(settled(session).await?);
            // The page's own script shows the hint, and no advice.
            let hint = "(root) => {
              const field = root.getElementById('enter_room_field');
              field.value = 's';
              field.dispatchEvent(new Event('input', { bubbles: true }));
            }";
            session.call(Place::Page, hint, json!([])).await?;
            let seen = async || {
                let picture = session.picture(Place::Page).await?;
                let [button, hint] = [BUTTON, HINT].map(|colour| pixels_of(colour, picture.clone()));
                Ok::<_, harness::anyhow::Error>((button?, hint?))
            };
            let before = seen().await?;
            ensure!(before.0 > 1000 && before.1 > 1000, "neither is to be seen: {before:?}");
            session.type_into(Place::Page, "enter_room_field", "tandup").await?;
            // Where there is no room for it, it is said to the ear alone.
            if window == (640, 400) {
                a_press_would_count(session).await?;
                ensure!(!is_advised(session).await?, "there is room for the advice");
            } else {
                until(&format!("the advice at {window:?}"), async || Ok(is_advised(session).await?.then_some(()))).await?;
            }
            ensure!(seen().await? == before, "at {window:?} the advice covers something");
        }
    }

    async fn a_hint_of_jitsis_that_comes_later_is_not_covered(session: &Session) {
        let page = WELCOME.replace("field.value ? \"block\" : \"none\"", "\"none\"");
        session.site().set("meet.jit.si", "/", Page::html(&page));
        session.in_view((1280, 800)).await?;
        session.open(ROOM).await?;
        ensure!(settled(session).await?);
        let show = "(root, shown) => { root.querySelector('.hint').style.display = shown; }";
        let hint = async || pixels_of(HINT, session.picture(Place::Page).await?);
        session.call(Place::Page, show, json!(["block"])).await?;
        let before = hint().await?;
        ensure!(before > 1000, "no hint is to be seen");
        session.call(Place::Page, show, json!(["none"])).await?;
        session.type_into(Place::Page, "enter_room_field", "standup").await?;
        until("the advice", async || Ok(is_advised(session).await?.then_some(()))).await?;
        session.call(Place::Page, show, json!(["block"])).await?;
        until("the hint beside the advice", async || Ok((hint().await? == before).then_some(()))).await?;
        assert!(is_advised(session).await?);
    }
}
