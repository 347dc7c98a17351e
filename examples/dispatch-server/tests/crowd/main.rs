//! Two hundred calls at once; a program of its own, so that no other test takes the machine from it.

#[path = "../support/api.rs"]
mod api;
#[path = "../support/bench.rs"]
mod bench;

use std::time::Duration;

use futures_util::future::join_all;
use retell_sim::CallReport;
use serde_json::json;

use crate::bench::Bench;

const CALLS: usize = 200;
/// Who answers, and how such a call ends when it is understood.
const PERSONAS: [(&str, &str); 5] = [
    ("on_time", "In-Transit Update"),
    ("delayed_traffic", "In-Transit Update"),
    ("arrived", "Arrival Confirmation"),
    ("unloading_detention", "Arrival Confirmation"),
    ("emergency", "Emergency Escalation"),
];

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_calls_at_once_complete_without_an_error() {
    let bench = Bench::start(2.0).await;
    let starts = (0..CALLS).map(|number| {
        let api = bench.api.clone();
        let (persona, _) = PERSONAS[number % PERSONAS.len()];
        async move {
            api.start("Pat", &format!("CROWD-{number}"), json!({"sim_persona": persona}))
                .await
        }
    });
    let ids = join_all(starts).await;
    let reports = join_all(ids.iter().map(|id| bench.until_over(id))).await;
    let most_at_once = most_at_once(&reports);
    assert!(
        most_at_once > CALLS / 2,
        "the calls overlap: at most {most_at_once} were on at once"
    );

    for report in &reports {
        let reason = report
            .call
            .disconnection_reason
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert_eq!(report.violations, Vec::<String>::new());
        assert_eq!(report.reconnects, 0);
        assert!(
            ["user_hangup", "agent_hangup", "call_transfer"].contains(&reason.as_str()),
            "ended by {reason}"
        );
        assert!(report.webhooks.iter().all(|webhook| webhook.delivered));
    }
    let mut misunderstood = Vec::new();
    for (number, id) in ids.iter().enumerate() {
        let filed = bench.api.until_filed(id).await;
        let (persona, outcome) = PERSONAS[number % PERSONAS.len()];
        if filed["call_outcome"] != outcome {
            misunderstood.push(format!("{persona}: {:#}", filed["transcript"]));
        }
    }
    assert_eq!(misunderstood, Vec::<String>::new());
    let listed = bench
        .api
        .get("/api/v1/conversations?q=CROWD&limit=1")
        .await
        .expect("the list");
    assert_eq!(listed["total"], CALLS);
    println!("{}", figures(&reports));
    bench.stop().await;
}

/// The largest number of calls on at the same time.
fn most_at_once(reports: &[CallReport]) -> usize {
    let spans: Vec<_> = reports
        .iter()
        .map(|r| (r.call.start_timestamp, r.call.end_timestamp))
        .collect();
    let on_at = |when| {
        spans
            .iter()
            .filter(|(start, end)| *start <= when && *end > when)
            .count()
    };
    spans
        .iter()
        .map(|(start, _)| on_at(*start))
        .max()
        .unwrap_or_default()
}

fn figures(reports: &[CallReport]) -> String {
    let mut first: Vec<Duration> = reports
        .iter()
        .flat_map(|r| &r.turns)
        .filter_map(|turn| turn.first_chunk)
        .collect();
    first.sort_unstable();
    let at = |share: f64| {
        first
            .get(((first.len() - 1) as f64 * share) as usize)
            .copied()
            .unwrap_or_default()
    };
    format!(
        "{} calls, {} turns; request to first chunk: p50 {:?}, p90 {:?}, p99 {:?}",
        reports.len(),
        first.len(),
        at(0.5),
        at(0.9),
        at(0.99)
    )
}
