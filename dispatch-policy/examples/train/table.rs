//! The models as the text that the crate embeds.

use std::fmt::Write as _;

use super::svm::{LENGTH, Model};

/// Weights are written as whole numbers of this part.
const UNIT: f64 = 1000.0;

/// A feature that weighs less than this everywhere is left out.
const LIGHT: f64 = 0.06;

/// What a training gives.
pub(crate) struct Trained {
    /// The table.
    pub(crate) text: String,
    /// What it was made of.
    pub(crate) said: String,
}

/// A line for each feature that weighs anything in any output, and first the one of the biases. Of a line, what weighs
/// less than `faint` is left out.
pub(crate) fn render(about: &str, names: &[String], outputs: &[Model], faint: f64) -> String {
    let mut text = format!("# Written by `cargo xtask train`: {about}.\n");
    line(&mut text, "", outputs.iter().map(|model| model.bias), 0.0);
    for (i, name) in names.iter().enumerate() {
        let weights = || outputs.iter().map(|model| model.weights[i] * LENGTH);
        if weights().any(|weight| weight.abs() >= LIGHT) {
            line(&mut text, name, weights(), faint);
        }
    }
    text
}

fn line(text: &mut String, name: &str, weights: impl Iterator<Item = f64>, faint: f64) {
    let cells: Vec<String> = weights
        .map(|weight| if weight.abs() < faint { 0.0 } else { weight })
        .map(|weight| (weight * UNIT).round() as i16)
        .enumerate()
        .filter(|(_, weight)| *weight != 0)
        .map(|(output, weight)| format!("{output}:{weight}"))
        .collect();
    let _ = writeln!(text, "{name}\t{}", cells.join(" "));
}
