//! What goes over the wire.

use std::time::Duration;

use http::{HeaderName, HeaderValue};
use retell_client::models::{
    AgentChannel, CallStatus, CreateAgent, CreatePhoneCall, CreateWebCall, ListAgents, ListCallsV2,
    ResponseEngine, Transport,
};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_json, header, header_exists, method, path, query_param},
};

use crate::{client, phone_call};

fn json_answer(status: u16, body: serde_json::Value) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(body)
}

#[tokio::test]
async fn a_phone_call() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v2/create-phone-call"))
        .and(header("authorization", "Bearer key_test"))
        .and(header("accept", "application/json"))
        .and(header("content-type", "application/json"))
        .and(header(
            "user-agent",
            concat!("retell-rs/", env!("CARGO_PKG_VERSION")),
        ))
        .and(body_json(json!({
            "from_number": "+14155550100", "to_number": "+14155550123", "override_agent_id": "agent_1",
            "override_agent_version": 3, "retell_llm_dynamic_variables": {"load_number": "7731"},
            "metadata": {"k": "v"}, "custom_sip_headers": {"X-Ref": "1"}, "honor_internal_dnc": true,
            "idempotency_key": "once"
        })))
        .respond_with(json_answer(
            201,
            json!({"call_id":"call_1","agent_id":"agent_1","call_type":"phone_call",
            "call_status":"registered"}),
        ))
        .expect(1)
        .mount(&server)
        .await;
    let request = phone_call()
        .override_agent_id("agent_1")
        .override_agent_version(3)
        .dynamic_variable("load_number", 7731)
        .metadata(json!({"k": "v"}))
        .custom_sip_header("X-Ref", "1")
        .honor_internal_dnc(true)
        .idempotency_key("once");
    let call = client(&server).call().create_phone_call(&request).await.unwrap();
    assert_eq!(call.call_id, "call_1");
    assert_eq!(call.call_status, CallStatus::Registered);
}

#[tokio::test]
async fn a_web_call() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v3/create-web-call"))
        .and(body_json(json!({"agent_id":"agent_1","agent_version":"latest_published"})))
        .respond_with(json_answer(
            201,
            json!({"call_id":"c","access_token":"t0ken","transport":"gateway","expires_at":1_761_000_000_000_i64,
                "ice_servers":[{"urls":["stun:a","turn:b"],"username":"u","credential":"p"},{"urls":"stun:c"}]}),
        ))
        .mount(&server)
        .await;
    let request = CreateWebCall::new("agent_1").agent_version("latest_published");
    let call = client(&server).call().create_web_call(&request).await.unwrap();
    assert_eq!(
        (call.transport.clone(), call.ice_servers.as_ref().map(Vec::len)),
        (Some(Transport::Gateway), Some(2))
    );
    assert!(!format!("{call:?}{:?}", call.ice_servers).contains("t0ken"));
}

#[tokio::test]
async fn a_call_by_id_and_its_end() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/v2/get-call/call_1"))
        .respond_with(json_answer(200, json!({"call_id":"call_1"})))
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(path("/v2/stop-call/call_1"))
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    let client = client(&server);
    assert_eq!(client.call().retrieve("call_1").await.unwrap().call_id, "call_1");
    client.call().stop("call_1").await.unwrap();
}

