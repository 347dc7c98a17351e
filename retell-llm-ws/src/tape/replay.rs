//! What another policy said, beside what is on the tape.

use std::{collections::BTreeMap, fmt};

use super::line::Event;
use crate::{
    Action,
    context::is_agent,
    frame::{Inbound, Outbound, ResponseId},
    redact::Redacted,
};

/// A tape played to a policy: all turns of both, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Replay {
    /// The begin message and every answer, by response id.
    pub turns: Vec<ReplayedTurn>,
    /// Events that are missing on the tape; when there are some, differences may come from that.
    pub missing: u64,
}

/// One response id, on the tape and as played.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplayedTurn {
    /// The response; 0 for the begin message.
    pub response_id: ResponseId,
    /// What the caller had just said, if it was his turn.
    pub said: Option<String>,
    /// What is on the tape.
    pub recorded: Answer,
    /// What the policy played to said.
    pub replayed: Answer,
}

/// All that was sent under one response id.
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Answer {
    /// The words of all chunks in a row, holding and fallback phrases included.
    pub text: String,
    /// Whether it was completed, rather than cut off by a newer request or the end of the call.
    pub complete: bool,
    /// The action, the first one where there were several.
    pub action: Option<Action>,
    /// Whether any of it kept the caller from interrupting.
    pub no_interruption: bool,
}

impl Replay {
    /// Whether the caller would have heard the same.
    pub fn is_same(&self) -> bool {
        self.differences().next().is_none()
    }

    /// The turns in which he would have heard something else.
    pub fn differences(&self) -> impl Iterator<Item = &ReplayedTurn> {
        self.turns.iter().filter(|turn| !turn.is_same())
    }

    /// `played` are the frames sent to the tape's own.
    pub(super) fn new<'a>(
        tape: impl Iterator<Item = &'a Event> + Clone,
        played: impl Iterator<Item = &'a str>,
    ) -> Self {
        let sent = tape.clone().filter_map(|event| match event {
            Event::Sent(text) => Some(text.as_str()),
            _ => None,
        });
        let mut recorded = answers(sent);
        let mut replayed = answers(played);
        let mut said: BTreeMap<ResponseId, Option<String>> = BTreeMap::new();
        let mut missing = 0;
        for event in tape {
            match event {
                Event::Received(text) => said.extend(asked(text)),
                Event::Dropped(count) => missing += count,
                _ => {}
            }
        }
        for id in recorded.keys().chain(replayed.keys()) {
            said.entry(*id).or_default();
        }
        let turns = said
            .into_iter()
            .map(|(response_id, said)| ReplayedTurn {
                response_id,
                said,
                recorded: recorded.remove(&response_id).unwrap_or_default(),
                replayed: replayed.remove(&response_id).unwrap_or_default(),
            })
            .collect();
        Self { turns, missing }
    }
}

impl ReplayedTurn {
    /// Whether the caller would have heard the same. Of an answer that was cut off on the tape only what was said is
    /// compared: how far it went depended on the moment.
    pub fn is_same(&self) -> bool {
        let (recorded, replayed) = (&self.recorded, &self.replayed);
        if recorded.complete {
            return recorded == replayed;
        }
        replayed.text.starts_with(&recorded.text)
            || (!replayed.complete && recorded.text.starts_with(&replayed.text))
    }
}

/// The answers these frames make, by response id.
fn answers<'a>(frames: impl Iterator<Item = &'a str>) -> BTreeMap<ResponseId, Answer> {
    let mut answers: BTreeMap<ResponseId, Answer> = BTreeMap::new();
    for frame in frames {
        let Ok(Outbound::Response(response)) = Outbound::from_json(frame) else {
            continue;
        };
        let action = response.action();
        let answer = answers.entry(response.response_id).or_default();
        answer.text.push_str(&response.content);
        answer.complete |= response.content_complete;
        answer.no_interruption |= response.no_interruption_allowed == Some(true);
        if answer.action.is_none() {
            answer.action = action;
        }
    }
    answers
}

/// The request in this frame, and what the caller had said.
fn asked(frame: &str) -> Option<(ResponseId, Option<String>)> {
    let (Inbound::ResponseRequired(request) | Inbound::ReminderRequired(request)) =
        Inbound::from_json(frame).ok()?
    else {
        return None;
    };
    let last = request.transcript.into_iter().next_back();
    let said = last.filter(|last| !is_agent(last)).map(|last| last.content);
    Some((request.response_id, said))
}

impl fmt::Debug for ReplayedTurn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplayedTurn")
            .field("response_id", &self.response_id)
            .field("recorded", &self.recorded)
            .field("replayed", &self.replayed)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("text", &Redacted(&self.text))
            .field("complete", &self.complete)
            .field("action", &self.action)
            .field("no_interruption", &self.no_interruption)
            .finish()
    }
}
