//! Who said what of each tab, and when: pages open, change their addresses and go away while messages and answers are on
//! their way, the background ends and starts anew, and what is stored may not fit.

use super::*;
use crate::background::tab::PAGES;
use crate::background::tests::{sender, speak};
use crate::background::{Shown, shown};
use crate::settings::Watched;
use crate::text::Tone;
use crate::warning::{Notice, visit};
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};
use std::sync::LazyLock;

/// Addresses on a watched site, with what is said of each.
static PLACES: LazyLock<Vec<(&str, Option<Spoken>)>> = LazyLock::new(|| {
    let say = |url: &'static str| {
        (url, visit(url, &Watched::default()).map(|found| Spoken::of(&Notice::of(&found), &speak)))
    };
    [
        "https://meet.jit.si/standup",
        "https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic",
        "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic",
        "https://meet.jit.si/",
    ]
    .map(say)
    .into()
});

const TABS: i32 = 2;
/// More than are kept.
const FRAMES: i64 = 24;
const _: () = assert!(PAGES < 24);

/// What happens next.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// A document is opened in a frame, at a place of the watched site or elsewhere; in frame 0 the whole tab goes.
    Open { tab: i32, frame: i64, place: Option<usize> },
    /// As many frames as there may be are opened at a place.
    Crowd { tab: i32, place: usize },
    /// As many of the frames go, the first of them or the last.
    Thin { tab: i32, many: i64, first: bool },
    /// A page changes its address.
    Rename { tab: i32, frame: i64, place: usize },
    /// A tab's own page that was left speaks of an address of its own after all, before or after the next page is heard.
    Late { tab: i32, place: usize },
    /// A page wins against its warning.
    Hide { tab: i32, frame: i64 },
    /// The background answers the next message.
    Answer,
    /// A message that a page is closed comes at last.
    Leave,
    /// Frames that were asked whether they are there answer.
    Ask,
    /// Their answer arrives.
    Hear,
    /// The pages of a tab are asked what there is to say of them.
    AskAnew,
    /// The background believes that they had time to answer.
    Answered,
    /// The background ends and starts anew.
    Restart,
    /// The storage is full from now on, or no longer.
    Full(bool),
}

fn event() -> impl Strategy<Value = Event> {
    // Mostly of a few, so that much happens to each.
    let frame = || (1..=TABS, prop_oneof![2 => 0..3_i64, 1 => 0..FRAMES]);
    let place = || 0..PLACES.len();
    prop_oneof![
        4 => (frame(), proptest::option::weighted(0.7, place()))
            .prop_map(|((tab, frame), place)| Event::Open { tab, frame, place }),
        1 => (1..=TABS, place()).prop_map(|(tab, place)| Event::Crowd { tab, place }),
        1 => (1..=TABS, 1..FRAMES, any::<bool>())
            .prop_map(|(tab, many, first)| Event::Thin { tab, many, first }),
        4 => (frame(), place()).prop_map(|((tab, frame), place)| Event::Rename { tab, frame, place }),
        1 => (1..=TABS, place()).prop_map(|(tab, place)| Event::Late { tab, place }),
        1 => frame().prop_map(|(tab, frame)| Event::Hide { tab, frame }),
        8 => Just(Event::Answer),
        1 => Just(Event::AskAnew),
        1 => Just(Event::Answered),
        2 => Just(Event::Leave),
        2 => Just(Event::Ask),
        2 => Just(Event::Hear),
        1 => Just(Event::Restart),
        1 => any::<bool>().prop_map(Event::Full),
    ]
}

/// A document of the watched site.
#[derive(Clone, Copy, Debug)]
struct Document {
    id: usize,
    place: usize,
    hides: bool,
}

enum Message {
    Visit(usize),
    Hidden,
}

#[derive(Default)]
struct World {
    documents: BTreeMap<(i32, i64), Document>,
    opened: usize,
    /// What pages have said and nobody has heard yet, in this order.
    messages: VecDeque<(Sender, Message)>,
    /// The tabs' own pages that were left last.
    before: BTreeMap<i32, Document>,
    /// Frames that were closed, which may be heard after what comes next in them.
    left: VecDeque<Sender>,
    asked: VecDeque<(i32, Doubt)>,
    /// Of which it is on its way that nobody answers there.
    answered: VecDeque<(i32, Doubt)>,
    /// Pages that are to be asked what there is to say of them, whichever is there by then.
    told: VecDeque<(i32, i64)>,
    /// Tabs whose pages are to be asked anew.
    asked_anew: VecDeque<i32>,
    /// Tabs whose pages were.
    answered_anew: VecDeque<i32>,
    tabs: Tabs,
    stored: BTreeMap<i32, Tab>,
    full: bool,
    icons: BTreeMap<i32, Mark>,
}

