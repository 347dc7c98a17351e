//! A call as one would write it by hand from one answer of Retell's: these fields and no thought for others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Serialize, Deserialize)]
pub(super) struct Call {
    call_id: String,
    agent_id: String,
    agent_version: u32,
    agent_name: String,
    call_type: String,
    call_status: String,
    direction: String,
    from_number: String,
    to_number: String,
    start_timestamp: i64,
    end_timestamp: i64,
    duration_ms: i64,
    disconnection_reason: String,
    telephony_identifier: BTreeMap<String, String>,
    recording_url: String,
    recording_multi_channel_url: String,
    public_log_url: String,
    data_storage_setting: String,
    opt_in_signed_url: bool,
    metadata: Value,
    retell_llm_dynamic_variables: BTreeMap<String, String>,
    collected_dynamic_variables: BTreeMap<String, String>,
    call_cost: Cost,
    latency: BTreeMap<String, Latency>,
    llm_token_usage: Usage,
    call_analysis: Analysis,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript_object: Option<Vec<Utterance>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript_with_tool_calls: Option<Vec<Utterance>>,
}

#[derive(Serialize, Deserialize)]
struct Cost {
    combined_cost: f64,
    total_duration_seconds: f64,
    total_duration_unit_price: f64,
    product_costs: Vec<ProductCost>,
}

#[derive(Serialize, Deserialize)]
struct ProductCost {
    product: String,
    cost: f64,
    unit_price: f64,
}

#[derive(Serialize, Deserialize)]
struct Latency {
    p50: f64,
    p90: f64,
    p95: f64,
    p99: f64,
    min: f64,
    max: f64,
    num: u32,
}

#[derive(Serialize, Deserialize)]
struct Usage {
    average: f64,
    num_requests: u32,
    values: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
struct Analysis {
    call_summary: String,
    user_sentiment: String,
    call_successful: bool,
    in_voicemail: bool,
    custom_analysis_data: BTreeMap<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct Utterance {
    role: String,
    content: String,
    words: Vec<Word>,
}

#[derive(Serialize, Deserialize)]
struct Word {
    word: String,
    start: f64,
    end: f64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Page {
    items: Vec<Call>,
    has_more: bool,
}

/// What is sent to have a driver called.
#[derive(Serialize)]
pub(super) struct Dial<'a> {
    pub(super) from_number: &'a str,
    pub(super) to_number: &'a str,
    pub(super) override_agent_id: &'a str,
    pub(super) retell_llm_dynamic_variables: BTreeMap<&'a str, &'a str>,
}
