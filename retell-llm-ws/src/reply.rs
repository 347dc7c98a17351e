//! The way from a policy to the caller's ear.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::sync::mpsc;

use crate::{
    action::{Action, Aside},
    frame::{AgentConfig, Metadata, ToolCallInvocation, ToolCallResult},
    redact::Redacted,
};

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

impl From<&str> for Speech {
    fn from(text: &str) -> Self {
        Self::say(text)
    }
}

impl From<String> for Speech {
    fn from(text: String) -> Self {
        Self::say(text)
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

/// Words on their way from a policy to the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) speech: Speech,
    pub(crate) last: bool,
    /// A lost action shall not be sent again.
    pub(crate) withdraw: bool,
}

/// What a policy sends, in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Words(Chunk),
    Aside(Box<Aside>),
}

/// Takes the words of one answer.
///
/// Words are sent as they come, and Retell begins to speak at the end of the first sentence, so stream. A chunk is
/// spoken right after the one before it: put the blank between two words into one of them.
#[derive(Debug)]
pub struct Reply {
    pieces: mpsc::Sender<Piece>,
    action: Option<Action>,
    withdraw: bool,
    no_interruption: bool,
    spoken: bool,
    /// Raised with the first words, for a deadline that cannot look at the reply while the policy holds it.
    first_words: Option<Arc<AtomicBool>>,
    finished: bool,
}

impl Reply {
    /// Pieces that may wait for the socket before `say` waits too.
    const BUFFERED: usize = 16;

    pub(crate) fn channel() -> (Self, mpsc::Receiver<Piece>) {
        let (pieces, receiver) = mpsc::channel(Self::BUFFERED);
        (
            Self {
                pieces,
                action: None,
                withdraw: false,
                no_interruption: false,
                spoken: false,
                first_words: None,
                finished: false,
            },
            receiver,
        )
    }

