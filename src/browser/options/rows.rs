//! Lists from which the user can delete.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::{dom, i18n};
use crate::text::Text;

/// What a button beside a row does, and the sentence on it for whoever does not see the row, with a gap for the item.
pub(super) type Delete<T> = (&'static str, fn(T));

/// Shows `items` in the list `id`. `draw` writes each into its row, and a button beside it deletes. Without `delete` there is
/// no button.
pub(super) fn show<T: Clone + ToString + 'static>(
    id: &str,
    items: &[T],
    draw: impl Fn(&Element, &T) -> Result<(), JsValue>,
    delete: Option<Delete<T>>,
) -> Result<(), JsValue> {
    let list: Element = dom::element(id)?;
    // Rows that stand there stay: the keyboard or a press may be in them.
    let names: Vec<String> = items.iter().map(T::to_string).collect();
    let shown = format!("{} {}", delete.is_some(), names.join(" "));
    if list.get_attribute("data-shown").as_ref() == Some(&shown) {
        return Ok(());
    }
    list.set_attribute("data-shown", &shown)?;
    list.set_text_content(None);
    for (item, name) in items.iter().zip(names) {
        let row = dom::child(&list, "li", "", "")?;
        draw(&row, item)?;
        let Some((sentence, delete)) = delete else { continue };
        let button = dom::child(&row, "button", "", &i18n::word("options_delete"))?;
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-label", &i18n::say(&Text::with(sentence, [name])))?;
        let item = item.clone();
        let act = Closure::<dyn FnMut()>::new(move || delete(item.clone()));
        button.add_event_listener_with_callback("click", act.into_js_value().unchecked_ref())?;
    }
    Ok(())
}
