//! A second policy that answers when the first cannot.

use std::panic::AssertUnwindSafe;

use async_trait::async_trait;
use futures_util::FutureExt;
use tracing::debug;

use crate::{CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn, running::guarded};

/// The first policy speaks; the second answers a turn that the first fails (by an error or a panic) before it has said
/// anything of it.
///
/// Once words are out the second one stays silent, because two halves of two answers make no sense: the error is
/// passed on and the engine speaks its fallback phrase. An action the first set but did not send is withdrawn. A first
/// policy that says nothing and returns without an error has answered.
///
/// Both observe everything. The first one greets, the second only when the first panics over it. When the
/// first panics over observing a turn, the second answers that turn.
#[derive(Debug)]
pub struct Fallback<A, B> {
    first: A,
    second: B,
    /// Whether the first could not take in the turn at hand.
    passed_over: bool,
}

impl<A: ConversationPolicy, B: ConversationPolicy> Fallback<A, B> {
    /// `first`, with `second` behind it.
    pub fn new(first: A, second: B) -> Self {
        Self {
            first,
            second,
            passed_over: false,
        }
    }
}

#[async_trait]
impl<A: ConversationPolicy, B: ConversationPolicy> ConversationPolicy for Fallback<A, B> {
    fn greet(&mut self, call: &CallContext) -> Speech {
        guarded(|| self.first.greet(call)).unwrap_or_else(|| self.second.greet(call))
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        self.second.observe(call, event.clone());
        self.passed_over = guarded(|| self.first.observe(call, event)).is_none();
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        if self.passed_over {
            return self.second.respond(turn, reply).await;
        }
        // `respond` borrows the policy immutably, so a panic leaves no state half made.
        let first = AssertUnwindSafe(self.first.respond(turn, reply))
            .catch_unwind()
            .await;
        let error = match first {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(error)) => error,
            Err(_) => PolicyError::new("the first policy panicked"),
        };
        if reply.has_spoken() {
            return Err(error);
        }
        debug!(response.id = turn.response_id, %error, "the second policy answers");
        reply.start_afresh();
        self.second.respond(turn, reply).await
    }
}
