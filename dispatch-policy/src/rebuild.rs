//! The same state from the transcript.

use jiff::Zoned;

use crate::{
    call::CheckCall,
    reply::{Input, Reply},
    spoken,
    variables::Variables,
};

/// Who spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The agent, ours or another.
    Agent,
    /// The driver, or whoever answered.
    Driver,
}

/// One utterance of a transcript.
#[derive(Clone, PartialEq)]
pub struct Line<'a> {
    /// Who spoke.
    pub speaker: Speaker,
    /// The words, as really spoken.
    pub text: &'a str,
    /// When it ended, in the driver's time zone.
    pub at: Zoned,
}

/// Words of a call stay out of logs.
impl std::fmt::Debug for Line<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line")
            .field("speaker", &self.speaker)
            .field("chars", &self.text.chars().count())
            .field("at", &self.at.timestamp())
            .finish()
    }
}

/// One turn of a transcript: what the driver heard, then what he said.
#[derive(Clone, PartialEq)]
pub(crate) struct PastTurn {
    /// The agent's words before it; empty when he was cut off before he spoke.
    pub(crate) heard: String,
    /// `None` is a silence.
    pub(crate) said: Option<String>,
    /// The clock.
    pub(crate) at: Zoned,
}

impl CheckCall {
    /// The state after `transcript`: the same as that of the policy that spoke in it.
    ///
    /// Consecutive lines of the driver are one turn. Between two consecutive lines of the agent lies a silence. What
    /// the agent said is compared with what this policy would have said there: a question that was cut off does not
    /// count as asked, and words of another agent tell only what was asked.
    #[must_use]
    pub fn rebuild(vars: Variables, transcript: &[Line<'_>]) -> Self {
        let mut call = Self::new(vars);
        let Some(first) = transcript.first() else {
            return call;
        };
        call.greet(&first.at);
        for turn in past_turns(transcript) {
            call.redo(&turn);
        }
        call
    }

    /// Takes a turn of the past.
    pub(crate) fn redo(&mut self, turn: &PastTurn) -> Reply {
        let mut heard = turn.heard.as_str();
        // A transcript may hold a reply and the reminder after it as one line: a silence lies between them.
        while let Some(rest) = spoken::after(heard, &self.state().last.text) {
            let mut after_silence = self.clone();
            let reminder = after_silence.turn(&turn.at, Input::silence());
            if !spoken::begins_like(rest, &reminder.text) {
                break;
            }
            *self = after_silence;
            heard = rest;
        }
        let input = Input {
            said: turn.said.as_deref(),
            heard: Some(heard),
        };
        self.turn(&turn.at, input)
    }
}

/// The driver's turns of a transcript, silences included. A trailing line of the agent is not a turn yet.
pub(crate) fn past_turns(transcript: &[Line<'_>]) -> Vec<PastTurn> {
    let mut turns = Vec::new();
    let mut heard: Option<&Line<'_>> = None;
    let spoken = |line: &&Line<'_>| line.speaker == Speaker::Driver || !line.text.trim().is_empty();
    let mut lines = transcript.iter().filter(spoken).peekable();
    while let Some(line) = lines.next() {
        if line.speaker == Speaker::Agent {
            if let Some(before) = heard.replace(line) {
                turns.push(PastTurn {
                    heard: before.text.to_owned(),
                    said: None,
                    at: line.at.clone(),
                });
            }
            continue;
        }
        let (mut said, mut at) = (line.text.to_owned(), &line.at);
        while let Some(more) = lines.next_if(|line| line.speaker == Speaker::Driver) {
            said.push(' ');
            said.push_str(more.text);
            at = &more.at;
        }
        let heard = heard.take().map_or_else(String::new, |line| line.text.to_owned());
        turns.push(PastTurn {
            heard,
            said: Some(said),
            at: at.clone(),
        });
    }
    turns
}