impl World {
    fn happens(&mut self, event: Event) {
        match event {
            Event::Open { tab, frame, place } => self.open(tab, frame, place),
            Event::Crowd { tab, place } => {
                (1..FRAMES).for_each(|frame| self.open(tab, frame, Some(place)));
            }
            Event::Thin { tab, many, first } => {
                let frames = if first { 1..=many } else { FRAMES - many..=FRAMES - 1 };
                frames.for_each(|frame| self.open(tab, frame, None));
            }
            Event::Rename { tab, frame, place } => {
                if let Some(document) = self.documents.get_mut(&(tab, frame)) {
                    document.place = place;
                    self.send(tab, frame, Message::Visit(place));
                }
            }
            Event::Late { tab, place } => {
                if let Some(&document) = self.before.get(&tab) {
                    self.messages.push_back((from((tab, 0), document), Message::Visit(place)));
                }
            }
            Event::Hide { tab, frame } => {
                if let Some(document) = self.documents.get_mut(&(tab, frame))
                    && PLACES[document.place].1.as_ref().is_some_and(|said| said.tone != Tone::Calm)
                {
                    document.hides = true;
                    self.send(tab, frame, Message::Hidden);
                }
            }
            Event::Answer => {
                if let Some((sender, message)) = self.messages.pop_front() {
                    let effects = match message {
                        Message::Visit(place) => self.tabs().say(&sender, PLACES[place].1.clone(), &speak),
                        Message::Hidden => self.tabs().hide(&sender, &speak),
                    };
                    self.carry_out(effects);
                }
            }
            Event::Leave => {
                if let Some(sender) = self.left.pop_front() {
                    let effects = self.tabs().leave(&sender, &speak);
                    self.carry_out(effects);
                }
            }
            Event::Ask => {
                match self.told.pop_front() {
                    Some((tab, 0)) => self.answer_anew(tab),
                    Some((tab, frame)) => self.tell(tab, frame),
                    None => {}
                }
                if let Some((tab, doubt)) = self.asked.pop_front()
                    && !self.documents.contains_key(&(tab, doubt.frame))
                {
                    self.answered.push_back((tab, doubt));
                }
            }
            Event::Hear => {
                if let Some((tab, gone)) = self.answered.pop_front() {
                    let effects = self.tabs().gone(tab, gone, &speak);
                    self.carry_out(effects);
                }
            }
            Event::AskAnew => {
                if let Some(tab) = self.asked_anew.pop_front() {
                    self.answer_anew(tab);
                    self.answered_anew.push_back(tab);
                }
            }
            Event::Answered => {
                if let Some(tab) = self.answered_anew.pop_front() {
                    let effects = self.tabs().answered(tab, &speak);
                    self.carry_out(effects);
                }
            }
            // Browsers end a background that has had nothing to do for a while.
            Event::Restart if !self.is_asking() => {
                self.tabs = Tabs::default();
            }
            Event::Restart => {}
            Event::Full(full) => self.full = full,
        }
    }

    fn is_asking(&self) -> bool {
        let anew = self.asked_anew.len() + self.answered_anew.len();
        self.asked.len() + self.answered.len() + self.told.len() + anew > 0
    }

    /// The pages of a tab say what there is to say of them, as they did before.
    fn answer_anew(&mut self, tab: i32) {
        (0..FRAMES).for_each(|frame| self.tell(tab, frame));
    }

    fn tell(&mut self, tab: i32, frame: i64) {
        if let Some(&document) = self.documents.get(&(tab, frame)) {
            self.send(tab, frame, Message::Visit(document.place));
            if document.hides {
                self.send(tab, frame, Message::Hidden);
            }
        }
    }

    fn open(&mut self, tab: i32, frame: i64, place: Option<usize>) {
        let closed: Vec<(i32, i64)> = (0..FRAMES)
            .filter(|&at| at == frame || frame == 0)
            .map(|at| (tab, at))
            .filter(|at| self.documents.contains_key(at))
            .collect();
        for at in closed {
            match self.documents.remove(&at) {
                Some(document) if at.1 == 0 => drop(self.before.insert(tab, document)),
                Some(document) => self.left.push_back(from(at, document)),
                None => {}
            }
        }
        if frame == 0 {
            // The browser takes a tab's own mark away when another page is opened in it.
            self.icons.remove(&tab);
        }
        if let Some(place) = place {
            self.opened += 1;
            self.documents.insert((tab, frame), Document { id: self.opened, place, hides: false });
            self.send(tab, frame, Message::Visit(place));
        }
    }

    fn send(&mut self, tab: i32, frame: i64, message: Message) {
        self.messages.push_back((from((tab, frame), self.documents[&(tab, frame)]), message));
    }

