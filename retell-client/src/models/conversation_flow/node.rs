//! Nodes: what each has, and which there are.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::{
    AgentSwapNode, BranchNode, BridgeTransferNode, CancelTransferNode, CodeNode, ComponentNode, Condition,
    ConversationNode, Edge, EndNode, ExtractVariablesNode, FunctionNode, GlobalFinetuneExample, McpNode,
    PressDigitNode, SmsNode, SubagentNode, TransferCallNode,
};
use crate::models::{
    Number,
    macros::{model, tagged_union},
    tagged,
};

/// A node: what every node has, and what this one adds, first what it requires and then what may be left out.
macro_rules! node {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        crate::models::macros::model! {
            $(#[$meta])*
            $name shows(id) {
                /// The node, unique in its flow.
                id: crate::models::NodeId,
                $($required)*
                ..
                $($optional)*
                /// Name on the canvas.
                name: Option<String>,
                /// Where it stands on the canvas.
                display_position: Option<crate::models::DisplayPosition>,
                /// Makes it reachable from everywhere.
                global_node_setting: Option<crate::models::GlobalNodeSetting>,
                /// Deprecated by Retell: the model of this node. `model_config` replaces it.
                model_choice: Option<crate::models::ModelChoice>,
                /// The model of this node; null is the flow's.
                model_config: Nullable<crate::models::NodeModelConfig>,
            }
        }
    };
}

/// A node with ways out that it chooses from.
macro_rules! routed_node {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        crate::models::conversation_flow::node::node! {
            $(#[$meta])*
            $name { $($required)* } .. {
                $($optional)*
                /// Ways out, tried in order.
                edges: Option<Vec<crate::models::Edge>>,
                /// The way when no other is taken.
                else_edge: Option<crate::models::Edge>,
                /// Examples of which way to take.
                finetune_transition_examples: Option<Vec<crate::models::FinetuneTransitionExample>>,
            }
        }
    };
}

/// A node during which the agent may say something.
macro_rules! announced_node {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        crate::models::conversation_flow::node::node! {
            $(#[$meta])*
            $name { $($required)* } .. {
                /// Whether the agent says something meanwhile.
                speak_during_execution: Option<bool>,
                /// What it says then.
                instruction: Option<crate::models::Instruction>,
                $($optional)*
            }
        }
    };
}

pub(super) use {announced_node, node, routed_node};

tagged_union! {
    /// A node of a conversation flow.
    Node by "type" {
        /// Says something and listens.
        Conversation(ConversationNode) = "conversation",
        /// Talks freely until a way out is taken.
        Subagent(SubagentNode) = "subagent",
        /// Ends the conversation.
        End(EndNode) = "end",
        /// Runs a tool of the flow.
        Function(FunctionNode) = "function",
        /// Runs JavaScript.
        Code(CodeNode) = "code",
        /// Transfers the call.
        TransferCall(TransferCallNode) = "transfer_call",
        /// Presses keys.
        PressDigit(PressDigitNode) = "press_digit",
        /// Takes one of several ways.
        Branch(BranchNode) = "branch",
        /// Sends a text message.
        Sms(SmsNode) = "sms",
        /// Fills dynamic variables.
        ExtractVariables(ExtractVariablesNode) = "extract_dynamic_variables",
        /// Goes on with another agent.
        AgentSwap(AgentSwapNode) = "agent_swap",
        /// Runs a tool of an MCP server.
        Mcp(McpNode) = "mcp",
        /// Runs a component.
        Component(ComponentNode) = "component",
        /// Connects caller and target.
        BridgeTransfer(BridgeTransferNode) = "bridge_transfer",
        /// Sends the caller back.
        CancelTransfer(CancelTransferNode) = "cancel_transfer",
    }
}

impl Node {
    /// The id, of whatever kind the node is; `None` if an unknown kind has none.
    pub fn id(&self) -> Option<&str> {
        Some(match self {
            Self::Conversation(node) => node.id.as_str(),
            Self::Subagent(node) => node.id.as_str(),
            Self::End(node) => node.id.as_str(),
            Self::Function(node) => node.id.as_str(),
            Self::Code(node) => node.id.as_str(),
            Self::TransferCall(node) => node.id.as_str(),
            Self::PressDigit(node) => node.id.as_str(),
            Self::Branch(node) => node.id.as_str(),
            Self::Sms(node) => node.id.as_str(),
            Self::ExtractVariables(node) => node.id.as_str(),
            Self::AgentSwap(node) => node.id.as_str(),
            Self::Mcp(node) => node.id.as_str(),
            Self::Component(node) => node.id.as_str(),
            Self::BridgeTransfer(node) => node.id.as_str(),
            Self::CancelTransfer(node) => node.id.as_str(),
            Self::Unknown(raw) => raw.get("id")?.as_str()?,
        })
    }
}

model! {
    /// Makes a node reachable from everywhere.
    GlobalNodeSetting {
        /// When to go there; must not be empty.
        condition: GlobalCondition,
        ..
        /// Steps from node to node before it may be taken again.
        cool_down: Option<Number>,
        /// When to go back to where the conversation was; these edges lead nowhere.
        go_back_conditions: Option<Vec<Edge>>,
        /// Examples of when to go there.
        positive_finetune_examples: Option<Vec<GlobalFinetuneExample>>,
        /// Examples of when not to.
        negative_finetune_examples: Option<Vec<GlobalFinetuneExample>>,
    }
}

/// When to go to a global node: words alone, or a condition. `Debug` hides the words.
#[derive(Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum GlobalCondition {
    /// When the model finds so.
    Text(String),
    /// When the condition holds.
    When(Condition),
}

impl std::fmt::Debug for GlobalCondition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(_) => f.write_str("Text(..)"),
            Self::When(condition) => f.debug_tuple("When").field(condition).finish(),
        }
    }
}

impl<'de> Deserialize<'de> for GlobalCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self::Text(text)),
            other => tagged::body(other).map(Self::When),
        }
    }
}

impl From<&str> for GlobalCondition {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Condition> for GlobalCondition {
    fn from(condition: Condition) -> Self {
        Self::When(condition)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_global_condition_is_text_or_a_condition() {
        for (json, is_text) in [
            (json!("asks for a human"), true),
            (json!({"type":"prompt","prompt":"asks for a human"}), false),
            (
                json!({"type":"equation_prompt","operator":"&&","equations":[],
                "prompt_condition":{"type":"prompt","prompt":"p"}}),
                false,
            ),
            (json!({"type":"moon_phase","full":true}), false),
        ] {
            let condition: GlobalCondition = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(matches!(condition, GlobalCondition::Text(_)), is_text);
            assert_eq!(serde_json::to_value(&condition).unwrap(), json);
        }
        assert!(serde_json::from_value::<GlobalCondition>(json!(7)).is_err());
        assert!(serde_json::from_value::<GlobalCondition>(json!({"type":"prompt"})).is_err());
    }

    #[test]
    fn nodes_of_all_kinds_have_an_id() {
        let known: Node = serde_json::from_value(json!({"type":"end","id":"bye"})).unwrap();
        let unknown: Node = serde_json::from_value(json!({"type":"dance","id":"waltz"})).unwrap();
        assert_eq!((known.id(), unknown.id()), (Some("bye"), Some("waltz")));
    }
}
