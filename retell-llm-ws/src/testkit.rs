//! Trying a policy turn by turn, without a socket, on a virtual clock.
//!
//! ```
//! # use retell_llm_ws::{CallContext, ConversationPolicy, PolicyError, Reply, Speech, Turn, async_trait};
//! use retell_llm_ws::testkit::TestCall;
//!
//! struct Parrot;
//!
//! #[async_trait]
//! impl ConversationPolicy for Parrot {
//!     fn greet(&mut self, _: &CallContext) -> Speech {
//!         Speech::say("Hello!")
//!     }
//!     async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
//!         Ok(reply.finish(turn.said().unwrap_or("Still there?")).await?)
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let mut call = TestCall::new(Parrot);
//! assert_eq!(call.greet().text, "Hello!");
//! assert_eq!(call.say("good morning").await.text, "good morning");
//! assert_eq!(call.silence().await.text, "Still there?");
//! assert_eq!(call.transcript().len(), 4);
//! # }
//! ```
//!
//! [`TestCall::with_variables`] gives the call dynamic variables, [`TestCall::with`] everything else.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use retell_client::models::{CallId, Role, Utterance, UtteranceMetadata, Word};

use crate::{
    action::{Action, Aside, LostAction},
    context::CallContext,
    frame::ResponseId,
    policy::{ConversationPolicy, Observed, PolicyError, TurnKind},
    reply::{Chunk, Piece, Speech},
    running::{Asked, End, Running, Step},
};

/// How long a word takes to speak, about 165 words a minute.
const WORD: Duration = Duration::from_millis(360);
/// The pause between two speakers.
const PAUSE: Duration = Duration::from_millis(600);
/// The silence after which Retell asks for a reminder.
const SILENCE: Duration = Duration::from_secs(10);

/// What a policy said in one turn.
#[derive(Debug)]
#[non_exhaustive]
pub struct TurnOutcome {
    /// The response; 0 for the greeting.
    pub response_id: ResponseId,
    /// All chunks in a row.
    pub text: String,
    /// The chunks, without the empty one that may complete a response.
    pub chunks: Vec<String>,
    /// The action, the first one where there were several.
    pub action: Option<Action>,
    /// Whether any of it kept the caller from interrupting.
    pub no_interruption: bool,
    /// What was sent beside the words, in order.
    pub asides: Vec<Aside>,
    /// The policy's error; on a real call the fallback phrase would be spoken.
    pub error: Option<PolicyError>,
}

impl TurnOutcome {
    /// As the engine does: one action for each response, and a lost one with the last words unless it is withdrawn.
    fn take(&mut self, chunk: Chunk, lost: &mut Option<LostAction>) {
        let Chunk {
            speech,
            last,
            withdraw,
        } = chunk;
        if withdraw {
            *lost = None;
        }
        self.text.push_str(&speech.text);
        self.no_interruption |= speech.no_interruption;
        if self.action.is_none() {
            let again = || lost.take_if(|_| last).map(|lost| lost.action);
            self.action = speech.action.or_else(again);
        }
        if !speech.text.is_empty() {
            self.chunks.push(speech.text);
        }
    }
}

/// One call with a policy. The transcript grows as Retell's does, with the time of each word.
pub struct TestCall {
    call: Arc<CallContext>,
    policy: Arc<dyn ConversationPolicy>,
    transcript: Vec<Utterance>,
    began: Timestamp,
    now: Timestamp,
    last_id: ResponseId,
    sent_action: Option<LostAction>,
}

impl TestCall {
    /// A call without details, at a fixed time.
    ///
    /// # Panics
    ///
    /// Never: the time is a constant.
    pub fn new(policy: impl ConversationPolicy) -> Self {
        Self::with(plain_call(), |_| policy)
    }

    /// A call with these dynamic variables, at the same fixed time.
    ///
    /// # Panics
    ///
    /// Never: the time is a constant.
    pub fn with_variables<N: Into<String>, V: Into<String>>(
        policy: impl ConversationPolicy,
        variables: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let call = variables.into_iter().fold(plain_call(), |call, (name, value)| {
            call.with_variable(name, value)
        });
        Self::with(call, |_| policy)
    }

    /// A call of which this is known; its clock begins at [`CallContext::connected_at`]. A resumed call's policy is
    /// told so.
    pub fn with<P: ConversationPolicy>(call: CallContext, factory: impl FnOnce(&CallContext) -> P) -> Self {
        let policy = Arc::new(factory(&call));
        let now = call.connected_at;
        let began = call.started_at();
        let mut call = Self {
            call: Arc::new(call),
            policy,
            transcript: Vec::new(),
            began,
            now,
            last_id: 0,
            sent_action: None,
        };
        if call.call.resumed {
            call.observe(Observed::Resumed);
        }
        call
    }

    /// The connection breaks and another process takes over: a new policy, told that the call is resumed.
    pub fn reconnect<P: ConversationPolicy>(&mut self, factory: impl FnOnce(&CallContext) -> P) {
        let call = Arc::make_mut(&mut self.call);
        call.resumed = true;
        call.connected_at = self.now;
        self.policy = Arc::new(factory(call));
        self.sent_action = None;
        self.observe(Observed::Resumed);
    }

    /// Lets the policy greet.
    pub fn greet(&mut self) -> TurnOutcome {
        let call = Arc::clone(&self.call);
        let Speech {
            text,
            no_interruption,
            action,
        } = self.policy().greet(&call);
        let chunks = if text.is_empty() {
            Vec::new()
        } else {
            vec![text.clone()]
        };
        let outcome = TurnOutcome {
            response_id: 0,
            text,
            chunks,
            action,
            no_interruption,
            asides: Vec::new(),
            error: None,
        };
        self.agent_spoke(&outcome);
        outcome
    }

