//! What was said.

use serde::{Deserialize, Serialize};

use crate::models::{
    Number, Role, lenient,
    macros::{model, open_enum, quiet_debug},
};

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
    /// Notes by Retell, read by [`Utterance::response_id`] and its neighbours. Most utterances have none, so their room is
    /// apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Box<UtteranceMetadata>>,
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
        self.metadata.as_ref()?.response_id
    }

    /// The custom-LLM interruption these words belong to.
    pub fn interrupt_id(&self) -> Option<i64> {
        self.metadata.as_ref()?.interrupt_id
    }

    /// True for a listener's "uh-huh" that takes no turn.
    pub fn is_backchannel(&self) -> bool {
        self.metadata
            .as_ref()
            .and_then(|metadata| metadata.is_backchannel)
            .unwrap_or(false)
    }
}

quiet_debug!(Utterance { role });

model! {
    /// Notes of Retell's on an utterance.
    UtteranceMetadata shows(response_id, interrupt_id, is_backchannel) {
        ..
        /// The custom-LLM response these words answer with.
        #[serde(deserialize_with = "lenient::integer")]
        response_id: Option<i64>,
        /// The custom-LLM interruption these words belong to.
        #[serde(deserialize_with = "lenient::integer")]
        interrupt_id: Option<i64>,
        /// True for a listener's "uh-huh" that takes no turn.
        is_backchannel: Option<bool>,
        /// The model that stood in for the configured one.
        backup_model_used: Option<BackupModelUsed>,
    }
}

model! {
    /// How a backup model came to be used.
    BackupModelUsed shows(model, primary_model, backup_model, reason) {
        ..
        /// The backup model.
        backup_model: Option<String>,
        /// The model whose answer was used.
        model: Option<String>,
        /// The configured model.
        primary_model: Option<String>,
        /// Why it was chosen.
        reason: Option<BackupModelReason>,
        /// Until the choice was made, in milliseconds.
        selection_latency_ms: Option<Number>,
        /// Until the backup model was ready, in milliseconds.
        backup_ready_ms: Option<Number>,
        /// Until the configured model was ready, in milliseconds.
        primary_ready_ms: Option<Number>,
    }
}

open_enum! {
    /// Why one model was preferred to another.
    BackupModelReason {
        /// The configured model failed.
        PrimaryFailed = "primary_failed",
        /// The configured model took too long.
        PreferenceExpired = "preference_expired",
        /// It was the first with an answer.
        FirstUsable = "first_usable",
    }
}

/// One word and when it was spoken.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Word {
    /// The word, with the blanks and punctuation Retell gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Seconds of call audio; not wall-clock time.
    #[serde(
        default,
        serialize_with = "lenient::plain",
        skip_serializing_if = "Option::is_none"
    )]
    pub start: Option<f64>,
    /// Seconds of call audio.
    #[serde(
        default,
        serialize_with = "lenient::plain",
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<f64>,
}

impl Word {
    /// A word spoken from `start` to `end`, in seconds of call audio.
    pub fn new(word: impl Into<String>, start: f64, end: f64) -> Self {
        Self {
            word: Some(word.into()),
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

    #[test]
    fn word_times_are_written_plainly() {
        assert_eq!(
            json!(Word::new("a", 0.0, 1.5)),
            json!({"word":"a","start":0,"end":1.5})
        );
    }
}
