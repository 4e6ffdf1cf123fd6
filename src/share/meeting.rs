//! What stands in an invitation.

use super::{Civil, UtcMoment, Zone};

/// A meeting at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// What it is called in the calendar.
    pub title: String,
    /// What the invited read.
    pub text: String,
    /// The room's link.
    pub link: String,
    /// When it begins.
    pub start: UtcMoment,
    /// When it ends.
    pub end: UtcMoment,
}

/// A meeting that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// What it is called in the calendar.
    pub title: String,
    /// What the invited read.
    pub text: String,
    /// The room's link.
    pub link: String,
    /// When it begins for the first time, by the clocks of its zone.
    pub start: Civil,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// The days from one date to the next: 1 or more.
    pub days: u32,
    /// Where these clocks are.
    pub zone: Zone,
}

#[cfg(test)]
impl Meeting {
    /// A meeting with every character that some format makes something of.
    pub(super) fn example() -> Self {
        Self {
            title: "Frühstück; mehr, \\ & 50% #1".to_owned(),
            text: "Join us:\nhttps://meet.jit.si/a-b".to_owned(),
            link: "https://meet.jit.si/a-b#config.startWithAudioMuted=true".to_owned(),
            start: UtcMoment::from_iso("2026-11-22T20:30:00.000Z").unwrap(),
            end: UtcMoment::from_iso("2026-11-22T21:15:00.000Z").unwrap(),
        }
    }
}
