//! What a name costs at most, since whoever knows that it was made of words of a smaller part of a list looks for it there.

use super::found::Found;
use super::lists::Lists;
use super::name::Name;
use super::parts::{PARTS, suits_names};

/// What `name` costs at most, in bits: if all of it is words of one part, with separators between them, then as much as that
/// many drawn from it.
///
/// It may cost less. Those are ordinary words of their languages, and whoever says something uses them as well: that they
/// stand on the list is no sign that they were drawn from it.
pub(crate) fn bits(name: &Name, found: &Found) -> Option<f32> {
    let mut on_all = PARTS.map(|_| true);
    let (mut at, mut words) = (0, 0_u16);
    while at < name.len() {
        let end = name.run_end(at);
        if !name.is_separator(at) {
            words = words.saturating_add(1);
            let whole = found.at(at).iter().find(|word| word.0 == end);
            let lists = whole.map_or(Lists::NONE, |(_, word)| word.lists());
            on_all.iter_mut().zip(PARTS).for_each(|(all, (list, ..))| *all &= lists.has(list));
            if on_all == PARTS.map(|_| false) {
                return None;
            }
            let letters = (at..end).filter_map(|at| name.letter(at)).map(|letter| char::from(b'a' + letter));
            let word: String = letters.collect();
            on_all.iter_mut().zip(PARTS).for_each(|(all, (list, ..))| *all &= suits_names(list, &word));
        }
        at = end;
    }
    let fitting = PARTS.iter().zip(on_all).filter(|((.., fewest), on)| *on && words >= *fewest);
    let fitting = fitting.map(|((_, count, _), _)| libm::log2f(*count));
    fitting.min_by(f32::total_cmp).map(|bits| bits * f32::from(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn most(name: &str) -> Option<f32> {
        let name = Name::new(name.to_owned());
        bits(&name, &Found::new(&name, Lexicon::get()))
    }

    #[test]
    fn a_name_of_one_parts_words_costs_at_most_what_it_takes_to_draw_them() {
        let [german, russian] = PARTS.map(|(_, count, _)| libm::log2f(count));
        assert_eq!(most("heillos-tieflader-graben-liebt"), Some(4.0 * german));
        assert_eq!(most("apelsin zhurnal dozhd vokzal forum"), Some(5.0 * russian));
        let german = "heillos-tieflader-graben";
        for other in ["apelsin", "abenteurer", "7", "grabenliebt"] {
            assert_eq!(most(&format!("{german}-{other}")), None, "{other}");
        }
        for other in [german, "apelsin-zhurnal-dozhd-vokzal", "apelsin-zhurnal-dozhd-vokzal-forum-moy"] {
            assert_eq!(most(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_said_in_words_of_a_part_costs_less() {
        for name in ["jugend-abend-freitag", "probe-montag-abend", "team-treffen-montag-mittag"] {
            let bits = crate::assess(name).bits.get();
            assert!(bits < 28.0, "{name}: {bits}");
        }
    }
}
