//! A request is a value: made, looked at, adjusted, then awaited.

use std::{
    future::{Future, IntoFuture},
    marker::PhantomData,
    pin::Pin,
    time::Duration,
};

use http::{HeaderMap, Method};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Client, ListRequest, Response, Result,
    list::{Cursor, IsPageOf},
    models::{AgentVersion, Extra, VersionQuery},
    prepared::{Answer, Prepared},
    retry::RetryClass,
    transport,
    upload::{Form, OnProgress, Progress},
};

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
/// Awaiting gives [`Error`](crate::Error); a request that could not be built fails then, before anything is sent.
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
        self.prepared = self.prepared.and_then(|prepared| prepared.json(body));
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
        self.prepared = self.prepared.and_then(|prepared| prepared.query(parameters));
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
