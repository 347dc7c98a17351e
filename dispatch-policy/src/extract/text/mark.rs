//! Marks by which a word is told from most others without looking at its letters: one of 480 by the whole word, one of 32
//! by its first letter.

use std::hash::{BuildHasherDefault, Hasher};
use std::ops::BitOrAssign;

const WHOLE: u16 = 480;
const WORDS: usize = (WHOLE as usize + 32) / 64;

/// Of one word, and of no other that anyone says.
pub(in crate::extract) fn hash(word: &str) -> u64 {
    let mut hasher = Fnv::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The marks of one word.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Mark {
    whole: u16,
    initial: u16,
}

impl Mark {
    /// Of a word that has this hash.
    pub(in crate::extract) fn of(word: &str, hash: u64) -> Self {
        Self {
            whole: whole(hash),
            initial: initial(word),
        }
    }
}

/// A set of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::extract) struct Marks([u64; WORDS]);

impl Marks {
    /// Every mark.
    pub(in crate::extract) const ALL: Self = Self([u64::MAX; WORDS]);

    /// That of the whole word with this hash.
    pub(in crate::extract) fn whole(hash: u64) -> Self {
        Self::one(whole(hash))
    }

    /// That of words that begin as this one.
    pub(in crate::extract) fn initial(word: &str) -> Self {
        Self::one(initial(word))
    }

    fn one(bit: u16) -> Self {
        let mut set = [0; WORDS];
        set[usize::from(bit / 64)] = 1 << (bit % 64);
        Self(set)
    }

    /// Adds both marks of a word.
    pub(in crate::extract) fn add(&mut self, mark: Mark) {
        for bit in [mark.whole, mark.initial] {
            self.0[usize::from(bit / 64) % WORDS] |= 1 << (bit % 64);
        }
    }

    /// Whether one of the word's marks is among them.
    pub(in crate::extract) fn has(&self, mark: Mark) -> bool {
        self.bit(mark.whole) | self.bit(mark.initial) != 0
    }

    fn bit(&self, bit: u16) -> u64 {
        self.0[usize::from(bit / 64) % WORDS] >> (bit % 64) & 1
    }

    /// Whether they share one.
    pub(in crate::extract) fn meet(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |all, (a, b)| all | a & b) != 0
    }

    pub(in crate::extract) fn count(&self) -> u32 {
        self.0.iter().map(|part| part.count_ones()).sum()
    }
}

impl BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Self) {
        for (all, more) in self.0.iter_mut().zip(other.0) {
            *all |= more;
        }
    }
}

fn whole(hash: u64) -> u16 {
    // The upper half, which is mixed best, scaled to the marks: no division.
    (((hash >> 32) * u64::from(WHOLE)) >> 32) as u16
}

fn initial(word: &str) -> u16 {
    WHOLE + u16::from(word.bytes().next().unwrap_or_default() % 32)
}

/// Short words hash faster so than by the keyed hash of the standard library; the tables are our own, and nobody can
/// crowd them.
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

    fn finish(&self) -> u64 {
        self.0
    }
}

/// For tables of words that never change.
pub(in crate::extract) type ByWord = BuildHasherDefault<Fnv>;
