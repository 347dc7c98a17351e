//! What was talked about with a contact.

use crate::models::{
    CallId, ChatId, Direction, DisconnectionReason, Number, UserSentiment,
    macros::{model, tagged_union},
};

tagged_union! {
    /// A call or chat with a contact.
    ContactConversation by "type" {
        /// A call.
        Call(ContactCall) = "call",
        /// A chat.
        Chat(ContactChat) = "chat",
    }
}

/// A conversation under its id.
macro_rules! conversation {
    ($(#[$meta:meta])* $name:ident by $id:ident: $id_type:ty) => {
        model! {
            $(#[$meta])*
            $name shows($id, direction, disconnection_reason, sentiment, successful) {
                /// Its id.
                $id: $id_type,
                ..
                /// Who began it.
                direction: Option<Direction>,
                /// Why it ended.
                disconnection_reason: Option<DisconnectionReason>,
                /// Length in milliseconds.
                duration_ms: Option<Number>,
                /// Mood of the person.
                sentiment: Option<UserSentiment>,
                /// When it began, in milliseconds since the epoch.
                start_timestamp: Option<Number>,
                /// Whether the agent did what it set out to do.
                successful: Option<bool>,
                /// It in a few sentences.
                summary: Option<String>,
            }
        }
    };
}

conversation! {
    /// A call with a contact.
    ContactCall by call_id: CallId
}

conversation! {
    /// A chat with a contact.
    ContactChat by chat_id: ChatId
}
