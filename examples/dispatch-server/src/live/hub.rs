//! Events to everybody who listens, with a memory for those who were away for a moment.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;
use tokio::sync::broadcast;

/// One event, ready to send.
#[derive(Debug)]
pub struct Event {
    /// Its place in the sequence.
    pub seq: u64,
    /// `call`, `turn` or `slots`.
    pub name: &'static str,
    /// JSON.
    pub data: String,
}

/// Where events come from and where listeners get them.
#[derive(Debug)]
pub struct Hub {
    ring: Mutex<Ring>,
    sender: broadcast::Sender<Arc<Event>>,
}

#[derive(Debug)]
struct Ring {
    /// The number of the latest event.
    last: u64,
    events: VecDeque<Arc<Event>>,
}

/// A listener's start.
#[derive(Debug)]
pub struct Subscription {
    /// The latest event at that moment.
    pub last: u64,
    /// What the listener missed; `None` when too much was, or it is unknown how much.
    pub missed: Option<Vec<Arc<Event>>>,
    /// What comes from now on.
    pub events: broadcast::Receiver<Arc<Event>>,
}

/// Events that are remembered, and that a slow listener may be behind.
const REMEMBERED: usize = 1024;

impl Default for Hub {
    fn default() -> Self {
        Self::new(Timestamp::now())
    }
}

impl Hub {
    /// A hub that starts now. Its numbers continue above those of every earlier process, so that a listener of an
    /// earlier one is told to fetch again.
    pub fn new(now: Timestamp) -> Self {
        // Microseconds: no process publishes a million events per second, and the number is exact in JavaScript.
        let start = u64::try_from(now.as_microsecond()).unwrap_or(0);
        Self {
            ring: Mutex::new(Ring {
                last: start,
                events: VecDeque::with_capacity(REMEMBERED),
            }),
            sender: broadcast::Sender::new(REMEMBERED),
        }
    }

    /// Tells everybody.
    pub fn publish<T: Serialize>(&self, name: &'static str, data: &T) {
        let data = match serde_json::to_string(data) {
            Ok(data) => data,
            Err(error) => return tracing::error!(%error, "an event could not be written"),
        };
        // Numbering and sending under one lock keeps the order the same for everybody.
        let mut ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        ring.last += 1;
        let event = Arc::new(Event {
            seq: ring.last,
            name,
            data,
        });
        if ring.events.len() == REMEMBERED {
            ring.events.pop_front();
        }
        ring.events.push_back(Arc::clone(&event));
        // An error means that nobody listens.
        let _ = self.sender.send(event);
    }

    /// Starts listening, after this event if one is known.
    pub fn subscribe(&self, after: Option<u64>) -> Subscription {
        let ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        let missed = match after {
            None => Some(Vec::new()),
            Some(after) => ring.since(after),
        };
        Subscription {
            last: ring.last,
            missed,
            events: self.sender.subscribe(),
        }
    }

    /// The number of the latest event.
    pub fn last(&self) -> u64 {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner).last
    }
}

impl Ring {
    fn since(&self, after: u64) -> Option<Vec<Arc<Event>>> {
        if after == self.last {
            return Some(Vec::new());
        }
        let first = self.events.front()?.seq;
        (after < self.last && after + 1 >= first).then(|| {
            self.events
                .iter()
                .filter(|event| event.seq > after)
                .cloned()
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(subscription: &Subscription) -> Option<Vec<u64>> {
        subscription
            .missed
            .as_ref()
            .map(|missed| missed.iter().map(|e| e.seq).collect())
    }

    #[test]
    fn what_was_missed_is_repeated_or_admitted() {
        let hub = Hub::new(Timestamp::UNIX_EPOCH);
        assert_eq!(numbers(&hub.subscribe(Some(0))), Some(vec![]));
        for _ in 0..REMEMBERED + 2 {
            hub.publish("call", &1);
        }
        let last = REMEMBERED as u64 + 2;
        assert_eq!(numbers(&hub.subscribe(None)), Some(vec![]));
        assert_eq!(numbers(&hub.subscribe(Some(last))), Some(vec![]));
        assert_eq!(
            numbers(&hub.subscribe(Some(last - 2))),
            Some(vec![last - 1, last])
        );
        assert_eq!(hub.subscribe(Some(2)).missed.map(|m| m.len()), Some(REMEMBERED));
        assert_eq!(numbers(&hub.subscribe(Some(1))), None, "one is gone");
        assert_eq!(
            numbers(&hub.subscribe(Some(last + 1))),
            None,
            "of another process"
        );
    }

    #[test]
    fn a_later_process_numbers_higher() {
        let first = Hub::new(Timestamp::from_second(1_000).expect("valid"));
        first.publish("call", &1);
        let second = Hub::new(Timestamp::from_second(1_001).expect("valid"));
        assert!(second.last() > first.last());
        assert_eq!(numbers(&second.subscribe(Some(first.last()))), None);
    }
}
