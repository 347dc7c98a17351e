//! Serving calls from a plain TCP listener, or from any byte stream, without an HTTP framework.
//!
//! ```no_run
//! use retell_llm_ws::{Admission, Options, tungstenite::{Arrival, Refusal, accept}};
//! # struct Echo;
//! # #[retell_llm_ws::async_trait]
//! # impl retell_llm_ws::ConversationPolicy for Echo {
//! #     async fn respond(&self, _: &retell_llm_ws::Turn<'_>, _: &mut retell_llm_ws::Reply)
//! #         -> Result<(), retell_llm_ws::PolicyError> { Ok(()) }
//! # }
//!
//! # async fn listen() -> std::io::Result<()> {
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! loop {
//!     let (stream, _) = listener.accept().await?;
//!     stream.set_nodelay(true)?; // or small frames wait for each other
//!     tokio::spawn(async move {
//!         let options = Options::new();
//!         let admit = async |arrival: &Arrival| match arrival.path() {
//!             path if path.starts_with("/llm/") => Ok(Admission::fresh()),
//!             _ => Err(Refusal::new(404, "calls are served at /llm/{call_id}")),
//!         };
//!         if let Ok(call) = accept(stream, &options, admit).await {
//!             let outcome = call.serve(|_| Echo, &options).await;
//!         }
//!     });
//! }
//! # }
//! ```

use std::{io, time::Duration};

use retell_client::models::CallId;
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    time::timeout,
};
use tokio_tungstenite::tungstenite::{
    self,
    handshake::{machine::TryParse as _, server::Request, server::write_response},
};

use crate::{Admission, CallContext, ConversationPolicy, Options, Outcome, drive, handshake, socket::Socket};

/// The largest head of a request.
const MAX_HEAD: usize = 16 * 1024;
/// How long a client may take over its handshake; Retell itself gives up after seven seconds.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);

/// A request for a call's socket.
#[derive(Debug)]
pub struct Arrival {
    call_id: CallId,
    request: Request,
}

impl Arrival {
    /// The call, which is the last segment of the path.
    pub fn call_id(&self) -> &CallId {
        &self.call_id
    }

    /// The whole path, call id included, as it came (percent signs are not resolved).
    pub fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// The path without the call id and the slashes around what is left: a secret, where the address holds one.
    pub fn prefix(&self) -> &str {
        let path = self.path();
        path[..path.len() - self.call_id.as_str().len()].trim_matches('/')
    }

    /// A parameter of the query, such as a secret, as it came.
    pub fn query(&self, name: &str) -> Option<&str> {
        let mut parameters = self.request.uri().query()?.split('&');
        parameters.find_map(|parameter| parameter.strip_prefix(name)?.strip_prefix('='))
    }

    /// A header, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.headers().get(name)?.to_str().ok()
    }
}

/// Why a call gets no socket: answered in place of the upgrade, and shown in Retell's log of the call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the call was refused with HTTP status {status}: {reason}")]
pub struct Refusal {
    status: u16,
    reason: String,
}

impl Refusal {
    /// An HTTP status from 400 to 599 and, in words for whoever operates the agent, why. No secrets.
    pub fn new(status: u16, reason: impl Into<String>) -> Self {
        Self {
            status: status.clamp(400, 599),
            reason: reason.into(),
        }
    }
}

/// Why there is no call on a connection.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptError {
    /// It was refused, by `admit` or because the request was no handshake.
    #[error("the request was refused")]
    Refused(#[source] Refusal),
    /// The connection broke, or its client took too long.
    #[error("the handshake was not finished")]
    Broken(#[source] io::Error),
}

/// A call whose socket is open.
#[derive(Debug)]
pub struct Call<S> {
    socket: Socket<S>,
    call_id: CallId,
    admission: Admission,
}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Call<S> {
    /// The call's id.
    pub fn call_id(&self) -> &CallId {
        &self.call_id
    }

    /// Serves the call until its socket ends, as [`run`](crate::run) does.
    ///
    /// # Cancel safety
    ///
    /// Dropped, it drops the policy and the connection, without a close frame.
    pub fn serve<'a, F, P>(
        self,
        factory: F,
        options: &'a Options,
    ) -> impl Future<Output = Outcome> + Send + use<'a, S, F, P>
    where
        F: FnOnce(&CallContext) -> P + Send,
        P: ConversationPolicy,
    {
        drive::run(self.socket, self.call_id, self.admission, factory, options)
    }
}

