//! Events of chats.

use retell_client::models::Chat;
use serde::Serialize;

/// An event of a chat.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ChatEvent {
    /// The chat as of now; which fields are set depends on the event.
    pub chat: Box<Chat>,
    /// When it happened, in milliseconds since the epoch; some deliveries lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_timestamp: Option<i64>,
}

impl ChatEvent {
    /// An event without a time.
    pub fn new(chat: Chat) -> Self {
        Self {
            chat: Box::new(chat),
            event_timestamp: None,
        }
    }
}
