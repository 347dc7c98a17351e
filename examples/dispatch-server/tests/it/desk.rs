//! A server to test: in live mode against a fake Retell, or in demo mode.

use std::time::Duration;

use clap::Parser as _;
use dispatch_server::Server;
use dispatch_server::config::{Config, Settings};
use jiff::Timestamp;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use retell_webhook::testing::Delivery;
use serde_json::{Value, json};
use tempfile::TempDir;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

pub(crate) const KEY: &str = "key_of_the_test";
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A running server with a folder of its own.
pub(crate) struct Desk {
    pub(crate) server: Server,
    pub(crate) folder: TempDir,
    pub(crate) http: reqwest::Client,
}

/// Settings with these flags.
pub(crate) fn config(flags: &[&str]) -> Config {
    let arguments = std::iter::once("dispatch-server").chain(flags.iter().copied());
    Config::new(Settings::parse_from(arguments)).expect("the test's settings are good")
}

/// Live mode against this Retell.
pub(crate) fn live(retell: &MockServer, folder: &TempDir, more: &[&str]) -> Config {
    let url = retell.uri();
    let database = folder.path().join("test.db").display().to_string();
    let mut flags = vec![
        "--bind",
        "127.0.0.1:0",
        "--retell-api-key",
        KEY,
        "--retell-agent-id",
        "agent_1",
        "--admin-password",
        PASSWORD,
        "--retell-base-url",
        &url,
        "--database-url",
        &database,
    ];
    flags.extend(more);
    config(&flags)
}

impl Desk {
    /// Live mode against a fake Retell.
    pub(crate) async fn live(retell: &MockServer, more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = live(retell, &folder, more);
        Self::start(config, folder).await
    }

    /// Demo mode at this speed, with so many past calls.
    pub(crate) async fn demo(speed: &str, past: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self::demo_in(folder, speed, past).await
    }

    pub(crate) async fn demo_in(folder: TempDir, speed: &str, past: usize) -> Self {
        let database = folder.path().join("test.db").display().to_string();
        let mut config = config(&[
            "--bind",
            "127.0.0.1:0",
            "--database-url",
            &database,
            "--sim-speed",
            speed,
        ]);
        config.seed_calls = past;
        Self::start(config, folder).await
    }

    pub(crate) async fn start(config: Config, folder: TempDir) -> Self {
        let server = Server::start(config).await.expect("the server starts");
        Self {
            server,
            folder,
            http: reqwest::Client::new(),
        }
    }

    /// Stops the server; the folder stays.
    pub(crate) async fn stop(self) -> TempDir {
        self.server.stop().await.expect("the server stops");
        self.folder
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address())
    }

    /// A request of the admin.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http
            .request(method, self.url(path))
            .basic_auth("admin", Some(PASSWORD))
            .timeout(Duration::from_secs(60))
    }

    pub(crate) async fn get(&self, path: &str) -> (StatusCode, Value) {
        answer(self.request(Method::GET, path).send().await.expect("an answer")).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        answer(
            self.request(Method::POST, path)
                .json(body)
                .send()
                .await
                .expect("an answer"),
        )
        .await
    }

    /// Starts a call with a key.
    pub(crate) async fn start_with_key(&self, key: &str, body: &Value) -> Response {
        self.request(Method::POST, "/api/v1/calls/start")
            .header("idempotency-key", key)
            .json(body)
            .send()
            .await
            .expect("an answer")
    }

    /// Delivers an event as Retell does.
    pub(crate) async fn deliver(&self, event: &Value) -> StatusCode {
        let body = serde_json::to_vec(event).expect("JSON");
        self.deliver_raw(&Delivery::of_bytes(KEY, body, Timestamp::now()))
            .await
            .status()
    }

    pub(crate) async fn deliver_raw(&self, delivery: &Delivery) -> Response {
        let mut request = self
            .http
            .post(self.url("/api/v1/retell/webhook"))
            .body(delivery.body.clone());
        if let Some(signature) = &delivery.signature {
            request = request.header("x-retell-signature", signature);
        }
        request
            .header("content-type", "application/json")
            .send()
            .await
            .expect("an answer")
    }

    /// Waits until what is at this path satisfies the condition.
    pub(crate) async fn until(&self, path: &str, condition: impl Fn(&Value) -> bool) -> Value {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
        loop {
            let (_, value) = self.get(path).await;
            if condition(&value) {
                return value;
            }
            assert!(tokio::time::Instant::now() < deadline, "{path} stayed {value}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the inbox holds nothing to apply.
    pub(crate) async fn until_applied(&self) -> Value {
        self.until("/api/v1/retell/webhook", |health| health["waiting"] == 0)
            .await
    }
}

pub(crate) async fn answer(response: Response) -> (StatusCode, Value) {
    let status = response.status();
    let text = response.text().await.expect("a body");
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

/// A Retell that takes every web call as `call_1`.
pub(crate) async fn retell() -> MockServer {
    let retell = MockServer::start().await;
    takes_web_calls(
        &retell,
        ResponseTemplate::new(201).set_body_json(web_call("call_1")),
    )
    .await;
    retell
}

pub(crate) async fn takes_web_calls(retell: &MockServer, answer: ResponseTemplate) {
    Mock::given(method("POST"))
        .and(path("/v3/create-web-call"))
        .respond_with(answer)
        .mount(retell)
        .await;
}

pub(crate) fn web_call(id: &str) -> Value {
    json!({"call_id": id, "access_token": "token_1", "transport": "gateway", "ice_servers": [{"urls": "stun:example.com"}],
           "expires_at": 1_900_000_000_000_i64})
}

/// The least that starts a web call.
pub(crate) fn web() -> Value {
    json!({"driver_name": "Mike", "load_number": "7891-B", "call_type": "web"})
}

/// A call object with what was said.
pub(crate) fn call(id: &str, status: &str, said: &[(&str, &str)]) -> Value {
    let words = |i: usize| json!([{"word": "x", "start": i * 3, "end": i * 3 + 2}]);
    let transcript: Vec<Value> = said
        .iter()
        .enumerate()
        .map(|(i, (role, content))| json!({"role": role, "content": content, "words": words(i)}))
        .collect();
    json!({"call_id": id, "agent_id": "agent_1", "agent_version": 0, "call_type": "web_call", "call_status": status,
           "start_timestamp": 1_790_000_000_000_i64, "transcript_object": transcript})
}

/// A call that went well.
pub(crate) fn finished(id: &str) -> Value {
    let mut call = call(
        id,
        "ended",
        &[
            (
                "agent",
                "Hi Mike, this is dispatch calling about load 7891-B. How's it going?",
            ),
            (
                "user",
                "i'm driving i'm on i eighty westbound near joliet illinois be there in two hours",
            ),
            (
                "agent",
                "Got it: I-80 westbound near Joliet, there in two hours. Anything else?",
            ),
            ("user", "no that's all"),
            ("agent", "Thanks, drive safe."),
        ],
    );
    call["end_timestamp"] = json!(1_790_000_060_000_i64);
    call["duration_ms"] = json!(60_000);
    call["disconnection_reason"] = json!("agent_hangup");
    call["retell_llm_dynamic_variables"] = json!({"driver_name": "Mike", "load_number": "7891-B"});
    call
}
