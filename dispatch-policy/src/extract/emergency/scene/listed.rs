//! Lists of words, written as one string: `listed!("felt heard")`.

use crate::extract::text::Said;
use crate::extract::text::mark::{self, Words};

/// A list of words.
#[derive(Debug)]
pub(super) struct Listed(Words);

impl Listed {
    pub(super) fn new(source: &'static str) -> Self {
        Self(Words::of(source))
    }

    /// Whether the word at `i` is one of them.
    pub(super) fn is_at(&self, said: &Said<'_>, i: usize) -> bool {
        said.hash(i).is_some_and(|hash| self.0.has(hash))
    }

    /// Whether one of them may be said.
    pub(super) fn may_be_in(&self, said: &Said<'_>) -> bool {
        self.0.marks().any(|mark| said.may_have(mark))
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.0.has(mark::hash(word))
    }
}

/// A list compiled once, where it is written.
macro_rules! listed {
    ($source:literal) => {{
        static WORDS: std::sync::LazyLock<$crate::extract::emergency::scene::listed::Listed> =
            std::sync::LazyLock::new(|| $crate::extract::emergency::scene::listed::Listed::new($source));
        &*WORDS
    }};
}

pub(super) use listed;
