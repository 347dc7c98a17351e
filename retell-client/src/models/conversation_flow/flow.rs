//! Conversation flows: nodes that speak and act, joined by edges.

use std::collections::BTreeMap;

use super::{DisplayPosition, FlowComponent, Node, NodeId, Note};
use crate::models::{
    ConversationFlowId, FlowTool, KnowledgeBaseConfig, KnowledgeBaseId, McpServer, ModelChoice, ModelConfig,
    Nullable, Number, Speaker, macros::model,
};

/// The shapes that hold a flow's settings: to make one, to change one, as read, those one call may change.
macro_rules! flow_shapes {
    (
        overridable { $($(#[doc = $odoc:literal])* $overridable:ident: $owrap:ident<$otype:ty>,)* }
        others { $($(#[doc = $doc:literal])* $field:ident: $wrap:ident<$type:ty>,)* }
    ) => {
        model! {
            /// A conversation flow.
            ///
            /// To change one, turn it into [`UpdateConversationFlow`] by `into()`, edit and send that.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/get-conversation-flow>.
            ConversationFlow shows(conversation_flow_id, version) {
                /// The flow.
                conversation_flow_id: ConversationFlowId,
                /// Its version.
                version: i64,
                /// Last change, in milliseconds since the epoch.
                last_modification_timestamp: i64,
                ..
                /// The nodes.
                nodes: Option<Vec<Node>>,
                /// Who begins.
                start_speaker: Option<Speaker>,
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
            }
        }

        model! {
            /// A flow to be made.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/create-conversation-flow>.
            CreateConversationFlow {
                /// The nodes.
                nodes: Vec<Node>,
                /// Who begins.
                start_speaker: Speaker,
                ..
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
            }
        }

        model! {
            /// What changes in a flow; what is left out keeps its setting.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/update-conversation-flow>.
            UpdateConversationFlow {
                ..
                /// The nodes, all of them.
                nodes: Option<Vec<Node>>,
                /// Who begins.
                start_speaker: Option<Speaker>,
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
            }
        }

        model! {
            /// What one call or chat changes in its flow.
            ConversationFlowOverride {
                ..
                /// Who begins.
                start_speaker: Option<Speaker>,
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
            }
        }

        impl From<ConversationFlow> for UpdateConversationFlow {
            fn from(flow: ConversationFlow) -> Self {
                Self {
                    nodes: flow.nodes,
                    start_speaker: flow.start_speaker,
                    $($field: flow.$field,)*
                    $($overridable: flow.$overridable,)*
                    extra: flow.extra,
                }
            }
        }
    };
}

flow_shapes! {
    overridable {
        /// What takes over when the model fails, in the older form; [`ModelConfig::backup`] replaces it.
        backup_model: Nullable<ModelChoice>,
        /// Milliseconds of silence after which the agent begins although the person was to; null waits for ever.
        begin_after_user_silence_ms: Nullable<i64>,
        /// How knowledge bases are searched.
        kb_config: Option<KnowledgeBaseConfig>,
        /// Knowledge bases to search.
        knowledge_base_ids: Nullable<Vec<KnowledgeBaseId>>,
        /// Deprecated by Retell: which model speaks. `model_config` replaces it.
        model_choice: Option<ModelChoice>,
        /// Which model speaks.
        model_config: Option<ModelConfig>,
        /// Deprecated by Retell: 0 to 1, how much answers vary. `model_config` replaces it.
        model_temperature: Nullable<Number>,
        /// Holds the model strictly to the tools' schemas, where the model supports it.
        tool_call_strict_mode: Nullable<bool>,
    }
    others {
        /// The first node.
        start_node_id: Nullable<NodeId>,
        /// Prompt of every node.
        global_prompt: Nullable<String>,
        /// Tools that nodes refer to by id.
        tools: Nullable<Vec<FlowTool>>,
        /// Servers that offer tools.
        mcps: Nullable<Vec<McpServer>>,
        /// Components of this flow alone.
        components: Nullable<Vec<FlowComponent>>,
        /// Values of dynamic variables that a conversation does not set.
        default_dynamic_variables: Nullable<BTreeMap<String, String>>,
        /// Runs the whole flow as one prompt.
        flex_mode: Nullable<bool>,
        /// Whether it is for agents that decide transfers.
        is_transfer_cf: Nullable<bool>,
        /// Where the mark of the beginning stands on the canvas.
        begin_tag_display_position: Nullable<DisplayPosition>,
        /// Notes on the canvas.
        notes: Nullable<Vec<Note>>,
    }
}
