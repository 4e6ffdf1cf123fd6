//! Each line of docs/threats.md has tests, and each page of the gallery a line or a test.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const THREATS: &str = include_str!("../docs/threats.md");

fn browser_tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// The lines of the tables of what was tried, cell by cell.
fn rows() -> Vec<Vec<&'static str>> {
    let (_, tried) = THREATS.split_once("## Tried\n").unwrap();
    let tried = tried.split("\n## ").next().unwrap();
    let rows = tried.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| attack"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn names(row: &[&'static str]) -> Vec<&'static str> {
    row[1].split(' ').map(|name| name.trim_matches('`')).collect()
}

/// The pages of the gallery, without their endings.
fn pages() -> BTreeSet<String> {
    let files = fs::read_dir(browser_tests().join("hostile")).unwrap();
    files.map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// The text of a module of browser tests.
fn module(name: &str) -> String {
    fs::read_to_string(browser_tests().join(format!("{name}.rs"))).unwrap_or_default()
}

#[test]
fn every_line_has_tests_that_exist_and_run_in_both_browsers() {
    let pages = pages();
    assert!(rows().len() > 30, "{}", rows().len());
    for row in rows() {
        assert_eq!(row.len(), 5, "{row:?}");
        for name in names(&row) {
            match name.split_once("::") {
                None => assert!(pages.contains(name), "no page {name}: {}", row[0]),
                Some((in_module, test)) => {
                    let source = module(in_module);
                    let (_, tests) = source.split_once("in_both_browsers! {").unwrap_or_default();
                    assert!(tests.contains(&format!("fn {test}(")), "no test {name}: {}", row[0]);
                }
            }
        }
    }
}

#[test]
fn every_line_says_what_becomes_of_the_warning_and_what_tells_where_it_is_not_seen() {
    for row in rows() {
        let [attack, _, chromium, firefox, tells] = row[..] else { panic!("{row:?}") };
        for said in [chromium, firefox] {
            let word = said.split([' ', ',', ':', ';']).next().unwrap();
            assert!(["held", "seen", "lost", "the"].contains(&word), "{attack}: {said}");
            assert!(word == "held" || word == "the" || !tells.is_empty(), "what tells? {attack}");
        }
        assert!(tells.is_empty() || tells.contains("icon") || tells.contains("popup"), "{attack}: {tells}");
    }
}

/// What the test `name` of a module does.
fn body<'a>(source: &'a str, name: &str) -> &'a str {
    let (_, from) = source.split_once(&format!("fn {name}(")).unwrap();
    from.split_once("\n    }\n").unwrap().0
}

/// Those of the gallery go by the table itself.
#[test]
fn every_test_asks_icon_and_popup_whether_they_tell_what_stands_in_the_last_column() {
    for row in rows() {
        let tells = row[4];
        for (in_module, test) in names(&row).iter().filter_map(|name| name.split_once("::")) {
            let source = module(in_module);
            let body = body(&source, test);
            if tells.contains("icon and popup") || tells.contains("its icon and popup") {
                let asks = body.contains(" tells(session, ")
                    || body.contains("is_held(session)")
                    || body.contains("is_seen(session)")
                    || (body.contains("badge_is(session, \"!\")") && body.contains("popup_tells(session, "));
                assert!(asks, "{test} asks not both: {tells}");
            } else if tells.contains("popup") && !tells.starts_with("nothing") {
                assert!(body.contains("tells(session, "), "{test} asks no popup: {tells}");
            }
            if tells.contains("page hides the warning") {
                assert!(body.contains("\"keeps hiding\""), "{test} does not hear that: {tells}");
            }
        }
    }
}

#[test]
fn every_section_with_pages_is_run() {
    let (_, tried) = THREATS.split_once("## Tried\n").unwrap();
    for section in tried.split("\n## ").next().unwrap().split("\n### ").skip(1) {
        let (name, _) = section.split_once('\n').unwrap();
        let rows = section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| attack"));
        let has_pages = rows
            .flat_map(|row| row.split('|').nth(2).unwrap().split_whitespace())
            .any(|name| !name.contains("::"));
        assert_eq!(module("gallery").contains(&format!("\"{name}\"")), has_pages, "{name}");
    }
}

#[test]
fn every_page_of_the_gallery_is_run() {
    let named: BTreeSet<&str> = rows().iter().flat_map(|row| names(row)).collect();
    let tests: Vec<String> = fs::read_dir(browser_tests())
        .unwrap()
        .filter_map(|file| fs::read_to_string(file.unwrap().path()).ok())
        .collect();
    for page in pages() {
        let used = |text: &String| {
            text.contains(&format!("\"{page}\"")) || text.contains(&format!("hostile/{page}."))
        };
        assert!(named.contains(&*page) || tests.iter().any(used), "nothing runs {page}");
    }
}
