//! The styles of a name, to be chosen from.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlOptionElement, HtmlSelectElement};

use super::{dom, i18n};
use crate::room::Style;
use crate::wordlist::WordList;

/// Offers `styles` in `select`.
pub(super) fn offer(
    select: &HtmlSelectElement,
    styles: impl IntoIterator<Item = Style>,
) -> Result<(), JsValue> {
    for style in styles {
        let option = dom::child(select, "option", "", &i18n::word(key(style)))?;
        option.unchecked_into::<HtmlOptionElement>().set_value(style.id());
    }
    Ok(())
}

/// Marks the language of what the element `id` shows, which was drawn for `style`, so that it is read out as such.
pub(super) fn mark_language(id: &str, style: Style) -> Result<(), JsValue> {
    let element: Element = dom::element(id)?;
    match language(style) {
        Some(language) => element.set_attribute("lang", language),
        None => element.remove_attribute("lang"),
    }
}

/// The language of a style's words, as a BCP 47 tag; letters and digits are of none.
const fn language(style: Style) -> Option<&'static str> {
    match style {
        Style::Words(WordList::EffLarge | WordList::EffShort) => Some("en"),
        Style::Words(WordList::Spanish) => Some("es"),
        Style::Words(WordList::French) => Some("fr"),
        Style::Words(WordList::Italian) => Some("it"),
        Style::Words(WordList::Portuguese) => Some("pt"),
        Style::Words(WordList::Czech) => Some("cs"),
        Style::Characters => None,
    }
}

/// The key of a style's name in `_locales`.
const fn key(style: Style) -> &'static str {
    match style {
        Style::Words(WordList::EffLarge) => "style_words",
        Style::Words(WordList::EffShort) => "style_words_short",
        Style::Words(WordList::Spanish) => "style_words_es",
        Style::Words(WordList::French) => "style_words_fr",
        Style::Words(WordList::Italian) => "style_words_it",
        Style::Words(WordList::Portuguese) => "style_words_pt",
        Style::Words(WordList::Czech) => "style_words_cs",
        Style::Characters => "style_characters",
    }
}
