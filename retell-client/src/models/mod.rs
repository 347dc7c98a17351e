//! Retell's objects, each written once and shared by requests, responses, webhooks and the LLM socket.
//!
//! Decoding is forgiving: unknown fields, unknown enum values and unknown union members are kept and written back, and
//! what Retell may leave out may be left out. A field that may be null is [`Nullable`], a number that may have a fraction
//! [`Number`]; both are written back as they came. `Debug` shows no personal data and no secrets.
//!
//! One folder a family, in it one file an idea; `macros` says how an object is written.

mod account;
mod agent;
mod app;
mod asset;
mod batch_call;
mod call;
mod chat;
mod chat_agent;
mod contact;
mod conversation_flow;
mod crm;
mod knowledge_base;
mod llm;
mod mcp_tool;
mod phone_number;
mod playground;
mod test_case;
mod tool;
mod voice;

mod e164;
mod enums;
mod ids;
pub(crate) mod lenient;
mod macros;
pub(crate) mod nullable;
mod number;
mod surrogates;
pub(crate) mod tagged;
mod version;

pub use self::{
    account::*, agent::*, app::*, asset::*, batch_call::*, call::*, chat::*, chat_agent::*, contact::*,
    conversation_flow::*, crm::*, knowledge_base::*, llm::*, mcp_tool::*, phone_number::*, playground::*,
    test_case::*, tool::*, voice::*,
};
pub use self::{
    e164::{PhoneNumber, PhoneNumberError},
    enums::{
        CallStatus, CallType, DataStorageSetting, Direction, Role, SortOrder, Transport, TurnTaking,
        UserSentiment,
    },
    ids::{
        AgentId, AppId, AssetId, BatchCallId, CallId, ChatId, ConversationFlowId, KnowledgeBaseId, LlmId,
        ToolCallId, ToolId, VoiceId,
    },
    nullable::Nullable,
    number::Number,
    surrogates::replace_lone_surrogates,
    version::{AgentVersion, Versioned},
};

/// Fields this version does not know, by their names on the wire.
pub type Extra = serde_json::Map<String, serde_json::Value>;
