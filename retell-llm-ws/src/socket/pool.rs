//! Read and write buffers that belong to the thread, not to the call.
//!
//! A call is idle nearly all its life. A buffer of its own would be most of its memory, and a cold one for each message;
//! so calls borrow one while they read or write and give it back.

use std::cell::RefCell;

use bytes::BytesMut;

/// A new buffer's size: a read that does not fill its buffer tells that nothing more has come, which saves a system call.
pub(super) const FRESH: usize = 64 * 1024;
/// Larger buffers are not kept.
const LARGEST: usize = 1024 * 1024;
/// Buffers kept per thread.
const KEPT: usize = 4;

thread_local! {
    static SPARE: RefCell<Vec<BytesMut>> = const { RefCell::new(Vec::new()) };
}

/// An empty buffer with room for `bytes` at least.
pub(super) fn take(bytes: usize) -> BytesMut {
    let spare = SPARE.with_borrow_mut(|spare| {
        let found = spare.iter().rposition(|buffer| buffer.capacity() >= bytes)?;
        Some(spare.swap_remove(found))
    });
    spare.unwrap_or_else(|| BytesMut::with_capacity(bytes.next_multiple_of(FRESH)))
}

/// Gives a buffer back. What is in it is forgotten; while somebody still holds a message that lies in it, it is not kept.
pub(super) fn give(mut buffer: BytesMut) {
    buffer.clear();
    // The whole of it comes back only when nobody else holds a part.
    if !buffer.try_reclaim(FRESH) || buffer.capacity() > LARGEST {
        return;
    }
    SPARE.with_borrow_mut(|spare| {
        if spare.len() < KEPT {
            spare.push(buffer);
        } else if let Some(smallest) = spare.iter_mut().min_by_key(|kept| kept.capacity())
            && smallest.capacity() < buffer.capacity()
        {
            *smallest = buffer;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_comes_back_whole_unless_somebody_holds_a_part() {
        let mut buffer = take(100_000);
        buffer.extend_from_slice(&[7; 90_000]);
        let message = buffer.split_to(80_000).freeze();
        drop(message);
        give(buffer);
        let again = take(100_000);
        assert!(again.is_empty() && again.capacity() >= 100_000);

        let mut buffer = again;
        buffer.extend_from_slice(&[7; 90_000]);
        let held = buffer.split_to(90_000).freeze();
        give(buffer);
        assert!(SPARE.with_borrow(Vec::is_empty), "a part of it is in use");
        assert_eq!(held, vec![7; 90_000]);
    }

    #[test]
    fn few_and_not_too_large_are_kept() {
        for _ in 0..10 {
            give(BytesMut::with_capacity(FRESH));
        }
        give(BytesMut::with_capacity(LARGEST + 1));
        give(BytesMut::with_capacity(4 * FRESH));
        SPARE.with_borrow(|spare| {
            assert_eq!(spare.len(), KEPT);
            let sizes: Vec<_> = spare.iter().map(BytesMut::capacity).collect();
            assert_eq!(
                sizes.iter().filter(|size| **size == 4 * FRESH).count(),
                1,
                "{sizes:?}"
            );
        });
    }
}
