//! Marks by which a word is told from most others without looking at its letters: one of 480 by the whole word, one of 32
//! by its first letter.

use std::hash::{BuildHasherDefault, Hasher};
use std::ops::{BitOrAssign, Range};

const WHOLE: u16 = 480;
/// How many times 64 marks there are.
const WORDS: usize = 8;

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

    fn bit(self, bit: u16) -> u64 {
        self.0[usize::from(bit / 64) % WORDS] >> (bit % 64) & 1
    }

    /// Whether they share one.
    pub(in crate::extract) fn meet(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |all, (a, b)| all | a & b) != 0
    }

    const fn is_all(&self) -> bool {
        self.0[0] == u64::MAX
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

/// Where each mark stands among some words.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct Index {
    all: Marks,
    /// How many marks of `all` come before each part of it.
    before: [usize; WORDS],
    /// The places of each mark of `all`, a bit for every `step` words.
    places: Vec<u64>,
    step: usize,
}

impl Index {
    pub(in crate::extract) fn of(words: &[Mark]) -> Self {
        let mut all = Marks::default();
        for &mark in words {
            all.add(mark);
        }
        let mut before = [0; WORDS];
        let mut count = 0;
        for (before, part) in before.iter_mut().zip(all.0) {
            *before = count;
            count += part.count_ones() as usize;
        }
        let mut index = Self {
            all,
            before,
            places: vec![0; count],
            step: words.len().div_ceil(64).max(1),
        };
        for (i, mark) in words.iter().enumerate() {
            for bit in [mark.whole, mark.initial] {
                let rank = index.rank(usize::from(bit / 64), 1 << (bit % 64));
                index.places[rank] |= 1 << (i / index.step);
            }
        }
        index
    }

    fn rank(&self, part: usize, bit: u64) -> usize {
        let lower = self.all.0[part] & (bit - 1);
        self.before[part] + lower.count_ones() as usize
    }

    /// Whether one of `these` is there.
    pub(in crate::extract) fn has(&self, these: &Marks) -> bool {
        self.all.meet(these)
    }

    /// The words of `range` that may have one of `these`; between two of many words others may come along.
    pub(in crate::extract) fn among(
        &self,
        these: &Marks,
        range: Range<usize>,
    ) -> impl Iterator<Item = usize> + use<> {
        let step = self.step;
        let mut places = if these.is_all() {
            u64::MAX
        } else {
            self.places(these)
        };
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

    fn places(&self, these: &Marks) -> u64 {
        let mut found = 0;
        for part in 0..WORDS {
            let mut common = self.all.0[part] & these.0[part];
            while common != 0 {
                found |= self.places[self.rank(part, common & common.wrapping_neg())];
                common &= common - 1;
            }
        }
        found
    }
}

fn whole(hash: u64) -> u16 {
    // The last letter of a word stays in the low bits of its hash: mixed upwards, so that "in", "is" and "it" are told
    // apart. Then the upper half is scaled to the marks: no division.
    let mixed = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let scaled = ((mixed >> 32) * u64::from(WHOLE)) >> 32;
    u16::try_from(scaled).unwrap_or_default()
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
