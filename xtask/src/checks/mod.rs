//! Every check that a change has to pass, and one line at the end that says how many did.
//!
//! Two lanes run side by side: cargo's checks, which would wait for each other's lock anyway, and all the
//! rest. The browsers come last and have the machine to themselves.

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
use runner::{Check, Lane, Tally};

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

    let cargo: Lane = vec![
        cargo::format(workspace),
        cargo::lint(workspace),
        cargo::lint_wasm(workspace),
        cargo::native_tests(workspace),
        cargo::documentation(workspace),
        cargo::compile_browser_tests(workspace),
    ];
    let rest: Lane = vec![
        web::format_and_lint(workspace, &npm),
        web::types(workspace, &npm),
        web::script_tests(workspace),
        supply::allowed(workspace),
        documented::complete(workspace),
        Check::new("build of both extension folders", || {
            build::build(workspace, Profile::Release)?;
            Ok(Tally::one())
        }),
        dist::complete(workspace, Browser::Chromium),
        dist::complete(workspace, Browser::Firefox),
        dist::small(workspace, Browser::Chromium),
        supply::named(workspace, Browser::Chromium),
        supply::named(workspace, Browser::Firefox),
        reproduce::no_private_folder(workspace),
        reproduce::same_elsewhere(workspace),
        web::store_lint(workspace, &npm),
        Check::new("browsers and drivers", || {
            let programs = Browser::ALL.map(|browser| [Program::Browser(browser), Program::Driver(browser)]);
            programs::ready(workspace, &programs.concat())?;
            Ok(Tally::one())
        }),
    ];
    let before = runner::run(vec![cargo, rest]);
    let browsers = Browser::ALL.map(|browser| cargo::browser_tests(workspace, browser));
    let tally = before + runner::run(vec![browsers.into()]);
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    for remark in &tally.remarks {
        println!("{remark}");
    }
    if tally.failed > 0 {
        bail!("not everything passed");
    }
    Ok(())
}
