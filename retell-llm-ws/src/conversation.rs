//! The policy's side of a call: what it is told, when, and what it is at work on.

use std::{collections::VecDeque, mem, sync::Arc};

use retell_client::models::TranscriptItem;
use tracing::debug;

use crate::{
    action::LostAction,
    context::CallContext,
    drive::Outcome,
    frame::{Outbound, ResponseId, TurnTaking},
    incoming::News,
    observer::{Observer, TurnReport},
    options::Options,
    phrases::Phrases,
    policy::{ConversationPolicy, Observed, TurnKind},
    registry::Line,
    reply::Speech,
    running::{Asked, Running, Step, discard, guarded},
    session::{Cause, TurnEnd},
    transcript::Reader,
};

/// Notes that may wait for the policy; beyond it the oldest are dropped.
const MOST_NOTES: usize = 32;

pub(crate) struct Conversation<'a> {
    options: &'a Options,
    call: Arc<CallContext>,
    /// What is shared with whoever looks at the call.
    line: Option<Arc<Line>>,
    policy: Option<Arc<dyn ConversationPolicy>>,
    running: Option<Running>,
    /// What a turn that has just failed was about.
    failed: Option<Asked>,
    /// The newest update the policy has not seen, with who has the word now. Its transcript is with the reader.
    update: Option<Option<TurnTaking>>,
    notes: VecDeque<Box<str>>,
    /// Whether the policy has yet to learn that the details came late.
    late_details: bool,
    /// The newest response of which words were sent.
    spoken: Option<ResponseId>,
    pub(crate) greeted: bool,
    pub(crate) turns: u32,
}

impl<'a> Conversation<'a> {
    pub(crate) fn new(call: CallContext, options: &'a Options, line: Option<Arc<Line>>) -> Self {
        Self {
            options,
            call: Arc::new(call),
            line,
            policy: None,
            running: None,
            failed: None,
            update: None,
            notes: VecDeque::new(),
            late_details: false,
            spoken: None,
            greeted: false,
            turns: 0,
        }
    }

