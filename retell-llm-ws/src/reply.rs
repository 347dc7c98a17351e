//! The way from a policy to the caller's ear.

use std::fmt;

use tokio::sync::mpsc;

use crate::redact::Redacted;

/// Something Retell does once the words of a response have been spoken.
///
/// Retell carries out at most one action per response; `EndCall` comes before `Transfer`, `Transfer` before
/// `PressDigits`. If the caller interrupts the words, the action is lost
/// ([`Observed::ActionLost`](crate::Observed::ActionLost)).
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

/// One whole thing to say.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Speech {
    /// The words. Empty for silence.
    pub text: String,
    /// Whether the caller is kept from interrupting these words.
    pub no_interruption: bool,
    /// What to do once they are spoken.
    pub action: Option<Action>,
}

impl Speech {
    /// Say nothing and let the other side speak.
    pub fn silence() -> Self {
        Self::default()
    }

    /// Say these words.
    pub fn say(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech")
            .field("text", &Redacted(&self.text))
            .field("no_interruption", &self.no_interruption)
            .field("action", &self.action)
            .finish()
    }
}

/// The turn is over: it was finished, superseded, or the call has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the turn no longer takes words")]
pub struct Closed;

/// One piece of a response, on its way from the policy to the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) speech: Speech,
    pub(crate) last: bool,
}

/// Takes the words of one answer.
///
/// Words are sent as they come, and Retell begins to speak at the end of the first sentence, so stream. A chunk is
/// spoken right after the one before it: put the blank between two words into one of them.
#[derive(Debug)]
pub struct Reply {
    chunks: mpsc::Sender<Chunk>,
    action: Option<Action>,
    no_interruption: bool,
    finished: bool,
}

impl Reply {
    /// Chunks that may wait for the socket before `say` waits too.
    const BUFFERED: usize = 16;

    pub(crate) fn channel() -> (Self, mpsc::Receiver<Chunk>) {
        let (chunks, receiver) = mpsc::channel(Self::BUFFERED);
        (
            Self {
                chunks,
                action: None,
                no_interruption: false,
                finished: false,
            },
            receiver,
        )
    }

    /// Says these words next. An empty chunk is not sent.
    ///
    /// # Errors
    ///
    /// When the turn is over.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing of this chunk is said.
    pub async fn say(&mut self, chunk: impl Into<String>) -> Result<(), Closed> {
        let text = chunk.into();
        if self.finished {
            return Err(Closed);
        }
        if text.is_empty() {
            return Ok(());
        }
        self.send(text, false).await
    }

    /// Says these words (or none) and ends the answer.
    ///
    /// # Errors
    ///
    /// When the turn is over already.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing of this chunk is said and the answer is not ended.
    pub async fn finish(&mut self, last: impl Into<String>) -> Result<(), Closed> {
        if self.finished {
            return Err(Closed);
        }
        self.send(last.into(), true).await?;
        self.finished = true;
        Ok(())
    }

    /// Does this once the words are spoken. The action rides on the next chunk, so call it before the first `say`:
    /// the earlier Retell knows, the less is lost to an interruption. A second action replaces one not yet sent.
    pub fn act(&mut self, action: Action) {
        self.action = Some(action);
    }

    /// Keeps the caller from interrupting what is said from here on.
    pub fn no_interruption(&mut self) {
        self.no_interruption = true;
    }

    async fn send(&mut self, text: String, last: bool) -> Result<(), Closed> {
        // Room is waited for first, so that a dropped `say` does not lose the action.
        let room = self.chunks.reserve().await.map_err(|_| Closed)?;
        let speech = Speech {
            text,
            no_interruption: self.no_interruption,
            action: self.action.take(),
        };
        room.send(Chunk { speech, last });
        Ok(())
    }

    /// What is left to send when the policy has returned: the completing chunk, unless it was sent.
    pub(crate) fn into_rest(self) -> Option<Chunk> {
        (!self.finished).then_some(Chunk {
            speech: Speech {
                text: String::new(),
                no_interruption: self.no_interruption && self.action.is_some(),
                action: self.action,
            },
            last: true,
        })
    }
}
