//! One file a resource; methods are named as in Retell's own SDKs.

mod agent;
mod call;

pub use self::{agent::Agents, call::Calls};
