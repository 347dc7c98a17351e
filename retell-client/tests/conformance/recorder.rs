//! A server that answers anything and keeps what was asked.

use retell_client::Client;
use serde_json::Value;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

pub(crate) struct Recorder {
    server: MockServer,
    /// Made once: loading the system's certificates takes its time.
    client: Client,
}

/// What came over the wire.
#[derive(Debug)]
pub(crate) struct Recorded {
    pub(crate) verb: String,
    pub(crate) path: String,
    /// Sorted.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) content_type: Option<String>,
    pub(crate) accept: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Recorded {
    pub(crate) fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

impl Recorder {
    pub(crate) async fn start() -> Self {
        let server = MockServer::start().await;
        let client = Client::builder("key_test")
            .base_url(server.uri())
            .max_retries(0)
            .build()
            .unwrap();
        Self { server, client }
    }

    pub(crate) fn client(&self) -> Client {
        self.client.clone()
    }

    /// From now on answers with `answer`; nothing is 204.
    pub(crate) async fn answer_with(&self, answer: Option<&Value>) {
        self.server.reset().await;
        let template = match answer {
            Some(json) => ResponseTemplate::new(200).set_body_json(json),
            None => ResponseTemplate::new(204),
        };
        Mock::given(any())
            .respond_with(template)
            .mount(&self.server)
            .await;
    }

    /// The one request since the answer was set.
    pub(crate) async fn only_request(&self) -> Result<Recorded, String> {
        let requests = self.server.received_requests().await.unwrap();
        match requests.as_slice() {
            [one] => Ok(recorded(one)),
            several => Err(format!("{} requests were sent", several.len())),
        }
    }
}

fn recorded(request: &Request) -> Recorded {
    let header = |name| {
        request
            .headers
            .get(name)
            .map(|value: &http::HeaderValue| value.to_str().unwrap().to_owned())
    };
    Recorded {
        verb: request.method.to_string(),
        path: request.url.path().to_owned(),
        query: pairs(request.url.query().unwrap_or_default()),
        content_type: header("content-type"),
        accept: header("accept"),
        body: request.body.clone(),
    }
}

/// The pairs of a query, sorted.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    pairs.sort();
    pairs
}
