//! How much was put to the test.

use super::ledger::Ledger;

/// How often each thing happened.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) frames: u64,
    pub(crate) requests: u64,
    pub(crate) actions: u64,
    pub(crate) asides: u64,
    pub(crate) timers: u64,
    pub(crate) interruptions: u64,
    pub(crate) reconnects: u64,
    pub(crate) resent: u64,
    pub(crate) retried: u64,
    /// Actions that Retell had dropped and then took after all, in the last turn of a call.
    pub(crate) delivered: u64,
    pub(crate) hung_up: u64,
    pub(crate) late: u64,
}

impl Tally {
    pub(crate) fn take(&mut self, ledger: &Ledger) {
        self.interruptions += ledger.interruption.0;
        self.resent += u64::from(ledger.resent);
        self.retried += u64::from(ledger.retried);
    }

    pub(crate) fn add(&mut self, other: &Self) {
        let pairs = self.numbers().into_iter().zip(other.copies());
        for (sum, more) in pairs {
            *sum += more;
        }
    }

    /// Every kind of thing happened, and more often than in one interleaving of a hundred.
    pub(crate) fn is_rich(&self, interleavings: u64) {
        for (at, number) in self.copies().into_iter().enumerate() {
            assert!(number > interleavings / 100, "number {at} of {self:?}");
        }
    }

    fn numbers(&mut self) -> [&mut u64; 12] {
        [
            &mut self.frames,
            &mut self.requests,
            &mut self.actions,
            &mut self.asides,
            &mut self.timers,
            &mut self.interruptions,
            &mut self.reconnects,
            &mut self.resent,
            &mut self.retried,
            &mut self.delivered,
            &mut self.hung_up,
            &mut self.late,
        ]
    }

    fn copies(&self) -> [u64; 12] {
        [
            self.frames,
            self.requests,
            self.actions,
            self.asides,
            self.timers,
            self.interruptions,
            self.reconnects,
            self.resent,
            self.retried,
            self.delivered,
            self.hung_up,
            self.late,
        ]
    }
}
