//! The head of a WebSocket frame (RFC 6455, section 5.2).

use crate::Violation;

/// Most bytes a control frame may carry.
pub(super) const CONTROL_BYTES: usize = 125;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpCode {
    Continuation,
    Text,
    Binary,
    Close,
    Ping,
    Pong,
}

impl OpCode {
    fn is_control(self) -> bool {
        matches!(self, Self::Close | Self::Ping | Self::Pong)
    }

    fn bits(self) -> u8 {
        match self {
            Self::Continuation => 0,
            Self::Text => 1,
            Self::Binary => 2,
            Self::Close => 8,
            Self::Ping => 9,
            Self::Pong => 10,
        }
    }

    fn from_bits(bits: u8) -> Option<Self> {
        Some(match bits {
            0 => Self::Continuation,
            1 => Self::Text,
            2 => Self::Binary,
            8 => Self::Close,
            9 => Self::Ping,
            10 => Self::Pong,
            _ => return None,
        })
    }
}

/// The head of a frame from a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) last: bool,
    pub(super) code: OpCode,
    pub(super) key: [u8; 4],
    /// Bytes of the payload.
    pub(super) payload: u64,
    /// Bytes of the head itself.
    pub(super) size: usize,
}

impl Header {
    /// Reads a head; `None` when more bytes are needed. What a client must not send is refused as early as it is seen.
    pub(super) fn parse(bytes: &[u8]) -> Result<Option<Self>, Violation> {
        let &[first, second, ref rest @ ..] = bytes else {
            return Ok(None);
        };
        // No extension is ever agreed on, so the reserved bits have no meaning; a client must mask.
        if first & 0x70 != 0 || second & 0x80 == 0 {
            return Err(Violation::Protocol);
        }
        let code = OpCode::from_bits(first & 0x0f).ok_or(Violation::Protocol)?;
        let last = first & 0x80 != 0;
        let short = second & 0x7f;
        if code.is_control() && (!last || usize::from(short) > CONTROL_BYTES) {
            return Err(Violation::Protocol);
        }
        let (payload, extra) = match short {
            126 => match rest {
                &[a, b, ..] => (u64::from(u16::from_be_bytes([a, b])), 2),
                _ => return Ok(None),
            },
            127 => match rest.first_chunk() {
                Some(length) => (u64::from_be_bytes(*length), 8),
                None => return Ok(None),
            },
            short => (u64::from(short), 0),
        };
        // The shortest form is the only one allowed, and the highest bit must be clear.
        if (extra == 2 && payload < 126) || (extra == 8 && (payload <= 0xffff || payload >> 63 == 1)) {
            return Err(Violation::Protocol);
        }
        let Some(key) = rest.get(extra..).and_then(<[u8]>::first_chunk) else {
            return Ok(None);
        };
        Ok(Some(Self {
            last,
            code,
            key: *key,
            payload,
            size: 2 + extra + key.len(),
        }))
    }

    /// The head of a whole, unmasked frame, as a server sends it, and how many of the bytes count.
    pub(super) fn of_server(code: OpCode, payload: usize) -> ([u8; 10], usize) {
        let mut head = [0; 10];
        head[0] = 0x80 | code.bits();
        let length = (payload as u64).to_be_bytes();
        let size = match payload {
            0..=125 => {
                head[1] = length[7];
                2
            }
            126..=0xffff => {
                head[1] = 126;
                head[2..4].copy_from_slice(&length[6..]);
                4
            }
            _ => {
                head[1] = 127;
                head[2..].copy_from_slice(&length);
                10
            }
        };
        (head, size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server's head with a client's mask bit and key.
    fn masked(code: OpCode, payload: usize) -> Vec<u8> {
        let (head, size) = Header::of_server(code, payload);
        let mut head = head[..size].to_vec();
        head[1] |= 0x80;
        head.extend([1, 2, 3, 4]);
        head
    }

    #[test]
    fn lengths_round_trip_and_every_part_of_a_head_waits_for_more() {
        for payload in [0, 1, 125, 126, 127, 0xffff, 0x1_0000, 8 << 20] {
            let head = masked(OpCode::Text, payload);
            let read = Header::parse(&head).unwrap().unwrap();
            assert_eq!((read.payload, read.size), (payload as u64, head.len()));
            assert_eq!(
                (read.last, read.code, read.key),
                (true, OpCode::Text, [1, 2, 3, 4])
            );
            for part in 0..head.len() {
                assert_eq!(Header::parse(&head[..part]), Ok(None), "{part} of {payload}");
            }
        }
    }

    #[test]
    fn what_a_client_must_not_send_is_refused() {
        let key = [0; 4];
        for bits in 0..=u8::MAX {
            let bytes = [&[bits, 0x80][..], &key].concat();
            let known = matches!(bits & 0x0f, 0..=2 | 8..=10);
            let control_in_parts = bits & 0x88 == 0x08;
            let fine = bits & 0x70 == 0 && known && !control_in_parts;
            assert_eq!(Header::parse(&bytes).is_ok(), fine, "{bits:#x}");
        }
        for bytes in [
            &[0x81, 0x05][..],                           // not masked
            &[0x89, 0xfe, 0, 126],                       // a ping of 126 bytes
            &[0x81, 0xfe, 0, 125],                       // 125 in the longer form
            &[0x81, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xff], // 65535 in the longest form
            &[0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0],    // the highest bit
        ] {
            assert_eq!(Header::parse(bytes), Err(Violation::Protocol), "{bytes:x?}");
        }
    }
}
