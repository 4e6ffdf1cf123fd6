//! Chromium: WebDriver for the page, the DevTools protocol for all that belongs to the extension.

mod cdp;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use async_trait::async_trait;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::{CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use crate::driver::Driver;
use crate::locate::{self, Program, required};
use crate::policy::PolicyFile;
use crate::session::{Key, Looks, PageCosts, Place, Seam};
use crate::wait::until;
use crate::{Browser, script};
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
    /// How it was started, to start it again.
    extension: PathBuf,
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
}

impl Chromium {
    /// Starts one headless, for which every host is at `port` on loopback.
    pub(crate) async fn start(extension: &Path, port: u16, policy: Option<&Value>) -> anyhow::Result<Self> {
        let policy = policy.map(|values| PolicyFile::chromium(extension, values)).transpose()?;
        Self::launch(Self::driver_program().await?, extension, port, policy, Stay::Once).await
    }

    /// Starts one that can be started again.
    pub(crate) async fn start_to_stay(extension: &Path, port: u16) -> anyhow::Result<Self> {
        Self::launch(Self::driver_program().await?, extension, port, None, Stay::First).await
    }

    async fn driver_program() -> anyhow::Result<Driver> {
        let program = required(Program::Driver(Browser::Chromium))?;
        Driver::start(&program, &["--port=0"], "successfully on port ").await
    }

