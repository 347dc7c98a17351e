//! Parts of flows, of one flow or shared by several.

use super::{ComponentId, DisplayPosition, Node, NodeId, Note};
use crate::models::{ConversationFlowId, FlowTool, McpServer, Nullable, macros::model};

/// The shapes that hold a component's settings: in a flow or to make a shared one, to change one, as read.
macro_rules! component_shapes {
    ($($(#[doc = $doc:literal])* $field:ident: $wrap:ident<$type:ty>,)*) => {
        model! {
            /// A component that several flows may share.
            ///
            /// To change one, turn it into [`UpdateConversationFlowComponent`] by `into()`, edit and send that.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/get-conversation-flow-component>.
            ConversationFlowComponent shows(conversation_flow_component_id) {
                /// The component.
                conversation_flow_component_id: ComponentId,
                /// Its name.
                name: String,
                /// The nodes.
                nodes: Vec<Node>,
                /// When a person last changed it, in milliseconds since the epoch.
                user_modified_timestamp: i64,
                ..
                /// Flows that use it.
                linked_conversation_flow_ids: Option<Vec<ConversationFlowId>>,
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
            }
        }

        model! {
            /// A component of one flow, or a shared one to be made.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/create-conversation-flow-component>.
            FlowComponent {
                /// Its name.
                name: String,
                /// The nodes.
                nodes: Vec<Node>,
                ..
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
            }
        }

        model! {
            /// What changes in a shared component; what is left out keeps its setting.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/update-conversation-flow-component>.
            UpdateConversationFlowComponent {
                ..
                /// Its name.
                name: Option<String>,
                /// The nodes, all of them.
                nodes: Option<Vec<Node>>,
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
            }
        }

        impl From<ConversationFlowComponent> for UpdateConversationFlowComponent {
            fn from(component: ConversationFlowComponent) -> Self {
                Self {
                    name: Some(component.name),
                    nodes: Some(component.nodes),
                    $($field: component.$field,)*
                    extra: component.extra,
                }
            }
        }
    };
}

component_shapes! {
    /// The first node.
    start_node_id: Nullable<NodeId>,
    /// Tools that nodes refer to by id.
    tools: Nullable<Vec<FlowTool>>,
    /// Servers that offer tools.
    mcps: Nullable<Vec<McpServer>>,
    /// Runs the whole component as one prompt.
    flex_mode: Nullable<bool>,
    /// Where the mark of the beginning stands on the canvas.
    begin_tag_display_position: Nullable<DisplayPosition>,
    /// Notes on the canvas.
    notes: Nullable<Vec<Note>>,
}
