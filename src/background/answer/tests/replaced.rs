//! The new room that a warning leads to.

use super::*;
use crate::background::{Warning, former, pinned_here};
use crate::memory::pinned::{Pinned, pin};

impl Person {
    /// Comes to `sender` a moment later, when another room would be drawn.
    fn comes_to(&mut self, sender: &Sender) -> Box<Warning> {
        self.now += 1.0;
        match self.answer(Request::Visit, sender).reply {
            Reply::Warning(warning) => warning,
            other => panic!("{other:?}"),
        }
    }

    fn pins(&mut self, link: &str, old: &str) {
        let pinned = Pinned { instead_of: Some(old.to_owned()), ..Pinned::default() };
        self.shelf.change(pin(&Vec::new(), link, pinned).unwrap());
    }
}

/// The page in another tab.
fn in_another_tab(url: &str) -> Sender {
    let mut sender = own(url);
    sender.tab = 8;
    sender
}

fn message(warning: &Warning) -> &str {
    warning.choices.iter().find(|choice| choice.id == "copy-message").unwrap().copies.as_ref().unwrap()
}

const SKYPE: &str = "https://web.skype.com/";

#[test]
fn the_new_room_of_a_team_has_its_name_and_takes_the_old_ones_place_from_now_on() {
    let warning = Person::default().comes_to(&own("https://meet.jit.si/WeeklyStandup"));
    assert!(warning.safe_link.starts_with("https://meet.jit.si/weekly-standup-"), "{}", warning.safe_link);
    let message = message(&warning);
    assert!(message.starts_with("team_message") && message.contains(&warning.safe_link), "{message}");
    let skype = Person::default().comes_to(&own(SKYPE));
    assert!(self::message(&skype).starts_with("invitation https://"), "{skype:?}");
}

#[test]
fn whoever_copied_is_told_what_comes_next() {
    let said = |person: &mut Person, sender: &Sender| person.comes_to(sender).words.copied;
    let mut person = Person::default();
    assert_eq!(said(&mut person, &own(GUESSABLE)), "warning_copied_pin");
    assert_eq!(said(&mut person, &own(SKYPE)), "leave_copied", "it has no name to be known by");
    assert_eq!(said(&mut person, &private(GUESSABLE)), "leave_copied", "nothing is kept of what is private");
    let cleaned = own("https://meet.jit.si/amber-trumpet-lagoon-visor-clinic#config.e2ee.disabled=true");
    assert_eq!(said(&mut person, &cleaned), "warning_copied", "nobody goes to another room");
    let mut managed = Person { may_pin: false, ..Person::default() };
    assert_eq!(said(&mut managed, &own(GUESSABLE)), "leave_copied");
    person.pins("https://meet.jit.si/standup-amber-trumpet", GUESSABLE);
    assert_eq!(said(&mut person, &own(GUESSABLE)), "leave_copied", "it is pinned already");
}

#[test]
fn whoever_looks_again_is_led_to_the_same_room() {
    for url in [GUESSABLE, SKYPE] {
        let mut person = Person::default();
        let first = person.comes_to(&own(url)).safe_link;
        assert_eq!(person.comes_to(&own(url)).safe_link, first, "{url}");
        assert_ne!(person.comes_to(&own("https://meet.jit.si/retro")).safe_link, first);
    }
}

#[test]
fn a_room_that_was_made_use_of_is_the_one_in_every_tab_until_the_browser_closes() {
    for use_it in [|_: &str| Request::Told, to] {
        let mut person = Person::default();
        let first = person.comes_to(&own(GUESSABLE)).safe_link;
        assert_ne!(person.comes_to(&in_another_tab(GUESSABLE)).safe_link, first, "nobody has seen it");
        person.answer(use_it(&first), &own(GUESSABLE));
        person.tabs = Tabs::default();
        assert_eq!(person.comes_to(&in_another_tab(GUESSABLE)).safe_link, first);
        assert!(person.shelf.0.keys().all(|(area, _)| *area == Area::Session), "{:?}", person.shelf);
    }
}

