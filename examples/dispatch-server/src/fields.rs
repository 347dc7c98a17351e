//! Reading JSON bodies field by field, so that one answer names everything that is wrong.

use std::ops::RangeInclusive;

use axum::body::Body;
use http::{HeaderMap, StatusCode, header};
use serde_json::{Map, Value};

use crate::config::is_e164;
use crate::problem::{FieldProblem, Problem};
use crate::strict_json::Strict;

/// The largest JSON body.
pub(crate) const MAX_BODY: usize = 64 * 1024;

/// Reads a JSON body.
///
/// # Errors
///
/// 415 when it is something else, 413 when it is too large, 400 when it is not JSON or gives a name twice.
pub(crate) async fn json_body(headers: &HeaderMap, body: Body) -> Result<Value, Problem> {
    if !is_json(headers) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "send JSON and say so: content-type: application/json",
        ));
    }
    let bytes = axum::body::to_bytes(body, MAX_BODY).await.map_err(|error| {
        if std::error::Error::source(&error)
            .is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>())
        {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "the body is larger than 64 KiB")
        } else {
            Problem::new(StatusCode::BAD_REQUEST, "the body could not be read to its end")
        }
    })?;
    let read = serde_json::from_slice::<Strict>(&bytes);
    read.map(|strict| strict.0).map_err(|error| {
        // The place, not the words: they may be somebody's name.
        let (line, column) = (error.line(), error.column());
        Problem::new(
            StatusCode::BAD_REQUEST,
            if error.is_data() {
                format!(
                    "the body gives a name twice (line {line}, column {column}); leave one of the two out"
                )
            } else {
                format!("the body is not JSON (line {line}, column {column})")
            },
        )
    })
}

/// Whether the headers announce JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|value| value.trim().eq_ignore_ascii_case("application/json"))
}

/// The fields of a JSON object.
#[derive(Debug)]
pub(crate) struct Fields {
    object: Map<String, Value>,
    errors: Vec<FieldProblem>,
}

impl Fields {
    /// Only these fields are known.
    ///
    /// # Errors
    ///
    /// 422 when it is no object.
    pub(crate) fn new(body: Value, known: &[&str]) -> Result<Self, Problem> {
        let Value::Object(object) = body else {
            return Err(Problem::invalid(vec![FieldProblem::new(
                "",
                "must be a JSON object",
            )]));
        };
        let errors = object
            .keys()
            .filter(|name| !known.contains(&name.as_str()))
            .map(|name| FieldProblem::new(pointer(name), "is not a field here"))
            .collect();
        Ok(Self { object, errors })
    }

    pub(crate) fn bad(&mut self, pointer: impl Into<String>, detail: impl Into<String>) {
        self.errors.push(FieldProblem::new(pointer, detail));
    }

    /// Whether the field is there and not null.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.object.get(name).is_some_and(|value| !value.is_null())
    }

    /// The field as it is, unless it is null.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.object.remove(name).filter(|value| !value.is_null())
    }

    /// A text of so many characters, blanks around it removed.
    pub(crate) fn optional_text(&mut self, name: &str, length: RangeInclusive<usize>) -> Option<String> {
        match self.take(name)? {
            Value::String(text) => {
                let text = text.trim();
                if !length.contains(&text.chars().count()) {
                    self.bad(
                        pointer(name),
                        format!("must be {} to {} characters", length.start(), length.end()),
                    );
                } else if text.chars().any(is_invisible) {
                    self.bad(pointer(name), "must not hold control characters");
                }
                Some(text.to_owned())
            }
            _ => {
                self.bad(pointer(name), "must be a text");
                None
            }
        }
    }

    /// The same, required.
    pub(crate) fn text(&mut self, name: &str, length: RangeInclusive<usize>) -> String {
        if !self.has(name) {
            self.bad(pointer(name), "is required");
        }
        self.optional_text(name, length).unwrap_or_default()
    }

    /// A telephone number.
    pub(crate) fn optional_phone(&mut self, name: &str) -> Option<String> {
        let number = self.optional_text(name, 0..=64)?;
        if !is_e164(&number) {
            self.bad(
                pointer(name),
                "must be in E.164 form: + and the country code, such as +15551230000",
            );
        }
        Some(number)
    }

    /// A whole number within bounds, required.
    pub(crate) fn number(&mut self, name: &str, allowed: RangeInclusive<u32>) -> u32 {
        let value = self.take(name);
        match value
            .as_ref()
            .and_then(Value::as_u64)
            .and_then(|n| u32::try_from(n).ok())
        {
            Some(number) if allowed.contains(&number) => number,
            _ if value.is_none() => {
                self.bad(pointer(name), "is required");
                *allowed.start()
            }
            _ => {
                let (start, end) = (allowed.start(), allowed.end());
                self.bad(
                    pointer(name),
                    format!("must be a whole number from {start} to {end}"),
                );
                *start
            }
        }
    }

    /// Whether everything was good.
    ///
    /// # Errors
    ///
    /// 422 naming every field that was not.
    pub(crate) fn finish(mut self) -> Result<(), Problem> {
        if self.errors.is_empty() {
            return Ok(());
        }
        self.errors.truncate(50);
        Err(Problem::invalid(self.errors))
    }
}

/// Characters that show nothing, or turn around what stands after them, and so could pass one name off as another.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The JSON pointer of a field of the body.
pub(crate) fn pointer(name: &str) -> String {
    let name: String = name.chars().take(64).collect();
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}
