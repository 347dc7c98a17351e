//! What Retell says about a call when it is over.

use retell_client::models::{
    Call, CallAnalysis, CallCost, CallStatus, DisconnectionReason, Latency, LatencyStats, Number,
    ProductCost, Role, UserSentiment,
};

use crate::conversation::{Conversation, Ending};

/// Writes down how the call ended and what was said. Times are milliseconds of the call, from its start.
pub(crate) fn conclude(call: &mut Call, ending: &Ending, conversation: Option<&Conversation>, ended_ms: u64) {
    call.call_status = status_of(&ending.reason);
    call.disconnection_reason = Some(ending.reason.clone());
    if let Some(destination) = &ending.transfer_destination {
        call.transfer_destination = destination.as_str().into();
    }
    let Some((start, conversation)) = call.start_timestamp.zip(conversation) else {
        return;
    };
    let duration = i64::try_from(ended_ms).unwrap_or(i64::MAX);
    call.end_timestamp = Some(start.saturating_add(duration));
    call.duration_ms = Some(duration);
    let transcript = conversation.transcript();
    call.transcript = Some(transcript.text());
    call.transcript_object = Some(transcript.utterances());
    call.transcript_with_tool_calls = Some(transcript.items().to_vec());
    call.call_cost = Some(cost(ended_ms as f64 / 1_000.0));
    let mut latency = Latency::default();
    latency.e2e = stats(conversation.latencies_ms()).map(Box::new);
    call.latency = Some(latency);
}

fn status_of(reason: &DisconnectionReason) -> CallStatus {
    match reason {
        DisconnectionReason::DialNoAnswer
        | DisconnectionReason::DialBusy
        | DisconnectionReason::DialFailed => CallStatus::NotConnected,
        reason if reason.as_str().starts_with("error_") => CallStatus::Error,
        _ => CallStatus::Ended,
    }
}

/// Twelve cents a minute, as a simple plan might have it.
fn cost(seconds: f64) -> CallCost {
    const CENTS_A_SECOND: f64 = 0.2;
    let cents = (seconds * CENTS_A_SECOND * 1_000.0).round() / 1_000.0;
    let product = ProductCost::new()
        .product("simulated_voice")
        .cost(cents)
        .unit_price(CENTS_A_SECOND);
    CallCost::new()
        .combined_cost(cents)
        .product_costs([product])
        .total_duration_seconds(seconds.ceil())
        .total_duration_unit_price(CENTS_A_SECOND)
}

/// Percentiles of some milliseconds; none of nothing.
pub(crate) fn stats(values: &[f64]) -> Option<LatencyStats> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (min, max) = (*sorted.first()?, *sorted.last()?);
    let at = |share: f64| {
        sorted
            .get(((sorted.len() as f64 * share).ceil() as usize).max(1) - 1)
            .map(|ms| Number::from(*ms))
    };
    let mut stats = LatencyStats::default();
    stats.p50 = at(0.5);
    stats.p90 = at(0.9);
    stats.p95 = at(0.95);
    stats.p99 = at(0.99);
    stats.min = Some(min.into());
    stats.max = Some(max.into());
    stats.num = Some((sorted.len() as f64).into());
    stats.values = Some(values.iter().copied().map(Number::from).collect());
    Some(stats)
}

/// The post-call analysis, from the transcript alone.
pub(crate) fn analyse(call: &Call, in_voicemail: bool) -> CallAnalysis {
    let turns = call.utterances().iter().filter(|u| u.role == Role::User).count();
    let connected = call.start_timestamp.is_some();
    let reason = call.disconnection_reason.clone().unwrap_or_default();
    let mut analysis = CallAnalysis::default();
    analysis.in_voicemail = connected.then_some(in_voicemail);
    analysis.user_sentiment = Some(sentiment(call, turns));
    analysis.call_successful = Some(
        !in_voicemail
            && turns > 0
            && matches!(
                reason,
                DisconnectionReason::AgentHangup | DisconnectionReason::CallTransfer
            ),
    );
    analysis.call_summary = Some(match (connected, turns) {
        (false, _) => "The call was not connected.".to_owned(),
        (true, 0) => "The agent called about a load; the driver did not say anything.".to_owned(),
        (true, _) if in_voicemail => "The call reached a voicemail box.".to_owned(),
        (true, _) => {
            let ending = match reason {
                DisconnectionReason::AgentHangup => "The agent ended the call.",
                DisconnectionReason::CallTransfer => "The call was transferred.",
                DisconnectionReason::UserHangup => "The driver hung up.",
                _ => "The call ended early.",
            };
            format!("The agent called about a load and the driver answered {turns} times. {ending}")
        }
    });
    analysis
}

fn sentiment(call: &Call, turns: usize) -> UserSentiment {
    const SOUR: &[&str] = &[
        "leave me alone",
        "whatever",
        "stop calling",
        "none of your",
        "ain't telling",
        "damn",
    ];
    const SWEET: &[&str] = &["thanks", "thank you", "all good", "going good", "doing fine"];
    if turns == 0 {
        return UserSentiment::Undetermined;
    }
    let said = |words: &[&str]| {
        let user = call.utterances().iter().filter(|u| u.role == Role::User);
        user.filter(|u| words.iter().any(|word| u.content.contains(word)))
            .count()
    };
    match (said(SOUR), said(SWEET)) {
        (sour, sweet) if sour > sweet => UserSentiment::Negative,
        (sour, sweet) if sweet > sour => UserSentiment::Positive,
        _ => UserSentiment::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_taken_from_the_values() {
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        let stats = stats(&values).unwrap();
        assert_eq!(
            (stats.p50, stats.p90, stats.p99),
            (Some(50.0.into()), Some(90.0.into()), Some(99.0.into()))
        );
        assert_eq!(
            (stats.min, stats.max, stats.num),
            (Some(1.0.into()), Some(100.0.into()), Some(100.0.into()))
        );
        assert_eq!(super::stats(&[]), None);
    }

    #[test]
    fn the_status_follows_from_the_reason() {
        assert_eq!(status_of(&DisconnectionReason::UserHangup), CallStatus::Ended);
        assert_eq!(
            status_of(&DisconnectionReason::ErrorUserNotJoined),
            CallStatus::Error
        );
        assert_eq!(
            status_of(&DisconnectionReason::DialNoAnswer),
            CallStatus::NotConnected
        );
    }
}
