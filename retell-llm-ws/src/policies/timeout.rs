//! A policy that may not take as long as it likes.

use std::{sync::atomic::Ordering, time::Duration};

use async_trait::async_trait;
use futures_util::future::{Either, select};
use tokio::time::sleep;

use crate::{CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn};

/// Fails a turn that takes too long, so that a [`Fallback`](super::Fallback) around it can answer in time.
///
/// The policy's `respond` is dropped when the limit passes. Without a fallback the engine speaks its own fallback
/// phrase; its own deadlines ([`Options::turn_deadline`](crate::Options::turn_deadline)) hold as well, so a limit above
/// them has no effect.
#[derive(Debug)]
pub struct Timeout<P> {
    policy: P,
    limit: Duration,
    ends: Ends,
}

/// What ends the wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    WithFirstWords,
    WithWholeAnswer,
}

impl<P: ConversationPolicy> Timeout<P> {
    /// The whole answer may take this long.
    pub fn whole(policy: P, limit: Duration) -> Self {
        Self {
            policy,
            limit,
            ends: Ends::WithWholeAnswer,
        }
    }

    /// The first words may take this long; what follows is not limited.
    pub fn first_words(policy: P, limit: Duration) -> Self {
        Self {
            policy,
            limit,
            ends: Ends::WithFirstWords,
        }
    }
}

#[async_trait]
impl<P: ConversationPolicy> ConversationPolicy for Timeout<P> {
    fn greet(&mut self, call: &CallContext) -> Speech {
        self.policy.greet(call)
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        self.policy.observe(call, event);
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let spoken = reply.first_words();
        let respond = self.policy.respond(turn, reply);
        match select(respond, Box::pin(sleep(self.limit))).await {
            Either::Left((answer, _)) => answer,
            Either::Right(((), respond)) => {
                if self.ends == Ends::WithFirstWords && spoken.load(Ordering::Relaxed) {
                    return respond.await;
                }
                Err(PolicyError::new("the policy took longer than it may"))
            }
        }
    }
}
