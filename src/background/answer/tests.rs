use super::*;
use crate::background::Mark;
use crate::background::tests::{at, speak};
use crate::memory::{Area, DISMISSED_PRIVATELY, Shelf, Value, silence};
use crate::room::Dry;
use crate::warning::Shape;
use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

mod fading;
mod made_up;
mod put_away;
mod replaced;

const STRONG: &str = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
const GUESSABLE: &str = "https://meet.jit.si/standup";
const WELCOME: &str = "https://meet.jit.si/";
const DISMISS: Request = Request::Dismiss { lasts: false };
const ELSEWHERE: &str = "https://site.example/standup";

/// A person with a browser.
struct Person {
    settings: Settings,
    watched: Watched,
    shelf: Shelf,
    tabs: Tabs,
    may_pin: bool,
    now: f64,
}

impl Default for Person {
    fn default() -> Self {
        let (settings, watched) = <_>::default();
        Self { settings, watched, shelf: <_>::default(), tabs: <_>::default(), may_pin: true, now: 0.0 }
    }
}

impl Person {
    /// Answers `request` of the page that `sender` is, and does what is decided.
    fn answer(&mut self, request: Request, sender: &Sender) -> Answer {
        let Self { settings, watched, shelf, tabs, may_pin, now } = self;
        let known = Known { settings, watched, stored: shelf, may_pin: *may_pin, now: *now, say: &speak };
        // At another time something else is drawn.
        let mut rng = ChaCha12Rng::seed_from_u64(now.to_bits());
        let asked = Asked::new(request, sender.clone());
        let answer = answer(asked, &known, tabs, &mut rng);
        for effect in answer.first.iter().chain(&answer.then) {
            if let Effect::Change(change) = effect {
                self.shelf.change(change.clone());
            }
        }
        answer
    }

    fn is_warned(&mut self, sender: &Sender) -> bool {
        matches!(self.answer(Request::Visit, sender).reply, Reply::Warning(_))
    }
}

fn own(url: &str) -> Sender {
    at(url, 0, "d0", false)
}

fn framed(url: &str) -> Sender {
    at(url, 5, "d5", false)
}

fn private(url: &str) -> Sender {
    at(url, 0, "d0", true)
}

fn refused() -> Answer {
    Reply::Refused.into()
}

fn ask(request: Request, sender: &Sender) -> Answer {
    Person::default().answer(request, sender)
}

fn to(link: &str) -> Request {
    Request::Move { to: link.to_owned(), told: true }
}

#[test]
fn a_guessable_room_is_warned_about_and_marks_the_icon() {
    let Answer { reply, first, then } = ask(Request::Visit, &own(GUESSABLE));
    let Reply::Warning(warning) = reply else { panic!("{reply:?}") };
    assert_eq!(warning.notice.title, "room_guessable_title");
    assert!(warning.safe_link.starts_with("https://meet.jit.si/"));
    let message = warning.choices[0].copies.as_ref().unwrap();
    assert!(message.contains(&warning.safe_link) && message.ends_with("\nshare_keep"), "{message}");
    assert_eq!(
        warning.notice.reasons.last().unwrap(),
        "warning_jitsi_box",
        "Jitsi warns of such a name, too"
    );
    assert!(first.is_empty(), "nothing has to happen before a warning");
    let mark = Mark { tone: Tone::Danger, title: "room_guessable_title".to_owned() };
    assert_eq!(then[0], Effect::Mark(7, mark), "the icon comes before whatever may fail");
}

