//! The disk's end of a recording: may block.

use std::{borrow::Cow, io, time::Duration};

use super::{
    line::{Entry, EntryLine, Event, HeaderLine},
    mask::Mask,
    recorder::{Recorded, Taken, What},
};

/// Writes what a [`Recording`](super::Recording) brings. Made by [`record`](super::record).
#[derive(Debug)]
pub struct TapeWriter {
    taken: Taken,
    mask: Mask,
    summary: TapeSummary,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TapeSummary {
    /// Lines written, the header included.
    pub lines: u64,
    /// Events that were not, because the queue was full.
    pub dropped: u64,
}

impl TapeWriter {
    pub(super) fn new(taken: Taken) -> Self {
        Self {
            taken,
            mask: Mask::None,
            summary: TapeSummary::default(),
        }
    }

    /// Takes this away before it is written. Default: nothing.
    #[must_use]
    pub fn mask(mut self, mask: Mask) -> Self {
        self.mask = mask;
        self
    }

    /// Writes until the call is over. Blocks, so give it a thread: `std::thread::spawn`, or tokio's `spawn_blocking`.
    ///
    /// The writer is flushed whenever nothing waits, so a tape is whole but for its last moments if the process dies.
    ///
    /// # Errors
    ///
    /// Those of `out`. The call goes on without being recorded.
    pub fn write_to(mut self, out: impl io::Write) -> io::Result<TapeSummary> {
        let mut out = io::BufWriter::new(out);
        let mut last = Duration::ZERO;
        while let Some(first) = self.taken.next(true) {
            let mut next = Some(first);
            while let Some(event) = next {
                last = event.at;
                self.event(&mut out, event)?;
                next = self.taken.next(false);
            }
            io::Write::flush(&mut out)?;
        }
        self.dropped(&mut out, last, self.taken.lost())?;
        io::Write::flush(&mut out)?;
        Ok(self.summary)
    }

    fn event(&mut self, out: &mut impl io::Write, event: Recorded) -> io::Result<()> {
        let Recorded { at, what, dropped } = event;
        self.dropped(out, at, dropped)?;
        let event = match what {
            What::Began(mut header) => {
                header.mask = Cow::Borrowed(self.mask.name());
                return self.line(out, &HeaderLine::new(header));
            }
            What::Received(text) => Event::Received(self.masked(&text)),
            What::Sent(text) => Event::Sent(self.masked(&text)),
            What::Binary => Event::Binary,
            What::Closed(by, code) => Event::Closed { by, code },
            What::Lost(by) => Event::Lost { by },
        };
        self.line(out, &EntryLine::new(&Entry { at, event }))
    }

    fn masked(&self, text: &[u8]) -> String {
        self.mask.frame(&String::from_utf8_lossy(text)).into_owned()
    }

    fn dropped(&mut self, out: &mut impl io::Write, at: Duration, count: u64) -> io::Result<()> {
        if count == 0 {
            return Ok(());
        }
        self.summary.dropped += count;
        let event = Event::Dropped(count);
        self.line(out, &EntryLine::new(&Entry { at, event }))
    }

    fn line(&mut self, out: &mut impl io::Write, line: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut *out, line)?;
        out.write_all(b"\n")?;
        self.summary.lines += 1;
        Ok(())
    }
}

impl std::fmt::Debug for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Taken")
    }
}
