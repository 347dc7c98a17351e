//! One past call: the real policy and a simulated driver on a virtual clock.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use dispatch_policy::CheckCallPolicy;
use jiff::tz::TimeZone;
use retell_llm_ws::{
    CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn, TurnKind as Wanted,
    async_trait,
};
use retell_sim::driver::Driver;
use retell_sim::rehearsal::{CallSeed, rehearse};
use retell_webhook::{CallLifecycle, Stage};

use super::past::PastCall;
use crate::calls::{CallReport, CallType, TurnKind, TurnRow};
use crate::store::NewCall;
use crate::webhooks::report;

/// Stands for the address of a recording that exists only while a simulator runs.
const RECORDED: &str = "simulator:";

/// What the store is given for one past call.
pub(super) type Finished = (NewCall, CallReport, Vec<TurnRow>);

/// Lets the call happen, and reads it as a webhook would be read.
pub(super) async fn run(
    past: PastCall,
    agent_id: &str,
    provider_agent_id: &str,
    zone: &TimeZone,
) -> Finished {
    let number = past.number;
    let new = NewCall {
        id: format!("demo-{number:04}"),
        agent_id: agent_id.to_owned(),
        driver_name: past.driver_name.to_owned(),
        driver_phone: past.by_phone.then(|| past.driver_phone.clone()),
        load_number: past.load_number.clone(),
        call_type: if past.by_phone {
            CallType::Phone
        } else {
            CallType::Web
        },
        variables: past.variables.clone(),
        simulated: true,
        created_at: past.start,
    };
    let mut seed = CallSeed::new(
        format!("call_demo_{number:04}"),
        past.variables.clone(),
        past.start,
    );
    seed.seed = number as u64;
    provider_agent_id.clone_into(&mut seed.agent_id);
    seed.numbers = past
        .by_phone
        .then(|| (super::FROM_NUMBER.to_owned(), past.driver_phone.clone()));
    // `sim_persona` is among the variables.
    let driver =
        Driver::from_variables(&past.variables, number as u64).unwrap_or_else(|_| Driver::script([]));
    let turns = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&turns);
    let mut variables = past.variables;
    variables.insert("transfer_number".to_owned(), super::TRANSFER_NUMBER.to_owned());
    let call = rehearse(
        move |_| {
            let asked = Arc::new(Mutex::new(Vec::new()));
            let hook = Arc::clone(&asked);
            let policy =
                CheckCallPolicy::new(report::variables(&variables)).on_decision(Arc::new(move |decision| {
                    let slots = decision
                        .reply
                        .asked
                        .iter()
                        .map(|slot| slot.as_str().to_owned())
                        .collect();
                    *hook.lock().unwrap_or_else(PoisonError::into_inner) = slots;
                }));
            Box::new(Timed {
                policy,
                asked,
                turns: kept,
                observing: None,
            })
        },
        driver,
        seed,
    )
    .await;
    let mut report = report::of_record(CallLifecycle::of_call(&call, Stage::Analyzed, None), zone, true);
    // Where it is, the simulator says when somebody asks.
    report.facts.recording_url = call.start_timestamp.map(|_| RECORDED.to_owned());
    let turns = std::mem::take(&mut *turns.lock().unwrap_or_else(PoisonError::into_inner));
    (new, report, turns)
}

/// Measures how long the policy really takes.
struct Timed {
    policy: CheckCallPolicy,
    asked: Arc<Mutex<Vec<String>>>,
    turns: Arc<Mutex<Vec<TurnRow>>>,
    observing: Option<std::time::Duration>,
}

impl Timed {
    fn keep(&self, response_id: u64, kind: TurnKind, at: jiff::Timestamp, took: std::time::Duration) {
        let ms = took.as_nanos() as f64 / 1e6;
        let turn = TurnRow {
            response_id,
            kind,
            at,
            first_chunk_ms: Some(ms),
            completed_ms: Some(ms),
            chunks: 1,
            superseded: false,
            fallback: false,
            asked: std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner)),
        };
        self.turns
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(turn);
    }
}

#[async_trait]
impl ConversationPolicy for Timed {
    fn greet(&mut self, call: &CallContext) -> Speech {
        let begun = Instant::now();
        let speech = self.policy.greet(call);
        self.keep(0, TurnKind::Begin, call.started_at(), begun.elapsed());
        speech
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        let begun = Instant::now();
        self.policy.observe(call, event);
        self.observing = Some(begun.elapsed());
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let begun = Instant::now();
        let result = self.policy.respond(turn, reply).await;
        let kind = match turn.kind {
            Wanted::Response => TurnKind::Response,
            Wanted::Reminder => TurnKind::Reminder,
        };
        self.keep(
            turn.response_id,
            kind,
            turn.now,
            begun.elapsed() + self.observing.unwrap_or_default(),
        );
        result
    }
}
