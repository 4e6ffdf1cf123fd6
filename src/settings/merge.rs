//! Changes of several windows, put together.

use super::{Servers, Settings, Watched};
use crate::jitsi::LinkOptions;

/// Something that several windows may change at once, each in another part.
pub trait Merge {
    /// Does here what made `after` of `before`, where it is still as it was before, and leaves everything else as it
    /// is.
    fn merge(&mut self, before: &Self, after: &Self);
}

fn replace<T: Clone + PartialEq>(now: &mut T, before: &T, after: &T) {
    if now == before {
        now.clone_from(after);
    }
}

/// Takes out what was taken out, and adds at the end what was added.
fn merge_list<T: Clone + PartialEq>(now: &mut Vec<T>, before: &[T], after: &[T]) {
    now.retain(|item| after.contains(item) || !before.contains(item));
    for item in after.iter().filter(|item| !before.contains(item)) {
        if !now.contains(item) {
            now.push(item.clone());
        }
    }
}

impl Merge for LinkOptions {
    fn merge(&mut self, before: &Self, after: &Self) {
        let Self { start_muted, start_without_video, no_third_parties, encrypt_everywhere, hide_addresses } =
            self;
        replace(start_muted, &before.start_muted, &after.start_muted);
        replace(start_without_video, &before.start_without_video, &after.start_without_video);
        replace(no_third_parties, &before.no_third_parties, &after.no_third_parties);
        replace(encrypt_everywhere, &before.encrypt_everywhere, &after.encrypt_everywhere);
        replace(hide_addresses, &before.hide_addresses, &after.hide_addresses);
    }
}

impl Merge for Servers {
    fn merge(&mut self, before: &Self, after: &Self) {
        let mut now = self.as_slice().to_vec();
        merge_list(&mut now, before.as_slice(), after.as_slice());
        *self = now.into_iter().collect();
    }
}

impl Merge for Settings {
    fn merge(&mut self, before: &Self, after: &Self) {
        let Self { style, words, characters, link_options, server, servers, label, recent_rooms } = self;
        replace(style, &before.style, &after.style);
        replace(words, &before.words, &after.words);
        replace(characters, &before.characters, &after.characters);
        link_options.merge(&before.link_options, &after.link_options);
        replace(server, &before.server, &after.server);
        servers.merge(&before.servers, &after.servers);
        replace(label, &before.label, &after.label);
        replace(recent_rooms, &before.recent_rooms, &after.recent_rooms);
    }
}

impl Merge for Watched {
    fn merge(&mut self, before: &Self, after: &Self) {
        // What only a policy names is nobody's change.
        let Self {
            hold_page,
            warn_of_weak,
            warn_less,
            watched_servers,
            watched_services,
            unwatched_services,
            known_rooms: _,
        } = self;
        replace(hold_page, &before.hold_page, &after.hold_page);
        replace(warn_of_weak, &before.warn_of_weak, &after.warn_of_weak);
        replace(warn_less, &before.warn_less, &after.warn_less);
        merge_list(watched_servers, &before.watched_servers, &after.watched_servers);
        merge_list(watched_services, &before.watched_services, &after.watched_services);
        merge_list(unwatched_services, &before.unwatched_services, &after.unwatched_services);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;
    use crate::settings::servers::tests::servers;

    #[test]
    fn what_another_window_changed_meanwhile_stays() {
        let before = Settings::default();
        let mut after = before.clone();
        after.words = Some(7);
        after.servers = servers(&[("a.example", "A")]);
        after.link_options.start_muted = true;
        let mut now = Settings { label: "acme".to_owned(), recent_rooms: true, ..Settings::default() };
        now.link_options.no_third_parties = true;
        let mut wanted = Settings { words: Some(7), servers: after.servers.clone(), ..now.clone() };
        wanted.link_options.start_muted = true;
        now.merge(&before, &after);
        assert_eq!(now, wanted);
        // And back, which is how a change is undone.
        now.merge(&after, &before);
        wanted.words = None;
        wanted.servers = servers(&[]);
        wanted.link_options.start_muted = false;
        assert_eq!(now, wanted);
    }

    #[test]
    fn what_another_window_changed_to_something_else_is_not_taken_back() {
        let words = |words| Settings { words: Some(words), ..Settings::default() };
        let mut now = words(8);
        now.merge(&words(6), &words(5));
        assert_eq!(now, words(8));
    }

    #[test]
    fn lists_lose_what_was_taken_out_and_nothing_else() {
        let watched = |servers: &[&str], services: &[&str]| Watched {
            watched_servers: servers.iter().map(|server| Server::parse(server).unwrap()).collect(),
            watched_services: services.iter().map(|&service| service.to_owned()).collect(),
            ..Watched::default()
        };
        let mut now = watched(&["a.example", "b.example", "c.example"], &["zoom"]);
        let (before, after) = (
            watched(&["a.example", "b.example"], &[]),
            watched(&["b.example", "d.example"], &["zoom", "meet"]),
        );
        now.merge(&before, &after);
        assert_eq!(now, watched(&["b.example", "c.example", "d.example"], &["zoom", "meet"]));
    }

    #[test]
    fn servers_that_two_windows_add_are_both_there_and_none_twice() {
        let before = servers(&[("a.example", ""), ("b.example", "")]);
        let mut now =
            servers(&[("a.example", ""), ("b.example", ""), ("c.example", "theirs"), ("d.example", "")]);
        let after = servers(&[("b.example", "noted"), ("c.example", "mine"), ("e.example", "")]);
        now.merge(&before, &after);
        let wanted = [("c.example", "theirs"), ("d.example", ""), ("b.example", "noted"), ("e.example", "")];
        assert_eq!(now, servers(&wanted));
    }

    #[test]
    fn the_same_change_in_two_windows_is_made_once() {
        let (before, after) = (Watched::default(), Watched { hold_page: true, ..Watched::default() });
        let mut now = after.clone();
        now.merge(&before, &after);
        assert_eq!(now, after);
    }
}
