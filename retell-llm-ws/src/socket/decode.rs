//! From bytes to messages: framing, fragments, limits. No socket here.

use bytes::{Buf, Bytes, BytesMut};

use super::{
    header::{Header, OpCode},
    mask::unmask,
};
use crate::Violation;

/// Parts one message may come in.
const MOST_FRAGMENTS: usize = 16 * 1024;

/// What the client sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Received {
    Text(Bytes),
    Binary,
    Ping(Bytes),
    Pong,
    Close(Option<u16>),
}

/// A message of which the last fragment has not come.
#[derive(Debug)]
struct Fragments {
    text: bool,
    so_far: Vec<u8>,
    count: usize,
}

#[derive(Debug)]
pub(super) struct Decoder {
    max_message_bytes: usize,
    fragments: Option<Fragments>,
    /// Bytes still to come of a frame that was refused for its size.
    skip: u64,
    /// After a violation nothing the client sends has a meaning.
    broken: bool,
}

impl Decoder {
    pub(super) fn new(max_message_bytes: usize) -> Self {
        Self {
            max_message_bytes,
            fragments: None,
            skip: 0,
            broken: false,
        }
    }

    /// The next message in `buffer`; `None` when more bytes are needed.
    pub(super) fn decode(&mut self, buffer: &mut BytesMut) -> Result<Option<Received>, Violation> {
        loop {
            if self.broken {
                buffer.clear();
                return Ok(None);
            }
            if self.skip > 0 {
                let here = usize::try_from(self.skip).unwrap_or(usize::MAX).min(buffer.len());
                buffer.advance(here);
                self.skip -= here as u64;
            }
            match self.frame(buffer) {
                Ok(Some((header, payload))) => match self.take(header, payload) {
                    Ok(None) => {}
                    other => return self.note(other),
                },
                Ok(None) => return Ok(None),
                Err(violation) => return self.note(Err(violation)),
            }
        }
    }

    fn note<T>(&mut self, result: Result<T, Violation>) -> Result<T, Violation> {
        match result {
            Err(Violation::Protocol | Violation::NotText) => self.broken = true,
            Err(Violation::TooLarge) => self.fragments = None,
            Ok(_) => {}
        }
        result
    }

    /// How many bytes of `buffer` the next frame takes, as far as that is known.
    pub(super) fn wanted(&self, buffer: &BytesMut) -> usize {
        match Header::parse(buffer) {
            Ok(Some(header)) => usize::try_from(header.payload)
                .map_or(usize::MAX, |payload| payload.saturating_add(header.size)),
            // A head is 14 bytes at most.
            _ => 14,
        }
    }

    /// A whole frame with its mask removed.
    fn frame(&mut self, buffer: &mut BytesMut) -> Result<Option<(Header, BytesMut)>, Violation> {
        let Some(header) = Header::parse(buffer)? else {
            return Ok(None);
        };
        match header.code {
            OpCode::Continuation if self.fragments.is_none() => return Err(Violation::Protocol),
            OpCode::Text | OpCode::Binary if self.fragments.is_some() => return Err(Violation::Protocol),
            OpCode::Continuation | OpCode::Text | OpCode::Binary => {
                let before = self
                    .fragments
                    .as_ref()
                    .map_or(0, |fragments| fragments.so_far.len());
                // Refused by what is announced: nothing is set aside for it.
                if header.payload > (self.max_message_bytes - before) as u64 {
                    buffer.advance(header.size);
                    self.skip = header.payload;
                    return Err(Violation::TooLarge);
                }
            }
            OpCode::Close | OpCode::Ping | OpCode::Pong => {}
        }
        let payload = usize::try_from(header.payload).map_err(|_| Violation::TooLarge)?;
        if buffer.len() - header.size < payload {
            return Ok(None);
        }
        buffer.advance(header.size);
        let mut payload = buffer.split_to(payload);
        unmask(&mut payload, header.key);
        Ok(Some((header, payload)))
    }

    /// What a frame means; `None` for a fragment that is not the last.
    fn take(&mut self, header: Header, payload: BytesMut) -> Result<Option<Received>, Violation> {
        match header.code {
            OpCode::Ping => Ok(Some(Received::Ping(payload.freeze()))),
            OpCode::Pong => Ok(Some(Received::Pong)),
            OpCode::Close => close_code(&payload).map(|code| Some(Received::Close(code))),
            OpCode::Text if header.last => text(payload.freeze()).map(Some),
            OpCode::Binary if header.last => Ok(Some(Received::Binary)),
            OpCode::Text | OpCode::Binary => {
                self.fragments = Some(Fragments {
                    text: header.code == OpCode::Text,
                    so_far: payload.to_vec(),
                    count: 1,
                });
                Ok(None)
            }
            OpCode::Continuation => {
                let fragments = self.fragments.as_mut().ok_or(Violation::Protocol)?;
                fragments.count += 1;
                if fragments.count > MOST_FRAGMENTS {
                    return Err(Violation::TooLarge);
                }
                fragments.so_far.extend_from_slice(&payload);
                if !header.last {
                    return Ok(None);
                }
                match self.fragments.take() {
                    Some(whole) if whole.text => text(whole.so_far.into()).map(Some),
                    _ => Ok(Some(Received::Binary)),
                }
            }
        }
    }
}

fn text(payload: Bytes) -> Result<Received, Violation> {
    match simdutf8::basic::from_utf8(&payload) {
        Ok(_) => Ok(Received::Text(payload)),
        Err(_) => Err(Violation::NotText),
    }
}

/// The code of a close frame, whose body is empty or a code and a reason.
fn close_code(payload: &[u8]) -> Result<Option<u16>, Violation> {
    match payload {
        [] => Ok(None),
        [a, b, reason @ ..] => {
            let code = u16::from_be_bytes([*a, *b]);
            if !matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999) {
                return Err(Violation::Protocol);
            }
            str::from_utf8(reason).map_err(|_| Violation::NotText)?;
            Ok(Some(code))
        }
        [_] => Err(Violation::Protocol),
    }
}
