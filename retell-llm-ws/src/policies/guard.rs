//! A look at what the caller said before the policy answers.

use std::fmt;

use async_trait::async_trait;

use crate::{CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn};

/// Lets a function see each turn first: `Some` speech answers it, `None` passes it on to the policy.
///
/// For what must hold whatever the policy thinks: words that call for a human at once, requests that are never to reach
/// a model. The policy observes guarded turns too, but does not answer them. The greeting is not guarded. A function that
/// panics fails the turn, and the engine speaks the fallback phrase: nothing unguarded gets through.
pub struct Guard<P, F> {
    policy: P,
    inspect: F,
}

impl<P, F> Guard<P, F>
where
    P: ConversationPolicy,
    F: Fn(&Turn<'_>) -> Option<Speech> + Send + Sync + 'static,
{
    /// `policy`, guarded by `inspect`.
    pub fn new(policy: P, inspect: F) -> Self {
        Self { policy, inspect }
    }
}

#[async_trait]
impl<P, F> ConversationPolicy for Guard<P, F>
where
    P: ConversationPolicy,
    F: Fn(&Turn<'_>) -> Option<Speech> + Send + Sync + 'static,
{
    fn greet(&mut self, call: &CallContext) -> Speech {
        self.policy.greet(call)
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        self.policy.observe(call, event);
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        match (self.inspect)(turn) {
            Some(speech) => Ok(reply.finish_with(speech).await?),
            None => self.policy.respond(turn, reply).await,
        }
    }
}

impl<P: fmt::Debug, F> fmt::Debug for Guard<P, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard")
            .field("policy", &self.policy)
            .finish_non_exhaustive()
    }
}
