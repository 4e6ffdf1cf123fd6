//! What to say about a finding.

use std::cmp::Reverse;

use super::reason::{join, reason};
use super::{Finding, VisitedRoom};
use crate::Bits;
use crate::guess::{Kind, Part, Verdict};
use crate::text::{Gap, Text, Tone};

/// Guesses a second of somebody who means it: the determined attacker's 100 addresses, 10 guesses a
/// second each (see [`crate::guess::Verdict`]).
const GUESSES_A_SECOND: f64 = 1000.0;

/// Maximum number of sentences that explain a name; more are not read.
const REASONS_MAX: usize = 3;

/// Maximum number of parts of a name that they speak of, for the same reason.
const PARTS_MAX: usize = 6;

/// What to say about a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// How urgent it is.
    pub tone: Tone,
    /// The matter in one sentence.
    pub title: Text,
    /// Why, a sentence each.
    pub reasons: Vec<Text>,
    /// How many of them matter at first sight.
    pub first: usize,
    /// What to do, for somebody who was invited and cannot rename the room; or what a strong name does
    /// not protect against.
    pub advice: Text,
    /// Whether that is said at first sight too, where there is room: a service may have a way out of its own.
    pub advised: bool,
}

impl Notice {
    /// What to say about `finding`.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        match finding {
            Finding::Room(room) => Self::of_room(room),
            Finding::Service(service) => {
                let (tone, title, reasons) = service.says();
                let reasons = reasons.map(Text::new).collect();
                // Where nobody is to move, that is said at once, for a new room is always at hand.
                let first = if service.is_better_left { 1 } else { 2 };
                let advice = Text::new(service.advice);
                Self { tone, title: Text::new(title), reasons, first, advice, advised: true }
            }
        }
    }

    /// What to say about a room, whether it was opened or only typed.
    #[must_use]
    pub fn of_room(room: &VisitedRoom) -> Self {
        let parts = &room.assessment.parts;
        let is_hidden = |part: &Part| part.kind == Kind::Encoded && part.decoded.is_none();
        // Some hashes are known by heart, that of nothing at all among them.
        let is_unknown = room.assessment.verdict != Verdict::Guessable && parts.iter().any(is_hidden);
        if room.is_moderated() && is_unknown {
            return Self {
                tone: Tone::Caution,
                title: Text::new("room_moderated_title"),
                reasons: vec![Text::new("room_moderated_reason")],
                first: 1,
                advice: Text::new("room_advice"),
                advised: false,
            };
        }
        let (mut tone, mut title) = match room.assessment.verdict {
            Verdict::Guessable => (Tone::Danger, "room_guessable_title"),
            Verdict::Weak => (Tone::Caution, "room_weak_title"),
            Verdict::Strong => (Tone::Calm, "room_strong_title"),
        };
        let mut reasons = vec![Text::new(reach(room.assessment.bits))];
        if tone == Tone::Caution && reasons[0].key == BEYOND {
            // That the determined attacker takes too long says nothing of a larger one, which is why the name is
            // weak; it would only invite to put the warning away.
            reasons.clear();
        }
        if tone == Tone::Calm && room.has_spaces() {
            (tone, title) = (Tone::Caution, "room_spaces_title");
        } else if tone == Tone::Calm && room.has_unseen() {
            (tone, title) = (Tone::Caution, "room_unseen_title");
        } else if tone != Tone::Calm {
            reasons.extend(explained(parts));
        }
        if let Some(tenant) = &room.address.tenant {
            let tenant = [Gap::quoted(tenant.as_str())];
            if room.secret_tenant {
                reasons.insert(0, Text::with("tenant_secret", tenant));
            } else if tone != Tone::Calm && !room.is_moderated() {
                reasons.push(Text::with("tenant_public", tenant));
            }
        }
        if room.has_spaces() {
            reasons.insert(0, Text::new("room_spaces_reason"));
        }
        if room.has_unseen() {
            // Where the name is the danger, that comes first.
            let at = usize::from(tone == Tone::Danger && !reasons.is_empty());
            reasons.insert(at, Text::new("room_unseen_reason"));
        }
        let mut advice = if tone == Tone::Calm { "room_strong_limits" } else { "room_advice" };
        if tone == Tone::Calm && room.is_weakened() {
            (tone, title, advice) = (Tone::Caution, "link_weakens_title", "link_weakens_advice");
        }
        reasons.splice(0..0, room.weakened.iter().map(|sentence| Text::new(sentence)));
        Self { tone, title: Text::new(title), reasons, first: 1, advice: Text::new(advice), advised: false }
    }
}

