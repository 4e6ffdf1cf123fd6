//! Everything that is shown, to be looked at by eye: in languages of four kinds, light and dark, and in four sizes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use harness::locate::Program;
use harness::wait::until;
use harness::{Browser, Looks, Page, Place, Session, Value, change_manifest, extension_in, json};

use super::file::save;
use crate::build::{self, Profile};
use crate::progress::step;
use crate::tools::programs;
use crate::workspace::Workspace;

/// Languages of four kinds: the one that is written first, one from right to left, one of long words, one of dense
/// letters.
pub(crate) const VIEWED: [&str; 4] = ["en", "ar", "de", "zh_CN"];

/// How large what is shown is, and what shows it.
#[derive(Clone, Copy, PartialEq)]
enum Size {
    /// A popup of 360 by 600 CSS pixels, a window of 1280 by 800.
    Window,
    /// 320 CSS pixels wide, and used with a finger.
    Phone,
    /// As a window whose pages are shown at twice their size, and so hold half of it: what is in sight of them.
    Enlarged,
    /// As a window, with letters of twice the size and nothing else.
    Letters,
}

const SIZES: [(Size, &str); 4] = [
    (Size::Window, "window"),
    (Size::Phone, "phone"),
    (Size::Enlarged, "enlarged"),
    (Size::Letters, "letters"),
];

/// Where Debian has fonts for all of them.
const FONTS: &str = "On Debian: sudo apt-get install fonts-noto-core fonts-noto-cjk";

/// A page like Jitsi's before joining.
const JITSI: &str = "<!doctype html><meta name=viewport content='width=device-width'>
  <style>body { background: #1d4171; color: #fff; font: 20px sans-serif; margin: 40px }</style>
  <h1>Jitsi</h1><p><input placeholder=Name> <button>Join</button></p>";

/// Has the popup, opened as a page in a tab, take the other tab for the one that it was opened on. It stands in the page
/// before all else.
const ABOUT_THE_OTHER_TAB: &str = "{
  const query = chrome.tabs.query.bind(chrome.tabs);
  chrome.tabs.query = async () => (await query({})).filter(({ url }) => url.startsWith('http'));
}";

/// The popup's first sight: how its picture is called, and where it is opened.
const FIRST: [(&str, &str); 6] = [
    ("elsewhere", "https://site.example/"),
    ("unknown", "https://site.example/standup"),
    ("strong", "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic"),
    ("skype", "https://web.skype.com/"),
    ("meet", "https://meet.google.com/abc-defg-hij"),
    ("guessable", "https://meet.jit.si/weekly-standup"),
];

/// The popup's views, each with what is done there before it is looked at.
const VIEWS: [(&str, &str); 6] = [
    ("change", ""),
    ("share", ""),
    ("rooms", ""),
    ("team", ""),
    (
        "talk",
        "const guests = root.getElementById('guests');
         guests.value = 'Ada\\nGrace';
         guests.dispatchEvent(new Event('input', { bubbles: true }));
         root.getElementById('guests-make').click();
         for (const id of ['people-two', 'install-no', 'kept-from-strangers']) root.getElementById(id)?.click();",
    ),
    ("", "root.getElementById('off-end')?.click();"),
];

/// The warnings: how the picture is called, the address, what stands in the page beside Jitsi's own, the setting to hold
/// the page, and what is pressed.
const WARNINGS: [(&str, &str, &str, bool, &str); 5] = [
    ("box", "/standup", "", false, ""),
    ("open", "/weekly-standup", "", false, "more"),
    ("strip", "/daily", "<div id='new-toolbox'></div>", false, ""),
    ("hold", "/retro", "", true, ""),
    ("skype", "", "", false, ""),
];

