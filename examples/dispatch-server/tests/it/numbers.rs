//! Cards and charts.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wiremock::MockServer;

use crate::conversations::{past, write};
use crate::desk::Desk;

fn payload(outcome: &str, status: &str, delay: Option<i64>, reason: &str) -> Value {
    let mut payload = json!({"call_outcome": outcome, "driver_status": status, "delay_reason": reason});
    if let Some(delay) = delay {
        payload["delay_minutes"] = json!(delay);
    }
    payload
}

#[tokio::test]
async fn numbers_follow_the_rules() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let (_, empty) = desk.get("/api/v1/metrics").await;
    assert_eq!(
        empty,
        json!({"total_calls": 0, "arrivals": 0, "delays": 0, "emergencies": 0, "avg_delay_minutes": null, "live_calls": 0})
    );

    let day = 24 * 60;
    let calls = vec![
        past(0, 10, payload("In-Transit Update", "Driving", None, "None"), "a"),
        past(
            1,
            20,
            payload("In-Transit Update", "Delayed", Some(30), "Traffic"),
            "a",
        ),
        past(
            2,
            30,
            payload("In-Transit Update", "Delayed", None, "Weather"),
            "a",
        ),
        past(
            3,
            day + 90,
            payload("Arrival Confirmation", "Arrived", Some(60), "Traffic"),
            "a",
        ),
        past(
            4,
            day + 100,
            payload("Arrival Confirmation", "Arrived", Some(0), "None"),
            "a",
        ),
        past(
            5,
            3 * day,
            payload("Emergency Escalation", "Unknown", None, "None"),
            "a",
        ),
    ];
    write(&*desk.server.state().store, calls).await;
    let (_, cards) = desk.get("/api/v1/metrics").await;
    assert_eq!(
        cards,
        json!({"total_calls": 6, "arrivals": 2, "delays": 3, "emergencies": 1, "avg_delay_minutes": 45.0, "live_calls": 0})
    );

    // The card and the list behind it are one set.
    let (_, late) = desk.get("/api/v1/conversations?status=delays").await;
    assert_eq!(late["total"], cards["delays"]);
    let late: Vec<_> = late["items"].as_array().expect("items").iter().collect();
    assert!(
        late.iter()
            .all(|call| call["driver_status"] == "Delayed" || call["delay_minutes"].as_i64() > Some(0)),
        "{late:?}"
    );

    let (_, charts) = desk
        .get("/api/v1/analytics?date_from=2026-11-01&date_to=2026-11-04")
        .await;
    let days: Vec<_> = charts["days"]
        .as_array()
        .expect("days")
        .iter()
        .map(|d| {
            (
                d["date"].as_str().unwrap_or("?"),
                d["calls"].clone(),
                d["delays"].clone(),
                d["arrivals"].clone(),
            )
        })
        .collect();
    let n = |n: i64| json!(n);
    // The first of November 2026 has 25 hours in Chicago.
    assert_eq!(
        days,
        [
            ("2026-11-01", n(3), n(2), n(0)),
            ("2026-11-02", n(2), n(1), n(2)),
            ("2026-11-03", n(1), n(0), n(0)),
            ("2026-11-04", n(0), n(0), n(0))
        ]
    );
    assert_eq!(
        charts["outcomes"][0],
        json!({"name": "In-Transit Update", "count": 3})
    );
    assert_eq!(
        charts["delay_reasons"],
        json!([{"name": "Traffic", "count": 2}, {"name": "Weather", "count": 1}])
    );
    assert_eq!(
        charts["end_reasons"],
        json!([{"name": "agent_hangup", "count": 6}])
    );
    assert_eq!(
        charts["duration_ms"],
        json!({"p50": 3000.0, "p90": 6000.0, "p99": 6000.0, "count": 6})
    );
    assert_eq!(charts["turn_latency_ms"], Value::Null);
    let (status, problem) = desk
        .get("/api/v1/analytics?date_from=2024-01-01&date_to=2026-01-01")
        .await;
    assert_eq!(
        (status, &problem["errors"][0]["pointer"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("?date_from"))
    );
}
