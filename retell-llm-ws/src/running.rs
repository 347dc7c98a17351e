//! A policy at work on one turn: polled by the task of the call, dropped when it is cut off.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
};

use futures_util::FutureExt;
use jiff::Timestamp;
use retell_client::models::{TranscriptItem, Utterance};
use tokio::sync::mpsc;
use tracing::debug;

use crate::{
    action::LostAction,
    context::CallContext,
    frame::ResponseId,
    policy::{ConversationPolicy, PolicyError, Turn, TurnKind},
    reply::{Chunk, Piece, Reply},
};

/// What one turn is about, owned.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) call: Arc<CallContext>,
    pub(crate) response_id: ResponseId,
    pub(crate) kind: TurnKind,
    pub(crate) attempt: u32,
    pub(crate) transcript: Arc<Vec<Utterance>>,
    pub(crate) items: Option<Arc<Vec<TranscriptItem>>>,
    pub(crate) lost_action: Option<LostAction>,
    pub(crate) now: Timestamp,
}

impl Asked {
    pub(crate) fn turn(&self) -> Turn<'_> {
        Turn {
            call: &self.call,
            response_id: self.response_id,
            kind: self.kind,
            attempt: self.attempt,
            transcript: &self.transcript,
            items: self.items.as_deref().map_or(&[], |items| items),
            lost_action: self.lost_action.as_ref(),
            now: self.now,
        }
    }
}

/// How a policy's work on a turn ended.
#[derive(Debug)]
pub(crate) enum End {
    Done,
    Failed(PolicyError),
    Panicked,
}

/// What a running turn yields.
#[derive(Debug)]
pub(crate) enum Step {
    Piece(Piece),
    Ended(End),
}

/// What is left when the work is over.
struct Over {
    end: End,
    rest: Option<Chunk>,
    asked: Asked,
}

pub(crate) struct Running {
    pub(crate) id: ResponseId,
    work: Pin<Box<dyn Future<Output = Over> + Send>>,
    pieces: mpsc::Receiver<Piece>,
    over: Option<Over>,
}

impl Running {
    /// The work holds its own reference to the policy, so that the loop stays flat; when it is dropped, the loop's is
    /// the only one again.
    pub(crate) fn new(policy: Arc<dyn ConversationPolicy>, asked: Asked) -> Self {
        let (mut reply, pieces) = Reply::channel();
        let id = asked.response_id;
        let work = Box::pin(async move {
            let turn = asked.turn();
            // State cannot be left half made: `respond` borrows the policy immutably.
            let respond = AssertUnwindSafe(async { policy.respond(&turn, &mut reply).await });
            let (end, rest) = match respond.catch_unwind().await {
                Ok(Ok(())) => (End::Done, reply.into_rest()),
                Ok(Err(error)) => (End::Failed(error), None),
                Err(_) => (End::Panicked, None),
            };
            Over { end, rest, asked }
        });
        Self {
            id,
            work,
            pieces,
            over: None,
        }
    }

    /// The next piece, or the end once all pieces are out. Must not be called after the end.
    ///
    /// Cancel-safe: what has happened is kept.
    pub(crate) async fn next(&mut self) -> Step {
        if self.over.is_none() {
            tokio::select! {
                biased;
                Some(piece) = self.pieces.recv() => return Step::Piece(piece),
                over = &mut self.work => self.over = Some(over),
            }
        }
        if let Ok(piece) = self.pieces.try_recv() {
            return Step::Piece(piece);
        }
        let Some(over) = self.over.as_mut() else {
            return Step::Ended(End::Done);
        };
        match over.rest.take() {
            Some(rest) => Step::Piece(Piece::Words(rest)),
            None => Step::Ended(std::mem::replace(&mut over.end, End::Done)),
        }
    }

    /// What the turn was about, for another try; `None` before the end.
    pub(crate) fn into_asked(self) -> Option<Asked> {
        self.over.map(|over| over.asked)
    }
}

/// Drops what is a policy's, or holds something of one: a destructor that panics must not end the call.
pub(crate) fn discard<T>(theirs: T) {
    if guarded(move || drop(theirs)).is_none() {
        debug!("policy panicked while it was dropped");
    }
}

/// Runs a synchronous method of a policy. `None` when it panicked.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
