//! Names of models.

use serde::{Deserialize, Deserializer, Serialize};

use crate::models::macros::open_enum;

open_enum! {
    /// A language model, which reads what was said and writes what to say.
    LlmModel {
        /// `gpt-4.1`.
        Gpt4_1 = "gpt-4.1",
        /// `gpt-4.1-mini`.
        Gpt4_1Mini = "gpt-4.1-mini",
        /// `gpt-5`.
        Gpt5 = "gpt-5",
        /// `gpt-5-mini`.
        Gpt5Mini = "gpt-5-mini",
        /// `gpt-5-nano`.
        Gpt5Nano = "gpt-5-nano",
        /// `gpt-5.1`.
        Gpt5_1 = "gpt-5.1",
        /// `gpt-5.2`.
        Gpt5_2 = "gpt-5.2",
        /// `gpt-5.4`.
        Gpt5_4 = "gpt-5.4",
        /// `gpt-5.4-mini`.
        Gpt5_4Mini = "gpt-5.4-mini",
        /// `gpt-5.4-nano`.
        Gpt5_4Nano = "gpt-5.4-nano",
        /// `gpt-5.5`.
        Gpt5_5 = "gpt-5.5",
        /// `gpt-5.6-terra`.
        Gpt5_6Terra = "gpt-5.6-terra",
        /// `gpt-5.6-luna`.
        Gpt5_6Luna = "gpt-5.6-luna",
        /// `gpt-6-astra`.
        Gpt6Astra = "gpt-6-astra",
        /// `gpt-6-sol`.
        Gpt6Sol = "gpt-6-sol",
        /// `gpt-6.1-sol`.
        Gpt6_1Sol = "gpt-6.1-sol",
        /// `gpt-6-luna`.
        Gpt6Luna = "gpt-6-luna",
        /// `claude-4.6-sonnet`.
        Claude4_6Sonnet = "claude-4.6-sonnet",
        /// `claude-5-opus`.
        Claude5Opus = "claude-5-opus",
        /// `claude-5.5-opus`.
        Claude5_5Opus = "claude-5.5-opus",
        /// `claude-5-sonnet`.
        Claude5Sonnet = "claude-5-sonnet",
        /// `claude-5.5-sonnet`.
        Claude5_5Sonnet = "claude-5.5-sonnet",
        /// `claude-5.5-haiku`.
        Claude5_5Haiku = "claude-5.5-haiku",
        /// `claude-4.5-haiku`.
        Claude4_5Haiku = "claude-4.5-haiku",
        /// `gemini-3.0-flash`.
        Gemini3_0Flash = "gemini-3.0-flash",
        /// `gemini-3.1-flash-lite`.
        Gemini3_1FlashLite = "gemini-3.1-flash-lite",
        /// `gemini-3.5-flash`.
        Gemini3_5Flash = "gemini-3.5-flash",
        /// `gemini-3.5-flash-lite`.
        Gemini3_5FlashLite = "gemini-3.5-flash-lite",
        /// `gemini-3.6-flash`.
        Gemini3_6Flash = "gemini-3.6-flash",
        /// `gemini-3.7-flash`.
        Gemini3_7Flash = "gemini-3.7-flash",
        /// `gemini-3.8-flash`.
        Gemini3_8Flash = "gemini-3.8-flash",
        /// `gemini-4-argon`.
        Gemini4Argon = "gemini-4-argon",
    }
}

open_enum! {
    /// A speech-to-speech model, which hears and speaks itself.
    S2sModel {
        /// `gpt-realtime-2.1`.
        GptRealtime2_1 = "gpt-realtime-2.1",
        /// `gpt-realtime-2.1-mini`.
        GptRealtime2_1Mini = "gpt-realtime-2.1-mini",
        /// `gpt-realtime-2`.
        GptRealtime2 = "gpt-realtime-2",
        /// `gpt-realtime-1.5`.
        GptRealtime1_5 = "gpt-realtime-1.5",
        /// `gpt-realtime`.
        GptRealtime = "gpt-realtime",
        /// `gpt-realtime-mini`.
        GptRealtimeMini = "gpt-realtime-mini",
        /// `grok-voice-3.0`.
        GrokVoice3_0 = "grok-voice-3.0",
    }
}

/// A model of either sort. A name that is in neither list is taken for a language model.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum ModelName {
    /// A language model.
    Llm(LlmModel),
    /// A speech-to-speech model.
    SpeechToSpeech(S2sModel),
}

impl ModelName {
    /// The name as it stands on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Llm(model) => model.as_str(),
            Self::SpeechToSpeech(model) => model.as_str(),
        }
    }
}

impl From<LlmModel> for ModelName {
    fn from(model: LlmModel) -> Self {
        Self::Llm(model)
    }
}

impl From<S2sModel> for ModelName {
    fn from(model: S2sModel) -> Self {
        Self::SpeechToSpeech(model)
    }
}

impl<'de> Deserialize<'de> for ModelName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match S2sModel::deserialize(deserializer)? {
            S2sModel::Unknown(name) => Self::Llm(name.into()),
            known => Self::SpeechToSpeech(known),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_of_the_sort_its_name_says() {
        for (name, expected) in [
            ("gpt-5.1", ModelName::from(LlmModel::Gpt5_1)),
            ("gpt-realtime", S2sModel::GptRealtime.into()),
            ("tomorrow-1", LlmModel::Unknown("tomorrow-1".into()).into()),
        ] {
            let model: ModelName = serde_json::from_value(name.into()).unwrap();
            assert_eq!(model, expected);
            assert_eq!(serde_json::to_value(&model).unwrap(), name);
            assert_eq!(model.as_str(), name);
        }
    }
}
