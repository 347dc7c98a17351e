//! The client.

use std::{env, sync::Arc, time::Duration};

use http::HeaderValue;
use url::Url;

use crate::{
    ClientBuilder, Error, Result,
    resources::{Agents, Calls},
};

/// A client of Retell's REST API. Cheap to clone; clones share connections.
///
/// Methods are grouped by resource and named as in Retell's own SDKs.
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let client = retell_client::Client::from_env()?;
/// let call = client.call().retrieve("call_1").await?;
/// println!("{}", call.call_status);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) http: reqwest::Client,
    pub(crate) base_url: Url,
    /// Marked sensitive, so it is not printed either.
    pub(crate) authorization: HeaderValue,
    pub(crate) user_agent: HeaderValue,
    pub(crate) timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) max_response_bytes: usize,
}

impl Client {
    /// A client with Retell's address and the default settings.
    ///
    /// # Errors
    ///
    /// If the key cannot be one; see [`ClientBuilder::build`].
    pub fn new(api_key: impl Into<String>) -> Result<Self> {
        Self::builder(api_key).build()
    }

    /// Settings of a client.
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(api_key.into())
    }

    /// A client as the environment says: `RETELL_API_KEY`, and `RETELL_BASE_URL` if set.
    ///
    /// # Errors
    ///
    /// If `RETELL_API_KEY` is not set, or a setting is wrong; see [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self> {
        let key = env::var("RETELL_API_KEY").map_err(|_| Error::config("RETELL_API_KEY is not set"))?;
        let builder = Self::builder(key);
        match env::var("RETELL_BASE_URL") {
            Ok(url) if !url.is_empty() => builder.base_url(url),
            _ => builder,
        }
        .build()
    }

    /// Calls.
    pub fn call(&self) -> Calls<'_> {
        Calls::new(self)
    }

    /// Voice agents.
    pub fn agent(&self) -> Agents<'_> {
        Agents::new(self)
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url.as_str())
            .finish_non_exhaustive()
    }
}
