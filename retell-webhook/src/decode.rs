//! From bytes to values.

use std::borrow::Cow;

use retell_client::models::{path_of_error, replace_lone_surrogates};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::Value;

use crate::error::DecodeError;

/// What the body of a verified delivery can be read as.
///
/// The crate's own: [`Event`](crate::Event), [`LegacyEvent`](crate::LegacyEvent), [`Inbound`](crate::Inbound),
/// [`InboundCall`](crate::InboundCall), [`InboundSms`](crate::InboundSms), [`FunctionCall`](crate::FunctionCall),
/// [`RootArgs`](crate::RootArgs).
pub trait Payload: Sized {
    /// Reads a body whose signature has been verified.
    ///
    /// # Errors
    ///
    /// If it is not what this type stands for.
    fn from_body(body: &[u8]) -> Result<Self, DecodeError>;
}

/// Reads a body that is to be an object: a type with named members would also take them in order, out of a list.
pub(crate) fn object<T>(
    body: &[u8],
    read: impl Fn(&[u8]) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    if body.trim_ascii_start().first() == Some(&b'[') {
        return Err(DecodeError::no_object());
    }
    forgiving(body, read)
}

/// Reads a body; half characters in it are no reason to lose it.
pub(crate) fn forgiving<T>(
    body: &[u8],
    read: impl Fn(&[u8]) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    read(body).or_else(|error| match replace_lone_surrogates(body) {
        Cow::Owned(mended) => read(&mended),
        Cow::Borrowed(_) => Err(error),
    })
}

/// Reads a body at full speed; only one that cannot be read is read once more, to find out where it breaks.
pub(crate) fn typed<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(body).map_err(|error| {
        let path = path_of_error::<T>(body);
        DecodeError::at_path(path.as_deref().unwrap_or("."), &error)
    })
}

/// A value beside the point that is odd is left out; it is no reason to lose what matters.
pub(crate) fn maybe<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).ok())
}

/// A list or map beside the point: as [`maybe`], and empty when it is left out.
pub(crate) fn maybe_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    Ok(maybe(deserializer)?.unwrap_or_default())
}
