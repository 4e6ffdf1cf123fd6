//! Warnings that become smaller, for those who asked for that.

use super::*;

/// A millisecond count of some day.
const FIRST: f64 = 1.8e12;

const DAY: f64 = 86_400_000.0;

/// Somebody who wants smaller warnings.
fn person() -> Person {
    Person { watched: Watched { warn_less: true, ..Watched::default() }, now: FIRST, ..Person::default() }
}

impl Person {
    /// The browser is closed, and opened again on a day, counted from the first one.
    fn comes_back(&mut self, day: u32) {
        self.shelf.0.retain(|(area, _), _| *area == Area::Local);
        self.tabs = Tabs::default();
        self.now = FIRST + f64::from(day) * DAY;
    }

    /// The warning that is shown at `sender`.
    fn warning(&mut self, sender: &Sender) -> Option<Box<crate::background::Warning>> {
        match self.answer(Request::Visit, sender).reply {
            Reply::Warning(warning) => Some(warning),
            Reply::Quiet => None,
            other => panic!("{other:?}"),
        }
    }

    fn shape(&mut self, sender: &Sender) -> Option<Shape> {
        self.warning(sender).map(|warning| warning.shape)
    }

    /// Puts the warning away in a browser that was just opened on each of `days`.
    fn answers_on(&mut self, days: &[u32]) {
        for &day in days {
            self.comes_back(day);
            self.answer(DISMISS, &own(GUESSABLE));
        }
    }
}

#[test]
fn a_box_becomes_a_line_and_then_the_icon_which_stays_marked() {
    let mut person = person();
    for (day, shape) in
        [(0, Some(Shape::Box)), (1, Some(Shape::Strip)), (6, Some(Shape::Strip)), (8, None), (20, None)]
    {
        person.comes_back(day);
        let answer = person.answer(Request::Visit, &own(GUESSABLE));
        let shown = if let Reply::Warning(warning) = answer.reply { Some(warning.shape) } else { None };
        assert_eq!(shown, shape, "day {day}");
        assert!(matches!(&answer.then[0], Effect::Mark(7, Mark { tone: Tone::Danger, .. })), "day {day}");
        if shape.is_some() {
            person.answer(DISMISS, &own(GUESSABLE));
        }
    }
    assert_eq!(person.shape(&own("https://meet.jit.si/retro")), Some(Shape::Box), "another room");
}

#[test]
fn only_an_answer_makes_a_warning_smaller() {
    let mut person = person();
    let shown = [Request::Visit, Request::Hidden, Request::Leave, Request::Back { alone: false }, to(STRONG)];
    for day in 0..30 {
        person.comes_back(day);
        for request in shown.iter().cycle().take(20) {
            person.answer(request.clone(), &own(GUESSABLE));
        }
        // Put away where the press may have been stolen, or where nothing is kept.
        for sender in [framed(GUESSABLE), private(GUESSABLE)] {
            person.answer(DISMISS, &sender);
        }
        assert!(person.shelf.0.keys().all(|(area, _)| *area == Area::Session), "{:?}", person.shelf);
        assert_eq!(person.shape(&own(GUESSABLE)), Some(Shape::Box), "day {day}");
    }
}

#[test]
fn where_an_answer_may_not_last_the_warning_stays_whole() {
    let mut person = person();
    person.answers_on(&[0, 7]);
    person.comes_back(8);
    assert_eq!(person.shape(&own(GUESSABLE)), None);
    for sender in [framed(GUESSABLE), private(GUESSABLE)] {
        assert_eq!(person.shape(&sender), Some(Shape::Box), "{sender:?}");
    }
}

#[test]
fn a_link_that_weakens_the_call_of_a_familiar_room_has_its_whole_warning() {
    let mut person = person();
    person.answers_on(&[0, 7]);
    person.comes_back(8);
    let weakening = own(&format!("{GUESSABLE}#config.e2ee.disabled=true"));
    assert_eq!(person.shape(&weakening), Some(Shape::Box));
    // A strong room has nothing to become smaller.
    let before = person.shelf.familiar();
    person.answer(DISMISS, &own(&format!("{STRONG}#config.e2ee.disabled=true")));
    assert_eq!(person.shelf.familiar(), before);
}

#[test]
fn services_and_pages_that_are_held_are_warned_about_as_ever() {
    let mut held = person();
    held.watched.hold_page = true;
    let mut person = person();
    for day in 0..10 {
        for (person, url, shape) in
            [(&mut person, "https://web.skype.com/", Shape::Box), (&mut held, GUESSABLE, Shape::Hold)]
        {
            person.comes_back(day);
            assert_eq!(person.shape(&own(url)), Some(shape), "{url}");
            person.answer(DISMISS, &own(url));
        }
    }
    assert!(person.shelf.familiar().is_empty() && held.shelf.familiar().is_empty());
}

#[test]
fn whoever_no_longer_wants_smaller_warnings_has_whole_ones() {
    let mut person = person();
    person.answers_on(&[0, 7]);
    person.comes_back(8);
    person.watched.warn_less = false;
    assert_eq!(person.shape(&own(GUESSABLE)), Some(Shape::Box));
    person.watched.warn_less = true;
    person.answer(Request::Undo, &own(GUESSABLE));
    assert_eq!(person.shape(&own(GUESSABLE)), Some(Shape::Box), "taken back in the page");
}

#[test]
fn a_familiar_page_that_hid_its_warning_or_takes_another_name_is_told_of() {
    let mut person = person();
    person.answers_on(&[0, 7]);
    person.comes_back(8);
    assert_eq!(person.shape(&own(GUESSABLE)), None);
    assert_eq!(person.shape(&own("https://meet.jit.si/retro")), Some(Shape::Box), "it moved");
    person.answer(Request::Hidden, &own("https://meet.jit.si/retro"));
    // Back at the familiar name, in the same document.
    let answer = person.answer(Request::Visit, &own(GUESSABLE));
    let Effect::Keep(_, tab) = &answer.then[1] else { panic!("{:?}", answer.then) };
    assert!(serde_json::to_string(tab).unwrap().contains("\"hidden\":true"));
}

#[test]
fn once_a_month_a_line_offers_the_same_room_for_good() {
    let mut person = person();
    person.answers_on(&[0, 7]);
    person.comes_back(37);
    let warning = person.warning(&own(GUESSABLE)).unwrap();
    assert_eq!((warning.shape, warning.notice.tone), (Shape::Strip, Tone::Danger));
    assert!(warning.notice.title.starts_with("warning_for_good") && warning.notice.title.contains("standup"));
    assert!(warning.safe_link.contains("/standup-"), "{}", warning.safe_link);
    let message = warning.choices[0].copies.as_ref().unwrap();
    assert!(message.starts_with("team_message") && message.contains(&warning.safe_link), "{message}");
    let pinned = crate::memory::pinned::Pinned { instead_of: Some(GUESSABLE.to_owned()), ..<_>::default() };
    let pin = crate::memory::pinned::pin(&Vec::new(), STRONG, pinned).unwrap();
    person.shelf.change(pin);
    assert_eq!(person.warning(&own(GUESSABLE)).unwrap().safe_link, STRONG);
    assert_eq!(person.answer(to(STRONG), &own(GUESSABLE)).reply, Reply::Done);
    person.answer(DISMISS, &own(GUESSABLE));
    person.comes_back(38);
    assert_eq!(person.shape(&own(GUESSABLE)), None, "the question was answered");
}
