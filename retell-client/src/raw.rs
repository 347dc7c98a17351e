//! Requests to routes newer than this crate.

use http::Method;
use serde::{Serialize, de::DeserializeOwned};

use crate::{Client, Request, prepared::Prepared, retry::RetryClass};

impl Client {
    /// A request to a route this version does not know, sent with the client's key, limits and retries.
    ///
    /// `path` begins with a slash; its segments are plain text. It is repeated by the rule of its verb; a `POST` may
    /// have done something, so it is not, unless [`RawRequest::repeatable`] says that it does no harm.
    ///
    /// ```no_run
    /// # async fn run(client: retell_client::Client) -> Result<(), retell_client::Error> {
    /// use retell_client::Method;
    /// use serde_json::{Value, json};
    ///
    /// let answer: Value = client.raw(Method::POST, "/v4/list-dreams").json(&json!({"limit": 3})).repeatable().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn raw(&self, method: Method, path: &str) -> RawRequest {
        RawRequest {
            request: Request::new(self, Prepared::new(self, method, "raw", path, &[])),
        }
    }
}

/// A request to a route newer than this crate; from [`Client::raw`].
#[derive(Debug)]
#[must_use = "a request does nothing until sent"]
pub struct RawRequest {
    request: Request<()>,
}

impl RawRequest {
    /// Sends `body` as JSON.
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.request = self.request.json(body);
        self
    }

    /// Adds the fields of `parameters` to the query; lists become `name[]` once an item.
    pub fn query(mut self, parameters: &impl Serialize) -> Self {
        self.request = self.request.query(parameters);
        self
    }

    /// Says that sending it twice does no harm.
    pub fn repeatable(mut self) -> Self {
        self.request = self.request.retry(RetryClass::Safe);
        self
    }

    /// The request, for an answer of JSON.
    pub fn send<T: DeserializeOwned + Send + 'static>(self) -> Request<T> {
        self.request.answered_with()
    }

    /// The request, for an answer without a body.
    pub fn send_for_nothing(self) -> Request<()> {
        self.request.no_content()
    }
}