/// Builds, and saves `target/views/BROWSER/LANGUAGE/LOOKS-SIZE/VIEW.png`.
///
/// # Errors
///
/// When the build fails or the browser does not do what it should.
pub(crate) fn views(workspace: &Workspace, browser: Browser, languages: &[String]) -> anyhow::Result<()> {
    programs::ready(workspace, &[Program::Browser(browser), Program::Driver(browser)])?;
    build::build(workspace, Profile::Dev)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let all = workspace.target().join("views").join(browser.to_string());
    for language in languages {
        if lacks_letters(language) {
            println!("No font here has the letters of {language}: its pictures show boxes. {FONTS}");
        }
        let extension = extension_in(browser, language)?;
        about_the_other_tab(extension.path())?;
        for (looks, called) in [(Looks::Light, "light"), (Looks::Dark, "dark")] {
            step(&format!("views in {language}, {called}"), || {
                runtime.block_on(async {
                    for (size, named) in SIZES {
                        let folder = all.join(language).join(format!("{called}-{named}"));
                        fs::create_dir_all(&folder)?;
                        let session = Session::start_with(browser, extension.path()).await?;
                        let taken = Camera { session: &session, looks, size, folder }.take().await;
                        session.quit().await?;
                        taken.with_context(|| format!("{language}, {called}, {named}"))?;
                    }
                    anyhow::Ok(())
                })
            })?;
        }
    }
    println!("{}", all.display());
    Ok(())
}

/// Whether no font has the letters of `language`, by Fontconfig, which browsers ask on Linux. Elsewhere nobody says.
fn lacks_letters(language: &str) -> bool {
    let tag = language.replace('_', "-").to_lowercase();
    let found = Command::new("fc-list").arg(format!(":lang={tag}")).output();
    found.is_ok_and(|found| found.status.success() && found.stdout.is_empty())
}

/// Changes the copy of the extension so that its popup, as a page, speaks of the other tab.
fn about_the_other_tab(extension: &Path) -> anyhow::Result<()> {
    change_manifest(extension, |manifest| {
        if let Some(permissions) = manifest["permissions"].as_array_mut() {
            permissions.push(json!("tabs"));
        }
        manifest["host_permissions"] = json!(["https://meet.google.com/*"]);
    })?;
    fs::write(extension.join("first.js"), ABOUT_THE_OTHER_TAB)?;
    let page = extension.join("popup.html");
    let text = fs::read_to_string(&page)?;
    Ok(fs::write(page, text.replacen("<script", "<script src=\"first.js\"></script><script", 1))?)
}

/// A browser that is looked at in one way.
struct Camera<'a> {
    session: &'a Session,
    looks: Looks,
    size: Size,
    folder: PathBuf,
}

