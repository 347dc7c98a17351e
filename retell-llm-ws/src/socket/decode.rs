//! From bytes to messages: framing, fragments, limits. No socket here.

use bytes::Bytes;

use super::{
    header::{Header, OpCode},
    input::Input,
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

    /// The next message in `input`; `None` when more bytes are needed.
    pub(super) fn decode(&mut self, input: &mut Input) -> Result<Option<Received>, Violation> {
        loop {
            if self.broken {
                input.clear();
                return Ok(None);
            }
            if self.skip > 0 {
                let here = usize::try_from(self.skip).map_or(input.len(), |skip| skip.min(input.len()));
                input.advance(here);
                self.skip -= here as u64;
            }
            let received = match self.frame(input) {
                Ok(Some(header)) => self.take(header, input),
                Ok(None) => return Ok(None),
                Err(violation) => Err(violation),
            };
            match received {
                Ok(None) => {}
                Ok(received) => return Ok(received),
                Err(violation) => return Err(self.refuse(violation)),
            }
        }
    }

    fn refuse(&mut self, violation: Violation) -> Violation {
        self.fragments = None;
        self.broken = violation != Violation::TooLarge;
        violation
    }

    /// How many bytes of `input` the next frame takes, as far as that is known.
    pub(super) fn wanted(input: &Input) -> usize {
        match Header::parse(input.bytes()) {
            Ok(Some(header)) => usize::try_from(header.payload)
                .map_or(usize::MAX, |payload| payload.saturating_add(header.size)),
            // A head is 14 bytes at most.
            _ => 14,
        }
    }

    /// The head of a frame that has come whole; what is left of it in `input` is its payload, without its mask.
    fn frame(&mut self, input: &mut Input) -> Result<Option<Header>, Violation> {
        let Some(header) = Header::parse(input.bytes())? else {
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
                    input.advance(header.size);
                    self.skip = header.payload;
                    return Err(Violation::TooLarge);
                }
            }
            OpCode::Close | OpCode::Ping | OpCode::Pong => {}
        }
        // Small enough by now, whatever the size of an address.
        let payload = header.payload as usize;
        if input.len() - header.size < payload {
            return Ok(None);
        }
        input.advance(header.size);
        unmask(&mut input.bytes_mut()[..payload], header.key);
        Ok(Some(header))
    }

    /// Takes the payload and says what it means; `None` for a fragment that is not the last.
    fn take(&mut self, header: Header, input: &mut Input) -> Result<Option<Received>, Violation> {
        let size = header.payload as usize;
        match header.code {
            OpCode::Ping => Ok(Some(Received::Ping(input.split(size)))),
            OpCode::Pong => {
                input.advance(size);
                Ok(Some(Received::Pong))
            }
            OpCode::Close => close_code(&input.split(size)).map(|code| Some(Received::Close(code))),
            OpCode::Text if header.last => text(input.split(size)).map(Some),
            OpCode::Binary if header.last => {
                input.advance(size);
                Ok(Some(Received::Binary))
            }
            OpCode::Text | OpCode::Binary => {
                self.fragments = Some(Fragments {
                    text: header.code == OpCode::Text,
                    so_far: input.bytes()[..size].to_vec(),
                    count: 1,
                });
                input.advance(size);
                Ok(None)
            }
            OpCode::Continuation => self.go_on(header, input),
        }
    }

    fn go_on(&mut self, header: Header, input: &mut Input) -> Result<Option<Received>, Violation> {
        let fragments = self.fragments.as_mut().ok_or(Violation::Protocol)?;
        let size = header.payload as usize;
        fragments.so_far.extend_from_slice(&input.bytes()[..size]);
        fragments.count += 1;
        input.advance(size);
        if fragments.count > MOST_FRAGMENTS {
            return Err(Violation::TooLarge);
        }
        if !header.last {
            return Ok(None);
        }
        match self.fragments.take() {
            Some(whole) if whole.text => text(whole.so_far.into()).map(Some),
            _ => Ok(Some(Received::Binary)),
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
