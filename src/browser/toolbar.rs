//! The toolbar icon of a tab, where no page can touch it.

use js_sys::{Object, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::i18n::say;
use super::webext::{self, object};
use crate::background::Mark;
use crate::settings::named_hosts;
use crate::text::{Gap, Text, Tone};

/// The icon in the two sizes that toolbars show: by itself, and where there is danger.
const ICON: [&str; 2] = ["/icons/icon-16.png", "/icons/icon-32.png"];
const DANGER_ICON: [&str; 2] = ["/icons/danger-16.png", "/icons/danger-32.png"];

/// The colour behind a sign that is no alarm.
const OFF: &str = "#5f6368";

/// Marks the icon of `tab`.
pub(super) async fn mark(tab: i32, mark: Mark) {
    let (text, color, icon) = match mark.tone {
        Tone::Danger => ("!", "#b3261e", DANGER_ICON),
        Tone::Caution => ("?", "#8a5a00", ICON),
        Tone::Off => ("!", OFF, ICON),
        Tone::Calm => ("", "#1f6f5c", ICON),
    };
    // A path for each width in pixels.
    let [small, large] = icon.map(JsValue::from);
    let icon = object(&[("16", small), ("32", large)]);
    let of_tab = |what: &str, value: JsValue| object(&[("tabId", tab.into()), (what, value)]);
    let calls = badge(text, color, &mark.title, of_tab);
    carry_out(calls.into_iter().chain([webext::set_icon(&of_tab("path", icon.into()))])).await;
}

/// Marks the icon in all tabs of whose pages nothing is said, while `hosts` are to be watched and are not, for want of
/// the user's permission. With none the mark goes.
pub(super) async fn mark_waiting(hosts: &[String]) {
    let (text, title) = match hosts {
        [] => ("", Text::new("action_title")),
        _ => ("…", Text::with("permit_waiting", [Gap::Words(named_hosts(hosts))])),
    };
    carry_out(badge(text, OFF, &say(&title), |what, value| object(&[(what, value)]))).await;
}

/// Has a badge shown and a title said, where `of` says; all is begun at once.
fn badge(text: &str, color: &str, title: &str, of: impl Fn(&str, JsValue) -> Object) -> [Promise; 3] {
    [
        webext::set_badge_text(&of("text", text.into())),
        webext::set_badge_background_color(&of("color", color.into())),
        webext::set_title(&of("title", title.into())),
    ]
}

/// Waits for what was begun.
async fn carry_out(calls: impl IntoIterator<Item = Promise>) {
    for call in calls {
        // The tab may have been closed meanwhile, and a browser may have no toolbar: that is no error of ours.
        JsFuture::from(call).await.ok();
    }
}
