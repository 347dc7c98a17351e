//! What Retell is asked to do, with the words and beside them.

use std::fmt;

use crate::{
    frame::{AgentConfig, Metadata, Outbound, ResponseId, ToolCallInvocation, ToolCallResult},
    redact::Redacted,
};

/// Something Retell does once the words of a response have been spoken.
///
/// Retell carries out at most one action per response; `EndCall` comes before `Transfer`, `Transfer` before
/// `PressDigits`. If the caller interrupts the words, Retell drops the action; the engine sends it again with the next
/// answer unless it is withdrawn ([`Reply::withdraw`](crate::Reply::withdraw)). Whether digits were pressed nobody tells:
/// those of an answer that is complete count as pressed, because to press them twice is worse than not at all.
///
/// <https://docs.retellai.com/integrate-llm/integrate-function-calling>
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// Hang up.
    EndCall,
    /// Cold transfer to another number.
    Transfer {
        /// Where to, in E.164.
        number: String,
        /// Show the transferred party's number as the caller.
        show_transferee_as_caller: bool,
    },
    /// Send DTMF digits.
    PressDigits(String),
}

impl Action {
    /// Cold transfer to this number, in E.164; the party called sees the agent's number.
    pub fn transfer(number: impl Into<String>) -> Self {
        Self::Transfer {
            number: number.into(),
            show_transferee_as_caller: false,
        }
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EndCall => f.write_str("EndCall"),
            Self::Transfer {
                number,
                show_transferee_as_caller,
            } => f
                .debug_struct("Transfer")
                .field("number", &Redacted(number))
                .field("show_transferee_as_caller", show_transferee_as_caller)
                .finish(),
            Self::PressDigits(digits) => f.debug_tuple("PressDigits").field(&Redacted(digits)).finish(),
        }
    }
}

/// An action that was sent and that Retell has dropped, because the caller spoke on before it was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LostAction {
    /// The request it was sent with; `None` when it came with words nobody asked for.
    pub response_id: Option<ResponseId>,
    /// What is lost.
    pub action: Action,
}

impl LostAction {
    pub(crate) fn new(response_id: Option<ResponseId>, action: Action) -> Self {
        Self { response_id, action }
    }
}

/// For Retell, beside the talk: it changes nothing in what is said.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Aside {
    /// For the record: a tool was called.
    ToolCalled(ToolCallInvocation),
    /// For the record: what the tool answered.
    ToolAnswered(ToolCallResult),
    /// Changes the agent for the rest of this call.
    UpdateAgent(AgentConfig),
    /// Something for the browser of a web call.
    Metadata(Metadata),
}

impl From<Aside> for Outbound {
    fn from(aside: Aside) -> Self {
        match aside {
            Aside::ToolCalled(call) => Self::ToolCallInvocation(call),
            Aside::ToolAnswered(result) => Self::ToolCallResult(result),
            Aside::UpdateAgent(agent_config) => Self::UpdateAgent { agent_config },
            Aside::Metadata(metadata) => Self::Metadata(metadata),
        }
    }
}
