//! The models as the text that the crate embeds.

use std::fmt::Write as _;

use super::svm::{LENGTH, Model};

/// Weights are written as whole numbers of this part.
const UNIT: f64 = 1000.0;

/// A feature that weighs less than this everywhere is left out.
const LIGHT: f64 = 0.06;

/// A line for each feature that weighs anything in the decision whether it is an emergency or what kind it is.
pub(crate) fn render(names: &[String], outputs: &[Model], threshold: f64) -> String {
    let mut text = "# Written by `cargo xtask train`: a feature, its weight for an emergency, the four kinds, a life at risk.\n".to_owned();
    let biases = outputs
        .iter()
        .enumerate()
        .map(|(n, model)| model.bias - if n == 0 { threshold } else { 0.0 });
    line(&mut text, "", biases);
    for (i, name) in names.iter().enumerate() {
        if outputs
            .iter()
            .all(|model| (model.weights[i] * LENGTH).abs() < LIGHT)
        {
            continue;
        }
        line(
            &mut text,
            name,
            outputs.iter().map(|model| model.weights[i] * LENGTH),
        );
    }
    text
}

fn line(text: &mut String, name: &str, weights: impl Iterator<Item = f64>) {
    let numbers: Vec<String> = weights
        .map(|weight| format!("{}", (weight * UNIT).round() as i16))
        .collect();
    let _ = writeln!(text, "{name}\t{}", numbers.join(" "));
}
