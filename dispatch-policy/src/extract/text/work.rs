//! Counts how often a word is looked at, so that a test can tell how the work grows without a clock.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

pub(super) fn step() {
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// The looks taken while `f` runs.
pub(in crate::extract) fn count(f: impl FnOnce()) -> u64 {
    STEPS.with(|steps| steps.set(0));
    f();
    STEPS.with(Cell::get)
}
