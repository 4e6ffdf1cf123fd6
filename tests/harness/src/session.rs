//! A browser with the extension, its toolbar popup, the warning in the page.

use std::path::Path;

use anyhow::{Context, bail, ensure};
use async_trait::async_trait;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::chromium::Chromium;
use crate::firefox::Firefox;
use crate::wait::until;
use crate::{Browser, Site, locate, script};

/// The page that opens when the extension was installed.
const GUIDE: &str = "guide.html";

/// Where in the browser something is to be read or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The page in the current tab, as the page itself sees it.
    Page,
    /// Inside the closed shadow root of the warning in that page.
    Warning,
    /// The toolbar popup, while it is open.
    Popup,
    /// The extension's background: a service worker in Chromium, an event page in Firefox. It has no document,
    /// so functions run here get `null` for one.
    Background,
}

/// A key that is not a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// Enter.
    Enter,
    /// Space, which presses buttons and ticks boxes.
    Space,
    /// The arrow to the right.
    ArrowRight,
}

impl Key {
    /// The name that the browser's key events have for it, and its legacy key code (UI Events, section 7).
    pub(crate) fn name_and_code(self) -> (&'static str, u32) {
        match self {
            Self::Escape => ("Escape", 27),
            Self::Tab => ("Tab", 9),
            Self::Enter => ("Enter", 13),
            Self::Space => (" ", 32),
            Self::ArrowRight => ("ArrowRight", 39),
        }
    }

    fn webdriver(self) -> thirtyfour::Key {
        match self {
            Self::Escape => thirtyfour::Key::Escape,
            Self::Tab => thirtyfour::Key::Tab,
            Self::Enter => thirtyfour::Key::Enter,
            Self::Space => thirtyfour::Key::Space,
            Self::ArrowRight => thirtyfour::Key::Right,
        }
    }
}

/// Where an element is, in CSS pixels of its document's viewport.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Distance of the left edge.
    pub x: f64,
    /// Distance of the upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What differs between the browsers.
#[async_trait(?Send)]
pub(crate) trait Seam {
    /// The WebDriver session.
    fn driver(&self) -> &WebDriver;
    /// Calls a JavaScript function with the document or shadow root of `place` and `arguments`.
    async fn call(&self, place: Place, function: &str, arguments: Value) -> anyhow::Result<Value>;
    /// Presses the toolbar button.
    async fn open_popup(&self) -> anyhow::Result<()>;
    /// Whether the popup is open.
    async fn popup_is_open(&self) -> anyhow::Result<bool>;
    /// Clicks in the popup.
    async fn click_in_popup(&self, x: f64, y: f64) -> anyhow::Result<()>;
    /// Types into what has the focus in the popup.
    async fn type_in_popup(&self, text: &str) -> anyhow::Result<()>;
    /// Presses a key in the popup.
    async fn press_in_popup(&self, key: Key) -> anyhow::Result<()>;
    /// A picture of the popup, as PNG.
    async fn picture_of_popup(&self) -> anyhow::Result<Vec<u8>>;
    /// The text on the toolbar button, for the current tab.
    async fn badge(&self) -> anyhow::Result<String>;
    /// The text on the clipboard.
    async fn clipboard(&self) -> anyhow::Result<String>;
    /// The addresses of all tabs.
    async fn tabs(&self) -> anyhow::Result<Vec<String>>;
    /// What the extension itself asked of the network so far.
    async fn extension_requests(&self) -> anyhow::Result<Vec<String>>;
    /// Ends the browser.
    async fn quit(self: Box<Self>) -> anyhow::Result<()>;
}

/// A running browser that takes the whole internet from a [`Site`].
pub struct Session {
    seam: Box<dyn Seam>,
    browser: Browser,
    site: Site,
}

impl Session {
    /// Starts `browser` headless with the built extension, in a profile of its own.
    ///
    /// # Errors
    ///
    /// When the extension is not built, a program is missing, or the browser does not start.
    pub async fn start(browser: Browser) -> anyhow::Result<Self> {
        Self::start_with(browser, &locate::extension(browser)?).await
    }

    /// Starts `browser` with the unpacked extension in `extension`.
    ///
    /// # Errors
    ///
    /// When a program is missing, or the browser does not start.
    pub async fn start_with(browser: Browser, extension: &Path) -> anyhow::Result<Self> {
        let site = Site::start().await?;
        let seam: Box<dyn Seam> = match browser {
            Browser::Chromium => Box::new(Chromium::start(extension, site.port()).await?),
            Browser::Firefox => Box::new(Firefox::start(extension, site.port()).await?),
        };
        let session = Self { seam, browser, site };
        if extension.join(GUIDE).is_file() {
            session.close_guide().await?;
        }
        Ok(session)
    }

