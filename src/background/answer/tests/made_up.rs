//! What it is worth to make up the path that comes with a message: to a page that has taken over its own process, by a flaw
//! of the browser's. Any other page can only take the address that the browser then shows.

use super::*;
use crate::background::shown;

/// A page of meet.jit.si, whose process says that it is at this path.
const MADE_UP: &str = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
const WEEKLY: &str = "https://meet.jit.si/weekly";

#[test]
fn it_takes_the_mark_off_the_icon_and_no_word_out_of_the_popup() {
    let mut person = Person::default();
    person.answer(Request::Visit, &own(GUESSABLE));
    let made_up = own(MADE_UP);
    let Answer { reply, then, .. } = person.answer(Request::Visit, &made_up);
    assert_eq!(reply, Reply::Quiet);
    assert!(matches!(&then[0], Effect::Mark(7, Mark { tone: Tone::Calm, .. })), "{then:?}");
    let told = shown(GUESSABLE, person.tabs.of(7), &person.watched, &speak);
    assert_eq!(told.notices[0].title, "room_guessable_title", "the popup goes by the browser's address");
    // One that was said to hide its warning is never calm again.
    person.answer(Request::Hidden, &own(GUESSABLE));
    let then = person.answer(Request::Visit, &made_up).then;
    assert!(matches!(&then[0], Effect::Mark(7, Mark { tone: Tone::Caution, .. })), "{then:?}");
}

#[test]
fn it_puts_away_what_is_said_of_rooms_of_the_same_site_until_the_browser_closes() {
    let mut person = Person::default();
    person.answer(DISMISS, &own(WEEKLY));
    assert!(person.shelf.0.keys().all(|(area, _)| *area == Area::Session), "{:?}", person.shelf);
    assert!(!person.is_warned(&own(WEEKLY)));
    assert!(person.is_warned(&own(GUESSABLE)), "it is asked about another room");
    let of_another_site = own("https://site.example/weekly");
    assert_eq!(person.answer(DISMISS, &of_another_site), refused());
    // The mark stays, and the popup tells.
    let then = person.answer(Request::Visit, &own(WEEKLY)).then;
    assert!(matches!(&then[0], Effect::Mark(7, Mark { tone: Tone::Danger, .. })), "{then:?}");
}
