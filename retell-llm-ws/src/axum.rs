//! Serving calls from an axum router.
//!
//! [`RetellUpgrade`] takes the place of axum's own `WebSocketUpgrade`: it hands the bare TCP stream to a
//! [`Socket`], so that neither hyper's buffers nor a WebSocket library's stay with an idle call, and it
//! sets `TCP_NODELAY`, without which small frames wait for each other. Behind TLS, or on a listener of another kind, the
//! stream is used as hyper gives it; set `TCP_NODELAY` on the listener there.

use std::{
    io, mem,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    body::Body,
    extract::FromRequestParts,
    http::{Request, StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::{rt::TokioIo, server::conn::auto};
use retell_client::models::CallId;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tracing::debug;

use crate::{Admission, CallContext, ConversationPolicy, Options, Outcome, drive, handshake, socket::Socket};

/// Extracts a request for a WebSocket, to be answered by [`upgrade`] or [`RetellUpgrade::on_upgrade`].
///
/// What is not one is answered 400, 405 or 426.
#[must_use]
#[derive(Debug)]
pub struct RetellUpgrade {
    on_upgrade: OnUpgrade,
    answer: Response,
}

impl<S: Send + Sync> FromRequestParts<S> for RetellUpgrade {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let mut request = Request::new(());
        *request.method_mut() = parts.method.clone();
        *request.version_mut() = parts.version;
        mem::swap(request.headers_mut(), &mut parts.headers);
        let answer = handshake::answer(&request);
        mem::swap(request.headers_mut(), &mut parts.headers);
        let answer = answer.map_err(|(status, why)| {
            let version = [("sec-websocket-version", "13")];
            (status, version, why).into_response()
        })?;
        let on_upgrade = parts.extensions.remove::<OnUpgrade>().ok_or_else(|| {
            let why = "this connection cannot become a WebSocket";
            (StatusCode::UPGRADE_REQUIRED, why).into_response()
        })?;
        Ok(Self {
            on_upgrade,
            answer: answer.map(|()| Body::empty()),
        })
    }
}

impl RetellUpgrade {
    /// Accepts the upgrade and hands the socket to `serve` on a task of its own.
    ///
    /// For hosts that do more around a call than [`upgrade`]; [`run`](crate::run) serves the call itself. Give the limit
    /// of the options it is served with ([`Options::message_limit`]). `serve` is not called when the connection breaks
    /// before the upgrade is through.
    pub fn on_upgrade<C, Fut>(self, max_message_bytes: usize, serve: C) -> Response
    where
        C: FnOnce(Socket<Connection>) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let on_upgrade = self.on_upgrade;
        tokio::spawn(async move {
            match on_upgrade.await {
                Ok(upgraded) => {
                    // Boxed when it begins: the task would otherwise hold room for both, the waiting and the call.
                    serve(Connection::take(upgraded, max_message_bytes)).await;
                }
                Err(error) => debug!(%error, "the connection broke before the upgrade was through"),
            }
        });
        self.answer
    }
}

/// Accepts the upgrade and serves the call on a task of its own.
///
/// Whether this call may have a socket is the host's decision, and comes before: answer with an HTTP status instead of
/// calling this. Route `{prefix}/{call_id}`: Retell appends the id to the URL configured in the agent. `done` is called
/// with the outcome (not when the connection breaks before the upgrade is through); pass `|_| {}` when nobody cares.
pub fn upgrade<F, P, D>(
    upgrade: RetellUpgrade,
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
    upgrade.on_upgrade(options.message_limit(), move |socket| async move {
        done(drive::run(socket, call_id, admission, factory, &options).await);
    })
}

/// The stream below an upgraded connection.
#[derive(Debug)]
pub struct Connection(Stream);

#[derive(Debug)]
enum Stream {
    Tcp(TcpStream),
    Other(Box<TokioIo<Upgraded>>),
}

impl Connection {
    /// The bare TCP stream where there is one, below hyper or below axum's own layer on top of it.
    fn take(upgraded: Upgraded, max_message_bytes: usize) -> Socket<Self> {
        let (stream, read) = match upgraded.downcast::<TokioIo<TcpStream>>() {
            Ok(parts) => (parts.io, parts.read_buf),
            Err(upgraded) => match auto::upgrade::downcast::<TokioIo<TcpStream>>(upgraded) {
                Ok(parts) => (parts.io, parts.read_buf),
                Err(upgraded) => {
                    let other = Self(Stream::Other(Box::new(TokioIo::new(upgraded))));
                    return Socket::new(other, max_message_bytes);
                }
            },
        };
        let stream = stream.into_inner();
        if let Err(error) = stream.set_nodelay(true) {
            debug!(%error, "TCP_NODELAY could not be set");
        }
        Socket::with_read(Self(Stream::Tcp(stream)), max_message_bytes, &read)
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut self.get_mut().0 {
            Stream::Tcp(stream) => Pin::new(stream).poll_read(cx, buffer),
            Stream::Other(stream) => Pin::new(stream).poll_read(cx, buffer),
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match &mut self.get_mut().0 {
            Stream::Tcp(stream) => Pin::new(stream).poll_write(cx, bytes),
            Stream::Other(stream) => Pin::new(stream).poll_write(cx, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.get_mut().0 {
            Stream::Tcp(stream) => Pin::new(stream).poll_flush(cx),
            Stream::Other(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.get_mut().0 {
            Stream::Tcp(stream) => Pin::new(stream).poll_shutdown(cx),
            Stream::Other(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}
