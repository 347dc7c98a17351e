//! Calls and text messages that arrive: Retell asks what to do with them before an agent answers.

mod answer;

use std::collections::BTreeMap;

use retell_client::models::{AgentId, AgentVersion, CallId, ChatId};
use serde::{Deserialize, Serialize};

pub use self::answer::InboundAnswer;
use crate::{
    decode::{self, Payload, maybe, maybe_default},
    error::DecodeError,
    event::{UnknownEvent, digest, part},
};

/// A phone call that is ringing: `call_inbound`.
///
/// The caller hears it ring until the answer is there, at most 10 seconds; Retell then asks again, up to three times.
/// `Debug` shows no numbers.
///
/// Mirrors <https://docs.retellai.com/features/inbound-call-webhook>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InboundCall {
    /// Who calls; empty when withheld.
    pub from_number: String,
    /// The number called.
    pub to_number: String,
    /// The agent bound to that number, if any.
    pub agent_id: Option<AgentId>,
    /// Its version.
    pub agent_version: Option<AgentVersion>,
    /// The call, where told. When its set-up fails there may never be a call with this id.
    pub call_id: Option<CallId>,
    /// SIP headers, names in lower case.
    pub custom_sip_headers: BTreeMap<String, String>,
    /// When it arrived, in milliseconds since the epoch, where told.
    pub event_timestamp: Option<i64>,
}

/// A text message that begins a chat: `chat_inbound`. `Debug` shows no numbers.
///
/// Mirrors <https://docs.retellai.com/features/inbound-call-webhook>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InboundSms {
    /// Who writes; empty when withheld.
    pub from_number: String,
    /// The number written to.
    pub to_number: String,
    /// The agent bound to that number, if any.
    pub agent_id: Option<AgentId>,
    /// Its version.
    pub agent_version: Option<AgentVersion>,
    /// The chat, where told.
    pub chat_id: Option<ChatId>,
    /// When it arrived, in milliseconds since the epoch, where told.
    pub event_timestamp: Option<i64>,
}

/// Either, for one address that takes both.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Inbound {
    /// A phone call.
    Call(InboundCall),
    /// A text message.
    Sms(InboundSms),
    /// Something this version does not know.
    Unknown(UnknownEvent),
}

/// What calls and messages have in common on the wire.
#[derive(Deserialize, Serialize)]
struct Arrival {
    #[serde(default, deserialize_with = "maybe_default")]
    from_number: String,
    to_number: String,
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    agent_id: Option<AgentId>,
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    agent_version: Option<AgentVersion>,
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    call_id: Option<CallId>,
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    chat_id: Option<ChatId>,
    #[serde(
        default,
        deserialize_with = "maybe_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    custom_sip_headers: BTreeMap<String, String>,
}

#[derive(Deserialize, Serialize)]
struct Envelope {
    event: String,
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    event_timestamp: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_inbound: Option<Arrival>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chat_inbound: Option<Arrival>,
}

const CALL: &str = "call_inbound";
const SMS: &str = "chat_inbound";

impl Inbound {
    /// Decodes a delivery's body. Verify its signature first.
    ///
    /// # Errors
    ///
    /// If it is no JSON object with an `event`, or a known event lacks the number it is for.
    pub fn from_slice(body: &[u8]) -> Result<Self, DecodeError> {
        #[derive(Deserialize)]
        struct Name {
            event: String,
        }

        decode::object(body, |body| {
            let Name { event: name } = decode::typed(body)?;
            match name.as_str() {
                CALL => {
                    let Envelope {
                        call_inbound,
                        event_timestamp,
                        ..
                    } = decode::typed(body)?;
                    let call = call_inbound.ok_or_else(|| DecodeError::missing(CALL))?;
                    Ok(Self::Call(InboundCall {
                        from_number: call.from_number,
                        to_number: call.to_number,
                        agent_id: call.agent_id,
                        agent_version: call.agent_version,
                        call_id: call.call_id,
                        custom_sip_headers: call.custom_sip_headers,
                        event_timestamp,
                    }))
                }
                SMS => {
                    let Envelope {
                        chat_inbound,
                        event_timestamp,
                        ..
                    } = decode::typed(body)?;
                    let sms = chat_inbound.ok_or_else(|| DecodeError::missing(SMS))?;
                    Ok(Self::Sms(InboundSms {
                        from_number: sms.from_number,
                        to_number: sms.to_number,
                        agent_id: sms.agent_id,
                        agent_version: sms.agent_version,
                        chat_id: sms.chat_id,
                        event_timestamp,
                    }))
                }
                _ => {
                    let raw = decode::typed(body)?;
                    Ok(Self::Unknown(UnknownEvent { name, raw }))
                }
            }
        })
    }

