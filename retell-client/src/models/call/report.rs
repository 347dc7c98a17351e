//! What Retell reports about a call when it is over: analysis, cost, latency, tokens.

use serde_json::Value;

use crate::models::{Nullable, Number, UserSentiment, macros::model};

model! {
    /// What post-call analysis found.
    CallAnalysis shows(user_sentiment, call_successful, in_voicemail) {
        ..
        /// The call in a few sentences.
        call_summary: Option<String>,
        /// Mood of the person.
        user_sentiment: Option<UserSentiment>,
        /// Whether the agent did what it set out to do.
        call_successful: Option<bool>,
        /// Whether it ended in a voicemail box.
        in_voicemail: Option<bool>,
        /// Fields configured on the agent.
        custom_analysis_data: Nullable<Value>,
    }
}

model! {
    /// What a call cost. Money is in US cents.
    CallCost shows(combined_cost, product_costs, total_duration_seconds, total_duration_unit_price) {
        ..
        /// All products together, in cents.
        combined_cost: Option<Number>,
        /// Each product.
        product_costs: Option<Vec<ProductCost>>,
        /// Seconds charged.
        total_duration_seconds: Option<Number>,
        /// Cents a second, all products together.
        total_duration_unit_price: Option<Number>,
    }
}

model! {
    /// One product on the bill of a call or chat.
    ProductCost shows(product, cost, unit_price, is_transfer_leg_cost) {
        ..
        /// Name of the product.
        product: Option<String>,
        /// Cents.
        cost: Option<Number>,
        /// Cents a second.
        unit_price: Option<Number>,
        /// Whether this is for the leg after a transfer.
        is_transfer_leg_cost: Option<bool>,
    }
}

model! {
    /// How fast a call was, by part.
    Latency shows(e2e, asr, llm, llm_websocket_network_rtt, tts, knowledge_base, s2s) {
        ..
        /// From the person's last word to the agent's first.
        e2e: Option<Box<LatencyStats>>,
        /// Speech recognition.
        asr: Option<Box<LatencyStats>>,
        /// The language model, or the custom LLM.
        llm: Option<Box<LatencyStats>>,
        /// Round trip to a custom LLM's socket.
        llm_websocket_network_rtt: Option<Box<LatencyStats>>,
        /// Speech synthesis.
        tts: Option<Box<LatencyStats>>,
        /// Knowledge base look-ups.
        knowledge_base: Option<Box<LatencyStats>>,
        /// Speech-to-speech models.
        s2s: Option<Box<LatencyStats>>,
    }
}

model! {
    /// Percentiles of one latency, in milliseconds.
    LatencyStats shows(p50, p90, p95, p99, min, max, num) {
        ..
        /// Median.
        p50: Option<Number>,
        /// 90th percentile.
        p90: Option<Number>,
        /// 95th percentile.
        p95: Option<Number>,
        /// 99th percentile.
        p99: Option<Number>,
        /// Least.
        min: Option<Number>,
        /// Greatest.
        max: Option<Number>,
        /// How many were measured.
        num: Option<Number>,
        /// Each one.
        values: Option<Vec<Number>>,
    }
}

model! {
    /// Tokens used by the language model.
    LlmTokenUsage shows(average, num_requests) {
        ..
        /// Tokens a request, on average.
        average: Option<Number>,
        /// Requests made.
        num_requests: Option<Number>,
        /// Tokens of each request.
        values: Option<Vec<Number>>,
    }
}
