//! What a person does in a browser.

use anyhow::{bail, ensure};
use serde_json::json;
use thirtyfour::common::command::{Actions, Command};

use super::Session;
use crate::script;
use crate::seam::{Key, Place};
use crate::wait::until;

impl Session {
    /// Clicks the middle of an element with the browser's own pointer, once it has stopped moving.
    ///
    /// # Errors
    ///
    /// When there is no such element that a person could see.
    pub async fn click(&self, place: Place, id: &str) -> anyhow::Result<()> {
        let what = format!("#{id} at rest in the {place:?}");
        until(&what, async || {
            let Some(spot) = self.middle(place, id).await? else { return Ok(None) };
            if place == Place::Popup {
                // A popup grows and shrinks with what is in it.
                return Ok(self.seam.click_in_popup(id, spot).await?.then_some(()));
            }
            self.click_at(place, spot).await.map(Some)
        })
        .await
    }

    /// Clicks as [`Session::click`] does if the element is there and at rest, and does nothing if not: for what goes
    /// once it was clicked, when a test cannot know whether it was.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn click_if_there(&self, place: Place, id: &str) -> anyhow::Result<()> {
        match self.middle(place, id).await? {
            Some(spot) => self.click_at(place, spot).await,
            None => Ok(()),
        }
    }

    /// The middle of an element that a person could see and that does not move.
    async fn middle(&self, place: Place, id: &str) -> anyhow::Result<Option<(f64, f64)>> {
        let value = self.call(place, script::MIDDLE, json!([id])).await?;
        Ok(value[0].as_f64().zip(value[1].as_f64()))
    }

    /// Clicks at a spot, in CSS pixels of the place's viewport, whatever is there.
    ///
    /// # Errors
    ///
    /// When the place is not the page or the warning in it, or is not there.
    pub async fn click_at(&self, place: Place, (x, y): (f64, f64)) -> anyhow::Result<()> {
        match place {
            Place::Page | Place::Warning => {
                #[expect(clippy::cast_possible_truncation, reason = "a spot on a screen")]
                let (x, y) = (x as i64, y as i64);
                Ok(self.seam.driver().await?.action_chain().move_to(x, y).click().perform().await?)
            }
            Place::Popup | Place::Background => bail!("no spot of the {place:?} is clicked"),
        }
    }

    /// Taps the middle of an element of the page or of the warning in it with a finger, once it has stopped moving.
    ///
    /// # Errors
    ///
    /// When there is no such element that a person could see.
    pub async fn tap(&self, place: Place, id: &str) -> anyhow::Result<()> {
        let what = format!("#{id} at rest in the {place:?}");
        let (x, y) = until(&what, async || self.middle(place, id).await).await?;
        let finger = json!([{
            "type": "pointer",
            "id": "finger",
            "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": x.floor(), "y": y.floor() },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]);
        let tap = Command::PerformActions(Actions::from(finger));
        self.seam.driver().await?.handle().cmd(tap).await?;
        Ok(())
    }

    /// Clicks a field and types into it, key by key.
    ///
    /// # Errors
    ///
    /// When there is no such field.
    pub async fn type_into(&self, place: Place, id: &str, text: &str) -> anyhow::Result<()> {
        self.click(place, id).await?;
        self.type_keys(place, text).await
    }

    /// Presses and releases a key.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn press(&self, place: Place, key: Key) -> anyhow::Result<()> {
        if place == Place::Popup {
            return self.seam.press_in_popup(key).await;
        }
        let key = key.webdriver();
        Ok(self.seam.driver().await?.action_chain().key_down(key.clone()).key_up(key).perform().await?)
    }

    /// Presses the extension's button in the toolbar and waits until its popup has loaded.
    ///
    /// # Errors
    ///
    /// When no popup appears.
    pub async fn open_popup(&self) -> anyhow::Result<()> {
        self.seam.open_popup().await?;
        until("the popup to load", async || {
            let ready = "(root) => root.readyState === 'complete' && root.URL !== 'about:blank'";
            Ok((self.call(Place::Popup, ready, json!([])).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// Opens the popup as only a person can, which lets the extension know the tab's address.
    ///
    /// # Errors
    ///
    /// When no popup appears.
    pub async fn open_popup_in_person(&self) -> anyhow::Result<()> {
        self.seam.open_popup_in_person().await?;
        until("the popup", async || Ok(self.popup_is_open().await?.then_some(()))).await
    }

    /// Opens the context menu at an element of the page and chooses the entry `label`. In Chromium, which shows
    /// its menu to no driver, the extension is told so, and the field, which may be in a frame, has to have the focus
    /// already.
    ///
    /// # Errors
    ///
    /// When there is no such entry.
    pub async fn choose_from_menu(&self, id: &str, label: &str) -> anyhow::Result<()> {
        self.seam.choose_from_menu(id, label).await
    }

    /// Presses the keys of a command of the extension. In Chromium, which takes them from no driver, the
    /// extension is told as if they had been pressed.
    ///
    /// # Errors
    ///
    /// When there is no such command.
    pub async fn command(&self, name: &str) -> anyhow::Result<()> {
        self.seam.command(name).await
    }

    /// Presses and releases a key this many times, as fast as the driver can, whatever comes of it meanwhile.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press_many(&self, key: Key, times: usize) -> anyhow::Result<()> {
        let chain = self.seam.driver().await?.action_chain();
        let presses =
            (0..times).fold(chain, |chain, _| chain.key_down(key.webdriver()).key_up(key.webdriver()));
        Ok(presses.perform().await?)
    }

    /// Presses a key in the page and holds it until it has repeated itself a few times, then releases it.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn hold(&self, key: Key) -> anyhow::Result<()> {
        self.seam.hold(key).await
    }

    /// Types into whatever has the focus, key by key.
    ///
    /// # Errors
    ///
    /// When the place is not there.
    pub async fn type_keys(&self, place: Place, text: &str) -> anyhow::Result<()> {
        match place {
            Place::Popup => self.seam.type_in_popup(text).await,
            _ => Ok(self.seam.driver().await?.action_chain().send_keys(text).perform().await?),
        }
    }

    /// Lets the page in the current tab be as on a phone: `width` CSS pixels wide, with a finger for a pointer.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn on_a_phone(&self, width: u32) -> anyhow::Result<()> {
        self.seam.on_a_phone(width).await
    }

    /// Gives the page in the current tab a window of exactly this size, in CSS pixels.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn in_view(&self, (width, height): (u32, u32)) -> anyhow::Result<()> {
        self.seam.in_view(width, height).await?;
        until("the page's window", async || {
            let seen = self.call(Place::Page, "() => [innerWidth, innerHeight]", json!([])).await?;
            ensure!(seen == json!([width, height]), "the page sees {seen}");
            Ok(Some(()))
        })
        .await
    }

    /// Types the extension's keyword and `text` into the address bar, and presses Enter. In Chromium, as with
    /// [`Self::command`], the extension is told so.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn enter_in_address_bar(&self, text: &str) -> anyhow::Result<()> {
        self.seam.enter_in_address_bar(text).await
    }
}
