//! Calls: made, listed, and what is known of them afterwards.

mod call_object;
mod create;
mod disconnection;
mod list;
mod live;
mod report;
mod transcript;
mod transcript_item;
mod web_call;

pub use self::{
    call_object::{Call, TelephonyIdentifier},
    create::{CreatePhoneCall, CreateWebCall, RegisterPhoneCall},
    disconnection::{DisconnectionReason, EndFamily},
    list::{AgentFilter, CallFilter, ListCalls, ListCallsV2, ToolCallFilter},
    live::{CallControl, LiveListener, LiveOverrides, Success, TakeOverCall, UpdateCall, UpdateLiveCall},
    report::{CallAnalysis, CallCost, Latency, LatencyStats, LlmTokenUsage, ProductCost},
    transcript::{BackupModelReason, BackupModelUsed, Utterance, UtteranceMetadata, Word},
    transcript_item::{
        Dtmf, Injected, NodeTransition, Sms, ToolCallInvocation, ToolCallMetadata, ToolCallResult,
        TranscriptItem, UnknownItem,
    },
    web_call::{CreatedWebCall, IceServer, IceUrls},
};
