//! From a text frame to what the session must know and what the policy will want.

use retell_client::models::{Call, Utterance};

use crate::{
    context::is_agent,
    frame::{DecodeError, Inbound, Request, TurnTaking},
    policy::TurnKind,
    session::Input,
    transcript::{Heard, Reader},
};

/// A frame, taken apart.
pub(crate) struct Incoming {
    pub(crate) input: Input,
    pub(crate) news: News,
    /// What was wrong with a frame of which only a part is used.
    pub(crate) flaw: Option<DecodeError>,
}

/// The part of a frame that is for the policy.
pub(crate) enum News {
    None,
    Call(Box<Call>),
    Update(Option<TurnTaking>),
    Asked,
}

/// Takes a frame in. The transcript stays with the reader.
pub(crate) fn read(reader: &mut Reader, text: &[u8]) -> Result<Incoming, DecodeError> {
    let Heard { frame, flaw } = reader.read(text)?;
    let agent_spoke = || agent_spoke(reader.transcript());
    let asked = |kind, request: Request| {
        let input = Input::Request {
            id: request.response_id,
            kind,
            agent_spoke: agent_spoke(),
        };
        (input, News::Asked)
    };
    let (input, news) = match frame {
        Inbound::PingPong(ping) => (
            Input::Ping {
                timestamp: ping.timestamp,
            },
            News::None,
        ),
        Inbound::CallDetails(details) => (Input::Details, News::Call(details.call)),
        Inbound::UpdateOnly(update) => (
            Input::Update {
                agent_spoke: agent_spoke(),
            },
            News::Update(update.turntaking),
        ),
        Inbound::ResponseRequired(request) => asked(TurnKind::Response, request),
        Inbound::ReminderRequired(request) => asked(TurnKind::Reminder, request),
        Inbound::Unknown(_) => (Input::Skipped, News::None),
    };
    Ok(Incoming { input, news, flaw })
}

fn agent_spoke(transcript: &[Utterance]) -> bool {
    transcript
        .iter()
        .any(|utterance| is_agent(utterance) && !utterance.content.trim().is_empty())
}
