//! What the two browsers are steered by in ways of their own, and what that is said in.

mod costs;
mod place;
mod spoken;

use std::path::Path;

use async_trait::async_trait;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::script;

pub use costs::PageCosts;
pub use place::{End, Key, Looks, Place, Rect};
pub use spoken::Spoken;

/// What differs between the browsers.
#[async_trait(?Send)]
pub(crate) trait Seam: Send {
    /// The WebDriver session, which speaks to the page.
    async fn driver(&self) -> anyhow::Result<&WebDriver>;
    /// Calls a JavaScript function with the document or shadow root of `place` and `arguments`.
    async fn call(&self, place: Place, function: &str, arguments: Value) -> anyhow::Result<Value>;
    /// What a screen reader reads of the document of `place`.
    async fn aloud(&self, place: Place) -> anyhow::Result<Spoken>;
    /// Lets the document of `place` look as a user who prefers `looks` sees it.
    async fn prefer(&self, place: Place, looks: Looks) -> anyhow::Result<()>;
    /// Doubles the letters in `place` and nothing else.
    async fn double_letters(&self, place: Place) -> anyhow::Result<()> {
        self.call(place, script::DOUBLE_LETTERS, json!([])).await.map(drop)
    }
    /// Lets the page in the current tab be as on a phone: `width` CSS pixels wide, with a finger for a pointer.
    async fn on_a_phone(&self, width: u32) -> anyhow::Result<()>;
    async fn in_view(&self, width: u32, height: u32) -> anyhow::Result<()>;
    /// Presses the toolbar button.
    async fn open_popup(&self) -> anyhow::Result<()>;
    /// Presses the toolbar button in a way that grants the extension the tab.
    async fn open_popup_in_person(&self) -> anyhow::Result<()> {
        self.open_popup().await
    }
    /// Whether the popup is open.
    async fn popup_is_open(&self) -> anyhow::Result<bool>;
    /// Clicks at a spot in the popup if the element `id` is there, which says so.
    async fn click_in_popup(&self, id: &str, spot: (f64, f64)) -> anyhow::Result<bool>;
    /// Types into what has the focus in the popup.
    async fn type_in_popup(&self, text: &str) -> anyhow::Result<()>;
    /// Presses a key in the popup.
    async fn press_in_popup(&self, key: Key) -> anyhow::Result<()>;
    async fn hold(&self, key: Key) -> anyhow::Result<()>;
    /// Chooses the entry `label` of the context menu at an element of the page.
    async fn choose_from_menu(&self, id: &str, label: &str) -> anyhow::Result<()>;
    /// Presses the keys of a command of the extension.
    async fn command(&self, name: &str) -> anyhow::Result<()>;
    /// Types the extension's keyword and `text` into the address bar, and presses Enter.
    async fn enter_in_address_bar(&self, text: &str) -> anyhow::Result<()>;
    /// What stands below the address bar while the extension's keyword and `text` stand in it.
    async fn suggested_in_address_bar(&self, text: &str) -> anyhow::Result<Vec<String>>;
    /// A picture of the popup, as PNG.
    async fn picture_of_popup(&self) -> anyhow::Result<Vec<u8>>;
    /// A picture of the whole page in the current tab, however much of it is out of sight, as PNG.
    async fn picture_of_whole_page(&self) -> anyhow::Result<Vec<u8>>;
    /// A picture of the whole window with its toolbar, as PNG.
    async fn picture_of_window(&self) -> anyhow::Result<Vec<u8>>;
    /// The text on the toolbar button, for the current tab.
    async fn badge(&self) -> anyhow::Result<String>;
    /// Which of its pictures the extension has for the toolbar button of the current tab: the path of the large one.
    async fn icon(&self) -> anyhow::Result<String>;
    /// The text on the clipboard.
    async fn clipboard(&self) -> anyhow::Result<String>;
    /// The addresses of all tabs.
    async fn tabs(&self) -> anyhow::Result<Vec<String>>;
    /// Ends the background as the browser does when it has nothing to do.
    async fn sleep(&self) -> anyhow::Result<()>;
    /// Loads the extension anew, as an update does.
    async fn reload_extension(&self) -> anyhow::Result<()>;
    /// What the page in the current tab costs.
    async fn page_costs(&self) -> anyhow::Result<PageCosts>;
    /// How much memory JavaScript holds in the page of the current tab.
    async fn page_heap(&self) -> anyhow::Result<f64>;
    /// What the extension itself asked of the network so far.
    async fn extension_requests(&self) -> anyhow::Result<Vec<String>>;
    /// Installs the unpacked extension in the folder, as somebody does who has not had it yet.
    async fn install(&mut self, extension: &Path) -> anyhow::Result<()>;
    /// Takes the extension away, and all that a test left behind: tabs but for a new one, what pages of these `hosts`
    /// stored, how the browser was made to look.
    async fn clear(&mut self, hosts: &[String]) -> anyhow::Result<()>;
    /// What there is in the browser that a test may have left behind; the same in every browser that is as new.
    async fn traces(&self) -> anyhow::Result<Value>;
    /// Ends the browser and starts it again with the same profile and tabs.
    async fn restart(self: Box<Self>, end: End) -> anyhow::Result<Box<dyn Seam>>;
    /// Ends the browser.
    async fn quit(self: Box<Self>) -> anyhow::Result<()>;
}

/// The texts in a list.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    let strings = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    strings.map(str::to_owned).collect()
}
