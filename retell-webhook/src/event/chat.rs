//! Events of chats.

use retell_client::models::{AgentId, ChatId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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

/// A chat.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Chat {
    /// The chat.
    pub chat_id: ChatId,
    /// The agent that writes.
    #[serde(default, skip_serializing_if = "AgentId::is_empty")]
    pub agent_id: AgentId,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl std::fmt::Debug for Chat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chat")
            .field("chat_id", &self.chat_id)
            .field("agent_id", &self.agent_id)
            .finish_non_exhaustive()
    }
}
