//! Memory for messages in flight: borrowed by calls while they read, mapped apart from the heap.
//!
//! A call is idle nearly all its life, so a read buffer of its own would be most of its memory. And when many calls
//! receive long transcripts at once, blocks of the heap in between those would leave holes that the allocator cannot
//! give back, because what the calls keep lies between them. Mapped blocks leave none.

use std::{cell::RefCell, io};

use memmap2::MmapMut;

/// The size of blocks is a multiple of this. A read that does not fill its block tells that nothing more has come, which
/// saves a system call; so even the smallest is roomy. What is not touched takes no memory.
pub(super) const UNIT: usize = 64 * 1024;
/// Blocks above this size are large.
const LARGE: usize = 256 * 1024;
/// Bytes of unused blocks kept per thread.
const KEPT: usize = 2 * 1024 * 1024;
/// So many large ones are kept besides: mapping a block and touching its pages anew costs more than all else that is done
/// with a message. They have room of their own, so that no crowd of small ones takes it.
const FEW: usize = 8;
/// But never more bytes of them than this.
const MOST: usize = 16 * 1024 * 1024;

/// Unused blocks of a thread.
#[derive(Default)]
struct Spare {
    small: Vec<MmapMut>,
    large: Vec<MmapMut>,
}

impl Spare {
    fn blocks(&mut self, bytes: usize) -> &mut Vec<MmapMut> {
        if bytes > LARGE {
            &mut self.large
        } else {
            &mut self.small
        }
    }

    fn take(&mut self, bytes: usize) -> Option<MmapMut> {
        let blocks = self.blocks(bytes);
        // The last one given back is the most likely to be in the processor's cache.
        let found = blocks.iter().rposition(|block| block.len() >= bytes)?;
        Some(blocks.remove(found))
    }

    fn give_back(&mut self, block: MmapMut) {
        let large = block.len() > LARGE;
        let blocks = self.blocks(block.len());
        let kept = block.len() + blocks.iter().map(|block| block.len()).sum::<usize>();
        if (large && blocks.len() < FEW && kept <= MOST) || (!large && kept <= KEPT) {
            blocks.push(block);
        }
    }
}

thread_local! {
    static SPARE: RefCell<Spare> = RefCell::default();
}

/// A block of zeros or of what an earlier message left there. Goes back to its thread when dropped.
#[derive(Debug)]
pub(super) struct Block(Option<MmapMut>);

impl Block {
    /// A block of at least `bytes`.
    pub(super) fn take(bytes: usize) -> io::Result<Self> {
        let bytes = bytes.max(1).next_multiple_of(UNIT);
        let spare = SPARE.with_borrow_mut(|spare| spare.take(bytes));
        let block = match spare {
            Some(block) => block,
            None => MmapMut::map_anon(bytes)?,
        };
        Ok(Self(Some(block)))
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        self.0.as_deref_mut().unwrap_or_default()
    }
}

impl AsRef<[u8]> for Block {
    fn as_ref(&self) -> &[u8] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        let Some(block) = self.0.take() else { return };
        // Where the thread is ending already, the block is simply unmapped.
        let _ = SPARE.try_with(|spare| spare.borrow_mut().give_back(block));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Vec<usize> {
        SPARE.with_borrow(|spare| {
            spare
                .small
                .iter()
                .chain(&spare.large)
                .map(|block| block.len())
                .collect()
        })
    }

    #[test]
    fn blocks_come_back_and_are_used_again() {
        let mut block = Block::take(UNIT + 1).unwrap();
        assert_eq!(block.as_ref().len(), 2 * UNIT);
        block.bytes_mut()[0] = 7;
        drop((block, Block::take(0).unwrap()));
        assert_eq!(kept(), [2 * UNIT, UNIT]);
        let again = Block::take(2 * UNIT).unwrap();
        assert_eq!((again.as_ref()[0], kept()), (7, vec![UNIT]));
    }

    #[test]
    fn not_too_much_is_kept() {
        let many: Vec<_> = (0..100).map(|_| Block::take(UNIT).unwrap()).collect();
        drop(many);
        assert_eq!(kept().iter().sum::<usize>(), KEPT);
        drop(Block::take(2 * MOST).unwrap());
        assert_eq!(kept().iter().sum::<usize>(), KEPT);
    }

    #[test]
    fn a_few_large_ones_are_kept() {
        let many: Vec<_> = (0..20).map(|_| Block::take(16 * UNIT).unwrap()).collect();
        drop(many);
        assert_eq!(kept(), vec![16 * UNIT; FEW]);
        drop(Block::take(MOST).unwrap());
        assert_eq!(kept().len(), FEW);
    }

    /// A quiet hour of short messages must not make every long transcript dear.
    #[test]
    fn small_ones_leave_room_for_large_ones() {
        drop((0..100).map(|_| Block::take(UNIT).unwrap()).collect::<Vec<_>>());
        let mut large = Block::take(16 * UNIT).unwrap();
        large.bytes_mut()[0] = 9;
        drop(large);
        assert_eq!(Block::take(16 * UNIT).unwrap().as_ref()[0], 9, "mapped anew");
    }
}