#[test]
fn a_link_that_weakens_the_call_is_warned_about_with_the_same_room_for_a_way_out() {
    let weakening = format!("{STRONG}#config.e2ee.disabled=true");
    let Reply::Warning(warning) = ask(Request::Visit, &own(&weakening)).reply else { panic!() };
    assert_eq!((warning.notice.tone, &*warning.notice.title), (Tone::Caution, "link_weakens_title"));
    assert_eq!((&*warning.safe_link, &*warning.choices[0].label), (STRONG, "warning_open_cleaned"));
    assert_eq!(warning.notice.reasons, ["link_e2ee", "reach_beyond"], "Jitsi says nothing of its own");
    // By then Jitsi has taken the fragment away.
    let away = ask(to(STRONG), &own(STRONG));
    assert_eq!(away.first, [Effect::Navigate(7, STRONG.to_owned())]);
    for harmless in ["#config.p2p.enabled=false", "#jwt=x"] {
        assert_eq!(ask(Request::Visit, &own(&format!("{STRONG}{harmless}"))).reply, Reply::Quiet);
    }
    let guessable = ask(Request::Visit, &own(&format!("{GUESSABLE}#config.e2ee.disabled=true"))).reply;
    let Reply::Warning(warning) = guessable else { panic!("{guessable:?}") };
    assert_eq!((&*warning.notice.reasons[0], warning.choices[0].id), ("link_e2ee", "copy-message"));
    assert_ne!(warning.safe_link, GUESSABLE, "its name is as easy to guess without the settings");
}

#[test]
fn a_strong_room_and_all_other_pages_are_left_alone() {
    for (url, reply) in [(STRONG, Reply::Quiet), (WELCOME, Reply::Welcome), (ELSEWHERE, Reply::Quiet)] {
        let answer = ask(Request::Visit, &own(url));
        assert_eq!(answer.reply, reply, "{url}");
        assert!(matches!(&answer.then[0], Effect::Mark(7, Mark { tone: Tone::Calm, .. })), "{url}");
    }
}

#[test]
fn nothing_that_a_page_asks_lasts_longer_than_the_browser_runs() {
    let mut person = Person::default();
    let asked = [
        Request::Visit,
        Request::Hidden,
        DISMISS,
        Request::Leave,
        Request::Back { alone: false },
        Request::Judge { name: "standup".to_owned() },
    ];
    for (request, sender) in
        asked.iter().flat_map(|request| [own, framed, private].map(|at| (request, at(GUESSABLE))))
    {
        person.answer(request.clone(), &sender);
    }
    assert!(!person.shelf.0.is_empty());
    assert!(person.shelf.0.keys().all(|(area, _)| *area == Area::Session), "{:?}", person.shelf);
}

#[test]
fn a_private_window_leaves_nothing_on_this_computer() {
    let mut person =
        Person { settings: Settings { recent_rooms: true, ..Settings::default() }, ..Person::default() };
    person.answer(Request::Visit, &private(GUESSABLE));
    person.answer(DISMISS, &private(GUESSABLE));
    for (area, key) in person.shelf.0.keys() {
        assert!(*area == Area::Session && key.starts_with(DISMISSED_PRIVATELY), "{key}");
    }
    assert!(person.answer(to(STRONG), &private(GUESSABLE)).then.is_empty(), "a room is remembered");
}

#[test]
fn what_is_copied_is_copied_before_it_is_said_to_be() {
    let request = Request::Copy { text: "Come".to_owned() };
    let answer = ask(request.clone(), &own(GUESSABLE));
    assert_eq!((answer.reply, answer.first), (Reply::Done, vec![Effect::Copy("Come".to_owned())]));
    assert_eq!(ask(request, &own(ELSEWHERE)), refused());
}

