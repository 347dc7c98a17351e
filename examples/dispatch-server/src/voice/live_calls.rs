//! Calls whose socket is open in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::calls::Utterance;

/// What was said so far.
pub(super) type Said = Arc<Mutex<Vec<Utterance>>>;

/// Calls whose socket is open in this process.
#[derive(Debug)]
pub struct LiveCalls {
    limit: usize,
    calls: Mutex<HashMap<String, Live>>,
}

#[derive(Debug)]
struct Live {
    /// Which socket of the call it is.
    number: u64,
    replaced: CancellationToken,
    said: Said,
}

/// A call's place; leaving it frees the place.
#[derive(Debug)]
pub(super) struct Place {
    calls: Arc<LiveCalls>,
    /// Retell's id of the call.
    pub(super) provider_call_id: String,
    number: u64,
    /// Cancelled when Retell has opened a newer socket for the call.
    pub(super) replaced: CancellationToken,
    /// What was said so far, for whoever opens the call's page while it is on.
    pub(super) said: Said,
}

impl LiveCalls {
    /// Room for so many calls.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            calls: Mutex::default(),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    /// Whether this one is among them.
    pub fn is_live(&self, provider_call_id: &str) -> bool {
        self.lock().contains_key(provider_call_id)
    }

    /// What was said so far in this one.
    pub fn said(&self, provider_call_id: &str) -> Vec<Utterance> {
        let said = self
            .lock()
            .get(provider_call_id)
            .map(|live| Arc::clone(&live.said));
        said.map_or_else(Vec::new, |said| {
            said.lock().unwrap_or_else(PoisonError::into_inner).clone()
        })
    }

    /// Takes a place; `None` when all are taken. A newer socket replaces an older one of the same call, which has gone
    /// dead without our noticing.
    pub(super) fn enter(self: &Arc<Self>, provider_call_id: &str) -> Option<Place> {
        let mut calls = self.lock();
        let (number, said) = match calls.remove(provider_call_id) {
            Some(older) => {
                older.replaced.cancel();
                (older.number + 1, older.said)
            }
            None if calls.len() >= self.limit => return None,
            None => (0, Said::default()),
        };
        let replaced = CancellationToken::new();
        let live = Live {
            number,
            replaced: replaced.clone(),
            said: Arc::clone(&said),
        };
        calls.insert(provider_call_id.to_owned(), live);
        Some(Place {
            calls: Arc::clone(self),
            provider_call_id: provider_call_id.to_owned(),
            number,
            replaced,
            said,
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Live>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut calls = self.calls.lock();
        if calls
            .get(&self.provider_call_id)
            .is_some_and(|live| live.number == self.number)
        {
            calls.remove(&self.provider_call_id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_limited_freed_and_taken_over() {
        let calls = Arc::new(LiveCalls::new(1));
        let first = calls.enter("a").expect("room");
        assert!(calls.enter("b").is_none());
        let second = calls.enter("a").expect("the same call");
        assert!(first.replaced.is_cancelled());
        drop(first);
        assert!(calls.is_live("a"), "the newer socket keeps the place");
        drop(second);
        assert_eq!(calls.count(), 0);
    }
}
