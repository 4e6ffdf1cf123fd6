//! The styles of a name, to be chosen from.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlOptionElement, HtmlSelectElement};

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
