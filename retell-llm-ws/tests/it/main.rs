//! Behaviour of the engine, one file for each promise.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod actions;
mod bad_frames;
mod bad_tapes;
mod begin;
mod completion;
mod conformance;
mod drain;
mod examples;
mod frames;
mod handle;
mod holding;
mod keepalive;
mod logs;
mod metrics;
mod never_mute;
mod observer;
mod policies;
mod promises;
mod puppet;
mod registry;
mod socket;
mod speech;
mod supersede;
mod support;
mod tape;
mod testkit;
mod types;
mod updates;
mod wire;
