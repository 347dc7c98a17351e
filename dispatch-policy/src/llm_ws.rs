//! The check call as a policy of `retell-llm-ws`.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use retell_client::models::{Role, Utterance};
use retell_llm_ws::{
    Action, CallContext, ConversationPolicy, Observed, PolicyError, Reply as Spoken, ResponseId, Speech,
    Turn, TurnKind,
};

use crate::{
    call::CheckCall,
    rebuild::{Line, PastTurn, Speaker, past_turns},
    reply::Reply,
    variables::{HandOver, Variables},
};

/// What the policy decided in one turn; for live display.
#[non_exhaustive]
pub struct Decision<'a> {
    /// The response it is for; 0 is the greeting.
    pub response_id: ResponseId,
    /// The driver's words; `None` for the greeting and for a silence.
    pub driver: Option<&'a str>,
    /// What will be said.
    pub reply: &'a Reply,
    /// The call after this turn.
    pub call: &'a CheckCall,
}

/// Words of a call stay out of logs.
impl std::fmt::Debug for Decision<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decision")
            .field("response_id", &self.response_id)
            .field("reply", &self.reply)
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}

/// Called with every decision, from the task of the call: it must not block.
pub type DecisionHook = Arc<dyn Fn(&Decision<'_>) + Send + Sync>;

/// Runs check calls over Retell's custom-LLM socket.
///
/// The transcript of each request is the truth: the state is derived from it, turn by turn, with a snapshot before each
/// turn. So an utterance that Retell sends again in a longer version is redone, words that were cut off do not count as
/// spoken, and a call that was reconnected goes on where it was.
///
/// ```
/// use dispatch_policy::{CheckCallPolicy, Variables};
/// use retell_llm_ws::testkit::TestCall;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let defaults = Variables { company_name: Some("Acme Freight".into()), ..Variables::default() };
/// let mut call = TestCall::new(CheckCallPolicy::new(defaults));
/// assert!(call.greet().text.contains("Acme Freight"));
/// assert!(call.say("rolling no problems").await.text.ends_with('?'));
/// # }
/// ```
pub struct CheckCallPolicy {
    defaults: Variables,
    on_decision: Option<DecisionHook>,
    /// The call after its greeting.
    greeted: Option<CheckCall>,
    steps: Vec<Step>,
    /// The answer to the latest request.
    decided: Option<(ResponseId, Reply)>,
}

/// A turn that was taken, its reply, and the call after it.
struct Step {
    turn: PastTurn,
    reply: Reply,
    call: CheckCall,
}

impl CheckCallPolicy {
    /// A policy for one call. `defaults` is what the host knows of every call (company, transfer number, time zone);
    /// the dynamic variables of the call come before it.
    ///
    /// Without a `transfer_number` in E.164 a driver who needs a person hears that dispatch will call right back.
    #[must_use]
    pub const fn new(defaults: Variables) -> Self {
        Self {
            defaults,
            on_decision: None,
            greeted: None,
            steps: Vec::new(),
            decided: None,
        }
    }

    /// Calls `hook` with every decision.
    #[must_use]
    pub fn on_decision(mut self, hook: DecisionHook) -> Self {
        self.on_decision = Some(hook);
        self
    }

    /// The call as far as it was decided; `None` before the greeting.
    #[must_use]
    pub fn call(&self) -> Option<&CheckCall> {
        self.steps.last().map(|step| &step.call).or(self.greeted.as_ref())
    }

    fn variables(&self, call: &CallContext) -> Variables {
        // The zone of the host counts for a local appointment time, so it is there before that is read.
        let zone = self.defaults.timezone.as_deref().map(|zone| ("timezone", zone));
        Variables::from_map(zone.into_iter().chain(call.variables()))
            .or(&self.defaults)
            .hand_over_by_number()
    }

    fn begin(&mut self, call: &CallContext) -> Reply {
        let vars = self.variables(call);
        let now = call.started_at().to_zoned(vars.time_zone());
        let mut check_call = CheckCall::new(vars);
        let greeting = check_call.greet(&now);
        self.greeted = Some(check_call);
        self.steps.clear();
        greeting
    }

    /// Brings the state to this request: what it has in common with the requests before stays.
    fn take(&mut self, turn: &Turn<'_>) {
        if self.greeted.is_none() {
            self.begin(turn.call);
        }
        let Some(greeted) = &self.greeted else { return };
        let turns = turns(turn, &greeted.variables().time_zone());
        let same =
            |step: &Step, turn: &PastTurn| step.turn.said == turn.said && step.turn.heard == turn.heard;
        let common = self
            .steps
            .iter()
            .zip(&turns)
            .take_while(|(step, turn)| same(step, turn))
            .count();
        let mut call = match common.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) => step.call.clone(),
            None => greeted.clone(),
        };
        self.steps.truncate(common);
        for turn in turns.into_iter().skip(common) {
            let reply = call.redo(&turn);
            self.steps.push(Step {
                turn,
                reply,
                call: call.clone(),
            });
        }
        self.decide(turn.response_id);
    }

    fn decide(&mut self, response_id: ResponseId) {
        let Some(step) = self.steps.last() else { return };
        if let Some(hook) = &self.on_decision {
            let driver = step.turn.said.as_deref();
            hook(&Decision {
                response_id,
                driver,
                reply: &step.reply,
                call: &step.call,
            });
        }
        self.decided = Some((response_id, step.reply.clone()));
    }

    fn action(&self, reply: &Reply) -> Option<Action> {
        let vars = self.call()?.variables();
        match (&vars.transfer_number, vars.hand_over) {
            (Some(number), HandOver::Transfer) if reply.transfer => Some(Action::Transfer {
                number: number.clone(),
                show_transferee_as_caller: false,
            }),
            _ => (reply.end_call || reply.transfer).then_some(Action::EndCall),
        }
    }
}