/// The longest parts are what a person recognises in the name; they are explained in its order, and what is so of several
/// is said once.
fn explained(parts: &[Part]) -> Vec<Text> {
    let mut longest: Vec<usize> = (0..parts.len()).collect();
    longest.sort_by_key(|&at| Reverse(parts[at].text.chars().count()));
    longest.truncate(PARTS_MAX);
    let mut said = Vec::new();
    longest.retain(|&at| say_too(&mut said, reason(&parts[at])));
    longest.sort_unstable();
    let mut in_order = Vec::new();
    longest.retain(|&at| say_too(&mut in_order, reason(&parts[at])));
    in_order
}

/// Takes `another` in among what is `said`; whether there was room.
fn say_too(said: &mut Vec<Text>, another: Text) -> bool {
    if said.contains(&another) || said.iter_mut().any(|other| join(other, &another)) {
        return true;
    }
    let has_room = said.len() < REASONS_MAX;
    if has_room {
        said.push(another);
    }
    has_room
}

/// The key of more than a lifetime.
const BEYOND: &str = "reach_beyond";

/// The key of how long [`GUESSES_A_SECOND`] take to find a name of `bits`.
fn reach(bits: Bits) -> &'static str {
    const HOUR: f64 = 3600.0;
    const DAY: f64 = 24.0 * HOUR;
    const YEAR: f64 = 365.25 * DAY;
    let spans = [
        (1.0, "reach_second"),
        (60.0, "reach_minute"),
        (HOUR, "reach_hour"),
        (DAY, "reach_day"),
        (7.0 * DAY, "reach_week"),
        (30.0 * DAY, "reach_month"),
        (YEAR, "reach_year"),
        (100.0 * YEAR, "reach_lifetime"),
    ];
    spans
        .into_iter()
        .find(|(seconds, _)| bits < Bits::of_choice(seconds * GUESSES_A_SECOND))
        .map_or(BEYOND, |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Watched;
    use crate::text::quoted;
    use crate::warning::visit;

    fn notice(url: &str) -> Notice {
        Notice::of(&visit(url, &Watched::default()).unwrap())
    }

    #[test]
    fn each_verdict_has_its_tone() {
        assert_eq!(notice("https://meet.jit.si/standup").tone, Tone::Danger);
        assert_eq!(notice("https://meet.jit.si/amber-trumpet-lagoon-visor-clinic").tone, Tone::Calm);
        assert_eq!(notice("https://web.skype.com/").tone, Tone::Danger);
    }

    #[test]
    fn what_is_so_of_several_parts_is_said_once_and_in_the_order_of_the_name() {
        let said = |name: &str| notice(&format!("https://meet.jit.si/{name}")).reasons.split_off(1);
        let list = |words: &[&str]| [Gap::List(words.iter().map(|word| quoted(word)).collect())];
        let both = Text::with("part_common_meeting_all", list(&["weekly", "standup"]));
        assert_eq!(said("weekly-standup"), std::slice::from_ref(&both));
        assert_eq!(said("weekly-2026-standup"), [both, Text::with("part_year", [Gap::quoted("2026")])]);
    }

    #[test]
    fn spaces_are_named_and_a_strong_name_with_spaces_is_still_cautioned() {
        let strong = notice("https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic");
        assert_eq!((strong.tone, strong.title.key), (Tone::Caution, "room_spaces_title"));
        let weak = notice("https://meet.jit.si/Team%20Meeting");
        assert_eq!((weak.tone, weak.reasons[0].key), (Tone::Danger, "room_spaces_reason"));
    }

    #[test]
    fn signs_that_nobody_sees_are_told_of_however_strong_the_name_is() {
        let strong = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        for sign in ["%E2%80%8B", "%E2%80%AE", "%EF%BB%BF", "%C2%AD"] {
            let said = notice(&format!("{strong}{sign}"));
            assert_eq!((said.tone, said.title.key), (Tone::Caution, "room_unseen_title"), "{sign}");
            assert_eq!(said.reasons[0].key, "room_unseen_reason", "{sign}");
            let weak = notice(&format!("https://meet.jit.si/weekly-standup{sign}"));
            assert_eq!(weak.tone, Tone::Danger);
            assert_eq!((weak.first, weak.reasons[1].key), (1, "room_unseen_reason"), "{sign}");
        }
        assert_eq!(notice(&format!("https://meet.jit.si/a%E2%80%8Bb/{}", &strong[20..])).tone, Tone::Caution);
        // What joins letters, or keeps them apart, is part of how Persian is written.
        assert!(
            !notice("https://meet.jit.si/%D9%85%DB%8C%E2%80%8C%D8%B1%D9%88%D9%85")
                .reasons
                .iter()
                .any(|reason| reason.key == "room_unseen_reason")
        );
        assert_eq!(notice(strong).tone, Tone::Calm);
    }

    #[test]
    fn which_part_of_the_address_protects_is_said() {
        let keys = |url: &str| -> Vec<_> { notice(url).reasons.iter().map(|reason| reason.key).collect() };
        let secret = keys("https://meet.jit.si/k7mq2xw9pdk7mq2xw9pd/standup");
        assert_eq!(secret[0], "tenant_secret", "{secret:?}");
        let public = keys("https://meet.jit.si/acme/standup");
        assert!(public.contains(&"tenant_public"), "{public:?}");
        assert!(!keys("https://meet.jit.si/standup").iter().any(|key| key.starts_with("tenant")));
    }

    #[test]
    fn a_moderated_room_says_what_it_is() {
        let moderated = |hash: &str| notice(&format!("https://meet.jit.si/moderated/{hash}"));
        let unknown = moderated("faf57089abb075e1133167ba9129db0f31ee7d315de64ad5e9e152aabd2276f7");
        assert_eq!((unknown.tone, unknown.title.key), (Tone::Caution, "room_moderated_title"));
        // Of "standup".
        let known = moderated("c0fbdc38b1762851a9221b774a130fd2ae0bf78c61bd69eb334f8cd2caa08319");
        assert_eq!((known.tone, known.title.key), (Tone::Danger, "room_guessable_title"));
        assert!(known.reasons.iter().any(|reason| reason.key == "part_encoded"), "{:?}", known.reasons);
        // Of nothing.
        let empty = moderated("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!((empty.tone, empty.title.key), (Tone::Danger, "room_guessable_title"));
    }

    #[test]
    fn a_weak_name_is_not_said_to_take_longer_than_a_lifetime() {
        let address = crate::jitsi::Address::parse("tjh7qr2mw", &crate::jitsi::Server::default()).unwrap();
        let mut room = VisitedRoom::judge(address);
        room.assessment.bits = Bits::new(43.0);
        room.assessment.verdict = Verdict::Weak;
        assert!(Notice::of_room(&room).reasons.iter().all(|reason| reason.key != BEYOND));
        room.assessment.bits = Bits::new(40.0);
        assert!(Notice::of_room(&room).reasons.iter().any(|reason| reason.key.starts_with("reach")));
    }

    #[test]
    fn a_strong_name_says_what_it_does_not_protect_against() {
        let strong = notice("https://meet.jit.si/amber-trumpet-lagoon-visor-clinic");
        assert_eq!(strong.advice.key, "room_strong_limits");
    }

    #[test]
    fn the_time_to_find_a_name_is_that_of_the_determined_attacker() {
        for (bits, key) in
            [(0.0, "reach_second"), (15.0, "reach_minute"), (28.0, "reach_week"), (45.0, "reach_beyond")]
        {
            assert_eq!(reach(Bits::new(bits)), key, "{bits} bits");
        }
    }
}
