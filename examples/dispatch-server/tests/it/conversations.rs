//! Finding calls: filters, pages, and the CSV file.

use std::collections::BTreeMap;

use dispatch_server::calls::{CallReport, CallResult, CallStatus, CallType, Facts, Scenario, Utterance};
use dispatch_server::store::{NewCall, Store};
use futures_util::StreamExt as _;
use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use wiremock::MockServer;

use crate::desk::Desk;

/// A past call, `minutes` after midnight in Chicago on the first of November 2026.
pub(crate) fn past(
    number: usize,
    minutes: i64,
    payload: Value,
    words: &str,
) -> (NewCall, CallReport, Vec<dispatch_server::calls::TurnRow>) {
    let begin: Timestamp = "2026-11-01T05:00:00Z".parse().expect("valid");
    let created_at = begin + SignedDuration::from_mins(minutes);
    let Value::Object(payload) = payload else {
        panic!("a payload is an object")
    };
    let call = NewCall {
        id: format!("past-{number}"),
        agent_id: String::new(),
        driver_name: format!("Driver {}", number % 7),
        driver_phone: Some(format!("+1555{number:07}")),
        load_number: format!("{}-{}", 1000 + number % 50, ["A", "B"][number % 2]),
        call_type: CallType::Phone,
        variables: BTreeMap::new(),
        simulated: false,
        created_at,
    };
    let emergency = payload.get("call_outcome").and_then(Value::as_str) == Some("Emergency Escalation");
    let report = CallReport {
        provider_call_id: format!("call-past-{number}"),
        own_id: Some(call.id.clone()),
        provider_agent_id: None,
        call_type: CallType::Phone,
        simulated: false,
        record: None,
        facts: Facts {
            status: Some(CallStatus::Ended),
            started_at: Some(created_at),
            ended_at: Some(created_at + SignedDuration::from_secs(60)),
            duration_ms: Some(1000 * (i64::try_from(number).expect("small") + 1)),
            disconnection_reason: Some("agent_hangup".to_owned()),
            transcript: Some(vec![Utterance {
                role: "user".into(),
                content: words.into(),
                start: None,
                end: None,
            }]),
            result: Some(CallResult {
                delay_minutes: payload.get("delay_minutes").and_then(Value::as_i64),
                scenario: Some(if emergency {
                    Scenario::Emergency
                } else {
                    Scenario::Dispatch
                }),
                payload,
                conflicts: Vec::new(),
            }),
            ..Facts::default()
        },
    };
    (call, report, Vec::new())
}

/// Writes past calls of the default agent.
pub(crate) async fn write(
    store: &dyn Store,
    mut calls: Vec<(NewCall, CallReport, Vec<dispatch_server::calls::TurnRow>)>,
) {
    let agent = store.agents().await.expect("agents").remove(0);
    for (call, _, _) in &mut calls {
        call.agent_id.clone_from(&agent.id);
    }
    store.import(&calls).await.expect("written");
}

fn outcome(outcome: &str, status: &str, place: &str) -> Value {
    json!({"call_outcome": outcome, "driver_status": status, "current_location": place, "eta": "N/A", "delay_reason": "None"})
}

async fn desk() -> (MockServer, Desk) {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let calls = vec![
        past(
            0,
            0,
            outcome("In-Transit Update", "Driving", "I-80 near Joliet"),
            "rolling along just fine",
        ),
        past(
            1,
            60,
            outcome("In-Transit Update", "Delayed", "I-94 near Tomah"),
            "stuck in traffic señor",
        ),
        past(
            2,
            24 * 60,
            outcome("Arrival Confirmation", "Arrived", "receiver"),
            "just pulled in",
        ),
        past(
            3,
            25 * 60,
            outcome("Emergency Escalation", "Unknown", "mile marker 88"),
            "i been rear ended",
        ),
        past(
            4,
            25 * 60,
            outcome("Voicemail", "Unknown", "N/A"),
            "leave a message 100%",
        ),
    ];
    write(&*desk.server.state().store, calls).await;
    (retell, desk)
}

async fn found(desk: &Desk, query: &str) -> Vec<String> {
    let (status, page) = desk.get(&format!("/api/v1/conversations?{query}")).await;
    assert_eq!(status, StatusCode::OK, "{query}: {page}");
    let ids = |item: &Value| {
        item["id"]
            .as_str()
            .expect("an id")
            .trim_start_matches("past-")
            .to_owned()
    };
    let items: Vec<String> = page["items"].as_array().expect("items").iter().map(ids).collect();
    assert_eq!(
        page["total"],
        items.len(),
        "{query}: the count is of the same filter"
    );
    let csv = desk
        .request(Method::GET, &format!("/api/v1/conversations/export.csv?{query}"))
        .send()
        .await;
    let csv = csv.expect("an answer").text().await.expect("a body");
    assert_eq!(csv.lines().count(), items.len() + 1, "{query}: so is the file");
    items
}

