use super::*;
use crate::background::tests::{sender, speak, spoken};

fn said(tab: &Tab) -> Vec<Spoken> {
    tab.most_urgent(&speak).into_iter().collect()
}

#[test]
fn a_frame_says_nothing_good_of_the_page_around_it() {
    let mut tab = Tab::default();
    tab.say(&sender(1, "d1"), Some(spoken(Tone::Calm, "strong")));
    assert!(tab.is_empty());
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Calm, "strong")));
    tab.say(&sender(1, "d1"), Some(spoken(Tone::Danger, "guessable")));
    assert_eq!(tab.most_urgent(&speak).unwrap().title, "tab_frame_title guessable");
    assert_eq!(tab.own().unwrap().0.title, "strong");
}

#[test]
fn what_hides_a_warning_is_never_calm_until_it_is_loaded_anew() {
    let mut tab = Tab::default();
    let danger = spoken(Tone::Danger, "guessable");
    tab.say(&sender(0, "d0"), Some(danger.clone()));
    tab.hide(&sender(0, "d0"));
    assert_eq!(said(&tab)[0].reasons[0], "page_hides_warning");
    // By another name, for a room that reads alike, and for a strong one.
    tab.say(&sender(0, "d0"), Some(danger.clone()));
    assert_eq!(said(&tab)[0].reasons[0], "page_hides_warning");
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Calm, "strong")));
    assert_eq!((said(&tab)[0].tone, &*said(&tab)[0].title), (Tone::Caution, "page_hides_warning"));
    // A page that won has no name of which the warnings are off on purpose.
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Off, "guessable")));
    assert_eq!((said(&tab)[0].tone, &*said(&tab)[0].title), (Tone::Caution, "page_hides_warning"));
    tab.say(&sender(0, "d0"), None);
    assert!(said(&tab).is_empty(), "nothing is said of a page without a room");
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Calm, "strong")));
    assert_eq!(said(&tab)[0].tone, Tone::Caution);
    // Loaded anew.
    tab.say(&sender(0, "d1"), Some(danger));
    assert!(said(&tab)[0].reasons.is_empty());
}

#[test]
fn a_document_that_was_replaced_takes_nothing_back() {
    let mut tab = Tab::default();
    tab.say(&sender(1, "new"), Some(spoken(Tone::Danger, "guessable")));
    tab.leave(&sender(1, "old"));
    tab.hide(&sender(1, "old"));
    assert_eq!(said(&tab).len(), 1);
    assert!(said(&tab)[0].reasons.is_empty());
    tab.leave(&sender(1, "new"));
    assert!(tab.is_empty());
}

#[test]
fn what_takes_the_place_of_another_document_s_words_is_told() {
    let mut tab = Tab::default();
    let danger = || Some(spoken(Tone::Danger, "guessable"));
    assert!(!tab.say(&sender(0, "a"), None), "it is the first");
    assert!(!tab.say(&sender(0, "a"), danger()));
    assert!(tab.say(&sender(0, "b"), danger()));
    assert!(!tab.say(&sender(0, "b"), None));
    // Of the page before nothing is kept but its document.
    assert!(tab.say(&sender(0, "a"), None));
    assert!(!tab.say(&sender(1, "c"), danger()));
    assert!(tab.say(&sender(1, "d"), None));
    // A frame's calm words are nobody's.
    assert!(!tab.say(&sender(1, "c"), None));
}

#[test]
fn a_tab_keeps_few_pages_and_the_most_urgent_ones() {
    let mut tab = Tab::default();
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Calm, "strong")));
    for frame in 1..400 {
        let tone = if frame == 200 { Tone::Danger } else { Tone::Caution };
        tab.say(&sender(frame, "d"), Some(spoken(tone, "framed")));
    }
    assert_eq!(tab.doubts().count(), PAGES);
    assert_eq!(tab.own().unwrap().0.title, "strong");
    assert_eq!(said(&tab)[0].tone, Tone::Danger);
    // A tab whose own page comes last has room for it, too.
    tab.say(&sender(0, "d0"), None);
    tab.say(&sender(1000, "d"), Some(spoken(Tone::Danger, "framed")));
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Calm, "strong")));
    assert_eq!(tab.own().unwrap().0.title, "strong");
    assert_eq!(tab.doubts().count(), PAGES);
}

