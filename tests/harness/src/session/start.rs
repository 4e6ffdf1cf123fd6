//! How a session starts, gets the extension and is made as new.

use std::path::Path;

use serde_json::{Value, json};

use super::Session;
use crate::chromium::Chromium;
use crate::firefox::Firefox;
use crate::seam::{Place, Seam};
use crate::wait::until;
use crate::{Browser, Site, locate, variant};

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
        if policy["welcome"] != json!(false) {
            session.close_guide(extension).await?;
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
                session.close_guide(extension).await?;
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
        self.close_guide(extension).await
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
    /// it opens at all is a promise of the product: without it no session starts, but with an `extension` that takes its
    /// installation for an update.
    async fn close_guide(&self, extension: &Path) -> anyhow::Result<()> {
        if !variant::opens_guide(extension) {
            return Ok(());
        }
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
}
