//! Batches of calls.
