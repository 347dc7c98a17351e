//! Deliveries for tests and simulators: good ones, and each way of being bad.

use std::time::Duration;

use jiff::Timestamp;

use crate::{Event, sign};

/// A delivery: raw body and signature header.
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

    /// With a body changed after signing: one more blank at the end, so that it still decodes.
    #[must_use]
    pub fn tampered(mut self) -> Self {
        self.body.push(b' ');
        self
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
