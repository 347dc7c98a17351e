//! A stream that gives what it is told to give, in the pieces it is told.

use std::{
    collections::VecDeque,
    io,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, Waker},
};

use futures_util::StreamExt as _;
use retell_llm_ws::{Message, TransportError, Violation, socket::Socket};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Gives each piece by itself, and nothing more until it is asked again.
struct Feed {
    pieces: VecDeque<Vec<u8>>,
    paused: bool,
    written: Arc<Mutex<Vec<u8>>>,
}

impl AsyncRead for Feed {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, room: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        this.paused = !this.paused;
        if this.paused {
            return Poll::Pending;
        }
        if let Some(mut piece) = this.pieces.pop_front() {
            let rest = piece.split_off(piece.len().min(room.remaining()));
            room.put_slice(&piece);
            if !rest.is_empty() {
                this.pieces.push_front(rest);
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Feed {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.written.lock().unwrap().extend_from_slice(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// What a connection makes of these pieces, and what it writes meanwhile.
pub(crate) fn heard(
    pieces: impl IntoIterator<Item = Vec<u8>>,
    limit: usize,
) -> (Vec<Result<Message, Violation>>, Vec<u8>) {
    let written = Arc::default();
    let feed = Feed {
        pieces: pieces.into_iter().filter(|piece| !piece.is_empty()).collect(),
        paused: false,
        written: Arc::clone(&written),
    };
    let mut socket = Socket::new(feed, limit);
    let mut heard = Vec::new();
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        match socket.poll_next_unpin(&mut cx) {
            Poll::Ready(Some(Ok(message))) => heard.push(Ok(message)),
            Poll::Ready(Some(Err(TransportError::Refused(violation)))) => heard.push(Err(violation)),
            Poll::Ready(Some(Err(error))) => panic!("{error}"),
            Poll::Ready(None) => break,
            Poll::Pending => {}
        }
    }
    drop(socket);
    let written = written.lock().unwrap().clone();
    (heard, written)
}