/// Does the handshake on a fresh connection. `admit` decides before the upgrade whether the call may have a socket.
///
/// Set `TCP_NODELAY` on a TCP stream before.
///
/// # Errors
///
/// When the connection breaks or takes longer than ten seconds, when the request is no WebSocket handshake for a call,
/// and when `admit` refuses. The client has its answer by then.
///
/// # Cancel safety
///
/// Dropped, it drops the connection.
pub async fn accept<S, A>(mut stream: S, options: &Options, admit: A) -> Result<Call<S>, AcceptError>
where
    S: AsyncRead + AsyncWrite + Unpin,
    A: AsyncFnOnce(&Arrival) -> Result<Admission, Refusal>,
{
    let opened = async {
        let (request, behind) = match read_head(&mut stream).await? {
            Ok(read) => read,
            Err(refusal) => return Ok(Err(refusal)),
        };
        Ok(match open(request, admit).await {
            Ok((arrival, admission, answer)) => {
                stream.write_all(&answer).await?;
                stream.flush().await?;
                Ok((arrival.call_id, admission, behind))
            }
            Err(refusal) => Err(refusal),
        })
    };
    // In a box, whose memory is free again when the call begins.
    let opened = timeout(HANDSHAKE_TIMEOUT, Box::pin(opened))
        .await
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
        .map_err(AcceptError::Broken)?;
    match opened {
        Ok((call_id, admission, behind)) => Ok(Call {
            socket: Socket::with_read(stream, options.message_limit(), &behind),
            call_id,
            admission,
        }),
        Err(refusal) => {
            let _ = timeout(HANDSHAKE_TIMEOUT, refuse(&mut stream, &refusal)).await;
            Err(AcceptError::Refused(refusal))
        }
    }
}

async fn open<A>(request: Request, admit: A) -> Result<(Arrival, Admission, Vec<u8>), Refusal>
where
    A: AsyncFnOnce(&Arrival) -> Result<Admission, Refusal>,
{
    let answer =
        handshake::answer(&request).map_err(|(status, reason)| Refusal::new(status.as_u16(), reason))?;
    let call_id = request.uri().path().rsplit('/').next().unwrap_or_default();
    if call_id.is_empty() {
        return Err(Refusal::new(404, "the path must end with the call's id"));
    }
    let arrival = Arrival {
        call_id: CallId::from(call_id),
        request,
    };
    let admission = admit(&arrival).await?;
    let mut head = Vec::with_capacity(256);
    write_response(&mut head, &answer).map_err(|_| Refusal::new(500, "the handshake cannot be answered"))?;
    Ok((arrival, admission, head))
}

/// Reads the head of the request, and what a hasty client has sent behind it.
async fn read_head<S>(stream: &mut S) -> io::Result<Result<(Request, Vec<u8>), Refusal>>
where
    S: AsyncRead + Unpin,
{
    let mut head = Vec::with_capacity(1024);
    while head.len() < MAX_HEAD {
        if stream.read_buf(&mut head).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match Request::try_parse(&head) {
            Ok(Some((size, request))) => return Ok(Ok((request, head.split_off(size)))),
            Ok(None) => {}
            Err(tungstenite::Error::Protocol(tungstenite::error::ProtocolError::WrongHttpMethod)) => {
                return Ok(Err(Refusal::new(405, "a WebSocket is asked for with GET")));
            }
            Err(tungstenite::Error::Capacity(_)) => break,
            Err(_) => {
                return Ok(Err(Refusal::new(
                    400,
                    "this is no HTTP/1.1 request for a WebSocket",
                )));
            }
        }
    }
    Ok(Err(Refusal::new(431, "the head of the request is too long")))
}

async fn refuse<S: AsyncWrite + Unpin>(stream: &mut S, refusal: &Refusal) -> io::Result<()> {
    let Refusal { status, reason } = refusal;
    let name = tungstenite::http::StatusCode::from_u16(*status)
        .ok()
        .and_then(|status| status.canonical_reason())
        .unwrap_or("Refused");
    let version = if *status == 426 {
        "sec-websocket-version: 13\r\n"
    } else {
        ""
    };
    let answer = format!(
        "HTTP/1.1 {status} {name}\r\n{version}content-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{reason}",
        reason.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}
