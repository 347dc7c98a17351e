//! Chats.

use super::resource;

resource!(
    /// Chats; from [`Client::chat`](crate::Client::chat).
    Chats
);
