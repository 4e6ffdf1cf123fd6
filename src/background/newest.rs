//! What is done of each tab, one at a time.
//!
//! A page may say more than the browser can show: a hundred frames at once, or a new address many times a second. All
//! that is said of a tab is said anew each time, so what waits is replaced by what comes: no page has the browser busy
//! with what is no longer so, and what is done last is what was said last.

use std::mem::{Discriminant, discriminant};

use super::Effect;

/// What is being done of a tab, and what is next.
#[derive(Debug, Default)]
pub struct Newest {
    /// A list, for there are few. Each is of one kind of effect in one tab.
    busy: Vec<(Slot, Option<Effect>)>,
}

type Slot = (Discriminant<Effect>, i32);

/// Of which effects only the newest matters: those that are about all that was said of a tab.
fn slot(effect: &Effect) -> Option<Slot> {
    match effect {
        Effect::Mark(tab, _) | Effect::Keep(tab, _) | Effect::Ask(tab, _) => {
            Some((discriminant(effect), *tab))
        }
        _ => None,
    }
}

impl Newest {
    /// What is to be done now: `effect`, or nothing, while another one of its kind is being done in its tab.
    pub fn begin(&mut self, effect: Effect) -> Option<Effect> {
        let Some(slot) = slot(&effect) else { return Some(effect) };
        if let Some((_, next)) = self.busy.iter_mut().find(|(of, _)| *of == slot) {
            *next = Some(effect);
            return None;
        }
        self.busy.push((slot, None));
        Some(effect)
    }

    /// Hears that `effect` was done; gives what is next.
    pub fn end(&mut self, effect: &Effect) -> Option<Effect> {
        let at = self.busy.iter().position(|(of, _)| Some(*of) == slot(effect))?;
        let next = self.busy[at].1.take();
        if next.is_none() {
            self.busy.swap_remove(at);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::{Mark, Tab};
    use crate::text::Tone;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn mark(tab: i32, title: usize) -> Effect {
        Effect::Mark(tab, Mark { tone: Tone::Calm, title: title.to_string() })
    }

    #[test]
    fn a_thousand_marks_that_come_at_once_are_two() {
        let mut newest = Newest::default();
        let mut doing = newest.begin(mark(1, 0));
        assert!(doing.is_some());
        for title in 1..1000 {
            assert_eq!(newest.begin(mark(1, title)), None);
        }
        // Another tab, and another kind of thing, wait for none of that.
        assert_eq!(newest.begin(mark(2, 0)), Some(mark(2, 0)));
        let keep = Effect::Keep(1, Tab::default());
        assert_eq!(newest.begin(keep.clone()), Some(keep));
        let mut done = Vec::new();
        while let Some(effect) = doing {
            doing = newest.end(&effect);
            done.push(effect);
        }
        assert_eq!(done, [mark(1, 0), mark(1, 999)]);
    }

    #[test]
    fn what_is_not_about_all_of_a_tab_is_done_each_time() {
        let mut newest = Newest::default();
        for _ in 0..2 {
            assert_eq!(newest.begin(Effect::GoBack(1)), Some(Effect::GoBack(1)));
        }
        assert_eq!(newest.end(&Effect::GoBack(1)), None);
    }

    proptest! {
        #[test]
        fn what_was_said_last_is_done_last(events in proptest::collection::vec((0..3, any::<bool>()), 0..60)) {
            let mut newest = Newest::default();
            let (mut said, mut done) = (BTreeMap::new(), BTreeMap::new());
            let mut doing: BTreeMap<i32, Effect> = BTreeMap::new();
            let settle = (0..3).flat_map(|tab| [(tab, false); 2]);
            for (title, (tab, comes)) in events.into_iter().chain(settle).enumerate() {
                let next = if comes {
                    said.insert(tab, mark(tab, title));
                    newest.begin(mark(tab, title))
                } else if let Some(effect) = doing.remove(&tab) {
                    let next = newest.end(&effect);
                    done.insert(tab, effect);
                    next
                } else {
                    None
                };
                if let Some(next) = next {
                    prop_assert!(doing.insert(tab, next).is_none(), "two at a time");
                }
            }
            prop_assert_eq!(done, said);
            prop_assert!(newest.busy.is_empty());
        }
    }
}
