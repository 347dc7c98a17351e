//! Calls whose socket is open in this process, and a handle on each.
//!
//! A host that wants them takes a [`Seat`] before the upgrade and hands it to the call:
//!
//! ```
//! use retell_llm_ws::{Admission, models::CallId, registry::Registry};
//!
//! let registry = Registry::new(200);
//! let call_id = CallId::from("call_1");
//! // `None`: answer 503 before the upgrade.
//! let seat = registry.enter(&call_id).expect("there is room");
//! let admission = Admission::fresh().seated(seat);
//! // From any task, as long as the call is on:
//! let handle = registry.get(&call_id).expect("on the line");
//! assert!(handle.is_live());
//! # drop(admission);
//! # assert!(registry.get(&call_id).is_none());
//! ```
//!
//! What is said in a call is personal: it is in [`LiveCall::last_said`] and [`CallEvent`], and never in `Debug` or logs.
//!
//! # Why there are no races
//!
//! A call is served by one task, which owns the session, the policy and the socket. Handles share two things with it:
//! a bounded channel into the task, and a mutex around what [`LiveCall`] shows, held for no longer than a copy and never
//! across an await. An order and a frame of Retell's that arrive together are handled one after the other, in the order
//! in which the task takes them; what an order means at that moment is decided by the session, which is pure. A seat
//! leaves the map only when it is still the one the map holds, which is decided under the map's lock.

mod events;
mod handle;
mod live;
mod order;
mod seat;

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use retell_client::models::CallId;

pub use self::{
    events::{CallEvent, Heard, Watch},
    handle::{CallHandle, CallOver},
    live::{LastSaid, LiveCall},
    seat::Seat,
};
pub(crate) use self::{
    order::Order,
    seat::{Line, Wanted},
};

/// The calls of this process. Cheap to clone; all clones are one registry.
#[derive(Clone)]
pub struct Registry {
    lines: Arc<Lines>,
}

/// The map behind a registry.
struct Lines {
    most: usize,
    open: Mutex<HashMap<CallId, Arc<Line>>>,
}

impl Lines {
    fn lock(&self) -> MutexGuard<'_, HashMap<CallId, Arc<Line>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets this socket, unless a newer one of the same call has taken its place.
    fn leave(&self, line: &Arc<Line>) {
        let mut open = self.lock();
        if open
            .get(line.call_id())
            .is_some_and(|held| Arc::ptr_eq(held, line))
        {
            open.remove(line.call_id());
        }
    }
}

impl Registry {
    /// Room for so many calls at once.
    pub fn new(most: usize) -> Self {
        Self {
            lines: Arc::new(Lines {
                most,
                open: Mutex::default(),
            }),
        }
    }

    /// Takes a seat for a socket that is about to be opened; `None` when all are taken. Dropping the seat frees it.
    ///
    /// A second socket of a call replaces the first, which has died without our noticing: serving it ends with
    /// [`EndReason::Replaced`](crate::EndReason::Replaced), and what [`LiveCall`] tells goes on from where it was.
    pub fn enter(&self, call_id: &CallId) -> Option<Seat> {
        let mut open = self.lines.lock();
        let earlier = open.get(call_id);
        if earlier.is_none() && open.len() >= self.lines.most {
            return None;
        }
        let seat = Seat::take(call_id.clone(), earlier, Some(Arc::clone(&self.lines)));
        if let Some(earlier) = open.insert(call_id.clone(), Arc::clone(seat.line())) {
            earlier.replace();
        }
        Some(seat)
    }

    /// The call with this id, if it is on the line here.
    pub fn get(&self, call_id: &CallId) -> Option<CallHandle> {
        self.lines
            .lock()
            .get(call_id)
            .map(|line| CallHandle::new(Arc::clone(line)))
    }

    /// All calls as they are now, in no order.
    pub fn calls(&self) -> Vec<LiveCall> {
        // The map's lock is not held while each call's is taken.
        let lines: Vec<_> = self.lines.lock().values().cloned().collect();
        lines.iter().map(|line| line.live()).collect()
    }

    /// How many calls there are.
    pub fn len(&self) -> usize {
        self.lines.lock().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registry")
            .field("calls", &self.len())
            .field("most", &self.lines.most)
            .finish()
    }
}
