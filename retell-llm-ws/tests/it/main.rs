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
mod feed;
mod frames;
mod full_parse;
mod handle;
mod handshake;
mod holding;
mod hostile;
mod keepalive;
mod logs;
mod metrics;
mod misbehaving;
mod never_mute;
mod observer;
mod policies;
mod promises;
mod puppet;
mod random;
mod registry;
mod server;
mod socket;
mod speech;
mod splits;
mod supersede;
mod support;
mod tape;
mod testkit;
mod transcript;
mod types;
mod updates;
mod wire;
