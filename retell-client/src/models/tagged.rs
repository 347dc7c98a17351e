//! Decoding in two steps: the tag, then the body it announces.

use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error};
use serde_json::Value;

use super::Extra;

/// How an error says where inside a union it is. The transport joins it to the path of the union.
pub(crate) const UNEXPECTED_AT: &str = "unexpected shape at ";

/// An object whose tag has been found.
pub(crate) struct Raw {
    tag_name: &'static str,
    tag: String,
    fields: Extra,
}

impl Raw {
    /// Takes the tag out of the object.
    pub(crate) fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        tag_name: &'static str,
    ) -> Result<Self, D::Error> {
        Self::of(Extra::deserialize(deserializer)?, tag_name)
    }

    /// Takes the tag out of an object that was read.
    pub(crate) fn of<E: Error>(mut fields: Extra, tag_name: &'static str) -> Result<Self, E> {
        match fields.remove(tag_name) {
            Some(Value::String(tag)) => Ok(Self {
                tag_name,
                tag,
                fields,
            }),
            Some(_) => Err(E::custom(format_args!("{UNEXPECTED_AT}{tag_name}"))),
            None => Err(E::missing_field(tag_name)),
        }
    }

    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// The object without its tag, as a `T`.
    pub(crate) fn body<T: DeserializeOwned, E: Error>(self) -> Result<T, E> {
        body(Value::Object(self.fields))
    }

    /// The object with its tag.
    pub(crate) fn whole(mut self) -> Extra {
        self.fields.insert(self.tag_name.to_owned(), self.tag.into());
        self.fields
    }
}

/// Decodes, naming the place of a failure but none of the values.
pub(crate) fn body<T: DeserializeOwned, E: Error>(value: Value) -> Result<T, E> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner().to_string();
        E::custom(match inner.strip_prefix(UNEXPECTED_AT) {
            Some(deeper) => format!("{UNEXPECTED_AT}{path}.{deeper}"),
            None => format!("{UNEXPECTED_AT}{path}"),
        })
    })
}

/// The tag of an object kept whole.
pub(crate) fn tag_of<'a>(raw: &'a Extra, tag_name: &str) -> &'a str {
    raw.get(tag_name).and_then(Value::as_str).unwrap_or_default()
}
