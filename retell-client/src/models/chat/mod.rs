//! Chats.
