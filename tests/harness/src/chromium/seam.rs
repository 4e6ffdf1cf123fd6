//! What a test does in Chromium, and sees there.

use std::path::Path;

use anyhow::{Context, bail};
use async_trait::async_trait;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::cdp::Target;
use super::{Chromium, Stay};
use crate::script;
use crate::seam::{End, Key, Looks, PageCosts, Place, Seam, Spoken, strings};
use crate::wait::until;

#[async_trait(?Send)]
impl Seam for Chromium {
    async fn driver(&self) -> anyhow::Result<&WebDriver> {
        Ok(&self.driver)
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

    async fn aloud(&self, place: Place) -> anyhow::Result<Spoken> {
        let session = if place == Place::Popup { self.popup().await? } else { self.page().await? };
        self.read(&session).await
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

    async fn on_a_phone(&self, width: u32) -> anyhow::Result<()> {
        let page = self.page().await?;
        let screen = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": true });
        self.cdp.send(&page, "Emulation.setDeviceMetricsOverride", screen).await?;
        self.cdp.send(&page, "Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await.map(drop)
    }

    async fn in_view(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp.send(&self.page().await?, "Emulation.setDeviceMetricsOverride", screen).await.map(drop)
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
        let (address, title) = (self.driver.current_url().await?, self.driver.title().await?);
        // Tabs are other targets than the pages in them, and not among those that are listed unasked.
        let tabs = self.cdp.send("", "Target.getTargets", json!({"filter": [{"type": "tab"}]})).await?;
        let tabs: Vec<_> = tabs["targetInfos"].as_array().into_iter().flatten().collect();
        let by = |what: &str, wanted: &str| tabs.iter().find(|tab| tab[what] == wanted);
        // One that was written into has no address of its own here.
        let tab = by("url", address.as_str()).or_else(|| by("title", &title)).context("no such tab")?;
        let action = json!({"id": self.id(), "targetId": tab["targetId"]});
        self.cdp.send("", "Extensions.triggerAction", action).await.map(drop)
    }

    async fn popup_is_open(&self) -> anyhow::Result<bool> {
        Ok(self.popup().await.is_ok())
    }

    async fn click_in_popup(&self, id: &str, (x, y): (f64, f64)) -> anyhow::Result<bool> {
        let popup = self.popup().await?;
        if self.call(Place::Popup, script::REACHABLE, json!([id])).await? != json!(true) {
            return Ok(false);
        }
        self.call(Place::Popup, script::LISTEN_FOR_CLICK, json!([id])).await?;
        let send = async |kind: &str, button: &str| {
            let event = json!({"type": kind, "x": x, "y": y, "button": button, "clickCount": 1});
            self.cdp.send(&popup, "Input.dispatchMouseEvent", event).await
        };
        send("mouseMoved", "none").await?;
        send("mousePressed", "left").await?;
        let released = send("mouseReleased", "left").await;
        // A click that closes the popup ends the session before it is answered.
        if !self.popup_is_open().await? {
            return Ok(true);
        }
        released?;
        // The window of a popup grows after what is in it: what is pressed beyond its old end arrives nowhere. And what is
        // in it may move between press and release, which is then no click.
        let heard = self.call(Place::Popup, script::IS_CLICK_HEARD, json!([])).await;
        // It may take a moment to close.
        if heard.is_err() && !self.popup_is_open().await? {
            return Ok(true);
        }
        Ok(heard? == json!(true))
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

    async fn hold(&self, key: Key) -> anyhow::Result<()> {
        // Its driver repeats no key.
        let (name, code) = key.name_and_code();
        let page = self.page().await?;
        // For as long that the page has painted meanwhile what came of the first press.
        let repeated = [("rawKeyDown", true); 30];
        let all = [("rawKeyDown", false)].into_iter().chain(repeated).chain([("keyUp", false)]);
        for (kind, repeats) in all {
            let event = json!({
                "type": kind, "autoRepeat": repeats, "key": name, "code": name, "windowsVirtualKeyCode": code,
            });
            self.cdp.send(&page, "Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    async fn choose_from_menu(&self, _: &str, label: &str) -> anyhow::Result<()> {
        let tell = "async (root, label) => {
          if (chrome.i18n.getMessage('menu_insert') !== label) throw new Error(`the menu has no ${label}`);
          const [tab] = await chrome.tabs.query({ active: true });
          const func = () => document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
          const look = (frames) => chrome.scripting.executeScript({ target: { tabId: tab.id, ...frames }, func });
          const open = await look({ allFrames: true }).catch(() => []);
          let frameId = open.find(({ result }) => result)?.frameId;
          // The one with the focus may be closed to the extension, and has a number all the same.
          for (let id = 0; frameId === undefined && id < 1000; id += 1) {
            const closed = await look({ frameIds: [id] }).then(() => false, (error) => !/No frame/.test(error));
            if (closed) frameId = id;
          }
          chrome.contextMenus.onClicked.dispatch({ menuItemId: 'insert', frameId, editable: true }, tab);
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

    async fn suggested_in_address_bar(&self, text: &str) -> anyhow::Result<Vec<String>> {
        let ask = "async (root, typed) => {
          const lines = [];
          const original = chrome.omnibox.setDefaultSuggestion;
          chrome.omnibox.setDefaultSuggestion = (line) => lines.push(line);
          const others = await new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch(typed, resolve));
          chrome.omnibox.setDefaultSuggestion = original;
          return [...lines, ...others].map(({ description }) => description);
        }";
        Ok(strings(&self.call(Place::Background, ask, json!([text])).await?))
    }

    async fn picture_of_whole_page(&self) -> anyhow::Result<Vec<u8>> {
        let page = self.page().await?;
        // A picture of all has no use for scroll bars, and they would be cut off it.
        let bars = "(root, width) => {
          root.documentElement.style.scrollbarWidth = width;
          return innerWidth === root.documentElement.clientWidth;
        }";
        until("the scroll bar to go", async || {
            Ok((self.call(Place::Page, bars, json!(["none"])).await? == json!(true)).then_some(()))
        })
        .await?;
        let mut metrics = self.cdp.send(&page, "Page.getLayoutMetrics", json!({})).await?;
        let mut clip = metrics["cssContentSize"].take();
        // A page that fits, and is written from right to left, would be moved to the right for it.
        let is_beyond = clip["height"].as_f64() > metrics["cssLayoutViewport"]["clientHeight"].as_f64();
        clip["scale"] = json!(1);
        let whole = json!({ "format": "png", "captureBeyondViewport": is_beyond, "clip": clip });
        let picture = self.cdp.send(&page, "Page.captureScreenshot", whole).await;
        self.call(Place::Page, bars, json!([""])).await?;
        let picture = picture?;
        Ok(BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default())?)
    }

    async fn picture_of_window(&self) -> anyhow::Result<Vec<u8>> {
        bail!("Chromium shows its toolbar to no driver")
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

    async fn icon(&self) -> anyhow::Result<String> {
        let function = "() => {
            if (globalThis.iconAskedFor === undefined) {
                globalThis.iconAskedFor = '';
                const set = chrome.action.setIcon.bind(chrome.action);
                chrome.action.setIcon = async (details) => {
                    await set(details);
                    globalThis.iconAskedFor = details.path['32'];
                };
            }
            return globalThis.iconAskedFor;
        }";
        let icon = self.call(Place::Background, function, json!([])).await?;
        Ok(icon.as_str().unwrap_or_default().to_owned())
    }

    async fn clipboard(&self) -> anyhow::Result<String> {
        let place = if self.popup_is_open().await? { Place::Popup } else { Place::Page };
        let text = self.with_clipboard(place, "() => navigator.clipboard.readText()").await?;
        text.as_str().map(str::to_owned).context("no text on the clipboard")
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
        self.background().await.map(drop)
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

    async fn install(&mut self, extension: &Path) -> anyhow::Result<()> {
        self.cdp.send("", "Extensions.loadUnpacked", json!({ "path": extension })).await?;
        self.is_installed(extension).await
    }

    async fn clear(&mut self, hosts: &[String]) -> anyhow::Result<()> {
        let tab = self.new_tab().await?;
        until("the other tabs to close", async || {
            let others = self.cdp.targets().await?;
            let others: Vec<_> =
                others.iter().filter(|target| target.is("page") && target.id != tab).collect();
            for other in &others {
                // It may have closed by itself since.
                self.cdp.send("", "Target.closeTarget", json!({ "targetId": other.id })).await.ok();
            }
            Ok(others.is_empty().then_some(()))
        })
        .await?;
        self.copy_nothing().await?;
        if self.extension.take().is_some() {
            self.cdp.send("", "Extensions.uninstall", json!({ "id": self.id() })).await?;
        }
        let page = self.page().await?;
        self.cdp.send(&page, "Network.clearBrowserCache", json!({})).await?;
        self.cdp.send("", "Storage.clearCookies", json!({})).await?;
        self.cdp.send("", "Browser.resetPermissions", json!({})).await?;
        for host in hosts {
            for scheme in ["http", "https"] {
                let all = json!({ "origin": format!("{scheme}://{host}"), "storageTypes": "all" });
                self.cdp.send(&page, "Storage.clearDataForOrigin", all).await?;
            }
        }
        self.cdp.forget_requests();
        Ok(())
    }

    async fn traces(&self) -> anyhow::Result<Value> {
        let kinds = ["page", "iframe", "worker", "shared_worker", "service_worker", "background_page"];
        let targets = self.cdp.targets().await?.into_iter();
        let targets = targets.filter(|target| kinds.iter().any(|kind| target.is(kind)));
        let targets: Vec<_> = targets.map(|target| target.address).collect();
        let cookies = self.cdp.send("", "Storage.getCookies", json!({})).await?;
        Ok(json!({ "shown": targets, "cookies": cookies["cookies"], "asked for": self.cdp.requests() }))
    }

    async fn restart(self: Box<Self>, end: End) -> anyhow::Result<Box<dyn Seam>> {
        let Self { driver, cdp, policy, extension, port, mut process, .. } = *self;
        drop(cdp);
        let stay = match end {
            End::Quit => {
                process.quit(driver).await?;
                Stay::Again
            }
            End::Killed => {
                process.kill(driver).await?;
                Stay::Killed
            }
        };
        Ok(Box::new(Self::launch(process, extension.as_deref(), port, policy, stay).await?))
    }

    async fn quit(self: Box<Self>) -> anyhow::Result<()> {
        self.process.end(self.driver.clone()).await
    }
}
