//! Agents and what answers for them.

mod analysis;
mod choices;
mod engine;
mod language;
mod list;
mod options;
mod safety;
mod settings;
mod voice_agent;

pub use self::{
    analysis::{
        AnalysisField, AnalysisPreset, BooleanField, ChoiceField, NumberField, PresetField, TextField,
    },
    choices::{
        AgentWebhookEvent, AmbientSound, DenoisingMode, ExpressiveEmotionTag, VocabSpecialization, VoiceModel,
    },
    engine::{ConversationFlowEngine, CustomLlmEngine, ResponseEngine, RetellLlmEngine},
    language::{Language, Languages},
    list::{
        AgentChannel, AgentFilterCriteria, AgentSummary, AgentTag, CreateVersion, ListAgents, PublishVersion,
        VersionSummary,
    },
    options::{
        BridgeTransfer, CallScreeningOption, ContactMemoryConfig, CustomSttConfig, Hangup, IvrOption,
        PhonemeAlphabet, PronunciationEntry, SttMode, SttProvider, UserDtmfOptions, VoicemailAction,
        VoicemailOption,
    },
    safety::{
        GuardrailConfig, GuardrailInputTopic, GuardrailOutputTopic, HandbookConfig, PiiCategory, PiiConfig,
        PiiMode,
    },
    voice_agent::{Agent, AgentOverride, AnyAgent, CreateAgent, UpdateAgent},
};
