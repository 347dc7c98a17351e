//! What a socket must be able to do: carry messages both ways.

use bytes::Bytes;
use futures_util::{Sink, Stream};

/// One WebSocket message.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message {
    /// Text; the bytes are UTF-8.
    Text(Bytes),
    /// Binary; the protocol has none.
    Binary,
    /// A close frame, with its code if it has one.
    Close(Option<u16>),
    /// A control frame that the transport has answered itself.
    Control,
}

impl Message {
    /// A text message.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(Bytes::from(text.into()))
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text(<{} bytes>)", text.len()),
            Self::Binary => f.write_str("Binary"),
            Self::Close(code) => write!(f, "Close({code:?})"),
            Self::Control => f.write_str("Control"),
        }
    }
}

/// Why a transport failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransportError {
    /// The other side did what it must not. A close frame with [`Violation::close_code`] can still be sent.
    #[error("the other side's message was refused")]
    Refused(#[source] Violation),
    /// The connection broke.
    #[error("the connection broke")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What the other side did that ends the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// It broke the framing rules.
    #[error("the client broke the WebSocket protocol")]
    Protocol,
    /// It sent text that is no UTF-8.
    #[error("the client sent text that is no UTF-8")]
    NotText,
    /// It sent a message above the limit.
    #[error("the client sent a message above the limit")]
    TooLarge,
}

impl Violation {
    /// The code of the close frame that answers it.
    pub fn close_code(self) -> u16 {
        match self {
            Self::Protocol => 1002,
            Self::NotText => 1007,
            Self::TooLarge => 1009,
        }
    }
}

/// A socket as the drive loop needs it; implemented for every stream and sink of [`Message`].
///
/// Answering WebSocket pings and close frames is the transport's work. Dropping it without a [`Message::Close`] must
/// drop the connection without a close frame.
pub trait Transport:
    Stream<Item = Result<Message, TransportError>> + Sink<Message, Error = TransportError> + Send + Unpin
{
}

impl<T> Transport for T where
    T: Stream<Item = Result<Message, TransportError>> + Sink<Message, Error = TransportError> + Send + Unpin
{
}
