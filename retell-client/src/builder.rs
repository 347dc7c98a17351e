//! How a client is made.

use std::{net::IpAddr, sync::Arc, time::Duration};

use http::HeaderValue;
use secrecy::{ExposeSecret as _, SecretString};
use url::{Host, Url};

use crate::{Client, Error, Result, client::Shared};

const BASE_URL: &str = "https://api.retellai.com";
const USER_AGENT: &str = concat!("retell-rs/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`]; made by [`Client::builder`].
#[derive(Clone)]
#[must_use]
pub struct ClientBuilder {
    api_key: SecretString,
    base_url: String,
    timeout: Duration,
    connect_timeout: Duration,
    total_timeout: Duration,
    max_retries: u32,
    max_response_bytes: usize,
    user_agent: String,
    plain_http: bool,
    http: Option<reqwest::Client>,
}

impl ClientBuilder {
    pub(crate) fn new(api_key: String) -> Self {
        Self {
            api_key: SecretString::from(api_key),
            base_url: BASE_URL.to_owned(),
            timeout: Duration::from_secs(60),
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(180),
            max_retries: 2,
            max_response_bytes: 64 * 1024 * 1024,
            user_agent: USER_AGENT.to_owned(),
            plain_http: false,
            http: None,
        }
    }

    /// Where the API is; default `https://api.retellai.com`. Plain `http` is taken for loopback addresses only.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// How long one attempt may take, answer included; default 60 s. Of an upload: how long nothing of it may move.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take; default 5 s. Has no effect with [`ClientBuilder::http_client`].
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a request may take with all its retries and waits; default 180 s. `Duration::MAX` is no limit. An upload
    /// is not cut short by it, only not begun again.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = timeout;
        self
    }

    /// How often a request that may be repeated is repeated; default 2.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Largest answer taken; default 64 MiB.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// What the client calls itself; default `retell-rs/<version>`.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// Allows plain `http` to any host. The key can then be read on the way; for closed networks only.
    pub fn danger_allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// Sends through this client instead of one of its own, for client certificates and the like. It must not follow
    /// redirects nor retry, or a phone may ring twice.
    ///
    /// Without it, the proxies of the environment (`HTTPS_PROXY`, `NO_PROXY` and so on) are used, except for loopback
    /// addresses. This is the one place where `reqwest` shows: its major version is part of this crate's API.
    pub fn http_client(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Config`](crate::ErrorKind::Config), naming the setting that is wrong.
    pub fn build(self) -> Result<Client> {
        let authorization = authorization(&self.api_key)?;
        let base_url = base_url(&self.base_url, self.plain_http)?;
        for (name, value) in [
            ("timeout", self.timeout),
            ("connect_timeout", self.connect_timeout),
            ("total_timeout", self.total_timeout),
        ] {
            if value.is_zero() {
                return Err(Error::config(format!("{name} must be longer than zero")));
            }
        }
        let user_agent = HeaderValue::from_str(&self.user_agent)
            .map_err(|_| Error::config("user_agent holds characters a header cannot carry"))?;
        let http = match self.http {
            Some(http) => http,
            // A followed redirect could send a request twice, or the key elsewhere; the retries are our own.
            None => own_http(&base_url)
                .connect_timeout(self.connect_timeout)
                // Shorter than load balancers keep theirs: a request lost on a dying connection is an ambiguous one.
                .pool_idle_timeout(Duration::from_secs(30))
                .redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .build()
                .map_err(|error| Error::config("the HTTP client cannot be set up").caused_by(error))?,
        };
        Ok(Client {
            shared: Arc::new(Shared {
                http,
                base_url,
                authorization,
                user_agent,
                timeout: self.timeout,
                total_timeout: self.total_timeout,
                max_retries: self.max_retries,
                max_response_bytes: self.max_response_bytes,
            }),
        })
    }
}

/// Proxies of the environment are used, but not for this very machine: over plain `http` they would be handed the key.
fn own_http(base_url: &Url) -> reqwest::ClientBuilder {
    let builder = reqwest::Client::builder();
    if is_loopback(base_url) {
        builder.no_proxy()
    } else {
        builder
    }
}

fn authorization(api_key: &SecretString) -> Result<HeaderValue> {
    let key = api_key.expose_secret();
    if key.is_empty() {
        return Err(Error::config("the API key is empty"));
    }
    if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::config(
            "the API key holds blanks or other characters no key has; was it pasted with its line end?",
        ));
    }
    let mut value = HeaderValue::from_str(&format!("Bearer {key}"))
        .expect("a blank and visible ASCII are a header value");
    value.set_sensitive(true);
    Ok(value)
}

// Errors do not repeat the address: it may hold credentials.
fn base_url(text: &str, plain_http: bool) -> Result<Url> {
    let url = Url::parse(text).map_err(|error| Error::config("base_url is not a URL").caused_by(error))?;
    match url.scheme() {
        "https" => {}
        "http" if plain_http || is_loopback(&url) => {}
        "http" => {
            return Err(Error::config(
                "base_url must use https: over http the API key could be read on the way",
            ));
        }
        _ => return Err(Error::config("base_url must begin with https://")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::config("base_url must not hold a user name or password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(Error::config("base_url must not hold a query or fragment"));
    }
    Ok(url)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => IpAddr::from(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::from(ip).is_loopback(),
        None => false,
    }
}

impl std::fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    fn refusal(builder: ClientBuilder) -> String {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        error.to_string()
    }

    #[test]
    fn each_error_names_what_is_wrong() {
        let builder = || Client::builder("key_1");
        assert!(refusal(Client::builder("")).contains("API key is empty"));
        assert!(refusal(Client::builder("key_1\n")).contains("API key"));
        assert!(refusal(builder().base_url("api")).contains("base_url"));
        assert!(refusal(builder().base_url("ftp://example.com")).contains("https"));
        assert!(refusal(builder().base_url("http://example.com")).contains("https"));
        assert!(refusal(builder().base_url("https://u:p@example.com")).contains("password"));
        assert!(refusal(builder().base_url("https://example.com/?x=1")).contains("query"));
        assert!(refusal(builder().timeout(Duration::ZERO)).contains("timeout"));
        assert!(refusal(builder().user_agent("a\nb")).contains("user_agent"));
    }

    #[test]
    fn loopback_may_be_plain_http() {
        for url in ["http://127.0.0.1:1", "http://localhost:1/sub", "http://[::1]:1"] {
            assert!(Client::builder("k").base_url(url).build().is_ok(), "{url}");
        }
        let open = Client::builder("k")
            .base_url("http://sim:1")
            .danger_allow_plain_http();
        assert!(open.build().is_ok());
    }

    #[test]
    fn the_key_is_never_shown() {
        let builder = Client::builder("key_s3cret");
        let shown = format!("{builder:?} {:?}", builder.clone().build().unwrap());
        assert!(!shown.contains("s3cret"), "{shown}");
        let error = Client::builder("key s3cret").build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"));
    }
}
