//! Webhooks as Retell sends them: signed over the raw body, retried, in order but not blocking.
//!
//! <https://docs.retellai.com/features/webhook-overview>

use std::sync::Arc;
use std::time::{Duration, Instant};

use retell_client::models::{AgentWebhookEvent, Call};
use retell_webhook::{CallEvent, Event, SIGNATURE_HEADER, testing::Delivery};
use secrecy::ExposeSecret;
use tokio::sync::mpsc;

use crate::DeliveryReport;
use crate::state::Shared;

const ATTEMPTS: u32 = 4;
const TIMEOUT: Duration = Duration::from_secs(10);
const BACKOFF: Duration = Duration::from_secs(1);

/// Takes the events of one call, in order. When it is dropped and everything was delivered or given up, the call is
/// over.
#[derive(Debug)]
pub(crate) struct Outbox {
    events: mpsc::UnboundedSender<Outgoing>,
    target: Option<Target>,
}

#[derive(Debug, Clone)]
struct Target {
    url: String,
    timeout: Duration,
    wanted: Option<Vec<AgentWebhookEvent>>,
}

struct Outgoing {
    name: String,
    body: Vec<u8>,
    url: String,
    timeout: Duration,
}

impl Outbox {
    /// The outbox of a call of this agent; events without an address are dropped.
    pub(crate) fn open(shared: &Arc<Shared>, call_id: &str, agent_id: &str) -> Self {
        let target = shared.agent(agent_id).and_then(|agent| {
            Some(Target {
                url: agent.webhook_url.into_option().filter(|url| !url.is_empty())?,
                timeout: agent
                    .webhook_timeout_ms
                    .and_then(|ms| u64::try_from(ms).ok())
                    .map_or(TIMEOUT, Duration::from_millis),
                wanted: agent.webhook_events.into_option(),
            })
        });
        let (events, inbox) = mpsc::unbounded_channel();
        shared
            .tasks
            .spawn(deliver_all(Arc::clone(shared), call_id.to_owned(), inbox));
        Self { events, target }
    }

    /// Sends an event about the call as it is now: `send(Event::CallStarted, &call)`.
    pub(crate) fn send(&self, event: impl FnOnce(CallEvent) -> Event, call: &Call) {
        let Some(target) = &self.target else { return };
        let mut happened = CallEvent::new(call.clone());
        happened.event_timestamp = Some(jiff::Timestamp::now().as_millisecond());
        let event = event(happened);
        if target
            .wanted
            .as_ref()
            .is_some_and(|wanted| !wanted.iter().any(|name| name.as_str() == event.name()))
        {
            return;
        }
        // The receiver lives as long as this outbox.
        let _ = self.events.send(Outgoing {
            name: event.name().to_owned(),
            body: event.to_vec(),
            url: target.url.clone(),
            timeout: target.timeout,
        });
    }
}

async fn deliver_all(shared: Arc<Shared>, call_id: String, mut inbox: mpsc::UnboundedReceiver<Outgoing>) {
    let mut retries = tokio::task::JoinSet::new();
    let mut nth = 0;
    while let Some(event) = inbox.recv().await {
        shared.change(&call_id, |entry| {
            entry.webhooks.push(DeliveryReport {
                event: event.name.clone(),
                attempts: 0,
                final_status: None,
                delivered: false,
                answered_after: None,
            });
        });
        // The first attempts keep their order; what has to be tried again does not hold up what follows.
        if !attempt(&shared, &call_id, nth, &event).await {
            let (shared, call_id) = (Arc::clone(&shared), call_id.clone());
            retries.spawn(async move { retry(&shared, &call_id, nth, &event).await });
        }
        nth += 1;
    }
    while retries.join_next().await.is_some() {}
    shared.change(&call_id, |entry| entry.over = true);
}

async fn retry(shared: &Shared, call_id: &str, nth: usize, event: &Outgoing) {
    for n in 1..ATTEMPTS {
        let pause = (BACKOFF * n)
            .div_f64(shared.options.speed.max(1.0))
            .max(Duration::from_millis(20));
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = shared.closing.cancelled() => return,
        }
        if attempt(shared, call_id, nth, event).await {
            return;
        }
    }
    tracing::debug!(call.id = call_id, event = event.name.as_str(), "webhook given up");
}

async fn attempt(shared: &Shared, call_id: &str, nth: usize, event: &Outgoing) -> bool {
    // Each attempt is signed anew: Retell's receivers refuse what is older than five minutes.
    let key = shared.options.api_key.expose_secret();
    let delivery = Delivery::of_bytes(key, event.body.clone(), jiff::Timestamp::now());
    let sent = Instant::now();
    let answer = shared
        .http
        .post(&event.url)
        .header("content-type", "application/json")
        .header(SIGNATURE_HEADER, delivery.signature.unwrap_or_default())
        .timeout(event.timeout)
        .body(delivery.body)
        .send()
        .await;
    let answered_after = answer.is_ok().then(|| sent.elapsed());
    let status = answer.as_ref().ok().map(|answer| answer.status());
    let delivered = status.is_some_and(|status| status.is_success());
    shared.change(call_id, |entry| {
        if let Some(report) = entry.webhooks.get_mut(nth) {
            report.attempts += 1;
            report.final_status = status.map(|status| status.as_u16());
            report.delivered = delivered;
            report.answered_after = answered_after;
        }
    });
    delivered
}
