//! What the simulator notices about the application on the line.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use retell_llm_ws::caller::Conformance;
use retell_llm_ws::frame::{DecodeError, Inbound, Outbound, PingPong};

use crate::TurnTiming;
use crate::state::Shared;

/// Watches the frames of one call, over all its sockets.
#[derive(Debug)]
pub(super) struct Meter<'a> {
    shared: &'a Shared,
    call_id: &'a str,
    conformance: Conformance,
    asked: HashMap<u64, Instant>,
    pings: HashMap<i64, Instant>,
    round_trips_ms: Vec<f64>,
}

impl<'a> Meter<'a> {
    pub(super) fn new(shared: &'a Shared, call_id: &'a str) -> Self {
        Self {
            shared,
            call_id,
            conformance: Conformance::new(),
            asked: HashMap::new(),
            pings: HashMap::new(),
            round_trips_ms: Vec::new(),
        }
    }

    /// A socket was opened; the begin message is waited for on the first.
    pub(super) fn opened(&mut self, first: bool) {
        self.conformance = Conformance::new();
        self.pings.clear();
        if first {
            self.asked.insert(0, Instant::now());
            self.shared
                .change(self.call_id, |entry| entry.turns.push(timing(0)));
        } else {
            self.shared.change(self.call_id, |entry| entry.reconnects += 1);
        }
    }

    pub(super) fn sent(&mut self, frame: &Inbound) {
        self.conformance.sent(frame);
        match frame {
            Inbound::ResponseRequired(request) | Inbound::ReminderRequired(request) => {
                let id = request.response_id;
                self.asked.insert(id, Instant::now());
                self.shared
                    .change(self.call_id, |entry| entry.turns.push(timing(id)));
            }
            Inbound::PingPong(ping) => {
                self.pings.insert(ping.timestamp, Instant::now());
            }
            _ => {}
        }
    }

    pub(super) fn received(&mut self, frame: &Outbound) {
        let broken: Vec<String> = self
            .conformance
            .received(frame)
            .iter()
            .map(ToString::to_string)
            .collect();
        self.note(broken);
        match frame {
            Outbound::PingPong(PingPong { timestamp }) => {
                let sent = self.pings.remove(timestamp);
                self.round_trips_ms
                    .extend(sent.map(|at| at.elapsed().as_micros() as f64 / 1_000.0));
            }
            Outbound::Response(response) => {
                let Some(took) = self.asked.get(&response.response_id).map(Instant::elapsed) else {
                    return;
                };
                let (id, complete) = (response.response_id, response.content_complete);
                self.shared.change(self.call_id, |entry| {
                    if let Some(turn) = entry.turns.iter_mut().rev().find(|turn| turn.response_id == id) {
                        turn.first_chunk.get_or_insert(took);
                        if complete {
                            turn.completed.get_or_insert(took);
                        }
                    }
                });
            }
            _ => {}
        }
    }

    pub(super) fn received_unreadable(&mut self, error: &DecodeError) {
        self.conformance.received_unreadable(error);
        self.note(vec![error.to_string()]);
    }

    pub(super) fn received_binary(&mut self) {
        self.conformance.received_binary();
        self.note(vec!["binary frame".to_owned()]);
    }

    /// Round trips of the keepalive, in real milliseconds.
    pub(super) fn round_trips_ms(&self) -> &[f64] {
        &self.round_trips_ms
    }

    fn note(&self, broken: Vec<String>) {
        if !broken.is_empty() {
            self.shared
                .change(self.call_id, |entry| entry.violations.extend(broken));
        }
    }
}

fn timing(response_id: u64) -> TurnTiming {
    TurnTiming {
        response_id,
        first_chunk: None::<Duration>,
        completed: None,
    }
}
