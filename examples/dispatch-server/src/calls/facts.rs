//! What is known about a call.
//!
//! What Retell reports comes together in a [`CallLifecycle`], whatever order it arrives in; a report is read out of that
//! record as a whole, so there is nothing left to decide when it meets the row.

use std::collections::BTreeMap;

use jiff::Timestamp;
use retell_webhook::CallLifecycle;
use serde_json::{Map, Value};

use super::{CallStatus, CallType, Conflict, Scenario, Utterance};

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
    /// What Retell has told of the call so far; `None` if the report is not out of Retell's mouth.
    pub record: Option<CallLifecycle>,
    /// What it says.
    pub facts: Facts,
}

impl Facts {
    /// Takes in what a report says. What it does not say stays, and the status only moves forward.
    pub fn renew(&mut self, report: Self) {
        self.status = self.status.max(report.status);
        renew(&mut self.driver_name, report.driver_name);
        renew(&mut self.driver_phone, report.driver_phone);
        renew(&mut self.load_number, report.load_number);
        renew(&mut self.variables, report.variables);
        renew(&mut self.started_at, report.started_at);
        renew(&mut self.ended_at, report.ended_at);
        renew(&mut self.duration_ms, report.duration_ms);
        renew(&mut self.disconnection_reason, report.disconnection_reason);
        renew(&mut self.recording_url, report.recording_url);
        renew(&mut self.transcript, report.transcript);
        renew(&mut self.call_analysis, report.call_analysis);
        renew(&mut self.result, report.result);
    }
}

fn renew<T>(old: &mut Option<T>, new: Option<T>) {
    if new.is_some() {
        *old = new;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_renews_what_it_says_and_nothing_else() {
        let mut facts = Facts {
            status: Some(CallStatus::Ended),
            driver_name: Some("Ana".into()),
            load_number: Some("1".into()),
            ..Facts::default()
        };
        facts.renew(Facts {
            status: Some(CallStatus::Updated),
            load_number: Some("2".into()),
            duration_ms: Some(9000),
            ..Facts::default()
        });
        let expected = Facts {
            status: Some(CallStatus::Ended),
            driver_name: Some("Ana".into()),
            load_number: Some("2".into()),
            duration_ms: Some(9000),
            ..Facts::default()
        };
        assert_eq!(facts, expected);
    }
}
