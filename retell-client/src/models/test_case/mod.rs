//! Tests by simulated conversations.
