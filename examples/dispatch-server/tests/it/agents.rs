//! Agent settings, and whether the agent at Retell is wired to this server.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, answer};

async fn put(desk: &Desk, id: &str, body: &Value) -> (StatusCode, Value) {
    let request = desk
        .request(Method::PUT, &format!("/api/v1/agents/{id}"))
        .json(body);
    answer(request.send().await.expect("an answer")).await
}

#[tokio::test]
async fn settings_are_checked_and_replaced() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &["--company-name", "Prairie Freight"]).await;
    let (_, agents) = desk.get("/api/v1/agents").await;
    let agent = &agents["items"][0];
    assert_eq!(
        (&agent["provider_agent_id"], &agent["company_name"]),
        (&json!("agent_1"), &json!("Prairie Freight"))
    );
    assert_eq!(
        (&agent["reminder_trigger_ms"], &agent["reminder_max_count"]),
        (&json!(10_000), &json!(3))
    );
    let id = agent["id"].as_str().expect("an id");

    let good = json!({"name": "Night desk", "company_name": "Prairie Freight", "timezone": "America/Denver",
                      "transfer_number": "+15551230000", "reminder_trigger_ms": 8000, "reminder_max_count": 4});
    let (status, changed) = put(&desk, id, &good).await;
    assert_eq!((status, &changed["name"]), (StatusCode::OK, &json!("Night desk")));
    assert_eq!(changed["provider_agent_id"], "agent_1", "left out keeps it");
    assert_eq!(
        desk.get("/api/v1/agents/agent_1").await.1,
        changed,
        "by Retell's id too"
    );

    let bad = json!({"name": "", "timezone": "Mars/Olympus", "transfer_number": "911", "reminder_trigger_ms": 1,
                     "reminder_max_count": 2, "is_default": true});
    let (status, problem) = put(&desk, id, &bad).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut named: Vec<_> = problem["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|e| e["pointer"].clone())
        .collect();
    named.sort_by_key(ToString::to_string);
    assert_eq!(
        named,
        [
            "/company_name",
            "/is_default",
            "/name",
            "/reminder_max_count",
            "/reminder_trigger_ms",
            "/timezone",
            "/transfer_number"
        ]
    );
    assert_eq!(put(&desk, "nobody", &good).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn wiring_is_compared_with_what_retell_says() {
    let retell = MockServer::start().await;
    let desk = Desk::live(
        &retell,
        &[
            "--public-url",
            "https://dispatch.example/",
            "--llm-secret",
            "s3cret-s3cret",
        ],
    )
    .await;
    let verify = async || desk.post("/api/v1/agents/agent_1/verify", &json!({})).await.1;
    let check = |wiring: &Value, name: &str| {
        wiring["checks"]
            .as_array()
            .and_then(|checks| checks.iter().find(|c| c["name"] == name))
            .map(|c| c["ok"].clone())
    };
    let nobody = verify().await;
    assert_eq!(
        (&nobody["ok"], check(&nobody, "agent")),
        (&json!(false), Some(json!(false)))
    );

    for (socket, webhook, expected) in [
        (
            "wss://dispatch.example/api/v1/retell/llm-webhook/s3cret-s3cret",
            "https://dispatch.example/api/v1/retell/webhook",
            true,
        ),
        (
            "wss://dispatch.example/api/v1/retell/llm-webhook",
            "https://dispatch.example/api/v1/retell/webhook",
            false,
        ),
        (
            "wss://dispatch.example/api/v1/retell/llm-webhook/s3cret-s3cret",
            "https://other.example/hook",
            false,
        ),
    ] {
        retell.reset().await;
        let found = json!({"agent_id": "agent_1", "version": 0, "is_published": true, "last_modification_timestamp": 1, "voice_id": "v",
            "response_engine": {"type": "custom-llm", "llm_websocket_url": socket}, "webhook_url": webhook});
        Mock::given(method("GET"))
            .and(path("/get-agent/agent_1"))
            .respond_with(ResponseTemplate::new(200).set_body_json(found))
            .mount(&retell)
            .await;
        let wiring = verify().await;
        assert_eq!(wiring["ok"], expected, "{wiring}");
        assert!(!wiring.to_string().contains("s3cret"), "{wiring}");
    }
    let (_, info) = desk.get("/api/v1/info").await;
    assert_eq!(
        info["llm_websocket_url"],
        "wss://dispatch.example/api/v1/retell/llm-webhook/<DISPATCH_LLM_SECRET>"
    );
    assert_eq!((&info["mode"], &info["sim"]), (&json!("live"), &Value::Null));
}
