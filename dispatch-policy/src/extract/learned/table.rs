//! The weights of a model, as `cargo xtask train` writes them.

use std::collections::HashMap;
use std::ops::Range;

use super::features::key;
use crate::extract::text::mark::ByWord;

/// What a feature adds to one output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    output: u8,
    weight: i16,
}

/// What each feature adds to each of `N` outputs.
pub(in crate::extract) struct Table<const N: usize> {
    /// Where the cells of a feature are.
    rows: HashMap<u64, Range<u32>, ByWord>,
    cells: Vec<Cell>,
    /// What is added to each sum.
    bias: [f32; N],
}

/// What the features seen so far add up to.
pub(in crate::extract) struct Sums<const N: usize> {
    sums: [i32; N],
    /// How many of them the table knows.
    known: u16,
}

impl<const N: usize> Table<N> {
    /// A line for each feature: its name, a tab, `output:weight` for each output it says anything about. The line without
    /// a name holds what is added to each sum.
    pub(in crate::extract) fn parse(text: &str) -> Self {
        let mut table = Self {
            rows: HashMap::default(),
            cells: Vec::new(),
            bias: [0.0; N],
        };
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let Some((name, numbers)) = line.split_once('\t') else {
                continue;
            };
            let cells = numbers.split(' ').filter_map(|cell| {
                let (output, weight) = cell.split_once(':')?;
                let output: u8 = output.parse().ok().filter(|o| usize::from(*o) < N)?;
                let weight = weight.parse().ok()?;
                Some(Cell { output, weight })
            });
            if name.is_empty() {
                for cell in cells {
                    table.bias[usize::from(cell.output)] = f32::from(cell.weight);
                }
            } else {
                let start = table.end();
                table.cells.extend(cells);
                let row = start..table.end();
                table.rows.insert(key(&[name]), row);
            }
        }
        table
    }

    fn end(&self) -> u32 {
        u32::try_from(self.cells.len()).unwrap_or(u32::MAX)
    }

    fn row(&self, feature: u64) -> Option<&[Cell]> {
        let row = self.rows.get(&feature)?;
        self.cells.get(row.start as usize..row.end as usize)
    }

    /// What a feature adds to one output.
    pub(in crate::extract) fn weight(&self, feature: u64, output: usize) -> i32 {
        self.row(feature)
            .unwrap_or_default()
            .iter()
            .find(|cell| usize::from(cell.output) == output)
            .map_or(0, |cell| i32::from(cell.weight))
    }

    /// The sums, made comparable between short and long speeches.
    pub(in crate::extract) fn scores(&self, sums: &Sums<N>) -> [f32; N] {
        let length = f32::from(sums.known.max(1)).sqrt();
        let mut scores = self.bias;
        for (score, sum) in scores.iter_mut().zip(sums.sums) {
            #[expect(clippy::cast_precision_loss, reason = "sums of a few hundred 16-bit weights")]
            let sum = sum as f32;
            *score += sum / length;
        }
        scores
    }
}

impl<const N: usize> Default for Sums<N> {
    fn default() -> Self {
        Self {
            sums: [0; N],
            known: 0,
        }
    }
}

impl<const N: usize> Sums<N> {
    /// Adds a feature that was not added before.
    pub(in crate::extract) fn add(&mut self, table: &Table<N>, feature: u64) {
        let Some(row) = table.row(feature) else { return };
        self.known = self.known.saturating_add(1);
        for cell in row {
            if let Some(sum) = self.sums.get_mut(usize::from(cell.output)) {
                *sum += i32::from(cell.weight);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# what it is\n\t0:100 2:-50\nice\t0:30\nroad\t1:-7 2:9\nold\t\n";

    #[test]
    fn a_table_adds_up() {
        let table = Table::<3>::parse(TEXT);
        let mut sums = Sums::default();
        for name in ["ice", "road", "old", "unheard of", "of"] {
            sums.add(&table, key(&[name]));
        }
        assert_eq!((sums.sums, sums.known), ([30, -7, 9], 3));
        let length = 3f32.sqrt();
        let expected = [100.0 + 30.0 / length, -7.0 / length, -50.0 + 9.0 / length];
        assert_eq!(table.scores(&sums), expected);
        assert_eq!(table.weight(key(&["ro", "ad"]), 2), 9);
        assert_eq!(table.weight(key(&["road"]), 0), 0);
    }

    #[test]
    fn what_is_no_cell_is_passed_over() {
        let table = Table::<1>::parse("ice\t0:1 7:3 x 0:y\nno tab\n");
        assert_eq!((table.rows.len(), table.cells.len()), (1, 1));
    }
}
