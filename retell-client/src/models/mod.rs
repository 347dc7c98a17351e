//! Retell's objects, each written once and shared by requests, responses, webhooks and the LLM socket.
//!
//! Decoding is forgiving: unknown fields are ignored, unknown enum values and unknown union members are kept, and only
//! what identifies an object must be present. `Debug` shows no personal data and no secrets.

mod agent;
mod agent_request;
mod call;
mod call_list;
mod call_request;
mod disconnection;
mod enums;
mod ids;
mod lenient;
mod macros;
mod phone_number;
mod report;
mod surrogates;
mod transcript;
mod transcript_item;
mod web_call;

pub use self::{
    agent::{Agent, AgentChannel, AgentSummary, ResponseEngine},
    agent_request::{CreateAgent, ListAgents},
    call::{Call, TelephonyIdentifier},
    call_list::{AgentFilter, AnyOf, CallFilter, ListCalls, ListCallsV2, NumberFilter},
    call_request::{AgentVersion, CreatePhoneCall, CreateWebCall},
    disconnection::{DisconnectionReason, EndFamily},
    enums::{
        CallStatus, CallType, DataStorageSetting, Direction, Role, SortOrder, Transport, TurnTaking,
        UserSentiment,
    },
    ids::{AgentId, BatchCallId, CallId, ChatId, ConversationFlowId, LlmId, ToolCallId, VoiceId},
    phone_number::{PhoneNumber, PhoneNumberError},
    report::{CallAnalysis, CallCost, Latency, LatencyStats, LlmTokenUsage, ProductCost},
    surrogates::replace_lone_surrogates,
    transcript::{Utterance, Word},
    transcript_item::{
        Dtmf, Injected, NodeTransition, Sms, ToolCallInvocation, ToolCallResult, TranscriptItem, UnknownItem,
    },
    web_call::{CreatedWebCall, IceServer, IceUrls},
};
