//! Starting a call: everything is checked, the row comes first, Retell's refusals are told apart.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, answer, retell, takes_web_calls, web};

/// Body, then the expected pointers and details.
fn table() -> Vec<(Value, Vec<(&'static str, &'static str)>)> {
    let many: Value = (0..51)
        .map(|i| (format!("v{i}"), json!(1)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    vec![
        (json!([]), vec![("", "must be a JSON object")]),
        (
            json!({}),
            vec![
                ("/call_type", "is required"),
                ("/driver_name", "is required"),
                ("/load_number", "is required"),
            ],
        ),
        (
            json!({"driver_name": " ", "load_number": "x".repeat(65), "call_type": "fax", "speed": 1, "a/b": 2}),
            vec![
                ("/a~1b", "is not a field here"),
                ("/speed", "is not a field here"),
                ("/call_type", "must be \"web\" or \"phone\""),
                ("/driver_name", "must be 1 to 120 characters"),
                ("/load_number", "must be 1 to 64 characters"),
            ],
        ),
        (
            json!({"driver_name": 7, "load_number": "a\nb", "call_type": "web", "agent_id": "nobody"}),
            vec![
                ("/driver_name", "must be a text"),
                ("/load_number", "must not hold control characters"),
            ],
        ),
        (
            json!({"driver_name": "M", "load_number": "1", "call_type": "phone"}),
            vec![
                ("/driver_phone", "is required for phone calls"),
                (
                    "/from_number",
                    "is required for phone calls, because RETELL_FROM_NUMBER is not set",
                ),
            ],
        ),
        (
            json!({"driver_name": "M", "load_number": "1", "call_type": "phone", "driver_phone": "555", "from_number": "+15550001111"}),
            vec![(
                "/driver_phone",
                "must be in E.164 form: + and the country code, such as +15551230000",
            )],
        ),
        (
            json!({"driver_name": "M", "load_number": "1", "call_type": "web", "variables": {"bad name": 1, "list": [], "long": "x".repeat(1001)}}),
            vec![
                (
                    "/variables/bad name",
                    "must be named with A-Z a-z 0-9 _ only, at most 64 of them",
                ),
                ("/variables/list", "must be a text, a number, true or false"),
                ("/variables/long", "must be at most 1000 characters"),
            ],
        ),
        (
            json!({"driver_name": "M", "load_number": "1", "call_type": "web", "variables": many}),
            vec![("/variables", "must not hold more than 50 variables")],
        ),
        (
            json!({"driver_name": "M", "load_number": "1", "call_type": "web", "agent_id": "nobody"}),
            vec![("/agent_id", "is no agent here")],
        ),
    ]
}

#[tokio::test]
async fn every_bad_field_is_named_and_nobody_is_called() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    for (body, expected) in table() {
        let (status, problem) = desk.post("/api/v1/calls/start", &body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        let mut found: Vec<(&str, &str)> = problem["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|e| {
                (
                    e["pointer"].as_str().unwrap_or("?"),
                    e["detail"].as_str().unwrap_or("?"),
                )
            })
            .collect();
        let mut expected = expected;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{body}");
        assert_eq!(problem["type"], "about:blank");
        assert_eq!(problem["title"], "Unprocessable Entity");
        assert_eq!(problem["status"], 422);
        assert_eq!(problem["trace_id"].as_str().map(str::len), Some(32));
    }
    assert_eq!(retell.received_requests().await.map(|r| r.len()), Some(0));
    assert_eq!(desk.get("/api/v1/metrics").await.1["total_calls"], 0);
}

#[tokio::test]
async fn what_is_not_json_is_refused_by_its_own_status() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let send = |kind: &'static str, body: String| {
        let request = desk
            .request(Method::POST, "/api/v1/calls/start")
            .header("content-type", kind)
            .body(body);
        async { answer(request.send().await.expect("an answer")).await }
    };
    let (status, problem) = send("text/plain", "{}".into()).await;
    assert_eq!((status.as_u16(), problem["status"].as_u64()), (415, Some(415)));
    let (status, problem) = send("application/json", "{\"driver_name\": \"Mike".into()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(
        !problem.to_string().contains("Mike"),
        "the body is not repeated: {problem}"
    );
    let (status, problem) = send("application/json", format!("\"{}\"", "x".repeat(65 * 1024))).await;
    assert_eq!(
        (status.as_u16(), &problem["title"]),
        (413, &json!("Payload Too Large"))
    );
}