#[test]
fn a_page_is_left_only_for_a_room_where_our_own_are_made() {
    let mut person = Person::default();
    let answer = person.answer(to(STRONG), &own(GUESSABLE));
    assert_eq!(answer.reply, Reply::Done);
    assert_eq!(answer.first, [Effect::Navigate(7, STRONG.to_owned())]);
    assert!(answer.then.is_empty(), "nobody asked to remember rooms");
    for link in [
        "https://evil.example/room",
        "https://meet.jit.si.evil.example/room",
        "https://meet.jit.si:8443/room",
        "https://user@meet.jit.si.evil.example/room",
        "http://meet.jit.si/room",
        "javascript:alert(1)",
        "jitsi-meet://meet.jit.si/room",
        "room",
        "https://meet.jit.si/",
        "https://meet.jit.si/static/close.html",
        "",
    ] {
        assert_eq!(person.answer(to(link), &own(GUESSABLE)), refused(), "{link}");
    }
    person.settings.server = Server::parse("meet.example.org").unwrap();
    assert_eq!(person.answer(to(STRONG), &own(GUESSABLE)), refused(), "rooms are made elsewhere");
}

#[test]
fn a_frame_moves_no_tab_and_opens_one_of_its_own() {
    let answer = ask(to(STRONG), &framed(GUESSABLE));
    assert_eq!(answer.first, [Effect::Open(STRONG.to_owned())]);
    assert!(answer.then.is_empty());
    assert_eq!(ask(to("https://evil.example/room"), &framed(GUESSABLE)), refused());
}

#[test]
fn whoever_is_led_to_a_new_room_is_told_that_they_are_alone_until_they_copied_the_message() {
    let mut person = Person::default();
    let lead = |told| Request::Move { to: STRONG.to_owned(), told };
    person.answer(lead(false), &own(GUESSABLE));
    let strip = |person: &mut Person, sender: &Sender| match person.answer(Request::Visit, sender).reply {
        Reply::Warning(warning) if warning.notice.tone == Tone::Calm => Some(*warning),
        _ => None,
    };
    assert_eq!(strip(&mut person, &framed(STRONG)), None, "it is the tab that was led");
    assert_eq!(strip(&mut person, &own("https://meet.jit.si/other-trumpet-lagoon-visor-clinic")), None);
    let shown = strip(&mut person, &own(STRONG)).unwrap();
    assert_eq!((shown.shape, &*shown.notice.title), (Shape::Strip, "alone_title"));
    let message = shown.choices[0].copies.as_ref().unwrap();
    assert!(
        message.contains(STRONG) && message.ends_with("\nshare_browser\nshare_wait\nshare_apart\nshare_keep")
    );
    assert!(shown.choices[1].label.contains("standup"));
    person.answer(DISMISS, &own(STRONG));
    assert_eq!(strip(&mut person, &own(STRONG)), None);
    // Whoever has sent the message already is not alone for long.
    person.answer(lead(true), &own(GUESSABLE));
    assert_eq!(strip(&mut person, &own(STRONG)), None);
}

#[test]
fn a_room_that_was_opened_is_remembered_for_those_who_want_it() {
    let settings = Settings { recent_rooms: true, ..Settings::default() };
    let mut person = Person { settings, ..Person::default() };
    assert_eq!(person.answer(to(STRONG), &own(GUESSABLE)).then, [Effect::Remember(STRONG.to_owned())]);
}

#[test]
fn the_way_back_leads_to_an_empty_page_where_there_is_none() {
    assert_eq!(ask(Request::Back { alone: false }, &own(GUESSABLE)).first, [Effect::GoBack(7)]);
    let empty = Effect::Navigate(7, "about:blank".to_owned());
    assert_eq!(ask(Request::Back { alone: true }, &own(GUESSABLE)).first, [empty]);
}

#[test]
fn a_frame_leads_no_tab_back() {
    for alone in [false, true] {
        assert_eq!(ask(Request::Back { alone }, &framed(GUESSABLE)), refused());
    }
}

#[test]
fn a_page_that_is_not_watched_may_ask_for_nothing() {
    let judge = Request::Judge { name: "standup".to_owned() };
    let all = [
        DISMISS,
        Request::Undo,
        Request::Hidden,
        to(STRONG),
        Request::Back { alone: false },
        Request::Back { alone: true },
    ];
    for request in all {
        for url in [ELSEWHERE, WELCOME, "http://evil.example/"] {
            assert_eq!(ask(request.clone(), &own(url)), refused(), "{request:?} at {url}");
        }
    }
    for url in [ELSEWHERE, GUESSABLE, STRONG, "https://site.example/", "https://web.skype.com/"] {
        assert_eq!(ask(judge.clone(), &own(url)), refused(), "a name is judged at {url}");
    }
}