    /// The caller says this, and the policy answers.
    ///
    /// # Panics
    ///
    /// When the policy does.
    pub async fn say(&mut self, text: &str) -> TurnOutcome {
        self.speak(Role::User, text, None);
        self.respond(TurnKind::Response).await
    }

    /// The caller cuts in after the agent's first `heard` words and says this. What was not heard vanishes from the
    /// transcript, with an action that was to follow it.
    ///
    /// # Panics
    ///
    /// When the policy does.
    pub async fn interrupt(&mut self, heard: usize, text: &str) -> TurnOutcome {
        if let Some(last) = self
            .transcript
            .last_mut()
            .filter(|last| crate::context::is_agent(last))
        {
            let unheard = last.words.len().saturating_sub(heard);
            last.words.truncate(heard);
            last.content = last
                .words
                .iter()
                .filter_map(|word| word.word.as_deref())
                .collect::<Vec<_>>()
                .join(" ");
            let spared = (WORD * u32::try_from(unheard).unwrap_or(u32::MAX)) + PAUSE;
            self.now = self.now.checked_sub(spared).unwrap_or(self.now);
            if heard == 0 {
                self.transcript.pop();
            }
        }
        self.say(text).await
    }

    /// The caller says nothing until Retell asks for a reminder.
    ///
    /// # Panics
    ///
    /// When the policy does.
    pub async fn silence(&mut self) -> TurnOutcome {
        self.wait(SILENCE);
        self.respond(TurnKind::Reminder).await
    }

    /// Time passes.
    pub fn wait(&mut self, time: Duration) {
        self.now = self.now.checked_add(time).unwrap_or(self.now);
    }

    /// The host tells the policy something, as by [`CallHandle::inject`](crate::registry::CallHandle::inject).
    pub fn inject(&mut self, note: &str) {
        self.observe(Observed::Note(note));
    }

    /// The transcript so far.
    pub fn transcript(&self) -> &[Utterance] {
        &self.transcript
    }

    /// The time on the virtual clock.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// What is known about the call.
    pub fn context(&self) -> &CallContext {
        &self.call
    }

    async fn respond(&mut self, kind: TurnKind) -> TurnOutcome {
        // As on a real call: that the conversation goes on shows that Retell has dropped the action.
        let mut lost = self
            .sent_action
            .take()
            .filter(|lost| !matches!(lost.action, Action::PressDigits(_)));
        if let Some(LostAction { response_id, action }) = &lost {
            self.observe(Observed::ActionLost {
                response_id: *response_id,
                action,
            });
        }
        self.last_id += 1;
        let response_id = self.last_id;
        let asked = Asked {
            call: Arc::clone(&self.call),
            response_id,
            kind,
            attempt: 1,
            transcript: Arc::new(self.transcript.clone()),
            items: None,
            lost_action: lost.clone(),
            now: self.now,
        };
        self.observe(Observed::Turn(&asked.turn()));
        let mut outcome = TurnOutcome {
            response_id,
            text: String::new(),
            chunks: Vec::new(),
            action: None,
            no_interruption: false,
            asides: Vec::new(),
            error: None,
        };
        let mut running = Running::new(Arc::clone(&self.policy), asked);
        loop {
            match running.next().await {
                Step::Piece(Piece::Words(chunk)) => outcome.take(chunk, &mut lost),
                Step::Piece(Piece::Aside(aside)) => outcome.asides.push(*aside),
                Step::Ended(End::Done) => break,
                Step::Ended(End::Failed(error)) => {
                    outcome.error = Some(error);
                    break;
                }
                Step::Ended(End::Panicked) => panic!("the policy panicked in respond"),
            }
        }
        drop(running);
        self.agent_spoke(&outcome);
        outcome
    }

    fn agent_spoke(&mut self, outcome: &TurnOutcome) {
        let sent = outcome.action.clone();
        self.sent_action = sent.map(|action| LostAction::new(Some(outcome.response_id), action));
        self.speak(Role::Agent, &outcome.text, Some(outcome.response_id));
    }

    fn speak(&mut self, role: Role, text: &str, response_id: Option<ResponseId>) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.wait(PAUSE);
        let mut utterance = Utterance::new(role, text);
        utterance.metadata = response_id
            .and_then(|id| i64::try_from(id).ok())
            .map(|id| Box::new(UtteranceMetadata::new().response_id(id)));
        for word in text.split_whitespace() {
            let start = self.elapsed();
            self.wait(WORD);
            utterance.words.push(Word::new(word, start, self.elapsed()));
        }
        self.transcript.push(utterance);
    }

    /// Seconds of call audio so far.
    fn elapsed(&self) -> f64 {
        self.now.duration_since(self.began).as_secs_f64()
    }

    fn observe(&mut self, event: Observed<'_>) {
        let call = Arc::clone(&self.call);
        self.policy().observe(&call, event);
    }

    fn policy(&mut self) -> &mut dyn ConversationPolicy {
        Arc::get_mut(&mut self.policy).expect("no turn is at work between two calls of `respond`")
    }
}

/// A call of which only the id is known, at a fixed time.
fn plain_call() -> CallContext {
    let now = Timestamp::from_second(1_800_000_000).expect("a constant within range");
    CallContext::new(CallId::from("call_test"), now)
}

impl std::fmt::Debug for TestCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TestCall")
            .field("call_id", &self.call.call_id)
            .field("utterances", &self.transcript.len())
            .finish_non_exhaustive()
    }
}