    async fn launch(
        process: Driver,
        extension: &Path,
        port: u16,
        policy: Option<PolicyFile>,
        stay: Stay,
    ) -> anyhow::Result<Self> {
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.accept_insecure_certs(true)?;
        capabilities.set_binary(&required(Program::Browser(Browser::Chromium))?.to_string_lossy())?;
        capabilities.add_arg("--headless=new")?;
        capabilities.add_arg("--window-size=1280,800")?;
        // Chromium's own questions to its makers would only be noise in the list of requests.
        capabilities.add_arg("--disable-background-networking")?;
        capabilities.add_arg("--disable-component-update")?;
        capabilities.add_arg(&format!("--load-extension={}", extension.display()))?;
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

        let manifest: Value = serde_json::from_str(&fs::read_to_string(extension.join("manifest.json"))?)?;
        let path = |value: &Value| value.as_str().map(|path| format!("/{path}"));
        let worker = path(&manifest["background"]["service_worker"]).context("no service worker")?;
        let popup = path(&manifest["action"]["default_popup"]).context("no popup")?;
        let origin = until("the extension's service worker", async || {
            let targets = cdp.targets().await?;
            Ok(targets.iter().find_map(|target| {
                let origin = target.address.strip_suffix(&worker)?;
                origin.starts_with("chrome-extension://").then(|| origin.to_owned())
            }))
        })
        .await?;
        let extension = extension.to_owned();
        let chromium = Self { driver, cdp, origin, popup, policy, extension, port, process };
        // Attached from now on, so that whatever it asks of the network is seen. A worker is there before the
        // extension's interfaces are.
        until("the service worker to start", async || {
            let started = chromium.call(Place::Background, "() => 'chrome' in globalThis", json!([])).await?;
            Ok((started == json!(true)).then_some(()))
        })
        .await?;
        Ok(chromium)
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

    async fn background(&self) -> anyhow::Result<String> {
        self.find(|target| self.is_worker(target)).await?.context("the service worker sleeps")
    }

    /// What the page in the current tab costs, by the names of `Performance.getMetrics`.
    async fn metrics<const N: usize>(&self, names: [&str; N]) -> anyhow::Result<[f64; N]> {
        let page = self.page().await?;
        self.cdp.send(&page, "Performance.enable", json!({})).await?;
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

    /// A handle on the closed shadow root of the warning: among all of them, the one with the warning inside.
    async fn shadow_root(&self, session: &str) -> anyhow::Result<String> {
        let document =
            self.cdp.send(session, "DOM.getDocument", json!({"depth": -1, "pierce": true})).await?;
        let root = closed_roots(&document["root"]).into_iter().find(|root| has_id(root, script::WARNING));
        let node = root.context("there is no warning")?["backendNodeId"].clone();
        let object = self.cdp.send(session, "DOM.resolveNode", json!({"backendNodeId": node})).await?;
        object["object"]["objectId"].as_str().map(str::to_owned).context("the warning is gone")
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

#[async_trait(?Send)]
impl Seam for Chromium {
    fn driver(&self) -> &WebDriver {
        &self.driver
    }

    async fn call(&self, place: Place, function: &str, arguments: Value) -> anyhow::Result<Value> {
        let (session, object) = match place {
            Place::Page | Place::Warning => {
                let session = self.page().await?;
                let object = match place {
                    Place::Warning => self.shadow_root(&session).await?,
                    _ => self.cdp.evaluate(&session, "document").await?,
                };
                (session, object)
            }
            Place::Popup => {
                let session = self.popup().await?;
                let object = self.cdp.evaluate(&session, "document").await?;
                (session, object)
            }
            Place::Background => {
                let session = self.background().await?;
                let object = self.cdp.evaluate(&session, "globalThis").await?;
                (session, object)
            }
        };
        let root = if place == Place::Background { "null" } else { "this" };
        self.cdp.call(&session, &object, &format!("({function})({root}, ...{arguments})")).await
    }

    async fn prefer(&self, place: Place, looks: Looks) -> anyhow::Result<()> {
        let session = if place == Place::Popup { self.popup().await? } else { self.page().await? };
        let scheme = if looks == Looks::Dark { "dark" } else { "light" };
        let forced = if looks == Looks::Forced { "active" } else { "none" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ]);
        self.cdp.send(&session, "Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    async fn open_popup(&self) -> anyhow::Result<()> {
        let worker = self.background().await?;
        let global = self.cdp.evaluate(&worker, "globalThis").await?;
        self.cdp.call(&worker, &global, "chrome.action.openPopup()").await?;
        // Attached as early as can be, so that whatever it asks of the network is seen.
        until("the popup", async || Ok(self.popup().await.ok())).await?;
        Ok(())
    }

    async fn open_popup_in_person(&self) -> anyhow::Result<()> {
        let id = self.origin.rsplit('/').next().unwrap_or_default();
        let address = self.driver.current_url().await?;
        // Tabs are other targets than the pages in them, and not among those that are listed unasked.
        let tabs = self.cdp.send("", "Target.getTargets", json!({"filter": [{"type": "tab"}]})).await?;
        let tabs = tabs["targetInfos"].as_array().into_iter().flatten();
        let tab = tabs.into_iter().find(|tab| tab["url"] == address.as_str()).context("no such tab")?;
        let action = json!({"id": id, "targetId": tab["targetId"]});
        self.cdp.send("", "Extensions.triggerAction", action).await.map(drop)
    }

    async fn popup_is_open(&self) -> anyhow::Result<bool> {
        Ok(self.popup().await.is_ok())
    }

    async fn click_in_popup(&self, x: f64, y: f64) -> anyhow::Result<()> {
        let popup = self.popup().await?;
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let button = if kind == "mouseMoved" { "none" } else { "left" };
            let event = json!({"type": kind, "x": x, "y": y, "button": button, "clickCount": 1});
            let sent = self.cdp.send(&popup, "Input.dispatchMouseEvent", event).await;
            // A click that closes the popup ends the session before it is answered.
            if kind != "mouseReleased" || self.popup_is_open().await? {
                sent?;
            }
        }
        Ok(())
    }

    async fn type_in_popup(&self, text: &str) -> anyhow::Result<()> {
        let popup = self.popup().await?;
        for character in text.chars() {
            let character = character.to_string();
            self.key(&popup, json!({"key": character, "text": character})).await?;
        }
        Ok(())
    }

    async fn press_in_popup(&self, key: Key) -> anyhow::Result<()> {
        let (name, code) = key.name_and_code();
        let mut event = json!({"key": name, "code": name, "windowsVirtualKeyCode": code});
        if key == Key::Enter {
            event["text"] = json!("\r");
        }
        let popup = self.popup().await?;
        let sent = self.key(&popup, event).await;
        if self.popup_is_open().await? { sent } else { Ok(()) }
    }

    async fn choose_from_menu(&self, _: &str, label: &str) -> anyhow::Result<()> {
        let tell = "async (root, label) => {
          if (chrome.i18n.getMessage('menu_insert') !== label) throw new Error(`the menu has no ${label}`);
          const [tab] = await chrome.tabs.query({ active: true });
          chrome.contextMenus.onClicked.dispatch({ menuItemId: 'insert', frameId: 0, editable: true }, tab);
        }";
        self.call(Place::Background, tell, json!([label])).await.map(drop)
    }

    async fn command(&self, name: &str) -> anyhow::Result<()> {
        let tell = "(root, name) => chrome.commands.onCommand.dispatch(name)";
        self.call(Place::Background, tell, json!([name])).await.map(drop)
    }

    async fn enter_in_address_bar(&self, text: &str) -> anyhow::Result<()> {
        let tell = "(root, text) => chrome.omnibox.onInputEntered.dispatch(text, 'currentTab')";
        self.call(Place::Background, tell, json!([text])).await.map(drop)
    }

    async fn picture_of_popup(&self) -> anyhow::Result<Vec<u8>> {
        let popup = self.popup().await?;
        let picture = self.cdp.send(&popup, "Page.captureScreenshot", json!({"format": "png"})).await?;
        Ok(BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default())?)
    }

    async fn badge(&self) -> anyhow::Result<String> {
        // A badge belongs to a tab; the extension knows tabs by number and not, for want of the permission, by
        // address, so the current one is asked for.
        let function = "async () => {
            const [tab] = await chrome.tabs.query({ active: true });
            return chrome.action.getBadgeText({ tabId: tab.id });
        }";
        let badge = self.call(Place::Background, function, json!([])).await?;
        Ok(badge.as_str().unwrap_or_default().to_owned())
    }

