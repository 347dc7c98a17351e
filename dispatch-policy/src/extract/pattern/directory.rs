//! All patterns by the words they need, so that the words of an utterance are looked up once and not by every pattern.
//!
//! A pattern is entered when it is compiled, and stays: patterns are constants. One that is entered after an utterance was
//! looked up counts as one that may fit.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use crate::extract::text::mark::{ByWord, Mark};

#[derive(Debug, Default)]
struct Directory {
    /// The numbers of the patterns that need a word with this mark, or another they are entered under.
    by_mark: HashMap<Mark, Vec<usize>, ByWord>,
    /// How many patterns there are.
    len: usize,
}

static DIRECTORY: LazyLock<RwLock<Directory>> = LazyLock::new(RwLock::default);

/// Enters a pattern that needs a word with one of these marks, and gives it its number.
pub(super) fn enter(marks: &[Mark]) -> usize {
    let mut directory = DIRECTORY.write().unwrap_or_else(PoisonError::into_inner);
    let number = directory.len;
    directory.len += 1;
    for &mark in marks {
        directory.by_mark.entry(mark).or_default().push(number);
    }
    number
}

/// The patterns for which a word is there.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Candidates {
    /// A bit for each number.
    bits: Vec<u64>,
}

impl Candidates {
    /// Those of an utterance with these marks.
    pub(in crate::extract) fn of(marks: impl Iterator<Item = Mark>) -> Self {
        let directory = DIRECTORY.read().unwrap_or_else(PoisonError::into_inner);
        let mut bits = vec![0; directory.len / 64];
        // The last bits wait for patterns to come.
        bits.push(u64::MAX << (directory.len % 64));
        for numbers in marks.filter_map(|mark| directory.by_mark.get(&mark)) {
            for number in numbers {
                bits[number / 64] |= 1 << (number % 64);
            }
        }
        Self { bits }
    }

    #[inline]
    pub(super) fn has(&self, number: usize) -> bool {
        self.bits
            .get(number / 64)
            .is_none_or(|bits| bits >> (number % 64) & 1 == 1)
    }
}
