//! Whether to send a request again, and when.

use std::time::Duration;

use http::{
    HeaderMap, HeaderName, Method, StatusCode,
    header::{DATE, RETRY_AFTER},
};
use jiff::{Timestamp, fmt::rfc2822};

/// What a second sending of a request would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryClass {
    /// Nothing: it only reads.
    Safe,
    /// The same as the first.
    Idempotent,
    /// More: it would dial again, buy again.
    Never,
}

/// How an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No connection was made, so nothing was sent.
    Connect,
    /// A file could not be read, so the request was not whole.
    File,
    /// Anything else without a whole answer: the request may have arrived.
    Lost,
    /// The server did what was asked, but its answer is of no use; asking again would not help.
    Unusable,
    /// The server answered with an error.
    Status {
        status: StatusCode,
        /// It said when to come back.
        delay: Option<Duration>,
        /// `x-should-retry`.
        should_retry: Option<bool>,
    },
}

impl RetryClass {
    /// What the verb says.
    pub(crate) fn of(method: &Method) -> Self {
        match *method {
            Method::GET => Self::Safe,
            Method::PUT | Method::PATCH | Method::DELETE => Self::Idempotent,
            _ => Self::Never,
        }
    }

    /// Whether to send again after `failure`.
    pub(crate) fn allows(self, failure: Failure) -> bool {
        match failure {
            Failure::Connect => true,
            Failure::Lost => self != Self::Never,
            Failure::File | Failure::Unusable => false,
            Failure::Status {
                should_retry: Some(false),
                ..
            } => false,
            Failure::Status { .. } if self == Self::Never => refused_untouched(failure),
            Failure::Status {
                should_retry: Some(true),
                ..
            } => true,
            Failure::Status { status, .. } => {
                status.is_server_error()
                    || status == StatusCode::TOO_MANY_REQUESTS
                    || status == StatusCode::REQUEST_TIMEOUT
            }
        }
    }

    /// Whether the request may have taken effect although it ended in `failure`.
    pub(crate) fn submission_unknown(self, failure: Failure) -> bool {
        match (self, failure) {
            (Self::Safe, _) | (_, Failure::Connect | Failure::File) => false,
            (_, Failure::Lost | Failure::Unusable) => true,
            (_, Failure::Status { status, .. }) => {
                (status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT)
                    && !refused_untouched(failure)
            }
        }
    }
}

/// The server says that it did nothing. A bare 503 does not count: proxies send it for a connection that broke after
/// the request was passed on.
fn refused_untouched(failure: Failure) -> bool {
    match failure {
        Failure::Connect => true,
        Failure::File | Failure::Lost | Failure::Unusable => false,
        Failure::Status {
            status,
            delay,
            should_retry,
        } => {
            status == StatusCode::TOO_MANY_REQUESTS
                || (status == StatusCode::SERVICE_UNAVAILABLE
                    && (delay.is_some() || should_retry == Some(true)))
        }
    }
}

/// Longest wait a server may ask for; beyond it the error goes to the caller.
const MAX_SERVER_DELAY: Duration = Duration::from_secs(60);
/// What longer waits are told as, so that callers can reckon with them.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);
const FIRST_BACKOFF: Duration = Duration::from_millis(500);
const MAX_BACKOFF: Duration = Duration::from_secs(8);

/// How long to wait before retry number `retry` (from 0); `chance` is in 0..1. `None`: longer than is sensible.
///
/// What the server asked for is kept to, plus up to a quarter second so that clients do not come back all at once.
/// Otherwise half a second, doubled each time up to eight, with full jitter.
pub(crate) fn delay(retry: u32, server: Option<Duration>, chance: f64) -> Option<Duration> {
    match server {
        Some(asked) if asked > MAX_SERVER_DELAY => None,
        Some(asked) => Some(asked + Duration::from_millis(250).mul_f64(chance)),
        None => {
            let backoff = FIRST_BACKOFF.saturating_mul(2_u32.saturating_pow(retry));
            Some(backoff.min(MAX_BACKOFF).mul_f64(chance))
        }
    }
}

/// How long the server asks to wait: `retry-after-ms`, `retry-after` (seconds or a date), `ratelimit-reset` (seconds).
pub(crate) fn server_delay(status: StatusCode, headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    const RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");
    const RATELIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

    let text = |name| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::trim)
    };
    let date = |text: &str| rfc2822::DateTimeParser::new().parse_timestamp(text).ok();
    let milliseconds = text(RETRY_AFTER_MS).and_then(|text| wait(text, 1000.0));
    let seconds = |text: &str| wait(text, 1.0);
    if milliseconds.is_some() {
        return milliseconds;
    }
    if let Some(after) = text(RETRY_AFTER) {
        let until = || {
            // By the server's clock, if it tells: ours may be wrong.
            let now = text(DATE).and_then(date).unwrap_or(now);
            // A date that has passed means now.
            let asked = Duration::try_from(date(after)?.duration_since(now)).unwrap_or_default();
            Some(asked.min(LONGEST))
        };
        if let Some(delay) = seconds(after).or_else(until) {
            return Some(delay);
        }
    }
    if status == StatusCode::TOO_MANY_REQUESTS {
        return text(RATELIMIT_RESET).and_then(seconds);
    }
    None
}

/// A number of which `unit` are a second. One too large to be meant is still a wait.
fn wait(text: &str, unit: f64) -> Option<Duration> {
    let seconds = text.parse::<f64>().ok()? / unit;
    (seconds >= 0.0).then(|| {
        Duration::try_from_secs_f64(seconds)
            .unwrap_or(LONGEST)
            .min(LONGEST)
    })
}

