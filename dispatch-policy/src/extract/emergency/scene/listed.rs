//! Lists of words, written as one string: `listed!("felt heard")`.

use crate::extract::text::Said;
use crate::extract::text::mark::{self, Marks};

/// A list of words, with their marks for a quick no.
#[derive(Debug)]
pub(super) struct Listed {
    words: Vec<&'static str>,
    hashes: Vec<u64>,
    marks: Marks,
}

impl Listed {
    pub(super) fn new(source: &'static str) -> Self {
        let words: Vec<&'static str> = source.split_whitespace().collect();
        let hashes: Vec<u64> = words.iter().map(|word| mark::hash(word)).collect();
        let mut marks = Marks::default();
        for &hash in &hashes {
            marks |= Marks::whole(hash);
        }
        Self { words, hashes, marks }
    }

    /// Whether the word at `i` is one of them.
    pub(super) fn is_at(&self, said: &Said<'_>, i: usize) -> bool {
        said.mark(i).is_some_and(|mark| self.marks.has(mark)) && self.hashes.contains(&said.hash(i))
    }

    /// Whether one of them may be said.
    pub(super) fn may_be_in(&self, said: &Said<'_>) -> bool {
        said.may_have(&self.marks)
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
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
