//! What Retell reports about a call when it is over: analysis, cost, latency, tokens.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::models::{UserSentiment, lenient, macros::quiet_debug};

/// What post-call analysis found.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallAnalysis {
    /// The call in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_summary: Option<String>,
    /// Mood of the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_sentiment: Option<UserSentiment>,
    /// Whether the agent did what it set out to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_successful: Option<bool>,
    /// Whether it ended in a voicemail box.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_voicemail: Option<bool>,
    /// Fields configured on the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_analysis_data: Option<Value>,
}

quiet_debug!(CallAnalysis {
    user_sentiment,
    call_successful,
    in_voicemail
});

/// What a call cost. Money is in US cents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallCost {
    /// All products together, in cents.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub combined_cost: f64,
    /// Each product.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub product_costs: Vec<ProductCost>,
    /// Seconds charged.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub total_duration_seconds: f64,
    /// Cents a second, all products together.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub total_duration_unit_price: f64,
}

/// One product on the bill of a call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductCost {
    /// Name of the product.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub product: String,
    /// Cents.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub cost: f64,
    /// Cents a second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<f64>,
    /// Whether this is for the leg after a transfer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_transfer_leg_cost: Option<bool>,
}

/// How fast a call was, by part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Latency {
    /// From the person's last word to the agent's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e2e: Option<LatencyStats>,
    /// Speech recognition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asr: Option<LatencyStats>,
    /// The language model, or the custom LLM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub llm: Option<LatencyStats>,
    /// Round trip to a custom LLM's socket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub llm_websocket_network_rtt: Option<LatencyStats>,
    /// Speech synthesis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tts: Option<LatencyStats>,
    /// Knowledge base look-ups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knowledge_base: Option<LatencyStats>,
    /// Speech-to-speech models.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub s2s: Option<LatencyStats>,
}

/// Percentiles of one latency, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LatencyStats {
    /// Median.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p50: Option<f64>,
    /// 90th percentile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p90: Option<f64>,
    /// 95th percentile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p95: Option<f64>,
    /// 99th percentile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p99: Option<f64>,
    /// Least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Greatest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// How many were measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub num: Option<f64>,
    /// Each one.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub values: Vec<f64>,
}

/// Tokens used by the language model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LlmTokenUsage {
    /// Tokens a request, on average.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub average: f64,
    /// Requests made.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub num_requests: f64,
    /// Tokens of each request.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub values: Vec<f64>,
}
