//! An answer with what came along.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// An answer with what came along.
#[derive(Clone)]
#[non_exhaustive]
pub struct Response<T> {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Id of the request at Retell, if it sent one.
    pub request_id: Option<String>,
    /// How often the request was sent, or tried to be.
    pub attempts: u32,
    /// The answer.
    pub data: T,
}

impl<T> Response<T> {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, attempts: u32, data: T) -> Self {
        Self {
            request_id: request_id(&headers),
            status,
            headers,
            attempts,
            data,
        }
    }
}

impl<T> std::fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// Retell documents no name for this header; these two are the usual ones.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    const NAMES: [HeaderName; 2] = [
        HeaderName::from_static("x-request-id"),
        HeaderName::from_static("cf-ray"),
    ];
    let text = |value: &HeaderValue| value.to_str().ok().map(|text| text.chars().take(200).collect());
    NAMES.iter().find_map(|name| headers.get(name).and_then(text))
}
