//! Deliveries that are refused, and the way in that needs no framework.

use http::{HeaderMap, StatusCode};
use jiff::Timestamp;

use crate::{
    DecodeError, KeyIndex, Payload, SIGNATURE_HEADER, SignatureError, Verifier, signature::Signature,
};

/// Why a delivery was refused.
///
/// Tell the sender the status and no more; the reason is for your own log. With the feature `axum` a middleware finds
/// this value in the response's extensions.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// 401.
    #[error("the webhook's signature was not accepted")]
    Signature(#[source] SignatureError),
    /// 401: nobody here is meant by this request, so there is no key to check it with.
    #[error("the webhook is for nobody here")]
    UnknownReceiver,
    /// 503: the key to check it with cannot be had at the moment; Retell will try again.
    #[error("the webhook's key could not be looked up")]
    KeyUnavailable,
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
            Self::Signature(_) | Self::UnknownReceiver => StatusCode::UNAUTHORIZED,
            Self::KeyUnavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable | Self::Decode(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// The signature of a request, before its body is there.
///
/// # Errors
///
/// If there is none, more than one, or one that is not well formed.
pub(crate) fn signature_of(headers: &HeaderMap) -> Result<Signature, SignatureError> {
    let mut values = headers.get_all(SIGNATURE_HEADER).iter();
    let value = values.next().ok_or(SignatureError::Missing)?;
    if values.next().is_some() {
        return Err(SignatureError::Malformed);
    }
    Signature::read(value.as_bytes())
}

impl Verifier {
    /// Verifies a request by the system clock and decodes its body: all that stands between an HTTP server and an event.
    ///
    /// `body` are the raw bytes; collect them with a limit, such as 10 MiB.
    ///
    /// ```
    /// use retell_webhook::{Event, SIGNATURE_HEADER, Verifier, sign};
    ///
    /// let verifier = Verifier::new("key_1")?;
    /// let body = br#"{"event":"call_started","call":{"call_id":"call_1"}}"#;
    /// let signature = sign("key_1", body, jiff::Timestamp::now().as_millisecond());
    /// let request = http::Request::post("/").header(SIGNATURE_HEADER, signature).body(body)?;
    ///
    /// let event: Event = verifier.receive(request.headers(), &request.body()[..])?;
    /// assert_eq!(event.name(), "call_started");
    ///
    /// let forged = http::HeaderMap::new();
    /// let refused = verifier.receive::<Event>(&forged, body).unwrap_err();
    /// assert_eq!(refused.status(), 401);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Why it is refused, with the status to answer.
    pub fn receive<E: Payload>(&self, headers: &HeaderMap, body: &[u8]) -> Result<E, Rejection> {
        self.receive_at(headers, body, Timestamp::now())
    }

    /// As [`Verifier::receive`], as of `now`.
    ///
    /// # Errors
    ///
    /// As [`Verifier::receive`].
    pub fn receive_at<E: Payload>(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: Timestamp,
    ) -> Result<E, Rejection> {
        self.verify_headers(headers, body, now)
            .map_err(Rejection::Signature)?;
        E::from_body(body).map_err(Rejection::Decode)
    }

    fn verify_headers(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: Timestamp,
    ) -> Result<KeyIndex, SignatureError> {
        let signature = signature_of(headers)?;
        self.check_time(&signature, now)?;
        self.check_body(&signature, body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Event, sign};

    const NOW_MS: i64 = 1_700_000_000_000;
    const BODY: &[u8] = br#"{"event":"call_ended","call":{"call_id":"c"}}"#;

    fn receive(signatures: &[&str], body: &[u8]) -> Result<Event, Rejection> {
        let mut headers = HeaderMap::new();
        for signature in signatures {
            headers.append(SIGNATURE_HEADER, signature.parse().unwrap());
        }
        let now = Timestamp::from_millisecond(NOW_MS).unwrap();
        Verifier::new("k").unwrap().receive_at(&headers, body, now)
    }

    #[test]
    fn one_good_signature_is_wanted() {
        let good = sign("k", BODY, NOW_MS);
        assert_eq!(receive(&[&good], BODY).unwrap().name(), "call_ended");
        for (signatures, reason) in [
            (vec![], SignatureError::Missing),
            (vec![""], SignatureError::Missing),
            (vec![&good[..], &good], SignatureError::Malformed),
            (vec!["v=1", &good], SignatureError::Malformed),
        ] {
            let refused = receive(&signatures, BODY).unwrap_err();
            assert_eq!(refused, Rejection::Signature(reason));
            assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
        }
    }

    #[test]
    fn a_signed_body_that_cannot_be_read_is_a_bad_request() {
        let refused = receive(&[&sign("k", b"{}", NOW_MS)], b"{}").unwrap_err();
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    }
}
