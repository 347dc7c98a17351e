//! What waits to be written.

use std::{
    io,
    pin::pin,
    task::{Context, Poll, ready},
};

use bytes::BytesMut;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};

use super::header::{CONTROL_BYTES, Header, OpCode};

/// Above this a sender waits for the stream.
const FULL: usize = 64 * 1024;

/// Frames on their way out: encoded one behind the other, so that they leave in one write.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// Without memory of its own while nothing waits.
    out: BytesMut,
    /// The newest ping's payload, not yet answered. Earlier ones need no answer (RFC 6455, section 5.5.3), so a flood of
    /// them takes no memory.
    pong: Option<BytesMut>,
    /// A pong is among what waits in `out`.
    answering: bool,
    /// A close frame is queued or sent; nothing may follow it.
    closed: bool,
}

impl Writer {
    pub(super) fn is_full(&self) -> bool {
        self.out.len() >= FULL
    }

    /// Whether a ping has yet to be answered, be it in part.
    pub(super) fn answers(&self) -> bool {
        self.pong.is_some() || self.answering
    }

    /// Queues a frame.
    pub(super) fn frame(&mut self, code: OpCode, payload: &[u8]) -> io::Result<()> {
        if self.closed {
            return Err(io::Error::new(
                io::ErrorKind::BrokenPipe,
                "nothing follows a close frame",
            ));
        }
        let (head, size) = Header::of_server(code, payload.len());
        self.out.reserve(size + payload.len());
        self.out.extend_from_slice(&head[..size]);
        self.out.extend_from_slice(payload);
        Ok(())
    }

    pub(super) fn pong(&mut self, payload: &[u8]) {
        debug_assert!(payload.len() <= CONTROL_BYTES, "refused when it was read");
        if !self.closed {
            self.pong = Some(BytesMut::from(payload));
        }
    }

    /// Queues a close frame, once.
    pub(super) fn close(&mut self, code: Option<u16>) {
        let body = code.map(u16::to_be_bytes);
        let body = body.as_ref().map_or(&[][..], |code| code);
        if self.frame(OpCode::Close, body).is_ok() {
            self.closed = true;
            self.pong = None;
        }
    }

    /// Writes all that waits.
    pub(super) fn poll_write<S: AsyncWrite + Unpin>(
        &mut self,
        io: &mut S,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        loop {
            while !self.out.is_empty() {
                if ready!(pin!(io.write_buf(&mut self.out)).poll(cx))? == 0 {
                    return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
                }
            }
            // Only now: while the stream takes nothing, the newest one waits alone.
            match self.pong.take() {
                Some(payload) => {
                    self.frame(OpCode::Pong, &payload)?;
                    self.answering = true;
                }
                None => break,
            }
        }
        self.answering = false;
        self.out = BytesMut::new();
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
impl Writer {
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    pub(super) fn memory(&self) -> usize {
        self.out.capacity()
    }
}