#[test]
fn whoever_pins_the_new_room_when_they_are_in_it_is_led_there_from_the_old_one() {
    let mut person = Person::default();
    let link = person.comes_to(&own(GUESSABLE)).safe_link;
    assert_eq!(former(&link, &person.shelf), None, "nobody made use of it");
    person.answer(Request::Move { to: link.clone(), told: false }, &own(GUESSABLE));
    person.settings.server = Server::parse("meet.example.org").unwrap();
    for here in [link.clone(), format!("{link}#config.startWithAudioMuted=true")] {
        assert_eq!(former(&here, &person.shelf).as_deref(), Some(GUESSABLE), "{here}");
    }
    let pinned = pinned_here(&link, &person.shelf, 5.0);
    assert_eq!((pinned.instead_of.as_deref(), pinned.since), (Some(GUESSABLE), 5.0));
    for other in [STRONG, GUESSABLE, "https://meet.jit.si/"] {
        assert_eq!(pinned_here(other, &person.shelf, 5.0).instead_of, None, "{other}");
    }
    // What was pinned before stays.
    person.pins(&link, "https://meet.jit.si/retro");
    let again = pinned_here(&link, &person.shelf, 6.0).instead_of;
    assert_eq!(again.as_deref(), Some("https://meet.jit.si/retro"));
    // A service is no room that leads anywhere, and of a name without end nothing is kept.
    let endless = format!("https://meet.jit.si/{}", "a".repeat(3_000));
    for url in [SKYPE, &endless] {
        let link = person.comes_to(&own(url)).safe_link;
        person.answer(Request::Told, &own(url));
        assert_eq!(former(&link, &person.shelf), None, "{url}");
    }
}

#[test]
fn a_page_by_a_thousand_names_fills_nothing() {
    let mut person = Person::default();
    for number in 0..1000 {
        person.comes_to(&own(&format!("https://meet.jit.si/standup{number}")));
    }
    assert!(person.shelf.0.is_empty(), "{:?}", person.shelf);
    let kept = serde_json::to_string(person.tabs.of(7)).unwrap();
    assert!(kept.len() < 2_000, "{kept}");
}

#[test]
fn a_frame_draws_for_itself_and_of_a_private_window_nothing_but_the_tab_keeps_it() {
    let mut person = Person::default();
    let first = person.comes_to(&framed(GUESSABLE)).safe_link;
    person.answer(Request::Told, &framed(GUESSABLE));
    assert_ne!(person.comes_to(&framed(GUESSABLE)).safe_link, first);
    let first = person.comes_to(&private(GUESSABLE)).safe_link;
    person.answer(Request::Told, &private(GUESSABLE));
    person.answer(to(&first), &private(GUESSABLE));
    assert_eq!(person.comes_to(&private(GUESSABLE)).safe_link, first);
    assert!(person.shelf.0.is_empty(), "{:?}", person.shelf);
}

#[test]
fn the_page_around_a_frame_learns_no_room_in_which_people_meet() {
    let copies = |warning: &Warning| warning.choices.iter().any(|choice| choice.copies.is_some());
    let mut person = Person::default();
    let new = person.comes_to(&framed(GUESSABLE));
    assert!(copies(&new), "nobody meets in a room that was drawn for this frame");
    // What the tab's own warning leads to, then what was told to others from there, then what is pinned.
    let drawn = person.comes_to(&own(GUESSABLE));
    assert!(copies(&drawn));
    let mut is_led_to = |change: &mut dyn FnMut(&mut Person), link: &str, sender: &Sender| {
        change(&mut person);
        let warning = person.comes_to(sender);
        assert_eq!((&*warning.safe_link, copies(&warning)), (link, false));
        let answer = person.answer(to(link), sender);
        assert_eq!(answer.first, [Effect::Open(link.to_owned())]);
    };
    let mut elsewhere = framed(GUESSABLE);
    elsewhere.tab = 8;
    is_led_to(&mut |_| (), &drawn.safe_link, &framed(GUESSABLE));
    is_led_to(
        &mut |person| drop(person.answer(Request::Told, &own(GUESSABLE))),
        &drawn.safe_link,
        &elsewhere,
    );
    is_led_to(&mut |person| person.pins(STRONG, GUESSABLE), STRONG, &elsewhere);
    // The page around knows that room.
    let cleaned = person.comes_to(&framed(&format!("{STRONG}#config.e2ee.disabled=true")));
    assert!(copies(&cleaned));
}

