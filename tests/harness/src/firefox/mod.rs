//! Firefox: WebDriver for the page, its own main window's rights for all that belongs to the extension.

mod aloud;
mod package;
mod profile;
mod sides;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use async_trait::async_trait;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{By, Capabilities, CapabilitiesHelper, DesiredCapabilities, WebDriver};

use self::sides::Sides;
use crate::Browser;
use crate::driver::Driver;
use crate::locate::{Program, required};
use crate::policy::{self, PolicyFile};
use crate::script::DOUBLE_LETTERS;
use crate::seam::{End, Key, Looks, PageCosts, Place, Seam, Spoken, strings};
use crate::wait::until;

/// The host part of the extension's address, which Firefox would otherwise draw at random.
const UUID: &str = "5a0b8c1e-68f1-4a0e-9d6c-2f7b3c4d5e6f";

/// A running Firefox with the extension.
pub(crate) struct Firefox {
    /// The page and the browser's own window.
    sides: Sides,
    /// How it was started, to start it again.
    start: Start,
    /// The id of the extension that is installed.
    addon: String,
    /// What an administrator has set.
    _policy: Option<PolicyFile>,
    // Last, since the rest talks to it.
    process: Driver,
}

/// How a Firefox is started.
struct Start {
    program: PathBuf,
    /// Where every host is, on loopback.
    port: u16,
    /// The id of the extension that stays when it ends, if one does.
    stays: Option<String>,
}

impl Start {
    /// What is asked of geckodriver for a `program` that runs with this profile.
    fn capabilities(&self, program: &Path, profile: &Path) -> anyhow::Result<Capabilities> {
        let mut capabilities = DesiredCapabilities::firefox();
        capabilities.accept_insecure_certs(true)?;
        let options = json!({
            "binary": program,
            "args": ["-headless", "--width=1280", "--height=800", "-profile", profile],
            "prefs": self.preferences(),
        });
        capabilities.set("moz:firefoxOptions", options)?;
        Ok(capabilities.into())
    }

    /// What a test needs of Firefox. geckodriver itself switches off most of what Firefox asks of its makers' servers;
    /// remote settings remain.
    fn preferences(&self) -> Value {
        let mut preferences = json!({
            "network.dns.forceResolve": "127.0.0.1",
            "network.socket.forcePort": format!("443={0};80={0}", self.port),
            "services.settings.server": "data:,#remote-settings-dummy/v1",
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            // Of use where a browser is started again: the extension stays, and so do the tabs.
            "xpinstall.signatures.required": false,
            "browser.startup.page": 3,
            "browser.sessionstore.resume_from_crash": true,
            "browser.sessionstore.restore_on_demand": false,
        });
        if let Some(addon) = &self.stays {
            // What is stored belongs to it, and a browser that is killed may not have written it down.
            preferences["extensions.webextensions.uuids"] = json!({ addon: UUID }).to_string().into();
        }
        preferences
    }
}

impl Firefox {
    /// Starts one headless, without the extension, for which every host is at `port` on loopback.
    pub(crate) async fn start(port: u16) -> anyhow::Result<Self> {
        Self::launch(Self::driver_program().await?, Start { program: program()?, port, stays: None }, None)
            .await
    }

    /// Starts one in which an administrator has set a policy for the unpacked extension in the folder.
    pub(crate) async fn start_managed(extension: &Path, port: u16, policy: &Value) -> anyhow::Result<Self> {
        let process = Self::driver_program().await?;
        let policy = PolicyFile::firefox(process.home(), &addon_id(extension)?, policy)?;
        Self::launch(process, Start { program: program()?, port, stays: None }, Some(policy)).await
    }

    /// Starts one in which an administrator has put this `policies.json` beside the program.
    pub(crate) async fn start_with_policies_json(port: u16, policies: &Value) -> anyhow::Result<Self> {
        let process = Self::driver_program().await?;
        let program = policy::firefox_with(policies, &program()?, &process.folder().join("firefox"))?;
        Self::launch(process, Start { program, port, stays: None }, None).await
    }

    /// Starts one that can be started again.
    pub(crate) async fn start_to_stay(extension: &Path, port: u16) -> anyhow::Result<Self> {
        let start = Start { program: program()?, port, stays: Some(addon_id(extension)?) };
        Self::launch(Self::driver_program().await?, start, None).await
    }

    async fn driver_program() -> anyhow::Result<Driver> {
        let program = required(Program::Driver(Browser::Firefox))?;
        Driver::start(&program, &["--port=0", "--allow-system-access"], "Listening on 127.0.0.1:").await
    }

