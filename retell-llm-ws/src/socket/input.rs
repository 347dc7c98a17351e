//! What was read and not yet decoded.

use std::{io, mem};

use bytes::Bytes;

use super::block::{Block, UNIT};

/// Up to this much is kept in memory that fits it while the rest of a frame has not come.
const LITTLE: usize = 16 * 1024;
/// Up to this much a payload is rather copied than handed over with its block.
const SMALL: usize = 4 * 1024;

/// Bytes from `start` to `end` of the block. Without a block while nothing is to be read, and then without any memory
/// unless the beginning of a frame waits in `waiting`.
#[derive(Debug, Default)]
pub(super) struct Input {
    block: Option<Block>,
    start: usize,
    end: usize,
    waiting: Vec<u8>,
}

impl Input {
    pub(super) fn new(read: &[u8]) -> Self {
        Self {
            waiting: read.to_vec(),
            end: read.len(),
            ..Self::default()
        }
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    pub(super) fn bytes(&self) -> &[u8] {
        let all = self.block.as_ref().map_or(&self.waiting[..], AsRef::as_ref);
        &all[self.start..self.end]
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        let all = match &mut self.block {
            Some(block) => block.bytes_mut(),
            None => &mut self.waiting,
        };
        &mut all[self.start..self.end]
    }

    /// Drops the first `count` bytes.
    pub(super) fn advance(&mut self, count: usize) {
        self.start += count;
        debug_assert!(self.start <= self.end, "more than there is");
    }

    /// The first `count` bytes, to be handed over: with the block they lie in, if that saves copying much.
    pub(super) fn split(&mut self, count: usize) -> Bytes {
        let behind = self.len() - count;
        if count <= SMALL || behind >= count {
            let copy = Bytes::copy_from_slice(&self.bytes()[..count]);
            self.advance(count);
            return copy;
        }
        let (start, end) = (self.start, self.end);
        let (start, middle) = (start, start + count);
        (self.start, self.end) = (0, behind);
        match self.block.take() {
            Some(block) => {
                self.waiting = block.as_ref()[middle..end].to_vec();
                Bytes::from_owner(block).slice(start..middle)
            }
            None => {
                let all = mem::take(&mut self.waiting);
                self.waiting = all[middle..end].to_vec();
                Bytes::from(all).slice(start..middle)
            }
        }
    }

    /// Where the next bytes go, with room for `wanted` in all but never for more than four times what has come (64 KiB to
    /// begin with): a large frame that is only announced costs nothing.
    pub(super) fn room(&mut self, wanted: usize) -> io::Result<&mut [u8]> {
        let held = self.len();
        let wanted = wanted.min(UNIT.max(4 * held)).max(held + 1);
        let fits = self
            .block
            .as_ref()
            .is_some_and(|block| block.as_ref().len() >= wanted);
        if !fits {
            let mut larger = Block::take(wanted)?;
            larger.bytes_mut()[..held].copy_from_slice(self.bytes());
            self.block = Some(larger);
            self.waiting = Vec::new();
            (self.start, self.end) = (0, held);
        }
        let (start, end) = (self.start, self.end);
        let all = self.block.as_mut().map(Block::bytes_mut).unwrap_or_default();
        if held == 0 || all.len() - start < wanted {
            all.copy_within(start..end, 0);
            (self.start, self.end) = (0, held);
        }
        Ok(&mut all[self.end..])
    }

    /// Takes in `count` bytes that were put where [`room`](Self::room) said.
    pub(super) fn filled(&mut self, count: usize) {
        self.end += count;
    }

    /// Nothing more comes for now: the block goes back, unless much is held in it.
    pub(super) fn rest(&mut self) {
        if self.block.is_some() && self.len() <= LITTLE {
            self.waiting = self.bytes().to_vec();
            (self.start, self.end) = (0, self.waiting.len());
            self.block = None;
        }
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.start = self.end;
    }
}

#[cfg(test)]
impl Input {
    pub(super) fn memory(&self) -> usize {
        self.waiting.capacity() + self.block.as_ref().map_or(0, |block| block.as_ref().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &mut Input, bytes: &[u8]) {
        let room = input.room(input.len() + bytes.len()).unwrap();
        let count = room.len().min(bytes.len());
        room[..count].copy_from_slice(&bytes[..count]);
        input.filled(count);
        if count < bytes.len() {
            read(input, &bytes[count..]);
        }
    }

    #[test]
    fn bytes_come_out_as_they_went_in() {
        // Sizes around each limit, so that copies, blocks and what waits all take their turn.
        let sizes = [
            1,
            5,
            SMALL,
            SMALL + 1,
            LITTLE,
            LITTLE + 1,
            UNIT - 1,
            UNIT,
            UNIT + 1,
            5 * UNIT,
            3,
        ];
        for (case, rest_often) in [(0, false), (1, true)] {
            let mut input = Input::new(&[0, 1]);
            let (mut written, mut taken) = (2usize, 0usize);
            for (n, size) in sizes.iter().cycle().take(60).enumerate() {
                let bytes: Vec<u8> = (written..written + size).map(|n| n as u8).collect();
                read(&mut input, &bytes);
                written += size;
                if rest_often || n % 3 == case {
                    input.rest();
                }
                let count = match n % 4 {
                    0 => input.len(),
                    1 => input.len() / 2,
                    2 => 0,
                    _ => input.len().min(SMALL + 7),
                };
                let out = input.split(count);
                let expected: Vec<u8> = (taken..taken + count).map(|n| n as u8).collect();
                assert_eq!(out, expected, "case {case}, step {n}");
                taken += count;
                assert_eq!(input.len(), written - taken);
            }
        }
    }

    #[test]
    fn what_is_only_announced_takes_no_room() {
        let mut input = Input::default();
        assert_eq!(input.room(1 << 40).unwrap().len(), UNIT);
        input.filled(UNIT);
        assert_eq!(input.room(1 << 40).unwrap().len(), 3 * UNIT);
        input.filled(10);
        assert_eq!(input.len(), UNIT + 10);
    }

    #[test]
    fn at_rest_it_holds_what_waits_and_no_more() {
        let mut input = Input::default();
        read(&mut input, &[7; 100]);
        input.rest();
        assert!(input.block.is_none() && input.waiting.capacity() == 100);
        input.advance(100);
        read(&mut input, &[7; 10]);
        input.advance(10);
        input.rest();
        assert!(input.block.is_none() && input.waiting.capacity() == 0);
    }
}
