//! A browser with the extension, its toolbar popup, the warning in the page.

mod act;
mod background;
mod look;
mod start;

use anyhow::Context;
use serde_json::{Value, json};

use crate::seam::{End, Place, Seam};
use crate::wait::until;
use crate::{Browser, Site};

/// A running browser that takes the whole internet from a [`Site`].
pub struct Session {
    seam: Box<dyn Seam>,
    browser: Browser,
    site: Site,
}

impl Session {
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
        self.seam.driver().await?.goto(address).await.with_context(|| format!("cannot open {address}"))
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

    /// Waits until the extension's own page in the current tab has its words and its listeners.
    ///
    /// # Errors
    ///
    /// When it has not in time.
    pub async fn ready(&self) -> anyhow::Result<()> {
        self.ready_in(Place::Page).await
    }

    /// The same of the popup, or of whatever place a page of the extension stands in.
    ///
    /// # Errors
    ///
    /// When it has not in time.
    pub async fn ready_in(&self, place: Place) -> anyhow::Result<()> {
        let ready = "(root) => root.documentElement.dataset.ready === ''";
        until("the page to be ready", async || {
            Ok((self.call(place, ready, json!([])).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// The address of the current tab.
    ///
    /// # Errors
    ///
    /// When the tab is gone.
    pub async fn address(&self) -> anyhow::Result<String> {
        Ok(self.seam.driver().await?.current_url().await?.to_string())
    }

    /// Goes back in the history of the current tab.
    ///
    /// # Errors
    ///
    /// When the page before does not load.
    pub async fn back(&self) -> anyhow::Result<()> {
        Ok(self.seam.driver().await?.back().await?)
    }

    /// Loads the current tab again.
    ///
    /// # Errors
    ///
    /// When the page does not load.
    pub async fn reload(&self) -> anyhow::Result<()> {
        Ok(self.seam.driver().await?.refresh().await?)
    }

    /// Resizes the browser's window, to CSS pixels.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        Ok(self.seam.driver().await?.set_window_rect(0, 0, width, height).await?)
    }

    /// Opens an address in a new tab, which becomes current, and waits until it has loaded.
    ///
    /// # Errors
    ///
    /// When it does not load.
    pub async fn open_tab(&self, address: &str) -> anyhow::Result<()> {
        let driver = self.seam.driver().await?;
        driver.switch_to_window(driver.new_tab().await?).await?;
        self.open(address).await
    }

    /// Makes the tab current whose address satisfies `wanted`, waiting for it.
    ///
    /// # Errors
    ///
    /// When none does in time.
    pub async fn switch_to_tab(&self, wanted: impl Fn(&str) -> bool) -> anyhow::Result<()> {
        until("the tab to switch to", async || {
            let driver = self.seam.driver().await?;
            for handle in driver.windows().await? {
                driver.switch_to_window(handle).await?;
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

    /// Ends the browser and starts it again, with what it has stored and the tabs it had.
    ///
    /// # Errors
    ///
    /// When it does not start again, or was not started [to stay](Session::start_to_stay).
    pub async fn restart(self, end: End) -> anyhow::Result<Self> {
        let Self { seam, browser, site } = self;
        Ok(Self { seam: seam.restart(end).await?, browser, site })
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
