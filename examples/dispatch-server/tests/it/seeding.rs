//! An empty demo database is filled once, whatever happens in between.

use reqwest::{Method, StatusCode};

use crate::desk::Desk;

#[tokio::test]
async fn past_calls_come_once_and_look_like_calls() {
    let desk = Desk::demo("100", 45).await;
    desk.until("/api/v1/metrics", |m| m["total_calls"] == 45).await;
    let (_, page) = desk.get("/api/v1/conversations?limit=50").await;
    let items = page["items"].as_array().expect("items");
    assert!(
        items
            .iter()
            .all(|c| c["status"] == "ended" && c["simulated"] == true && c["live"] == false)
    );
    assert!(
        items.iter().filter(|c| c["call_outcome"].is_string()).count() > 35,
        "{page}"
    );
    let (_, one) = desk
        .get(&format!(
            "/api/v1/calls/{}",
            items[0]["id"].as_str().expect("an id")
        ))
        .await;
    assert!(one["transcript"].as_array().is_some_and(|t| t.len() > 1), "{one}");
    assert!(!one["turns"].as_array().expect("turns").is_empty());
    assert_eq!(one["has_recording"], true, "{one}");
    let recording = format!("/api/v1/calls/{}/recording", one["id"].as_str().expect("an id"));
    heard(&desk, &recording).await;

    // Killed in the middle: the last note was lost, the calls were not.
    let store = &desk.server.state().store;
    let note = store.note("demo_calls").await.expect("a store").expect("a note");
    store
        .set_note("demo_calls", &note.replace("\"done\":45", "\"done\":20"))
        .await
        .expect("written");
    let folder = desk.stop().await;
    let desk = Desk::demo_in(folder, "100", 45).await;
    let store = desk.server.state().store.clone();
    while !store
        .note("demo_calls")
        .await
        .expect("a store")
        .is_some_and(|note| note.contains("\"done\":45"))
    {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(desk.get("/api/v1/metrics").await.1["total_calls"], 45);
    // Another simulator, which was never told of the call.
    heard(&desk, &recording).await;
}

/// There is something to hear, whole and in part.
async fn heard(desk: &Desk, recording: &str) {
    let whole = desk
        .request(Method::GET, recording)
        .send()
        .await
        .expect("an answer");
    assert_eq!(whole.status(), StatusCode::OK);
    let whole = whole.bytes().await.expect("bytes");
    assert!(whole.starts_with(b"RIFF"));
    assert!(whole[44..].iter().any(|sample| *sample != 0), "not silent");
    let part = desk.request(Method::GET, recording).header("range", "bytes=0-3");
    let part = part.send().await.expect("an answer");
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(part.bytes().await.expect("bytes"), "RIFF");
}

#[tokio::test]
async fn a_call_left_behind_by_a_dead_process_ends() {
    let desk = Desk::demo("1", 0).await;
    let body = serde_json::json!({"driver_name": "Mike", "load_number": "1", "call_type": "web", "variables": {"sim_persona": "human"}});
    let (status, started) = desk.post("/api/v1/calls/start", &body).await;
    assert_eq!(status, StatusCode::CREATED, "{started}");
    let id = started["id"].as_str().expect("an id").to_owned();
    // As if the process had died: the row still says that the call is on.
    let store = desk.server.state().store.clone();
    store
        .connect_call(&id, jiff::Timestamp::now())
        .await
        .expect("a row");
    let database = desk.folder.path().join("test.db");
    let copy = tempfile::tempdir().expect("a folder");
    for end in ["", "-wal", "-shm"] {
        let from = format!("{}{end}", database.display());
        if std::path::Path::new(&from).exists() {
            std::fs::copy(&from, copy.path().join(format!("test.db{end}"))).expect("copied");
        }
    }
    let desk = Desk::demo_in(copy, "1", 0).await;
    let call = desk
        .until(&format!("/api/v1/calls/{id}"), |call| call["status"] == "ended")
        .await;
    assert!(
        call["failure"]
            .as_str()
            .is_some_and(|failure| failure.starts_with("Retell does not know this call")),
        "{call}"
    );
}
