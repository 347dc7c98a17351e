//! Other first words than the policy's own.

use async_trait::async_trait;

use crate::{CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn};

/// Begins the call with fixed words; all else is the policy's.
///
/// The policy's own `greet` is not called, so a policy that changes its state there does not belong in here.
#[derive(Debug)]
pub struct Greeting<P> {
    policy: P,
    greeting: Speech,
}

impl<P: ConversationPolicy> Greeting<P> {
    /// `policy`, with these first words.
    pub fn new(policy: P, greeting: Speech) -> Self {
        Self { policy, greeting }
    }
}

#[async_trait]
impl<P: ConversationPolicy> ConversationPolicy for Greeting<P> {
    fn greet(&mut self, _call: &CallContext) -> Speech {
        self.greeting.clone()
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        self.policy.observe(call, event);
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        self.policy.respond(turn, reply).await
    }
}