    async fn clipboard(&self) -> anyhow::Result<String> {
        // Granted only now, when whatever was to be copied is copied: copying has to work without.
        let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        self.cdp.send("", "Browser.grantPermissions", permissions).await?;
        let place = if self.popup_is_open().await? { Place::Popup } else { Place::Page };
        let read = self.call(place, "() => navigator.clipboard.readText()", json!([])).await;
        self.cdp.send("", "Browser.resetPermissions", json!({})).await?;
        read?.as_str().map(str::to_owned).context("no text on the clipboard")
    }

    async fn tabs(&self) -> anyhow::Result<Vec<String>> {
        let popup = format!("{}{}", self.origin, self.popup);
        let targets = self.cdp.targets().await?;
        let pages = targets.into_iter().filter(|target| target.is("page") && target.address != popup);
        Ok(pages.map(|target| target.address).collect())
    }

    async fn sleep(&self) -> anyhow::Result<()> {
        until("the service worker to end", async || {
            let targets = self.cdp.targets().await?;
            let workers: Vec<_> = targets.iter().filter(|target| self.is_worker(target)).collect();
            for worker in &workers {
                self.cdp.send("", "Target.closeTarget", json!({"targetId": worker.id})).await?;
                // It goes on as long as somebody is attached.
                self.cdp.detach(worker).await;
            }
            Ok(workers.is_empty().then_some(()))
        })
        .await
    }

    async fn reload_extension(&self) -> anyhow::Result<()> {
        let workers = async || -> anyhow::Result<Vec<Target>> {
            Ok(self.cdp.targets().await?.into_iter().filter(|target| self.is_worker(target)).collect())
        };
        let before: Vec<String> = workers().await?.into_iter().map(|worker| worker.id).collect();
        // It is gone before it can answer.
        self.call(Place::Background, "() => { setTimeout(() => chrome.runtime.reload()); }", json!([]))
            .await?;
        until("the new service worker", async || {
            Ok(workers().await?.iter().any(|worker| !before.contains(&worker.id)).then_some(()))
        })
        .await?;
        until("the service worker to start", async || {
            let started = self.call(Place::Background, "() => 'chrome' in globalThis", json!([])).await?;
            Ok((started == json!(true)).then_some(()))
        })
        .await
    }

    async fn page_costs(&self) -> anyhow::Result<PageCosts> {
        let [main_thread, script] = self.metrics(["TaskDuration", "ScriptDuration"]).await?;
        Ok(PageCosts { main_thread: main_thread * 1000.0, script: script * 1000.0 })
    }

    async fn page_heap(&self) -> anyhow::Result<f64> {
        self.cdp.send(&self.page().await?, "HeapProfiler.collectGarbage", json!({})).await?;
        let [heap] = self.metrics(["JSHeapUsedSize"]).await?;
        Ok(heap)
    }

    async fn extension_requests(&self) -> anyhow::Result<Vec<String>> {
        let mut addresses = self.cdp.requests();
        addresses.retain(|(document, address)| {
            document.starts_with(&self.origin) && !address.starts_with(&self.origin)
        });
        Ok(addresses.into_iter().map(|(_, address)| address).collect())
    }

    async fn restart(self: Box<Self>) -> anyhow::Result<Box<dyn Seam>> {
        let Self { driver, cdp, policy, extension, port, process, .. } = *self;
        drop(cdp);
        process.quit(driver).await?;
        Ok(Box::new(Self::launch(process, &extension, port, policy, Stay::Again).await?))
    }

    async fn quit(self: Box<Self>) -> anyhow::Result<()> {
        self.process.quit(self.driver.clone()).await
    }
}

fn closed_roots(node: &Value) -> Vec<&Value> {
    let children = ["children", "shadowRoots"].into_iter().filter_map(|key| node[key].as_array()).flatten();
    let below = children.chain(node.get("contentDocument")).flat_map(closed_roots);
    let own = (node["shadowRootType"] == "closed").then_some(node);
    own.into_iter().chain(below).collect()
}

fn has_id(node: &Value, id: &str) -> bool {
    let attributes = node["attributes"].as_array();
    let named =
        attributes.is_some_and(|pairs| pairs.chunks_exact(2).any(|pair| pair[0] == "id" && pair[1] == id));
    named
        || node["children"].as_array().is_some_and(|children| children.iter().any(|child| has_id(child, id)))
}
