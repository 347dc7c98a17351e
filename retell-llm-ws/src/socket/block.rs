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
/// Bytes of unused blocks kept per thread.
const KEPT: usize = 2 * 1024 * 1024;
/// This many are kept even if they are larger: mapping a block and touching its pages anew costs more than all else that
/// is done with a message.
const FEW: usize = 8;
/// But never more bytes than this.
const MOST: usize = 16 * 1024 * 1024;

thread_local! {
    static SPARE: RefCell<Vec<MmapMut>> = const { RefCell::new(Vec::new()) };
}

/// A block of zeros or of what an earlier message left there. Goes back to its thread when dropped.
#[derive(Debug)]
pub(super) struct Block(Option<MmapMut>);

impl Block {
    /// A block of at least `bytes`.
    pub(super) fn take(bytes: usize) -> io::Result<Self> {
        let spare = SPARE.with_borrow_mut(|spare| {
            // The last one given back is the most likely to be in the processor's cache.
            let found = spare.iter().rposition(|block| block.len() >= bytes)?;
            Some(spare.remove(found))
        });
        let block = match spare {
            Some(block) => block,
            None => MmapMut::map_anon(bytes.max(1).next_multiple_of(UNIT))?,
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
        let _ = SPARE.try_with(|spare| {
            let mut spare = spare.borrow_mut();
            let kept = block.len() + spare.iter().map(|block| block.len()).sum::<usize>();
            if kept <= KEPT || (spare.len() < FEW && kept <= MOST) {
                spare.push(block);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Vec<usize> {
        SPARE.with_borrow(|spare| spare.iter().map(|block| block.len()).collect())
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
        drop(Block::take(2 * KEPT).unwrap());
        assert_eq!(kept().iter().sum::<usize>(), KEPT, "there are enough small ones");
    }

    #[test]
    fn a_few_large_ones_are_kept() {
        let many: Vec<_> = (0..20).map(|_| Block::take(16 * UNIT).unwrap()).collect();
        drop(many);
        assert_eq!(kept(), vec![16 * UNIT; FEW]);
        drop(Block::take(MOST).unwrap());
        assert_eq!(kept().len(), FEW);
    }
}
