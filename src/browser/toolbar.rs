//! The toolbar icon of a tab, where no page can touch it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::webext::{self, object};
use crate::background::Mark;
use crate::text::Tone;

/// The icon in the two sizes that toolbars show: by itself, and where there is danger.
const ICON: [&str; 2] = ["/icons/icon-16.png", "/icons/icon-32.png"];
const DANGER_ICON: [&str; 2] = ["/icons/danger-16.png", "/icons/danger-32.png"];

/// Marks the icon of `tab`.
pub(super) async fn mark(tab: i32, mark: Mark) {
    let (text, color, icon) = match mark.tone {
        Tone::Danger => ("!", "#b3261e", DANGER_ICON),
        Tone::Caution => ("?", "#8a5a00", ICON),
        Tone::Off => ("!", "#5f6368", ICON),
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
