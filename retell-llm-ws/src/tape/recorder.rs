//! The call's end of a recording: never waits.

use std::{
    fmt,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use tokio::time::Instant;

use super::{
    line::{Header, Side},
    writer::TapeWriter,
};
use crate::{Message, Transport, TransportError};

/// Events that may wait for the disk.
const MOST_EVENTS: usize = 1024;
/// Bytes of frames that may wait for the disk; one frame always may.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Both ends of a new tape, for one socket. At most 1,024 events and 4 MiB of frames wait between them.
pub fn record() -> (Recording, TapeWriter) {
    let (events, receiver) = sync_channel(MOST_EVENTS);
    let queue = Arc::new(Queue::default());
    let recording = Recording {
        events,
        queue: Arc::clone(&queue),
    };
    (
        recording,
        TapeWriter::new(Taken {
            events: receiver,
            queue,
        }),
    )
}

/// What one socket is recorded with. Made by [`record`].
#[derive(Clone)]
pub struct Recording {
    events: SyncSender<Recorded>,
    queue: Arc<Queue>,
}

#[derive(Default)]
struct Queue {
    bytes: AtomicUsize,
    dropped: AtomicU64,
}

/// One event, not yet looked at.
pub(super) struct Recorded {
    pub(super) at: Duration,
    pub(super) what: What,
    /// Events lost right before this one.
    pub(super) dropped: u64,
}

pub(super) enum What {
    Began(Header),
    Received(Bytes),
    Sent(Bytes),
    Binary,
    Closed(Side, Option<u16>),
    Lost(Side),
}

impl What {
    /// Copied: the text lies in a block of memory that is larger and belongs to the thread that read it.
    fn received(text: &[u8]) -> Self {
        Self::Received(Bytes::copy_from_slice(text))
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Received(text) | Self::Sent(text) => text.len(),
            _ => 0,
        }
    }
}

impl Recording {
    fn put(&self, at: Duration, what: What) {
        let bytes = what.bytes();
        let waiting = self.queue.bytes.fetch_add(bytes, Ordering::Relaxed);
        let dropped = self.queue.dropped.swap(0, Ordering::Relaxed);
        let sent = if waiting > 0 && waiting.saturating_add(bytes) > MOST_BYTES {
            false
        } else {
            match self.events.try_send(Recorded { at, what, dropped }) {
                Ok(()) => true,
                // Whoever held the other end knows why it is gone.
                Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => false,
            }
        };
        if !sent {
            self.queue.bytes.fetch_sub(bytes, Ordering::Relaxed);
            self.queue.dropped.fetch_add(dropped + 1, Ordering::Relaxed);
        }
    }
}

impl fmt::Debug for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recording")
    }
}

/// The writer's end.
pub(super) struct Taken {
    events: Receiver<Recorded>,
    queue: Arc<Queue>,
}

impl Taken {
    /// The next event; `None` when the call is over. Blocks, unless `wait` is false.
    pub(super) fn next(&self, wait: bool) -> Option<Recorded> {
        let event = if wait {
            self.events.recv().ok()
        } else {
            self.events.try_recv().ok()
        }?;
        self.queue.bytes.fetch_sub(event.what.bytes(), Ordering::Relaxed);
        Some(event)
    }

    /// What was lost after the last event.
    pub(super) fn lost(&self) -> u64 {
        self.queue.dropped.load(Ordering::Relaxed)
    }
}

/// A transport whose every message is recorded.
#[derive(Debug)]
pub struct Recorder<T> {
    transport: T,
    recording: Option<Recording>,
    opened: Instant,
}

impl<T: Transport> Recorder<T> {
    /// Records `transport` from now on.
    pub fn new(transport: T, recording: Recording, header: Header) -> Self {
        Self::optional(transport, Some(recording), header)
    }

    /// The same, if there is something to record with.
    pub(crate) fn optional(transport: T, recording: Option<Recording>, header: Header) -> Self {
        if let Some(recording) = &recording {
            recording.put(Duration::ZERO, What::Began(header));
        }
        Self {
            transport,
            recording,
            opened: Instant::now(),
        }
    }
}

impl<T> Recorder<T> {
    /// `what` is made only when it is recorded: a message is copied for it.
    fn put(&self, what: impl FnOnce() -> What) {
        if let Some(recording) = &self.recording {
            recording.put(self.opened.elapsed(), what());
        }
    }

    /// The last event; nothing is recorded any more.
    fn end(&mut self, what: What) {
        self.put(|| what);
        self.recording = None;
    }
}

impl<T: Transport> Stream for Recorder<T> {
    type Item = Result<Message, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let message = ready!(self.transport.poll_next_unpin(cx));
        match &message {
            Some(Ok(Message::Text(text))) => self.put(|| What::received(text)),
            Some(Ok(Message::Binary)) => self.put(|| What::Binary),
            Some(Ok(Message::Close(code))) => self.end(What::Closed(Side::Retell, *code)),
            Some(Ok(Message::Control)) => {}
            // The close frame that answers it says what it was.
            Some(Err(TransportError::Refused(_))) => {}
            Some(Err(TransportError::Broken(_))) | None => self.end(What::Lost(Side::Retell)),
        }
        Poll::Ready(message)
    }
}

impl<T: Transport> Sink<Message> for Recorder<T> {
    type Error = TransportError;

    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.transport.poll_ready_unpin(cx)
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message) -> Result<(), TransportError> {
        match &message {
            Message::Text(text) => self.put(|| What::Sent(text.clone())),
            Message::Close(code) => self.put(|| What::Closed(Side::Us, *code)),
            Message::Binary | Message::Control => {}
        }
        self.transport.start_send_unpin(message)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.transport.poll_flush_unpin(cx)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.transport.poll_close_unpin(cx)
    }
}

impl<T> Drop for Recorder<T> {
    fn drop(&mut self) {
        self.end(What::Lost(Side::Us));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recorded_message_holds_no_more_than_its_own_bytes() {
        let text = Bytes::from(b"hello".repeat(1000));
        let recorded = What::received(&text);
        assert!(text.is_unique());
        assert_eq!(recorded.bytes(), 5000);
    }
}
