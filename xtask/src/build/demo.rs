//! `dist/demo`: the judge of names on one page, for whoever wants to put it somewhere. It is the very module of the
//! extension with the extension's own sentences, so that what is tried there is what users get.
//!
//! All is in one file, which also works where it was only saved: a page that is opened from a disk may load nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{folder, script};
use crate::process;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// The name of the folder in `dist`.
pub(super) const FOLDER: &str = "demo";

/// What the page is made of, by its path from the top of the checkout.
const SOURCE: &str = "examples/demo";

/// The style sheets of the page, by their paths from the top of the checkout.
const STYLES: [&str; 3] = ["extension/base.css", "extension/page.css", "examples/demo/demo.css"];

/// Lays out `dist/demo` anew, from the folder of an extension that was built and the `notices` of its libraries.
pub(super) fn assemble(workspace: &Workspace, extension: &Path, notices: &str) -> Result<()> {
    let (source, folder) = (workspace.root().join(SOURCE), workspace.dist().join(FOLDER));
    let style =
        STYLES.map(|file| read(&workspace.root().join(file))).into_iter().collect::<Result<String>>()?;
    let script = bundled(&Npm::ready(workspace)?, &source.join("demo.js"), extension)?;
    let icon = BASE64_STANDARD.encode(read(&workspace.root().join("docs/icon.svg"))?);
    let module = fs::read(extension.join("hushroom_bg.wasm")).context("no module")?;
    let page = Parts {
        style: &style,
        script: &script,
        icon: &format!("data:image/svg+xml;base64,{icon}"),
        texts: &texts(&extension.join("_locales"))?,
        module: &BASE64_STANDARD.encode(module),
    }
    .put_into(&read(&source.join("index.html"))?)?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), page)?;
    folder::add_licences(workspace, &folder, notices)
}

/// What becomes part of the page.
struct Parts<'a> {
    style: &'a str,
    script: &'a str,
    icon: &'a str,
    texts: &'a str,
    module: &'a str,
}

impl Parts<'_> {
    /// The page with all of it, and with a policy by which a browser runs that script alone and connects to nothing.
    fn put_into(&self, page: &str) -> Result<String> {
        let Self { style, script, icon, texts, module } = *self;
        for (part, end) in [(style, "</style"), (script, "</script"), (script, "<!--"), (texts, "<")] {
            ensure!(!part.to_lowercase().contains(end), "{end} would end the page's part too early");
        }
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; base-uri 'none'; \
             form-action 'none'",
            sum(script),
            sum(style)
        );
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let scripts = format!(
            "<script type=\"application/json\" id=\"texts\">{texts}</script>\n\
             <script type=\"application/octet-stream\" id=\"module\">{module}</script>\n\
             <script>{script}</script>"
        );
        let mut page = page.to_owned();
        for (named, part) in [
            ("<meta charset=\"utf-8\">", format!("<meta charset=\"utf-8\">\n    {policy}")),
            ("<link rel=\"stylesheet\" href=\"demo.css\">", format!("<style>{style}</style>")),
            ("<script type=\"module\" src=\"demo.js\"></script>", scripts),
            ("\"icon.svg\"", format!("\"{icon}\"")),
        ] {
            ensure!(page.contains(named), "{SOURCE}/index.html has no {named}");
            page = page.replace(named, &part);
        }
        Ok(page)
    }
}

/// How a policy names a script or a style that stands in the page.
fn sum(part: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(part)))
}

/// The page's script with all that it imports, as one that imports nothing. It is written as if it lay beside the scripts of
/// the extension.
fn bundled(npm: &Npm, script: &Path, extension: &Path) -> Result<String> {
    let beside = tempfile::tempdir()?;
    for file in [script, &extension.join("page.js"), &extension.join("hushroom.js")] {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(file, beside.path().join(name))
            .with_context(|| format!("cannot copy {}", file.display()))?;
    }
    let mut esbuild = npm.tool("esbuild");
    esbuild.args(["demo.js", "--bundle", "--format=iife"]).args(script::SHORTER).current_dir(beside.path());
    process::output(&mut esbuild)
}

/// The sentences of every language by its BCP 47 tag, as JSON in which nothing can end the element around it.
fn texts(locales: &Path) -> Result<String> {
    let mut languages = BTreeMap::new();
    for language in fs::read_dir(locales)? {
        let messages: BTreeMap<String, Value> =
            serde_json::from_str(&read(&language?.path().join("messages.json"))?)?;
        let words: BTreeMap<String, Value> =
            messages.into_iter().map(|(key, mut message)| (key, message["message"].take())).collect();
        let tag = words.get("language").and_then(Value::as_str).context("a language without a tag")?;
        languages.insert(tag.to_owned(), words);
    }
    Ok(serde_json::to_string(&languages)?.replace('<', "\\u003c"))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: Parts<'_> =
        Parts { style: "p {}", script: "go();", icon: "data:,", texts: "{}", module: "AGFzbQ==" };

    #[test]
    fn the_page_names_no_other_file_and_allows_no_other_script() {
        let page = PARTS.put_into(include_str!("../../../examples/demo/index.html")).unwrap();
        // `printf 'go();' | openssl dgst -sha256 -binary | base64`
        assert!(
            page.contains(
                "script-src 'sha256-bYOqbsii8BMz1hC57p5sZG4K4cMuk6QQDiwupM2aRMM=' 'wasm-unsafe-eval';"
            ),
            "{page}"
        );
        assert!(page.contains("<script>go();</script>") && page.contains("<style>p {}</style>"));
        assert!(!page.contains(".css\"") && !page.contains(".js\"") && !page.contains(".svg\""), "{page}");
    }

    #[test]
    fn what_would_end_an_element_is_put_into_none() {
        let page = include_str!("../../../examples/demo/index.html");
        for parts in [
            Parts { script: "'</SCRIPT>'", ..PARTS },
            Parts { script: "'<!--'", ..PARTS },
            Parts { style: "/* </style> */", ..PARTS },
            Parts { texts: "\"<\"", ..PARTS },
        ] {
            assert!(parts.put_into(page).is_err());
        }
        assert!(PARTS.put_into("<p>Another page</p>").is_err());
    }
}
