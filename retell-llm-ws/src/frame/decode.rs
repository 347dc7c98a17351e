//! Two steps from text to frame, and errors that name the field but never its value.

use std::{borrow::Cow, fmt};

use retell_client::models::replace_lone_surrogates;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor},
};
use serde_json::error::Category;

/// A text frame that could not be read.
///
/// The text names the place, never what stood there: frames hold what people said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: Option<String>,
    line: usize,
    column: usize,
}

impl DecodeError {
    /// The JSON path of the offending field, such as `transcript[0].role`; `None` when the text is not JSON at all.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Whether the text was not JSON, or not an object.
    pub fn is_syntax(&self) -> bool {
        self.path.is_none()
    }

    fn at(path: impl Into<String>) -> Self {
        Self {
            path: Some(path.into()),
            line: 0,
            column: 0,
        }
    }

    pub(crate) fn not_text() -> Self {
        Self {
            path: None,
            line: 1,
            column: 1,
        }
    }

    fn syntax(error: &serde_json::Error) -> Self {
        Self {
            path: None,
            line: error.line(),
            column: error.column(),
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "frame field `{path}` is missing or has the wrong type"),
            None => write!(
                f,
                "frame is not a JSON object (line {}, column {})",
                self.line, self.column
            ),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads `text`, and once more with U+FFFD for half characters if it is no JSON because of them.
pub(super) fn mending<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    match read(text) {
        Err(error) if error.is_syntax() => match replace_lone_surrogates(text.as_bytes()) {
            Cow::Owned(mended) => read(str::from_utf8(&mended).map_err(|_| error)?),
            Cow::Borrowed(_) => Err(error),
        },
        other => other,
    }
}

/// The first step: what kind of frame is this? Reads no further than the tag.
pub(super) fn kind<'a>(text: &'a str, tag: &'static str) -> Result<Cow<'a, str>, DecodeError> {
    if !text.trim_start().starts_with('{') {
        return Err(DecodeError::not_text());
    }
    let mut found = None;
    let read = serde_json::Deserializer::from_str(text).deserialize_map(FindTag {
        tag,
        found: &mut found,
    });
    match (found, read) {
        // The reader complains that the object was not read to its end; the second step does that.
        (Some(kind), _) => Ok(kind),
        (None, Err(error)) if error.classify() != Category::Data => Err(DecodeError::syntax(&error)),
        (None, _) => Err(DecodeError::at(tag)),
    }
}

/// Text that is borrowed where it holds no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

struct FindTag<'f, 'de> {
    tag: &'static str,
    found: &'f mut Option<Cow<'de, str>>,
}

impl<'de> Visitor<'de> for FindTag<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Text(key)) = map.next_key()? {
            if key == self.tag {
                *self.found = Some(map.next_value::<Text<'de>>()?.0);
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// The second step: the fields. The path is only worked out when there is something wrong.
pub(super) fn fields<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    serde_json::from_str(text).map_err(|error| {
        if error.classify() != Category::Data {
            return DecodeError::syntax(&error);
        }
        let mut deserializer = serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
            Err(located) => DecodeError::at(locate(&located)),
            Ok(_) => DecodeError::syntax(&error),
        }
    })
}

/// The path of the field. A missing field is reported by serde at its parent, by name.
fn locate(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let message = error.inner().to_string();
    let missing = message
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    match missing {
        Some(field) if path == "." => field.to_owned(),
        Some(field) => format!("{path}.{field}"),
        None => path,
    }
}
