//! What can be wrong with a signature, a key, a body.

use serde_json::error::Category;

/// Why a delivery was not believed. For our own eyes: answer the sender with a bare 401.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// There is no signature.
    #[error("the signature header is missing")]
    Missing,
    /// The header is not of the form `v=<milliseconds>,d=<64 hex digits>`, or there is more than one.
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
    /// The signature is ours, but over the compact form of this body: something on the way, or in this program, parsed
    /// the body and wrote it again.
    ///
    /// Not every rewriting can be recognised: one that sorts the members of objects is a [`SignatureError::Mismatch`].
    #[error(
        "the signature was made over other bytes of the same JSON; hand over the body before anything parses it"
    )]
    LooksReserialised,
}

/// Why a verifier could not be made. Says nothing of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// A key is empty, or there is none: anybody could sign with it.
    #[error("a webhook key is empty or none was given")]
    Empty,
    /// A key holds what no key of Retell's does, so nothing would ever match.
    #[error("a webhook key holds a blank or a line end; was it pasted with one?")]
    Blank,
    /// More keys than [`MAX_KEYS`](crate::MAX_KEYS).
    #[error("too many webhook keys")]
    TooMany,
}

/// The longest path an error holds; a body may have member names of any length.
const MAX_PATH: usize = 200;

/// A delivery that is not what Retell documents.
///
/// Tells where, never what stood there: deliveries hold personal data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot decode the webhook: {problem} at {path}")]
pub struct DecodeError {
    path: String,
    problem: &'static str,
    position: Option<(usize, usize)>,
}

impl DecodeError {
    /// JSON path of the offending value, such as `call.transcript_object[3].content`; `.` is the whole. At most 200
    /// characters, without control characters.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Line and column in the body, both from 1, where known.
    pub fn position(&self) -> Option<(usize, usize)> {
        self.position
    }

    pub(crate) fn missing(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            problem: "nothing there",
            position: None,
        }
    }

    pub(crate) fn no_object() -> Self {
        Self {
            path: ".".to_owned(),
            problem: "a list where an object should be",
            position: None,
        }
    }

    pub(crate) fn at_path(path: &str, error: &serde_json::Error) -> Self {
        let path = path.chars().take(MAX_PATH);
        Self {
            path: path
                .map(|c| if c.is_control() { '\u{fffd}' } else { c })
                .collect(),
            problem: match error.classify() {
                Category::Eof => "unexpected end of input",
                Category::Syntax => "invalid JSON",
                Category::Data | Category::Io => "unexpected shape",
            },
            position: (error.line() > 0).then(|| (error.line(), error.column())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::decode;

    #[test]
    fn paths_are_short_and_fit_on_a_line() {
        let body = format!("{{\"{}\\n\":\"x\"}}", "k".repeat(100_000));
        let error = decode::typed::<BTreeMap<String, u8>>(body.as_bytes()).unwrap_err();
        assert_eq!(error.path().chars().count(), super::MAX_PATH);
        let error = decode::typed::<BTreeMap<String, u8>>(b"{\"a\\nb\":\"secret\"}").unwrap_err();
        assert_eq!(error.path(), "ab", "what is no letter is left out");
        assert_eq!(error.position(), Some((1, 16)));
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
}
