//! Every check that a change has to pass, and one line at the end that says how many did.
//!
//! Three lanes run side by side: cargo's checks, which would wait for each other's lock anyway; the browsers, as soon as
//! the extension is built and their tests are compiled; and all the rest. What a browser waits for leaves a processor
//! idle, which cargo uses. Cargo yields to the browsers: a page that gets no processor looks like one that hangs.

mod cargo;
mod dist;
mod documented;
mod reproduce;
mod runner;
mod supply;
mod web;

use anyhow::bail;
use harness::Browser;
use harness::locate::Program;

use crate::build::{self, Profile};
use crate::tools::npm::Npm;
use crate::tools::{programs, rust};
use crate::workspace::Workspace;
use runner::{Check, Gate, Lane, Tally};

pub(crate) use cargo::browser_test;

/// Runs every check.
///
/// # Errors
///
/// When one fails, after all have run, or when a tool is missing that cannot be installed.
pub(crate) fn test(workspace: &Workspace) -> anyhow::Result<()> {
    rust::lint_components(workspace.root())?;
    rust::wasm_target(workspace.root())?;
    let npm = Npm::ready(workspace)?;
    Npm::editors(workspace)?;

    let (program, folders) = (Gate::new(), Gate::new());
    let cargo: Lane = vec![
        cargo::compile_browser_tests(workspace, &program),
        cargo::format(workspace),
        cargo::lint(workspace),
        cargo::lint_browser_tests(workspace),
        cargo::lint_wasm(workspace),
        cargo::native_tests(workspace),
        cargo::jitsi_parser(workspace, &npm),
        cargo::documentation(workspace),
        cargo::documentation_for_wasm(workspace),
    ];
    let rest: Lane = vec![
        Check::new("build of both extension folders", || {
            folders.open(|| build::build(workspace, Profile::Release))?;
            Ok(Tally::one())
        }),
        web::format_and_lint(workspace, &npm),
        web::types(workspace, &npm),
        web::script_tests(workspace),
        supply::allowed(workspace),
        documented::complete(workspace),
        dist::complete(workspace, Browser::Chromium),
        dist::complete(workspace, Browser::Firefox),
        dist::small(workspace, Browser::Chromium),
        supply::named(workspace, Browser::Chromium),
        supply::named(workspace, Browser::Firefox),
        reproduce::no_private_folder(workspace),
        web::store_lint(workspace, &npm),
        reproduce::same_elsewhere(workspace),
    ];
    let browsers: Lane = vec![
        Check::new("browsers and drivers", || {
            let programs = Browser::ALL.map(|browser| [Program::Browser(browser), Program::Driver(browser)]);
            programs::ready(workspace, &programs.concat())?;
            folders.wait()?;
            Ok(Tally::one())
        }),
        cargo::browser_tests(workspace, Browser::Chromium, &program),
        cargo::browser_tests(workspace, Browser::Firefox, &program),
    ];
    let tally = runner::run(vec![cargo, rest, browsers]);
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    for remark in &tally.remarks {
        println!("{remark}");
    }
    if tally.failed > 0 {
        bail!("not everything passed");
    }
    Ok(())
}
