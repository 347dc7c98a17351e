//! Calls whose socket is open in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::calls::Utterance;
use crate::live::LiveState;

/// What a page that is opened in the middle of a call gets.
#[derive(Debug, Clone, Default)]
pub(crate) struct SoFar {
    /// What was said.
    pub(crate) said: Vec<Utterance>,
    /// What the agent has understood; `None` before its first answer.
    pub(crate) state: Option<LiveState>,
}

/// It grows while the call is on.
pub(super) type Growing = Arc<Mutex<SoFar>>;

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
    so_far: Growing,
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
    /// For whoever opens the call's page while it is on.
    pub(super) so_far: Growing,
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

    /// What has happened so far in this one; `None` when it is not among them.
    pub(crate) fn so_far(&self, provider_call_id: &str) -> Option<SoFar> {
        let so_far = Arc::clone(&self.lock().get(provider_call_id)?.so_far);
        let so_far = so_far.lock().unwrap_or_else(PoisonError::into_inner);
        Some(so_far.clone())
    }

    /// Takes a place; `None` when all are taken. A newer socket replaces an older one of the same call, which has gone
    /// dead without our noticing.
    pub(super) fn enter(self: &Arc<Self>, provider_call_id: &str) -> Option<Place> {
        let mut calls = self.lock();
        let (number, so_far) = match calls.remove(provider_call_id) {
            Some(older) => {
                older.replaced.cancel();
                (older.number + 1, older.so_far)
            }
            None if calls.len() >= self.limit => return None,
            None => (0, Growing::default()),
        };
        let replaced = CancellationToken::new();
        let live = Live {
            number,
            replaced: replaced.clone(),
            so_far: Arc::clone(&so_far),
        };
        calls.insert(provider_call_id.to_owned(), live);
        Some(Place {
            calls: Arc::clone(self),
            provider_call_id: provider_call_id.to_owned(),
            number,
            replaced,
            so_far,
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
