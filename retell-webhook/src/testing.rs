//! Deliveries for tests and simulators: good ones, and each way of being bad.

use std::time::Duration;

use http::Request;
use jiff::Timestamp;

use crate::{Event, SIGNATURE_HEADER, sign};

/// A delivery: raw body and signature header.
///
/// ```
/// use std::time::Duration;
/// use retell_webhook::{Event, SignatureError, Timestamp, Verifier, testing::Delivery};
///
/// let event = Event::from_slice(br#"{"event":"call_started","call":{"call_id":"call_1"}}"#)?;
/// let now = Timestamp::now();
/// let delivery = Delivery::new("key_1", &event, now);
///
/// let verifier = Verifier::new("key_1")?;
/// let verdict = |delivery: Delivery| {
///     verifier.verify_at(delivery.signature.unwrap_or_default(), &delivery.body, now)
/// };
/// assert!(verdict(delivery.clone()).is_ok());
/// assert_eq!(verdict(delivery.clone().tampered()), Err(SignatureError::Mismatch));
/// assert_eq!(verdict(delivery.aged("key_1", Duration::from_secs(301))), Err(SignatureError::Stale));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Raw body.
    pub body: Vec<u8>,
    /// Value of the signature header, if there is one.
    pub signature: Option<String>,
    signed_at: Timestamp,
}

impl Delivery {
    /// `event`, signed with `key` at `signed_at`.
    pub fn new(key: &str, event: &Event, signed_at: Timestamp) -> Self {
        Self::of_bytes(key, event.to_vec(), signed_at)
    }

    /// Any body, signed with `key` at `signed_at`.
    pub fn of_bytes(key: &str, body: impl Into<Vec<u8>>, signed_at: Timestamp) -> Self {
        let body = body.into();
        Self {
            signature: Some(sign(key, &body, signed_at.as_millisecond())),
            body,
            signed_at,
        }
    }

    /// Without a signature.
    #[must_use]
    pub fn unsigned(mut self) -> Self {
        self.signature = None;
        self
    }

    /// Signed with another key.
    #[must_use]
    pub fn resigned(self, key: &str) -> Self {
        Self::of_bytes(key, self.body, self.signed_at)
    }

    /// Signed with `key`, but `age` earlier.
    ///
    /// # Panics
    ///
    /// If that is before the beginning of time.
    #[must_use]
    pub fn aged(self, key: &str, age: Duration) -> Self {
        let signed_at = self.signed_at - age;
        Self::of_bytes(key, self.body, signed_at)
    }

    /// Signed with `key`, but by a clock that is `ahead` of ours.
    ///
    /// # Panics
    ///
    /// If that is after the end of time.
    #[must_use]
    pub fn postdated(self, key: &str, ahead: Duration) -> Self {
        let signed_at = self.signed_at + ahead;
        Self::of_bytes(key, self.body, signed_at)
    }

    /// Written again after signing, with a blank after each comma and colon, as Python does.
    #[must_use]
    pub fn reserialised(mut self) -> Self {
        let (mut quoted, mut escaped) = (false, false);
        let mut again = Vec::with_capacity(self.body.len() * 2);
        for byte in self.body {
            again.push(byte);
            match byte {
                b'"' if !escaped => quoted = !quoted,
                b',' | b':' if !quoted => again.push(b' '),
                _ => {}
            }
            escaped = byte == b'\\' && !escaped;
        }
        self.body = again;
        self
    }

    /// With a body changed after signing: one more member if it is an object, which still decodes, or one more byte.
    #[must_use]
    pub fn tampered(mut self) -> Self {
        if self.body.starts_with(b"{\"") {
            self.body.splice(1..1, *b"\"tampered\":true,");
        } else {
            self.body.push(b'!');
        }
        self
    }

    /// With the last digit of the signature lost.
    #[must_use]
    pub fn truncated(mut self) -> Self {
        if let Some(signature) = &mut self.signature {
            signature.pop();
        }
        self
    }

    /// As a `POST` to a path or an address.
    ///
    /// # Panics
    ///
    /// If `uri` is none.
    pub fn into_request<B: From<Vec<u8>>>(self, uri: &str) -> Request<B> {
        let mut request = Request::post(uri).header("content-type", "application/json");
        if let Some(signature) = &self.signature {
            request = request.header(SIGNATURE_HEADER, signature);
        }
        request.body(B::from(self.body)).expect("`uri` is an address")
    }

    /// With a signature that is no signature.
    #[must_use]
    pub fn malformed(mut self) -> Self {
        self.signature = Some("v=now,d=trust-me".to_owned());
        self
    }
}

impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Delivery")
            .field("bytes", &self.body.len())
            .field("signed", &self.signature.is_some())
            .finish_non_exhaustive()
    }
}
