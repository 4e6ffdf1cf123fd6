//! The content scripts that run where the user chose, and what has to change of those that the browser runs.

use super::Watched;

/// The files of the content script; the last is for the start pages of Jitsi servers.
const FILES: [&str; 12] = [
    "own.js",
    "open.js",
    "unhide.js",
    "whole.js",
    "seen.js",
    "sight.js",
    "keys.js",
    "keep.js",
    "place.js",
    "warning.js",
    "content.js",
    "welcome.js",
];

/// What runs at a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The host, which is the script's id as well.
    pub host: String,
    /// Its files, in their order.
    pub files: Vec<String>,
}

impl Script {
    /// What is to run at `host`. Only a Jitsi server has a start page with a field for a room's name.
    #[must_use]
    pub fn at(host: &str, watched: &Watched) -> Self {
        let is_server = watched.watched_servers.iter().any(|server| server.host() == host);
        let files = if is_server { &FILES[..] } else { &FILES[..FILES.len() - 1] };
        Self { host: host.to_owned(), files: files.iter().map(|&file| file.to_owned()).collect() }
    }

    /// What the browser says that it runs as `id`. All files lie side by side, by whatever path it calls them.
    #[must_use]
    pub fn registered(id: String, files: impl IntoIterator<Item = String>) -> Self {
        let name = |file: String| file.rsplit('/').next().unwrap_or_default().to_owned();
        Self { host: id, files: files.into_iter().map(name).collect() }
    }

    /// Which ones the browser is to run no longer, and then which ones it is to run from now on, when it runs `registered`
    /// and is to run `wanted`: one whose files have changed is both.
    #[must_use]
    pub fn changes(registered: &[Self], wanted: &[Self]) -> (Vec<String>, Vec<Self>) {
        let over = registered.iter().filter(|script| !wanted.contains(script));
        let fresh = wanted.iter().filter(|script| !registered.contains(script));
        (over.map(|script| script.host.clone()).collect(), fresh.cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(host: &str, files: &[&str]) -> Script {
        Script::registered(host.to_owned(), files.iter().map(|&file| file.to_owned()))
    }

    #[test]
    fn what_is_chosen_runs_as_what_the_manifest_names() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        let named = |at: usize| manifest["content_scripts"][at]["js"].as_array().unwrap().clone();
        assert_eq!(FILES.to_vec(), [named(0), named(1)].concat());
    }

    #[test]
    fn what_runs_as_it_should_is_left_alone_by_whatever_path_its_files_are_called() {
        let wanted = [script("a.example", &["own.js", "open.js"])];
        for files in [["own.js", "open.js"], ["/own.js", "/open.js"], ["moz-extension://x/own.js", "open.js"]]
        {
            assert_eq!(Script::changes(&[script("a.example", &files)], &wanted), (vec![], vec![]));
        }
    }

    #[test]
    fn what_an_update_added_to_or_took_away_runs_anew() {
        let wanted = [script("a.example", &["own.js", "open.js"])];
        for files in [&["own.js"][..], &["own.js", "open.js", "old.js"], &["open.js", "own.js"], &[]] {
            let changes = Script::changes(&[script("a.example", files)], &wanted);
            assert_eq!(changes, (vec!["a.example".to_owned()], wanted.to_vec()), "{files:?}");
        }
    }

    #[test]
    fn one_host_is_no_other() {
        let [here, there] = ["a.example", "b.example"].map(|host| script(host, &["own.js"]));
        let changes = Script::changes(std::slice::from_ref(&here), std::slice::from_ref(&there));
        assert_eq!(changes, (vec!["a.example".to_owned()], vec![there.clone()]));
        assert_eq!(Script::changes(&[], &[here.clone(), there.clone()]), (vec![], vec![here, there]));
    }

    #[test]
    fn a_service_that_becomes_a_server_has_its_start_page_watched() {
        let service = Watched { watched_services: vec!["discord".to_owned()], ..Watched::default() };
        let server = crate::jitsi::Server::parse("discord.com").unwrap();
        let both = Watched { watched_servers: vec![server], ..service.clone() };
        let [before, after] = [&service, &both].map(|watched| Script::at("discord.com", watched));
        assert_eq!(after.files.len(), before.files.len() + 1);
        let changes = Script::changes(std::slice::from_ref(&before), std::slice::from_ref(&after));
        assert_eq!(changes, (vec!["discord.com".to_owned()], vec![after]));
    }
}
