//! Which methods are sent again, by counting what arrives.

use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use retell_client::Client;

use crate::{
    documents::{Fill, Recipe},
    facts::{ENDPOINTS, Endpoint},
    methods::{registry, sample},
    no_complaints,
};

/// What may be sent again although it is a POST: it reads, or does the same twice.
const REPEATABLE: &[&str] = &[
    "agent.list",
    "agent.publish",
    "agent.repair",
    "app.get_tool_schema",
    "app.test_auth",
    "call.list",
    "call.stop",
    "chat.list",
    "chat_agent.list",
    "chat_agent.publish",
    "contact.list",
    "crm.update_config",
    "voice.search",
];

/// What may not although it is none: the agent would speak twice.
const ONCE: &[&str] = &["call.update_live"];

fn is_repeatable(endpoint: &Endpoint) -> bool {
    let name = endpoint.name();
    (endpoint.verb != "POST" && !ONCE.contains(&&*name)) || REPEATABLE.contains(&&*name)
}

/// How often each method is sent to a server that answers with `status`, against what is expected.
async fn held_against(status: u16, headers: &[(&'static str, &str)], expected: impl Fn(&Endpoint) -> usize) {
    let server = MockServer::start().await;
    let client = Client::builder("key_test")
        .base_url(server.uri())
        .max_retries(1)
        .build()
        .unwrap();
    let minimal = Recipe {
        fill: Fill::Minimal,
        pick: 0,
    };
    let mut complaints = Vec::new();
    for (name, call) in registry() {
        let endpoint = ENDPOINTS.iter().find(|endpoint| endpoint.name() == name).unwrap();
        server.reset().await;
        let answer = headers
            .iter()
            .fold(ResponseTemplate::new(status), |answer, (name, value)| {
                answer.insert_header(*name, *value)
            });
        Mock::given(any()).respond_with(answer).mount(&server).await;
        assert!(
            call(client.clone(), sample(endpoint, minimal)).await.is_err(),
            "{name}"
        );
        let sent = server.received_requests().await.unwrap().len();
        if sent != expected(endpoint) {
            complaints.push(format!("{name}: {status} was asked for {sent} times"));
        }
    }
    no_complaints(&complaints);
}

#[tokio::test]
async fn what_creates_is_sent_once_when_that_may_have_worked() {
    // `x-should-retry` makes creation no safer than it is.
    let pushed = [("retry-after-ms", "1"), ("x-should-retry", "true")];
    for status in [500, 502] {
        held_against(status, &pushed, |endpoint| {
            1 + usize::from(is_repeatable(endpoint))
        })
        .await;
    }
}

#[tokio::test]
async fn everything_is_sent_again_when_nothing_was_done() {
    for status in [429, 503] {
        held_against(status, &[("retry-after-ms", "1")], |_| 2).await;
    }
}

#[tokio::test]
async fn nothing_is_sent_again_when_it_was_refused() {
    for status in [307, 400, 404] {
        held_against(status, &[("retry-after-ms", "1")], |_| 1).await;
    }
}
