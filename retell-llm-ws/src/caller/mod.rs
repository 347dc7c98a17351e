//! Retell's side of the socket: for simulators, tests and load generators.

mod conformance;

use std::{borrow::Cow, fmt};

use futures_util::{
    SinkExt, Stream, StreamExt, poll,
    stream::{SplitSink, SplitStream},
};
use retell_client::models::CallId;
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async_with_config,
    tungstenite::{
        self,
        protocol::{CloseFrame, Message, frame::coding::CloseCode},
    },
};

pub use self::conformance::{Conformance, Violation};
use crate::frame::{DecodeError, Inbound, Outbound};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Why a frame could not be exchanged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CallerError {
    /// The address cannot be dialled.
    #[error("the address of the LLM socket is not a usable ws:// URL")]
    BadUrl,
    /// The server answered the handshake with a refusal.
    #[error("the server refused the socket with HTTP status {status}")]
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// The connection could not be made or broke in a way the protocol does not foresee.
    #[error("the LLM socket failed")]
    Transport(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The server sent a close frame.
    #[error("the server closed the LLM socket")]
    Closed {
        /// Its code; `None` for a close frame without one (1005).
        code: Option<u16>,
    },
    /// The server sent a text frame that cannot be read. The socket is still usable.
    #[error("the server sent a frame that cannot be read")]
    Decode(#[source] DecodeError),
    /// The server sent a binary frame. Retell closes with 1007 on one.
    #[error("the server sent a binary frame")]
    Binary,
}

impl CallerError {
    /// Whether the socket can still be used.
    pub fn is_recoverable(&self) -> bool {
        matches!(self, Self::Decode(_))
    }

    fn transport(error: tungstenite::Error) -> Self {
        match error {
            tungstenite::Error::Http(response) => Self::Refused {
                status: response.status().as_u16(),
            },
            tungstenite::Error::Url(_) | tungstenite::Error::HttpFormat(_) => Self::BadUrl,
            other => Self::Transport(Box::new(other)),
        }
    }
}

/// One socket of one call, dialled as Retell dials it.
///
/// Only `ws://` (or `http://`) addresses are dialled: put a TLS-terminating proxy in front for others.
pub struct Caller {
    sender: CallerSender,
    receiver: CallerReceiver,
}

impl Caller {
    /// Dials `{base_url}/{call_id}`, with the query of the base URL kept at the end.
    ///
    /// # Errors
    ///
    /// [`CallerError::Refused`] with the HTTP status when the server does not want the socket.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is done, the connection is dropped too.
    pub async fn connect(base_url: &str, call_id: &CallId) -> Result<Self, CallerError> {
        let url = call_url(base_url, call_id);
        // Nagle's algorithm would hold back small frames by up to 40 ms.
        let (socket, _) = connect_async_with_config(url.as_str(), None, true)
            .await
            .map_err(CallerError::transport)?;
        let (sink, stream) = socket.split();
        Ok(Self {
            sender: CallerSender { sink },
            receiver: CallerReceiver { stream },
        })
    }

    /// Sends one frame.
    ///
    /// # Errors
    ///
    /// When the connection is gone.
    pub async fn send(&mut self, frame: &Inbound) -> Result<(), CallerError> {
        self.sender.send(frame).await
    }

    /// Sends any text, for tests of what a server makes of it.
    ///
    /// # Errors
    ///
    /// When the connection is gone.
    pub async fn send_text(&mut self, text: impl Into<String>) -> Result<(), CallerError> {
        self.sender.send_text(text).await
    }

    /// Sends a binary frame, which Retell never does.
    ///
    /// # Errors
    ///
    /// When the connection is gone.
    pub async fn send_binary(&mut self, bytes: Vec<u8>) -> Result<(), CallerError> {
        self.sender
            .sink
            .send(Message::Binary(bytes.into()))
            .await
            .map_err(CallerError::transport)
    }

    /// Waits for the next frame. `Ok(None)` when the connection ended without a close frame (1006).
    ///
    /// # Errors
    ///
    /// [`CallerError::Closed`] on a close frame; [`CallerError::Decode`] on a frame that cannot be read, after which
    /// the socket can still be used.
    ///
    /// # Cancel safety
    ///
    /// Safe: no frame is lost.
    pub async fn recv(&mut self) -> Result<Option<Outbound>, CallerError> {
        self.receiver.recv().await
    }

    /// Sends a close frame and waits for the server's.
    ///
    /// # Errors
    ///
    /// When the connection broke meanwhile.
    pub async fn close(mut self, code: u16) -> Result<(), CallerError> {
        self.sender.close(code).await?;
        loop {
            match self.receiver.recv().await {
                Ok(None) | Err(CallerError::Closed { .. }) => return Ok(()),
                Ok(Some(_)) | Err(CallerError::Decode(_) | CallerError::Binary) => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Drops the connection without a close frame.
    pub fn abort(self) {}

    /// Two halves for two tasks. When both are dropped, so is the connection, without a close frame.
    pub fn split(self) -> (CallerSender, CallerReceiver) {
        (self.sender, self.receiver)
    }
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Caller")
    }
}

/// The sending half of a [`Caller`].
pub struct CallerSender {
    sink: SplitSink<Socket, Message>,
}

impl CallerSender {
    /// Sends one frame.
    ///
    /// # Errors
    ///
    /// When the connection is gone.
    pub async fn send(&mut self, frame: &Inbound) -> Result<(), CallerError> {
        self.send_text(frame.to_json()).await
    }

    /// Sends any text.
    ///
    /// # Errors
    ///
    /// When the connection is gone.
    pub async fn send_text(&mut self, text: impl Into<String>) -> Result<(), CallerError> {
        self.sink
            .send(Message::text(text.into()))
            .await
            .map_err(CallerError::transport)
    }

    /// Sends a close frame.
    ///
    /// # Errors
    ///
    /// When the connection is gone.
    pub async fn close(&mut self, code: u16) -> Result<(), CallerError> {
        let frame = CloseFrame {
            code: CloseCode::from(code),
            reason: "".into(),
        };
        self.sink
            .send(Message::Close(Some(frame)))
            .await
            .map_err(CallerError::transport)
    }
}

impl fmt::Debug for CallerSender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallerSender")
    }
}

/// The receiving half of a [`Caller`].
pub struct CallerReceiver {
    stream: SplitStream<Socket>,
}

impl CallerReceiver {
    /// Waits for the next frame, as [`Caller::recv`] does.
    ///
    /// # Errors
    ///
    /// As [`Caller::recv`].
    ///
    /// # Cancel safety
    ///
    /// Safe: no frame is lost.
    pub async fn recv(&mut self) -> Result<Option<Outbound>, CallerError> {
        next_frame(&mut self.stream).await
    }
}

impl fmt::Debug for CallerReceiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallerReceiver")
    }
}

