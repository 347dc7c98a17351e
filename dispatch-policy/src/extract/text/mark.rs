//! Marks by which a word is told from most others without looking at its letters: one of 96 by the whole word, one of 32
//! by its first letter.

const WHOLE: u32 = 96;

/// Of one word, and of no other that anyone says.
pub(in crate::extract) fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The mark of the whole word with this hash.
pub(in crate::extract) fn whole(hash: u64) -> u128 {
    // The upper half: it is mixed best.
    1 << ((hash >> 32) % u64::from(WHOLE))
}

/// The mark of words that begin as this one; every mark when it is empty.
pub(in crate::extract) fn initial(word: &str) -> u128 {
    word.bytes()
        .next()
        .map_or(u128::MAX, |first| 1 << (WHOLE + u32::from(first % 32)))
}
