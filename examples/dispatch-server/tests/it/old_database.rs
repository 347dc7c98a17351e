//! A database that an earlier version has written is taken over as it is.

use std::path::Path;

use reqwest::StatusCode;
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use wiremock::MockServer;

use crate::desk::{Desk, finished, live};

/// What was there before a call's record was kept fact by fact.
const BEFORE_RECORDS: i64 = 2;

/// One call that is over, one that is on, and its end in the inbox.
async fn written_before_records(path: &Path) {
    let old = opened(path).await;
    let mut migrations = sqlx::migrate!("src/store/migrations");
    migrations
        .migrations
        .to_mut()
        .retain(|migration| migration.version <= BEFORE_RECORDS);
    migrations.run(&old).await.expect("migrated");
    let waiting = json!({"event": "call_ended", "call": finished("call_on")}).to_string();
    sqlx::query(
        "INSERT INTO agent (id, provider_agent_id, name, company_name, timezone, reminder_trigger_ms, \
         reminder_max_count, is_default, updated_at) \
         VALUES ('a1', 'agent_1', 'Night desk', 'Prairie', 'America/Chicago', 10000, 3, 1, 1790000000000)",
    )
    .execute(&old)
    .await
    .expect("an agent");
    for (id, status, known, ended_at, transcript, payload) in [
        (
            "over",
            "ended",
            5,
            Some(1_790_000_060_000_i64),
            r#"[{"role":"user","content":"unloading at the zanzibar dock"}]"#,
            Some(r#"{"call_outcome":"Arrival Confirmation"}"#),
        ),
        ("on", "updated", 1, None, "[]", None),
    ] {
        sqlx::query(
            "INSERT INTO calllog (id, provider_call_id, agent_id, driver_name, load_number, call_type, status, known, \
             call_outcome, created_at, started_at, ended_at, transcript, transcript_text, structured_payload) \
             VALUES (?1, 'call_' || ?1, 'a1', 'Mike', '7891-B', 'web', ?2, ?3, json_extract(?6, '$.call_outcome'), \
             1790000000000, 1790000000000, ?4, ?5, ?5, ?6)",
        )
        .bind(id)
        .bind(status)
        .bind(known)
        .bind(ended_at)
        .bind(transcript)
        .bind(payload)
        .execute(&old)
        .await
        .expect("a call");
    }
    sqlx::query(
        "INSERT INTO webhook_inbox (dedup_key, event, provider_call_id, body, verdict, received_at, due_at) \
         VALUES ('call_ended:call_on', 'call_ended', 'call_on', ?, 'accepted', 1790000060000, 1790000060000)",
    )
    .bind(waiting.into_bytes())
    .execute(&old)
    .await
    .expect("a delivery");
    old.close().await;
}

async fn opened(path: &Path) -> SqlitePool {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await
        .expect("opened")
}

/// What must not change when the calls are told of again.
fn essence(call: &Value) -> Value {
    json!([
        call["status"],
        call["started_at"],
        call["ended_at"],
        call["transcript"],
        call["structured_payload"],
        call["call_outcome"]
    ])
}

#[tokio::test]
async fn calls_and_deliveries_of_before_the_records_live_on() {
    let retell = MockServer::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    written_before_records(&folder.path().join("test.db")).await;
    let config = live(&retell, &folder, &[]);
    let desk = Desk::start(config, folder).await;
    assert_eq!(desk.until_applied().await["dead"], 0);

    let (_, agents) = desk.get("/api/v1/agents").await;
    assert_eq!(
        (
            &agents["items"][0]["name"],
            agents["items"].as_array().map(Vec::len)
        ),
        (&json!("Night desk"), Some(1))
    );
    let (_, found) = desk.get("/api/v1/conversations?q=zanzibar").await;
    assert_eq!(
        (&found["total"], &found["items"][0]["id"]),
        (&json!(1), &json!("over")),
        "{found}"
    );
    let on = desk.get("/api/v1/calls/on").await.1;
    assert_eq!(
        (&on["status"], &on["duration_ms"]),
        (&json!("ended"), &json!(60_000)),
        "its end was waiting in the inbox: {on}"
    );
    assert!(on["structured_payload"]["call_outcome"].is_string());

    // Told again, late, and with less than was known.
    let over = desk.get("/api/v1/calls/over").await.1;
    assert_eq!(over["call_outcome"], "Arrival Confirmation");
    for event in [
        json!({"event": "call_ended", "call": finished("call_on")}),
        json!({"event": "call_started", "call": {"call_id": "call_over", "call_status": "ongoing",
               "start_timestamp": 1_790_000_000_000_i64}}),
        json!({"event": "call_analyzed", "call": {"call_id": "call_over", "call_status": "ended",
               "call_analysis": {"call_summary": "He is at the dock."}}}),
    ] {
        assert_eq!(desk.deliver(&event).await, StatusCode::NO_CONTENT);
    }
    desk.until_applied().await;
    let analysed = desk.get("/api/v1/calls/over").await.1;
    assert_eq!(essence(&analysed), essence(&over));
    assert_eq!(analysed["call_analysis"]["call_summary"], "He is at the dock.");
    assert_eq!(
        desk.get("/api/v1/calls/on").await.1,
        on,
        "a repetition of what the old version kept"
    );

    let folder = desk.stop().await;
    let config = live(&retell, &folder, &[]);
    let desk = Desk::start(config, folder).await;
    for (id, before) in [("over", analysed), ("on", on)] {
        assert_eq!(desk.get(&format!("/api/v1/calls/{id}")).await.1, before);
    }
}

#[tokio::test]
async fn a_record_that_cannot_be_read_begins_anew() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    desk.deliver(&json!({"event": "call_ended", "call": finished("call_1")}))
        .await;
    desk.until_applied().await;
    let before = desk.get("/api/v1/calls/call_1").await.1;
    let folder = desk.stop().await;
    let other = opened(&folder.path().join("test.db")).await;
    sqlx::query("UPDATE calllog SET record = '{\"stage\":\"of another version\"}'")
        .execute(&other)
        .await
        .expect("changed");
    other.close().await;

    let config = live(&retell, &folder, &[]);
    let desk = Desk::start(config, folder).await;
    let analysed = json!({"event": "call_analyzed", "call": {"call_id": "call_1", "call_status": "ended",
        "call_analysis": {"call_summary": "On time."}}});
    desk.deliver(&analysed).await;
    assert_eq!(desk.until_applied().await["dead"], 0);
    let after = desk.get("/api/v1/calls/call_1").await.1;
    assert_eq!(essence(&after), essence(&before));
    assert_eq!(after["call_analysis"]["call_summary"], "On time.");
}
