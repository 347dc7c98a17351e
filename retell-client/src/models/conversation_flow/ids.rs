//! Ids inside conversation flows.

use crate::models::macros::string_id;

string_id! {
    /// A component shared by conversation flows, `conversation_flow_component_…`, or one of a single flow.
    ComponentId;
    /// A node, unique in its flow.
    NodeId;
    /// A way out of a node.
    EdgeId;
    /// A note on the canvas.
    NoteId;
    /// An example for fine-tuning.
    ExampleId;
}
