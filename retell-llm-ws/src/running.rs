//! A policy at work on one turn: polled by the task of the call, dropped when it is cut off.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
};

use futures_util::FutureExt;
use jiff::Timestamp;
use retell_client::models::Utterance;
use tokio::sync::mpsc;

use crate::{
    context::CallContext,
    frame::ResponseId,
    policy::{ConversationPolicy, PolicyError, Turn, TurnKind},
    reply::{Chunk, Reply},
};

/// What one turn is about, owned.
pub(crate) struct Asked {
    pub(crate) call: Arc<CallContext>,
    pub(crate) response_id: ResponseId,
    pub(crate) kind: TurnKind,
    pub(crate) transcript: Arc<Vec<Utterance>>,
    pub(crate) now: Timestamp,
}

impl Asked {
    pub(crate) fn turn(&self) -> Turn<'_> {
        Turn {
            call: &self.call,
            response_id: self.response_id,
            kind: self.kind,
            transcript: &self.transcript,
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
    Chunk(Chunk),
    Ended(End),
}

pub(crate) struct Running {
    pub(crate) id: ResponseId,
    work: Pin<Box<dyn Future<Output = (End, Option<Chunk>)> + Send>>,
    chunks: mpsc::Receiver<Chunk>,
    ended: Option<(End, Option<Chunk>)>,
}

impl Running {
    /// The work holds its own reference to the policy, so that the loop stays flat; when it is dropped, the loop's is
    /// the only one again.
    pub(crate) fn new(policy: Arc<dyn ConversationPolicy>, asked: Asked) -> Self {
        let (mut reply, chunks) = Reply::channel();
        let id = asked.response_id;
        let work = Box::pin(async move {
            let turn = asked.turn();
            // State cannot be left half made: `respond` borrows the policy immutably.
            let respond = AssertUnwindSafe(async { policy.respond(&turn, &mut reply).await });
            match respond.catch_unwind().await {
                Ok(Ok(())) => (End::Done, reply.into_rest()),
                Ok(Err(error)) => (End::Failed(error), None),
                Err(_) => (End::Panicked, None),
            }
        });
        Self {
            id,
            work,
            chunks,
            ended: None,
        }
    }

    /// The next chunk, or the end once all chunks are out. Must not be called after the end.
    ///
    /// Cancel-safe: what has happened is kept.
    pub(crate) async fn next(&mut self) -> Step {
        if self.ended.is_none() {
            tokio::select! {
                biased;
                Some(chunk) = self.chunks.recv() => return Step::Chunk(chunk),
                end = &mut self.work => self.ended = Some(end),
            }
        }
        if let Ok(chunk) = self.chunks.try_recv() {
            return Step::Chunk(chunk);
        }
        match self.ended.as_mut() {
            Some((_, rest)) if rest.is_some() => rest.take().map_or(Step::Ended(End::Done), Step::Chunk),
            _ => Step::Ended(self.ended.take().map_or(End::Done, |(end, _)| end)),
        }
    }
}

/// Runs a synchronous method of a policy. `None` when it panicked.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