#[test]
fn frames_of_any_number_of_rooms_push_out_nothing_of_the_tab_and_keep_nothing() {
    let mut person = Person::default();
    let drawn = person.comes_to(&own(GUESSABLE)).safe_link;
    for number in 0..100 {
        let room = format!("https://meet.jit.si/standup{number}");
        let link = person.comes_to(&framed(&room)).safe_link;
        person.answer(Request::Told, &framed(&room));
        person.answer(to(&link), &framed(&room));
        assert_ne!(person.comes_to(&framed(&room)).safe_link, link, "a page around may have had it copied");
    }
    assert_eq!(person.comes_to(&own(GUESSABLE)).safe_link, drawn);
    assert!(person.shelf.0.is_empty(), "{:?}", person.shelf);
}

#[test]
fn on_another_server_another_room_is_drawn() {
    let mut person = Person::default();
    let first = person.comes_to(&own(GUESSABLE)).safe_link;
    person.answer(Request::Told, &own(GUESSABLE));
    person.settings.server = Server::parse("meet.example.org").unwrap();
    assert!(person.comes_to(&own(GUESSABLE)).safe_link.starts_with("https://meet.example.org/standup-"));
    person.settings.server = Server::default();
    assert_eq!(person.comes_to(&own(GUESSABLE)).safe_link, first);
}

#[test]
fn whoever_pinned_a_room_in_its_place_is_led_there_wherever_rooms_are_made_now() {
    let mut person = Person::default();
    person.comes_to(&own(GUESSABLE));
    person.answer(Request::Told, &own(GUESSABLE));
    person.pins(STRONG, GUESSABLE);
    person.settings.server = Server::parse("meet.example.org").unwrap();
    let warning = person.comes_to(&own(GUESSABLE));
    assert_eq!(warning.safe_link, STRONG);
    assert_eq!(warning.notice.title, "warning_pinned \u{2068}standup\u{2069}");
    assert_eq!(warning.notice.tone, Tone::Danger);
    let label = |warning: &Warning| {
        warning.choices.iter().find(|choice| choice.id == "safe-room").unwrap().label.clone()
    };
    assert_eq!(label(&warning), "warning_open_pinned");
    let moved = Request::Move { to: STRONG.to_owned(), told: false };
    let answer = person.answer(moved.clone(), &own(GUESSABLE));
    assert_eq!(answer.first, [Effect::Navigate(7, STRONG.to_owned())]);
    assert_eq!(person.answer(Request::Visit, &own(STRONG)).reply, Reply::Quiet, "others may know it");
    assert_eq!(person.answer(moved, &own("https://meet.jit.si/retro")), refused());
    assert_eq!(label(&person.comes_to(&own("https://meet.jit.si/retro"))), "warning_open_safe");
}

#[test]
fn whoever_told_others_before_is_not_said_to_be_alone() {
    let is_alone = |told_before: bool| {
        let mut person = Person::default();
        let link = person.comes_to(&own(GUESSABLE)).safe_link;
        if told_before {
            person.answer(Request::Told, &own(GUESSABLE));
        }
        // By then the page was loaded anew, and knows of nothing that was copied.
        person.answer(Request::Move { to: link.clone(), told: false }, &own(GUESSABLE));
        person.answer(Request::Visit, &own(&link)).reply != Reply::Quiet
    };
    assert_eq!((is_alone(false), is_alone(true)), (true, false));
}

#[test]
fn the_button_that_puts_it_away_for_longer_names_what() {
    let label = |url: &str| {
        let warning = Person::default().comes_to(&own(url));
        warning.choices.iter().find(|choice| choice.id == "never").unwrap().label.clone()
    };
    assert_eq!(label(GUESSABLE), "warning_silence \u{2068}standup\u{2069}");
    assert_eq!(label(SKYPE), "warning_silence Skype");
}
