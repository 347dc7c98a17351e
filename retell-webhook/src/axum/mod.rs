//! Extractors and responses for axum.

mod lookup;

use std::marker::PhantomData;

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use http::{StatusCode, header::CONTENT_TYPE};
use jiff::Timestamp;

pub use self::lookup::{LookupError, VerifierLookup};
use crate::{
    Event, FunctionAnswer, InboundAnswer, KeyIndex, Payload, Rejection, Verifier, rejection::signature_of,
};

const TEN_MIB: usize = 10 * 1024 * 1024;

/// A request body whose signature has been verified; up to `LIMIT` bytes, by default 10 MiB.
///
/// Takes the [`Verifier`] out of the router's state, or asks another [`VerifierLookup`] found there. Answers 401 without
/// a reason when the signature is missing or bad, and 413 when the body is too large. A header that is malformed or out
/// of time is refused before the body is read. For `GET` and `DELETE` the body is empty.
#[derive(Clone)]
#[non_exhaustive]
pub struct SignedBody<L = Verifier, const LIMIT: usize = TEN_MIB> {
    /// The raw bytes, as received.
    pub bytes: Bytes,
    /// Which key signed them.
    pub key: KeyIndex,
    lookup: PhantomData<fn() -> L>,
}

/// A verified and decoded delivery; up to `LIMIT` bytes, by default 10 MiB.
///
/// `E` is what it is read as: [`Event`] by default, or [`Inbound`](crate::Inbound),
/// [`FunctionCall<MyArgs>`](crate::FunctionCall) and so on. As [`SignedBody`], and answers 400 when the body cannot be
/// decoded.
///
/// ```no_run
/// use axum::{Router, routing::post};
/// use retell_webhook::{Event, FunctionAnswer, FunctionCall, InboundAnswer, InboundCall, Verifier, Webhook};
///
/// #[derive(serde::Deserialize)]
/// struct Lookup { load_number: String }
///
/// async fn event(webhook: Webhook) { println!("{}", webhook.event.name()); }
///
/// async fn inbound(call: Webhook<InboundCall>) -> InboundAnswer {
///     call.event.answer().dynamic_variable("greeting", "Good evening")
/// }
///
/// async fn find_load(function: Webhook<FunctionCall<Lookup>>) -> FunctionAnswer {
///     FunctionAnswer::text(format!("Load {} is due at four.", function.event.args.load_number))
/// }
///
/// let app: Router = Router::new()
///     .route("/events", post(event))
///     .route("/inbound", post(inbound))
///     .route("/find_load", post(find_load))
///     .with_state(Verifier::new("key_1")?);
/// # Ok::<(), retell_webhook::KeyError>(())
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Webhook<E = Event, L = Verifier, const LIMIT: usize = TEN_MIB> {
    /// What happened, or what is asked.
    pub event: E,
    /// The raw bytes, as received.
    pub bytes: Bytes,
    /// Which key signed them.
    pub key: KeyIndex,
    lookup: PhantomData<fn() -> L>,
}

impl<S, L, const LIMIT: usize> FromRequest<S> for SignedBody<L, LIMIT>
where
    S: Send + Sync,
    L: VerifierLookup + FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let arrived = Timestamp::now();
        // A lookup may cost a query: not for a request that has no signature at all.
        let signature = signature_of(request.headers()).map_err(Rejection::Signature)?;
        let (mut parts, body) = request.into_parts();
        let verifier = L::from_ref(state).verifier(&mut parts).await?;
        verifier
            .check_time(&signature, arrived)
            .map_err(Rejection::Signature)?;

        let mut request = Request::from_parts(parts, body);
        DefaultBodyLimit::max(LIMIT).apply(&mut request);
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Rejection::TooLarge
            } else {
                Rejection::Unreadable
            }
        })?;
        let key = verifier
            .check_body(&signature, &bytes)
            .map_err(Rejection::Signature)?;
        Ok(Self {
            bytes,
            key,
            lookup: PhantomData,
        })
    }
}

impl<S, E, L, const LIMIT: usize> FromRequest<S> for Webhook<E, L, LIMIT>
where
    S: Send + Sync,
    E: Payload,
    L: VerifierLookup + FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let body = SignedBody::<L, LIMIT>::from_request(request, state).await?;
        Ok(Self {
            event: E::from_body(&body.bytes).map_err(Rejection::Decode)?,
            bytes: body.bytes,
            key: body.key,
            lookup: PhantomData,
        })
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl IntoResponse for InboundAnswer {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "application/json")], self.to_json()).into_response()
    }
}

impl IntoResponse for FunctionAnswer {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, self.content_type())], self.into_body()).into_response()
    }
}

impl<L, const LIMIT: usize> std::fmt::Debug for SignedBody<L, LIMIT> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedBody")
            .field("bytes", &self.bytes.len())
            .field("key", &self.key)
            .finish()
    }
}

impl<E: std::fmt::Debug, L, const LIMIT: usize> std::fmt::Debug for Webhook<E, L, LIMIT> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook")
            .field("event", &self.event)
            .field("bytes", &self.bytes.len())
            .field("key", &self.key)
            .finish()
    }
}
