//! From a text frame to what the session must know and what the policy will want.

use std::mem;

use retell_client::models::{Call, Utterance};

use crate::{
    context::is_agent,
    frame::{DecodeError, Inbound, TurnTaking},
    policy::TurnKind,
    salvage::salvage,
    session::Input,
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
    Update {
        transcript: Vec<Utterance>,
        turntaking: Option<TurnTaking>,
    },
    Asked(Vec<Utterance>),
}

pub(crate) fn read(text: &[u8]) -> Result<Incoming, DecodeError> {
    let text = str::from_utf8(text).map_err(|_| DecodeError::not_text())?;
    let (frame, flaw) = match Inbound::from_json(text) {
        Ok(frame) => (frame, None),
        Err(error) => match salvage(text) {
            Some(frame) => (frame, Some(error)),
            None => return Err(error),
        },
    };
    let (input, news) = match frame {
        Inbound::PingPong(ping) => (
            Input::Ping {
                timestamp: ping.timestamp,
            },
            News::None,
        ),
        Inbound::CallDetails(details) => (Input::Details, News::Call(details.call)),
        Inbound::UpdateOnly(update) => {
            let agent_spoke = agent_spoke(&update.transcript);
            let news = News::Update {
                transcript: update.transcript,
                turntaking: update.turntaking,
            };
            (Input::Update { agent_spoke }, news)
        }
        Inbound::ResponseRequired(request) => asked(TurnKind::Response, request),
        Inbound::ReminderRequired(request) => asked(TurnKind::Reminder, request),
        Inbound::Unknown(_) => (Input::Skipped, News::None),
    };
    Ok(Incoming { input, news, flaw })
}

fn asked(kind: TurnKind, mut request: crate::frame::Request) -> (Input, News) {
    let transcript = mem::take(&mut request.transcript);
    let agent_spoke = agent_spoke(&transcript);
    (
        Input::Request {
            id: request.response_id,
            kind,
            agent_spoke,
        },
        News::Asked(transcript),
    )
}

fn agent_spoke(transcript: &[Utterance]) -> bool {
    transcript
        .iter()
        .any(|utterance| is_agent(utterance) && !utterance.content.trim().is_empty())
}
