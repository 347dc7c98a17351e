//! Lists of words, written as one string: `listed!("felt heard")`.

use crate::extract::text::mark;

/// A list of words, with their marks for a quick no.
#[derive(Debug)]
pub(super) struct Listed {
    words: Vec<&'static str>,
    pub(super) marks: u128,
}

impl Listed {
    pub(super) fn new(source: &'static str) -> Self {
        let words: Vec<&'static str> = source.split_whitespace().collect();
        let marks = words
            .iter()
            .fold(0, |all, word| all | mark::whole(mark::hash(word)));
        Self { words, marks }
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
