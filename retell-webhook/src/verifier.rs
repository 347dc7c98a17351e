//! Proof that a delivery came from Retell, and lately.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};

use crate::signature::Signature;

/// How far a signature's time may be from ours, in either direction, inclusive.
pub const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// Checks signatures over raw bodies. Cheap to clone; never prints its keys.
///
/// The key is the text of the one API key marked for webhooks in Retell's dashboard.
///
/// ```
/// use retell_webhook::{Verifier, sign};
///
/// let verifier = Verifier::new("key_1")?;
/// let body = br#"{"event":"call_ended"}"#;
/// let now = jiff::Timestamp::now();
/// let header = sign("key_1", body, now.as_millisecond());
/// assert!(verifier.verify_at(&header, body, now).is_ok());
/// # Ok::<(), retell_webhook::SignatureError>(())
/// ```
///
/// Mirrors <https://docs.retellai.com/features/secure-webhook>.
#[derive(Clone)]
pub struct Verifier {
    keys: Arc<[SecretString]>,
    tolerance: Duration,
}

/// Which of the verifier's keys made a signature, counted from 0 in the order given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyIndex(usize);

impl KeyIndex {
    /// The position.
    pub fn get(self) -> usize {
        self.0
    }
}

/// Why a delivery was not believed, or a verifier not made. For our own eyes: answer the sender with a bare 401.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// There is no signature.
    #[error("the signature header is missing")]
    Missing,
    /// The header is not of the form `v=<milliseconds>,d=<64 hex digits>`.
    #[error("the signature header is malformed")]
    Malformed,
    /// Signed longer ago than the tolerance.
    #[error("the signature is too old; check the clock, or a delivery is being replayed")]
    Stale,
    /// Signed further ahead than the tolerance.
    #[error("the signature is from the future; check the clock")]
    Future,
    /// No key of ours made this signature over these bytes.
    #[error(
        "the signature does not match; check that the key is the one marked for webhooks and the body is untouched"
    )]
    Mismatch,
    /// A verifier was given no key, or an empty one.
    #[error("a webhook key is empty or none was given")]
    NoKey,
    /// A verifier was given a key that nothing could match.
    #[error("a webhook key holds a blank or a line end; was it pasted with one?")]
    BadKey,
}

impl Verifier {
    /// A verifier with one key.
    ///
    /// # Errors
    ///
    /// [`SignatureError::NoKey`] if the key is empty: anybody could sign with it. [`SignatureError::BadKey`] if it holds
    /// blanks or control characters, as no key of Retell's does.
    pub fn new(key: impl Into<String>) -> Result<Self, SignatureError> {
        Self::with_keys([key])
    }

    /// A verifier that takes signatures of any of several keys, for changing from one to the next.
    ///
    /// # Errors
    ///
    /// As [`Verifier::new`], and [`SignatureError::NoKey`] if there is no key.
    pub fn with_keys<K: Into<String>>(keys: impl IntoIterator<Item = K>) -> Result<Self, SignatureError> {
        let keys: Arc<[SecretString]> = keys
            .into_iter()
            .map(|key| SecretString::from(key.into()))
            .collect();
        if keys.is_empty() || keys.iter().any(|key| key.expose_secret().is_empty()) {
            return Err(SignatureError::NoKey);
        }
        let odd = |key: &SecretString| {
            let text = key.expose_secret();
            text.chars().any(|c| c.is_whitespace() || c.is_control())
        };
        if keys.iter().any(odd) {
            return Err(SignatureError::BadKey);
        }
        Ok(Self {
            keys,
            tolerance: TOLERANCE,
        })
    }

    /// Another tolerance than five minutes either way.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Checks `signature`, the header's value, over `body`, the raw bytes as received, by the system clock.
    ///
    /// # Errors
    ///
    /// Why it is not believed.
    pub fn verify(&self, signature: impl AsRef<[u8]>, body: &[u8]) -> Result<KeyIndex, SignatureError> {
        self.verify_at(signature, body, Timestamp::now())
    }

