//! Policies made of functions, and policies made of other policies.
//!
//! ```
//! # #[cfg(feature = "testkit")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! # use std::time::Duration;
//! # use retell_llm_ws::{Action, PolicyError, Reply, Speech, Turn, testkit::TestCall};
//! use retell_llm_ws::policies::{PolicyExt, policy_fn, speech_fn};
//!
//! struct Model;
//!
//! let model = policy_fn(Model, async |_model: &Model, _turn: &Turn<'_>, _reply: &mut Reply| {
//!     Err(PolicyError::new("the model is overloaded"))
//! });
//! let apology = speech_fn(|_| Speech::say("I cannot look that up right now."));
//!
//! let policy = model
//!     .first_words_within(Duration::from_secs(3))
//!     .or(apology)
//!     .guard(|turn| {
//!         turn.said()?.contains("fire").then(|| Speech {
//!             action: Some(Action::transfer("+14155550100")),
//!             ..Speech::say("Putting you through to the emergency desk.")
//!         })
//!     })
//!     .greeting(Speech::say("Hello!"));
//!
//! let mut call = TestCall::new(policy);
//! assert_eq!(call.greet().text, "Hello!");
//! assert_eq!(call.say("is my order there").await.text, "I cannot look that up right now.");
//! assert!(call.say("there is a fire").await.action.is_some());
//! # }
//! # #[cfg(not(feature = "testkit"))]
//! # fn main() {}
//! ```
//!
//! # Who is told what
//!
//! Every part of a combination observes everything ([`ConversationPolicy::observe`]), also the turns that another part
//! answers: so each is up to date when the word comes to it. Observing a turn is therefore no promise of answering it;
//! what was really said stands in the next transcript. Only one part greets, and for one turn only one part at a time
//! speaks.
//!
//! # Cancel safety
//!
//! `respond` of every combination may be dropped at any await, like that of any policy: none keeps anything of a turn
//! outside its future.

mod fallback;
mod function;
mod greeting;
mod guard;
mod switch;
mod timeout;

use std::time::Duration;

pub use self::{
    fallback::Fallback,
    function::{PolicyFn, RespondFn, SpeechFn, policy_fn, speech_fn},
    greeting::Greeting,
    guard::Guard,
    switch::Switch,
    timeout::Timeout,
};
use crate::{ConversationPolicy, Speech, Turn};

/// Combines policies; implemented for each of them.
pub trait PolicyExt: ConversationPolicy + Sized {
    /// `second` answers when this policy fails before it has said anything. See [`Fallback`].
    fn or<B: ConversationPolicy>(self, second: B) -> Fallback<Self, B> {
        Fallback::new(self, second)
    }

    /// An answer that is not whole after `limit` fails. See [`Timeout`].
    fn timeout(self, limit: Duration) -> Timeout<Self> {
        Timeout::whole(self, limit)
    }

    /// An answer that has not begun after `limit` fails; once begun it may take its time. See [`Timeout`].
    fn first_words_within(self, limit: Duration) -> Timeout<Self> {
        Timeout::first_words(self, limit)
    }

    /// `inspect` sees each turn first, and may answer it in this policy's place. See [`Guard`].
    fn guard<F>(self, inspect: F) -> Guard<Self, F>
    where
        F: Fn(&Turn<'_>) -> Option<Speech> + Send + Sync + 'static,
    {
        Guard::new(self, inspect)
    }

    /// The call begins with these words instead of this policy's own. See [`Greeting`].
    fn greeting(self, greeting: Speech) -> Greeting<Self> {
        Greeting::new(self, greeting)
    }
}

impl<P: ConversationPolicy> PolicyExt for P {}