#[test]
fn names_are_judged_on_a_welcome_page() {
    let judge = |name: &str| ask(Request::Judge { name: name.to_owned() }, &own(WELCOME)).reply;
    let Reply::Judged(judged) = judge("standup") else { panic!() };
    assert_eq!(judged.tone, Tone::Danger);
    assert_eq!(judge("  "), Reply::Quiet);
    // The welcome page takes spaces out, and opens nothing that has these signs.
    assert_eq!(judge("Team Meeting"), judge("TeamMeeting"));
    // What looks like a host is the name of a room below meet.jit.si; there is none that ends in a slash.
    assert_eq!(judge("example.org/standup"), judge("meet.jit.si/standup"));
    for refused in ["what?", "R&D", "a:b", "\"x\"", "don't", "50%", "#1", "standup/"] {
        assert_eq!(judge(refused), Reply::Quiet, "{refused}");
    }
}

#[test]
fn what_the_user_watches_is_known_only_from_the_settings() {
    let url = "https://meet.example.org/standup";
    assert_eq!(ask(Request::Visit, &own(url)).reply, Reply::Quiet);
    let watched =
        Watched { watched_servers: vec![Server::parse("meet.example.org").unwrap()], ..Watched::default() };
    assert!(Person { watched, ..Person::default() }.is_warned(&own(url)));
}

#[test]
fn a_page_that_hides_its_warning_is_told_of_and_one_that_leaves_is_not() {
    let mut person = Person::default();
    person.answer(Request::Visit, &framed(GUESSABLE));
    let kept = |answer: &Answer| match &answer.then[1] {
        Effect::Keep(7, tab) => tab.clone(),
        other => panic!("{other:?}"),
    };
    let hidden = person.answer(Request::Hidden, &framed(GUESSABLE));
    assert_eq!(hidden.reply, Reply::Done);
    assert!(serde_json::to_string(&kept(&hidden)).unwrap().contains("\"hidden\":true"));
    let left = person.answer(Request::Leave, &framed(GUESSABLE));
    assert!(kept(&left).is_empty());
}

#[test]
fn what_is_kept_of_a_page_is_small_however_long_its_name_is() {
    let mut person = Person::default();
    for name in ["a".repeat(2_000_000), "%F0%9F%8D%84".repeat(5_000), "standup-".repeat(10_000)] {
        let sender = own(&format!("https://meet.jit.si/{name}"));
        let answer = person.answer(Request::Visit, &sender);
        let Effect::Keep(_, tab) = &answer.then[1] else { panic!("{:?}", answer.then) };
        let length = serde_json::to_string(tab).unwrap().len();
        assert!(length < 2_000, "{length} bytes are kept");
        person.answer(DISMISS, &sender);
    }
    assert!(person.shelf.0.iter().all(|((_, key), value)| key.len() < 100 && *value == Value::Flag(true)));
}

#[test]
fn without_randomness_no_room_is_offered_and_the_icon_is_marked() {
    let person = Person::default();
    let Person { settings, watched, shelf, now, .. } = &person;
    let known = Known { settings, watched, stored: shelf, may_pin: true, now: *now, say: &speak };
    let mut tabs = Tabs::default();
    let asked = Asked::new(Request::Visit, own(GUESSABLE));
    let answer = answer(asked, &known, &mut tabs, &mut Dry);
    assert_eq!(answer.reply, Reply::Failed);
    assert!(matches!(&answer.then[0], Effect::Mark(7, Mark { tone: Tone::Danger, .. })));
}
