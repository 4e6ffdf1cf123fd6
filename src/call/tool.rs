//! Which tool suits a call, by three questions.
//!
//! What is said of each tool has its sources in `docs/claims.md`. Nobody is sent away from a call that is encrypted from
//! end to end: where that matters the answer is always, or by a switch that is named, such a call, and the one answer that
//! is not says to stay where it is so already.

/// How many people talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Two.
    Two,
    /// As many as Jitsi's own end-to-end encryption suits: up to about 20 (`MAX_MODE_LIMIT` of jitsi-meet 13.2.0).
    Few,
    /// More than that.
    Many,
}

/// Whom the call is to be kept from, each also from those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptFrom {
    /// Strangers, who are not to come in.
    Strangers,
    /// The company that runs the service, which is not to hear what is said.
    Company,
    /// The same company, which is not even to know who talks with whom.
    CompanyAtAll,
}

/// What a person calls with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Signal.
    Signal,
    /// Jitsi on a server whose owner the user trusts, with end-to-end encryption switched on.
    OwnJitsi,
    /// Jitsi on the public server of the company 8x8.
    MeetJitSi,
    /// Proton Meet.
    ProtonMeet,
}

/// Whether what is said is encrypted from end to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encrypted {
    /// Always.
    Always,
    /// When a moderator has switched it on, which the answer says.
    BySwitch,
    /// Not by itself.
    No,
}

impl Tool {
    /// The tool for a call of `people` to be kept from somebody; `may_install` says whether everybody may be asked for an
    /// app and a phone number. `None` when we know none that does all of it.
    #[must_use]
    pub const fn fit(people: People, may_install: bool, kept_from: KeptFrom) -> Option<Self> {
        match (kept_from, people, may_install) {
            // Whoever runs the server learns who comes, so it has to be somebody trusted; the encryption suits few.
            (KeptFrom::CompanyAtAll, People::Two | People::Few, _) => Some(Self::OwnJitsi),
            (KeptFrom::CompanyAtAll, People::Many, _) => None,
            (_, _, true) => Some(Self::Signal),
            (KeptFrom::Company, _, false) => Some(Self::ProtonMeet),
            (KeptFrom::Strangers, _, false) => Some(Self::MeetJitSi),
        }
    }

    /// Whether it encrypts from end to end.
    #[must_use]
    pub const fn encrypted(self) -> Encrypted {
        match self {
            Self::Signal | Self::ProtonMeet => Encrypted::Always,
            Self::OwnJitsi => Encrypted::BySwitch,
            Self::MeetJitSi => Encrypted::No,
        }
    }

    /// Keys of what is said of it: its name, what it does, what it does not do.
    #[must_use]
    pub const fn sentences(self) -> [&'static str; 3] {
        match self {
            Self::Signal => ["tool_signal", "tool_signal_does", "tool_signal_limits"],
            Self::OwnJitsi => ["tool_own_jitsi", "tool_own_jitsi_does", "tool_own_jitsi_limits"],
            Self::MeetJitSi => ["tool_meet_jit_si", "tool_meet_jit_si_does", "tool_meet_jit_si_limits"],
            Self::ProtonMeet => ["tool_proton_meet", "tool_proton_meet_does", "tool_proton_meet_limits"],
        }
    }
}

/// Keys of what is said when no tool does all that is asked.
pub const NO_TOOL: [&str; 2] = ["tool_none", "tool_none_limits"];

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: [People; 3] = [People::Two, People::Few, People::Many];
    const KEPT_FROM: [KeptFrom; 3] = [KeptFrom::Strangers, KeptFrom::Company, KeptFrom::CompanyAtAll];

    fn every_call() -> impl Iterator<Item = (People, bool, KeptFrom)> {
        PEOPLE.into_iter().flat_map(|people| {
            [true, false].into_iter().flat_map(move |may| KEPT_FROM.map(|kept_from| (people, may, kept_from)))
        })
    }

    #[test]
    fn every_combination_has_its_answer() {
        use Tool::{MeetJitSi, OwnJitsi, ProtonMeet, Signal};
        let answers: Vec<_> = every_call().map(|(people, may, from)| Tool::fit(people, may, from)).collect();
        let two_or_few = [
            // With an app and a phone number: strangers, the company, the company at all.
            [Some(Signal), Some(Signal), Some(OwnJitsi)],
            // Without.
            [Some(MeetJitSi), Some(ProtonMeet), Some(OwnJitsi)],
        ];
        let many = [[Some(Signal), Some(Signal), None], [Some(MeetJitSi), Some(ProtonMeet), None]];
        assert_eq!(answers, [two_or_few, two_or_few, many].concat().concat());
    }

    #[test]
    fn whoever_fears_the_company_is_sent_to_no_call_that_it_hears() {
        for (people, may, kept_from) in every_call().filter(|call| call.2 != KeptFrom::Strangers) {
            let Some(tool) = Tool::fit(people, may, kept_from) else { continue };
            assert_ne!(tool.encrypted(), Encrypted::No, "{people:?} {may} {kept_from:?}");
            // The switch is for few.
            assert!(people != People::Many || tool.encrypted() == Encrypted::Always);
        }
    }

    #[test]
    fn whoever_may_ask_for_no_app_is_sent_to_none() {
        assert!(
            every_call()
                .filter(|call| !call.1)
                .all(|(people, may, from)| { Tool::fit(people, may, from) != Some(Tool::Signal) })
        );
    }
}
