//! The opening handshake (RFC 6455, section 4.2): what must be in the request, what is answered.

use tokio_tungstenite::tungstenite::{
    Error,
    error::ProtocolError,
    handshake::server::{Request, Response, create_response},
    http::StatusCode,
};

/// The answer to a request for a WebSocket, or what is wrong with it, in words for who sent it.
pub(crate) fn answer(request: &Request) -> Result<Response, (StatusCode, &'static str)> {
    create_response(request).map_err(|error| match error {
        Error::Protocol(ProtocolError::WrongHttpMethod) => (
            StatusCode::METHOD_NOT_ALLOWED,
            "a WebSocket is asked for with GET",
        ),
        Error::Protocol(ProtocolError::MissingSecWebSocketVersionHeader) => (
            StatusCode::UPGRADE_REQUIRED,
            "only WebSocket version 13 is spoken here",
        ),
        Error::Protocol(ProtocolError::MissingSecWebSocketKey) => (
            StatusCode::BAD_REQUEST,
            "the request lacks the header Sec-WebSocket-Key",
        ),
        _ => (StatusCode::BAD_REQUEST, "this address serves WebSockets only"),
    })
}