#[tokio::test]
async fn agents() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/create-agent"))
        .respond_with(json_answer(
            201,
            json!({"agent_id":"a","response_engine":{"type":"custom-llm",
            "llm_websocket_url":"wss://example.com"}}),
        ))
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(path("/v2/list-agents"))
        .and(query_param("limit", "2"))
        .and(body_json(
            json!({"filter_criteria":{"channel":{"type":"string","op":"eq","value":"voice"}}}),
        ))
        .respond_with(json_answer(
            200,
            json!({"items":[{"agent_id":"a","agent_name":"A","channel":"voice","is_suspended":false,"tags":{},
                "user_modified_timestamp":1}],"has_more":false}),
        ))
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .and(path("/list-agents"))
        .respond_with(json_answer(
            200,
            json!([{"agent_id":"a","response_engine":{"type":"oracle"}}]),
        ))
        .mount(&server)
        .await;
    let client = client(&server);
    let agent = CreateAgent::new(ResponseEngine::custom_llm("wss://example.com"), "v");
    assert_eq!(client.agent().create(&agent).await.unwrap().agent_id, "a");
    let list = ListAgents::new().channel(AgentChannel::Voice).limit(2);
    assert_eq!(client.agent().list(&list).await.unwrap().items.len(), 1);
    assert_eq!(client.agent().list_legacy().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_older_list_is_a_plain_array() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v2/list-calls"))
        .and(body_json(json!({"limit":50,"pagination_key":"call_9"})))
        .respond_with(json_answer(200, json!([{"call_id":"call_1"}])))
        .mount(&server)
        .await;
    let list = ListCallsV2::new().limit(50).pagination_key("call_9");
    assert_eq!(client(&server).call().list_v2(&list).await.unwrap().len(), 1);
}

#[tokio::test]
async fn older_routes_are_still_there() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v2/create-web-call"))
        .and(body_json(json!({"agent_id":"a"})))
        .respond_with(json_answer(201, json!({"call_id":"c","access_token":"t0ken"})))
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .and(path("/list-phone-numbers"))
        .respond_with(json_answer(
            200,
            json!([{"phone_number":"+14155550123","phone_number_type":"custom","last_modification_timestamp":1}]),
        ))
        .mount(&server)
        .await;
    let client = client(&server);
    let call = client
        .call()
        .create_web_call_v2(&CreateWebCall::new("a"))
        .await
        .unwrap();
    assert_eq!(call.access_token.as_deref(), Some("t0ken"));
    assert_eq!(client.phone_number().list_legacy().await.unwrap().len(), 1);
}

#[tokio::test]
async fn headers_may_be_added_but_the_key_stays() {
    let server = MockServer::start().await;
    Mock::given(header("x-tenant", "t1"))
        .and(header("authorization", "Bearer key_test"))
        .and(header_exists("user-agent"))
        .respond_with(
            json_answer(200, json!({"call_id":"c"}))
                .insert_header("x-request-id", "req_1")
                .insert_header("ratelimit-remaining", "99"),
        )
        .mount(&server)
        .await;
    let response = client(&server)
        .call()
        .retrieve("c")
        .header(
            HeaderName::from_static("x-tenant"),
            HeaderValue::from_static("t1"),
        )
        .header(
            HeaderName::from_static("authorization"),
            HeaderValue::from_static("other"),
        )
        .timeout(Duration::from_secs(5))
        .with_response()
        .await
        .unwrap();
    assert_eq!(response.status, 200);
    assert_eq!(response.request_id.as_deref(), Some("req_1"));
    assert_eq!(response.headers["ratelimit-remaining"], "99");
    assert_eq!(response.data.call_id, "c");
}

/// Bodies as Retell's own SDK sends them, read into our types and written again.
#[test]
fn no_documented_parameter_is_lost() {
    let mut seen = 0;
    for line in include_str!("../fixtures/requests.jsonl").lines() {
        let sample: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut body = sample["body"].clone();
        let again = match sample["operation"].as_str().unwrap() {
            "call.create_phone_call" => {
                // Numbers of ours are always E.164.
                body.as_object_mut().unwrap().remove("ignore_e164_validation");
                serde_json::to_value(serde_json::from_value::<CreatePhoneCall>(body.clone()).unwrap())
            }
            "agent.create" => {
                serde_json::to_value(serde_json::from_value::<CreateAgent>(body.clone()).unwrap())
            }
            _ => continue,
        };
        assert_eq!(again.unwrap(), body);
        seen += 1;
    }
    assert_eq!(seen, 2);
}
