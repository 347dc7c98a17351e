//! The numbers a host keeps about its calls, by way of the `metrics` facade.

use metrics::{Unit, counter, describe_counter, describe_histogram, histogram};

use super::{Observer, TurnReport};
use crate::{CallContext, EndReason, Outcome};

/// Counts calls, turns and rejected frames with the `metrics` facade; which exporter is installed is the host's affair.
///
/// | name | kind | labels | what |
/// |---|---|---|---|
/// | `retell_llm_calls_total` | counter | `resumed` (`true`, `false`) | sockets whose call became known |
/// | `retell_llm_calls_ended_total` | counter | `reason` (below) | sockets that ended |
/// | `retell_llm_call_seconds` | histogram, seconds | | how long a socket was open |
/// | `retell_llm_turns_total` | counter | `kind` (`begin`, `response`, `reminder`), `end` (`completed`, `fallback`, `superseded`, `abandoned`) | responses |
/// | `retell_llm_turn_first_words_seconds` | histogram, seconds | `kind` | from the request to the first words, holding phrase included |
/// | `retell_llm_turn_completed_seconds` | histogram, seconds | `kind` | from the request to the completing frame |
/// | `retell_llm_turn_chunks` | histogram | `kind` | frames sent for a response |
/// | `retell_llm_rejected_frames_total` | counter | | frames that could not be read, or only in part |
///
/// `reason` is one of `closed`, `lost`, `idle`, `replaced`, `drained`, `binary_frame`, `oversize`, `flood`, `refused`,
/// `too_long`, `no_policy`. A turn is `abandoned` when the call ended in its middle. No label holds a call's id, a name, a number or a word, so the number
/// of series is fixed. A call whose future is dropped in its middle ends uncounted; how many calls are open now is not
/// counted here for that reason.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct MetricsObserver;

impl MetricsObserver {
    /// An observer that counts with the recorder that is installed; describes the names to it. Install the recorder
    /// first.
    pub fn new() -> Self {
        describe_counter!("retell_llm_calls_total", "Sockets whose call became known");
        describe_counter!("retell_llm_calls_ended_total", "Sockets that ended, by reason");
        describe_histogram!(
            "retell_llm_call_seconds",
            Unit::Seconds,
            "How long a socket was open"
        );
        describe_counter!(
            "retell_llm_turns_total",
            "Responses, by what was asked for and how they ended"
        );
        describe_histogram!(
            "retell_llm_turn_first_words_seconds",
            Unit::Seconds,
            "From the request to the first words"
        );
        describe_histogram!(
            "retell_llm_turn_completed_seconds",
            Unit::Seconds,
            "From the request to the completing frame"
        );
        describe_histogram!("retell_llm_turn_chunks", "Frames sent for a response");
        describe_counter!(
            "retell_llm_rejected_frames_total",
            "Frames that could not be read, or only in part"
        );
        Self
    }
}

impl Observer for MetricsObserver {
    fn call_began(&self, call: &CallContext) {
        let resumed = if call.resumed { "true" } else { "false" };
        counter!("retell_llm_calls_total", "resumed" => resumed).increment(1);
    }

    fn turn_finished(&self, _call: &CallContext, report: &TurnReport) {
        let kind = report.kind.as_str();
        counter!("retell_llm_turns_total", "kind" => kind, "end" => end(report)).increment(1);
        if let Some(first_words) = report.first_chunk {
            histogram!("retell_llm_turn_first_words_seconds", "kind" => kind).record(first_words);
        }
        if let Some(completed) = report.completed {
            histogram!("retell_llm_turn_completed_seconds", "kind" => kind).record(completed);
        }
        histogram!("retell_llm_turn_chunks", "kind" => kind).record(report.chunks);
    }

    fn bad_frame(&self, _call: &CallContext) {
        counter!("retell_llm_rejected_frames_total").increment(1);
    }

    fn call_ended(&self, _call: &CallContext, outcome: &Outcome) {
        counter!("retell_llm_calls_ended_total", "reason" => reason(outcome.reason)).increment(1);
        histogram!("retell_llm_call_seconds").record(outcome.duration);
    }
}

/// How a response ended.
fn end(report: &TurnReport) -> &'static str {
    if report.fallback {
        "fallback"
    } else if report.superseded {
        "superseded"
    } else if report.completed.is_some() {
        "completed"
    } else {
        "abandoned"
    }
}

fn reason(reason: EndReason) -> &'static str {
    match reason {
        EndReason::Closed { .. } => "closed",
        EndReason::Lost => "lost",
        EndReason::Idle => "idle",
        EndReason::Replaced => "replaced",
        EndReason::Drained => "drained",
        EndReason::BinaryFrame => "binary_frame",
        EndReason::Oversize => "oversize",
        EndReason::TooLong => "too_long",
        EndReason::Flood => "flood",
        EndReason::Refused(_) => "refused",
        EndReason::NoPolicy => "no_policy",
    }
}
