//! The comparison: the same calls played against several servers, in turn.

pub mod goals;
pub mod results;
pub mod scenario;
pub mod server;
pub mod tables;
