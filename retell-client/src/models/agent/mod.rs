//! Agents and what answers for them.

mod analysis;
mod engine;
mod options;
mod request;
mod safety;
mod voice_agent;

pub use self::{
    analysis::{
        AnalysisField, AnalysisPreset, BooleanField, ChoiceField, NumberField, PresetField, TextField,
    },
    engine::{ConversationFlowEngine, CustomLlmEngine, ResponseEngine, RetellLlmEngine},
    options::{
        BridgeTransfer, CallScreeningOption, ContactMemoryConfig, CustomSttConfig, Hangup, IvrOption,
        PhonemeAlphabet, PronunciationEntry, SttMode, SttProvider, UserDtmfOptions, VoicemailAction,
        VoicemailOption,
    },
    request::{CreateAgent, ListAgents},
    safety::{
        GuardrailConfig, GuardrailInputTopic, GuardrailOutputTopic, HandbookConfig, PiiCategory, PiiConfig,
        PiiMode,
    },
    voice_agent::{Agent, AgentChannel, AgentSummary},
};
