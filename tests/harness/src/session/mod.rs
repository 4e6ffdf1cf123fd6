//! A browser with the extension, its toolbar popup, the warning in the page.

mod act;
mod aloud;
mod background;
mod look;
mod place;
mod seam;

use std::path::Path;

use anyhow::Context;
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::firefox::Firefox;
use crate::wait::until;
use crate::{Browser, Site, locate, variant};

pub use aloud::Spoken;
pub use background::PageCosts;
pub use place::{End, Key, Looks, Place, Rect};
pub(crate) use seam::Seam;

/// The page that opens when the extension was installed.
const GUIDE: &str = "guide.html";

/// The size of the window, in CSS pixels.
pub(crate) const WINDOW: (u32, u32) = (1280, 800);

/// How the page in the current tab is shown.
const VIEW: &str = "() => [
  outerWidth, outerHeight, innerWidth, devicePixelRatio,
  ...['(prefers-color-scheme: dark)', '(forced-colors: active)', '(pointer: coarse)'].map((each) => matchMedia(each).matches),
]";

/// What is stored, permitted and registered beyond what every new installation has.
const INHERITANCE: &str = "async () => {
  const { origins, permissions } = await chrome.permissions.getAll();
  const manifest = chrome.runtime.getManifest();
  const matches = (manifest.content_scripts ?? []).flatMap((each) => each.matches);
  const usual = [...manifest.permissions, ...(manifest.host_permissions ?? []), ...matches];
  return {
    local: await chrome.storage.local.get(),
    session: await chrome.storage.session.get(),
    scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
    permissions: [...origins, ...permissions].filter((each) => !usual.includes(each)),
    badge: await chrome.action.getBadgeText({}),
  };
}";

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
        let mut session = Self::start_bare(browser).await?;
        session.install(extension).await?;
        Ok(session)
    }

    /// Starts `browser` without the extension.
    pub(crate) async fn start_bare(browser: Browser) -> anyhow::Result<Self> {
        let site = Site::start().await?;
        let seam: Box<dyn Seam> = match browser {
            Browser::Chromium => Box::new(Chromium::start(site.port()).await?),
            Browser::Firefox => Box::new(Firefox::start(site.port()).await?),
        };
        Ok(Self { seam, browser, site })
    }

    /// Starts `browser` with the unpacked extension in `extension`, for which an administrator has set `policy`.
    ///
    /// # Errors
    ///
    /// When a program is missing, the policy cannot be set, or the browser does not start.
    pub async fn start_managed(browser: Browser, extension: &Path, policy: &Value) -> anyhow::Result<Self> {
        let site = Site::start().await?;
        let seam: Box<dyn Seam> = match browser {
            Browser::Chromium => Box::new(Chromium::start_managed(extension, site.port(), policy).await?),
            Browser::Firefox => {
                let mut seam = Firefox::start_managed(extension, site.port(), policy).await?;
                seam.install(extension).await?;
                Box::new(seam)
            }
        };
        let session = Self { seam, browser, site };
        if policy["welcome"] != json!(false) && variant::opens_guide(extension) {
            session.close_guide().await?;
        }
        Ok(session)
    }

    /// Starts `browser` with the unpacked extension in `extension`, so that it can be started again.
    ///
    /// # Errors
    ///
    /// When a program is missing, or the browser does not start; where Firefox takes no extension that nobody
    /// signed: its extended support releases do, when they are told to.
    pub async fn start_to_stay(browser: Browser, extension: &Path) -> anyhow::Result<Self> {
        let site = Site::start().await?;
        match browser {
            Browser::Chromium => {
                let seam = Box::new(Chromium::start_to_stay(extension, site.port()).await?);
                let session = Self { seam, browser, site };
                if variant::opens_guide(extension) {
                    session.close_guide().await?;
                }
                Ok(session)
            }
            Browser::Firefox => {
                let seam = Box::new(Firefox::start_to_stay(extension, site.port()).await?);
                let mut session = Self { seam, browser, site };
                session.install(extension).await?;
                Ok(session)
            }
        }
    }

    /// Starts Firefox with the unpacked extension in `extension` and this `policies.json`.
    ///
    /// # Errors
    ///
    /// When a program is missing, or the browser does not start.
    pub async fn start_with_policies_json(extension: &Path, policies: &Value) -> anyhow::Result<Self> {
        let site = Site::start().await?;
        let seam = Box::new(Firefox::start_with_policies_json(site.port(), policies).await?);
        let mut session = Self { seam, browser: Browser::Firefox, site };
        session.install(extension).await?;
        Ok(session)
    }

    /// Installs the unpacked extension in `extension`, where none is.
    pub(crate) async fn install(&mut self, extension: &Path) -> anyhow::Result<()> {
        self.seam.install(extension).await?;
        if variant::opens_guide(extension) {
            self.close_guide().await?;
        }
        Ok(())
    }

    /// Takes the extension away, and with it all that was done in this browser.
    pub(crate) async fn clear(&mut self) -> anyhow::Result<()> {
        self.seam.clear(&self.site.hosts()).await?;
        self.resize(WINDOW.0, WINDOW.1).await?;
        self.site.clear();
        Ok(())
    }

    /// What there is in this browser that a test may have left behind. It is compared between two tests, when no
    /// extension is installed. What arrived at the site is none of it: a browser asks for something by itself at any time,
    /// so that the site forgets before each test.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn traces(&self) -> anyhow::Result<Value> {
        let view = self.call(Place::Page, VIEW, json!([])).await?;
        Ok(json!({ "browser": self.seam.traces().await?, "view": view }))
    }

    /// What the extension finds of its own, which has to be nothing when it is newly installed.
    ///
    /// # Errors
    ///
    /// When the browser does not answer.
    pub async fn inheritance(&self) -> anyhow::Result<Value> {
        self.call(Place::Background, INHERITANCE, json!([])).await
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

/// The texts in a list.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    let strings = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    strings.map(str::to_owned).collect()
}
