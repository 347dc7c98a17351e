//! The messages on the wire: five from Retell, seven to Retell, one JSON object in each text frame.
//!
//! Both directions encode and decode, so that either side of the socket can be written with them. Decoding happens in
//! two steps: the kind is read first, then the fields of that kind. An unknown kind is kept as it came; a known kind
//! with a field of the wrong type is an error that names the field. Unknown fields, roles and values pass.
//!
//! <https://docs.retellai.com/api-references/llm-websocket>

mod decode;
mod inbound;
mod number;
mod outbound;

pub use decode::DecodeError;
pub use inbound::{CallDetails, Inbound, Request, UpdateOnly};
pub use outbound::{
    AgentConfig, AgentInterrupt, Config, Metadata, Outbound, Response, ToolCallInvocation, ToolCallResult,
};
pub use retell_client::models::TurnTaking;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Names one request of Retell within a call, and the answer to it. Increases; 0 is the begin message.
pub type ResponseId = u64;

/// The application-level keepalive, the same both ways.
///
/// Retell sends one every two seconds when [`Config::auto_reconnect`] is on and takes the connection for dead after five
/// seconds without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PingPong {
    /// Milliseconds since the Unix epoch. The answer repeats the value it answers.
    #[serde(deserialize_with = "number::milliseconds")]
    pub timestamp: i64,
}

/// A frame of a kind this crate does not know, kept whole.
#[derive(Clone, PartialEq)]
pub struct UnknownFrame {
    /// The kind, as the frame names it.
    pub kind: String,
    /// The whole frame, kind included.
    pub raw: Value,
}

impl UnknownFrame {
    fn read(text: &str, tag: &str, kind: String) -> Result<Self, DecodeError> {
        let mut raw: Map<String, Value> = decode::fields(text)?;
        // A kind named twice is the first one, here as everywhere.
        raw.insert(tag.to_owned(), kind.clone().into());
        Ok(Self {
            kind,
            raw: raw.into(),
        })
    }
}

impl std::fmt::Debug for UnknownFrame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnknownFrame")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Serialize for UnknownFrame {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw.serialize(serializer)
    }
}
