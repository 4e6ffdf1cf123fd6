//! What is stored: nothing but what the user asked for. On the way, which leads past nearly all that there is, nothing
//! is asked of the network, and our own pages keep to their content security policy.

use std::collections::BTreeSet;
use std::fs;

use harness::anyhow::{Context as _, Result, ensure};
use harness::wait::until;
use harness::{
    Browser, Key, Page, Place, Session, TempDir, Value, extension_with, in_both_browsers, json, run, run_with,
};

use crate::inspect::{leave_view, open_page, open_view};
use crate::support::{ROOM, copy_safe_link, press_until_gone, settled, store, stored, stored_as, tab_status};

/// Writes down, from before the page's first script, what its policy refuses. A violation that nobody is to see stays
/// on the document for the test to ask for.
const LISTEN: &str = "globalThis.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  violations.push(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`));
";

/// The extension, with a listener for violations in each of its pages.
fn listening(browser: Browser) -> Result<TempDir> {
    let extension = extension_with(browser, |_| {})?;
    fs::write(extension.path().join("listen.js"), LISTEN)?;
    for page in ["popup.html", "options.html", "guide.html"] {
        let path = extension.path().join(page);
        let text = fs::read_to_string(&path)?;
        let listen = "<meta charset=\"utf-8\"><script src=\"listen.js\"></script>";
        fs::write(path, text.replacen("<meta charset=\"utf-8\">", listen, 1))?;
    }
    Ok(extension)
}

async fn no_violation(session: &Session, place: Place) -> Result<()> {
    let violations = session.call(place, "() => globalThis.violations", json!([])).await?;
    ensure!(violations == json!([]), "refused in the {place:?}: {violations:#}");
    Ok(())
}

