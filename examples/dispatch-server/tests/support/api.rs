//! The server's API as a client of it sees it.

use std::time::Duration;

use serde_json::{Value, json};

pub(crate) const PASSWORD: &str = "correct horse battery";
/// How long anything may take before the test gives up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// One server, by its address.
#[derive(Clone)]
pub(crate) struct Api {
    base: String,
    http: reqwest::Client,
}

impl Api {
    pub(crate) fn new(base: impl Into<String>) -> Self {
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(30))
            .build()
            .expect("a client without TLS");
        Self {
            base: base.into(),
            http,
        }
    }

    /// Starts a web call that follows a script (or a persona, among the variables) and returns its id at Retell.
    pub(crate) async fn start(&self, driver: &str, load: &str, variables: Value) -> String {
        let body =
            json!({"driver_name": driver, "load_number": load, "call_type": "web", "variables": variables});
        let request = self
            .http
            .post(format!("{}/api/v1/calls/start", self.base))
            .json(&body);
        let answer = request
            .basic_auth("admin", Some(PASSWORD))
            .send()
            .await
            .expect("the server answers");
        let status = answer.status();
        let started: Value = answer.json().await.expect("the answer is JSON");
        assert_eq!(status.as_u16(), 201, "{started}");
        started["provider_call_id"]
            .as_str()
            .expect("the call has an id")
            .to_owned()
    }

    pub(crate) async fn get(&self, path: &str) -> Option<Value> {
        let request = self
            .http
            .get(format!("{}{path}", self.base))
            .basic_auth("admin", Some(PASSWORD));
        request
            .send()
            .await
            .ok()?
            .error_for_status()
            .ok()?
            .json()
            .await
            .ok()
    }

    /// Waits until the call, as the API shows it, is as wanted.
    pub(crate) async fn until(&self, id: &str, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let path = format!("/api/v1/calls/{id}");
        let mut last = Value::Null;
        let polling = async {
            loop {
                if let Some(call) = self.get(&path).await {
                    if wanted(&call) {
                        return call;
                    }
                    last = call;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let found = tokio::time::timeout(PATIENCE, polling).await;
        found.unwrap_or_else(|_| panic!("not seen in time: {what}; last: {last:#}"))
    }

    /// Waits until the call has ended and its result is there.
    pub(crate) async fn until_filed(&self, id: &str) -> Value {
        self.until(id, "the filed call", |call| {
            call["status"] == "ended" && call["structured_payload"].is_object()
        })
        .await
    }
}
