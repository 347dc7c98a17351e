//! The policy's side of a call: what it is told, when, and what it is at work on.

use std::sync::Arc;

use retell_client::models::Utterance;
use tracing::debug;

use crate::{
    context::CallContext,
    drive::Outcome,
    frame::{ResponseId, TurnTaking},
    incoming::News,
    options::Options,
    policy::{ConversationPolicy, Observed, TurnKind},
    reply::{Action, Speech},
    running::{Asked, Running, Step, guarded},
    session::Cause,
};

pub(crate) struct Conversation<'a> {
    options: &'a Options,
    call: Arc<CallContext>,
    policy: Option<Arc<dyn ConversationPolicy>>,
    running: Option<Running>,
    /// The newest update the policy has not seen, with who has the word now. Its transcript is with the reader.
    update: Option<Option<TurnTaking>>,
    /// Whether the policy has yet to learn that the details came late.
    late_details: bool,
    /// The newest response of which words were sent.
    spoken: Option<ResponseId>,
    pub(crate) greeted: bool,
    pub(crate) turns: u32,
}

impl<'a> Conversation<'a> {
    pub(crate) fn new(call: CallContext, options: &'a Options) -> Self {
        Self {
            options,
            call: Arc::new(call),
            policy: None,
            running: None,
            update: None,
            late_details: false,
            spoken: None,
            greeted: false,
            turns: 0,
        }
    }

    /// Takes in what a frame says, before the session handles it.
    pub(crate) fn hear(&mut self, news: News) {
        match news {
            News::None => {}
            News::Call(call) => {
                // A turn at work keeps the view it began with.
                let context = Arc::make_mut(&mut self.call);
                context.call = Some(call);
                self.late_details = self.policy.is_some();
            }
            News::Update(turntaking) => {
                if let Some(by) = &turntaking {
                    self.options.observer.turn_taken(&self.call, by);
                }
                self.update = Some(turntaking);
            }
            // What was waiting is older than the request.
            News::Asked => self.update = None,
        }
    }

    /// Tells the policy what has come, if it is free.
    pub(crate) fn deliver(&mut self, transcript: &[Utterance]) {
        if self.running.is_some() || self.policy.is_none() {
            return;
        }
        if std::mem::take(&mut self.late_details) {
            self.observe(Observed::Details);
        }
        if let Some(turntaking) = self.update.take() {
            self.observe(Observed::Update {
                transcript,
                turntaking,
            });
        }
    }

    /// Makes the policy and asks for its greeting; `Some(None)` when the call is resumed and needs none, `None` when
    /// the policy could not be made.
    pub(crate) fn begin<F>(&mut self, factory: F, resumed: bool) -> Option<Option<Speech>>
    where
        F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy>,
    {
        Arc::make_mut(&mut self.call).resumed = resumed;
        let policy = guarded(|| factory(&self.call))?;
        self.policy = Some(Arc::from(policy));
        self.options.observer.call_began(&self.call);
        if resumed {
            self.observe(Observed::Resumed);
            return Some(None);
        }
        let call = Arc::clone(&self.call);
        let greeting = self.with_policy(|policy| policy.greet(&call)).unwrap_or_else(|| {
            debug!("policy panicked in its greeting");
            Speech::say(self.options.settings.fallback_phrase.clone())
        });
        Some(Some(greeting))
    }

    /// Puts the policy to work on the newest request; `transcript` is the newest there is. False when it panicked before.
    pub(crate) fn start(
        &mut self,
        id: ResponseId,
        kind: TurnKind,
        lost: Option<&(ResponseId, Action)>,
        transcript: &Arc<Vec<Utterance>>,
    ) -> bool {
        self.stop();
        self.turns += 1;
        self.options.observer.turn_began(&self.call, id, kind);
        if std::mem::take(&mut self.late_details) {
            self.observe(Observed::Details);
        }
        if let Some((response_id, action)) = lost {
            self.observe(Observed::ActionLost {
                response_id: *response_id,
                action,
            });
        }
        let asked = Asked {
            call: Arc::clone(&self.call),
            response_id: id,
            kind,
            transcript: Arc::clone(transcript),
            now: self.options.clock.now(),
        };
        if !self.observe(Observed::Turn(&asked.turn())) {
            return false;
        }
        let Some(policy) = &self.policy else { return false };
        self.running = Some(Running::new(Arc::clone(policy), asked));
        true
    }

    /// What the policy at work does next; never, when it is not at work.
    pub(crate) async fn next(&mut self) -> Step {
        match &mut self.running {
            Some(running) => running.next().await,
            None => std::future::pending().await,
        }
    }

    pub(crate) fn running_id(&self) -> Option<ResponseId> {
        self.running.as_ref().map(|running| running.id)
    }

    /// Drops the policy's work, if any.
    pub(crate) fn stop(&mut self) {
        self.running = None;
    }

    pub(crate) fn cancel(&mut self, id: ResponseId, cause: Cause) {
        self.stop();
        self.observe(match cause {
            Cause::Superseded => Observed::Superseded { response_id: id },
            Cause::Failed => Observed::Failed { response_id: id },
        });
    }

    pub(crate) fn greeted(&mut self) {
        self.greeted = true;
        self.options.observer.greeted(&self.call);
    }

    pub(crate) fn report(&mut self, report: &crate::observer::TurnReport) {
        debug!(
            response.id = report.response_id,
            kind = report.kind.as_str(),
            chunks = report.chunks,
            superseded = report.superseded,
            fallback = report.fallback,
            "turn finished"
        );
        self.options.observer.turn_finished(&self.call, report);
    }

    /// A frame of this response, with words, was sent.
    pub(crate) fn words_sent(&mut self, id: ResponseId) {
        if self.spoken.replace(id) != Some(id) {
            self.options.observer.first_words(&self.call, id);
        }
    }

    pub(crate) fn ended(&self, outcome: &Outcome) {
        self.options.observer.call_ended(&self.call, outcome);
    }

    pub(crate) fn bad_frame(&self) {
        self.options.observer.bad_frame(&self.call);
    }

    /// Tells the policy. False when it panicked.
    fn observe(&mut self, event: Observed<'_>) -> bool {
        let call = Arc::clone(&self.call);
        let seen = self.with_policy(|policy| policy.observe(&call, event)).is_some();
        if !seen {
            debug!("policy panicked in observe");
        }
        seen
    }

    /// The policy, mutably: there is no other reference to it while no turn is at work.
    fn with_policy<T>(&mut self, work: impl FnOnce(&mut dyn ConversationPolicy) -> T) -> Option<T> {
        debug_assert!(self.running.is_none(), "the policy is at work");
        let policy = Arc::get_mut(self.policy.as_mut()?)?;
        guarded(|| work(policy))
    }
}