    async fn launch(process: Driver, start: Start, policy: Option<PolicyFile>) -> anyhow::Result<Self> {
        // geckodriver's own profile would be empty, and gone when the browser ends.
        let profile = process.folder().join("profile");
        if !profile.exists() {
            // Not the program of `start`, beside which policies may lie.
            let program = program()?;
            profile::fresh(&profile, &program, async |empty| {
                let driver = process.session(start.capabilities(&program, empty)?).await?;
                process.quit(driver).await
            })
            .await?;
        }
        let driver = process.session(start.capabilities(&start.program, &profile)?).await?;
        let sides = Sides::new(driver);
        let firefox = Self { sides, start, addon: String::new(), _policy: policy, process };
        firefox.privileged("watch", json!([])).await?;
        Ok(firefox)
    }

    /// Puts the extension that is installed where one click reaches it.
    async fn pin(&self) -> anyhow::Result<()> {
        until("the extension's button", async || {
            self.privileged("pin", json!([self.addon])).await.map(|_| Some(()))
        })
        .await
    }

    /// Calls a function of `privileged.js`.
    async fn privileged(&self, name: &str, parameters: Value) -> anyhow::Result<Value> {
        self.sides.privileged(name, parameters).await
    }

    async fn in_popup(&self, name: &str, mut parameters: Vec<Value>) -> anyhow::Result<Value> {
        parameters.insert(0, json!(self.addon));
        self.privileged(name, Value::Array(parameters)).await
    }
}

#[async_trait(?Send)]
impl Seam for Firefox {
    async fn driver(&self) -> anyhow::Result<&WebDriver> {
        self.sides.page().await
    }

    async fn call(&self, place: Place, function: &str, arguments: Value) -> anyhow::Result<Value> {
        let place = match place {
            Place::Page => "page",
            Place::Warning => "warning",
            Place::Popup => "popup",
            Place::Background => "background",
        };
        self.privileged("call", json!([self.addon, place, function, arguments])).await
    }

    async fn aloud(&self, place: Place) -> anyhow::Result<Spoken> {
        let is_popup = place == Place::Popup;
        Ok(aloud::spoken(&self.privileged("aloud", json!([self.addon, is_popup])).await?))
    }

    async fn prefer(&self, _: Place, looks: Looks) -> anyhow::Result<()> {
        self.privileged("prefer", json!([looks == Looks::Dark, looks == Looks::Forced])).await.map(drop)
    }

    async fn double_letters(&self, place: Place) -> anyhow::Result<()> {
        // The warning is made anew when anybody writes into it: there the browser enlarges the text itself.
        if place == Place::Warning {
            return self.privileged("doubleText", json!([])).await.map(drop);
        }
        self.call(place, DOUBLE_LETTERS, json!([])).await.map(drop)
    }

    async fn on_a_phone(&self, width: u32) -> anyhow::Result<()> {
        self.privileged("onAPhone", json!([width])).await.map(drop)
    }

    async fn in_view(&self, width: u32, height: u32) -> anyhow::Result<()> {
        // The window has to hold the tab with the bars around it.
        self.driver().await?.set_window_rect(0, 0, width.max(500) + 40, height + 200).await?;
        self.privileged("inView", json!([width, height])).await.map(drop)
    }

    async fn open_popup(&self) -> anyhow::Result<()> {
        let id = self.privileged("buttonId", json!([self.addon])).await?;
        let id = id.as_str().context("the toolbar has no button of the extension")?;
        Ok(self.sides.window().await?.find(By::Id(id)).await?.click().await?)
    }

    async fn popup_is_open(&self) -> anyhow::Result<bool> {
        Ok(self.in_popup("popupIsOpen", vec![]).await? == json!(true))
    }

    async fn click_in_popup(&self, id: &str, (x, y): (f64, f64)) -> anyhow::Result<bool> {
        Ok(self.in_popup("clickInPopup", vec![json!(id), json!(x), json!(y)]).await? == json!(true))
    }

    async fn type_in_popup(&self, text: &str) -> anyhow::Result<()> {
        for character in text.chars() {
            self.in_popup("pressInPopup", vec![json!(character.to_string()), json!(0)]).await?;
        }
        Ok(())
    }

    async fn press_in_popup(&self, key: Key) -> anyhow::Result<()> {
        let (name, code) = key.name_and_code();
        self.in_popup("pressInPopup", vec![json!(name), json!(code)]).await.map(drop)
    }

    async fn hold(&self, key: Key) -> anyhow::Result<()> {
        let chain = self.driver().await?.action_chain();
        let held = (0..3).fold(chain, |chain, _| chain.key_down(key.webdriver()));
        Ok(held.key_up(key.webdriver()).perform().await?)
    }

    async fn choose_from_menu(&self, id: &str, label: &str) -> anyhow::Result<()> {
        let driver = self.driver().await?;
        let target = driver.find(By::Id(id)).await?;
        if target.tag_name().await? == "iframe" {
            // A frame of another site is another process, which only a pointer in it reaches.
            target.enter_frame().await?;
            let inner = driver.find(By::Css("input")).await?;
            driver.action_chain().context_click_element(&inner).perform().await?;
            driver.enter_default_frame().await?;
        } else {
            driver.action_chain().context_click_element(&target).perform().await?;
        }
        self.privileged("chooseFromMenu", json!([label])).await.map(drop)
    }

