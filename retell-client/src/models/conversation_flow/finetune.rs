//! Examples that show a flow how to speak and which way to take.

use crate::models::{ChatTranscriptItem, ExampleId, NodeId, macros::model};

model! {
    /// An example of how to speak.
    FinetuneConversationExample shows(id) {
        /// The example.
        id: ExampleId,
        /// The conversation.
        transcript: Vec<ChatTranscriptItem>,
        ..
    }
}

model! {
    /// An example of which way to take.
    FinetuneTransitionExample shows(id) {
        /// The example.
        id: ExampleId,
        /// The conversation.
        transcript: Vec<ChatTranscriptItem>,
        ..
        /// Where it should lead; left out is nowhere.
        destination_node_id: Option<NodeId>,
    }
}

model! {
    /// An example of when to go to a global node.
    GlobalFinetuneExample {
        /// The conversation.
        transcript: Vec<ChatTranscriptItem>,
        ..
    }
}
