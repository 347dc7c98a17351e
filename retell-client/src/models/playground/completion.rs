//! One turn of a conversation, without a call or a chat.

use std::collections::BTreeMap;

use crate::models::{ChatTranscriptItem, ComponentId, NodeId, ToolMock, macros::model};

model! {
    /// What to answer to.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/agent-playground-completion>.
    PlaygroundCompletion {
        /// The conversation so far.
        messages: Vec<ChatTranscriptItem>,
        ..
        /// The component, when the node is in one.
        component_id: Option<ComponentId>,
        /// The node to go on from; for flows.
        current_node_id: Option<NodeId>,
        /// The state to go on from; for prompts.
        current_state: Option<String>,
        /// Values of dynamic variables.
        dynamic_variables: Option<BTreeMap<String, String>>,
        /// Answers of tools, which are then not called.
        tool_mocks: Option<Vec<ToolMock>>,
    }
}

model! {
    /// What the agent says and does.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/agent-playground-completion>.
    PlaygroundAnswer {
        /// What is new.
        messages: Vec<ChatTranscriptItem>,
        ..
        /// Whether the agent ended the conversation.
        call_ended: Option<bool>,
        /// The node it is at; for flows.
        current_node_id: Option<NodeId>,
        /// The state it is in; for prompts.
        current_state: Option<String>,
        /// Dynamic variables after this turn.
        dynamic_variables: Option<BTreeMap<String, String>>,
        /// Passages found for it.
        knowledge_base_retrieved_contents: Option<Vec<String>>,
    }
}
