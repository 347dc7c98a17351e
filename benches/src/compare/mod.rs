//! The comparison: the same calls played against several servers, in turn.

pub mod chart;
pub mod goals;
pub mod report;
pub mod results;
pub mod scenario;
pub mod server;