impl Camera<'_> {
    async fn take(&self) -> anyhow::Result<()> {
        self.warnings().await.context("the warnings")?;
        self.pages().await.context("the pages")?;
        self.popup().await.context("the popup")
    }

    async fn warnings(&self) -> anyhow::Result<()> {
        for (name, path, more, hold, press) in WARNINGS {
            let set = "(root, hold) => chrome.storage.local.set({ holdPage: hold })";
            self.call(Place::Background, set, json!([hold])).await?;
            let (host, path) = if path.is_empty() { ("web.skype.com", "/") } else { ("meet.jit.si", path) };
            self.session.site().set(host, path, Page::html(&format!("{JITSI}{more}")));
            let address = format!("https://{host}{path}");
            self.look(1280).await?;
            self.session.open(&address).await?;
            self.session.warning().await?;
            if !press.is_empty() {
                self.press(press).await?;
            }
            let enlarges = self.size == Size::Letters;
            if enlarges {
                self.session.double_letters(Place::Warning).await?;
                self.in_sight().await?;
            }
            save(&self.folder, &format!("warning-{name}"), &self.session.picture(Place::Page).await?)?;
            // Firefox remembers it of the site.
            if enlarges && self.session.browser() == Browser::Firefox {
                self.session.double_letters(Place::Warning).await?;
            }
        }
        self.call(Place::Background, "() => chrome.storage.local.clear()", json!([])).await.map(drop)
    }

    /// Waits until the warning, which has grown, is in the window as a whole again.
    async fn in_sight(&self) -> anyhow::Result<()> {
        let is_whole = "(root) => {
          const { bottom } = root.getElementById('warning').getBoundingClientRect();
          return bottom <= root.ownerDocument.defaultView.innerHeight;
        }";
        until("the warning in the window", async || {
            Ok((self.call(Place::Warning, is_whole, json!([])).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// Presses a button of the warning that unfolds it, until that has counted.
    async fn press(&self, id: &str) -> anyhow::Result<()> {
        let is_done = "(root) => root.getElementById('warning').classList.contains('open')";
        until("the warning to unfold", async || {
            let done = self.call(Place::Warning, is_done, json!([])).await? == json!(true);
            if !done {
                self.session.click_if_there(Place::Warning, id).await?;
            }
            Ok(done.then_some(()))
        })
        .await
    }

    async fn pages(&self) -> anyhow::Result<()> {
        for page in ["options", "guide", "panel"] {
            self.look(1280).await?;
            self.session.open_own(&format!("{page}.html")).await?;
            self.session.ready().await?;
            self.save(page).await?;
        }
        Ok(())
    }

    async fn popup(&self) -> anyhow::Result<()> {
        self.call(
            Place::Background,
            "() => chrome.storage.local.set({
              recentRooms: true,
              'pinned:https://meet.jit.si/amber-trumpet-lagoon-visor-clinic': { name: 'Thursdays', since: 1 },
              'recent:https://meet.jit.si/hazel-violin-harbor-candle-meadow': 5,
            })",
            json!([]),
        )
        .await?;
        // A service by choice, of which there is more to say than of others.
        self.session.open_own("options.html").await?;
        self.session.ready().await?;
        self.session.click(Place::Page, "meet").await?;
        let watched = "async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1";
        until("the service to be watched", async || {
            Ok((self.call(Place::Background, watched, json!([])).await? == json!(true)).then_some(()))
        })
        .await?;
        self.session.open("https://site.example/").await?;
        let own =
            self.call(Place::Background, "() => chrome.runtime.getURL('popup.html')", json!([])).await?;
        let own = own.as_str().context("no address")?;
        self.session.open_tab(own).await?;
        for (name, address) in FIRST {
            self.session.switch_to_tab(|at| at != own).await?;
            self.session.open(address).await?;
            self.session.switch_to_tab(|at| at == own).await?;
            self.open_popup(own).await?;
            self.save(&format!("popup-{name}")).await?;
        }
        for (view, act) in VIEWS {
            self.open_popup(own).await?;
            self.call(
                Place::Page,
                &format!("(root, view) => {{ root.getElementById(`to-${{view}}`)?.click(); {act} }}"),
                json!([view]),
            )
            .await?;
            if !view.is_empty() {
                self.save(&format!("popup-view-{view}")).await?;
            }
        }
        self.open_popup(own).await?;
        self.session.type_into(Place::Page, "check-input", "weekly-standup").await?;
        self.session.text_when(Place::Page, "check-verdict", |text| !text.is_empty()).await?;
        self.save("popup-checked").await
    }

    async fn open_popup(&self, own: &str) -> anyhow::Result<()> {
        self.look(360).await?;
        self.session.open(own).await?;
        self.session.ready().await?;
        self.session.text_when(Place::Page, "tab-status", |text| !text.is_empty()).await.map(drop)
    }

    /// Has the current tab look as it should, `width` CSS pixels wide in a window.
    async fn look(&self, width: u32) -> anyhow::Result<()> {
        self.session.prefer(Place::Page, self.looks).await?;
        let is_popup = width < 1000;
        let height = if is_popup { 600 } else { 800 };
        match self.size {
            Size::Phone => self.session.on_a_phone(320).await,
            // A popup is as wide as what is in it.
            Size::Enlarged if is_popup => self.session.in_view((width, height / 2)).await,
            Size::Enlarged => self.session.in_view((width / 2, height / 2)).await,
            Size::Window | Size::Letters => self.session.in_view((width, height)).await,
        }
    }

    /// Saves a picture of the current tab, with all that can be unfolded.
    async fn save(&self, name: &str) -> anyhow::Result<()> {
        let unfold = "(root) => { for (const each of root.querySelectorAll('details')) each.open = true; }";
        self.call(Place::Page, unfold, json!([])).await?;
        match self.size {
            Size::Enlarged => {
                return save(&self.folder, name, &self.session.picture(Place::Page).await?).map(drop);
            }
            Size::Letters => self.session.double_letters(Place::Page).await?,
            Size::Window | Size::Phone => {}
        }
        save(&self.folder, name, &self.session.picture_of_whole_page().await?).map(drop)
    }

    async fn call(&self, place: Place, function: &str, arguments: Value) -> anyhow::Result<Value> {
        self.session.call(place, function, arguments).await
    }
}
