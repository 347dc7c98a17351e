//! Serving calls from an axum router.
//!
//! Set `TCP_NODELAY` on the listener, or small frames wait for each other:
//!
//! ```no_run
//! # async fn listen(router: axum::Router) -> std::io::Result<()> {
//! use axum::serve::ListenerExt;
//!
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?.tap_io(|stream| {
//!     let _ = stream.set_nodelay(true);
//! });
//! axum::serve(listener, router).await
//! # }
//! ```

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::{
    extract::ws::{self, CloseFrame, Utf8Bytes, WebSocket, WebSocketUpgrade},
    response::Response,
};
use futures_util::{Sink, Stream};
use retell_client::models::CallId;
use tokio_tungstenite::tungstenite;

use crate::{Admission, CallContext, ConversationPolicy, Message, Options, Outcome, TransportError, drive};

/// Accepts the upgrade and serves the call on a task of its own.
///
/// Whether this call may have a socket is the host's decision, and comes before: answer with an HTTP status instead of
/// calling this. Route `{prefix}/{call_id}`: Retell appends the id to the URL configured in the agent. `done` is called
/// with the outcome (not when the connection breaks before the upgrade is through); pass `|_| {}` when nobody cares.
pub fn upgrade<F, P, D>(
    upgrade: WebSocketUpgrade,
    call_id: CallId,
    admission: Admission,
    factory: F,
    options: Options,
    done: D,
) -> Response
where
    F: FnOnce(&CallContext) -> P + Send + 'static,
    P: ConversationPolicy,
    D: FnOnce(Outcome) + Send + 'static,
{
    // Twice the limit, so that a message a little too large is refused with a close frame that arrives: a socket closed
    // with bytes still unread is reset.
    let limit = options.max_message_bytes.saturating_mul(2);
    upgrade
        .max_message_size(limit)
        .max_frame_size(limit)
        .on_upgrade(move |socket| async move {
            done(serve(socket, call_id, admission, factory, &options).await);
        })
}

/// Serves the call on a socket that is open already.
///
/// The socket's own message limit (64 MiB in axum unless set) should not be below [`Options::max_message_bytes`].
///
/// # Cancel safety
///
/// Dropped, it drops the policy and the connection, without a close frame.
pub async fn serve<F, P>(
    socket: WebSocket,
    call_id: CallId,
    admission: Admission,
    factory: F,
    options: &Options,
) -> Outcome
where
    F: FnOnce(&CallContext) -> P + Send,
    P: ConversationPolicy,
{
    drive::run(AxumSocket(socket), call_id, admission, factory, options).await
}

struct AxumSocket(WebSocket);

impl Stream for AxumSocket {
    type Item = Result<Message, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let message = ready!(Pin::new(&mut self.0).poll_next(cx));
        Poll::Ready(message.map(|message| {
            Ok(match message.map_err(broken)? {
                ws::Message::Text(text) => Message::Text(text.into()),
                ws::Message::Binary(_) => Message::Binary,
                ws::Message::Close(frame) => Message::Close(frame.map(|frame| frame.code)),
                ws::Message::Ping(_) | ws::Message::Pong(_) => Message::Control,
            })
        }))
    }
}

impl Sink<Message> for AxumSocket {
    type Error = TransportError;

    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Pin::new(&mut self.0).poll_ready(cx).map_err(broken)
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message) -> Result<(), TransportError> {
        let message = match message {
            Message::Text(text) => {
                let text = Utf8Bytes::try_from(text).map_err(|error| TransportError::Broken(error.into()))?;
                ws::Message::Text(text)
            }
            Message::Close(code) => ws::Message::Close(code.map(|code| CloseFrame {
                code,
                reason: Utf8Bytes::from_static(""),
            })),
            // The protocol has no binary frames, and control frames are axum's affair.
            Message::Binary | Message::Control => return Ok(()),
        };
        Pin::new(&mut self.0).start_send(message).map_err(broken)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Pin::new(&mut self.0).poll_flush(cx).map_err(broken)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Pin::new(&mut self.0).poll_close(cx).map_err(broken)
    }
}

fn broken(error: axum::Error) -> TransportError {
    let error = error.into_inner();
    match error.downcast_ref::<tungstenite::Error>() {
        Some(tungstenite::Error::Capacity(_)) => TransportError::TooLarge,
        _ => TransportError::Broken(error),
    }
}
