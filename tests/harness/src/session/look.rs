//! What a person sees in a browser.

use anyhow::{Context, bail, ensure};
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use super::Session;
use crate::script;
use crate::seam::{Looks, Place, Rect, Spoken};
use crate::wait::until;

impl Session {
    /// The text of the element with this id, as laid out; nothing if there is no such element.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn text(&self, place: Place, id: &str) -> anyhow::Result<Option<String>> {
        let value = self.call(place, script::TEXT, json!([id])).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Waits until the text of an element satisfies `wanted`; gives it.
    ///
    /// # Errors
    ///
    /// When it does not in time, with the text that it has.
    pub async fn text_when(
        &self,
        place: Place,
        id: &str,
        wanted: impl Fn(&str) -> bool,
    ) -> anyhow::Result<String> {
        until("a text", async || {
            let text = self.text(place, id).await?.unwrap_or_default();
            ensure!(wanted(&text), "#{id} in the {place:?} says {text:?}");
            Ok(Some(text))
        })
        .await
    }

    /// What is typed in the field with this id.
    ///
    /// # Errors
    ///
    /// When the place or the field is not there.
    pub async fn value(&self, place: Place, id: &str) -> anyhow::Result<String> {
        let value = self.call(place, "(root, id) => root.getElementById(id).value", json!([id])).await?;
        value.as_str().map(str::to_owned).context("the element has no value")
    }

    /// Where the element is; nothing if it is not there or a person would not see it.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn rect(&self, place: Place, id: &str) -> anyhow::Result<Option<Rect>> {
        let value = self.call(place, script::RECT, json!([id])).await?;
        let [x, y, width, height] = [0, 1, 2, 3].map(|index| value[index].as_f64());
        Ok((|| Some(Rect { x: x?, y: y?, width: width?, height: height? }))())
    }

    /// Whether a click in the middle of the element would reach it: nothing lies above it.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn is_reachable(&self, place: Place, id: &str) -> anyhow::Result<bool> {
        Ok(self.call(place, script::REACHABLE, json!([id])).await?.as_bool().unwrap_or(false))
    }

    /// The id of the element that has the focus in this place; empty if it has none.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn focused(&self, place: Place) -> anyhow::Result<String> {
        let value = self.call(place, "(root) => root.activeElement?.id ?? ''", json!([])).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// What a screen reader calls the element that has the focus in the page.
    ///
    /// # Errors
    ///
    /// When the browser does not say.
    pub async fn focused_name(&self) -> anyhow::Result<String> {
        let driver = self.seam.driver().await?;
        let element = driver.active_element().await?.element_id();
        let name = driver.handle().cmd(ComputedLabel(element.to_string())).await?.value_json()?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// What a screen reader reads of the page or the popup, in its order; of the page with the warning in it.
    ///
    /// # Errors
    ///
    /// When the place is not there, or is no document.
    pub async fn aloud(&self, place: Place) -> anyhow::Result<Spoken> {
        ensure!(place != Place::Background, "the background is not read");
        self.seam.aloud(place).await
    }

    /// What stands below the address bar while the extension's keyword and `text` stand in it. In Chromium, whose
    /// address bar no driver sees, what the extension answers when it is asked.
    ///
    /// # Errors
    ///
    /// When the browser does not say.
    pub async fn suggested_in_address_bar(&self, text: &str) -> anyhow::Result<Vec<String>> {
        self.seam.suggested_in_address_bar(text).await
    }

    /// A picture of the whole window with its toolbar, as PNG.
    ///
    /// # Errors
    ///
    /// Always in Chromium, which shows its toolbar to no driver.
    pub async fn picture_of_window(&self) -> anyhow::Result<Vec<u8>> {
        self.seam.picture_of_window().await
    }

    /// Lets the document of `place` look as a user who prefers `looks` sees it.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn prefer(&self, place: Place, looks: Looks) -> anyhow::Result<()> {
        self.seam.prefer(place, looks).await
    }

    /// Shows what is in `place` with letters of twice their size.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn double_letters(&self, place: Place) -> anyhow::Result<()> {
        self.seam.double_letters(place).await
    }

    /// Whether the popup is open.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn popup_is_open(&self) -> anyhow::Result<bool> {
        self.seam.popup_is_open().await
    }

    /// Whether there is a warning in the page that a person sees.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn is_warned(&self) -> anyhow::Result<bool> {
        // The place is missing where no warning was ever painted, which is an answer here.
        Ok(self.rect(Place::Warning, script::WARNING).await.ok().flatten().is_some())
    }

    /// Waits until there is a warning in the page; gives its text.
    ///
    /// # Errors
    ///
    /// When none comes in time.
    pub async fn warning(&self) -> anyhow::Result<String> {
        until("a warning in the page", async || Ok(self.is_warned().await?.then_some(()))).await?;
        self.text_when(Place::Warning, script::WARNING, |text| !text.is_empty()).await
    }

    /// Waits until there is no warning in the page.
    ///
    /// # Errors
    ///
    /// When it stays.
    pub async fn warning_gone(&self) -> anyhow::Result<()> {
        until("the warning to go", async || Ok((!self.is_warned().await?).then_some(()))).await
    }

    /// The text on the toolbar button, for the current tab; empty where there is none.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn badge(&self) -> anyhow::Result<String> {
        self.seam.badge().await
    }

    /// The picture on the toolbar button, for the current tab: the path of its file of 32 pixels in the package.
    ///
    /// Firefox tells what it shows. Chromium does not, so what the extension asked it for last is told, from the
    /// first call on: until then it is empty.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn icon(&self) -> anyhow::Result<String> {
        self.seam.icon().await
    }

    /// The text on the clipboard; empty where there is none.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn clipboard(&self) -> anyhow::Result<String> {
        self.seam.clipboard().await
    }

    /// A picture of the whole page in the current tab, however much of it is out of sight, as PNG.
    ///
    /// # Errors
    ///
    /// When the browser gives none.
    pub async fn picture_of_whole_page(&self) -> anyhow::Result<Vec<u8>> {
        self.seam.picture_of_whole_page().await
    }

    /// A picture of the page or the popup, as PNG.
    ///
    /// # Errors
    ///
    /// When the place is not there, or has no looks.
    pub async fn picture(&self, place: Place) -> anyhow::Result<Vec<u8>> {
        match place {
            Place::Page | Place::Warning => Ok(self.seam.driver().await?.screenshot_as_png().await?),
            Place::Popup => self.seam.picture_of_popup().await,
            Place::Background => bail!("the background has no looks"),
        }
    }
}

/// WebDriver's question for the name of an element in the accessibility tree.
#[derive(Debug)]
struct ComputedLabel(String);

impl FormatRequestData for ComputedLabel {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(http::Method::GET, format!("/session/{session}/element/{}/computedlabel", self.0))
    }
}
