//! What the model sees of an utterance: its words, their clusters and their neighbours, marked where a clause denies,
//! supposes, asks or tells of the past.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::extract::numbers::is_number_word;
use crate::extract::scope;
use crate::extract::text::Said;

/// Words by what surrounds them in English text, in clusters of three widths: those of 20,000 frequent words of the
/// `GloVe` vectors (<https://nlp.stanford.edu/projects/glove/>, public domain), found by k-means.
const CLUSTERS: &str = include_str!("clusters.txt");

/// A word's clusters, the narrowest first.
type Clusters = [&'static str; 3];

static OF_WORD: LazyLock<HashMap<&'static str, Clusters>> = LazyLock::new(|| {
    let mut of_word = HashMap::new();
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

/// Something the model may have a weight for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Feature {
    /// Its name's [`key`].
    pub(super) key: u64,
    /// The word it begins at.
    pub(super) at: usize,
}

/// The name of a feature in its parts: "n~" where it is denied, what it is, its neighbour.
struct Name<'a> {
    mark: &'a str,
    first: (&'a str, &'a str),
    second: Option<(&'a str, &'a str)>,
}

impl Name<'_> {
    fn pieces(&self) -> impl Iterator<Item = &str> {
        let (word, ending) = self.first;
        let second = self.second.map(|(w, e)| ["+", w, e]);
        [self.mark, word, ending]
            .into_iter()
            .chain(second.into_iter().flatten())
    }
}

/// A name as the table's key (FNV-1a).
pub(super) fn key<'a>(pieces: impl Iterator<Item = &'a str>) -> u64 {
    pieces
        .flat_map(str::bytes)
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

pub(super) fn of(said: &Said<'_>) -> Vec<Feature> {
    let mut found = Vec::with_capacity(said.len() * 8);
    visit(said, |at, name| {
        found.push(Feature {
            key: key(name.pieces()),
            at,
        });
    });
    found
}

/// The names of the features of a text, as the trainer counts them.
#[cfg(feature = "training")]
pub(in crate::extract) fn names(said: &Said<'_>) -> Vec<String> {
    let mut names = Vec::new();
    visit(said, |_, name| names.push(name.pieces().collect()));
    names
}

fn visit(said: &Said<'_>, mut see: impl FnMut(usize, &Name<'_>)) {
    const STEM: &str = "*";
    let words: Vec<&str> = (0..said.len()).map(|i| plain(said.word(i))).collect();
    for (i, word) in words.iter().enumerate() {
        let mark = mark(said, i);
        let clusters = OF_WORD.get(word).copied().unwrap_or(UNKNOWN);
        let stem = (stem(word), STEM);
        let mut one = |first, second| see(i, &Name { mark, first, second });
        one((word, ""), None);
        one(stem, None);
        for cluster in clusters {
            one((cluster, ""), None);
        }
        if !mark.is_empty() {
            one(("", ""), None);
        }
        if let Some(next) = words.get(i + 1) {
            let next_cluster = OF_WORD.get(next).map_or(UNKNOWN[2], |clusters| clusters[2]);
            one(stem, Some((self::stem(next), STEM)));
            one((clusters[2], ""), Some((next_cluster, "")));
        }
    }
}

/// Every number is the same number.
fn plain(word: &str) -> &str {
    if word.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(word) {
        "#"
    } else {
        word
    }
}

fn mark(said: &Said<'_>, i: usize) -> &'static str {
    if scope::denied(said, i) {
        "n~"
    } else if scope::supposed(said, i) {
        "s~"
    } else if scope::asks(said, i) {
        "q~"
    } else if scope::past(said, i) {
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