/// `x-should-retry: true` or `false`.
pub(crate) fn should_retry(headers: &HeaderMap) -> Option<bool> {
    headers.get("x-should-retry")?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(code: u16) -> Failure {
        Failure::Status {
            status: StatusCode::from_u16(code).unwrap(),
            delay: None,
            should_retry: None,
        }
    }

    #[test]
    fn reads_are_repeated_after_passing_trouble() {
        for failure in [
            Failure::Connect,
            Failure::Lost,
            status(408),
            status(429),
            status(500),
            status(503),
        ] {
            assert!(RetryClass::Safe.allows(failure), "{failure:?}");
            assert!(!RetryClass::Safe.submission_unknown(failure), "{failure:?}");
        }
        for code in [400, 401, 402, 403, 404, 409, 422] {
            assert!(!RetryClass::Safe.allows(status(code)), "{code}");
        }
    }

    #[test]
    fn creation_is_repeated_only_when_nothing_was_done() {
        let told = Failure::Status {
            status: StatusCode::SERVICE_UNAVAILABLE,
            delay: Some(Duration::from_secs(1)),
            should_retry: None,
        };
        for failure in [Failure::Connect, status(429), told] {
            assert!(RetryClass::Never.allows(failure), "{failure:?}");
            assert!(!RetryClass::Never.submission_unknown(failure), "{failure:?}");
        }
        for failure in [
            Failure::Lost,
            status(408),
            status(500),
            status(502),
            status(503),
            status(504),
        ] {
            assert!(!RetryClass::Never.allows(failure), "{failure:?}");
            assert!(RetryClass::Never.submission_unknown(failure), "{failure:?}");
        }
        assert!(!RetryClass::Never.submission_unknown(status(400)));
    }

    #[test]
    fn an_answer_that_cannot_be_used_is_not_asked_for_again() {
        assert!(!RetryClass::Safe.allows(Failure::Unusable));
        assert!(!RetryClass::Safe.submission_unknown(Failure::Unusable));
        assert!(RetryClass::Idempotent.submission_unknown(Failure::Unusable));
    }

    #[test]
    fn the_server_may_overrule_but_never_dials_twice() {
        let says = |code, word| Failure::Status {
            status: StatusCode::from_u16(code).unwrap(),
            delay: None,
            should_retry: Some(word),
        };
        assert!(RetryClass::Safe.allows(says(409, true)));
        assert!(!RetryClass::Safe.allows(says(500, false)));
        assert!(!RetryClass::Never.allows(says(429, false)));
        assert!(!RetryClass::Never.allows(says(500, true)));
        assert!(RetryClass::Never.allows(says(503, true)));
    }

    fn asked(code: u16, headers: &[(&'static str, &str)]) -> Option<Duration> {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
            .collect();
        let now = "2026-11-20T08:00:00Z".parse().unwrap();
        server_delay(StatusCode::from_u16(code).unwrap(), &headers, now)
    }

    #[test]
    fn delays_are_read_in_every_form() {
        let ms = |ms| Some(Duration::from_millis(ms));
        assert_eq!(
            asked(503, &[("retry-after-ms", "1500"), ("retry-after", "9")]),
            ms(1500)
        );
        assert_eq!(asked(503, &[("retry-after", "2")]), ms(2000));
        assert_eq!(asked(503, &[("retry-after", "0.5")]), ms(500));
        assert_eq!(
            asked(503, &[("retry-after", "Fri, 20 Nov 2026 08:00:07 GMT")]),
            ms(7000)
        );
        assert_eq!(
            asked(503, &[("retry-after", "Fri, 20 Nov 2026 07:00:00 GMT")]),
            ms(0)
        );
        let by_its_own_clock = [
            ("date", "Fri, 20 Nov 2026 06:00:00 GMT"),
            ("retry-after", "Fri, 20 Nov 2026 06:00:03 GMT"),
        ];
        assert_eq!(asked(503, &by_its_own_clock), ms(3000));
        let clockless = [("date", "noon"), ("retry-after", "Fri, 20 Nov 2026 08:00:07 GMT")];
        assert_eq!(asked(503, &clockless), ms(7000));
        assert_eq!(asked(429, &[("ratelimit-reset", "4")]), ms(4000));
        assert_eq!(asked(200, &[("ratelimit-reset", "4")]), None);
        for nonsense in ["", "soon", "-1", "NaN"] {
            assert_eq!(asked(503, &[("retry-after", nonsense)]), None, "{nonsense}");
        }
        for endless in ["1e400", "99999999999999999999", "Sat, 20 Nov 9999 08:00:00 GMT"] {
            assert_eq!(
                asked(503, &[("retry-after", endless)]),
                Some(LONGEST),
                "{endless}"
            );
            assert_eq!(delay(0, Some(LONGEST), 0.0), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_header_is_read_without_harm(value in "[ -~]{0,40}") {
            for name in ["retry-after", "retry-after-ms", "ratelimit-reset"] {
                if let Some(wait) = asked(429, &[(name, &value)]).and_then(|asked| delay(0, Some(asked), 1.0)) {
                    proptest::prop_assert!(wait <= MAX_SERVER_DELAY + Duration::from_millis(250));
                }
            }
        }
    }

    #[test]
    fn waits_grow_are_capped_and_jittered() {
        let ms = |ms| Some(Duration::from_millis(ms));
        assert_eq!(delay(0, None, 1.0), ms(500));
        assert_eq!(delay(1, None, 1.0), ms(1000));
        assert_eq!(delay(9, None, 1.0), ms(8000));
        assert_eq!(delay(u32::MAX, None, 1.0), ms(8000));
        assert_eq!(delay(0, None, 0.0), ms(0));
        assert_eq!(delay(5, ms(2000), 0.0), ms(2000));
        assert_eq!(delay(0, ms(2000), 1.0), ms(2250));
        assert_eq!(delay(0, ms(60_001), 0.0), None);
    }
}
