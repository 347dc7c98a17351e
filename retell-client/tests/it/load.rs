//! One client under load: many requests at once, refusals in a storm, callers that give up.

use std::time::Duration;

use futures_util::future::join_all;
use retell_client::{ErrorKind, Method, models::ListCalls};
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{any, method, path_regex},
};

use crate::{builder, client, phone_call};

#[tokio::test]
async fn two_hundred_requests_at_once_get_each_its_own_answer() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path_regex("^/v2/get-call/"))
        .respond_with(|request: &wiremock::Request| {
            let id = request
                .url
                .path()
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            ResponseTemplate::new(200).set_body_json(json!({ "call_id": id }))
        })
        .mount(&server)
        .await;
    let client = client(&server);
    let calls = (0..200).map(|number| {
        let client = client.clone();
        async move {
            let id = format!("call_{number}");
            let call = client.call().retrieve(id.as_str()).await.unwrap();
            assert_eq!(call.call_id, id.as_str());
        }
    });
    join_all(calls).await;
    assert_eq!(server.received_requests().await.unwrap().len(), 200);
}

#[tokio::test]
async fn a_page_of_ten_thousand_is_read() {
    let server = MockServer::start().await;
    let items: Vec<_> = (0..10_000)
        .map(|number| json!({"call_id": format!("call_{number}"), "duration_ms": number}))
        .collect();
    let page = json!({"items": items, "has_more": false});
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(page))
        .mount(&server)
        .await;
    let calls = client(&server)
        .call()
        .list(&ListCalls::new())
        .collect_all(10_000)
        .await
        .unwrap();
    assert_eq!((calls.len(), calls[9_999].duration_ms), (10_000, Some(9_999)));
    let error = client(&server)
        .call()
        .list(&ListCalls::new())
        .collect_all(9_999)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn a_storm_of_429_ends_with_each_request_done_once() {
    let server = MockServer::start().await;
    let refused = ResponseTemplate::new(429).insert_header("retry-after-ms", "1");
    Mock::given(any())
        .respond_with(refused)
        .up_to_n_times(60)
        .mount(&server)
        .await;
    let created = ResponseTemplate::new(201).set_body_json(json!({"call_id":"c"}));
    Mock::given(any()).respond_with(created).mount(&server).await;
    let client = builder(&server).max_retries(100).build().unwrap();
    let request = phone_call();
    let calls = (0..30).map(|_| client.call().create_phone_call(&request).with_response());
    let answers = join_all(calls).await;
    let attempts: u32 = answers
        .iter()
        .map(|answer| answer.as_ref().unwrap().attempts)
        .sum();
    assert_eq!(attempts, 90);
    assert_eq!(server.received_requests().await.unwrap().len(), 90);
}

#[tokio::test]
async fn a_caller_who_gives_up_leaves_the_client_usable() {
    let server = MockServer::start().await;
    let slow = ResponseTemplate::new(200)
        .set_delay(Duration::from_secs(60))
        .set_body_json(json!({"call_id":"c"}));
    Mock::given(any())
        .respond_with(slow)
        .up_to_n_times(20)
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"call_id":"c"})))
        .mount(&server)
        .await;
    let client = client(&server);
    let given_up = (0..20).map(|_| {
        tokio::time::timeout(
            Duration::from_millis(200),
            client.call().retrieve("c").into_future(),
        )
    });
    assert!(join_all(given_up).await.iter().all(Result::is_err));
    assert!(client.call().retrieve("c").await.is_ok());
}

#[tokio::test]
async fn a_route_of_tomorrow_can_be_asked() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"dreams":[1]})))
        .mount(&server)
        .await;
    let answer: Value = client(&server)
        .raw(Method::POST, "/v4/list-dreams")
        .query(&json!({"kind": ["a", "b"], "none": null}))
        .json(&json!({"limit": 3}))
        .send()
        .await
        .unwrap();
    assert_eq!(answer["dreams"][0], 1);
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].url.path(), "/v4/list-dreams");
    assert_eq!(requests[0].url.query(), Some("kind%5B%5D=a&kind%5B%5D=b"));
    assert_eq!(requests[0].body, br#"{"limit":3}"#);
}
