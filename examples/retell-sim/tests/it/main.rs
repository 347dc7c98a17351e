//! The simulator against small applications, over real sockets on loopback.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of a test fail by panicking, as the test does"
)]

mod browser;
mod client_examples;
mod closing;
mod drops;
mod personas;
mod rehearsal;
mod rest;
mod scripted;
mod support;
mod webhooks;
