//! What a request is before anybody sends it: pure, no network.

use bytes::Bytes;
use http::Method;
use serde::Serialize;
use serde_json::Value;
use url::Url;

use crate::{Client, Error, ErrorKind, Result, models::Extra, retry::RetryClass, upload::Form};

/// The field of a phone call that makes it safe to be sent again.
const IDEMPOTENCY_KEY: &str = "idempotency_key";

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
        if !path.starts_with('/') {
            return Err(
                Error::new(ErrorKind::InvalidRequest, name).detail("the path does not begin with a slash")
            );
        }
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

    /// With `body` as JSON.
    pub(crate) fn json(mut self, body: &impl Serialize) -> Result<Self> {
        let json =
            serde_json::to_vec(body).map_err(|_| self.invalid("the body cannot be written as JSON"))?;
        self.body = Some(json.into());
        Ok(self)
    }

    /// With the fields of `parameters` that are set in the query, lists as `name[]` once an item.
    pub(crate) fn query(mut self, parameters: &impl Serialize) -> Result<Self> {
        let fields = match serde_json::to_value(parameters) {
            Ok(Value::Object(fields)) => fields,
            Ok(Value::Null) => return Ok(self),
            _ => return Err(self.invalid("the parameters of the query are not an object")),
        };
        let pairs = pairs(fields);
        if !pairs.is_empty() {
            self.url.query_pairs_mut().extend_pairs(pairs);
        }
        Ok(self)
    }

    fn invalid(&self, what: &str) -> Error {
        Error::new(ErrorKind::InvalidRequest, self.name).detail(what)
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
    pub(crate) fn extend_body(&mut self, fields: Extra) -> Result<()> {
        match &mut self.form {
            _ if fields.is_empty() => Ok(()),
            Some(form) => {
                form.extend(fields);
                Ok(())
            }
            None => {
                // A key that comes or goes this way decides whether a phone call may be sent again.
                if self.retry != RetryClass::Safe && fields.contains_key(IDEMPOTENCY_KEY) {
                    self.retry = RetryClass::Never;
                }
                self.set_body(|body| body.extend(fields))
            }
        }
    }

    /// Sets fields of the body, which must be an object or missing.
    pub(crate) fn set_body(&mut self, change: impl FnOnce(&mut Extra)) -> Result<()> {
        let mut body = match &self.body {
            None => Extra::new(),
            Some(bytes) => {
                serde_json::from_slice(bytes).map_err(|_| self.invalid("the body is not an object"))?
            }
        };
        change(&mut body);
        let json = serde_json::to_vec(&body).expect("JSON can be written");
        self.body = Some(json.into());
        Ok(())
    }
}

fn pairs(fields: Extra) -> Vec<(String, String)> {
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
