//! Warnings that were put away, or switched off on purpose.

use super::*;

/// What is said to a person who puts the warning at `sender` away.
fn put_away(person: &mut Person, lasts: bool, sender: &Sender) -> String {
    let reply = person.answer(Request::Dismiss { lasts }, sender).reply;
    let Reply::Warning(line) = reply else { panic!("{reply:?}") };
    assert_eq!((line.notice.tone, line.shape, line.brief), (Tone::Calm, Shape::Strip, true));
    let ids: Vec<_> = line.choices.iter().map(|choice| choice.id).collect();
    assert_eq!(ids, ["undo"]);
    line.notice.title
}

#[test]
fn whoever_puts_a_warning_away_is_told_of_what_until_when_and_where_to_make_it_last() {
    let said = |lasts, sender: &Sender| put_away(&mut Person::default(), lasts, sender);
    assert!(said(false, &own(GUESSABLE)).contains("standup"));
    assert!(!said(false, &own(GUESSABLE)).contains("warning_dismissed"));
    assert!(said(true, &own(GUESSABLE)).ends_with(" warning_dismissed"));
    assert!(said(true, &own("https://web.skype.com/")).contains("Skype"));
    assert!(said(true, &private(GUESSABLE)).starts_with("off_privately"));
    // In the tab itself it is warned about as before.
    assert!(said(true, &framed(GUESSABLE)).starts_with("off_within"));
    // The popup makes nothing last there.
    let weakening = own(&format!("{GUESSABLE}#config.e2ee.disabled=true"));
    for sender in [private(GUESSABLE), framed(GUESSABLE), weakening] {
        assert!(!said(true, &sender).contains("warning_dismissed"), "{sender:?}");
    }
    // Of a page that is not warned of nothing was put away.
    assert_eq!(ask(DISMISS, &own(STRONG)).reply, Reply::Done);
}

#[test]
fn who_says_not_now_is_not_warned_again_there() {
    let mut person = Person::default();
    assert!(person.is_warned(&own(GUESSABLE)));
    assert!(put_away(&mut person, false, &own(GUESSABLE)).starts_with("off_until_closed"));
    assert!(!person.is_warned(&own(GUESSABLE)));
    for other in [own("https://meet.jit.si/team-meeting"), framed(GUESSABLE), private(GUESSABLE)] {
        assert!(person.is_warned(&other), "{other:?}");
    }
    assert_eq!(person.answer(Request::Undo, &own(GUESSABLE)).reply, Reply::Done);
    assert!(person.is_warned(&own(GUESSABLE)));
}

#[test]
fn an_answered_warning_still_marks_the_icon() {
    let mut person = Person::default();
    person.answer(DISMISS, &own(GUESSABLE));
    let answer = person.answer(Request::Visit, &own(GUESSABLE));
    assert_eq!(answer.reply, Reply::Quiet);
    assert!(matches!(&answer.then[0], Effect::Mark(7, Mark { tone: Tone::Danger, .. })));
}

#[test]
fn what_is_off_for_good_is_no_alarm_on_the_icon_but_for_what_a_link_sets() {
    let mut person = Person::default();
    let key = RoomKey::of(&visit(GUESSABLE, &Watched::default()).unwrap());
    person.shelf.carry_out(silence(&person.shelf, &key, &mut ChaCha12Rng::seed_from_u64(1)).unwrap());
    let mut tone = |url: &str| match &person.answer(Request::Visit, &own(url)).then[0] {
        Effect::Mark(7, mark) => mark.tone,
        other => panic!("{other:?}"),
    };
    assert_eq!(tone(GUESSABLE), Tone::Off);
    assert_eq!(tone(&format!("{GUESSABLE}#config.e2ee.disabled=true")), Tone::Danger);
    assert_eq!(tone("https://meet.jit.si/team-meeting"), Tone::Danger);
}

#[test]
fn what_the_organisation_knows_is_no_alarm_either_and_the_icon_says_why() {
    let known_rooms = vec![GUESSABLE.to_owned().try_into().unwrap()];
    let mut person = Person { watched: Watched { known_rooms, ..Watched::default() }, ..Person::default() };
    let mut mark = |url: &str| match &person.answer(Request::Visit, &own(url)).then[0] {
        Effect::Mark(7, mark) => mark.clone(),
        other => panic!("{other:?}"),
    };
    let title = "action_off room_guessable_title".to_owned();
    assert_eq!(mark(GUESSABLE), Mark { tone: Tone::Off, title });
    assert_eq!(mark(&format!("{GUESSABLE}#config.e2ee.disabled=true")).tone, Tone::Danger);
}

#[test]
fn a_service_that_was_switched_off_is_left_alone_and_the_icon_says_nothing() {
    for (url, id) in [
        ("https://web.skype.com/", "skype"),
        ("https://teams.live.com/v2/", "teams-free"),
        ("https://hangouts.google.com./", "hangouts"),
    ] {
        let mut person = Person::default();
        assert!(person.is_warned(&own(url)), "{url}");
        person.watched.unwatched_services = vec![id.to_owned()];
        let answer = person.answer(Request::Visit, &own(url));
        assert_eq!((&answer.reply, &answer.first[..]), (&Reply::Quiet, &[][..]), "{url}");
        // What was said of it before is said no longer.
        assert!(matches!(&answer.then[0], Effect::Mark(7, Mark { tone: Tone::Calm, .. })), "{url}");
        for request in [Request::Hidden, DISMISS, Request::Told, to(STRONG)] {
            assert_eq!(person.answer(request, &own(url)).reply, Reply::Refused, "{url}");
        }
        assert_eq!(person.answer(Request::Leave, &own(url)).reply, Reply::Done, "{url}");
        person.watched.unwatched_services = vec!["zoom".to_owned()];
        assert!(person.is_warned(&own(url)), "{url}");
    }
}
