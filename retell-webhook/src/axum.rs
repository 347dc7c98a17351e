//! Extractors for axum.

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use jiff::Timestamp;

use crate::{DecodeError, Event, KeyIndex, SIGNATURE_HEADER, SignatureError, Verifier};

const TEN_MIB: usize = 10 * 1024 * 1024;

/// A request body whose signature has been verified; up to `LIMIT` bytes, by default 10 MiB.
///
/// Takes the [`Verifier`] out of the router's state. Answers 401 without a reason when the signature is missing or bad,
/// and 413 when the body is too large. A header that is malformed or out of time is refused before the body is read.
#[derive(Clone)]
#[non_exhaustive]
pub struct SignedBody<const LIMIT: usize = TEN_MIB> {
    /// The raw bytes, as received.
    pub bytes: Bytes,
    /// Which key signed them.
    pub key: KeyIndex,
}

/// A verified and decoded delivery; up to `LIMIT` bytes, by default 10 MiB.
///
/// As [`SignedBody`], and answers 400 when the body cannot be decoded.
#[derive(Clone)]
#[non_exhaustive]
pub struct Webhook<const LIMIT: usize = TEN_MIB> {
    /// What happened.
    pub event: Event,
    /// The raw bytes, as received.
    pub bytes: Bytes,
}

/// Why a delivery was refused.
///
/// The response says no more than its status; a middleware finds this value in the response's extensions.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// 401.
    #[error("the webhook's signature was not accepted")]
    Signature(#[source] SignatureError),
    /// 413.
    #[error("the webhook's body is too large")]
    TooLarge,
    /// 400: the body could not be read to its end.
    #[error("the webhook's body could not be read")]
    Unreadable,
    /// 400.
    #[error("the webhook could not be decoded")]
    Decode(#[source] DecodeError),
}

impl Rejection {
    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Signature(_) => StatusCode::UNAUTHORIZED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable | Self::Decode(_) => StatusCode::BAD_REQUEST,
        }
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl<S, const LIMIT: usize> FromRequest<S> for SignedBody<LIMIT>
where
    S: Send + Sync,
    Verifier: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let verifier = Verifier::from_ref(state);
        let header = request
            .headers()
            .get(SIGNATURE_HEADER)
            .cloned()
            .ok_or(Rejection::Signature(SignatureError::Missing))?;
        let arrived = Timestamp::now();
        verifier
            .read(header.as_bytes(), arrived)
            .map_err(Rejection::Signature)?;

        DefaultBodyLimit::max(LIMIT).apply(&mut request);
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Rejection::TooLarge
            } else {
                Rejection::Unreadable
            }
        })?;
        let key = verifier
            .verify_at(&header, &bytes, arrived)
            .map_err(Rejection::Signature)?;
        Ok(Self { bytes, key })
    }
}

impl<S, const LIMIT: usize> FromRequest<S> for Webhook<LIMIT>
where
    S: Send + Sync,
    Verifier: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let SignedBody { bytes, .. } = SignedBody::<LIMIT>::from_request(request, state).await?;
        let event = Event::from_slice(&bytes).map_err(Rejection::Decode)?;
        Ok(Self { event, bytes })
    }
}

impl<const LIMIT: usize> std::fmt::Debug for SignedBody<LIMIT> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedBody")
            .field("bytes", &self.bytes.len())
            .field("key", &self.key)
            .finish()
    }
}

impl<const LIMIT: usize> std::fmt::Debug for Webhook<LIMIT> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook")
            .field("event", &self.event)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}