/// A tab with as many guessable rooms in frames as are kept, and one more.
fn crowded() -> Tab {
    let mut tab = Tab::default();
    tab.say(&sender(0, "d"), None);
    for frame in 1..=21 {
        tab.say(&sender(frame, "d"), Some(spoken(Tone::Danger, "guessable")));
    }
    tab
}

fn thin(tab: &mut Tab, frames: impl Iterator<Item = i64>) {
    frames.for_each(|frame| tab.leave(&sender(frame, "d")));
}

#[test]
fn what_was_dropped_stays_told_until_all_were_asked_anew() {
    let mut tab = crowded();
    assert!(!tab.asks_anew(), "there is no room for it");
    thin(&mut tab, 1..=20);
    assert_eq!(said(&tab)[0].title, "tab_frame_title guessable");
    assert!(tab.asks_anew() && !tab.asks_anew(), "once");
    tab.say(&sender(21, "d"), Some(spoken(Tone::Caution, "weak")));
    assert_eq!(said(&tab)[0].tone, Tone::Danger, "another one may have been dropped");
    tab.answered();
    assert_eq!(said(&tab)[0].tone, Tone::Caution);
    assert!(!tab.asks_anew());
    thin(&mut tab, 21..=21);
    assert!(tab.is_empty());
}

#[test]
fn what_was_dropped_is_told_where_what_is_kept_has_become_better() {
    let mut tab = crowded();
    for frame in 1..=20 {
        tab.say(&sender(frame, "d"), Some(spoken(Tone::Caution, "weak")));
    }
    for told in [tab.most_urgent(&speak), tab.framed(&speak)] {
        assert_eq!(told.unwrap().title, "tab_frame_title guessable");
    }
    assert!(tab.asks_anew(), "it matters more than others");
    // The next page has frames of its own.
    tab.say(&sender(0, "next"), None);
    assert!(tab.is_empty());
}

#[test]
fn a_frame_that_hides_its_warning_does_so_by_every_name_among_however_many() {
    // One that is kept, though others are more urgent, and one that was dropped.
    let mut tab = crowded();
    tab.say(&sender(5, "d"), Some(spoken(Tone::Caution, "weak")));
    tab.hide(&sender(5, "d"));
    tab.say(&sender(22, "d"), Some(spoken(Tone::Danger, "guessable")));
    tab.hide(&sender(21, "d"));
    thin(&mut tab, (1..=22).filter(|frame| ![5, 21].contains(frame)));
    assert!(tab.asks_anew());
    tab.answered();
    for frame in [5, 21] {
        assert!(said(&tab).iter().all(|said| said.tone == Tone::Caution));
        tab.say(&sender(frame, "d"), Some(spoken(Tone::Calm, "strong")));
        assert_eq!(said(&tab)[0].title, "tab_frame_title page_hides_warning");
        thin(&mut tab, frame..=frame);
    }
    assert!(tab.is_empty());
}

#[test]
fn only_what_marks_the_icon_has_to_be_asked_for() {
    let mut tab = Tab::default();
    let asked = |tab: &Tab| tab.doubt().map(|doubt| doubt.frame);
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Calm, "strong")));
    assert_eq!(asked(&tab), None);
    tab.say(&sender(1, "d1"), Some(spoken(Tone::Caution, "weak")));
    assert_eq!(asked(&tab), Some(1));
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Caution, "weak")));
    assert_eq!(asked(&tab), Some(0));
}

#[test]
fn what_was_said_meanwhile_is_not_gone() {
    let mut tab = Tab::default();
    tab.say(&sender(1, "old"), Some(spoken(Tone::Danger, "guessable")));
    let asked: Vec<Doubt> = tab.doubts().collect();
    tab.say(&sender(1, "new"), Some(spoken(Tone::Caution, "weak")));
    tab.gone(&asked);
    assert_eq!(said(&tab)[0].tone, Tone::Caution);
    let asked: Vec<Doubt> = tab.doubts().collect();
    tab.gone(&asked);
    assert!(tab.is_empty());
}

#[test]
fn what_is_stored_is_read_back() {
    let mut tab = Tab::default();
    tab.say(&sender(0, "d0"), Some(spoken(Tone::Danger, "guessable")));
    tab.say(&sender(1 << 40, "d1"), Some(spoken(Tone::Caution, "weak")));
    tab.hide(&sender(0, "d0"));
    let stored = serde_json::to_value(&tab).unwrap();
    assert_eq!(serde_json::from_value::<Tab>(stored).unwrap(), tab);
}