#[async_trait]
impl ConversationPolicy for CheckCallPolicy {
    fn greet(&mut self, call: &CallContext) -> Speech {
        let greeting = self.begin(call);
        if let (Some(hook), Some(check_call)) = (&self.on_decision, &self.greeted) {
            hook(&Decision {
                response_id: 0,
                driver: None,
                reply: &greeting,
                call: check_call,
            });
        }
        Speech::say(greeting.text)
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        match event {
            Observed::Turn(turn) => self.take(turn),
            // The variables came after the greeting: the next turn is taken with them, from the beginning.
            Observed::Details => {
                self.begin(call);
            }
            _ => {}
        }
    }

    async fn respond(&self, turn: &Turn<'_>, spoken: &mut Spoken) -> Result<(), PolicyError> {
        let decided = self.decided.as_ref().filter(|(id, _)| *id == turn.response_id);
        let Some((_, reply)) = decided else {
            return Err(PolicyError::new(
                "the turn was not observed before it was to be answered",
            ));
        };
        // What the driver said over a goodbye may matter more than the goodbye: whether to hang up is decided anew.
        spoken.withdraw();
        if let Some(action) = self.action(reply) {
            spoken.act(action);
            spoken.no_interruption();
        }
        Ok(spoken.finish(reply.text.as_str()).await?)
    }
}

/// Words of a call stay out of logs.
impl std::fmt::Debug for CheckCallPolicy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CheckCallPolicy")
            .field("turns", &self.steps.len())
            .field("phase", &self.call().map(CheckCall::phase))
            .finish_non_exhaustive()
    }
}

/// The driver's turns of a request, the one to be answered last.
fn turns(turn: &Turn<'_>, zone: &jiff::tz::TimeZone) -> Vec<PastTurn> {
    let utterances: Vec<_> = merged(turn.transcript);
    let lines: Vec<_> = utterances
        .iter()
        .map(|(utterance, text)| Line {
            speaker: if utterance.role == Role::Agent {
                Speaker::Agent
            } else {
                Speaker::Driver
            },
            text,
            at: ended_at(utterance, turn).to_zoned(zone.clone()),
        })
        .collect();
    let mut turns = past_turns(&lines);
    let last_agent = lines.last().filter(|line| line.speaker == Speaker::Agent);
    // Asked for an answer after our own words, or before any: nobody said anything.
    if turn.kind == TurnKind::Reminder || last_agent.is_some() || lines.is_empty() {
        let heard = last_agent.map_or_else(String::new, |line| line.text.to_owned());
        turns.push(PastTurn {
            heard,
            said: None,
            at: turn.now.to_zoned(zone.clone()),
        });
    }
    turns
}

/// The utterances of driver and agent. Pieces of one response are one utterance, and a listener's "uh-huh" is none.
fn merged(transcript: &[Utterance]) -> Vec<(&Utterance, String)> {
    let mut merged: Vec<(&Utterance, String)> = Vec::new();
    let spoken = |utterance: &&Utterance| {
        matches!(utterance.role, Role::Agent | Role::User) && !utterance.is_backchannel()
    };
    for utterance in transcript.iter().filter(spoken) {
        match merged.last_mut() {
            Some((last, text)) if same_response(last, utterance) => {
                text.push(' ');
                text.push_str(&utterance.content);
                *last = utterance;
            }
            _ => merged.push((utterance, utterance.content.clone())),
        }
    }
    merged
}

fn same_response(a: &Utterance, b: &Utterance) -> bool {
    a.role == Role::Agent
        && b.role == Role::Agent
        && a.response_id().is_some()
        && a.response_id() == b.response_id()
}

/// When an utterance ended: by its words where they carry times, so that a rebuilt call has the same clock.
fn ended_at(utterance: &Utterance, turn: &Turn<'_>) -> Timestamp {
    let seconds = utterance
        .end()
        .filter(|end| end.is_finite() && (0.0..1e6).contains(end));
    let ended = seconds.and_then(|end| {
        turn.call
            .started_at()
            .checked_add(SignedDuration::from_secs_f64(end))
            .ok()
    });
    ended.unwrap_or(turn.now)
}