async fn next_frame<S>(stream: &mut S) -> Result<Option<Outbound>, CallerError>
where
    S: Stream<Item = Result<Message, tungstenite::Error>> + Unpin,
{
    use tungstenite::error::ProtocolError::ResetWithoutClosingHandshake;
    loop {
        return match stream.next().await {
            Some(Ok(Message::Text(text))) => Outbound::from_json(text.as_str())
                .map(Some)
                .map_err(CallerError::Decode),
            Some(Ok(Message::Binary(_))) => Err(CallerError::Binary),
            Some(Ok(Message::Close(frame))) => {
                // The answer to a close frame is sent when the stream is polled again. Once is enough: this must not wait
                // for a server that keeps the connection open.
                let _ = poll!(stream.next());
                // tungstenite gives 1005 its own code; on the wire it is the absence of one.
                let code = frame
                    .map(|frame| u16::from(frame.code))
                    .filter(|&code| code != 1005);
                Err(CallerError::Closed { code })
            }
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => continue,
            None
            | Some(Err(
                tungstenite::Error::Protocol(ResetWithoutClosingHandshake)
                | tungstenite::Error::ConnectionClosed
                | tungstenite::Error::AlreadyClosed,
            )) => Ok(None),
            Some(Err(tungstenite::Error::Io(error)))
                if matches!(
                    error.kind(),
                    std::io::ErrorKind::ConnectionReset | std::io::ErrorKind::BrokenPipe
                ) =>
            {
                Ok(None)
            }
            Some(Err(error)) => Err(CallerError::transport(error)),
        };
    }
}

/// The address Retell dials: the id is one more path segment, the query stays at the end, a slash at the end of the
/// base does not count, and `http` means `ws`.
fn call_url(base_url: &str, call_id: &CallId) -> String {
    let (path, query) = match base_url.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (base_url, None),
    };
    let path = path.trim_end_matches('/');
    let path = if let Some(rest) = path.strip_prefix("http://") {
        Cow::Owned(format!("ws://{rest}"))
    } else if let Some(rest) = path.strip_prefix("https://") {
        Cow::Owned(format!("wss://{rest}"))
    } else {
        Cow::Borrowed(path)
    };
    match query {
        Some(query) => format!("{path}/{call_id}?{query}"),
        None => format!("{path}/{call_id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_call_id_is_one_more_path_segment() {
        let id = CallId::from("call_1");
        assert_eq!(call_url("ws://h:1/llm", &id), "ws://h:1/llm/call_1");
        assert_eq!(call_url("http://h/llm/", &id), "ws://h/llm/call_1");
        assert_eq!(
            call_url("https://h/llm?t=x&u=y", &id),
            "wss://h/llm/call_1?t=x&u=y"
        );
    }
}
