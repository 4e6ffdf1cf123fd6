//! Taking back what was done on the settings page.

use super::{Merge, Settings, Watched};

/// Something that was done and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// The settings were changed: as they were and as they became.
    Settings(Box<(Settings, Settings)>),
    /// What is watched was changed: as it was and as it became.
    Watched(Box<(Watched, Watched)>),
    /// The room at this link was forgotten; with the time when it was last used.
    Forgotten(String, f64),
}

/// A step of taking something back.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The settings are changed back.
    Settings(PutBack<Settings>),
    /// What is watched is changed back.
    Watched(PutBack<Watched>),
    /// All rooms that are remembered are forgotten.
    ForgetRooms,
    /// The warning of no room is smaller any more.
    ForgetFamiliar,
    /// The browser's permission to run at these hosts is given back, as far as nothing else needs it.
    GiveBack(Vec<String>),
    /// The room at this link is remembered again, as last used at this time.
    Remember(String, f64),
}

/// Undoes a change, and nothing that was changed since, here or in another window.
#[derive(Clone, Debug, PartialEq)]
pub struct PutBack<T>(Box<(T, T)>);

impl<T: Merge> PutBack<T> {
    /// Undoes the change in what holds `now`.
    pub fn apply(&self, now: &mut T) {
        let (before, after) = &*self.0;
        now.merge(after, before);
    }
}

impl From<(Settings, Settings)> for Done {
    fn from(change: (Settings, Settings)) -> Self {
        Self::Settings(Box::new(change))
    }
}

impl From<(Watched, Watched)> for Done {
    fn from(change: (Watched, Watched)) -> Self {
        Self::Watched(Box::new(change))
    }
}

impl Done {
    /// How it is taken back, step by step.
    #[must_use]
    pub fn taken_back(self) -> Vec<Step> {
        match self {
            Self::Settings(change) => {
                // Only what was remembered since: rooms may be there by another window's wish, or by a policy.
                let forget = change.1.recent_rooms && !change.0.recent_rooms;
                let forget = forget.then_some(Step::ForgetRooms);
                [Step::Settings(PutBack(change))].into_iter().chain(forget).collect()
            }
            // What is watched again may have lost its permission; the page then asks for it.
            Self::Watched(change) => {
                let hosts = change.1.hosts_by_choice().into_iter().map(str::to_owned).collect();
                let forget = change.1.warn_less && !change.0.warn_less;
                let forget = forget.then_some(Step::ForgetFamiliar);
                [Step::Watched(PutBack(change)), Step::GiveBack(hosts)].into_iter().chain(forget).collect()
            }
            Self::Forgotten(link, used) => vec![Step::Remember(link, used)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;

    #[test]
    fn a_change_is_taken_back_and_what_came_after_it_stays() {
        let before = Settings::default();
        let after = Settings { words: Some(7), ..before.clone() };
        let mut now = Settings { label: "acme".to_owned(), ..after.clone() };
        let steps = Done::from((before, after)).taken_back();
        let [Step::Settings(change)] = &steps[..] else { panic!("{steps:?}") };
        change.apply(&mut now);
        assert_eq!(now, Settings { label: "acme".to_owned(), ..Settings::default() });
    }

    #[test]
    fn rooms_are_forgotten_only_when_it_was_their_remembering_that_is_taken_back() {
        let [off, on] = [false, true].map(|recent_rooms| Settings { recent_rooms, ..Settings::default() });
        let forgets = |before: &Settings, after: &Settings| {
            Done::from((before.clone(), after.clone())).taken_back().contains(&Step::ForgetRooms)
        };
        assert!(forgets(&off, &on));
        assert!(!forgets(&on, &off) && !forgets(&on, &on) && !forgets(&off, &off));
    }

    #[test]
    fn smaller_warnings_are_forgotten_only_when_they_are_what_is_taken_back() {
        let [off, on] = [false, true].map(|warn_less| Watched { warn_less, ..Watched::default() });
        let forgets = |before: &Watched, after: &Watched| {
            Done::from((before.clone(), after.clone())).taken_back().contains(&Step::ForgetFamiliar)
        };
        assert!(forgets(&off, &on));
        assert!(!forgets(&on, &off) && !forgets(&on, &on) && !forgets(&off, &off));
    }

    #[test]
    fn what_is_no_longer_watched_needs_no_permission() {
        let server = Server::parse("meet.example.org").unwrap();
        let after = Watched { watched_servers: vec![server], ..Watched::default() };
        let steps = Done::from((Watched::default(), after.clone())).taken_back();
        let [Step::Watched(change), Step::GiveBack(hosts)] = &steps[..] else { panic!("{steps:?}") };
        assert_eq!(hosts, &["meet.example.org"]);
        let mut now = after;
        change.apply(&mut now);
        assert_eq!(now, Watched::default());
    }
}
