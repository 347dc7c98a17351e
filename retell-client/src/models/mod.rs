//! Retell's objects, each written once and shared by requests, responses, webhooks and the LLM socket.
//!
//! Decoding is forgiving: unknown fields, unknown enum values and unknown union members are kept and written back, and
//! what Retell may leave out may be left out. A field that may be null is [`Nullable`], a number that may have a fraction
//! [`Number`]; both are written back as they came. `Debug` shows no personal data and no secrets.
//!
//! One folder a family, in it one file an idea; `macros` says how an object is written.

mod account;
mod agent;
mod app;
mod asset;
mod batch_call;
mod call;
mod chat;
mod chat_agent;
mod contact;
mod conversation_flow;
mod crm;
mod knowledge_base;
mod llm;
mod mcp_tool;
mod phone_number;
mod playground;
mod test_case;
mod tool;
mod voice;

mod e164;
mod enums;
mod filter;
mod ids;
pub(crate) mod lenient;
mod macros;
pub(crate) mod nullable;
mod number;
mod page_params;
pub(crate) mod place;
mod query;
mod surrogates;
pub(crate) mod tagged;
mod variables;
mod version;

pub use self::account::*;
pub use self::agent::*;
pub use self::app::*;
pub use self::asset::*;
pub use self::batch_call::*;
pub use self::call::*;
pub use self::chat::*;
pub use self::chat_agent::*;
pub use self::contact::*;
pub use self::conversation_flow::*;
pub use self::crm::*;
pub use self::e164::*;
pub use self::enums::*;
pub use self::filter::*;
pub use self::ids::*;
pub use self::knowledge_base::*;
pub use self::llm::*;
pub use self::mcp_tool::*;
pub use self::number::*;
pub use self::page_params::*;
pub use self::phone_number::*;
pub use self::playground::*;
pub use self::query::*;
pub use self::test_case::*;
pub use self::tool::*;
pub use self::version::*;
pub use self::voice::*;
pub use self::{
    nullable::Nullable, place::path_of_error, surrogates::replace_lone_surrogates, variables::AttributeValue,
};

/// Fields this version does not know, by their names on the wire.
pub type Extra = serde_json::Map<String, serde_json::Value>;
