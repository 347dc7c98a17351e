//! Errors as RFC 9457 problem documents.

use axum::Json;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What every error answer looks like, as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Which kind of problem this is: `about:blank` when the status says it all.
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    pub kind: Box<str>,
    /// The kind in a few words.
    #[schema(value_type = String)]
    pub title: Box<str>,
    /// The HTTP status, repeated.
    pub status: u16,
    /// What went wrong this time and what to do about it.
    pub detail: String,
    /// Finds this request in the server's log.
    pub trace_id: String,
    /// One entry per bad field or parameter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldProblem>,
}

/// One bad field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// JSON pointer into the body (`/driver_phone`), or `?name` for a query parameter.
    pub pointer: String,
    /// What is wrong with it.
    pub detail: String,
}

impl FieldProblem {
    /// A bad field at `pointer`.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }
}

impl Problem {
    /// A problem of this status with a sentence for the reader.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank".into(),
            title: status.canonical_reason().unwrap_or("Error").into(),
            status: status.as_u16(),
            detail: sentence(&detail.into()),
            trace_id: String::new(),
            errors: Vec::new(),
        }
    }

    /// 422 naming every bad field.
    pub fn invalid(errors: Vec<FieldProblem>) -> Self {
        let detail = match errors.len() {
            1 => "one field needs attention".to_owned(),
            n => format!("{n} fields need attention"),
        };
        Self {
            errors,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
        }
    }

    /// 404 for a thing of this name.
    pub fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            format!("there is no such {what} here; check the id in the address"),
        )
    }

    /// 500 that tells the caller nothing; the cause goes to the log here, once.
    pub fn internal(cause: &dyn std::error::Error) -> Self {
        tracing::error!(error = %Chain(cause), "request failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "something went wrong on the server; the trace id finds it in the log",
        )
    }
}

/// A text for people: with a capital and a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.trim().chars();
    let mut sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(letters.as_str());
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// An error with its causes, on one line.
#[derive(Debug)]
pub struct Chain<'a>(pub &'a dyn std::error::Error);

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl From<crate::store::StoreError> for Problem {
    fn from(error: crate::store::StoreError) -> Self {
        Self::internal(&error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(&self)).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response.extensions_mut().insert(self);
        response
    }
}

/// The id of a request, in its extensions.
#[derive(Debug, Clone)]
pub struct TraceId(pub String);

/// Gives each request an id, returns it as `x-request-id`, and writes it into problem documents.
pub async fn trace_ids(mut request: Request, next: Next) -> Response {
    let id = uuid::Uuid::now_v7().simple().to_string();
    request.extensions_mut().insert(TraceId(id.clone()));
    let mut response = next.run(request).await;
    let problem = response.extensions_mut().remove::<Problem>();
    if let Some(mut problem) = problem.or_else(|| from_framework(&response)) {
        problem.trace_id.clone_from(&id);
        let (parts, _) = response.into_parts();
        let mut finished = problem.into_response();
        for (name, value) in &parts.headers {
            if ![header::CONTENT_TYPE, header::CONTENT_LENGTH].contains(name) {
                finished.headers_mut().append(name.clone(), value.clone());
            }
        }
        response = finished;
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

/// The framework refuses some requests itself (a path that is no UTF-8, an upgrade that is none), in plain text.
fn from_framework(response: &Response) -> Option<Problem> {
    let status = response.status();
    let plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let refused = status.is_client_error() || status.is_server_error();
    (plain && refused).then(|| {
        Problem::new(
            status,
            "the server cannot make sense of this request; check its address and headers",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_sentences() {
        for (text, expected) in [
            ("nothing is here", "Nothing is here."),
            ("RETELL_API_KEY is wrong!", "RETELL_API_KEY is wrong!"),
            ("Done.", "Done."),
            ("éa", "Éa."),
            ("", ""),
        ] {
            assert_eq!(sentence(text), expected);
        }
    }
}
