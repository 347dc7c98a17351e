//! What a contestant is asked to do, and what it must have read to have done it.

use retell_client::models::Call;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::retell;

/// Something done over and over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Reads a page of calls.
    List,
    /// Reads one call, whole.
    Retrieve,
    /// Finds the signature of a webhook right.
    Verify,
    /// The same, and reads the webhook.
    Receive,
    /// Finds the signature of a webhook wrong.
    Refuse,
}

impl Operation {
    /// Whether it is a request to the API, and not done with a webhook.
    #[must_use]
    pub fn is_rest(self) -> bool {
        matches!(self, Self::List | Self::Retrieve)
    }
}

/// One line to a contestant, as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Task {
    /// What to do.
    pub operation: Operation,
    /// The webhook as it came in; empty for requests.
    pub body: String,
    /// What stands in its header.
    pub signature: String,
    /// How often to do it before it counts: what is loaded, compiled and connected by then is not measured.
    pub warm_up: u64,
    /// How often to do it.
    pub times: u64,
}

/// What was read, over all times: whoever reads less has not done the task.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Calls of a page, words of a call's transcript, signatures that were judged rightly.
    pub items: u64,
    /// Length of all calls read.
    pub duration_ms: u64,
}

impl Seen {
    /// The same, so many times.
    #[must_use]
    pub fn times(self, times: u64) -> Self {
        Self {
            items: self.items * times,
            duration_ms: self.duration_ms * times,
        }
    }

    /// What is in a call.
    #[must_use]
    pub fn in_call(call: &Value) -> Self {
        let said = call["transcript_object"].as_array();
        let words = said
            .into_iter()
            .flatten()
            .filter_map(|utterance| utterance["words"].as_array());
        Self {
            items: words.map(|words| words.len() as u64).sum(),
            duration_ms: call["duration_ms"].as_u64().unwrap_or_default(),
        }
    }

    /// What is on a page.
    #[must_use]
    pub fn on_page(page: &Value) -> Self {
        let calls = page["items"].as_array();
        calls
            .into_iter()
            .flatten()
            .fold(Self::default(), |seen, call| Self {
                items: seen.items + 1,
                duration_ms: seen.duration_ms + call["duration_ms"].as_u64().unwrap_or_default(),
            })
    }

    /// A signature judged rightly.
    pub const JUDGED: Self = Self {
        items: 1,
        duration_ms: 0,
    };
}

/// What is measured: a row of the tables.
#[derive(Debug, Clone)]
pub struct Work {
    /// Its name.
    pub name: String,
    /// What is done.
    pub operation: Operation,
    /// The webhook it is done with.
    pub body: String,
    /// How often in one run.
    pub times: u64,
    /// What is read each time.
    pub seen: Seen,
}

impl Work {
    /// The task, with a signature of this moment.
    #[must_use]
    pub fn task(&self) -> Task {
        let key = match self.operation {
            Operation::Refuse => "key_of_somebody_else",
            _ => retell::KEY,
        };
        let now_ms = jiff::Timestamp::now().as_millisecond();
        Task {
            operation: self.operation,
            signature: retell_webhook::sign(key, self.body.as_bytes(), now_ms),
            body: self.body.clone(),
            warm_up: self.times.div_ceil(2),
            times: self.times,
        }
    }
}

/// Everything that is measured; in a smoke run each a few times only.
#[must_use]
pub fn all(smoke: bool) -> Vec<Work> {
    let times = |times: u64| if smoke { 2 } else { times };
    let json = |call: &Call| serde_json::to_value(call).expect("a call is JSON");
    let (page, call) = (retell::page(), json(&retell::spoken_call()));
    let size = |text: &str| text.len() / 1000;
    let mut works = vec![
        Work {
            name: format!("page of {} calls, {} kB", retell::PAGE, size(&page.to_string())),
            operation: Operation::List,
            body: String::new(),
            times: times(20),
            seen: Seen::on_page(&page),
        },
        Work {
            name: format!("one call, {} kB", size(&call.to_string())),
            operation: Operation::Retrieve,
            body: String::new(),
            times: times(200),
            seen: Seen::in_call(&call),
        },
    ];
    // Utterances so many that a small, a usual and a large webhook come of them.
    let bodies = [(0, 20_000), (14, 4_000), (75, 800)];
    for (what, operation) in [
        ("verify", Operation::Verify),
        ("verify and read", Operation::Receive),
        ("refuse", Operation::Refuse),
    ] {
        for (utterances, often) in bodies {
            let body = retell::call_analyzed(utterances);
            works.push(Work {
                name: format!("{what}, {} kB", size(&body)),
                operation,
                times: times(often),
                seen: match operation {
                    Operation::Receive => Seen::in_call(&json(&retell::whole_call(utterances))),
                    _ => Seen::JUDGED,
                },
                body,
            });
        }
    }
    works
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webhooks_are_small_usual_and_large() {
        let works = all(true);
        let bytes: Vec<usize> = works
            .iter()
            .filter(|work| work.operation == Operation::Verify)
            .map(|work| work.body.len())
            .collect();
        let near = |wanted: usize, found: usize| found.abs_diff(wanted) <= wanted / 5;
        assert!(
            matches!(bytes[..], [small, usual, large] if near(2_000, small) && near(20_000, usual) && near(100_000, large)),
            "{bytes:?}"
        );
    }

    #[test]
    fn everything_there_is_to_read_is_counted() {
        for work in all(true) {
            let seen = work.seen;
            assert!(
                seen.items > 0 || work.name.starts_with("verify and read, 2"),
                "{}",
                work.name
            );
            let reads = work.operation.is_rest() || work.operation == Operation::Receive;
            assert_eq!(seen.duration_ms > 0, reads, "{}", work.name);
        }
    }
}
