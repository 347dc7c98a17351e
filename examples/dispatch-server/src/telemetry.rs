//! Logs and numbers. No names, numbers, words or queries of people in either.

use std::io::IsTerminal as _;
use std::sync::OnceLock;
use std::time::Instant;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::Method;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing::Instrument as _;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::LogFormat;
use crate::problem::TraceId;

/// Seconds; an answer should begin within a tenth.
const BUCKETS: [f64; 14] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 12.5,
];

/// Seconds; a call is a matter of minutes.
const CALL_BUCKETS: [f64; 8] = [5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 900.0, 3600.0];

/// At `trace` these print whole frames and addresses: words, numbers and secrets.
const WORDY: [&str; 4] = ["tungstenite", "tokio_tungstenite", "hyper", "hyper_util"];

/// Sends log lines to the standard error stream; `RUST_LOG` chooses which.
pub fn init_logs(format: LogFormat) {
    let wanted = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,tower_http=warn,hyper=warn"));
    let allowed = Targets::new()
        .with_default(LevelFilter::TRACE)
        .with_targets(WORDY.map(|target| (target, LevelFilter::DEBUG)));
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let logs = tracing_subscriber::registry().with(wanted).with(allowed);
    // An error means that logs are set up already, as in tests.
    let _ = match format {
        LogFormat::Text => logs.with(lines).try_init(),
        LogFormat::Json => logs.with(lines.json().flatten_event(true)).try_init(),
    };
}

/// The recorder is one per process, however many applications a test starts.
pub(crate) fn prometheus() -> PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE
        .get_or_init(|| {
            let builder = PrometheusBuilder::new()
                .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BUCKETS)
                .and_then(|builder| {
                    let calls = Matcher::Full("retell_llm_call_seconds".to_owned());
                    builder.set_buckets_for_metric(calls, &CALL_BUCKETS)
                })
                .unwrap_or_else(|_| PrometheusBuilder::new());
            let recorder = builder.build_recorder();
            let handle = recorder.handle();
            if metrics::set_global_recorder(recorder).is_err() {
                tracing::warn!("another metrics recorder is installed; /metrics will be empty");
            }
            handle
        })
        .clone()
}

/// Anybody may invent methods; each would be a series of its own, for ever.
fn known_method(method: &Method) -> &str {
    match *method {
        Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::OPTIONS => method.as_str(),
        _ => "other",
    }
}

/// One span and one line per request.
pub(crate) async fn observe(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = crate::app::logged_path(&request);
    let trace_id = request
        .extensions()
        .get::<TraceId>()
        .map(|id| id.0.clone())
        .unwrap_or_default();
    let span = tracing::info_span!("request", method = known_method(&method), path, trace_id);
    let response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let elapsed = started.elapsed();
    let labels = [
        ("method", known_method(&method).to_owned()),
        ("path", path),
        ("status", status.to_string()),
    ];
    metrics::histogram!("dispatch_http_request_seconds", &labels).record(elapsed.as_secs_f64());
    let duration_ms = elapsed.as_secs_f64() * 1000.0;
    span.in_scope(|| {
        if status >= 500 {
            tracing::warn!(status, duration_ms, "answered");
        } else {
            tracing::debug!(status, duration_ms, "answered");
        }
    });
    response
}
