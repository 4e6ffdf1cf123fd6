//! Chromium: WebDriver for the page, the DevTools protocol for all that belongs to the extension.

mod aloud;
mod cdp;
mod seam;
mod shadow;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Value, json};
use thirtyfour::{
    CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver, WindowHandle,
};

use crate::Browser;
use crate::driver::Driver;
use crate::locate::{self, Program, required};
use crate::policy::PolicyFile;
use crate::seam::{Place, Seam};
use crate::wait::until;
use cdp::{Cdp, Target};

/// A running Chromium with the extension.
pub(crate) struct Chromium {
    driver: WebDriver,
    cdp: Cdp,
    /// `chrome-extension://` and the id that Chromium makes of the extension's path.
    origin: String,
    /// The path of the popup's page.
    popup: String,
    /// What an administrator has set.
    policy: Option<PolicyFile>,
    /// Where the extension is that is installed.
    extension: Option<PathBuf>,
    port: u16,
    // Last, since the rest talks to it.
    process: Driver,
}

/// What becomes of a browser's profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stay {
    /// It goes when the browser ends.
    Once,
    /// It stays, to be started with again.
    First,
    /// It is that of before, and the tabs are.
    Again,
    /// It is that of before, which was killed: then Chromium restores no tabs, and opens none if it is told to.
    Killed,
}

impl Chromium {
    /// Starts one headless, without the extension, for which every host is at `port` on loopback.
    pub(crate) async fn start(port: u16) -> anyhow::Result<Self> {
        Self::launch(Self::driver_program().await?, None, port, None, Stay::Once).await
    }

    /// Starts one with the extension, for which an administrator has set a policy.
    pub(crate) async fn start_managed(extension: &Path, port: u16, policy: &Value) -> anyhow::Result<Self> {
        let policy = PolicyFile::chromium(extension, policy)?;
        Self::launch(Self::driver_program().await?, Some(extension), port, Some(policy), Stay::Once).await
    }

    /// Starts one that can be started again.
    pub(crate) async fn start_to_stay(extension: &Path, port: u16) -> anyhow::Result<Self> {
        Self::launch(Self::driver_program().await?, Some(extension), port, None, Stay::First).await
    }

    async fn driver_program() -> anyhow::Result<Driver> {
        let program = required(Program::Driver(Browser::Chromium))?;
        Driver::start(&program, &["--port=0"], "successfully on port ").await
    }

    async fn launch(
        process: Driver,
        extension: Option<&Path>,
        port: u16,
        policy: Option<PolicyFile>,
        stay: Stay,
    ) -> anyhow::Result<Self> {
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.accept_insecure_certs(true)?;
        capabilities.set_binary(&required(Program::Browser(Browser::Chromium))?.to_string_lossy())?;
        capabilities.add_arg("--headless=new")?;
        capabilities.add_arg("--window-size=1280,800")?;
        // As high as a popup may be, with the window's own bars above it: headless, the screen is 800 by 600.
        capabilities.add_arg("--screen-info={1600x1200}")?;
        // Chromium's own questions to its makers would only be noise in the list of requests.
        capabilities.add_arg("--disable-background-networking")?;
        capabilities.add_arg("--disable-component-update")?;
        if let Some(extension) = extension {
            capabilities.add_arg(&format!("--load-extension={}", extension.display()))?;
        } else {
            // It is installed by the protocol, as often as somebody likes, and stays when it loads itself anew.
            capabilities.add_arg("--enable-unsafe-extension-debugging")?;
            let preferences = json!({ "extensions.ui.developer_mode": true });
            capabilities.add_experimental_option("prefs", preferences)?;
        }
        capabilities.add_arg(&format!("--host-resolver-rules=MAP * 127.0.0.1:{port}"))?;
        // As root, which CI's machines often are, Chromium refuses to start with its sandbox.
        if locate::is_root() {
            capabilities.add_arg("--no-sandbox")?;
        }
        // chromedriver's own profile is quieter, but goes when the browser ends.
        if stay != Stay::Once {
            let profile = process.folder().join("profile");
            capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        }
        if stay == Stay::Again {
            capabilities.add_arg("--restore-last-session")?;
        }
        let driver = process.session(capabilities.into()).await?;
        let chrome = driver.capabilities().get("chrome").context("no Chromium")?;
        let profile = chrome["userDataDir"].as_str().context("Chromium has no profile")?;
        let cdp = Cdp::connect(Path::new(profile)).await?;

        let origin = String::new();
        let mut chromium =
            Self { driver, cdp, origin, popup: String::new(), policy, extension: None, port, process };
        if let Some(extension) = extension {
            chromium.is_installed(extension).await?;
        }
        Ok(chromium)
    }

