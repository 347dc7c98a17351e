//! One item of a list.

use std::borrow::Cow;

use retell_client::models::{Role, TranscriptItem, Utterance, UtteranceMetadata, replace_lone_surrogates};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use super::members::value_end;

/// What stands in a list.
pub(super) trait Item: Clone {
    /// Reads the item at the beginning of `text`, and says how many bytes it took.
    fn read(text: &[u8], keep_words: bool) -> Option<(Self, usize)>;

    fn forget_words(&mut self);
}

/// An [`Utterance`] whose word timings are passed over.
#[derive(Deserialize)]
struct Spoken {
    #[serde(default)]
    role: Option<Role>,
    #[serde(default)]
    content: Option<String>,
    #[serde(default, rename = "words")]
    _words: IgnoredAny,
    #[serde(default)]
    metadata: Option<Box<UtteranceMetadata>>,
}

impl Item for Utterance {
    fn read(text: &[u8], keep_words: bool) -> Option<(Self, usize)> {
        if keep_words {
            return first(text);
        }
        let (spoken, bytes) = first::<Spoken>(text)?;
        let mut utterance = Self::new(
            spoken.role.unwrap_or_default(),
            spoken.content.unwrap_or_default(),
        );
        utterance.metadata = spoken.metadata;
        Some((utterance, bytes))
    }

    fn forget_words(&mut self) {
        self.words = Vec::new();
    }
}

impl Item for TranscriptItem {
    fn read(text: &[u8], keep_words: bool) -> Option<(Self, usize)> {
        let (mut item, bytes) = first::<Self>(text)?;
        if !keep_words {
            item.forget_words();
        }
        Some((item, bytes))
    }

    fn forget_words(&mut self) {
        if let Self::Utterance(utterance) = self {
            utterance.forget_words();
        }
    }
}

/// The value at the beginning of `text`; half characters in it stand as U+FFFD.
fn first<T: DeserializeOwned>(text: &[u8]) -> Option<(T, usize)> {
    let mut values = serde_json::Deserializer::from_slice(text).into_iter();
    if let Some(Ok(value)) = values.next() {
        return Some((value, values.byte_offset()));
    }
    let bytes = value_end(text)?;
    match replace_lone_surrogates(&text[..bytes]) {
        Cow::Owned(mended) => Some((serde_json::from_slice(&mended).ok()?, bytes)),
        Cow::Borrowed(_) => None,
    }
}
