//! The toolbar icon of a tab, where no page can touch it.

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
    let of_tab = |what, value| object(&[("tabId", tab.into()), (what, value)]);
    let calls = [
        webext::set_badge_text(&of_tab("text", text.into())),
        webext::set_badge_background_color(&of_tab("color", color.into())),
        webext::set_title(&of_tab("title", mark.title.into())),
        webext::set_icon(&of_tab("path", icon.into())),
    ];
    for call in calls {
        // The tab may have been closed meanwhile, which is no error of ours.
        JsFuture::from(call).await.ok();
    }
}

/// Marks the icon in all tabs of whose pages nothing is said, while `hosts` are to be watched and are not, for want of
/// the user's permission. With none the mark goes.
pub(super) async fn mark_waiting(hosts: &[String]) {
    let (text, title) = match hosts {
        [] => ("", Text::new("action_title")),
        _ => ("…", Text::with("permit_waiting", [Gap::Words(named_hosts(hosts))])),
    };
    let everywhere = |what, value| object(&[(what, value)]);
    let calls = [
        webext::set_badge_text(&everywhere("text", text.into())),
        webext::set_badge_background_color(&everywhere("color", OFF.into())),
        webext::set_title(&everywhere("title", say(&title).into())),
    ];
    for call in calls {
        // A browser without a toolbar has no icon to mark.
        JsFuture::from(call).await.ok();
    }
}
