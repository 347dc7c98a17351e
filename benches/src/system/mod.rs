//! The whole application under many calls: server, database, webhooks, with a simulator of Retell on the other side.

pub mod level;
pub mod limits;
pub mod server;
pub mod tables;