#[tokio::test]
async fn a_started_call_is_told_to_retell_and_kept() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let body = json!({"driver_name": " Mike ", "load_number": "7891-B", "call_type": "web",
                      "variables": {"miles": 12.5, "hot": true, "driver_name": "Eve"}});
    let (status, started) = desk.post("/api/v1/calls/start", &body).await;
    assert_eq!(status, StatusCode::CREATED, "{started}");
    assert_eq!(started["provider_call_id"], "call_1");
    assert_eq!(started["retell"]["access_token"], "token_1");
    assert_eq!(started["retell"]["ice_servers"][0]["urls"], "stun:example.com");

    let sent = retell.received_requests().await.expect("recorded");
    let sent: Value = sent[0].body_json().expect("JSON");
    assert_eq!(sent["agent_id"], "agent_1");
    assert_eq!(sent["metadata"]["dispatch_call_id"], started["id"]);
    let variables = &sent["retell_llm_dynamic_variables"];
    assert_eq!(variables["driver_name"], "Mike", "ours wins");
    assert_eq!(
        (&variables["miles"], &variables["hot"]),
        (&json!("12.5"), &json!("true"))
    );

    let id = started["id"].as_str().expect("an id");
    for id in [id, "call_1"] {
        let (_, call) = desk.get(&format!("/api/v1/calls/{id}")).await;
        assert_eq!(
            (&call["status"], &call["live"]),
            (&json!("initiated"), &json!(false))
        );
        assert_eq!(call["driver_name"], "Mike");
        assert_eq!(call["variables"]["load_number"], "7891-B");
        assert_eq!(
            (&call["failure"], &call["structured_payload"]),
            (&Value::Null, &Value::Null)
        );
    }
    assert_eq!(desk.get("/api/v1/calls/nobody").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_phone_call_has_both_numbers_and_a_key() {
    let retell = MockServer::start().await;
    let answer = json!({"call_id": "call_9", "agent_id": "agent_1", "agent_version": 1, "call_type": "phone_call",
        "call_status": "registered", "direction": "outbound", "from_number": "+15550001111", "to_number": "+15550002222"});
    Mock::given(method("POST"))
        .and(path("/v2/create-phone-call"))
        .respond_with(ResponseTemplate::new(201).set_body_json(answer))
        .mount(&retell)
        .await;
    let desk = Desk::live(&retell, &["--retell-from-number", "+15550001111"]).await;
    let body = json!({"driver_name": "Mike", "load_number": "1", "call_type": "phone", "driver_phone": "+15550002222"});
    let (status, started) = desk.post("/api/v1/calls/start", &body).await;
    assert_eq!(status, StatusCode::CREATED, "{started}");
    let sent: Value = retell.received_requests().await.expect("recorded")[0]
        .body_json()
        .expect("JSON");
    assert_eq!(
        (&sent["from_number"], &sent["to_number"]),
        (&json!("+15550001111"), &json!("+15550002222"))
    );
    assert_eq!(sent["override_agent_id"], "agent_1");
    assert_eq!(sent["idempotency_key"], started["id"]);
    assert!(
        !started["retell"].to_string().contains("+1555"),
        "numbers do not travel back"
    );
}

/// Retell's status, ours, and whether the row is over.
#[tokio::test]
async fn refusals_are_told_apart_and_written_down() {
    for (theirs, ours) in [
        (400, 422),
        (401, 502),
        (402, 502),
        (404, 502),
        (422, 422),
        (429, 429),
    ] {
        let retell = MockServer::start().await;
        let answer = ResponseTemplate::new(theirs)
            .set_body_json(json!({"status": "error", "message": "no such thing"}));
        takes_web_calls(&retell, answer.insert_header("retry-after", "0")).await;
        let desk = Desk::live(&retell, &[]).await;
        let (status, problem) = desk.post("/api/v1/calls/start", &web()).await;
        assert_eq!(status.as_u16(), ours, "{theirs}: {problem}");
        let (_, page) = desk.get("/api/v1/conversations").await;
        assert_eq!(page["total"], 1, "the row comes first");
        assert_eq!(page["items"][0]["status"], "ended");
        let id = page["items"][0]["id"].as_str().expect("an id");
        let (_, call) = desk.get(&format!("/api/v1/calls/{id}")).await;
        assert!(
            call["failure"]
                .as_str()
                .is_some_and(|failure| !failure.is_empty()),
            "{call}"
        );
    }
}

#[tokio::test]
async fn an_answer_that_is_lost_leaves_the_call_open() {
    let retell = MockServer::start().await;
    takes_web_calls(&retell, ResponseTemplate::new(500)).await;
    let desk = Desk::live(&retell, &[]).await;
    let (status, problem) = desk.post("/api/v1/calls/start", &web()).await;
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|d| d.contains("do not retry blindly")),
        "{problem}"
    );
    assert_eq!(
        retell.received_requests().await.map(|r| r.len()),
        Some(1),
        "dialled once"
    );
    let (_, page) = desk.get("/api/v1/conversations").await;
    assert_eq!(page["items"][0]["status"], "initiated");
    let id = page["items"][0]["id"].as_str().expect("an id");
    assert_eq!(
        desk.get(&format!("/api/v1/calls/{id}")).await.1["failure"],
        "Retell's answer was lost, so the call may have been placed; look at Retell's call history before calling again."
    );
}

#[tokio::test]
async fn whoever_hangs_up_does_not_undo_the_call() {
    let retell = MockServer::start().await;
    let slow = ResponseTemplate::new(201).set_body_json(crate::desk::web_call("call_1"));
    takes_web_calls(&retell, slow.set_delay(Duration::from_millis(400))).await;
    let desk = Desk::live(&retell, &[]).await;
    let impatient = desk
        .request(Method::POST, "/api/v1/calls/start")
        .json(&web())
        .timeout(Duration::from_millis(150))
        .send()
        .await;
    assert!(impatient.is_err());
    desk.until("/api/v1/conversations", |page| {
        page["items"][0]["provider_call_id"] == "call_1"
    })
    .await;
}

#[tokio::test]
async fn a_call_can_be_hung_up() {
    let retell = retell().await;
    Mock::given(method("POST"))
        .and(path("/v2/stop-call/call_1"))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&retell)
        .await;
    let desk = Desk::live(&retell, &[]).await;
    let (_, started) = desk.post("/api/v1/calls/start", &web()).await;
    let end = async |path: &str| {
        desk.request(Method::POST, path)
            .send()
            .await
            .expect("an answer")
            .status()
    };
    let path = format!("/api/v1/calls/{}/end", started["id"].as_str().expect("an id"));
    assert_eq!(end(&path).await, StatusCode::NO_CONTENT);
    assert_eq!(end("/api/v1/calls/nobody/end").await, StatusCode::NOT_FOUND);
}
