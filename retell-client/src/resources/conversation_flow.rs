//! Conversation flows.

use super::resource;

resource!(
    /// Conversation flows; from [`Client::conversation_flow`](crate::Client::conversation_flow).
    ConversationFlows
);
