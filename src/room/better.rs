//! A better name than the one that somebody is typing.

use rand::TryRng;

use super::{Label, Recipe, Room, make};

/// The better name that is offered. What was drawn for it stays while its label follows what is typed, but not longer
/// than names are made by the same recipe: a name that changes at every letter is none that one can take.
#[derive(Debug, Default)]
pub struct Better {
    drawn: Option<(Recipe, Room)>,
    offered: Option<(Label, Room)>,
}

impl Better {
    /// Offers a room by `recipe`, which has no label, but with `label`; none without one.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give. Nothing is offered then.
    pub fn offer<R: TryRng>(
        &mut self,
        label: Option<Label>,
        recipe: &Recipe,
        rng: &mut R,
    ) -> Result<Option<&Room>, R::Error> {
        self.offered = None;
        if let Some(label) = label {
            let drawn = match self.drawn.take().filter(|(by, _)| by == recipe) {
                Some((_, drawn)) => drawn,
                None => make(recipe, rng)?,
            };
            self.offered = Some((label.clone(), drawn.with_label(&label)));
            self.drawn = Some((recipe.clone(), drawn));
        }
        Ok(self.offered.as_ref().map(|(_, room)| room))
    }

    /// The label of what is offered.
    #[must_use]
    pub fn label(&self) -> Option<Label> {
        self.offered.as_ref().map(|(label, _)| label.clone())
    }

    /// Takes what is offered: it is offered to nobody again.
    pub fn take(&mut self) -> Option<(Label, Room)> {
        std::mem::take(self).offered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::Style;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    fn rng() -> ChaCha12Rng {
        ChaCha12Rng::seed_from_u64(1)
    }

    fn name(better: &mut Better, label: &str, recipe: &Recipe, rng: &mut ChaCha12Rng) -> String {
        better.offer(Some(Label::new(label).unwrap()), recipe, rng).unwrap().unwrap().name.to_string()
    }

    #[test]
    fn what_was_drawn_stays_while_somebody_types() {
        let (mut better, mut rng, recipe) = (Better::default(), rng(), Recipe::default());
        let one = name(&mut better, "stand", &recipe, &mut rng);
        let other = name(&mut better, "standup", &recipe, &mut rng);
        assert_eq!(one.strip_prefix("stand-"), other.strip_prefix("standup-"));
        assert!(better.offer(None, &recipe, &mut rng).unwrap().is_none());
        assert_eq!(name(&mut better, "stand", &recipe, &mut rng), one);
    }

    #[test]
    fn another_recipe_draws_another_name() {
        let (mut better, mut rng) = (Better::default(), rng());
        let words = name(&mut better, "standup", &Recipe::default(), &mut rng);
        let characters = Recipe::new(Style::Characters, 12, "").unwrap();
        assert_ne!(name(&mut better, "standup", &characters, &mut rng), words);
    }

    #[test]
    fn a_name_that_was_taken_is_not_offered_again() {
        let (mut better, mut rng, recipe) = (Better::default(), rng(), Recipe::default());
        let one = name(&mut better, "standup", &recipe, &mut rng);
        assert_eq!(better.take().unwrap().1.name.as_str(), one);
        assert!(better.take().is_none());
        assert_ne!(name(&mut better, "standup", &recipe, &mut rng), one);
    }
}
