//! Tools an agent may use.

mod app;
mod common;
mod http;
mod in_call;
mod mcp;
mod sms;
mod tools;
mod transfer;

pub use self::{
    app::{AllFields, AppTool, OutputSelection, SomeFields},
    http::{CodeTool, CustomTool, HttpMethod, ParameterType, SchemaType, ToolParameters},
    in_call::{
        AgentSwapTool, BridgeTransferTool, CancelTransferTool, EndCallTool, ExecutionMessageType,
        ExtractVariablesTool, PressDigitTool, SwapAnalysisSetting, SwapWebhookSetting,
    },
    mcp::{McpServer, McpTool},
    sms::{
        CurrentNumber, CustomerNumber, RetellLongCode, SendSmsTool, SmsContent, SmsContentKind,
        SmsDestination, SmsNumber, SmsSender, SmsTemplate,
    },
    tools::{FlowTool, PostSessionTool, PreSessionTool, Tool},
    transfer::{
        AgenticTransferConfig, AgenticWarmTransfer, ColdTransfer, ColdTransferMode, Handoff, HandoffKind,
        OnHoldMusic, TransferAgent, TransferCallTool, TransferDestination, TransferNumber, TransferOption,
        TransferPrompt, TransferTimeoutAction, WarmTransfer,
    },
};
