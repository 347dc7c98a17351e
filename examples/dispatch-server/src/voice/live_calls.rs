//! Calls whose socket is open in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

/// Calls whose socket is open in this process.
#[derive(Debug)]
pub struct LiveCalls {
    limit: usize,
    calls: Mutex<HashMap<String, (u64, CancellationToken)>>,
}

/// A call's place; leaving it frees the place.
#[derive(Debug)]
pub(super) struct Place {
    calls: Arc<LiveCalls>,
    provider_call_id: String,
    number: u64,
    /// Cancelled when Retell has opened a newer socket for the call.
    pub(super) replaced: CancellationToken,
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

    /// Takes a place; `None` when all are taken. A newer socket replaces an older one of the same call, which has gone
    /// dead without our noticing.
    pub(super) fn enter(self: &Arc<Self>, provider_call_id: &str) -> Option<Place> {
        let mut calls = self.lock();
        let number = match calls.remove(provider_call_id) {
            Some((number, older)) => {
                older.cancel();
                number + 1
            }
            None if calls.len() >= self.limit => return None,
            None => 0,
        };
        let replaced = CancellationToken::new();
        calls.insert(provider_call_id.to_owned(), (number, replaced.clone()));
        Some(Place {
            calls: Arc::clone(self),
            provider_call_id: provider_call_id.to_owned(),
            number,
            replaced,
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, (u64, CancellationToken)>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut calls = self.calls.lock();
        if calls
            .get(&self.provider_call_id)
            .is_some_and(|(number, _)| *number == self.number)
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
