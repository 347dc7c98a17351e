//! Where a world's chances come from.

/// Decides what happens next.
pub(crate) trait Choices {
    /// A number below `n`, which is above 0.
    fn below(&mut self, n: u64) -> u64;

    /// Whether there is nothing more to decide.
    fn is_over(&self) -> bool;

    /// True once in `n` times.
    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// Chances from a seed (`SplitMix64`), for so many decisions.
pub(crate) struct Seeded {
    state: u64,
    left: u32,
}

impl Seeded {
    /// The chances of this seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut seeded = Self {
            state: seed,
            left: u32::MAX,
        };
        seeded.left = 20 + u32::try_from(seeded.below(240)).unwrap_or(0);
        seeded
    }
}

impl Choices for Seeded {
    fn below(&mut self, n: u64) -> u64 {
        self.left = self.left.saturating_sub(1);
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn is_over(&self) -> bool {
        self.left == 0
    }
}

/// Chances from the bytes of a fuzzer.
pub(crate) struct Bytes<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Bytes<'a> {
    /// As many chances as there are bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }
}

impl Choices for Bytes<'_> {
    fn below(&mut self, n: u64) -> u64 {
        u64::from(*self.bytes.next().unwrap_or(&0)) % n
    }

    fn is_over(&self) -> bool {
        self.bytes.len() == 0
    }
}
