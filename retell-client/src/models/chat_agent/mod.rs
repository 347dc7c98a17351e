//! Chat agents.
