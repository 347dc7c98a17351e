//! Chat agents.

use super::resource;

resource!(
    /// Chat agents; from [`Client::chat_agent`](crate::Client::chat_agent).
    ChatAgents
);
