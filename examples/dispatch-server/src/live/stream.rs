//! One listener's stream of server-sent events.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse;
use futures_util::{Stream, stream};
use tokio::sync::{OwnedSemaphorePermit, broadcast};
use tokio::time::{Interval, MissedTickBehavior, interval_at};
use tokio_util::sync::CancellationToken;

use super::hub::{Event, Hub, Subscription};

/// How often a quiet stream shows that it is alive.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(15);

struct Listener {
    hub: Arc<Hub>,
    waiting: VecDeque<sse::Event>,
    events: broadcast::Receiver<Arc<Event>>,
    heartbeat: Interval,
    closing: CancellationToken,
    /// Held so that the number of listeners is limited.
    _place: OwnedSemaphorePermit,
}

/// `hello`, what was missed (or `resync`), then whatever happens, until the server closes.
pub(super) fn events(
    hub: Arc<Hub>,
    after: Option<u64>,
    closing: CancellationToken,
    place: OwnedSemaphorePermit,
) -> impl Stream<Item = Result<sse::Event, Infallible>> {
    let Subscription { last, missed, events } = hub.subscribe(after);
    let mut waiting = VecDeque::new();
    // No id on `hello`: until the missed events are through, the listener is still where it was.
    waiting.push_back(
        sse::Event::default()
            .event("hello")
            .data(format!("{{\"last\":{last}}}")),
    );
    match missed {
        Some(missed) if missed.is_empty() => waiting.push_back(heartbeat(last)),
        Some(missed) => waiting.extend(missed.iter().map(|event| frame(event))),
        None => waiting.push_back(resync(last)),
    }
    let mut heartbeat = interval_at(tokio::time::Instant::now() + HEARTBEAT, HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let listener = Listener {
        hub,
        waiting,
        events,
        heartbeat,
        closing,
        _place: place,
    };
    stream::unfold(listener, |mut listener| async move {
        listener.next().await.map(|event| (Ok(event), listener))
    })
}

impl Listener {
    async fn next(&mut self) -> Option<sse::Event> {
        if let Some(event) = self.waiting.pop_front() {
            return Some(event);
        }
        tokio::select! {
            biased;
            () = self.closing.cancelled() => None,
            event = self.events.recv() => match event {
                Ok(event) => Some(frame(&event)),
                Err(broadcast::error::RecvError::Lagged(_)) => {
                    // Start afresh rather than send what is half a story.
                    let Subscription { last, events, .. } = self.hub.subscribe(None);
                    self.events = events;
                    Some(resync(last))
                }
                Err(broadcast::error::RecvError::Closed) => None,
            },
            _ = self.heartbeat.tick() => Some(sse::Event::default().event("heartbeat").data("{}")),
        }
    }
}

fn frame(event: &Event) -> sse::Event {
    sse::Event::default()
        .id(event.seq.to_string())
        .event(event.name)
        .data(&event.data)
}

fn resync(last: u64) -> sse::Event {
    sse::Event::default()
        .id(last.to_string())
        .event("resync")
        .data("{}")
}

/// Gives a new listener its place in the sequence.
fn heartbeat(last: u64) -> sse::Event {
    sse::Event::default()
        .id(last.to_string())
        .event("heartbeat")
        .data("{}")
}