/// What is kept until the browser closes.
async fn in_memory(session: &Session) -> Result<BTreeSet<String>> {
    let keys = "async () => Object.keys(await chrome.storage.session.get())";
    let keys = session.call(Place::Background, keys, json!([])).await?;
    Ok(keys.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The SHA-256 of the link that opens the room `standup`.
const STANDUP: &str = "6e2a2a8490aeb5c50a2fac8a5c6c6e0781dff86b7bf7a6ce89f404f1455ff095";

/// What may be in memory: what the toolbar icon says of each page, of which room a person has put the warning away and
/// copied the link to the new one in its place, and the room that the popup offered last.
fn is_allowed_in_memory(key: &str) -> bool {
    let of_room = [format!("dismissed:{STANDUP}"), format!("team:{STANDUP}")];
    key == "offer" || key.starts_with("said:") || of_room.iter().any(|allowed| allowed == key)
}

/// Nothing lasts, in memory is only what the icon and a dismissal need, and nothing was asked of the network.
async fn nothing_is_kept(session: &Session, after: &str) -> Result<()> {
    let mut asked = session.extension_requests().await?;
    // What is written out in the address itself, as the browser's own calendar icon is, asks nobody.
    asked.retain(|address| !address.starts_with("data:") && !address.starts_with("blob:"));
    ensure!(asked.is_empty(), "asked for after {after}: {asked:?}");
    let stored = stored(session).await?;
    ensure!(stored == json!({}), "stored after {after}: {stored}");
    let kept = in_memory(session).await?;
    ensure!(kept.iter().all(|key| is_allowed_in_memory(key)), "in memory after {after}: {kept:?}");
    Ok(())
}

/// Makes rooms, copies, shares, checks names, and changes no setting.
async fn use_the_popup(session: &Session) -> Result<()> {
    session.open_popup().await?;
    tab_status(session, Place::Popup).await?;
    session.click(Place::Popup, "new-room").await?;
    session.click(Place::Popup, "copy-link").await?;
    session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
    session.type_into(Place::Popup, "check-input", "standup").await?;
    session.text_when(Place::Popup, "better-name", |text| text.contains("standup-")).await?;
    session.click(Place::Popup, "use-better").await?;
    open_view(session, Place::Popup, "change").await?;
    // A label tells what a call is about; it is no setting here.
    session.type_into(Place::Popup, "label-input", "acme").await?;
    session.text_when(Place::Popup, "room-name", |text| text.contains("acme")).await?;
    leave_view(session, Place::Popup).await?;
    open_view(session, Place::Popup, "share").await?;
    session.text_when(Place::Popup, "qr-hint", |text| !text.is_empty()).await?;
    session.click(Place::Popup, "calendar-file").await?;
    session.text_when(Place::Popup, "status", |text| text.contains("calendar file")).await?;
    leave_view(session, Place::Popup).await?;
    open_view(session, Place::Popup, "rooms").await?;
    session.text_when(Place::Popup, "rooms-none", |text| !text.is_empty()).await?;
    leave_view(session, Place::Popup).await?;
    open_view(session, Place::Popup, "talk").await?;
    session.type_into(Place::Popup, "guests", "3").await?;
    session.click(Place::Popup, "guests-make").await?;
    session.text_when(Place::Popup, "guest-2-words", |text| !text.is_empty()).await?;
    for id in ["new-check-words", "copy-check-words", "new-password", "copy-password"] {
        session.click(Place::Popup, id).await?;
    }
    session.text_when(Place::Popup, "status", |text| text.contains("password")).await?;
    no_violation(session, Place::Popup).await?;
    nothing_is_kept(session, "using the popup").await
}

/// Visits what is strong, what can be guessed and Skype, and takes what the warning offers.
async fn visit(session: &Session) -> Result<()> {
    session.open(&format!("{ROOM}rk7mq2wzx94fhpv")).await?;
    settled(session).await?;
    nothing_is_kept(session, "a strong room").await?;
    session.open(&format!("{ROOM}standup")).await?;
    session.warning().await?;
    copy_safe_link(session).await?;
    press_until_gone(session, "join-anyway").await?;
    nothing_is_kept(session, "a room that can be guessed").await?;
    session.open("https://web.skype.com/").await?;
    session.warning().await?;
    nothing_is_kept(session, "Skype").await?;
    let field = "<input id='enter_room_field' style='margin-top: 200px'>";
    session.site().set("meet.jit.si", "/", Page::html(field));
    session.open(ROOM).await?;
    settled(session).await?;
    session.type_into(Place::Page, "enter_room_field", "standup").await?;
    nothing_is_kept(session, "Jitsi's start page").await
}

/// Opens what there is to read and to set, and sets nothing.
async fn look_around(session: &Session) -> Result<()> {
    for page in ["guide.html", "options.html"] {
        open_page(session, page).await?;
        no_violation(session, Place::Page).await?;
        nothing_is_kept(session, page).await?;
    }
    // Mistakes, and a question that is answered with no.
    session.type_into(Place::Page, "watched-server", "http://x").await?;
    session.press(Place::Page, Key::Enter).await?;
    session.text_when(Place::Page, "watched-server-problem", |text| !text.is_empty()).await?;
    session.click(Place::Page, "forget").await?;
    session.click(Place::Page, "confirm-keep").await?;
    no_violation(session, Place::Page).await?;
    nothing_is_kept(session, "mistakes in the settings").await
}

/// Uses the shortcuts, whose wish is over once it was granted.
async fn take_shortcuts(session: &Session) -> Result<()> {
    session.open("https://chat.example/").await?;
    session.command("copy-link").await?;
    session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
    nothing_is_kept(session, "the keys").await?;
    session.enter_in_address_bar("acme weekly").await?;
    until("the room", async || Ok(session.address().await?.contains("/acme-weekly-").then_some(()))).await?;
    settled(session).await?;
    nothing_is_kept(session, "the address bar").await
}

in_both_browsers! {
    fn nothing_is_kept_that_nobody_asked_for(browser: Browser) {
        run_with(browser, listening(browser)?.path(), async |session| {
            nothing_is_kept(session, "the start").await?;
            use_the_popup(session).await?;
            visit(session).await?;
            look_around(session).await?;
            take_shortcuts(session).await
        })?;
    }

    fn what_is_asked_for_is_all_that_is_kept(browser: Browser) {
        run_with(browser, listening(browser)?.path(), async |session| {
            open_page(session, "options.html").await?;
            session.click(Place::Page, "start-muted").await?;
            let muted = json!({ "startMuted": true, "startWithoutVideo": false, "noThirdParties": false, "encryptEverywhere": false, "hideAddresses": false });
            stored_as(session, "linkOptions", muted).await?;
            session.click(Place::Page, "undo").await?;
            session.text_when(Place::Page, "status", |text| text.contains("Undone")).await?;
            session.click(Place::Page, "recent-rooms").await?;
            stored_as(session, "recentRooms", json!(true)).await?;
            no_violation(session, Place::Page).await?;
            open_page(session, "guide.html").await?;
            session.click(Place::Page, "verify").await?;
            stored_as(session, "tick:verify", json!(true)).await?;
            no_violation(session, Place::Page).await?;
            session.open_popup().await?;
            tab_status(session, Place::Popup).await?;
            session.click(Place::Popup, "copy-link").await?;
            session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
            let recent = format!("recent:{}", session.clipboard().await?);
            until("the room to be remembered", async || {
                Ok(stored(session).await?[&recent].is_number().then_some(()))
            })
            .await?;
            let stored = stored(session).await?;
            let keys: BTreeSet<&str> = stored.as_object().context("no storage")?.keys().map(String::as_str).collect();
            ensure!(keys == BTreeSet::from(["linkOptions", "recentRooms", "tick:verify", &recent]), "{stored}");
            // What is only listened for is refused too, or these tests see nothing.
            let refused = "(root) => {
              root.body.append(Object.assign(root.createElement('img'), { src: 'https://evil.example/x.png' }));
            }";
            session.call(Place::Popup, refused, json!([])).await?;
            until("the refusal to be heard", async || {
                Ok(no_violation(session, Place::Popup).await.is_err().then_some(()))
            })
            .await
        })?;
    }

    /// It is kept once more, for the seconds in which a browser that starts does not know it.
    fn an_administrators_policy_goes_when_there_is_none_any_more(browser: Browser) {
        run(browser, async |session| {
            store(session, json!({ "policy": { "holdPage": true } })).await?;
            session.open(&format!("{ROOM}standup")).await?;
            session.warning().await?;
            until("the policy to be forgotten", async || {
                Ok((stored(session).await? == json!({})).then_some(()))
            })
            .await
        })?;
    }
}
