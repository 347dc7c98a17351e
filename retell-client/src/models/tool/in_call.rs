//! Tools that act on the call itself.

use std::collections::BTreeMap;

use super::common::spoken_tool;
use crate::models::{
    AgentId, AgentVersion, AnalysisField,
    macros::{model, open_enum},
};

spoken_tool! {
    /// Hangs up.
    EndCallTool {} .. {
        /// SIP headers to send with the goodbye.
        custom_sip_headers: Option<BTreeMap<String, String>>,
    }
}

model! {
    /// Presses keys, to get through a phone menu.
    PressDigitTool {
        /// Name, unique among the tools of a conversation; letters, digits, `_` and `-`, at most 64.
        name: String,
        ..
        /// What the tool does and when to use it; read by the model.
        description: Option<String>,
        /// Milliseconds to listen before pressing, 0 to 5000; default 1000.
        delay_ms: Option<i64>,
    }
}

spoken_tool! {
    /// Goes on with another agent.
    AgentSwapTool {
        /// The other agent.
        agent_id: AgentId,
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

spoken_tool! {
    /// Connects caller and target, which ends the transfer; for transfer agents only.
    BridgeTransferTool {} .. {}
}

spoken_tool! {
    /// Sends the caller back to the first agent; for transfer agents only.
    CancelTransferTool {} .. {}
}

model! {
    /// Fills dynamic variables from the conversation.
    ExtractVariablesTool {
        /// Name, unique among the tools of a conversation; letters, digits, `_` and `-`, at most 64.
        name: String,
        /// What the tool does and when to use it; read by the model.
        description: String,
        /// What to extract.
        variables: Vec<AnalysisField>,
        ..
        /// Plays a typing sound while the tool runs.
        enable_typing_sound: Option<bool>,
    }
}

open_enum! {
    /// How the words said during a tool are made.
    ExecutionMessageType {
        /// By the model.
        Prompt = "prompt",
        /// Given word by word.
        StaticText = "static_text",
    }
}

open_enum! {
    /// Whose analysis runs after a swap of agents.
    SwapAnalysisSetting {
        /// That of both.
        BothAgents = "both_agents",
        /// That of the second.
        OnlyDestinationAgent = "only_destination_agent",
    }
}

open_enum! {
    /// Whose webhooks are called after a swap of agents.
    SwapWebhookSetting {
        /// Those of both.
        BothAgents = "both_agents",
        /// Those of the second.
        OnlyDestinationAgent = "only_destination_agent",
        /// Those of the first.
        OnlySourceAgent = "only_source_agent",
    }
}