    /// For words nobody asked for, which the caller had better not interrupt.
    pub(crate) fn unasked() -> (Self, mpsc::Receiver<Piece>) {
        let (mut reply, pieces) = Self::channel();
        reply.no_interruption();
        (reply, pieces)
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

    /// Says these words (or none) and ends the answer. Return soon after: updates wait until then.
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

    /// Says this and ends the answer.
    ///
    /// # Errors
    ///
    /// When the turn is over already.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing of it is said and the answer is not ended.
    pub async fn finish_with(&mut self, speech: Speech) -> Result<(), Closed> {
        if let Some(action) = speech.action {
            self.act(action);
        }
        if speech.no_interruption {
            self.no_interruption();
        }
        self.finish(speech.text).await
    }

    /// Does this once the words are spoken. The action rides on the next chunk, so call it before the first `say`:
    /// the earlier Retell knows, the less is lost to an interruption. A second action replaces one not yet sent; once one
    /// is sent, further ones of this turn are dropped, because Retell takes one for each response.
    pub fn act(&mut self, action: Action) {
        self.action = Some(action);
    }

    /// Takes back the action that an interruption has cost ([`Turn::lost_action`](crate::Turn::lost_action)): it is not
    /// sent again. Rides on the next chunk, like an action.
    pub fn withdraw(&mut self) {
        self.withdraw = true;
    }

    /// Keeps the caller from interrupting what is said from here on.
    pub fn no_interruption(&mut self) {
        self.no_interruption = true;
    }

    /// Lets the caller interrupt what is said from here on. As it is at the beginning of an answer.
    pub fn interruptible(&mut self) {
        self.no_interruption = false;
    }

    /// For the record of the call: a tool was called. Retell places it at the word being spoken. A turn that has called a
    /// tool is not tried again when it fails.
    ///
    /// # Errors
    ///
    /// When the turn is over.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing is recorded.
    pub async fn tool_called(&mut self, call: ToolCallInvocation) -> Result<(), Closed> {
        self.aside(Aside::ToolCalled(call)).await
    }

    /// For the record of the call: what the tool answered.
    ///
    /// # Errors
    ///
    /// When the turn is over.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing is recorded.
    pub async fn tool_answered(&mut self, result: ToolCallResult) -> Result<(), Closed> {
        self.aside(Aside::ToolAnswered(result)).await
    }

    /// Changes the agent for the rest of this call.
    ///
    /// # Errors
    ///
    /// When the turn is over.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing is changed.
    pub async fn update_agent(&mut self, config: AgentConfig) -> Result<(), Closed> {
        self.aside(Aside::UpdateAgent(config)).await
    }

    /// Sends something to the browser of a web call.
    ///
    /// # Errors
    ///
    /// When the turn is over.
    ///
    /// # Cancel safety
    ///
    /// Dropped while it waits, nothing is sent.
    pub async fn metadata(&mut self, metadata: Metadata) -> Result<(), Closed> {
        self.aside(Aside::Metadata(metadata)).await
    }

    async fn aside(&mut self, aside: Aside) -> Result<(), Closed> {
        if self.finished {
            return Err(Closed);
        }
        let piece = Piece::Aside(Box::new(aside));
        self.pieces.send(piece).await.map_err(|_| Closed)
    }

    /// Whether anything was handed over already: words, or the end of the answer.
    pub fn has_spoken(&self) -> bool {
        self.spoken
    }

    /// A flag that is up once anything was handed over.
    pub(crate) fn first_words(&mut self) -> Arc<AtomicBool> {
        let spoken = self.spoken;
        let flag = self
            .first_words
            .get_or_insert_with(|| Arc::new(AtomicBool::new(spoken)));
        Arc::clone(flag)
    }

    /// Takes back what was set but not sent, so that another policy starts afresh.
    pub(crate) fn start_afresh(&mut self) {
        self.action = None;
        self.withdraw = false;
        self.no_interruption = false;
    }

    async fn send(&mut self, text: String, last: bool) -> Result<(), Closed> {
        // Room is waited for first, so that a dropped `say` does not lose the action.
        let room = self.pieces.reserve().await.map_err(|_| Closed)?;
        let speech = Speech {
            text,
            no_interruption: self.no_interruption,
            action: self.action.take(),
        };
        room.send(Piece::Words(Chunk {
            speech,
            last,
            withdraw: std::mem::take(&mut self.withdraw),
        }));
        self.spoken = true;
        if let Some(flag) = &self.first_words {
            flag.store(true, Ordering::Relaxed);
        }
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
            withdraw: self.withdraw,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn words(pieces: &mut mpsc::Receiver<Piece>) -> Chunk {
        match pieces.recv().await.unwrap() {
            Piece::Words(chunk) => chunk,
            Piece::Aside(aside) => panic!("not words: {aside:?}"),
        }
    }

    #[tokio::test]
    async fn an_action_rides_on_the_next_words_once() {
        let (mut reply, mut chunks) = Reply::channel();
        reply.act(Action::PressDigits("1".to_owned()));
        reply.act(Action::EndCall);
        reply.say("").await.unwrap();
        reply.say("a").await.unwrap();
        reply.no_interruption();
        reply.say("b").await.unwrap();
        let first = words(&mut chunks).await;
        assert_eq!(
            (first.speech.action, first.speech.no_interruption),
            (Some(Action::EndCall), false)
        );
        let second = words(&mut chunks).await;
        assert_eq!(
            (second.speech.action, second.speech.no_interruption),
            (None, true)
        );
        let rest = reply.into_rest().unwrap();
        assert!(rest.last && rest.speech == Speech::silence());
    }

    #[tokio::test]
    async fn an_action_without_words_is_not_lost() {
        let (mut reply, _chunks) = Reply::channel();
        reply.act(Action::EndCall);
        assert_eq!(reply.into_rest().unwrap().speech.action, Some(Action::EndCall));
    }

    #[tokio::test]
    async fn nothing_follows_the_end() {
        let (mut reply, chunks) = Reply::channel();
        reply.finish("a").await.unwrap();
        assert_eq!(reply.say("b").await, Err(Closed));
        assert_eq!(reply.finish("b").await, Err(Closed));
        assert_eq!(reply.into_rest(), None);
        drop(chunks);
        let (mut reply, chunks) = Reply::channel();
        drop(chunks);
        assert_eq!(reply.say("a").await, Err(Closed));
    }

    #[tokio::test]
    async fn a_reply_waits_for_the_socket() {
        let (mut reply, mut chunks) = Reply::channel();
        for _ in 0..Reply::BUFFERED {
            reply.say("a").await.unwrap();
        }
        reply.act(Action::EndCall);
        let mut blocked = Box::pin(reply.say("b"));
        assert!(futures_util::poll!(&mut blocked).is_pending());
        drop(blocked);
        // Dropped while it waited, it has neither said its words nor lost the action.
        chunks.recv().await.unwrap();
        assert_eq!(reply.into_rest().unwrap().speech.action, Some(Action::EndCall));
        assert_eq!(chunks.len(), Reply::BUFFERED - 1);
    }
}
