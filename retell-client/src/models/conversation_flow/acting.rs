//! Nodes that run something.

use std::collections::BTreeMap;

use super::node::{node, routed_node};
use crate::models::{
    AnalysisField, ComponentId, Edge, FinetuneTransitionExample, Instruction, McpId, Nullable,
    SmsDestination, SmsSender, ToolId, macros::open_enum,
};

/// A node that runs something with a result.
macro_rules! working_node {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        routed_node! {
            $(#[$meta])*
            $name {
                $($required)*
                /// Whether to wait for the result before going on.
                wait_for_result: bool,
            } .. {
                $($optional)*
                /// Whether the agent says something meanwhile.
                speak_during_execution: Option<bool>,
                /// What it says then.
                instruction: Option<Instruction>,
                /// Plays a typing sound meanwhile.
                enable_typing_sound: Option<bool>,
            }
        }
    };
}

working_node! {
    /// Runs a tool of the flow.
    FunctionNode {
        /// The tool.
        tool_id: ToolId,
        /// Where the tool is kept.
        tool_type: DefinitionScope,
    } .. {}
}

working_node! {
    /// Runs JavaScript in a sandbox at Retell.
    CodeNode {
        /// The program.
        code: String,
    } .. {
        /// Dynamic variables to set, each from a path into the result.
        response_variables: Option<BTreeMap<String, String>>,
        /// Milliseconds it may take; default 30000.
        timeout_ms: Option<i64>,
    }
}

working_node! {
    /// Runs a tool of an MCP server.
    McpNode {
        /// The server.
        mcp_id: McpId,
        /// Its tool.
        mcp_tool_name: String,
    } .. {
        /// Dynamic variables to set, each from a path into the result.
        response_variables: Option<BTreeMap<String, String>>,
    }
}

routed_node! {
    /// Fills dynamic variables from the conversation.
    ExtractVariablesNode {
        /// What to extract.
        variables: Vec<AnalysisField>,
    } .. {
        /// Plays a typing sound meanwhile.
        enable_typing_sound: Option<bool>,
    }
}

node! {
    /// Sends a text message.
    SmsNode {
        /// What it says.
        instruction: Instruction,
        /// The way when it was sent.
        success_edge: Edge,
        /// The way when it was not.
        failed_edge: Edge,
    } .. {
        /// To whom; null or left out is the person in the conversation.
        sms_destination: Nullable<SmsDestination>,
        /// From which number; null or left out is the number in use.
        sms_sender: Nullable<SmsSender>,
    }
}

routed_node! {
    /// Presses keys, to get through a phone menu.
    PressDigitNode {
        /// Which keys to look for.
        instruction: Instruction,
    } .. {
        /// Milliseconds to listen before pressing, 0 to 5000; default 1000.
        delay_ms: Option<i64>,
    }
}

node! {
    /// Takes one of several ways at once, without speaking.
    BranchNode {
        /// The way when no other is taken.
        else_edge: Edge,
    } .. {
        /// Ways out, tried in order.
        edges: Option<Vec<Edge>>,
        /// Examples of which way to take.
        finetune_transition_examples: Option<Vec<FinetuneTransitionExample>>,
    }
}

node! {
    /// Runs a component.
    ComponentNode {
        /// The way when no other is taken.
        else_edge: Edge,
        /// The component.
        component_id: ComponentId,
        /// Where the component is kept.
        component_type: DefinitionScope,
    } .. {
        /// Ways out, tried in order.
        edges: Option<Vec<Edge>>,
        /// Examples of which way to take.
        finetune_transition_examples: Option<Vec<FinetuneTransitionExample>>,
    }
}

open_enum! {
    /// Where a tool or component is kept.
    DefinitionScope {
        /// In the flow itself.
        Local = "local",
        /// In the account, for all flows.
        Shared = "shared",
    }
}
