//! Agents and what answers for them.

mod request;
mod voice_agent;

pub use self::{
    request::{CreateAgent, ListAgents},
    voice_agent::{Agent, AgentChannel, AgentSummary, ResponseEngine},
};
