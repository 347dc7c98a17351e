//! A call as it is now.

use std::{fmt, time::Duration};

use retell_client::models::{CallId, Role, Utterance};

use crate::{Timestamp, observer::TurnReport};

/// Bytes of an utterance that are kept, from its end.
const MOST_WORDS: usize = 500;

/// A call as it is now: who, since when, how it goes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LiveCall {
    /// Retell's id of the call.
    pub call_id: CallId,
    /// When its first socket here was opened; `None` while the upgrade is still under way.
    pub since: Option<Timestamp>,
    /// Times Retell has replaced the socket by a newer one.
    pub reconnects: u32,
    /// The newest utterance of the transcript.
    pub last_said: Option<LastSaid>,
    /// Turns begun, without the begin message.
    pub turns: u32,
    /// From the newest finished request to its first words; `None` before, or when nothing was said.
    pub first_chunk: Option<Duration>,
    /// The longest such time so far.
    pub slowest_first_chunk: Option<Duration>,
    /// Turns that ended in the fallback phrase.
    pub fallbacks: u32,
}

/// The newest utterance of a call. Personal.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LastSaid {
    /// Who spoke.
    pub role: Role,
    /// The words; of a long utterance the last 500 bytes.
    pub text: String,
}

impl LiveCall {
    pub(super) fn new(call_id: CallId) -> Self {
        Self {
            call_id,
            since: None,
            reconnects: 0,
            last_said: None,
            turns: 0,
            first_chunk: None,
            slowest_first_chunk: None,
            fallbacks: 0,
        }
    }

    pub(super) fn reconnected(mut self) -> Self {
        self.reconnects = self.reconnects.saturating_add(1);
        self
    }

    pub(super) fn connected(&mut self, at: Timestamp) {
        self.since.get_or_insert(at);
    }

    /// Whether anything is new. The text's room is used again.
    pub(super) fn said(&mut self, utterance: &Utterance) -> bool {
        let tail = tail(&utterance.content);
        let last = self.last_said.get_or_insert_with(|| LastSaid {
            role: utterance.role.clone(),
            text: String::new(),
        });
        if last.role == utterance.role && last.text == tail {
            return false;
        }
        if last.role != utterance.role {
            last.role = utterance.role.clone();
        }
        last.text.clear();
        last.text.push_str(tail);
        true
    }

    pub(super) fn finished(&mut self, report: &TurnReport) {
        self.fallbacks = self.fallbacks.saturating_add(report.fallback.into());
        self.first_chunk = report.first_chunk;
        self.slowest_first_chunk = self.slowest_first_chunk.max(report.first_chunk);
    }
}

fn tail(text: &str) -> &str {
    let mut from = text.len().saturating_sub(MOST_WORDS);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

impl fmt::Debug for LastSaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LastSaid({:?}, <{} bytes>)", self.role, self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_utterance_is_kept_from_its_end() {
        let mut live = LiveCall::new(CallId::from("c"));
        assert!(live.said(&Utterance::new(Role::User, "ü".repeat(400))));
        assert_eq!(live.last_said.as_ref().map(|last| last.text.len()), Some(500));
        assert!(!live.said(&Utterance::new(Role::User, "ü".repeat(400))));
        assert!(live.said(&Utterance::new(Role::Agent, "ü".repeat(400))));
        assert!(live.said(&Utterance::new(Role::Agent, "yes")));
        assert!(!format!("{live:?}").contains("yes"));
    }
}
