//! What is known about a call, and how reports about it come together.
//!
//! Reports come in any order, any number of times. The better informed one decides each fact, a fact once known is
//! never forgotten, and the status only moves forward, so the same reports always end in the same record.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{CallStatus, CallType, Conflict, Scenario, Utterance};

/// How much a report knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing beyond what we wrote down ourselves.
    #[default]
    Nothing = 0,
    /// That the call has begun.
    Started = 1,
    /// Something from its middle.
    Underway = 2,
    /// How it ended.
    Ended = 3,
    /// What analysis made of it.
    Analyzed = 4,
}

impl Known {
    /// From the stored number.
    pub const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Started,
            2 => Self::Underway,
            3 => Self::Ended,
            4 => Self::Analyzed,
            _ => Self::Nothing,
        }
    }

    const fn status(self) -> CallStatus {
        match self {
            Self::Nothing => CallStatus::Initiated,
            Self::Started | Self::Underway => CallStatus::Updated,
            Self::Ended | Self::Analyzed => CallStatus::Ended,
        }
    }
}

/// The structured result of a call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CallResult {
    /// The flat payload.
    pub payload: Map<String, Value>,
    /// Statements that did not fit together.
    pub conflicts: Vec<Conflict>,
    /// Check call or emergency.
    pub scenario: Option<Scenario>,
    /// How late the driver is.
    pub delay_minutes: Option<i64>,
}

impl CallResult {
    /// A text of the payload.
    pub fn text(&self, key: &str) -> Option<String> {
        self.payload.get(key).and_then(Value::as_str).map(str::to_owned)
    }
}

/// What changes over the life of a call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// How much the best report so far knew.
    pub known: Known,
    /// How far the call has come.
    pub status: Option<CallStatus>,
    /// The driver's name.
    pub driver_name: Option<String>,
    /// The driver's number.
    pub driver_phone: Option<String>,
    /// The load.
    pub load_number: Option<String>,
    /// Dynamic variables.
    pub variables: Option<BTreeMap<String, String>>,
    /// When it connected.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// How long it lasted.
    pub duration_ms: Option<i64>,
    /// Retell's word for its end.
    pub disconnection_reason: Option<String>,
    /// Where the recording is.
    pub recording_url: Option<String>,
    /// What was said.
    pub transcript: Option<Vec<Utterance>>,
    /// Retell's analysis.
    pub call_analysis: Option<Map<String, Value>>,
    /// Our own result.
    pub result: Option<CallResult>,
}

/// One report about a call.
#[derive(Debug, Clone)]
pub struct CallReport {
    /// Retell's id.
    pub provider_call_id: String,
    /// Our id, as it came back in the call's metadata.
    pub own_id: Option<String>,
    /// Retell's id of the agent.
    pub provider_agent_id: Option<String>,
    /// Browser or telephone.
    pub call_type: CallType,
    /// Whether a simulator stood in for the driver.
    pub simulated: bool,
    /// What it says.
    pub facts: Facts,
}

impl Facts {
    /// Takes in what a report says.
    pub fn merge(&mut self, report: &Self) {
        let newer = report.known >= self.known;
        self.status = self.status.max(Some(report.known.status()));
        take(&mut self.driver_name, &report.driver_name, newer);
        take(&mut self.driver_phone, &report.driver_phone, newer);
        take(&mut self.load_number, &report.load_number, newer);
        take(&mut self.variables, &report.variables, newer);
        take(&mut self.started_at, &report.started_at, newer);
        take(&mut self.ended_at, &report.ended_at, newer);
        take(&mut self.duration_ms, &report.duration_ms, newer);
        take(
            &mut self.disconnection_reason,
            &report.disconnection_reason,
            newer,
        );
        take(&mut self.recording_url, &report.recording_url, newer);
        take(&mut self.call_analysis, &report.call_analysis, newer);
        take(&mut self.result, &report.result, newer);
        // Transcripts of a running call only grow, so of two equally informed reports the longer one is later.
        let longer = words(&report.transcript) >= words(&self.transcript);
        let later = report.known > self.known || (newer && longer);
        take(&mut self.transcript, &report.transcript, later);
        self.known = self.known.max(report.known);
    }
}

fn take<T: Clone>(old: &mut Option<T>, new: &Option<T>, prefer_new: bool) {
    if new.is_some() && (prefer_new || old.is_none()) {
        old.clone_from(new);
    }
}

fn words(transcript: &Option<Vec<Utterance>>) -> usize {
    transcript.iter().flatten().map(|u| u.content.len() + 1).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Option<Timestamp> {
        Timestamp::from_second(second).ok()
    }

    fn said(lines: &[&str]) -> Option<Vec<Utterance>> {
        Some(
            lines
                .iter()
                .map(|line| Utterance {
                    role: "user".into(),
                    content: (*line).into(),
                    start: None,
                    end: None,
                })
                .collect(),
        )
    }

    /// The reports of one call, as Retell sends them.
    fn reports() -> Vec<Facts> {
        let started = Facts {
            known: Known::Started,
            started_at: at(10),
            ..Facts::default()
        };
        let first = Facts {
            known: Known::Underway,
            transcript: said(&["a"]),
            ..started.clone()
        };
        let second = Facts {
            transcript: said(&["a", "b"]),
            ..first.clone()
        };
        let ended = Facts {
            known: Known::Ended,
            started_at: at(11),
            ended_at: at(20),
            disconnection_reason: Some("user_hangup".into()),
            transcript: said(&["a", "b", "c"]),
            result: Some(CallResult::default()),
            ..started.clone()
        };
        let analyzed = Facts {
            known: Known::Analyzed,
            call_analysis: Some(Map::new()),
            duration_ms: Some(9000),
            ..ended.clone()
        };
        vec![started, first, second, ended, analyzed]
    }

    proptest! {
        #[test]
        fn any_order_and_multiplicity_ends_in_the_same_record(order in prop::collection::vec(0..5usize, 0..12)) {
            let reports = reports();
            let mut expected = Facts::default();
            for report in &reports {
                expected.merge(report);
            }
            let mut found = Facts::default();
            for i in order {
                let before = found.status;
                found.merge(&reports[i]);
                prop_assert!(found.status >= before, "the status moved back");
            }
            for report in reports.iter().rev() {
                found.merge(report);
            }
            prop_assert_eq!(found, expected);
        }
    }
}
