//! Numbers over many calls.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The cards.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Metrics {
    /// Every call.
    pub total_calls: u64,
    /// Calls whose outcome is `Arrival Confirmation`.
    pub arrivals: u64,
    /// Calls whose driver is late.
    pub delays: u64,
    /// Calls whose outcome is `Emergency Escalation`.
    pub emergencies: u64,
    /// Mean delay over calls with a known delay; null when there is none.
    #[schema(required)]
    pub avg_delay_minutes: Option<f64>,
    /// Calls that are on right now.
    pub live_calls: u64,
}

/// Series and distributions over a range of days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Analytics {
    /// One entry per day, oldest first, days without calls included.
    pub days: Vec<Day>,
    /// Calls per outcome, most frequent first.
    pub outcomes: Vec<Count>,
    /// Late calls per reason, most frequent first.
    pub delay_reasons: Vec<Count>,
    /// Calls per disconnection reason, most frequent first.
    pub end_reasons: Vec<Count>,
    /// Length of calls; null when none has ended.
    #[schema(required)]
    pub duration_ms: Option<Percentiles>,
    /// Time until the agent's first words, over all answers; null when there are none.
    #[schema(required)]
    pub turn_latency_ms: Option<Percentiles>,
}

/// One day, in the server's time zone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Day {
    /// `YYYY-MM-DD`.
    #[schema(format = Date)]
    pub date: String,
    /// Every call of the day.
    pub calls: u64,
    /// Arrivals among them.
    pub arrivals: u64,
    /// Late drivers among them.
    pub delays: u64,
    /// Emergencies among them.
    pub emergencies: u64,
}

/// A name and how often it occurred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Count {
    /// What was counted.
    pub name: String,
    /// How often.
    pub count: u64,
}

/// Percentiles of a distribution (nearest rank).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Percentiles {
    /// Median.
    pub p50: f64,
    /// 90th.
    pub p90: f64,
    /// 99th.
    pub p99: f64,
    /// How many values.
    pub count: u64,
}
