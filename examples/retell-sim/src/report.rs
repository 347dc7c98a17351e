//! What the simulator knows about a call beyond what Retell would tell.

use std::time::Duration;

use retell_client::models::Call;

/// A simulated call: what get-call answers, and what only the simulator can know.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CallReport {
    /// The call, as `GET /v2/get-call` answers it.
    pub call: Call,
    /// Rules of the socket protocol the application broke, one sentence each; empty is right.
    pub violations: Vec<String>,
    /// Each request for an answer, in order; id 0 is the begin message.
    pub turns: Vec<TurnTiming>,
    /// How often the LLM socket was dialled again after it was lost.
    pub reconnects: u32,
    /// Each webhook, in the order of the events.
    pub webhooks: Vec<DeliveryReport>,
    /// The call has ended and every webhook was delivered or given up.
    pub over: bool,
}

/// How long the application took for one answer, in real time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TurnTiming {
    /// Which request; 0 is the begin message.
    pub response_id: u64,
    /// From the request to the first chunk; `None` when none came.
    pub first_chunk: Option<Duration>,
    /// From the request to the chunk that completed it; `None` when it was superseded first or never completed.
    pub completed: Option<Duration>,
}

/// What became of one webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryReport {
    /// The event, such as `call_ended`.
    pub event: String,
    /// How often it was sent so far.
    pub attempts: u32,
    /// The last HTTP status; `None` when no answer came.
    pub final_status: Option<u16>,
    /// A 2xx answer came.
    pub delivered: bool,
    /// From sending to the answer, at the last attempt, in real time; `None` when no answer came.
    pub answered_after: Option<Duration>,
}