    /// Takes in what a frame says, before the session handles it.
    pub(crate) fn hear(&mut self, news: News, reader: &Reader) {
        if let Some(line) = self
            .line
            .as_ref()
            .filter(|_| matches!(news, News::Update(_) | News::Asked))
        {
            line.heard(reader.transcript());
        }
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
                    self.tell(|observer, call| observer.turn_taken(call, by));
                }
                self.update = Some(turntaking);
            }
            // What was waiting is older than the request.
            News::Asked => self.update = None,
        }
    }

    /// Keeps a note for the policy.
    pub(crate) fn note(&mut self, note: Box<str>) {
        if self.notes.len() == MOST_NOTES {
            debug!("a note the policy had no time for is dropped");
            self.notes.pop_front();
        }
        self.notes.push_back(note);
    }

    /// Tells the policy what has come, if it is free.
    pub(crate) fn deliver(&mut self, reader: &Reader) {
        if self.running.is_some() || self.policy.is_none() {
            return;
        }
        self.deliver_rare();
        if let Some(turntaking) = self.update.take() {
            self.observe(Observed::Update {
                transcript: reader.transcript(),
                items: items(reader),
                turntaking,
            });
        }
    }

    fn deliver_rare(&mut self) {
        if mem::take(&mut self.late_details) {
            self.observe(Observed::Details);
        }
        while let Some(note) = self.notes.pop_front() {
            self.observe(Observed::Note(&note));
        }
    }

    /// The phrases for this call, when they depend on it.
    pub(crate) fn phrases(&self) -> Option<Phrases> {
        let choose = self.options.phrases_for.as_ref()?;
        guarded(|| choose(&self.call))
    }

    /// Makes the policy and asks for its greeting, unless the call is resumed. `None` when the policy could not be made.
    pub(crate) fn begin<F>(&mut self, factory: F, resumed: bool) -> Option<Begun>
    where
        F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy>,
    {
        Arc::make_mut(&mut self.call).resumed = resumed;
        let policy = guarded(|| factory(&self.call))?;
        self.policy = Some(Arc::from(policy));
        self.tell(|observer, call| observer.call_began(call));
        if let Some(line) = &self.line {
            line.began(resumed);
        }
        if resumed {
            self.observe(Observed::Resumed);
            return Some(Begun::Resumed);
        }
        let call = Arc::clone(&self.call);
        let greeting = self.with_policy(|policy| policy.greet(&call));
        if greeting.is_none() {
            debug!("policy panicked in its greeting");
        }
        Some(Begun::Greeted(greeting))
    }

    /// Puts the policy to work on the newest request, with the newest transcript there is. False when it panicked before.
    pub(crate) fn start(
        &mut self,
        id: ResponseId,
        kind: TurnKind,
        lost_action: Option<LostAction>,
        reader: &Reader,
    ) -> bool {
        self.stop();
        self.turns += 1;
        self.tell(|observer, call| observer.turn_began(call, id, kind));
        if let Some(line) = &self.line {
            line.turn_started(id, kind);
        }
        self.deliver_rare();
        if let Some(LostAction { response_id, action }) = &lost_action {
            self.observe(Observed::ActionLost {
                response_id: *response_id,
                action,
            });
        }
        let asked = Asked {
            call: Arc::clone(&self.call),
            response_id: id,
            kind,
            attempt: 1,
            transcript: Arc::clone(reader.transcript()),
            items: reader.transcript_with_tool_calls().map(Arc::clone),
            lost_action,
            now: self.options.clock.now(),
        };
        self.observe(Observed::Turn(&asked.turn())) && self.work(asked)
    }

    /// Puts the policy to work on the same request once more. False when there is nothing to work on.
    pub(crate) fn retry(&mut self) -> bool {
        let Some(mut asked) = self.failed.take() else {
            return false;
        };
        asked.attempt += 1;
        self.work(asked)
    }

    fn work(&mut self, asked: Asked) -> bool {
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

    /// The policy's work is over; what a failed turn was about is kept for another try.
    pub(crate) fn work_over(&mut self, end: TurnEnd) {
        self.failed = match self.running.take() {
            Some(running) if end == TurnEnd::Failed => running.into_asked(),
            over => {
                discard(over);
                None
            }
        };
    }

    /// Drops the policy's work, if any.
    fn stop(&mut self) {
        discard(self.running.take());
        self.failed = None;
    }

    pub(crate) fn cancel(&mut self, id: ResponseId, cause: Cause) {
        self.stop();
        self.observe(match cause {
            Cause::Superseded => Observed::Superseded { response_id: id },
            Cause::Interrupted => Observed::Interrupted { response_id: id },
            Cause::Failed => Observed::Failed { response_id: id },
        });
    }

    pub(crate) fn greeted(&mut self) {
        self.greeted = true;
        self.tell(|observer, call| observer.greeted(call));
    }

    pub(crate) fn report(&mut self, report: &TurnReport) {
        debug!(
            response.id = report.response_id,
            kind = report.kind.as_str(),
            chunks = report.chunks,
            superseded = report.superseded,
            fallback = report.fallback,
            retries = report.retries,
            "turn finished"
        );
        self.tell(|observer, call| observer.turn_finished(call, report));
        if let Some(line) = &self.line {
            line.turn_finished(report);
        }
    }

    /// This frame was sent.
    pub(crate) fn sent(&mut self, frame: &Outbound) {
        let (id, words) = match frame {
            Outbound::Response(response) => (Some(response.response_id), &response.content),
            Outbound::AgentInterrupt(interrupt) => (None, &interrupt.content),
            _ => return,
        };
        if words.is_empty() {
            return;
        }
        if let Some(line) = &self.line {
            line.saying(words);
        }
        if let Some(id) = id
            && self.spoken.replace(id) != Some(id)
        {
            self.tell(|observer, call| observer.first_words(call, id));
        }
    }

    pub(crate) fn ended(&self, outcome: &Outcome) {
        self.tell(|observer, call| observer.call_ended(call, outcome));
        if let Some(line) = &self.line {
            line.ended(outcome.reason);
        }
    }

    pub(crate) fn bad_frame(&self) {
        self.tell(|observer, call| observer.bad_frame(call));
    }

    /// Tells the observer, whose panic is not the call's affair.
    fn tell(&self, event: impl FnOnce(&dyn Observer, &CallContext)) {
        if guarded(|| event(&*self.options.observer, &self.call)).is_none() {
            debug!("observer panicked");
        }
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

impl Drop for Conversation<'_> {
    fn drop(&mut self) {
        discard(self.running.take());
        discard(self.policy.take());
    }
}

fn items(reader: &Reader) -> &[TranscriptItem] {
    reader.transcript_with_tool_calls().map_or(&[], |items| items)
}

/// How a call began.
pub(crate) enum Begun {
    /// The policy's begin message; `None` when it panicked.
    Greeted(Option<Speech>),
    /// There is nothing to greet.
    Resumed,
}