    /// Closes the guide, which opens once after installing, so that the current tab is the one in front. That
    /// it opens at all is a promise of the product: without it no session starts.
    async fn close_guide(&self) -> anyhow::Result<()> {
        let close = "async (root, guide) => {
          const pages = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
          const page = pages.find((each) => each.documentUrl?.endsWith(guide));
          if (page) await chrome.tabs.remove(page.tabId);
          return Boolean(page);
        }";
        until("the guide that opens after installing", async || {
            Ok((self.call(Place::Background, close, json!([GUIDE])).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// Which browser this is.
    #[must_use]
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// What stands for the internet.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Opens an address in the current tab and waits until it has loaded.
    ///
    /// # Errors
    ///
    /// When it does not load.
    pub async fn open(&self, address: &str) -> anyhow::Result<()> {
        self.seam.driver().goto(address).await.with_context(|| format!("cannot open {address}"))
    }

    /// Opens one of the extension's own pages in the current tab, by its file's name.
    ///
    /// # Errors
    ///
    /// When it does not load.
    pub async fn open_own(&self, page: &str) -> anyhow::Result<()> {
        let address = "(root, page) => chrome.runtime.getURL(page)";
        let address = self.call(Place::Background, address, json!([page])).await?;
        self.open(address.as_str().context("no address")?).await
    }

    /// The address of the current tab.
    ///
    /// # Errors
    ///
    /// When the tab is gone.
    pub async fn address(&self) -> anyhow::Result<String> {
        Ok(self.seam.driver().current_url().await?.to_string())
    }

    /// Goes back in the history of the current tab.
    ///
    /// # Errors
    ///
    /// When the page before does not load.
    pub async fn back(&self) -> anyhow::Result<()> {
        Ok(self.seam.driver().back().await?)
    }

    /// Loads the current tab again.
    ///
    /// # Errors
    ///
    /// When the page does not load.
    pub async fn reload(&self) -> anyhow::Result<()> {
        Ok(self.seam.driver().refresh().await?)
    }

    /// Resizes the browser's window, to CSS pixels.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        Ok(self.seam.driver().set_window_rect(0, 0, width, height).await?)
    }

    /// Makes the tab current whose address satisfies `wanted`, waiting for it.
    ///
    /// # Errors
    ///
    /// When none does in time.
    pub async fn switch_to_tab(&self, wanted: impl Fn(&str) -> bool) -> anyhow::Result<()> {
        until("the tab to switch to", async || {
            for handle in self.seam.driver().windows().await? {
                self.seam.driver().switch_to_window(handle).await?;
                if wanted(&self.address().await?) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The addresses of all tabs, in no particular order.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn tabs(&self) -> anyhow::Result<Vec<String>> {
        self.seam.tabs().await
    }

    /// Calls a JavaScript function, `(root, ...arguments) => value`, where `root` is the document of `place` or
    /// the warning's shadow root. It may be asynchronous; its value goes through JSON. A page's content security
    /// policy does not hinder it.
    ///
    /// # Errors
    ///
    /// When the place is not there or the function throws.
    pub async fn call(&self, place: Place, function: &str, arguments: Value) -> anyhow::Result<Value> {
        self.seam.call(place, function, arguments).await.with_context(|| format!("in the {place:?}"))
    }

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

    /// Clicks the middle of an element with the browser's own pointer, once it has stopped moving.
    ///
    /// # Errors
    ///
    /// When there is no such element that a person could see.
    pub async fn click(&self, place: Place, id: &str) -> anyhow::Result<()> {
        let spot = until(&format!("#{id} at rest in the {place:?}"), async || {
            let value = self.call(place, script::MIDDLE, json!([id])).await?;
            Ok(value[0].as_f64().zip(value[1].as_f64()))
        })
        .await?;
        self.click_at(place, spot).await
    }

    /// Clicks at a spot, in CSS pixels of the place's viewport, whatever is there.
    ///
    /// # Errors
    ///
    /// When the place has no pointer (the background), or is not there.
    pub async fn click_at(&self, place: Place, (x, y): (f64, f64)) -> anyhow::Result<()> {
        match place {
            Place::Popup => self.seam.click_in_popup(x, y).await,
            Place::Page | Place::Warning => {
                #[expect(clippy::cast_possible_truncation, reason = "a spot on a screen")]
                let (x, y) = (x as i64, y as i64);
                Ok(self.seam.driver().action_chain().move_to(x, y).click().perform().await?)
            }
            Place::Background => bail!("the background has no pointer"),
        }
    }

    /// Clicks a field and types into it, key by key.
    ///
    /// # Errors
    ///
    /// When there is no such field.
    pub async fn type_into(&self, place: Place, id: &str, text: &str) -> anyhow::Result<()> {
        self.click(place, id).await?;
        match place {
            Place::Popup => self.seam.type_in_popup(text).await,
            _ => Ok(self.seam.driver().action_chain().send_keys(text).perform().await?),
        }
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
        Ok(self.seam.driver().action_chain().key_down(key.clone()).key_up(key).perform().await?)
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

    /// The text on the clipboard.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn clipboard(&self) -> anyhow::Result<String> {
        self.seam.clipboard().await
    }

    /// A picture of the page or the popup, as PNG.
    ///
    /// # Errors
    ///
    /// When the place is not there, or has no looks.
    pub async fn picture(&self, place: Place) -> anyhow::Result<Vec<u8>> {
        match place {
            Place::Page | Place::Warning => Ok(self.seam.driver().screenshot_as_png().await?),
            Place::Popup => self.seam.picture_of_popup().await,
            Place::Background => bail!("the background has no looks"),
        }
    }

    /// The addresses outside the extension that the extension itself asked for so far, by the browser's word or
    /// by the origin that a request named. Chromium tells only of what was asked after the popup or the service
    /// worker was there for a moment; what earlier requests without an origin there were, [`Site::requests`] shows.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn extension_requests(&self) -> anyhow::Result<Vec<String>> {
        let mut addresses = self.seam.extension_requests().await?;
        let arrived = self.site.requests();
        let named = arrived.iter().filter(|request| request.origin.contains("-extension://"));
        addresses.extend(named.map(|request| format!("https://{}{}", request.host, request.path)));
        addresses.sort();
        addresses.dedup();
        Ok(addresses)
    }

    /// Ends the browser. A session that is only dropped is ended too, with less ceremony.
    ///
    /// # Errors
    ///
    /// When the browser does not end by itself.
    pub async fn quit(self) -> anyhow::Result<()> {
        self.seam.quit().await
    }
}
