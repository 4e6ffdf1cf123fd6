//! The pictures of README and of the stores: each moment, in three languages, light and dark; and the icons.

mod drawn;
mod file;
mod views;
mod window;

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use harness::locate::Program;
use harness::{Browser, Looks, Page, Place, Session, extension_in, json};

use crate::build::{self, Profile};
use crate::progress::step;
use crate::tools::programs;
use crate::workspace::Workspace;

pub(crate) use file::save;
pub(crate) use views::{VIEWED, views};

use file::save_sized;
use window::resize_inside;

/// The languages: the first is README's, the others show another alphabet and long words.
const LANGUAGES: [&str; 3] = ["en", "ar", "de"];

/// What the stores take: 1280 by 800 pixels.
const SIZE: (u32, u32) = (1280, 800);

/// A name that somebody wonders about.
const DOUBTFUL: &str = "weekly-standup";

/// What an organisation has set in the picture of the settings.
const POLICY: &str = r#"{ "server": "meet.example.org", "label": "acme", "holdPage": true }"#;

/// Builds, and saves `dist/pictures/LANGUAGE/LOOKS/MOMENT.png`; the English light ones become README's. Draws
/// what is drawn, see [`drawn`].
///
/// # Errors
///
/// When the build fails or Chromium does not do what it should.
pub(crate) fn pictures(workspace: &Workspace) -> anyhow::Result<()> {
    let browser = Browser::Chromium;
    programs::ready(workspace, &[Program::Browser(browser), Program::Driver(browser)])?;
    build::build(workspace, Profile::Release)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let can_be_managed = harness::chromium_can_be_managed();
    for language in LANGUAGES {
        let extension = extension_in(browser, language)?;
        for (looks, name) in [(Looks::Light, "light"), (Looks::Dark, "dark")] {
            let pictures = workspace.dist().join("pictures");
            let of_language = pictures.join(language);
            let folder = of_language.join(name);
            fs::create_dir_all(&folder)?;
            step(&format!("pictures in {language}, {name}"), || {
                runtime.block_on(async {
                    let session = Session::start_with(browser, extension.path()).await?;
                    let taken = async {
                        take(&session, looks, &folder).await?;
                        if looks == Looks::Light {
                            drawn::tiles(&session, workspace, &of_language).await?;
                            if language == LANGUAGES[0] {
                                drawn::icons(&session, workspace, &pictures).await?;
                            }
                        }
                        anyhow::Ok(())
                    };
                    let taken = taken.await;
                    session.quit().await?;
                    taken?;
                    if can_be_managed {
                        let policy = serde_json::from_str(POLICY)?;
                        let session = Session::start_managed(browser, extension.path(), &policy).await?;
                        let taken = of_organisation(&session, looks, &folder).await;
                        session.quit().await?;
                        taken?;
                    }
                    anyhow::Ok(())
                })
            })?;
        }
    }
    let (from, to) = (workspace.dist().join("pictures/en/light"), workspace.root().join("docs/images"));
    for picture in fs::read_dir(&from)? {
        let name = picture?.file_name();
        fs::copy(from.join(&name), to.join(&name))?;
    }
    println!("{}", workspace.dist().join("pictures").display());
    if !can_be_managed {
        println!("left out: organisation.png; only an administrator may write Chromium's policies");
    }
    Ok(())
}

async fn take(session: &Session, looks: Looks, folder: &Path) -> anyhow::Result<()> {
    fill_window(session).await?;
    for (host, path, moment) in [("meet.jit.si", "/standup", "guessable"), ("web.skype.com", "/", "skype")] {
        session.site().set(host, path, Page::html(&behind(looks, "")));
        session.prefer(Place::Page, looks).await?;
        session.open(&format!("https://{host}{path}")).await?;
        session.warning().await?;
        save_sized(folder, moment, &session.picture(Place::Page).await?, SIZE)?;
    }
    session.prefer(Place::Page, looks).await?;
    session.open_own("guide.html").await?;
    session.ready().await?;
    save_sized(folder, "guide", &session.picture(Place::Page).await?, SIZE)?;

    session.open("https://behind.example/").await?;
    session.open_popup().await?;
    session.prefer(Place::Popup, looks).await?;
    session.text_when(Place::Popup, "tab-status", |text| !text.is_empty()).await?;
    let room = session.picture(Place::Popup).await?;
    session.type_into(Place::Popup, "check-input", DOUBTFUL).await?;
    session.text_when(Place::Popup, "check-verdict", |text| !text.is_empty()).await?;
    // To the end of what is said of the name, and a little more.
    let scroll = "(root) => {
      const { bottom } = root.getElementById('check').getBoundingClientRect();
      root.defaultView.scrollBy(0, bottom + 12 - root.defaultView.innerHeight);
    }";
    session.call(Place::Popup, scroll, json!([])).await?;
    let check = session.picture(Place::Popup).await?;
    for (moment, popup) in [("room", room), ("check", check)] {
        let image = format!("<img src='data:image/png;base64,{}' alt=''>", BASE64_STANDARD.encode(popup));
        session.site().set("behind.example", "/picture", Page::html(&behind(looks, &image)));
        session.open("https://behind.example/picture").await?;
        save_sized(folder, moment, &session.picture(Place::Page).await?, SIZE)?;
    }
    Ok(())
}

async fn of_organisation(session: &Session, looks: Looks, folder: &Path) -> anyhow::Result<()> {
    fill_window(session).await?;
    session.prefer(Place::Page, looks).await?;
    session.open_own("options.html").await?;
    session.ready().await?;
    save_sized(folder, "organisation", &session.picture(Place::Page).await?, SIZE).map(drop)
}

/// Makes the inside of the window as large as the stores want their pictures.
async fn fill_window(session: &Session) -> anyhow::Result<()> {
    resize_inside(session, SIZE).await
}

/// A page to stand behind a warning or around a popup.
fn behind(looks: Looks, inside: &str) -> String {
    let colour = if looks == Looks::Dark { "#33443d" } else { "#dfe9e4" };
    format!(
        "<style>
          body {{ align-items: center; background: {colour}; display: flex; height: 100vh; justify-content: center; margin: 0 }}
          img {{ border-radius: 12px; box-shadow: 0 8px 40px rgb(0 0 0 / 35%) }}
        </style>{inside}"
    )
}
