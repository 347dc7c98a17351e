//! Calls: made, listed, and what is known of them afterwards.

mod call_object;
mod create;
mod disconnection;
mod list;
mod report;
mod transcript;
mod transcript_item;
mod web_call;

pub use self::{
    call_object::{Call, TelephonyIdentifier},
    create::{CreatePhoneCall, CreateWebCall},
    disconnection::{DisconnectionReason, EndFamily},
    list::{AgentFilter, AnyOf, CallFilter, ListCalls, ListCallsV2, NumberFilter},
    report::{CallAnalysis, CallCost, Latency, LatencyStats, LlmTokenUsage, ProductCost},
    transcript::{Utterance, Word},
    transcript_item::{
        Dtmf, Injected, NodeTransition, Sms, ToolCallInvocation, ToolCallResult, TranscriptItem, UnknownItem,
    },
    web_call::{CreatedWebCall, IceServer, IceUrls},
};
