//! `cargo xtask bench page`: what the warning and the popup cost, beside extensions that do the least that
//! one can, in one run. `docs/measuring.md` says what the figures mean.

mod extensions;
mod figures;
mod flood;
mod measure;

use std::fs;

use anyhow::{Context, Result};
use guessable_lab::line::Line;
use harness::locate::Program;
use harness::{Browser, Session};

use crate::build::{self, Profile};
use crate::tools::programs;
use crate::workspace::Workspace;
use extensions::Kind;
use figures::{BEFORE_JOIN, Figures};
use flood::Flood;
use measure::Fixture;

/// How often each is measured; the median is taken. They take turns, so that whatever else the machine does
/// hits all.
const ROUNDS: usize = 11;

/// How often a heavy page is loaded.
const HEAVY_ROUNDS: usize = 5;

/// How long a warning stands for what it costs while it stands.
const STANDING_SECONDS: u32 = 10;

/// The figures; writes every value to `target/bench/page.json`.
///
/// # Errors
///
/// When the extension cannot be built, or a browser cannot be had, does not start or does not answer.
pub(crate) fn run(workspace: &Workspace) -> Result<Vec<Line>> {
    let browser = Browser::Chromium;
    programs::ready(workspace, &[Program::Browser(browser), Program::Driver(browser)])?;
    build::build(workspace, Profile::Release)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let figures = runtime.block_on(async {
        let mut browsers = Vec::new();
        for kind in Kind::ALL {
            let folder = kind.assemble(workspace)?;
            let session = Session::start_with(browser, &folder).await?;
            measure::serve(&session, &workspace.root().join("tests/bench/page"))?;
            browsers.push((kind, session));
        }
        let measured = measure_all(&browsers).await;
        for (_, session) in browsers {
            session.quit().await?;
        }
        measured
    })?;
    let folder = workspace.target().join("bench");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("page.json"), serde_json::to_vec_pretty(&figures.json())?)?;
    Ok(figures.lines())
}

async fn measure_all(browsers: &[(Kind, Session)]) -> Result<Figures> {
    let mut figures = Figures::default();
    // The first round lets the browsers compile.
    for round in 0..=ROUNDS {
        eprint!("\r• round {round} of {ROUNDS}: the warning and the popup ");
        for (kind, session) in browsers {
            let mut note = |what: &str, value: f64| {
                if round > 0 {
                    figures.note(what, *kind, value);
                }
            };
            if matches!(kind, Kind::Ours | Kind::Idle) {
                // The worker, which opens it, has nothing else to do by now.
                note("popup", measure::popup(session).await?);
            }
            if *kind != Kind::Idle {
                note("shown, background awake", measure::shown(session).await?);
                session.sleep().await?;
                note("shown, background asleep", measure::shown(session).await?);
            }
            if matches!(kind, Kind::Ours | Kind::Echo | Kind::Empty) {
                note("verdict, background awake", measure::verdict(session).await?);
                session.sleep().await?;
                note("verdict, background asleep", measure::verdict(session).await?);
            }
        }
    }
    let (_, ours) = browsers.iter().find(|(kind, _)| *kind == Kind::Ours).context("not measured")?;
    // The first is the coldest load, and counts as well.
    for round in 0..=ROUNDS {
        eprint!("\r• round {round} of {ROUNDS}: the warning and the page's Join   ");
        let warns = measure::warns_before_join(ours).await?;
        figures.note(BEFORE_JOIN, Kind::Ours, if warns { 100.0 } else { 0.0 });
    }
    measure::awake(ours).await?;
    flood::serve(ours);
    for round in 0..=ROUNDS {
        eprint!("\r• round {round} of {ROUNDS}: other tabs beside a flood              ");
        for flood in Flood::ALL {
            let took = flood::marked(ours, flood).await?;
            if round > 0 {
                figures.note(flood.name(), Kind::Ours, took);
            }
        }
    }
    figures.note("background: wasm memory", Kind::Ours, measure::wasm_memory(ours).await?);
    for round in 0..=HEAVY_ROUNDS {
        eprint!("\r• round {round} of {HEAVY_ROUNDS}: what pages cost              ");
        for (kind, session) in
            browsers.iter().filter(|(kind, _)| !matches!(kind, Kind::Constant | Kind::Empty))
        {
            for (name, fixture) in [
                ("plain page", Fixture::Plain),
                ("heavy page, strong room", Fixture::Heavy),
                ("heavy page, guessable room", Fixture::HeavyGuessable),
            ] {
                let load = measure::load(session, fixture).await?;
                if round > 0 {
                    figures.note(&format!("{name}: loaded"), *kind, load.loaded);
                    figures.note(&format!("{name}: main thread"), *kind, load.main_thread);
                    figures.note(&format!("{name}: script"), *kind, load.script);
                    figures.note(&format!("{name}: heap"), *kind, load.heap);
                }
            }
        }
    }
    eprintln!("\r• what a warning costs while it stands            ");
    for (kind, session) in browsers {
        session.open("https://meet.jit.si/plain/standup").await?;
        // The first look starts the count.
        measure::standing(session, 1).await?;
        figures.note(
            "standing: main thread, a minute",
            *kind,
            measure::standing(session, STANDING_SECONDS).await?,
        );
    }
    Ok(figures)
}
