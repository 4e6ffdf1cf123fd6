//! The descent to less loss, along one constant after the other.

use super::constants::Constants;
use super::known::Known;
use super::loss::Figures;

/// Number of rounds over all constants. Chosen because later ones hardly find anything.
const ROUNDS: usize = 4;
/// The first step is this part of a constant's range, and a step that finds nothing is made this much shorter.
const FIRST: f32 = 1.0 / 6.0;
const SHORTER: f32 = 0.4;
/// Minimum length of a step, as a part of the range. Chosen because shorter ones make no difference that is seen.
const LEAST: f32 = 1.0 / 60.0;
/// What is gained less than this is chance.
const GAIN: f64 = 1e-4;

/// Moves every constant within its range, as long as that makes the loss over `names` less.
pub(super) fn descend(constants: &Constants, names: &[Known]) {
    let mut best = Figures::of(names).loss();
    let mut steps: Vec<f32> = (0..Constants::count()).map(|c| Constants::width(c) * FIRST).collect();
    for round in 1..=ROUNDS {
        let before = best;
        for (constant, step) in steps.iter_mut().enumerate() {
            if *step >= Constants::width(constant) * LEAST
                && !moved(constants, constant, *step, names, &mut best)
            {
                *step *= SHORTER;
            }
        }
        eprintln!("  round {round}: loss {best:.3}");
        if before - best < GAIN {
            break;
        }
    }
}

/// Moves one constant up or down by steps that grow, and says whether that was better.
fn moved(constants: &Constants, constant: usize, step: f32, names: &[Known], best: &mut f64) -> bool {
    for sign in [1.0, -1.0] {
        let (mut step, mut moved) = (sign * step, false);
        loop {
            let before = constants.value(constant);
            if !constants.step(constant, step) {
                break;
            }
            let loss = Figures::of(names).loss();
            if loss > *best - GAIN {
                constants.set(constant, before);
                break;
            }
            (*best, moved) = (loss, true);
            step *= 1.5;
        }
        if moved {
            return true;
        }
    }
    false
}