#[tokio::test]
async fn one_filter_drives_list_count_and_file() {
    let (_retell, desk) = desk().await;
    let cases: &[(&str, &[&str])] = &[
        ("", &["4", "3", "2", "1", "0"]),
        ("q=joliet", &["0"]),
        ("q=JOLI", &["0"]),
        ("q=senor", &["1"]),
        ("q=rear+ended", &["3"]),
        ("q=driver+1001", &["1"]),
        ("q=1003-B", &["3"]),
        ("q=arrival+confirmation", &["2"]),
        ("q=%22%29+OR+1", &[]),
        ("q=user", &[]),
        ("driver_name=driver+2", &["2"]),
        ("driver_name=%25", &[]),
        ("load_number=-b", &["3", "1"]),
        ("status=ended", &["4", "3", "2", "1", "0"]),
        ("status=live", &[]),
        ("status=delayed", &["1"]),
        ("status=Unknown", &["4", "3"]),
        ("status=Emergency+Escalation", &["3"]),
        ("date_from=2026-11-02", &["4", "3"]),
        ("date_to=2026-11-01", &["2", "1", "0"]),
        (
            "date_from=2026-11-01T06:00:00Z&date_to=2026-11-01T06:00:00Z",
            &["1"],
        ),
        (
            "date_from=2026-11-01T06:00:00%2B00:00&date_to=2026-11-01",
            &["2", "1"],
        ),
        (
            "q=traffic&status=Delayed&driver_name=1&load_number=1001&date_from=2026-11-01",
            &["1"],
        ),
        ("q=traffic&status=Driving", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&desk, query).await, *expected, "{query}");
    }
}

#[tokio::test]
async fn pages_follow_each_other_and_bad_ones_are_named() {
    let (_retell, desk) = desk().await;
    let mut seen = Vec::new();
    for page in 1..=3 {
        let (_, found) = desk
            .get(&format!("/api/v1/conversations?limit=2&page={page}"))
            .await;
        assert_eq!(
            (&found["page"], &found["limit"], &found["total"]),
            (&json!(page), &json!(2), &json!(5))
        );
        seen.extend(
            found["items"]
                .as_array()
                .expect("items")
                .iter()
                .map(|i| i["id"].clone()),
        );
    }
    assert_eq!(seen, ["past-4", "past-3", "past-2", "past-1", "past-0"]);
    let (_, beyond) = desk.get("/api/v1/conversations?page=9").await;
    assert_eq!((&beyond["items"], &beyond["total"]), (&json!([]), &json!(5)));
    for (query, pointer) in [
        ("page=0", "?page"),
        ("page=-1", "?page"),
        ("limit=0", "?limit"),
        ("limit=201", "?limit"),
        ("limit=many", "?limit"),
        ("status=asleep", "?status"),
        ("date_from=2026-13-01", "?date_from"),
        ("date_to=soon", "?date_to"),
        ("date_from=2026-11-02&date_to=2026-11-01", "?date_to"),
        ("driver=Mike", "?driver"),
    ] {
        let (status, problem) = desk.get(&format!("/api/v1/conversations?{query}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{query}");
    }
}

#[tokio::test]
async fn results_of_a_load_newest_first() {
    let (_retell, desk) = desk().await;
    let again = past(
        52,
        48 * 60,
        outcome("Arrival Confirmation", "Arrived", "receiver"),
        "here again",
    );
    write(&*desk.server.state().store, vec![again]).await;
    let (_, results) = desk.get("/api/v1/results?load_number=1002-A").await;
    let ids: Vec<_> = results["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["id"].clone())
        .collect();
    assert_eq!(ids, ["past-52", "past-2"]);
    assert_eq!(
        results["items"][0]["structured_payload"]["call_outcome"],
        "Arrival Confirmation"
    );
    assert_eq!(
        desk.get("/api/v1/results?load_number=none").await.1["items"],
        json!([])
    );
    assert_eq!(
        desk.get("/api/v1/results").await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn five_thousand_rows_are_streamed_and_none_is_a_formula() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let mut calls: Vec<_> = (0..5000)
        .map(|i| {
            past(
                i,
                i64::try_from(i).expect("small"),
                outcome("In-Transit Update", "Driving", "a, \"b\"\nc"),
                "x",
            )
        })
        .collect();
    calls[4999].0.driver_name = "=cmd|'/c calc'!A0".to_owned();
    calls[4998].0.load_number = "@SUM(1)".to_owned();
    write(&*desk.server.state().store, calls).await;
    let response = desk
        .request(Method::GET, "/api/v1/conversations/export.csv")
        .send()
        .await
        .expect("an answer");
    assert_eq!(response.headers()["content-type"], "text/csv; charset=utf-8");
    let disposition = response.headers()["content-disposition"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(
        disposition.starts_with("attachment; filename=\"conversations-") && disposition.ends_with(".csv\"")
    );
    assert!(
        response.headers().get("content-length").is_none(),
        "it is not built first"
    );
    let mut pieces = 0;
    let mut csv = Vec::new();
    let mut body = response.bytes_stream();
    while let Some(piece) = body.next().await {
        csv.extend_from_slice(&piece.expect("a piece"));
        pieces += 1;
    }
    assert!(pieces > 1, "one piece");
    let mut reader = csv::Reader::from_reader(&csv[..]);
    let header = reader.headers().expect("a header").clone();
    assert_eq!(
        (header.get(0), header.get(2), header.get(20)),
        (Some("id"), Some("driver_name"), Some("simulated"))
    );
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 5000);
    assert_eq!(rows[0].get(2), Some("'=cmd|'/c calc'!A0"));
    assert_eq!(rows[1].get(4), Some("'@SUM(1)"));
    assert_eq!(rows[2].get(3), Some("'+15550004997"), "a number is text");
    assert_eq!(rows[4999].get(10), Some("a, \"b\"\nc"));
    let mut ids: Vec<_> = rows.iter().filter_map(|row| row.get(0)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 5000, "no row twice");
}
