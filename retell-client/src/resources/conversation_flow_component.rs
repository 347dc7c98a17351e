//! Parts shared by conversation flows.

use super::resource;

resource!(
    /// Parts shared by conversation flows; from [`Client::conversation_flow_component`](crate::Client::conversation_flow_component).
    ConversationFlowComponents
);
