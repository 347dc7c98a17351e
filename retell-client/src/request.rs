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
use serde_json::Value;
use url::Url;

use crate::{
    Client, Error, ErrorKind, ListRequest, Result,
    list::{Cursor, IsPageOf},
    models::{AgentVersion, Extra, VersionQuery},
    retry::RetryClass,
    transport,
    upload::{Form, OnProgress, Progress},
};

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Json,
    Nothing,
}

/// Everything about a request but who sends it and how patiently.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    /// Resource and method, for errors and traces.
    pub(crate) name: &'static str,
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) body: Option<Bytes>,
    /// Sent instead of `body`.
    pub(crate) form: Option<Form>,
    pub(crate) retry: RetryClass,
    pub(crate) answer: Answer,
}

impl Prepared {
    /// Fills the parameters of `path`, which stand in braces, in order.
    pub(crate) fn new(
        client: &Client,
        method: Method,
        name: &'static str,
        path: &str,
        parameters: &[&str],
    ) -> Result<Self> {
        let mut url = client.shared.base_url.clone();
        let mut parameters = parameters.iter();
        let mut segments = url.path_segments_mut().expect("http URLs have a path");
        segments.pop_if_empty();
        for segment in path.split('/').skip(1) {
            if !segment.starts_with('{') {
                segments.push(segment);
                continue;
            }
            let value = parameters.next().copied().unwrap_or_default();
            if !is_id(value) {
                let parameter = segment.trim_matches(['{', '}']);
                return Err(Error::new(ErrorKind::InvalidRequest, name)
                    .detail(format!("{parameter} is empty or not an id")));
            }
            segments.push(value);
        }
        drop(segments);
        Ok(Self {
            name,
            retry: RetryClass::of(&method),
            method,
            url,
            body: None,
            form: None,
            answer: Answer::Json,
        })
    }

    /// Sets one query parameter, replacing the one of that name.
    pub(crate) fn set_query(&mut self, name: &str, value: &str) {
        let pairs: Vec<(String, String)> = self.url.query_pairs().into_owned().collect();
        let mut query = self.url.query_pairs_mut();
        query.clear();
        query.extend_pairs(pairs.iter().filter(|(other, _)| other != name));
        query.append_pair(name, value);
    }

    /// Adds fields to the body, or replaces them.
    fn extend_body(&mut self, fields: Extra) -> Result<()> {
        match &mut self.form {
            _ if fields.is_empty() => Ok(()),
            Some(form) => {
                form.extend(fields);
                Ok(())
            }
            None => self.set_body(|body| body.extend(fields)),
        }
    }

    /// Sets fields of the body, which must be an object or missing.
    pub(crate) fn set_body(&mut self, change: impl FnOnce(&mut Extra)) -> Result<()> {
        let no_object =
            || Error::new(ErrorKind::InvalidRequest, self.name).detail("the body is not an object");
        let mut body = match &self.body {
            None => Extra::new(),
            Some(bytes) => serde_json::from_slice(bytes).map_err(|_| no_object())?,
        };
        change(&mut body);
        self.body = Some(to_json(&body));
        Ok(())
    }
}

fn to_json(body: &impl Serialize) -> Bytes {
    serde_json::to_vec(body)
        .expect("request models have string keys only")
        .into()
}

/// The pairs of a query: fields of `parameters` that are set, lists as `name[]` once an item.
fn query_pairs(parameters: &impl Serialize) -> Vec<(String, String)> {
    let Ok(Value::Object(fields)) = serde_json::to_value(parameters) else {
        return Vec::new();
    };
    let text = |value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    let mut pairs = Vec::new();
    for (name, value) in fields {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                pairs.extend(items.into_iter().map(|item| (format!("{name}[]"), text(item))))
            }
            other => pairs.push((name, text(other))),
        }
    }
    pairs
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
    pub(crate) extra_body: Extra,
    pub(crate) on_progress: Option<OnProgress>,
}

