//! The simulator against small applications, over real sockets on loopback.

mod browser;
mod drops;
mod personas;
mod rehearsal;
mod rest;
mod scripted;
mod support;
mod webhooks;
