//! Lists page by page.

use futures_util::TryStreamExt as _;
use retell_client::{
    ErrorKind,
    models::{Call, ListAgents, ListCalls},
};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_json, body_partial_json, query_param, query_param_is_missing},
};

use crate::client;

fn page(items: &[&str], key: Option<&str>, has_more: bool) -> ResponseTemplate {
    let items: Vec<_> = items
        .iter()
        .map(|id| json!({"call_id": id, "agent_id": id}))
        .collect();
    let mut body = json!({"items": items, "has_more": has_more});
    if let Some(key) = key {
        body["pagination_key"] = key.into();
    }
    ResponseTemplate::new(200).set_body_json(body)
}

fn ids(calls: &[Call]) -> Vec<&str> {
    calls.iter().map(|call| call.call_id.as_str()).collect()
}

#[tokio::test]
async fn a_page_by_await() {
    let server = MockServer::start().await;
    let body = json!({"items":[{"call_id":"1"}],"has_more":true,"pagination_key":"k","total":41});
    Mock::given(body_json(json!({"limit":1,"include_total":true})))
        .respond_with(ResponseTemplate::new(200).set_body_json(body))
        .mount(&server)
        .await;
    let page = client(&server)
        .call()
        .list(&ListCalls::new().limit(1).include_total(true))
        .await
        .unwrap();
    assert_eq!(ids(&page.items), ["1"]);
    assert_eq!(
        (page.has_more, page.total, page.pagination_key.as_deref()),
        (true, Some(41.into()), Some("k"))
    );
}

#[tokio::test]
async fn everything_by_stream_with_empty_pages_between() {
    let server = MockServer::start().await;
    for (body, answer) in [
        (json!({"limit":2}), page(&["1", "2"], Some("b"), true)),
        (
            json!({"limit":2,"pagination_key":"b"}),
            page(&[], Some("c"), true),
        ),
        (
            json!({"limit":2,"pagination_key":"c"}),
            page(&["3"], Some("d"), false),
        ),
    ] {
        Mock::given(body_json(body))
            .respond_with(answer)
            .expect(1)
            .mount(&server)
            .await;
    }
    let calls: Vec<Call> = client(&server)
        .call()
        .list(&ListCalls::new().limit(2))
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(ids(&calls), ["1", "2", "3"]);
}

#[tokio::test]
async fn pages_are_fetched_only_as_needed() {
    let server = MockServer::start().await;
    Mock::given(body_json(json!({})))
        .respond_with(page(&["1", "2"], Some("b"), true))
        .expect(1)
        .mount(&server)
        .await;
    let mut calls = client(&server).call().list(&ListCalls::new()).stream();
    assert_eq!(calls.try_next().await.unwrap().unwrap().call_id, "1");
    assert_eq!(calls.try_next().await.unwrap().unwrap().call_id, "2");
}

#[tokio::test]
async fn more_without_a_cursor_is_the_end() {
    let server = MockServer::start().await;
    Mock::given(body_json(json!({})))
        .respond_with(page(&["1"], None, true))
        .expect(1)
        .mount(&server)
        .await;
    let calls: Vec<Call> = client(&server)
        .call()
        .list(&ListCalls::new())
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(calls.len(), 1);
}

#[tokio::test]
async fn a_cursor_that_comes_again_is_an_error() {
    let server = MockServer::start().await;
    Mock::given(body_partial_json(json!({"pagination_key":"a"})))
        .respond_with(page(&["2"], Some("b"), true))
        .mount(&server)
        .await;
    Mock::given(body_partial_json(json!({})))
        .respond_with(page(&["1"], Some("a"), true))
        .mount(&server)
        .await;
    let mut calls = client(&server).call().list(&ListCalls::new()).stream();
    let error = loop {
        match calls.try_next().await {
            Ok(call) => assert!(call.is_some(), "the loop was not noticed"),
            Err(error) => break error,
        }
    };
    assert_eq!(error.kind(), ErrorKind::CursorLoop);
    assert!(
        calls.try_next().await.unwrap().is_none(),
        "a stream ends after its error"
    );
    assert_eq!(server.received_requests().await.unwrap().len(), 3);
}

#[tokio::test]
async fn an_error_between_pages_comes_through() {
    let server = MockServer::start().await;
    Mock::given(body_json(json!({})))
        .respond_with(page(&["1"], Some("b"), true))
        .mount(&server)
        .await;
    Mock::given(body_json(json!({"pagination_key":"b"})))
        .respond_with(ResponseTemplate::new(401))
        .mount(&server)
        .await;
    let mut calls = client(&server).call().list(&ListCalls::new()).stream();
    assert!(calls.try_next().await.unwrap().is_some());
    assert!(calls.try_next().await.unwrap_err().is_auth());
}

#[tokio::test]
async fn agents_carry_their_cursor_in_the_query() {
    let agents = |ids: &[&str], key: Option<&str>| {
        let item = |id: &&str| {
            json!({"agent_id":id,"agent_name":"A","channel":"voice","is_suspended":false,"tags":{},
                "user_modified_timestamp":1})
        };
        let items: Vec<_> = ids.iter().map(item).collect();
        let answer = json!({"items":items,"pagination_key":key,"has_more":key.is_some()});
        ResponseTemplate::new(200).set_body_json(answer)
    };
    let server = MockServer::start().await;
    Mock::given(query_param_is_missing("pagination_key"))
        .respond_with(agents(&["a"], Some("b")))
        .mount(&server)
        .await;
    Mock::given(query_param("pagination_key", "b"))
        .respond_with(agents(&["c"], None))
        .mount(&server)
        .await;
    let agents: Vec<_> = client(&server)
        .agent()
        .list(&ListAgents::new())
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(agents.len(), 2);
}
