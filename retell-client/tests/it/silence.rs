//! Nothing secret or personal gets into traces.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use serde_json::json;
use tracing_subscriber::{filter::Targets, fmt::MakeWriter, layer::SubscriberExt as _};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use crate::{client, phone_call};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn traces_hold_no_key_number_or_words() {
    let log = Log::default();
    let subscriber = tracing_subscriber::registry()
        .with(Targets::new().with_target("retell_client", tracing::Level::TRACE))
        .with(tracing_subscriber::fmt::layer().with_writer(log.clone()));
    // For all threads: one without a subscriber could turn an event off for good by being first to meet it.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    tracing::callsite::rebuild_interest_cache();

    let server = MockServer::start().await;
    let failure = ResponseTemplate::new(429).insert_header("retry-after-ms", "1");
    Mock::given(any())
        .respond_with(failure.set_body_json(json!({"message":"+14155550123 again"})))
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(
            ResponseTemplate::new(201).set_body_json(json!({"call_id":"c","transcript":"User: psst"})),
        )
        .mount(&server)
        .await;
    let call = phone_call().dynamic_variable("driver_name", "Maria");
    client(&server).call().create_phone_call(&call).await.unwrap();

    // The other tests of this binary log to the same place, and are held to the same.
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("call.create_phone_call") && log.contains("429"),
        "{log}"
    );
    for secret in ["key_test", "415555", "Maria", "psst"] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}