/// The setters every request has.
macro_rules! option_setters {
    () => {
        /// How long one attempt may take, instead of the client's setting. Of an upload: how long nothing of it may
        /// move.
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

        /// Adds a field to the body, or replaces it: for fields newer than this crate.
        pub fn extra_body(mut self, name: impl Into<String>, value: impl Into<serde_json::Value>) -> Self {
            self.options.extra_body.insert(name.into(), value.into());
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

/// How methods are written: see [`resources`](crate::resources).
impl<T: DeserializeOwned + Send + 'static> Request<T> {
    pub(crate) fn new(client: &Client, prepared: Result<Prepared>) -> Self {
        Self {
            client: client.clone(),
            prepared,
            options: Options::default(),
            answer: PhantomData,
        }
    }

    pub(crate) fn get(client: &Client, name: &'static str, path: &str, parameters: &[&str]) -> Self {
        Self::new(client, Prepared::new(client, Method::GET, name, path, parameters))
    }

    pub(crate) fn post(client: &Client, name: &'static str, path: &str, parameters: &[&str]) -> Self {
        Self::new(
            client,
            Prepared::new(client, Method::POST, name, path, parameters),
        )
    }

    pub(crate) fn put(client: &Client, name: &'static str, path: &str, parameters: &[&str]) -> Self {
        Self::new(client, Prepared::new(client, Method::PUT, name, path, parameters))
    }

    pub(crate) fn patch(client: &Client, name: &'static str, path: &str, parameters: &[&str]) -> Self {
        Self::new(
            client,
            Prepared::new(client, Method::PATCH, name, path, parameters),
        )
    }

    pub(crate) fn delete(client: &Client, name: &'static str, path: &str, parameters: &[&str]) -> Self {
        Self::new(
            client,
            Prepared::new(client, Method::DELETE, name, path, parameters),
        )
    }

    /// Sends `body` as JSON.
    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        if let Ok(prepared) = &mut self.prepared {
            prepared.body = Some(to_json(body));
        }
        self
    }

    /// Sends a form with files.
    pub(crate) fn form(mut self, form: Form) -> Self {
        if let Ok(prepared) = &mut self.prepared {
            prepared.form = Some(form);
        }
        self
    }

    /// Adds the fields of `parameters` that are set to the query.
    pub(crate) fn query(mut self, parameters: &impl Serialize) -> Self {
        let pairs = query_pairs(parameters);
        if let (Ok(prepared), false) = (&mut self.prepared, pairs.is_empty()) {
            prepared.url.query_pairs_mut().extend_pairs(pairs);
        }
        self
    }

    /// Adds `version` to the query if there is one.
    pub(crate) fn version(self, version: Option<&AgentVersion>) -> Self {
        let mut query = VersionQuery::new();
        query.version = version.cloned();
        self.query(&query)
    }

    /// What a repetition would do, where the verb does not tell.
    pub(crate) fn retry(mut self, class: RetryClass) -> Self {
        if let Ok(prepared) = &mut self.prepared {
            prepared.retry = class;
        }
        self
    }

    /// A page of a list of `I`, whose cursor goes where `cursor` says. A list only reads, whatever its verb.
    pub(crate) fn pages<I>(self, cursor: Cursor) -> ListRequest<I>
    where
        I: DeserializeOwned + Send + 'static,
        T: IsPageOf<I>,
    {
        let request = self.retry(RetryClass::Safe);
        ListRequest::new(&request.client, request.prepared, cursor)
    }

    pub(crate) fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    option_setters!();

    /// Calls `report` as the files of this request go out: with the bytes handed to the network so far, and how many
    /// there are if every file's length is known. A second attempt begins again at the first byte. Without files it is
    /// never called.
    ///
    /// It is called between reading and sending, and should return at once.
    pub fn on_progress(mut self, report: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.options.on_progress = Some(OnProgress(std::sync::Arc::new(report)));
        self
    }

    /// Sends it and gives status and headers along with the answer.
    ///
    /// # Errors
    ///
    /// As awaiting the request itself.
    pub async fn with_response(self) -> Result<Response<T>> {
        let mut prepared = self.prepared?;
        prepared.extend_body(self.options.extra_body.clone())?;
        transport::send(&self.client, &prepared, &self.options).await
    }

    #[cfg(test)]
    pub(crate) fn prepared(self) -> Result<Prepared> {
        self.prepared
    }
}

impl Request<()> {
    /// The same request, for another answer.
    pub(crate) fn answered_with<T>(self) -> Request<T> {
        Request {
            client: self.client,
            prepared: self.prepared,
            options: self.options,
            answer: PhantomData,
        }
    }

    /// The answer has no body.
    pub(crate) fn no_content(mut self) -> Self {
        if let Ok(prepared) = &mut self.prepared {
            prepared.answer = Answer::Nothing;
        }
        self
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
            Ok(prepared) => prepared.name,
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
