//! Nodes that end the conversation or hand it on.

use std::collections::BTreeMap;

use super::node::announced_node;
use crate::models::{
    AgentId, AgentVersion, Edge, Nullable, SwapAnalysisSetting, SwapWebhookSetting, TransferDestination,
    TransferOption,
};

announced_node! {
    /// Ends the conversation.
    EndNode {} .. {
        /// SIP headers to send with the goodbye.
        custom_sip_headers: Option<BTreeMap<String, String>>,
    }
}

announced_node! {
    /// Transfers the call.
    TransferCallNode {
        /// The way when the transfer fails.
        edge: Edge,
        /// To whom.
        transfer_destination: TransferDestination,
        /// How.
        transfer_option: TransferOption,
    } .. {
        /// SIP headers for the new leg.
        custom_sip_headers: Option<BTreeMap<String, String>>,
        /// Takes the number as it is; for own telephony only.
        ignore_e164_validation: Option<bool>,
    }
}

announced_node! {
    /// Goes on with another agent.
    AgentSwapNode {
        /// The other agent.
        agent_id: AgentId,
        /// The way when the swap fails.
        edge: Edge,
        /// Whose analysis runs afterwards.
        post_call_analysis_setting: SwapAnalysisSetting,
    } .. {
        /// Its version, or a tag; left out is the latest.
        agent_version: Option<AgentVersion>,
        /// Whose webhooks are called; default the first agent only.
        webhook_setting: Option<SwapWebhookSetting>,
        /// Keeps the language; default false.
        keep_current_language: Option<bool>,
        /// Keeps the voice; default false.
        keep_current_voice: Option<bool>,
        /// Whether the other agent's longest call holds from then on.
        use_swap_agent_max_duration: Option<bool>,
    }
}

announced_node! {
    /// Connects caller and target, which ends the transfer; for transfer agents only.
    BridgeTransferNode {} .. {}
}

announced_node! {
    /// Sends the caller back to the first agent; for transfer agents only.
    CancelTransferNode {} .. {}
}
