//! Files that are saved and read on the settings page.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, HtmlElement};

use super::anew;
use super::control::input;
use super::saved::tell;
use crate::browser::{dom, i18n};
use crate::text::Text;

/// What became of a file that was chosen: nothing more is to be said, or what is wrong with what it holds; or the browser
/// failed.
pub(super) type Taken = Result<Option<Text>, JsValue>;

/// Has the button `NAME-read` ask for a file, and `take` read the one that is chosen; `done` is said when all went well.
pub(super) fn on_chosen<F: Future<Output = Taken> + 'static>(
    name: &'static str,
    done: &'static str,
    take: impl Fn(Blob) -> F + 'static,
) -> Result<(), JsValue> {
    // The browser's own field for files says what it is in the browser's language, which may be another one.
    dom::on(&format!("{name}-read"), "click", move |_| {
        if let Ok(field) = dom::element::<HtmlElement>(&format!("{name}-file")) {
            field.click();
        }
    })?;
    dom::on(&format!("{name}-file"), "change", move |_| {
        let Ok(field) = input(&format!("{name}-file")) else { return };
        let Some(chosen) = field.files().and_then(|files| files.get(0)) else { return };
        let taking = take(chosen.into());
        spawn_local(async move {
            let taken = taking.await;
            // The same file can be chosen once more.
            field.set_value("");
            say(name, done, taken).await;
        });
    })
}

async fn say(name: &str, done: &str, taken: Taken) {
    let (problem, outcome) = match taken {
        Ok(problem) => (problem, anew::show().await),
        Err(error) => (None, Err(error)),
    };
    let said = problem.as_ref().map(i18n::say).unwrap_or_default();
    dom::set_text(&format!("{name}-file-problem"), &said).ok();
    if problem.is_none() || outcome.is_err() {
        tell(&outcome, done);
    }
}
