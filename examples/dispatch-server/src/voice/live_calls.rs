//! Calls whose socket is open in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use retell_client::models::CallId;
use retell_llm_ws::registry::{Registry, Seat};

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
    seats: Registry,
    so_far: Mutex<HashMap<String, Growing>>,
}

/// What is kept about a call while it has a seat.
#[derive(Debug)]
pub(super) struct Place {
    calls: Arc<LiveCalls>,
    /// For the engine, which gives it up at the end of the socket.
    pub(super) seat: Option<Seat>,
    /// Retell's id of the call.
    pub(super) provider_call_id: String,
    /// For whoever opens the call's page while it is on.
    pub(super) so_far: Growing,
}

impl LiveCalls {
    /// Room for so many calls.
    pub fn new(limit: usize) -> Self {
        Self {
            seats: Registry::new(limit),
            so_far: Mutex::default(),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.seats.len()
    }

    /// Whether this one is among them.
    pub fn is_live(&self, provider_call_id: &str) -> bool {
        self.seats.get(&CallId::from(provider_call_id)).is_some()
    }

    /// What has happened so far in this one; `None` when it is not among them.
    pub(crate) fn so_far(&self, provider_call_id: &str) -> Option<SoFar> {
        let so_far = Arc::clone(self.lock().get(provider_call_id)?);
        let so_far = so_far.lock().unwrap_or_else(PoisonError::into_inner);
        Some(so_far.clone())
    }

    /// Hangs up on the line itself; false when the call is not on the line here.
    pub(crate) async fn hang_up(&self, provider_call_id: &str) -> bool {
        match self.seats.get(&CallId::from(provider_call_id)) {
            Some(call) => call.end("").await.is_ok(),
            None => false,
        }
    }

    /// Takes a seat; `None` when all are taken. A newer socket of the same call replaces the older one, which has gone
    /// dead without our noticing.
    pub(super) fn enter(self: &Arc<Self>, provider_call_id: &str) -> Option<Place> {
        let mut so_far = self.lock();
        let seat = self.seats.enter(&CallId::from(provider_call_id))?;
        let so_far = Arc::clone(so_far.entry(provider_call_id.to_owned()).or_default());
        Some(Place {
            calls: Arc::clone(self),
            seat: Some(seat),
            provider_call_id: provider_call_id.to_owned(),
            so_far,
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Growing>> {
        self.so_far.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.seat = None;
        let mut so_far = self.calls.lock();
        // A newer socket of the call goes on with it.
        if !self.calls.is_live(&self.provider_call_id) {
            so_far.remove(&self.provider_call_id);
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
        let handle = first.seat.as_ref().expect("a seat").handle();
        assert!(calls.enter("b").is_none());
        let second = calls.enter("a").expect("the same call");
        drop(first);
        assert!(!handle.is_live());
        assert!(calls.is_live("a"), "the newer socket keeps the place");
        assert!(calls.so_far("a").is_some());
        drop(second);
        assert_eq!(calls.count(), 0);
        assert!(calls.so_far("a").is_none());
    }
}
