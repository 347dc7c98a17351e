//! What was said.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::models::{Role, lenient, macros::quiet_debug};

/// One stretch of speech by one speaker.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Utterance {
    /// Who speaks.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub role: Role,
    /// The words, as recognised or as spoken.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub content: String,
    /// Each word with its time; empty when Retell sends none.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub words: Vec<Word>,
    /// Notes by Retell, read by [`Utterance::response_id`] and its neighbours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
}

impl Utterance {
    /// An utterance without word times or metadata.
    pub fn new(role: Role, content: impl Into<String>) -> Self {
        Self {
            role,
            content: content.into(),
            ..Self::default()
        }
    }

    /// When it begins, in seconds of call audio.
    pub fn start(&self) -> Option<f64> {
        self.words.first()?.start
    }

    /// When it ends, in seconds of call audio.
    pub fn end(&self) -> Option<f64> {
        self.words.last()?.end
    }

    /// The custom-LLM response these words answer with.
    pub fn response_id(&self) -> Option<i64> {
        self.metadata.as_ref()?.get("response_id")?.as_i64()
    }

    /// The custom-LLM interruption these words belong to.
    pub fn interrupt_id(&self) -> Option<i64> {
        self.metadata.as_ref()?.get("interrupt_id")?.as_i64()
    }

    /// True for a listener's "uh-huh" that takes no turn.
    pub fn is_backchannel(&self) -> bool {
        self.metadata
            .as_ref()
            .and_then(|metadata| metadata.get("is_backchannel"))
            .and_then(Value::as_bool)
            .unwrap_or(false)
    }
}

quiet_debug!(Utterance { role });

/// One word and when it was spoken.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Word {
    /// The word, with the blanks and punctuation Retell gave it.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub word: String,
    /// Seconds of call audio; not wall-clock time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<f64>,
    /// Seconds of call audio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<f64>,
}

impl Word {
    /// A word spoken from `start` to `end`, in seconds of call audio.
    pub fn new(word: impl Into<String>, start: f64, end: f64) -> Self {
        Self {
            word: word.into(),
            start: Some(start),
            end: Some(end),
        }
    }
}

quiet_debug!(Word { start, end });

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn metadata_is_read_where_present() {
        let said: Utterance = serde_json::from_value(json!({"role":"agent","content":"hm","words":null,
            "metadata":{"response_id":7,"interrupt_id":2,"is_backchannel":true}}))
        .unwrap();
        assert_eq!(
            (said.response_id(), said.interrupt_id(), said.is_backchannel()),
            (Some(7), Some(2), true)
        );
        assert_eq!(Utterance::new(Role::Agent, "").response_id(), None);
    }
}
