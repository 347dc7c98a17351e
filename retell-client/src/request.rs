//! A request is a value: made, looked at, adjusted, then awaited.

use std::{
    future::{Future, IntoFuture},
    marker::PhantomData,
    pin::Pin,
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use serde::{Serialize, de::DeserializeOwned};
use url::Url;

use crate::{Client, Error, ErrorKind, Result, retry::RetryClass, transport};

/// What is fixed about an operation.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    /// Resource and method, for errors and traces.
    pub(crate) name: &'static str,
    pub(crate) method: Method,
    /// Path with its parameters in braces.
    pub(crate) path: &'static str,
    pub(crate) retry: RetryClass,
    pub(crate) answer: Answer,
}

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Json,
    Nothing,
}

/// Everything about a request but who sends it and how patiently.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub(crate) endpoint: Endpoint,
    pub(crate) url: Url,
    pub(crate) body: Option<Bytes>,
    pub(crate) retry: RetryClass,
}

impl Prepared {
    /// Fills the endpoint's path parameters, in order.
    pub(crate) fn new(client: &Client, endpoint: Endpoint, parameters: &[&str]) -> Result<Self> {
        let mut url = client.shared.base_url.clone();
        let mut parameters = parameters.iter();
        let mut segments = url.path_segments_mut().expect("http URLs have a path");
        segments.pop_if_empty();
        for segment in endpoint.path.split('/').skip(1) {
            if !segment.starts_with('{') {
                segments.push(segment);
                continue;
            }
            let value = parameters.next().copied().unwrap_or_default();
            if !is_id(value) {
                let name = segment.trim_matches(['{', '}']);
                return Err(Error::new(ErrorKind::InvalidRequest, endpoint.name)
                    .detail(format!("{name} is empty or not an id")));
            }
            segments.push(value);
        }
        drop(segments);
        Ok(Self {
            retry: endpoint.retry,
            endpoint,
            url,
            body: None,
        })
    }

    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        self.body = Some(
            serde_json::to_vec(body)
                .expect("request models have string keys only")
                .into(),
        );
        self
    }

    /// Adds `name=value` if there is a value.
    pub(crate) fn query(mut self, name: &str, value: Option<impl ToString>) -> Self {
        if let Some(value) = value {
            self.url.query_pairs_mut().append_pair(name, &value.to_string());
        }
        self
    }

    pub(crate) fn retry(mut self, class: RetryClass) -> Self {
        self.retry = class;
        self
    }
}

/// Whether `value` can stand in a path. The URL type drops control characters and then dot segments, which would
/// address another route.
fn is_id(value: &str) -> bool {
    const MAX_BYTES: usize = 1000;
    !matches!(value, "" | "." | "..") && value.len() <= MAX_BYTES && !value.chars().any(char::is_control)
}

/// What the caller may change about one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) headers: HeaderMap,
}

/// The setters every request has.
macro_rules! option_setters {
    () => {
        /// How long one attempt may take, instead of the client's setting.
        pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How often it may be repeated, instead of the client's setting. Does not make a request repeatable that is
        /// not.
        pub fn max_retries(mut self, retries: u32) -> Self {
            self.options.max_retries = Some(retries);
            self
        }

        /// Adds a header. The authorization header stays the client's.
        pub fn header(mut self, name: http::HeaderName, value: http::HeaderValue) -> Self {
            self.options.headers.insert(name, value);
            self
        }
    };
}
pub(crate) use option_setters;

/// A request whose answer is a `T`. Await it, or adjust it first.
///
/// # Errors
///
/// Awaiting gives [`Error`]; a request that could not be built fails then, before anything is sent.
///
/// # Cancel safety
///
/// Dropping the future stops waiting. What was sent by then may still take effect.
#[must_use = "a request does nothing until awaited"]
pub struct Request<T> {
    client: Client,
    prepared: Result<Prepared>,
    options: Options,
    answer: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + Send + 'static> Request<T> {
    pub(crate) fn new(client: &Client, prepared: Result<Prepared>) -> Self {
        Self {
            client: client.clone(),
            prepared,
            options: Options::default(),
            answer: PhantomData,
        }
    }

    pub(crate) fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    option_setters!();

    /// Sends it and gives status and headers along with the answer.
    ///
    /// # Errors
    ///
    /// As awaiting the request itself.
    pub async fn with_response(self) -> Result<Response<T>> {
        transport::send(&self.client, &self.prepared?, &self.options).await
    }

    #[cfg(test)]
    pub(crate) fn prepared(self) -> Result<Prepared> {
        self.prepared
    }
}

impl<T: DeserializeOwned + Send + 'static> IntoFuture for Request<T> {
    type Output = Result<T>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async { Ok(self.with_response().await?.data) })
    }
}

impl<T> std::fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let operation = match &self.prepared {
            Ok(prepared) => prepared.endpoint.name,
            Err(error) => error.operation(),
        };
        f.debug_tuple("Request").field(&operation).finish()
    }
}

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
