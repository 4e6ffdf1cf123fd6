//! The judge's constants, while they are moved, and their file.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context, Result};
use guessable::{CONSTANTS, set_constant};

/// The values that the judge has at the moment.
pub(super) struct Constants(Mutex<Vec<f32>>);

impl Constants {
    /// Those that stand in the judge's file.
    pub(super) fn of_the_judge() -> Self {
        Self(Mutex::new(CONSTANTS.iter().map(|c| c.1).collect()))
    }

    /// How many there are.
    pub(super) fn count() -> usize {
        CONSTANTS.len()
    }

    /// How wide the range of one is.
    pub(super) fn width(constant: usize) -> f32 {
        CONSTANTS[constant].3 - CONSTANTS[constant].2
    }

    /// The value of one.
    pub(super) fn value(&self, constant: usize) -> f32 {
        self.0.lock().map_or(0.0, |values| values[constant])
    }

    /// Gives one a value.
    pub(super) fn set(&self, constant: usize, value: f32) {
        if let Ok(mut values) = self.0.lock() {
            values[constant] = value;
        }
        set_constant(constant, value);
    }

    /// Moves one by `step` within its range, to two decimals, and says whether that changed it.
    pub(super) fn step(&self, constant: usize, step: f32) -> bool {
        let (_, _, low, high) = CONSTANTS[constant];
        let before = self.value(constant);
        let value = ((before + step).clamp(low, high) * 100.0).round() / 100.0;
        self.set(constant, value);
        (value - before).abs() > 1e-3
    }

    /// Gives each the middle of its range.
    pub(super) fn set_to_middle(&self) {
        for (number, (_, _, low, high)) in CONSTANTS.iter().enumerate() {
            self.set(number, f32::midpoint(*low, *high));
        }
    }

    /// Writes the values into the file, and leaves the rest of it as it is.
    pub(super) fn write(&self, file: &Path) -> Result<()> {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let line = |line: &str| {
            let number = CONSTANTS.iter().position(|c| line.trim_start().starts_with(&format!("{}: ", c.0)));
            match (number, line.split_once(':'), line.split_once(',')) {
                (Some(number), Some((name, _)), Some((_, range))) => {
                    format!("{name}: {:?},{range}", self.value(number))
                }
                _ => line.to_owned(),
            }
        };
        let lines: Vec<String> = text.lines().map(line).collect();
        fs::write(file, lines.join("\n") + "\n").with_context(|| file.display().to_string())
    }
}