    /// An answer of the right kind that changes nothing; `None` for what this version does not know.
    pub fn answer(&self) -> Option<InboundAnswer> {
        match self {
            Self::Call(call) => Some(call.answer()),
            Self::Sms(sms) => Some(sms.answer()),
            Self::Unknown(_) => None,
        }
    }
}

impl InboundCall {
    /// A call between two numbers of which no more is known; set the public fields from here.
    pub fn new(from_number: impl Into<String>, to_number: impl Into<String>) -> Self {
        Self {
            from_number: from_number.into(),
            to_number: to_number.into(),
            agent_id: None,
            agent_version: None,
            call_id: None,
            custom_sip_headers: BTreeMap::new(),
            event_timestamp: None,
        }
    }

    /// An answer that changes nothing: the agent bound to the number takes the call. Build on it.
    pub fn answer(&self) -> InboundAnswer {
        InboundAnswer::call()
    }

    /// The same when Retell asks again about the same call, where it tells the call or the time.
    pub fn dedup_key(&self) -> String {
        let id = self.call_id.as_ref().map(CallId::as_str);
        dedup_key(CALL, id, self.event_timestamp, &self.from_number, &self.to_number)
    }

    /// The body Retell would send for this call.
    pub fn to_vec(&self) -> Vec<u8> {
        let this = self.clone();
        let arrival = Arrival {
            from_number: this.from_number,
            to_number: this.to_number,
            agent_id: this.agent_id,
            agent_version: this.agent_version,
            call_id: this.call_id,
            chat_id: None,
            custom_sip_headers: this.custom_sip_headers,
        };
        to_vec(CALL, self.event_timestamp, Some(arrival), None)
    }
}

impl InboundSms {
    /// A message between two numbers of which no more is known; set the public fields from here.
    pub fn new(from_number: impl Into<String>, to_number: impl Into<String>) -> Self {
        Self {
            from_number: from_number.into(),
            to_number: to_number.into(),
            agent_id: None,
            agent_version: None,
            chat_id: None,
            event_timestamp: None,
        }
    }

    /// An answer that changes nothing: the agent bound to the number takes the chat. Build on it.
    pub fn answer(&self) -> InboundAnswer {
        InboundAnswer::sms()
    }

    /// The same when Retell asks again about the same message, where it tells the chat or the time.
    pub fn dedup_key(&self) -> String {
        let id = self.chat_id.as_ref().map(ChatId::as_str);
        dedup_key(SMS, id, self.event_timestamp, &self.from_number, &self.to_number)
    }

    /// The body Retell would send for this message.
    pub fn to_vec(&self) -> Vec<u8> {
        let this = self.clone();
        let arrival = Arrival {
            from_number: this.from_number,
            to_number: this.to_number,
            agent_id: this.agent_id,
            agent_version: this.agent_version,
            call_id: None,
            chat_id: this.chat_id,
            custom_sip_headers: BTreeMap::new(),
        };
        to_vec(SMS, self.event_timestamp, None, Some(arrival))
    }
}

fn dedup_key(event: &str, id: Option<&str>, at: Option<i64>, from: &str, to: &str) -> String {
    match id.filter(|id| !id.is_empty()) {
        Some(id) => format!("{event}:{}", part(id)),
        None => format!("{event}::{}:{}", at.unwrap_or_default(), digest(&(from, to))),
    }
}

fn to_vec(
    event: &str,
    event_timestamp: Option<i64>,
    call: Option<Arrival>,
    chat: Option<Arrival>,
) -> Vec<u8> {
    let envelope = Envelope {
        event: event.to_owned(),
        event_timestamp,
        call_inbound: call,
        chat_inbound: chat,
    };
    serde_json::to_vec(&envelope).expect("all keys are strings")
}

impl Payload for Inbound {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Self::from_slice(body)
    }
}

impl Payload for InboundCall {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        match Inbound::from_slice(body)? {
            Inbound::Call(call) => Ok(call),
            Inbound::Sms(_) | Inbound::Unknown(_) => Err(DecodeError::missing(CALL)),
        }
    }
}

impl Payload for InboundSms {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        match Inbound::from_slice(body)? {
            Inbound::Sms(sms) => Ok(sms),
            Inbound::Call(_) | Inbound::Unknown(_) => Err(DecodeError::missing(SMS)),
        }
    }
}

impl std::fmt::Debug for InboundCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InboundCall")
            .field("call_id", &self.call_id)
            .field("agent_id", &self.agent_id)
            .field("event_timestamp", &self.event_timestamp)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for InboundSms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InboundSms")
            .field("chat_id", &self.chat_id)
            .field("agent_id", &self.agent_id)
            .field("event_timestamp", &self.event_timestamp)
            .finish_non_exhaustive()
    }
}
