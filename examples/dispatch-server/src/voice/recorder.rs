//! Shows and keeps what happens in one call.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use dispatch_policy::Decision;
use jiff::Timestamp;
use retell_client::models::{Role, Utterance};
use retell_llm_ws::{
    CallContext, ConversationPolicy, Observed, Observer, PolicyError, Reply, ReportKind, Speech, Turn,
    TurnReport, async_trait,
};

use crate::calls::{TurnKind, TurnRow};
use crate::live::{LiveState, SlotState, SlotsChanged, Speaker, TurnChanged};
use crate::state::AppState;
use crate::webhooks::report;

use super::live_calls::Growing;

/// Shows and keeps what happens in one call.
pub(super) struct Recorder {
    app: AppState,
    id: String,
    provider_call_id: String,
    /// What each answer asked for, until its report comes.
    asked: Mutex<HashMap<u64, Vec<String>>>,
    /// What the dashboards show.
    shown: Mutex<Vec<Shown>>,
    /// What a page that is opened now gets.
    so_far: Growing,
}

#[derive(Debug, PartialEq, Eq)]
struct Shown {
    role: Option<Speaker>,
    content: String,
    r#final: bool,
}

impl Recorder {
    pub(super) fn new(app: AppState, id: String, provider_call_id: String, so_far: Growing) -> Self {
        Self {
            app,
            id,
            provider_call_id,
            asked: Mutex::default(),
            shown: Mutex::default(),
            so_far,
        }
    }

    /// The policy has decided what to say.
    pub(super) fn decided(&self, decision: &Decision<'_>) {
        let asked = decision
            .reply
            .asked
            .iter()
            .map(|slot| slot.as_str().to_owned())
            .collect();
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(decision.response_id, asked);
        let call = decision.call;
        let state = LiveState {
            slots: call
                .slots()
                .into_iter()
                .map(|slot| SlotState {
                    name: slot.name,
                    value: slot.value,
                    words: slot.words,
                    turn: slot.turn.and_then(|turn| u32::try_from(turn).ok()),
                })
                .collect(),
            payload: call.payload(),
            phase: call.phase().as_str().to_owned(),
        };
        self.so_far.lock().unwrap_or_else(PoisonError::into_inner).state = Some(state.clone());
        self.app.hub.publish(
            "slots",
            &SlotsChanged {
                id: self.id.clone(),
                provider_call_id: self.provider_call_id.clone(),
                state,
            },
        );
        self.will_say(&decision.reply.text);
    }

    /// The transcript as it is now; the last utterance may still grow unless the driver's turn is over.
    fn transcript(&self, transcript: &[Utterance], turn_over: bool) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let mut so_far = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        let said = &mut so_far.said;
        said.truncate(transcript.len());
        for (seq, utterance) in transcript.iter().enumerate() {
            let now = Shown {
                role: speaker(&utterance.role),
                content: utterance.content.clone(),
                r#final: turn_over || seq + 1 < transcript.len(),
            };
            if shown.get(seq) == Some(&now) {
                continue;
            }
            self.show(seq, &now);
            let words = report::utterance(utterance);
            if seq < said.len() {
                said[seq] = words;
            } else {
                said.push(words);
            }
            if seq < shown.len() {
                shown[seq] = now;
            } else {
                shown.push(now);
            }
        }
        shown.truncate(transcript.len());
    }

    /// The agent's words before they are spoken; the transcript replaces them by what was heard.
    fn will_say(&self, text: &str) {
        if text.is_empty() {
            return;
        }
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Shown {
            role: Some(Speaker::Agent),
            content: text.to_owned(),
            r#final: false,
        };
        self.show(shown.len(), &next);
    }

    fn show(&self, seq: usize, shown: &Shown) {
        let Some(role) = shown.role else { return };
        self.app.hub.publish(
            "turn",
            &TurnChanged {
                id: self.id.clone(),
                provider_call_id: self.provider_call_id.clone(),
                seq: u32::try_from(seq).unwrap_or(u32::MAX),
                role,
                content: shown.content.clone(),
                r#final: shown.r#final,
            },
        );
    }
}

fn speaker(role: &Role) -> Option<Speaker> {
    match role {
        Role::Agent => Some(Speaker::Agent),
        Role::User => Some(Speaker::User),
        _ => None,
    }
}

impl Observer for Recorder {
    fn greeted(&self, _: &CallContext) {
        self.app.turns.greeted(&self.id, Timestamp::now());
    }

    fn turn_finished(&self, call: &CallContext, report: &TurnReport) {
        // A resumed call's begin message is empty and says nothing about speed.
        if call.resumed && report.kind == ReportKind::Begin {
            return;
        }
        let kind = match report.kind {
            ReportKind::Begin => TurnKind::Begin,
            ReportKind::Response => TurnKind::Response,
            ReportKind::Reminder => TurnKind::Reminder,
        };
        let asked = self
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&report.response_id);
        self.app.turns.turn(
            &self.id,
            TurnRow {
                response_id: report.response_id,
                kind,
                at: report.requested_at,
                first_chunk_ms: report.first_chunk.map(millis),
                completed_ms: report.completed.map(millis),
                chunks: report.chunks,
                superseded: report.superseded,
                fallback: report.fallback,
                asked: asked.unwrap_or_default(),
            },
        );
    }
}

/// Milliseconds, to the microsecond.
fn millis(duration: Duration) -> f64 {
    duration.as_micros() as f64 / 1000.0
}

/// A policy whose words are shown as they come.
pub(super) struct Recorded<P> {
    pub(super) policy: P,
    pub(super) recorder: Arc<Recorder>,
}

#[async_trait]
impl<P: ConversationPolicy> ConversationPolicy for Recorded<P> {
    fn greet(&mut self, call: &CallContext) -> Speech {
        self.policy.greet(call)
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        match &event {
            Observed::Update { transcript, .. } => self.recorder.transcript(transcript, false),
            Observed::Turn(turn) => self.recorder.transcript(turn.transcript, true),
            _ => {}
        }
        self.policy.observe(call, event);
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        self.policy.respond(turn, reply).await
    }
}
