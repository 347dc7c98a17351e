//! What the model sees of an utterance: its words, their clusters and their neighbours, marked where a clause denies,
//! supposes, asks or tells of the past.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::extract::scope;
use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;

/// Words by what surrounds them in English text, in clusters of three widths: those of 20,000 frequent words of the
/// `GloVe` vectors (<https://nlp.stanford.edu/projects/glove/>, public domain), found by k-means.
const CLUSTERS: &str = include_str!("clusters.txt");

/// A word's clusters, the narrowest first.
type Clusters = [&'static str; 3];

static OF_WORD: LazyLock<HashMap<&'static str, Clusters, ByWord>> = LazyLock::new(|| {
    let mut of_word = HashMap::default();
    for line in CLUSTERS.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        if let (Some(narrow), Some(wide), Some(widest), Some(words)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        {
            of_word.extend(words.split(' ').map(|word| (word, [narrow, wide, widest])));
        }
    }
    of_word
});

const UNKNOWN: Clusters = ["@?", "@?", "@?"];

/// How many features a word has at most.
pub(in crate::extract) const A_WORD: usize = 8;

/// The key of the table for a name in its pieces (FNV-1a).
pub(in crate::extract) fn key(pieces: &[&str]) -> u64 {
    pieces.iter().fold(0xcbf2_9ce4_8422_2325, |hash, piece| {
        piece.bytes().fold(hash, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    })
}

/// Calls `see` with each feature's [`key`] and the word it begins at, from the first word to the last.
pub(in crate::extract) fn each(said: &Said<'_>, mut see: impl FnMut(u64, usize)) {
    visit(said, |at, name| see(key(name), at));
}

/// The names of the features of a text, as the trainer counts them.
#[cfg(feature = "training")]
pub(in crate::extract) fn names(said: &Said<'_>) -> Vec<String> {
    let mut names = Vec::new();
    visit(said, |_, name| names.push(name.concat()));
    names
}

/// Calls `see` with the pieces of each feature's name: "n~" where it is denied, what it is, its neighbour behind a "+".
/// A stem has a "*" behind it.
fn visit(said: &Said<'_>, mut see: impl FnMut(usize, &[&str])) {
    let words: Vec<&str> = (0..said.len()).map(|i| plain(said, i)).collect();
    let mut past = Past::default();
    for (i, word) in words.iter().enumerate() {
        let mark = mark(said, i, &mut past);
        let clusters = OF_WORD.get(word).copied().unwrap_or(UNKNOWN);
        let stem = stem(word);
        see(i, &[mark, word]);
        see(i, &[mark, stem, "*"]);
        for cluster in clusters {
            see(i, &[mark, cluster]);
        }
        if !mark.is_empty() {
            see(i, &[mark]);
        }
        if let Some(next) = words.get(i + 1) {
            let next_cluster = OF_WORD.get(next).map_or(UNKNOWN[2], |clusters| clusters[2]);
            see(i, &[mark, stem, "*", "+", self::stem(next), "*"]);
            see(i, &[mark, clusters[2], "+", next_cluster]);
        }
    }
}

/// Every number is the same number.
fn plain<'s>(said: &'s Said<'_>, i: usize) -> &'s str {
    let word = said.word(i);
    if word.starts_with(|c: char| c.is_ascii_digit()) || said.number(i).is_some() {
        "#"
    } else {
        word
    }
}

/// Whether a clause is past: asked once for all its words.
#[derive(Default)]
struct Past(Option<(u16, bool)>);

impl Past {
    fn is(&mut self, said: &Said<'_>, i: usize) -> bool {
        let clause = said.clause(i);
        match self.0 {
            Some((known, past)) if known == clause => past,
            _ => self.0.insert((clause, scope::past(said, i))).1,
        }
    }
}

fn mark(said: &Said<'_>, i: usize, past: &mut Past) -> &'static str {
    if scope::denied(said, i) {
        "n~"
    } else if scope::supposed(said, i) {
        "s~"
    } else if scope::asks(said, i) {
        "q~"
    } else if past.is(said, i) {
        "p~"
    } else {
        ""
    }
}

/// A word without its regular ending, near enough for forms of one word to meet.
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 6] = ["ing", "ed", "es", "s", "er", "ly"];
    if !word.is_ascii() {
        return word;
    }
    let stem = ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 3))
        .map_or(word, |stem| match stem.as_bytes() {
            [_, .., a, b] if stem.len() > 3 && a == b => &stem[..stem.len() - 1],
            _ => stem,
        });
    if stem.len() > 3 {
        stem.trim_end_matches('e')
    } else {
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        for (one, other) in [("slipping", "slipped"), ("bumper", "bumps"), ("smoke", "smoking")] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_eq!(stem("é"), "é");
        assert_eq!(stem("thing"), "thing");
    }

    #[test]
    fn words_alike_share_a_cluster() {
        let cluster = |word: &str| OF_WORD.get(word).map(|c| c[0]);
        assert!(cluster("ditch").is_some());
        assert_eq!(cluster("moose"), cluster("elk"));
        assert_ne!(cluster("moose"), cluster("invoice"));
    }
}
