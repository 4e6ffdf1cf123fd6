//! What to say about a text that somebody asked about.

use super::{Checked, Found, Unjudged};
use crate::jitsi::{LinkEffects, Title};
use crate::text::{Gap, Text, Tone, quoted};
use crate::warning::{Finding, Notice};

/// Maximum number of further links that are said. Chosen because more are not read.
const OTHERS_MAX: usize = 3;

/// What to say about a text, in the order in which it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// How urgent it is; `None` where nothing was judged.
    pub tone: Option<Tone>,
    /// The matter in one sentence.
    pub title: Text,
    /// Which room it is about.
    pub place: Option<Text>,
    /// What has to be known beside the verdict, a sentence each: of what is no room, all that there is to say.
    pub notes: Vec<Text>,
    /// Why a room gets this verdict, a sentence each, for those who want to know; the number last.
    pub reasons: Vec<Text>,
    /// What to do about a room with which not all is well.
    pub advice: Option<Text>,
    /// The link to the same room without what weakens the call; `None` where nothing does.
    pub cleaned: Option<String>,
    /// Names in the text that could be judged instead.
    pub names: Vec<String>,
}

impl Said {
    fn new(title: Text) -> Self {
        Self {
            tone: None,
            title,
            place: None,
            notes: Vec::new(),
            reasons: Vec::new(),
            advice: None,
            cleaned: None,
            names: Vec::new(),
        }
    }

    /// What to say about `answer`, as [`check`](super::check) gives it.
    #[must_use]
    pub fn of(answer: &Result<Checked, Unjudged>) -> Self {
        match answer {
            Ok(checked) => Self::of_checked(checked),
            Err(Unjudged { why, names }) => {
                let title = why.map_or_else(|| Text::new("check_no_link"), Text::from);
                Self { names: names.clone(), ..Self::new(title) }
            }
        }
    }

    fn of_checked(checked: &Checked) -> Self {
        let mut said = match &checked.found {
            Found::Finding(finding) => {
                let Notice { tone, title, mut reasons, advice, .. } = Notice::of(finding);
                let new = Self { tone: Some(tone), ..Self::new(title) };
                match finding {
                    Finding::Room(room) => {
                        reasons.push(Text::of_strength("check_bits", room.assessment.bits));
                        // Whoever reads that all is well is to read what it does not help against.
                        match tone {
                            Tone::Calm => Self { notes: vec![advice], reasons, ..new },
                            _ => Self { reasons, advice: Some(advice), ..new },
                        }
                    }
                    Finding::Service(_) => {
                        reasons.push(advice);
                        Self { notes: reasons, ..new }
                    }
                }
            }
            Found::Program(program) => {
                let title = Text::with("check_program_title", [program.name.to_owned()]);
                Self { notes: vec![Text::new("check_program_reason")], ..Self::new(title) }
            }
        };
        said.place = checked.place().map(|place| Text::with("check_place", [Gap::place(&place)]));
        if checked.unseen {
            said.notes.push(Text::new("check_unseen"));
        }
        if let Some(server) = checked.unknown_server() {
            said.notes.push(Text::with("check_unknown_server", [Gap::host(server.as_str())]));
        }
        let others: Vec<String> = checked.others.iter().take(OTHERS_MAX).map(|other| quoted(other)).collect();
        if !others.is_empty() {
            said.notes.push(Text::with("check_others", [others.join(" · ")]));
        }
        if checked.room().is_some() {
            let title = checked.link.as_deref().map(Title::of_link).unwrap_or_default();
            if !title.as_str().is_empty() {
                said.notes.push(Text::with("check_call_title", [Gap::quoted(title.as_str())]));
            }
            said.cleaned = checked.link.as_deref().and_then(LinkEffects::of).map(|effects| effects.cleaned);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::jitsi::Server;
    use crate::settings::Watched;

    fn said(text: &str) -> Said {
        Said::of(&check(text, &Server::default(), &Watched::default()))
    }

    fn keys(sentences: &[Text]) -> Vec<&'static str> {
        sentences.iter().map(|sentence| sentence.key).collect()
    }

    #[test]
    fn the_room_that_was_judged_is_always_said() {
        for text in ["Standup", "Come to https://meet.jit.si/Standup!", "jitsi-meet://meet.jit.si/standup"] {
            let gaps = said(text).place.map(|place| place.gaps);
            assert_eq!(gaps, Some(vec![Gap::quoted("meet.jit.si/standup")]), "{text}");
        }
        assert_eq!(said("https://join.skype.com/abc").place, None);
    }

    #[test]
    fn what_is_no_room_is_called_what_it_is() {
        let signal = said("https://signal.link/call/#key=abc");
        assert_eq!((signal.tone, signal.title.key), (None, "check_program_title"));
        let sentence = said("Tonight at eight, as ever.\nweekly-standup");
        assert_eq!((sentence.tone, sentence.title.key), (None, "check_no_link"));
        assert_eq!(sentence.names, ["weekly-standup"]);
    }

    #[test]
    fn a_link_that_weakens_the_call_is_said_with_a_cleaned_one() {
        let strong = "https://meet.jit.si/k7mq2xw9pdk7mq2xw9pd";
        let weakened = said(&format!("{strong}?jwt=x#config.e2ee.disabled=true&config.p2p.enabled=false"));
        assert_eq!((weakened.tone, weakened.title.key), (Some(Tone::Caution), "link_weakens_title"));
        assert_eq!(keys(&weakened.reasons)[..2], ["link_e2ee", "link_jwt"]);
        assert_eq!(weakened.cleaned, Some(format!("{strong}#config.p2p.enabled=false")));
        assert_eq!(said(strong).cleaned, None);
        let guessable = said("https://meet.jit.si/standup#config.prejoinConfig.enabled=false");
        assert_eq!((guessable.tone, guessable.title.key), (Some(Tone::Danger), "room_guessable_title"));
    }

    #[test]
    fn a_title_in_the_link_is_told_apart_from_the_name() {
        let titled =
            said("https://meet.jit.si/k7mq2xw9pdk7mq2xw9pd#config.localSubject=%22Weekly%20stand-up%22");
        let last = titled.notes.last().unwrap();
        assert_eq!((last.key, &*last.gaps), ("check_call_title", &[Gap::quoted("Weekly stand-up")][..]));
        assert_eq!(titled.cleaned, None);
    }

    #[test]
    fn what_else_matters_is_said_below() {
        assert_eq!(keys(&said("stand\u{200b}up").notes), ["check_unseen"]);
        let text = "https://jitsi.example.net/k7mq2xw9pdk7mq2xw9pd and https://meet.example.com/x";
        assert_eq!(keys(&said(text).notes)[1..], ["check_unknown_server", "check_others"]);
    }

    #[test]
    fn why_and_how_many_bits_is_for_those_who_ask_and_of_a_room_alone() {
        let room = said("https://meet.jit.si/k7mq2xw9pdk7mq2xw9pd");
        assert_eq!(keys(&room.reasons), ["reach_beyond", "check_bits"]);
        assert_eq!(
            (keys(&room.notes), &room.advice),
            (vec!["room_strong_limits"], &None),
            "no good news without"
        );
        let service = said("https://join.skype.com/abc");
        assert_eq!((&service.reasons, &service.advice), (&Vec::new(), &None));
        assert!(service.notes.len() > 1, "{service:?}");
    }
}
