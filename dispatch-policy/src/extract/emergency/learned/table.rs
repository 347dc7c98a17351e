//! The weights of the model, as `cargo xtask train` writes them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::features::key;
use crate::extract::text::mark::ByWord;

/// A line for each feature: its name, a tab, its weight in every output; the first lines are thresholds and scale.
const WEIGHTS: &str = include_str!("weights.txt");

/// Whether it is an emergency, the four kinds, and whether a life is at risk.
pub(super) const OUTPUTS: usize = 6;

pub(super) type Weights = [i16; OUTPUTS];

pub(super) struct Table {
    pub(super) weights: HashMap<u64, Weights, ByWord>,
    /// What is added to each sum.
    bias: [f32; OUTPUTS],
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(WEIGHTS));

impl Table {
    fn parse(text: &str) -> Self {
        let mut table = Self {
            weights: HashMap::default(),
            bias: [0.0; OUTPUTS],
        };
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let Some((name, numbers)) = line.split_once('\t') else {
                continue;
            };
            let mut weights = [0; OUTPUTS];
            for (weight, number) in weights.iter_mut().zip(numbers.split(' ')) {
                *weight = number.parse().unwrap_or(0);
            }
            if name.is_empty() {
                table.bias = weights.map(f32::from);
            } else {
                table.weights.insert(key(&[name]), weights);
            }
        }
        table
    }

    /// The sums over `known` features, made comparable between short and long speeches.
    pub(super) fn scores(&self, sums: [i32; OUTPUTS], known: u16) -> [f32; OUTPUTS] {
        let length = f32::from(known.max(1)).sqrt();
        let mut scores = self.bias;
        for (score, sum) in scores.iter_mut().zip(sums) {
            #[expect(clippy::cast_precision_loss, reason = "sums of a few hundred 16-bit weights")]
            let sum = sum as f32;
            *score += sum / length;
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let lines = WEIGHTS.lines().filter(|line| !line.starts_with("# ")).count();
        assert_eq!(
            TABLE.weights.len() + 1,
            lines,
            "two names share a key, or a line is not read"
        );
        assert!(TABLE.bias.iter().all(|bias| *bias != 0.0));
    }
}
