//! Retell LLM response engines, and the models all response engines share.

mod model;
mod names;
mod prompt;

pub use self::{
    model::{
        CascadingModel, KnowledgeBaseConfig, ModelChoice, ModelConfig, ModelKind, ModelRef, ModelTier,
        NodeModelConfig, Speaker, SpeechModel,
    },
    names::{LlmModel, ModelName, S2sModel},
    prompt::{Llm, LlmOverride, LlmSettings, LlmState, StateEdge},
};