    async fn command(&self, name: &str) -> anyhow::Result<()> {
        self.privileged("command", json!([self.addon, name])).await.map(drop)
    }

    async fn enter_in_address_bar(&self, text: &str) -> anyhow::Result<()> {
        self.privileged("enterInAddressBar", json!([self.addon, text])).await.map(drop)
    }

    async fn suggested_in_address_bar(&self, text: &str) -> anyhow::Result<Vec<String>> {
        Ok(strings(&self.privileged("suggestedInAddressBar", json!([self.addon, text])).await?))
    }

    async fn picture_of_whole_page(&self) -> anyhow::Result<Vec<u8>> {
        Ok(FirefoxTools::new(self.driver().await?.handle().clone()).full_screenshot_as_png().await?)
    }

    async fn picture_of_window(&self) -> anyhow::Result<Vec<u8>> {
        Ok(self.sides.window().await?.screenshot_as_png().await?)
    }

    async fn picture_of_popup(&self) -> anyhow::Result<Vec<u8>> {
        let picture = self.in_popup("pictureOfPopup", vec![]).await?;
        let (_, data) = picture.as_str().and_then(|url| url.split_once(',')).context("no picture")?;
        Ok(BASE64_STANDARD.decode(data)?)
    }

    async fn badge(&self) -> anyhow::Result<String> {
        let badge = self.privileged("badge", json!([self.addon])).await?;
        Ok(badge.as_str().unwrap_or_default().to_owned())
    }

    async fn icon(&self) -> anyhow::Result<String> {
        let icon = self.privileged("icon", json!([self.addon])).await?;
        Ok(icon.as_str().unwrap_or_default().to_owned())
    }

    async fn clipboard(&self) -> anyhow::Result<String> {
        let text = self.privileged("clipboard", json!([])).await?;
        text.as_str().map(str::to_owned).context("no text on the clipboard")
    }

    async fn tabs(&self) -> anyhow::Result<Vec<String>> {
        Ok(strings(&self.privileged("tabs", json!([])).await?))
    }

    async fn sleep(&self) -> anyhow::Result<()> {
        self.privileged("sleep", json!([self.addon])).await.map(drop)
    }

    async fn reload_extension(&self) -> anyhow::Result<()> {
        self.privileged("reload", json!([self.addon])).await?;
        self.pin().await
    }

    async fn page_costs(&self) -> anyhow::Result<PageCosts> {
        bail!("Firefox does not say what a page costs")
    }

    async fn page_heap(&self) -> anyhow::Result<f64> {
        bail!("Firefox does not say what a page costs")
    }

    async fn extension_requests(&self) -> anyhow::Result<Vec<String>> {
        Ok(strings(&self.privileged("requests", json!([self.addon])).await?))
    }

    async fn install(&mut self, extension: &Path) -> anyhow::Result<()> {
        self.addon = addon_id(extension)?;
        let tools = FirefoxTools::new(self.driver().await?.handle().clone());
        if self.start.stays.is_some() {
            let package = self.process.folder().join("extension.xpi");
            package::pack(extension, &package)?;
            let refused =
                "this Firefox takes no extension that nobody signed; its extended support releases do";
            tools.install_addon(&package.to_string_lossy(), Some(false)).await.context(refused)?;
        } else {
            tools.install_addon(&extension.to_string_lossy(), Some(true)).await?;
        }
        self.pin().await
    }

    async fn clear(&mut self, _: &[String]) -> anyhow::Result<()> {
        let driver = self.driver().await?;
        driver.switch_to_window(driver.new_tab().await?).await?;
        self.privileged("clear", json!([])).await.map(drop)
    }

    async fn traces(&self) -> anyhow::Result<Value> {
        self.privileged("traces", json!([])).await
    }

    async fn restart(self: Box<Self>, end: End) -> anyhow::Result<Box<dyn Seam>> {
        let Self { sides, start, addon, _policy: policy, mut process } = *self;
        ensure!(start.stays.is_some(), "Firefox forgets an extension from a folder when it ends");
        match end {
            End::Quit => process.quit(sides.end()).await?,
            End::Killed => process.kill(sides.end()).await?,
        }
        let again = Self { addon, ..Self::launch(process, start, policy).await? };
        again.pin().await?;
        Ok(Box::new(again))
    }

    async fn quit(self: Box<Self>) -> anyhow::Result<()> {
        self.process.end(self.sides.end()).await
    }
}

/// The id that the manifest of the unpacked extension names.
fn addon_id(extension: &Path) -> anyhow::Result<String> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(extension.join("manifest.json"))?)?;
    let id = &manifest["browser_specific_settings"]["gecko"]["id"];
    id.as_str().map(str::to_owned).context("the manifest names no gecko id")
}

fn program() -> anyhow::Result<PathBuf> {
    required(Program::Browser(Browser::Firefox))
}
