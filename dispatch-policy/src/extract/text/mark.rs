//! Words told apart by numbers, and where they stand: most are passed over without a look at their letters.

use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// How many letters the beginning of a word has.
const BEGINNING: usize = 3;

/// How many words an [`Index`] tells apart: a power of two.
const PLACES: usize = 512;

/// Of one word, and of no other that anyone says.
pub(in crate::extract) fn hash(word: &str) -> u64 {
    let mut hasher = Fnv::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// What tells one word, or all words that begin alike, from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::extract) struct Mark(u64);

impl Mark {
    /// Of the word that has this hash.
    pub(in crate::extract) const fn whole(hash: u64) -> Self {
        Self(hash)
    }

    /// Of the words that begin with the same letters; none for one that has too few.
    pub(in crate::extract) fn beginning(word: &str) -> Option<Self> {
        let mut hasher = Fnv::default();
        hasher.write(word.as_bytes().get(..BEGINNING)?);
        hasher.write(b"~");
        Some(Self(hasher.finish()))
    }

    /// Both of a word.
    pub(in crate::extract) fn both(word: &str, hash: u64) -> impl Iterator<Item = Self> {
        [Some(Self::whole(hash)), Self::beginning(word)]
            .into_iter()
            .flatten()
    }

    const fn place(self) -> usize {
        (self.0 >> (u64::BITS - PLACES.ilog2())) as usize
    }
}

/// Some words, by their hashes.
#[derive(Debug, Default)]
pub(in crate::extract) struct Words {
    /// A bit for each by the first bits of its hash: a quick no for most others.
    filter: u64,
    sorted: Box<[u64]>,
}

impl Words {
    /// Those of a list with blanks between them.
    pub(in crate::extract) fn of(list: &str) -> Self {
        list.split_whitespace().collect()
    }

    pub(in crate::extract) fn has(&self, hash: u64) -> bool {
        self.filter & Self::bit(hash) != 0 && self.sorted.binary_search(&hash).is_ok()
    }

    pub(in crate::extract) fn marks(&self) -> impl Iterator<Item = Mark> {
        self.sorted.iter().map(|&hash| Mark::whole(hash))
    }

    const fn bit(hash: u64) -> u64 {
        1 << (hash >> (u64::BITS - u64::BITS.ilog2()))
    }
}

impl<'w> FromIterator<&'w str> for Words {
    fn from_iter<I: IntoIterator<Item = &'w str>>(words: I) -> Self {
        let mut sorted: Vec<u64> = words.into_iter().map(hash).collect();
        sorted.sort_unstable();
        sorted.dedup();
        Self {
            filter: sorted.iter().fold(0, |all, &hash| all | Self::bit(hash)),
            sorted: sorted.into(),
        }
    }
}

/// Where each mark stands among some words.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct Index {
    /// The places of marks, a bit for every `step` words; marks that share a place share its bits. Empty without words.
    places: Vec<u64>,
    step: usize,
}

impl Index {
    /// Of words with their hashes.
    pub(in crate::extract) fn of<'w>(words: impl ExactSizeIterator<Item = (&'w str, u64)>) -> Self {
        let step = words.len().div_ceil(64).max(1);
        let mut places = vec![0; PLACES];
        for (i, (word, hash)) in words.enumerate() {
            for mark in Mark::both(word, hash) {
                places[mark.place()] |= 1 << (i / step);
            }
        }
        Self { places, step }
    }

    /// The places of a word with this mark, if there may be one.
    pub(in crate::extract) fn places(&self, mark: Mark) -> u64 {
        self.places.get(mark.place()).copied().unwrap_or(0)
    }

    /// The words of `range` at these `places`; between two of many words others may come along.
    pub(in crate::extract) fn among(
        &self,
        mut places: u64,
        range: Range<usize>,
    ) -> impl Iterator<Item = usize> + use<> {
        let step = self.step.max(1);
        places &= u32::try_from(range.start / step)
            .ok()
            .and_then(|skipped| u64::MAX.checked_shl(skipped))
            .unwrap_or_default();
        let mut block = 0..0;
        std::iter::from_fn(move || {
            loop {
                if let Some(i) = block.next() {
                    return Some(i);
                }
                let first = places.trailing_zeros() as usize * step;
                if places == 0 || first >= range.end {
                    return None;
                }
                places &= places - 1;
                block = first.max(range.start)..(first + step).min(range.end);
            }
        })
    }
}

/// FNV-1a, mixed so that its first bits differ for short words too. Short words hash faster so than by the keyed hash of
/// the standard library; the tables are our own, and nobody can crowd them.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    }

    /// Of what is a hash already.
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// For tables of words that never change.
pub(in crate::extract) type ByWord = BuildHasherDefault<Fnv>;
