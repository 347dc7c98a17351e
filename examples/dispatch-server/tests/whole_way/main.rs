//! The whole way of a call: simulator, socket, engine, policy, signed webhook, inbox, store, API.

#[path = "../support/api.rs"]
mod api;
#[path = "../support/bench.rs"]
mod bench;
mod dialogues;
mod logs;
mod process;
mod restart;
