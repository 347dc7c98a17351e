//! One file a resource; methods are named as in Retell's own SDKs.
//!
//! A method is one expression: verb, name, path with its parameters, what is sent. What a repetition would do follows
//! from the verb (`retry::RetryClass`) unless the method says otherwise. Optional query parameters
//! come in a parameter struct, a version together with the id ([`Versioned`](crate::models::Versioned)).

mod agent;
mod app;
mod asset;
mod batch_call;
mod call;
mod chat;
mod chat_agent;
mod concurrency;
mod contact;
mod conversation_flow;
mod conversation_flow_component;
mod crm;
mod export_request;
mod identity;
mod knowledge_base;
mod llm;
mod mcp_tool;
mod phone_number;
mod playground;
mod tests;
mod voice;

/// The handle a resource's methods are on.
macro_rules! resource {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            client: &'a $crate::Client,
        }

        impl<'a> $name<'a> {
            pub(crate) fn new(client: &'a $crate::Client) -> Self {
                Self { client }
            }
        }
    };
}
use resource;

pub use self::{
    agent::Agents, app::Apps, asset::Assets, batch_call::BatchCalls, call::Calls, chat::Chats,
    chat_agent::ChatAgents, concurrency::Concurrency, contact::Contacts,
    conversation_flow::ConversationFlows, conversation_flow_component::ConversationFlowComponents, crm::Crm,
    export_request::ExportRequests, identity::Identity, knowledge_base::KnowledgeBases, llm::Llms,
    mcp_tool::McpTools, phone_number::PhoneNumbers, playground::Playground, tests::Tests, voice::Voices,
};
