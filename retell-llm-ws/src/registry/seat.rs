//! One socket's place among the live calls, and what it shares with its handles.

use std::{
    fmt,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use retell_client::models::{CallId, Utterance};
use tokio::sync::{broadcast, mpsc, oneshot};

use super::{
    Lines,
    events::{CallEvent, EVENTS, Watch},
    handle::CallHandle,
    live::LiveCall,
    order::{ORDERS, Order},
};
use crate::{Timestamp, drive::EndReason, frame::ResponseId, observer::TurnReport, policy::TurnKind};

/// What the task of a call shares with its handles.
pub(crate) struct Line {
    call_id: CallId,
    orders: mpsc::Sender<Order>,
    replace: Mutex<Option<oneshot::Sender<()>>>,
    live: Mutex<LiveCall>,
    /// Made when somebody watches.
    events: OnceLock<broadcast::Sender<CallEvent>>,
}

impl Line {
    pub(super) fn call_id(&self) -> &CallId {
        &self.call_id
    }

    pub(super) fn orders(&self) -> &mpsc::Sender<Order> {
        &self.orders
    }

    pub(super) fn replace(&self) {
        let replace = self.replace.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(replace) = replace {
            let _ = replace.send(());
        }
    }

    pub(super) fn live(&self) -> LiveCall {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn watch(self: &Arc<Self>) -> Watch {
        let events = self.events.get_or_init(|| broadcast::Sender::new(EVENTS));
        Watch::new(Arc::clone(self), events.subscribe())
    }

    pub(crate) fn connected(&self, at: Timestamp) {
        self.note(|live| live.connected(at));
    }

    pub(crate) fn began(&self, resumed: bool) {
        self.tell(|| CallEvent::Began { resumed });
    }

    pub(crate) fn heard(&self, transcript: &[Utterance]) {
        let Some(last) = transcript.last() else { return };
        let mut changed = false;
        self.note(|live| changed = live.said(last));
        if changed {
            self.tell(|| CallEvent::Heard(last.into()));
        }
    }

    pub(crate) fn turn_started(&self, response_id: ResponseId, kind: TurnKind) {
        self.note(|live| live.turns = live.turns.saturating_add(1));
        self.tell(|| CallEvent::TurnStarted { response_id, kind });
    }

    pub(crate) fn turn_finished(&self, report: &TurnReport) {
        self.note(|live| live.finished(report));
        self.tell(|| CallEvent::TurnFinished(report.clone()));
    }

    pub(crate) fn saying(&self, words: &str) {
        self.tell(|| CallEvent::Saying(words.into()));
    }

    pub(crate) fn ended(&self, reason: EndReason) {
        self.tell(|| CallEvent::Ended(reason));
    }

    fn note(&self, change: impl FnOnce(&mut LiveCall)) {
        change(&mut self.live.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The event is only made when somebody watches.
    fn tell(&self, event: impl FnOnce() -> CallEvent) {
        if let Some(events) = self.events.get().filter(|events| events.receiver_count() > 0) {
            let _ = events.send(event());
        }
    }
}

/// One socket's place among the live calls.
///
/// From [`Registry::enter`](super::Registry::enter), or [`Seat::alone`] without a registry; goes into
/// [`Admission::seated`](crate::Admission::seated).
pub struct Seat {
    line: Arc<Line>,
    orders: mpsc::Receiver<Order>,
    replaced: oneshot::Receiver<()>,
    lines: Option<Arc<Lines>>,
}

impl Seat {
    /// A seat in no registry, for a host that only wants a [`handle`](Self::handle).
    pub fn alone(call_id: CallId) -> Self {
        Self::take(call_id, None, None)
    }

    pub(super) fn take(call_id: CallId, earlier: Option<&Arc<Line>>, lines: Option<Arc<Lines>>) -> Self {
        let (sender, orders) = mpsc::channel(ORDERS);
        let (replace, replaced) = oneshot::channel();
        let live = earlier.map_or_else(
            || LiveCall::new(call_id.clone()),
            |line| line.live().reconnected(),
        );
        let line = Arc::new(Line {
            call_id,
            orders: sender,
            replace: Mutex::new(Some(replace)),
            live: Mutex::new(live),
            events: OnceLock::new(),
        });
        Self {
            line,
            orders,
            replaced,
            lines,
        }
    }

    /// A handle on the call.
    pub fn handle(&self) -> CallHandle {
        CallHandle::new(Arc::clone(&self.line))
    }

    pub(crate) fn line(&self) -> &Arc<Line> {
        &self.line
    }

    /// The next thing somebody wants of the call. Orders are only taken when `begun`. Cancel-safe.
    pub(crate) async fn wanted(&mut self, begun: bool) -> Wanted {
        tokio::select! {
            biased;
            Ok(()) = &mut self.replaced, if !self.replaced.is_terminated() => Wanted::Replaced,
            Some(order) = self.orders.recv(), if begun => Wanted::Order(order),
            else => std::future::pending().await,
        }
    }
}

/// What somebody wants of a call.
pub(crate) enum Wanted {
    /// Something of a handle's.
    Order(Order),
    /// A newer socket of the same call has come.
    Replaced,
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(lines) = &self.lines {
            lines.leave(&self.line);
        }
    }
}

impl fmt::Debug for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seat")
            .field("call_id", &self.line.call_id)
            .finish_non_exhaustive()
    }
}
