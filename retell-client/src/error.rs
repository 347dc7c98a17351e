//! What can go wrong with a request.

use std::{error::Error as StdError, fmt, time::Duration};

use http::StatusCode;

/// What can go wrong with a request.
///
/// `Display` says which operation failed and how; it never holds a key, a body, a number or an address. The cause, if
/// there is one, is in [`std::error::Error::source`].
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    operation: &'static str,
    detail: Option<String>,
    status: Option<StatusCode>,
    api_message: Option<String>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    submission_unknown: bool,
    attempts: u32,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client could not be built: a setting is missing or wrong.
    Config,
    /// The request could not be built: an argument is wrong. Nothing was sent.
    InvalidRequest,
    /// A file to upload cannot be read, or is longer or shorter than announced. Retell did not get it whole.
    File,
    /// No connection was made. Nothing was sent.
    Connect,
    /// No answer in time.
    Timeout,
    /// The connection broke before the answer was complete.
    Transport,
    /// Retell answered with an error; see [`Error::status`].
    Api,
    /// The answer is not what Retell documents.
    Decode,
    /// The answer is larger than the client's limit.
    TooLarge,
    /// A list sent the same cursor twice, or page after page without an item, and would never end.
    CursorLoop,
}

/// Result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn new(kind: ErrorKind, operation: &'static str) -> Self {
        Self(Box::new(Inner {
            kind,
            operation,
            detail: None,
            status: None,
            api_message: None,
            request_id: None,
            retry_after: None,
            submission_unknown: false,
            attempts: 0,
            source: None,
        }))
    }

    pub(crate) fn config(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, "cannot build the client").detail(detail)
    }

    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_api_message(mut self, message: Option<String>) -> Self {
        self.0.api_message = message;
        self
    }

    pub(crate) fn with_request_id(mut self, id: Option<String>) -> Self {
        self.0.request_id = id;
        self
    }

    pub(crate) fn with_retry_after(mut self, delay: Option<Duration>) -> Self {
        self.0.retry_after = delay;
        self
    }

    pub(crate) fn with_submission_unknown(mut self, unknown: bool) -> Self {
        self.0.submission_unknown = unknown;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The method that failed, such as `call.create_phone_call`.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// Status of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// What Retell said, cut at 1000 characters. It may repeat what was sent, personal data included: show it to the
    /// caller, keep it out of logs.
    pub fn api_message(&self) -> Option<&str> {
        self.0.api_message.as_deref()
    }

    /// Id of the request at Retell, to be named to its support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How long Retell asked to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How often the request was sent, or tried to be.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// True when the request may have taken effect although it failed: a phone may be ringing. Look before repeating it.
    pub fn submission_unknown(&self) -> bool {
        self.0.submission_unknown
    }

    /// The key is missing, wrong or not allowed to do this.
    pub fn is_auth(&self) -> bool {
        self.has_status(&[StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN])
    }

    /// There is no such thing under this key. Many of Retell's routes say so with 422.
    pub fn is_not_found(&self) -> bool {
        self.has_status(&[StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY])
    }

    /// Too many requests, or too many calls at once.
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(&[StatusCode::TOO_MANY_REQUESTS])
    }

    /// The account must be paid for.
    pub fn is_payment_required(&self) -> bool {
        self.has_status(&[StatusCode::PAYMENT_REQUIRED])
    }

    /// No answer in time.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// No connection was made.
    pub fn is_connect(&self) -> bool {
        self.0.kind == ErrorKind::Connect
    }

    fn has_status(&self, statuses: &[StatusCode]) -> bool {
        self.0.kind == ErrorKind::Api && self.0.status.is_some_and(|status| statuses.contains(&status))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.write_str(inner.operation)?;
        f.write_str(match inner.kind {
            ErrorKind::Config => "",
            ErrorKind::InvalidRequest => ": the request is not valid",
            ErrorKind::File => ": a file cannot be sent",
            ErrorKind::Connect => ": cannot connect",
            ErrorKind::Timeout => ": no answer in time",
            ErrorKind::Transport => ": the connection broke",
            ErrorKind::Api => ": refused",
            ErrorKind::Decode => ": cannot decode the answer",
            ErrorKind::TooLarge => ": the answer is too large",
            ErrorKind::CursorLoop => ": the list has no end",
        })?;
        if let (ErrorKind::Api, Some(status)) = (inner.kind, inner.status) {
            write!(f, " with status {status}")?;
        }
        if let Some(detail) = &inner.detail {
            write!(f, ": {detail}")?;
        }
        if inner.submission_unknown {
            f.write_str("; it may have taken effect")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("operation", &inner.operation)
            .field("detail", &inner.detail)
            .field("status", &inner.status)
            .field("request_id", &inner.request_id)
            .field("retry_after", &inner.retry_after)
            .field("submission_unknown", &inner.submission_unknown)
            .field("attempts", &inner.attempts)
            .field("source", &inner.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|source| &**source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_said_is_not_shown() {
        let error = Error::new(ErrorKind::Api, "call.create_phone_call")
            .with_status(StatusCode::BAD_REQUEST)
            .with_api_message(Some("+14155550123 is on the list".into()))
            .with_submission_unknown(true);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("4155550123"), "{shown}");
        assert_eq!(
            error.to_string(),
            "call.create_phone_call: refused with status 400 Bad Request; it may have taken effect"
        );
        assert_eq!(error.api_message(), Some("+14155550123 is on the list"));
    }

    #[test]
    fn a_422_is_a_thing_that_is_not_there() {
        let error = |status| Error::new(ErrorKind::Api, "x").with_status(status);
        assert!(error(StatusCode::UNPROCESSABLE_ENTITY).is_not_found());
        assert!(error(StatusCode::NOT_FOUND).is_not_found());
        assert!(!error(StatusCode::BAD_REQUEST).is_not_found());
        assert!(error(StatusCode::FORBIDDEN).is_auth());
    }
}
