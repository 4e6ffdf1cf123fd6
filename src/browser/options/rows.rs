//! Lists with a button beside each row.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::{dom, i18n};
use crate::text::Text;

/// A button beside a row.
pub(super) struct Button<T> {
    /// The word on it.
    pub(super) word: &'static str,
    /// The sentence on it for whoever does not see the row, with a gap for the item.
    pub(super) sentence: &'static str,
    /// What it does with the item.
    pub(super) press: fn(T),
}

impl<T> Button<T> {
    /// A button that deletes, with its sentence.
    pub(super) const fn delete(sentence: &'static str, press: fn(T)) -> Self {
        Self { word: "options_delete", sentence, press }
    }
}

/// Shows `items` in the list `id`. `draw` writes each into its row, and `button` stands beside it, if there is one.
pub(super) fn show<T: Clone + ToString + 'static>(
    id: &str,
    items: &[T],
    draw: impl Fn(&Element, &T) -> Result<(), JsValue>,
    button: Option<&Button<T>>,
) -> Result<(), JsValue> {
    let list: Element = dom::element(id)?;
    // Rows that stand there stay: the keyboard or a press may be in them.
    let names: Vec<String> = items.iter().map(T::to_string).collect();
    let shown = format!("{} {}", button.is_some(), names.join(" "));
    if list.get_attribute("data-shown").as_ref() == Some(&shown) {
        return Ok(());
    }
    list.set_attribute("data-shown", &shown)?;
    list.set_text_content(None);
    for (item, name) in items.iter().zip(names) {
        let row = dom::child(&list, "li", "", "")?;
        draw(&row, item)?;
        let Some(&Button { word, sentence, press }) = button else { continue };
        let button = dom::child(&row, "button", "", &i18n::word(word))?;
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-label", &i18n::say(&Text::with(sentence, [name])))?;
        let item = item.clone();
        let act = Closure::<dyn FnMut()>::new(move || press(item.clone()));
        button.add_event_listener_with_callback("click", act.into_js_value().unchecked_ref())?;
    }
    Ok(())
}
