//! The room that the popup offered last: it offers the same one again for a while, for somebody who looks once more or
//! has lost the link on the way.
//!
//! In memory only, and of no private window. The time is that of the drawing: somebody who makes rooms all day long is
//! not given yesterday's.

use serde::{Deserialize, Serialize};

use super::pin::Pinned;
use crate::jitsi::{Address, Server};
use crate::room::{Label, Recipe, Room, Style};

/// Its key, in the session area.
pub const OFFER: &str = "offer";

/// Time for which a room is offered again, in milliseconds. Chosen because in 15 minutes nobody has begun another
/// meeting, and everybody has sent the link of this one.
const LASTS: f64 = 15.0 * 60.0 * 1000.0;

/// Whether what was `made` is young enough `now` to be offered again. A clock that went back, or no number at all, makes
/// nothing younger.
pub(super) fn is_young(made: f64, now: f64) -> bool {
    (0.0..LASTS).contains(&(now - made))
}

/// A room that was offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offered {
    /// The part of its name that was drawn.
    drawn: String,
    /// What stands before that.
    label: String,
    style: Style,
    length: u8,
    server: Server,
    /// When it was drawn, in milliseconds since 1970.
    made: f64,
    /// Whether its link was copied or opened.
    pub used: bool,
    /// The link to the room that this one was drawn in the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// The room that this one has taken the place of by the user's own wish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<Former>,
}

/// A room that another has taken the place of, to be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Former {
    /// Its link.
    pub link: String,
    /// The pin that went along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<Pinned>,
    /// What was kept of it, but for the one before it: the last one alone is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Box<Offered>>,
}

impl Former {
    /// The room at `link`, with its pin and what was `kept` of it.
    #[must_use]
    pub fn new(link: String, pinned: Option<Pinned>, kept: Option<Offered>) -> Self {
        let kept = kept.map(|kept| Box::new(Offered { former: None, ..kept }));
        Self { link, pinned, kept }
    }
}

impl Offered {
    /// `room`, drawn by `recipe` for `server` at the time `made`.
    #[must_use]
    pub fn new(room: &Room, recipe: &Recipe, label: &Label, server: &Server, made: f64) -> Self {
        Self {
            drawn: room.drawn().to_owned(),
            label: label.as_str().to_owned(),
            style: recipe.style(),
            length: recipe.length(),
            server: server.clone(),
            made,
            used: false,
            instead_of: None,
            former: None,
        }
    }

    /// The plain link to it, wherever rooms are made by now.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let (_, room) = self.kept(&self.server)?;
        Some(Address::on(&self.server, room.name).link())
    }

    /// The same room again, with its label, if it would still be made by `recipe` for `server` and is not too old `now`.
    #[must_use]
    pub fn again(&self, recipe: &Recipe, server: &Server, now: f64) -> Option<(Label, Room)> {
        let is_alike = self.style == recipe.style() && self.length == recipe.length();
        if is_young(self.made, now) && is_alike { self.kept(server) } else { None }
    }

    /// The same room again, with its label, however long ago it was drawn and however rooms are made by now: only not on
    /// another server.
    #[must_use]
    pub fn kept(&self, server: &Server) -> Option<(Label, Room)> {
        let recipe = Recipe::new(self.style, self.length, "").ok().filter(|_| self.server == *server)?;
        let label = Label::new(&self.label).ok()?;
        let room = Room::drawn_as(&recipe, &self.drawn)?.with_label(&label);
        Some((label, room))
    }

    /// When it was drawn, in milliseconds since 1970.
    #[must_use]
    pub const fn made(&self) -> f64 {
        self.made
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::make;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    const NOW: f64 = 1e12;

    fn offered() -> (Room, Offered) {
        let label = Label::new("Acme").unwrap();
        let recipe = Recipe::default();
        let room =
            make(&recipe.clone().with_label(label.clone()), &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        let offered = Offered::new(&room, &recipe, &label, &Server::default(), NOW);
        (room, offered)
    }

    fn again(offered: &Offered, now: f64) -> Option<Room> {
        offered.again(&Recipe::default(), &Server::default(), now).map(|(_, room)| room)
    }

    #[test]
    fn the_same_room_is_offered_again_for_a_quarter_of_an_hour() {
        let (room, offered) = offered();
        assert!(room.name.as_str().starts_with("acme-"));
        let stored = serde_json::to_value(&offered).unwrap();
        let offered: Offered = serde_json::from_value(stored).unwrap();
        for now in [NOW, NOW + LASTS - 1.0] {
            assert_eq!(again(&offered, now), Some(room.clone()));
        }
        for now in [NOW + LASTS, NOW - 1.0, f64::NAN] {
            assert_eq!(again(&offered, now), None, "{now}");
        }
    }

    #[test]
    fn a_room_that_would_be_made_otherwise_now_is_not_offered_again() {
        let (_, offered) = offered();
        let characters = Recipe::new(Style::Characters, 15, "").unwrap();
        let longer = Recipe::new(Style::default(), 6, "").unwrap();
        let other = Server::parse("meet.example.org").unwrap();
        assert_eq!(offered.again(&characters, &Server::default(), NOW), None);
        assert_eq!(offered.again(&longer, &Server::default(), NOW), None);
        assert_eq!(offered.again(&Recipe::default(), &other, NOW), None);
        assert_eq!(offered.kept(&other), None);
    }

    #[test]
    fn a_teams_room_stays_however_rooms_are_made_by_now() {
        let (room, offered) = offered();
        assert_eq!(offered.kept(&Server::default()).map(|(_, room)| room), Some(room));
        let short = Offered { length: 2, drawn: "amber-visor".to_owned(), ..offered };
        assert_eq!(short.kept(&Server::default()), None, "nothing weak comes back");
    }

    #[test]
    fn only_the_room_right_before_is_kept_to_be_taken_back() {
        let (_, offered) = offered();
        let before = |kept| Some(Former::new("https://meet.jit.si/x".to_owned(), None, Some(kept)));
        let second = Offered { former: before(offered.clone()), ..offered.clone() };
        let third = Offered { former: before(second), ..offered.clone() };
        let stored = serde_json::to_value(&third).unwrap();
        let read: Offered = serde_json::from_value(stored).unwrap();
        assert_eq!(read.former.and_then(|former| former.kept).as_deref(), Some(&offered));
    }

    #[test]
    fn what_was_not_drawn_is_no_room() {
        for drawn in [
            "",
            "standup",
            "a-b-c-d-e",
            "one-two-three-four",
            "one-two-three-four-five-six",
            "one-two-three-four-FIVE",
        ] {
            let offered = Offered { drawn: drawn.to_owned(), ..offered().1 };
            assert_eq!(again(&offered, NOW), None, "{drawn}");
        }
    }
}
