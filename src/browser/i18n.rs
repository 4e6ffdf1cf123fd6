//! Sentences in the user's language.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element};

use super::webext;
use crate::jitsi::Server;
use crate::text::{Gap, Text};

/// The words of `text`.
pub(super) fn say(text: &Text) -> String {
    webext::get_message(text.key, text.gaps.iter().map(|gap| JsValue::from(write(gap))).collect())
}

/// What stands in a gap, as the user's language writes it.
fn write(gap: &Gap) -> String {
    match gap {
        Gap::Words(words) => words.clone(),
        Gap::Number(number) => self::number(f64::from(*number)),
        Gap::Bits(bits) => self::number(bits.get()),
        Gap::Language(code) => {
            webext::language_name(&word("language"), code).unwrap_or_else(|_| code.clone())
        }
        Gap::List(all) => {
            let all: Vec<String> = all.iter().map(|one| say(&Text::with("quoted", [one.clone()]))).collect();
            webext::listed(&word("language"), &all).unwrap_or_else(|_| all.join(", "))
        }
    }
}

/// The words of the sentence `key`, which has no gaps.
pub(super) fn word(key: &str) -> String {
    webext::get_message(key, Array::new())
}

/// A number as the user's language writes it, cut to one decimal and not rounded: a strength is never said to be more than
/// it is.
pub(super) fn number(number: f64) -> String {
    webext::cut_to_a_decimal(&word("language"), number).unwrap_or_else(|_| number.to_string())
}

/// What is said of a server whose name has letters of its own, in both its spellings.
pub(super) fn both_spellings(server: &Server) -> Option<String> {
    let unicode = server.unicode()?;
    Some(say(&Text::with("server_written", [server.to_string(), unicode])))
}

/// The language of the sentences and the direction that it is written in (`ltr` or `rtl`). Both are the
/// sentences' own: the browser itself may speak a language that these pages do not.
pub(super) fn language() -> (String, String) {
    (word("language"), word("direction"))
}

/// Writes the words into a page: `data-text` holds the key of an element's text, and `data-label`,
/// `data-placeholder` and `data-title` those of the attributes.
pub(super) fn translate(document: &Document) -> Result<(), JsValue> {
    if let Some(root) = document.document_element() {
        let (language, direction) = language();
        root.set_attribute("lang", &language)?;
        root.set_attribute("dir", &direction)?;
    }
    for (source, target) in
        [("data-label", "aria-label"), ("data-placeholder", "placeholder"), ("data-title", "title")]
    {
        each(document, source, |element, key| element.set_attribute(target, &word(key)))?;
    }
    each(document, "data-text", |element, key| {
        element.set_text_content(Some(&word(key)));
        Ok(())
    })
}

fn each(
    document: &Document,
    attribute: &str,
    act: impl Fn(&Element, &str) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    let found = document.query_selector_all(&format!("[{attribute}]"))?;
    for element in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()) {
        if let Some(key) = element.get_attribute(attribute) {
            act(&element, &key)?;
        }
    }
    Ok(())
}
