//! Three questions, in the guide and in the popup, and which tool suits the call. What is answered is kept nowhere.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::log::log;
use super::{dom, i18n};
use crate::call::{Encrypted, KeptFrom, NO_TOOL, People, Tool};

/// A question, of whose answers one is chosen.
struct Question<T: 'static> {
    /// What the ids of its answers begin with.
    name: &'static str,
    /// The key of its words.
    words: &'static str,
    /// What each answer means, what its id ends with, and the key of its words.
    answers: &'static [(T, &'static str, &'static str)],
}

const PEOPLE: Question<People> = Question {
    name: "people",
    words: "tool_people",
    answers: &[
        (People::Two, "two", "tool_two"),
        (People::Few, "few", "tool_few"),
        (People::Many, "many", "tool_many"),
    ],
};

const INSTALL: Question<bool> = Question {
    name: "install",
    words: "tool_install",
    answers: &[(true, "yes", "tool_yes"), (false, "no", "tool_no")],
};

const KEPT_FROM: Question<KeptFrom> = Question {
    name: "kept-from",
    words: "tool_kept_from",
    answers: &[
        (KeptFrom::Strangers, "strangers", "tool_strangers"),
        (KeptFrom::Company, "company", "tool_company"),
        (KeptFrom::CompanyAtAll, "company-at-all", "tool_company_at_all"),
    ],
};

impl<T: Copy> Question<T> {
    /// Puts the question into the form, with nothing chosen.
    fn ask(&self, form: &Element) -> Result<(), JsValue> {
        let group = dom::child(form, "fieldset", "", "")?;
        dom::child(&group, "legend", "", &i18n::word(self.words))?;
        for (_, end, words) in self.answers {
            let label = dom::child(&group, "label", "choice", "")?;
            let input = dom::child(&label, "input", "", "")?;
            input.set_id(&self.id(end));
            input.set_attribute("type", "radio")?;
            input.set_attribute("name", self.name)?;
            dom::child(&label, "span", "", &i18n::word(words))?;
        }
        Ok(())
    }

    fn id(&self, end: &str) -> String {
        format!("{}-{end}", self.name)
    }

    /// What was answered, if anything was.
    fn answer(&self) -> Option<T> {
        let is_chosen =
            |end| dom::element::<HtmlInputElement>(&self.id(end)).is_ok_and(|input| input.checked());
        self.answers.iter().find(|(_, end, _)| is_chosen(end)).map(|(meant, ..)| *meant)
    }
}

/// Asks the three questions in the page's form.
pub(super) fn start() -> Result<(), JsValue> {
    let form = dom::element("tools")?;
    PEOPLE.ask(&form)?;
    INSTALL.ask(&form)?;
    KEPT_FROM.ask(&form)?;
    dom::on("tools", "change", |_| log(answer()))
}

/// Says which tool suits, once all three questions are answered.
fn answer() -> Result<(), JsValue> {
    let (Some(people), Some(may_install), Some(kept_from)) =
        (PEOPLE.answer(), INSTALL.answer(), KEPT_FROM.answer())
    else {
        return Ok(());
    };
    let tool = Tool::fit(people, may_install, kept_from);
    let mut keys = tool.map_or(NO_TOOL.to_vec(), |tool| tool.sentences().to_vec());
    if tool.is_some_and(|tool| tool.encrypted() == Encrypted::No) {
        keys.push("tool_stay");
    }
    let place: Element = dom::element("tool-answer")?;
    place.set_text_content(None);
    for (at, key) in keys.into_iter().enumerate() {
        dom::child(&place, if at == 0 { "h3" } else { "p" }, "", &i18n::word(key))?;
    }
    // In the popup the questions alone fill most of what is in sight.
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    place.scroll_into_view_with_scroll_into_view_options(&nearest);
    Ok(())
}
