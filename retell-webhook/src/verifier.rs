//! Proof that a delivery came from Retell, and lately.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use subtle::{Choice, ConditionallySelectable as _};

use crate::{
    error::{KeyError, SignatureError},
    reserialised,
    signature::Signature,
};

/// How far a signature's time may be from ours, in either direction, inclusive.
pub const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// The most keys a verifier takes: each costs a pass over every body.
pub const MAX_KEYS: usize = 16;

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
/// # Ok::<(), retell_webhook::KeyError>(())
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

impl Verifier {
    /// A verifier with one key.
    ///
    /// # Errors
    ///
    /// [`KeyError::Empty`] if the key is empty: anybody could sign with it. [`KeyError::Blank`] if it holds blanks or
    /// control characters, as no key of Retell's does.
    pub fn new(key: impl Into<String>) -> Result<Self, KeyError> {
        Self::with_keys([key])
    }

    /// A verifier that takes signatures of any of several keys, for changing from one to the next.
    ///
    /// # Errors
    ///
    /// As [`Verifier::new`], [`KeyError::Empty`] also if there is no key, and [`KeyError::TooMany`] beyond [`MAX_KEYS`].
    pub fn with_keys<K: Into<String>>(keys: impl IntoIterator<Item = K>) -> Result<Self, KeyError> {
        let keys: Arc<[SecretString]> = keys
            .into_iter()
            .take(MAX_KEYS + 1)
            .map(|key| SecretString::from(key.into()))
            .collect();
        if keys.is_empty() || keys.iter().any(|key| key.expose_secret().is_empty()) {
            return Err(KeyError::Empty);
        }
        let odd = |key: &SecretString| {
            let text = key.expose_secret();
            text.chars().any(|c| c.is_whitespace() || c.is_control())
        };
        if keys.iter().any(odd) {
            return Err(KeyError::Blank);
        }
        if keys.len() > MAX_KEYS {
            return Err(KeyError::TooMany);
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
        let signature = Signature::read(signature.as_ref())?;
        self.check_time(&signature, now)?;
        self.check_body(&signature, body)
    }

    pub(crate) fn check_body(&self, signature: &Signature, body: &[u8]) -> Result<KeyIndex, SignatureError> {
        self.key_of(signature, body).ok_or_else(|| {
            let rewritten = |form: Vec<u8>| self.key_of(signature, &form).is_some();
            if reserialised::forms(body).any(rewritten) {
                SignatureError::LooksReserialised
            } else {
                SignatureError::Mismatch
            }
        })
    }

    fn key_of(&self, signature: &Signature, body: &[u8]) -> Option<KeyIndex> {
        first(
            self.keys
                .iter()
                .map(|key| signature.is_of(key.expose_secret().as_bytes(), body)),
        )
    }

    /// Whether a signature is of these minutes; can be told before the body is there.
    pub(crate) fn check_time(&self, signature: &Signature, now: Timestamp) -> Result<(), SignatureError> {
        let now_ms = now.as_millisecond();
        // Signed arithmetic could overflow for times an attacker chooses.
        if u128::from(now_ms.abs_diff(signature.timestamp_ms)) <= self.tolerance.as_millis() {
            Ok(())
        } else if signature.timestamp_ms < now_ms {
            Err(SignatureError::Stale)
        } else {
            Err(SignatureError::Future)
        }
    }
}

/// The first yes. Every answer is asked for, so the time taken does not tell which one it was.
fn first(answers: impl Iterator<Item = Choice>) -> Option<KeyIndex> {
    let mut found = Choice::from(0);
    let mut index = 0_u64;
    for (nth, answer) in (0..).zip(answers) {
        index.conditional_assign(&nth, answer & !found);
        found |= answer;
    }
    bool::from(found).then_some(KeyIndex(usize::try_from(index).unwrap_or(usize::MAX)))
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
        assert_eq!(Verifier::new("").unwrap_err(), KeyError::Empty);
        assert_eq!(Verifier::with_keys(["a", ""]).unwrap_err(), KeyError::Empty);
        assert_eq!(Verifier::with_keys([""; 0]).unwrap_err(), KeyError::Empty);
        for pasted in ["key_1\n", " key_1", "key 1", "key_1\0"] {
            assert_eq!(Verifier::new(pasted).unwrap_err(), KeyError::Blank);
        }
    }

    #[test]
    fn sixteen_keys_are_enough() {
        let keys = |n: usize| (0..n).map(|n| format!("key_{n}"));
        assert!(Verifier::with_keys(keys(MAX_KEYS)).is_ok());
        assert_eq!(
            Verifier::with_keys(keys(MAX_KEYS + 1)).unwrap_err(),
            KeyError::TooMany
        );
        assert_eq!(
            Verifier::with_keys(keys(usize::MAX)).unwrap_err(),
            KeyError::TooMany
        );
    }

    #[test]
    fn every_key_is_tried_whichever_matches() {
        for yes in 0..=4 {
            let mut asked = 0;
            let answers = (0..4).map(|key| {
                asked += 1;
                Choice::from(u8::from(key == yes))
            });
            let found = first(answers);
            assert_eq!(found, (yes < 4).then_some(KeyIndex(yes)));
            assert_eq!(asked, 4, "no early return after key {yes}");
        }
    }

    #[test]
    fn the_first_of_equal_keys_is_named() {
        let verifier = Verifier::with_keys(["other", "k", "k"]).unwrap();
        let found = verifier.verify_at(sign("k", b"x", NOW_MS), b"x", at(NOW_MS));
        assert_eq!(found.map(KeyIndex::get), Ok(1));
    }

    #[test]
    fn a_body_that_was_parsed_and_written_again_is_recognised() {
        let verifier = Verifier::with_keys(["new", "old"]).unwrap();
        let sent = "{\"event\":\"call_ended\",\"n\":1,\"note\":\"caf\u{e9}\"}";
        let header = sign("old", sent.as_bytes(), NOW_MS);
        for arrived in [
            "{\n  \"event\": \"call_ended\",\n  \"n\": 1,\n  \"note\": \"caf\u{e9}\"\n}",
            r#"{"event":"call_ended","n":1.0,"note":"caf\u00e9"}"#,
        ] {
            let verdict = verifier.verify_at(&header, arrived.as_bytes(), at(NOW_MS));
            assert_eq!(verdict, Err(SignatureError::LooksReserialised), "{arrived}");
        }
        let changed = sent.replace("ended", "endeD");
        let verdict = verifier.verify_at(&header, changed.as_bytes(), at(NOW_MS));
        assert_eq!(verdict, Err(SignatureError::Mismatch));
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
