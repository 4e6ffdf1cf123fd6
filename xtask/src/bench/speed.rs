//! `cargo xtask bench speed`: how fast names are judged, natively by the laboratory, and in a browser: this project's
//! wasm and npm's zxcvbn side by side in one page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use guessable_lab::line::{Goal, Line};
use guessable_lab::speed::{LONGEST, Work, natively, work};
use guessable_lab::versions;
use harness::locate::Program;
use harness::{Browser, Page, Place, Session, Value, json};

use crate::bench::median::median;
use crate::build::{self, Profile};
use crate::laboratory;
use crate::tools::npm::Npm;
use crate::tools::programs;
use crate::workspace::Workspace;

/// Both are timed in turn this often, and the median is taken: other programs run beside.
const ROUNDS: usize = 7;

/// How long one round takes at least, in milliseconds. Far longer than the resolution of the page's clock.
const ROUND: u32 = 300;

/// After how many milliseconds an estimator that does not answer is given up.
const PATIENCE: u32 = 15_000;

const HOST: &str = "bench.invalid";

/// Has an estimator judge names in a worker of its own; null once patience has ended, after which that worker
/// is no more. Only one of them works at a time, since this waits for the answer.
const TIME: &str = "async (_, estimator, names, atLeast, patience) => {
  globalThis.workers ??= {};
  const answer = (worker) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
  });
  if (!workers[estimator]) {
    const worker = new Worker(`./worker.js?${estimator}`, { type: 'module' });
    await answer(worker);
    workers[estimator] = worker;
  }
  const worker = workers[estimator];
  worker.postMessage({ names, atLeast });
  const patient = new Promise((resolve) => setTimeout(resolve, patience, null));
  const first = await Promise.race([answer(worker), patient]);
  if (first === null) {
    worker.terminate();
    delete workers[estimator];
  }
  return first;
}";

/// What a page and the native programs measure.
///
/// # Errors
///
/// When a tool is missing that cannot be installed, a browser does not start, or an estimator fails.
pub(super) fn run(workspace: &Workspace) -> Result<Vec<Line>> {
    let folders = laboratory::folders(workspace)?;
    let work = work(&folders)?;
    let mut lines = in_a_page(workspace, &Npm::bench(workspace)?, &work)?;
    lines.extend(natively(&folders, &work)?);
    Ok(lines)
}

/// Names a second for both, and milliseconds for long names.
fn in_a_page(workspace: &Workspace, npm: &Npm, work: &Work) -> Result<Vec<Line>> {
    let browser = Browser::Chromium;
    programs::ready(workspace, &[Program::Browser(browser), Program::Driver(browser)])?;
    let module = build::module(workspace, "bench", Profile::Release)?;
    let extension = idle_extension(workspace)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let session = Session::start_with(browser, &extension).await?;
        let measured = measure(&session, npm, &module, work).await;
        session.quit().await?;
        measured
    })
}

/// The harness starts browsers with an extension; this one does nothing.
fn idle_extension(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target().join("bench/idle-extension");
    fs::create_dir_all(&folder)?;
    let manifest = json!({
        "manifest_version": 3, "name": "Idle", "version": "1",
        "background": {"service_worker": "background.js"}, "action": {"default_popup": "popup.html"},
    });
    fs::write(folder.join("manifest.json"), manifest.to_string())?;
    fs::write(folder.join("background.js"), "")?;
    fs::write(folder.join("popup.html"), "<!doctype html>")?;
    Ok(folder)
}

async fn measure(session: &Session, npm: &Npm, module: &Path, work: &Work) -> Result<Vec<Line>> {
    let script = |path: PathBuf| -> Result<Page> { Ok(Page::file("text/javascript", fs::read(path)?)) };
    let site = session.site();
    site.set(HOST, "/", Page::html(""));
    for estimator in ["hushroom", "zxcvbn"] {
        site.set(HOST, &format!("/worker.js?{estimator}"), script(npm.folder().join("worker.js"))?);
    }
    site.set(HOST, "/zxcvbn.js", script(npm.folder().join("node_modules/zxcvbn/dist/zxcvbn.js"))?);
    site.set(HOST, "/bench.js", script(module.join("bench.js"))?);
    let wasm = fs::read(module.join("bench_bg.wasm"))?;
    site.set(HOST, "/bench_bg.wasm", Page::file("application/wasm", wasm));
    session.open(&format!("https://{HOST}/")).await?;
    let mut lines = vec![names_a_second(session, &work.names).await?];
    lines.extend(long_names(session, work).await?);
    Ok(lines)
}

async fn names_a_second(session: &Session, names: &[String]) -> Result<Line> {
    let (mut ours, mut zxcvbn) = (Vec::new(), Vec::new());
    // The first round lets the browser compile.
    eprintln!("• timing both in one page, {ROUNDS} rounds each in turn …");
    for round in 0..=ROUNDS {
        for (estimator, rates) in [("hushroom", &mut ours), ("zxcvbn", &mut zxcvbn)] {
            let answer = time(session, estimator, names, ROUND).await?;
            let (judged, milliseconds) = answer.context("no answer in time")?;
            if round > 0 {
                rates.push(1000.0 * judged / milliseconds);
            }
        }
    }
    let line = Line::new("in Chromium: names a second", "", median(ours));
    Ok(line.beside(&versions::zxcvbn(), median(zxcvbn)).goal(Goal::TimesAtLeast(50.0)))
}

async fn long_names(session: &Session, work: &Work) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (label, length, name) in &work.long {
        let mut ours = Vec::new();
        for _ in 0..ROUNDS {
            let answer = time(session, "hushroom", std::slice::from_ref(name), ROUND).await?;
            let (judged, milliseconds) = answer.context("no answer in time")?;
            ours.push(milliseconds / judged);
        }
        let mut line = Line::new(format!("in Chromium: {length} characters of {label}"), "ms", median(ours));
        if *length == LONGEST {
            line = line.goal(Goal::AtMost(10.0));
        }
        lines.push(match time(session, "zxcvbn", std::slice::from_ref(name), 0).await? {
            Some((judged, milliseconds)) => line.beside(&versions::zxcvbn(), milliseconds / judged),
            // It did not answer in time: it takes that long at least.
            None => line.beside(&format!("{}, given up", versions::zxcvbn()), f64::from(PATIENCE)),
        });
    }
    Ok(lines)
}

/// How many names were judged in how many milliseconds.
async fn time(
    session: &Session,
    estimator: &str,
    names: &[String],
    at_least: u32,
) -> Result<Option<(f64, f64)>> {
    let arguments = json!([estimator, names, at_least, PATIENCE]);
    let answer: Value = session.call(Place::Page, TIME, arguments).await?;
    Ok(answer["names"].as_f64().zip(answer["milliseconds"].as_f64()))
}