    fn tabs(&mut self) -> &mut Tabs {
        self.tabs.start_with(|| self.stored.clone().into_iter().collect());
        &mut self.tabs
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Mark(tab, mark) => drop(self.icons.insert(tab, mark)),
                // What does not fit is taken away, so that nothing old stands for it.
                Effect::Keep(id, tab) if tab.is_empty() || self.full => drop(self.stored.remove(&id)),
                Effect::Keep(id, tab) => drop(self.stored.insert(id, tab)),
                Effect::Ask(tab, doubt) => self.asked.push_back((tab, doubt)),
                Effect::Tell(tab, frame) => self.told.push_back((tab, frame)),
                Effect::AskAnew(tab) => self.asked_anew.push_back(tab),
                other => panic!("{other:?}"),
            }
        }
    }

    /// Everything that is on its way arrives.
    fn settle(&mut self) {
        while self.is_asking() || !(self.messages.is_empty() && self.left.is_empty()) {
            for event in
                [Event::Answer, Event::Leave, Event::Ask, Event::Hear, Event::AskAnew, Event::Answered]
            {
                self.happens(event);
            }
        }
    }

    /// How urgent what there is to say of the page in a frame is.
    fn tone(&self, tab: i32, frame: i64) -> Tone {
        let Some(document) = self.documents.get(&(tab, frame)) else { return Tone::Calm };
        let Some(said) = &PLACES[document.place].1 else { return Tone::Calm };
        if document.hides { said.tone.min(Tone::Caution) } else { said.tone }
    }

    fn shown(&self, tab: i32) -> Shown {
        let url = self.documents.get(&(tab, 0)).map_or("https://example.org/", |own| PLACES[own.place].0);
        let mut known = self.stored.get(&tab).cloned().unwrap_or_default();
        let gone: Vec<Doubt> =
            known.doubts().filter(|doubt| !self.documents.contains_key(&(tab, doubt.frame))).collect();
        known.gone(&gone);
        shown(url, &known, &Watched::default(), &speak)
    }
}

fn from((tab, frame): (i32, i64), document: Document) -> Sender {
    let mut sender = sender(frame, &document.id.to_string());
    sender.tab = tab;
    sender
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn icon_and_popup_speak_of_the_last_address(events in proptest::collection::vec(event(), 0..60)) {
        let mut world = World::default();
        let (mut restarted, mut filled) = (false, false);
        for event in events {
            filled |= matches!(event, Event::Full(true));
            restarted |= matches!(event, Event::Restart);
            world.happens(event);
        }
        world.settle();
        for tab in 1..=TABS {
            let urgent = (0..FRAMES).map(|frame| world.tone(tab, frame)).min().unwrap();
            let icon = world.icons.get(&tab).map_or(Tone::Calm, |mark| mark.tone);
            // A background that ended while the storage was full has forgotten what frames said.
            if !(filled && restarted) {
                prop_assert_eq!(icon, urgent, "the icon of tab {}", tab);
            }
            let shown = world.shown(tab);
            if !filled {
                let popup = shown.notices.first().map_or(Tone::Calm, |said| said.tone);
                prop_assert_eq!(popup, urgent, "the popup of tab {}", tab);
            }
            // Whatever was lost, nothing better is said of the tab's own page than its address deserves.
            let own = world.documents.get(&(tab, 0)).and_then(|own| PLACES[own.place].1.clone());
            if let Some(own) = own {
                let worst = shown.notices.first().map_or(Tone::Calm, |said| said.tone);
                prop_assert!(worst <= own.tone, "{:?}", shown);
            }
        }
    }
}

#[test]
fn a_page_that_speaks_once_it_was_left_silences_no_frame_of_the_next() {
    let open = |frame, place| Event::Open { tab: 1, frame, place: Some(place) };
    let mut world = World::default();
    for event in [open(0, 0), open(0, 1), open(1, 0), Event::Late { tab: 1, place: 0 }] {
        world.happens(event);
    }
    world.settle();
    assert_eq!(world.icons[&1].tone, world.tone(1, 1));
}

#[test]
fn a_tab_that_was_closed_is_forgotten_and_with_the_last_private_one_what_was_dismissed_there() {
    let mut tabs = Tabs::default();
    tabs.say(&sender(0, "d0"), PLACES[0].1.clone(), &speak);
    let id = sender(0, "d0").tab;
    assert_eq!(tabs.closed(id, true), [Effect::Keep(id, Tab::default())]);
    let forgotten = Effect::Change(Change::RemoveAll(Area::Session, DISMISSED_PRIVATELY.to_owned()));
    assert!(tabs.closed(id, false).contains(&forgotten));
}
