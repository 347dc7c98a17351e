//! What an agent can do besides talking.

use crate::models::{
    AgentSwapTool, AppTool, BridgeTransferTool, CancelTransferTool, CodeTool, CustomTool, EndCallTool,
    ExtractVariablesTool, McpTool, PressDigitTool, SendSmsTool, TransferCallTool, macros::tagged_union,
};

tagged_union! {
    /// A tool of a language model.
    Tool by "type" {
        /// Hangs up.
        EndCall(EndCallTool) = "end_call",
        /// Transfers the call.
        TransferCall(TransferCallTool) = "transfer_call",
        /// Goes on with another agent.
        AgentSwap(AgentSwapTool) = "agent_swap",
        /// Presses keys.
        PressDigit(PressDigitTool) = "press_digit",
        /// Sends a text message.
        SendSms(SendSmsTool) = "send_sms",
        /// Asks a server of yours.
        Custom(CustomTool) = "custom",
        /// Runs JavaScript.
        Code(CodeTool) = "code",
        /// Fills dynamic variables.
        ExtractVariables(ExtractVariablesTool) = "extract_dynamic_variable",
        /// Connects caller and target.
        BridgeTransfer(BridgeTransferTool) = "bridge_transfer",
        /// Sends the caller back.
        CancelTransfer(CancelTransferTool) = "cancel_transfer",
        /// Uses a tool of an MCP server.
        Mcp(McpTool) = "mcp",
        /// Uses a connected application.
        App(AppTool) = "integration_app",
    }
}

tagged_union! {
    /// A tool that nodes of a conversation flow refer to by id.
    FlowTool by "type" {
        /// Asks a server of yours.
        Custom(CustomTool) = "custom",
        /// Uses a connected application.
        App(AppTool) = "integration_app",
    }
}

tagged_union! {
    /// A tool that runs before a conversation begins.
    PreSessionTool by "type" {
        /// Uses a connected application.
        App(AppTool) = "integration_app",
        /// Asks a server of yours.
        Custom(CustomTool) = "custom",
        /// Runs JavaScript.
        Code(CodeTool) = "code",
    }
}

tagged_union! {
    /// A tool that runs after a conversation has ended.
    PostSessionTool by "type" {
        /// Uses a connected application.
        App(AppTool) = "integration_app",
        /// Asks a server of yours.
        Custom(CustomTool) = "custom",
        /// Runs JavaScript.
        Code(CodeTool) = "code",
        /// Sends a text message.
        SendSms(SendSmsTool) = "send_sms",
    }
}