    /// Waits until the unpacked extension in the folder runs, and gets to know it.
    async fn is_installed(&mut self, extension: &Path) -> anyhow::Result<()> {
        let manifest: Value = serde_json::from_str(&fs::read_to_string(extension.join("manifest.json"))?)?;
        let path = |value: &Value| value.as_str().map(|path| format!("/{path}"));
        let worker = path(&manifest["background"]["service_worker"]).context("no service worker")?;
        self.popup = path(&manifest["action"]["default_popup"]).context("no popup")?;
        self.extension = Some(extension.to_owned());
        self.origin = until("the extension's service worker", async || {
            let targets = self.cdp.targets().await?;
            Ok(targets.iter().find_map(|target| {
                let origin = target.address.strip_suffix(&worker)?;
                origin.starts_with("chrome-extension://").then(|| origin.to_owned())
            }))
        })
        .await?;
        // Attached from now on, so that whatever it asks of the network is seen.
        self.background().await.map(drop)
    }

    /// The id that Chromium has given the extension.
    fn id(&self) -> &str {
        self.origin.rsplit('/').next().unwrap_or_default()
    }

    /// The session of a target, by what it is.
    async fn find(&self, wanted: impl Fn(&Target) -> bool) -> anyhow::Result<Option<String>> {
        match self.cdp.targets().await?.iter().find(|target| wanted(target)) {
            Some(target) => self.cdp.attach(target).await.map(Some),
            None => Ok(None),
        }
    }

    fn is_worker(&self, target: &Target) -> bool {
        target.is("service_worker") && target.address.starts_with(&self.origin)
    }

    /// The session of the service worker, which may be about to wake. It is there before the extension's interfaces are.
    async fn background(&self) -> anyhow::Result<String> {
        until("the service worker to wake", async || {
            let Some(session) = self.find(|target| self.is_worker(target)).await? else { return Ok(None) };
            let global = self.cdp.evaluate(&session, "globalThis").await?;
            let started = self.cdp.call(&session, &global, "'chrome' in globalThis").await?;
            Ok((started == json!(true)).then_some(session))
        })
        .await
    }

    /// What the page in the current tab costs, by the names of `Performance.getMetrics`. Times are those that its thread has
    /// worked, whatever else the machine does meanwhile.
    async fn metrics<const N: usize>(&self, names: [&str; N]) -> anyhow::Result<[f64; N]> {
        let page = self.page().await?;
        let own_time = json!({ "timeDomain": "threadTicks" });
        self.cdp.send(&page, "Performance.enable", own_time).await?;
        let answer = self.cdp.send(&page, "Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().context("no metrics")?;
        let value = |name| metrics.iter().find(|metric| metric["name"] == name)?["value"].as_f64();
        Ok(names.map(|name| value(name).unwrap_or(f64::NAN)))
    }

    async fn popup(&self) -> anyhow::Result<String> {
        let address = format!("{}{}", self.origin, self.popup);
        self.find(|target| target.is("page") && target.address == address).await?.context("no popup is open")
    }

    async fn page(&self) -> anyhow::Result<String> {
        let tab = self.driver.window().await?.to_string();
        self.find(|target| target.id == tab).await?.context("the tab is gone")
    }

    /// Calls a function that reads or writes the clipboard. That is granted only now, when whatever was to be copied is
    /// copied: copying has to work without.
    async fn with_clipboard(&self, place: Place, function: &str) -> anyhow::Result<Value> {
        let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        self.cdp.send("", "Browser.grantPermissions", permissions).await?;
        let value = self.call(place, function, json!([])).await;
        self.cdp.send("", "Browser.resetPermissions", json!({})).await?;
        value
    }

    /// Opens a tab, which becomes the current one; gives its id. chromedriver opens none while its current one closes.
    async fn new_tab(&self) -> anyhow::Result<String> {
        let tab = self.cdp.send("", "Target.createTarget", json!({ "url": "about:blank" })).await?;
        let id = tab["targetId"].as_str().context("no tab")?.to_owned();
        until("the new tab", async || {
            Ok(self.driver.switch_to_window(WindowHandle::from(id.clone())).await.is_ok().then_some(()))
        })
        .await?;
        Ok(id)
    }

    /// Copies a text that is no link and no sentence of the extension's, out of the current tab, which is empty. What a person
    /// selects and copies, any page may copy: it needs neither a server nor the permission.
    async fn copy_nothing(&self) -> anyhow::Result<()> {
        let copy = "(root) => {
          root.body.append('nothing');
          getSelection().selectAllChildren(root.body);
          const copied = root.execCommand('copy');
          getSelection().removeAllRanges();
          root.body.replaceChildren();
          return copied;
        }";
        until("the clipboard to be cleared", async || {
            Ok((self.call(Place::Page, copy, json!([])).await? == json!(true)).then_some(()))
        })
        .await
    }

    async fn key(&self, session: &str, event: Value) -> anyhow::Result<()> {
        for kind in ["keyDown", "keyUp"] {
            let mut event = event.clone();
            event["type"] = json!(kind);
            if kind == "keyUp" {
                event.as_object_mut().map(|event| event.remove("text"));
            }
            self.cdp.send(session, "Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }
}
