//! Jitsi's own invitations, in every language that Hushroom speaks: the room in them is found, and nothing else.
//!
//! The phrases are in `tests/jitsi/invitations.tsv`; they are put together as jitsi-meet 13.2.0 does in
//! `react/features/invite/functions.ts`: `getInviteText` for the web, `getInviteTextiOS` for mail on an iPhone, and
//! `getShareInfoText` for what its apps share, where the link may be HTML.

#![allow(clippy::unwrap_used, reason = "a table that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hushroom::check::{Checked, Unjudged, check};
use hushroom::jitsi::Server;
use hushroom::settings::Watched;

/// Languages with their phrases by key.
type Phrases = BTreeMap<&'static str, BTreeMap<&'static str, String>>;

fn phrases() -> Phrases {
    let mut phrases = Phrases::new();
    for line in include_str!("jitsi/invitations.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (language, key) = (columns.next().unwrap(), columns.next().unwrap());
        let phrase = serde_json::from_str(&format!("\"{}\"", columns.next().unwrap())).unwrap();
        phrases.entry(language).or_default().insert(key, phrase);
    }
    phrases
}

/// An invitation to a room, with its numbers and without.
struct Invitation<'a> {
    phrases: &'a BTreeMap<&'static str, String>,
    /// The room's link.
    link: &'a str,
}

impl Invitation<'_> {
    /// The phrase `key`, with its gaps filled.
    fn say(&self, key: &str) -> String {
        let numbers = self.link.rsplit_once('/').unwrap();
        let numbers = format!("{}/static/dialInInfo.html?room={}", numbers.0, numbers.1);
        let silent = format!("{}#config.startSilent=true", self.link);
        let mut said = self.phrases[key].clone();
        for (gap, filled) in [
            ("name", "Mira"),
            ("number", "+1.512.647.1431"),
            ("conferenceID", "3415629817"),
            ("sipUri", "1234@sip.example.org"),
            ("url", self.link),
            ("inviteUrl", self.link),
            ("roomUrl", self.link),
            ("didUrl", &numbers),
            ("dialInfoPageUrl", &numbers),
            ("silentUrl", &silent),
        ] {
            let filled =
                if key == "info.invitePhoneAlternatives" && gap == "url" { &numbers } else { filled };
            said = said.replace(&format!("{{{{{gap}}}}}"), filled);
        }
        said
    }

    /// What stands in it about telephones, as the apps write it.
    fn number(&self) -> String {
        format!(
            "{} +1.512.647.1431 {} 3415629817#\n\n",
            self.say("info.dialInNumber"),
            self.say("info.dialInConferenceID")
        )
    }

    /// All texts that Jitsi makes of it.
    fn texts(&self) -> Vec<String> {
        let say = |key| self.say(key);
        let web = |first| [say(first), say("info.inviteURLSecondPart")].concat();
        let phone = [say("info.invitePhone"), say("info.invitePhoneAlternatives")].join("\n");
        let ios = |first| {
            let end = [say("info.inviteTextiOSPhone"), say("info.inviteTextiOSJoinSilent")].join(" ");
            [say(first), say("info.inviteTextiOSInviteUrl"), end].join(" ")
        };
        let dialled = say("share.dialInfoText").replace("{{defaultDialInNumber}}", &self.number());
        let html = say("share.mainText").replace(self.link, &format!("<a href=\"{0}\">{0}</a>", self.link));
        let personal = web("info.inviteURLFirstPartPersonal");
        vec![
            web("info.inviteURLFirstPartGeneral"),
            personal.clone(),
            format!("{personal}\n{phone}"),
            format!("{personal}\n{}", say("info.inviteSipEndpoint")),
            ios("info.inviteTextiOSPersonal"),
            ios("info.inviteURLFirstPartGeneral"),
            say("share.mainText"),
            [say("share.mainText"), dialled.clone()].concat(),
            html.clone(),
            [html, dialled].concat(),
        ]
    }
}

fn read(text: &str) -> Result<Checked, Unjudged> {
    check(text, &Server::default(), &Watched::default())
}

/// `text` as it stands in a query, as `encodeURIComponent` of JavaScript writes it.
fn encoded(text: &str) -> String {
    let is_kept = |b: u8| b.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&b);
    text.bytes().map(|b| if is_kept(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// What wraps an invitation on its way: nothing, and the links by which Jitsi writes it into a mail
/// (`InviteByEmailSection.tsx`).
fn on_its_way(text: &str) -> Vec<String> {
    let body = encoded(text);
    let quoted: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
    vec![
        text.to_owned(),
        text.replace('\n', "\r\n"),
        quoted.join("\n"),
        format!("mailto:?subject=Jitsi&body={body}"),
        format!("https://mail.google.com/mail/?view=cm&fs=1&su=Jitsi&body={body}"),
        format!("https://outlook.office.com/mail/deeplink/compose?subject=Jitsi&body={body}"),
        format!("https://compose.mail.yahoo.com/?To=&Subj=Jitsi&Body={body}"),
    ]
}

#[test]
fn jitsi_s_invitations_lead_to_their_room_and_to_nothing_else() {
    let mut wrong = Vec::new();
    for (language, phrases) in &phrases() {
        for (link, wanted) in [
            ("https://meet.jit.si/WeeklyStandup", "meet.jit.si/weeklystandup"),
            ("https://meet.jit.si/Планёрка", "meet.jit.si/планёрка"),
            ("https://meet.jit.si/اجتماع-الفريق", "meet.jit.si/اجتماع-الفريق"),
            ("https://meet.jit.si/周例会", "meet.jit.si/周例会"),
            ("https://konferenz.example.org/standup", "konferenz.example.org/standup"),
        ] {
            for text in (Invitation { phrases, link }).texts().iter().flat_map(|text| on_its_way(text)) {
                let found = match read(&text) {
                    Ok(checked) if checked.others.is_empty() => checked.key(),
                    Ok(checked) => format!("{} and {:?}", checked.key(), checked.others),
                    Err(why) => format!("{why:?}"),
                };
                if found != wanted {
                    wrong.push(format!("{language}: {text:?}\n  is {wanted} and not {found}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} are read wrongly:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn of_numbers_alone_no_name_is_made() {
    for (language, phrases) in &phrases() {
        let invitation = Invitation { phrases, link: "https://meet.jit.si/standup" };
        for text in [invitation.number(), invitation.say("info.invitePhone")] {
            let Err(Unjudged { why, names }) = read(&text) else { panic!("{language}: {text}") };
            assert!(why.is_none() && names.is_empty(), "{language}: {text}: {why:?} {names:?}");
        }
    }
}

#[test]
fn each_language_has_its_phrases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales");
    let spoken: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let phrases = phrases();
    assert_eq!(phrases.keys().map(|language| (*language).to_owned()).collect::<BTreeSet<_>>(), spoken);
    let english: Vec<_> = phrases["en"].keys().collect();
    assert!(phrases.values().all(|of| of.keys().collect::<Vec<_>>() == english));
}
