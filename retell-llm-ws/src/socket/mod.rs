//! A lean server-side WebSocket connection (RFC 6455) on any byte stream.
//!
//! Made for a peer that is silent most of the time and then sends the whole transcript at once: an idle connection holds
//! no buffer at all, a message is read straight into a buffer that fits it, unmasked where it lies and handed over
//! without a copy, and the buffer goes back to its thread. Several frames sent before a flush leave in one write.
//!
//! No extension is offered, so nothing is compressed. Pings are answered and close frames confirmed by the connection
//! itself, while it is polled as a stream.
//!
//! What the client must not do ends the connection: reserved bits and codes, frames without a mask, broken fragments
//! ([`Violation::Protocol`], 1002), text that is no UTF-8 ([`Violation::NotText`], 1007), messages above the limit
//! ([`Violation::TooLarge`], 1009). The stream yields the violation once; the owner answers with
//! [`Message::Close`] and its [code](Violation::close_code), and polls on until the client has closed as well. What comes
//! meanwhile is thrown away as it arrives.

mod block;
mod decode;
mod header;
mod input;
mod mask;
mod write;

use std::{
    fmt, io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_util::{Sink, Stream};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    task::coop,
};

use self::{
    decode::{Decoder, Received},
    header::OpCode,
    input::Input,
    write::Writer,
};
#[cfg(doc)]
use crate::Violation;
use crate::{Message, TransportError};

/// A WebSocket connection after its handshake, seen from the server.
///
/// Set `TCP_NODELAY` on the stream below, or small frames wait for each other. Read and write from one task: pongs are
/// written while it is read, so of two halves on two tasks one may take the other's wake-up.
///
/// # Cancel safety
///
/// `next`, `send` and `flush` may be dropped at any point: what was read stays, what was queued is written by the next
/// flush. Dropped as a whole, it drops the stream without a close frame.
///
/// ```
/// use futures_util::{SinkExt, StreamExt};
/// use retell_llm_ws::{Message, socket::Socket};
/// # use tokio::io::{AsyncReadExt, AsyncWriteExt};
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let (mut client, server) = tokio::io::duplex(1024);
/// let mut socket = Socket::new(server, 8 * 1024 * 1024);
/// client.write_all(b"\x81\x82\0\0\0\0hi").await?;
/// assert!(matches!(socket.next().await, Some(Ok(Message::Text(text))) if &text[..] == b"hi"));
/// socket.send(Message::text("hello")).await?;
/// # let mut answer = [0; 7];
/// # client.read_exact(&mut answer).await?;
/// # assert_eq!(&answer, b"\x81\x05hello");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Socket<S> {
    io: S,
    input: Input,
    decoder: Decoder,
    writer: Writer,
    /// The client's close frame has come, or the end of the stream.
    ended: bool,
}

impl<S> Socket<S> {
    /// A connection on a stream whose handshake is done; larger messages than `max_message_bytes` are refused.
    pub fn new(io: S, max_message_bytes: usize) -> Self {
        Self::with_read(io, max_message_bytes, &[])
    }

    /// The same when bytes of the client were read already, behind its handshake.
    pub fn with_read(io: S, max_message_bytes: usize, read: &[u8]) -> Self {
        Self {
            io,
            input: Input::new(read),
            decoder: Decoder::new(max_message_bytes),
            writer: Writer::default(),
            ended: false,
        }
    }
}

impl<S> fmt::Debug for Socket<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Socket")
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Socket<S> {
    /// Reads what has come; `Ok(false)` at the end of the stream.
    fn poll_fill(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<bool>> {
        let mut room = ReadBuf::new(self.input.room(Decoder::wanted(&self.input))?);
        let read = Pin::new(&mut self.io).poll_read(cx, &mut room);
        let count = room.filled().len();
        if read.is_pending() {
            self.input.rest();
        }
        ready!(read)?;
        self.input.filled(count);
        Poll::Ready(Ok(count > 0))
    }

    fn received(&mut self, cx: &mut Context<'_>, received: Received) -> Message {
        match received {
            Received::Text(text) => return Message::Text(text),
            Received::Binary => return Message::Binary,
            Received::Ping(payload) => self.writer.pong(&payload),
            Received::Pong => {}
            Received::Close(code) => {
                self.ended = true;
                self.writer.close(code);
                let _ = self.writer.poll_write(&mut self.io, cx);
                return Message::Close(code);
            }
        }
        // When the stream takes nothing now, it is tried again with the next poll.
        let _ = self.writer.poll_write(&mut self.io, cx);
        Message::Control
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Stream for Socket<S> {
    type Item = Result<Message, TransportError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if this.ended {
                return Poll::Ready(None);
            }
            if this.input.len() > 0 {
                // Many small messages that came at once must not keep the thread from other calls.
                let turn = ready!(coop::poll_proceed(cx));
                match this.decoder.decode(&mut this.input) {
                    Ok(Some(received)) => {
                        turn.made_progress();
                        return Poll::Ready(Some(Ok(this.received(cx, received))));
                    }
                    Ok(None) => {}
                    Err(violation) => return Poll::Ready(Some(Err(TransportError::Refused(violation)))),
                }
            }
            if this.writer.answers() {
                let _ = this.writer.poll_write(&mut this.io, cx);
            }
            match ready!(this.poll_fill(cx)) {
                Ok(true) => {}
                Ok(false) => this.ended = true,
                Err(error) => {
                    this.ended = true;
                    return Poll::Ready(Some(Err(TransportError::Broken(error.into()))));
                }
            }
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Sink<Message> for Socket<S> {
    type Error = TransportError;

    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        let this = self.get_mut();
        if this.writer.is_full() {
            return this.writer.poll_write(&mut this.io, cx).map_err(broken);
        }
        Poll::Ready(Ok(()))
    }

    fn start_send(self: Pin<&mut Self>, message: Message) -> Result<(), TransportError> {
        let writer = &mut self.get_mut().writer;
        match message {
            Message::Text(text) => writer.frame(OpCode::Text, &text).map_err(broken),
            Message::Close(code) => {
                writer.close(code);
                Ok(())
            }
            // The protocol has no binary messages, and control frames are the connection's affair.
            Message::Binary | Message::Control => Ok(()),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        let this = self.get_mut();
        ready!(this.writer.poll_write(&mut this.io, cx)).map_err(broken)?;
        Pin::new(&mut this.io).poll_flush(cx).map_err(broken)
    }

    /// Writes what is queued and ends the sending side of the stream. Send a [`Message::Close`] before.
    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        ready!(self.as_mut().poll_flush(cx))?;
        Pin::new(&mut self.get_mut().io).poll_shutdown(cx).map_err(broken)
    }
}

fn broken(error: io::Error) -> TransportError {
    TransportError::Broken(error.into())
}

#[cfg(test)]
mod tests;