    /// Checks `signature` over `body` as of `now`.
    ///
    /// # Errors
    ///
    /// Why it is not believed.
    pub fn verify_at(
        &self,
        signature: impl AsRef<[u8]>,
        body: &[u8],
        now: Timestamp,
    ) -> Result<KeyIndex, SignatureError> {
        let signature = self.read(signature.as_ref(), now)?;
        // Every key is tried, so the time taken does not tell which one matched.
        let mut found = None;
        for (index, key) in self.keys.iter().enumerate() {
            if signature.is_of(key.expose_secret().as_bytes(), body) && found.is_none() {
                found = Some(KeyIndex(index));
            }
        }
        found.ok_or(SignatureError::Mismatch)
    }

    /// What can be said of a header before the body is there.
    pub(crate) fn read(&self, signature: &[u8], now: Timestamp) -> Result<Signature, SignatureError> {
        if signature.is_empty() {
            return Err(SignatureError::Missing);
        }
        let signature = Signature::parse(signature).ok_or(SignatureError::Malformed)?;
        let now_ms = now.as_millisecond();
        if u128::from(now_ms.abs_diff(signature.timestamp_ms)) <= self.tolerance.as_millis() {
            Ok(signature)
        } else if signature.timestamp_ms < now_ms {
            Err(SignatureError::Stale)
        } else {
            Err(SignatureError::Future)
        }
    }
}

impl std::fmt::Debug for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verifier")
            .field("keys", &self.keys.len())
            .field("tolerance", &self.tolerance)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign;

    const NOW_MS: i64 = 1_700_000_000_000;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(ms).unwrap()
    }

    #[test]
    fn keys_must_not_be_empty() {
        assert_eq!(Verifier::new("").unwrap_err(), SignatureError::NoKey);
        assert_eq!(Verifier::with_keys(["a", ""]).unwrap_err(), SignatureError::NoKey);
        assert_eq!(Verifier::with_keys([""; 0]).unwrap_err(), SignatureError::NoKey);
        for pasted in ["key_1\n", " key_1", "key 1", "key_1\0"] {
            assert_eq!(Verifier::new(pasted).unwrap_err(), SignatureError::BadKey);
        }
    }

    #[test]
    fn keys_are_never_shown() {
        assert!(!format!("{:?}", Verifier::new("key_s3cret").unwrap()).contains("s3cret"));
    }

    #[test]
    fn any_key_may_have_signed() {
        let verifier = Verifier::with_keys(["new", "old"]).unwrap();
        for (index, key) in ["new", "old"].into_iter().enumerate() {
            let found = verifier.verify_at(sign(key, b"x", NOW_MS), b"x", at(NOW_MS));
            assert_eq!(found.map(KeyIndex::get), Ok(index));
        }
        let other = verifier.verify_at(sign("other", b"x", NOW_MS), b"x", at(NOW_MS));
        assert_eq!(other, Err(SignatureError::Mismatch));
    }

    #[test]
    fn five_minutes_either_way_are_allowed() {
        let verifier = Verifier::new("k").unwrap();
        let header = sign("k", b"", NOW_MS);
        for (offset, verdict) in [
            (300_000, Ok(())),
            (-300_000, Ok(())),
            (300_001, Err(SignatureError::Stale)),
            (-300_001, Err(SignatureError::Future)),
        ] {
            assert_eq!(
                verifier.verify_at(&header, b"", at(NOW_MS + offset)).map(drop),
                verdict
            );
        }
        let far = sign("k", b"", i64::MAX);
        assert_eq!(
            verifier.verify_at(far, b"", at(NOW_MS)),
            Err(SignatureError::Future)
        );
    }

    #[test]
    fn an_empty_header_is_a_missing_one() {
        let verifier = Verifier::new("k").unwrap();
        assert_eq!(verifier.verify("", b""), Err(SignatureError::Missing));
        assert_eq!(verifier.verify("nonsense", b""), Err(SignatureError::Malformed));
    }
}
