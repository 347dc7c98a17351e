//! Recordings are streamed, within a limit, and by a fresh link when theirs has expired.

use std::sync::{Arc, Mutex};

use futures_util::TryStreamExt as _;
use retell_client::{CallFile, ErrorKind, models::Call};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{method, path},
};

use crate::client;

fn call(link: &str) -> Call {
    let mut call = Call::default();
    call.call_id = "call_1".into();
    call.recording_url = Some(link.to_owned());
    call
}

async fn file(server: &MockServer, at: &str, answer: ResponseTemplate) -> String {
    Mock::given(method("GET"))
        .and(path(at))
        .respond_with(answer)
        .mount(server)
        .await;
    format!("{}{at}", server.uri())
}

#[tokio::test]
async fn a_recording_is_streamed_and_watched_without_the_key() {
    let server = MockServer::start().await;
    let sound = vec![7_u8; 300_000];
    let link = file(
        &server,
        "/a.wav",
        ResponseTemplate::new(200).set_body_bytes(sound.clone()),
    )
    .await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let watch = Arc::clone(&seen);
    let mut got = Vec::new();
    let bytes = client(&server)
        .call()
        .download(&call(&link), CallFile::Recording)
        .on_progress(move |progress| watch.lock().unwrap().push(progress))
        .write_to(&mut got)
        .await
        .unwrap();
    assert_eq!((bytes, got == sound), (300_000, true));
    let seen = seen.lock().unwrap().clone();
    assert!(seen.is_sorted_by_key(|progress| progress.bytes));
    assert_eq!(
        seen.last().map(|progress| (progress.bytes, progress.total)),
        Some((300_000, Some(300_000)))
    );
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 1);
    assert!(!requests[0].headers.contains_key("authorization"));
}

#[tokio::test]
async fn an_expired_link_is_replaced_once() {
    let server = MockServer::start().await;
    let old = file(&server, "/old.wav", ResponseTemplate::new(403)).await;
    let fresh = file(
        &server,
        "/fresh.wav",
        ResponseTemplate::new(200).set_body_string("sound"),
    )
    .await;
    file(
        &server,
        "/v2/get-call/call_1",
        ResponseTemplate::new(200).set_body_json(json!({"call_id":"call_1","recording_url":fresh})),
    )
    .await;
    let pieces = client(&server)
        .call()
        .download(&call(&old), CallFile::Recording)
        .stream()
        .await
        .unwrap();
    let sound: Vec<_> = pieces.try_collect().await.unwrap();
    assert_eq!(sound.concat(), b"sound");

    let server = MockServer::start().await;
    let old = file(&server, "/old.wav", ResponseTemplate::new(403)).await;
    file(
        &server,
        "/v2/get-call/call_1",
        ResponseTemplate::new(200).set_body_json(json!({"call_id":"call_1","recording_url":old})),
    )
    .await;
    let error = client(&server)
        .call()
        .download(&call(&old), CallFile::Recording)
        .write_to(&mut Vec::new())
        .await
        .unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(403));
    assert_eq!(server.received_requests().await.unwrap().len(), 3);
    assert!(!format!("{error:?}").contains("old.wav"), "{error:?}");
}

#[tokio::test]
async fn a_file_beyond_the_limit_or_not_there_is_refused() {
    let server = MockServer::start().await;
    let link = file(
        &server,
        "/a.wav",
        ResponseTemplate::new(200).set_body_bytes([0; 11]),
    )
    .await;
    let download = client(&server).call().download(&call(&link), CallFile::Recording);
    let error = download
        .max_bytes(10)
        .write_to(&mut Vec::new())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);

    file(
        &server,
        "/v2/get-call/call_1",
        ResponseTemplate::new(200).set_body_json(json!({"call_id":"call_1"})),
    )
    .await;
    let none = client(&server).call().download(&call(&link), CallFile::PublicLog);
    let error = none.write_to(&mut Vec::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}
