//! A function is enough where there is nothing to greet with and nothing to remember.

use std::fmt;

use async_trait::async_trait;

use crate::{ConversationPolicy, PolicyError, Reply, Speech, Turn};

/// Answers every turn with `respond`, which is given `state` to work with: a client, settings, a cache.
///
/// `respond` is an `async fn` or an async closure that captures nothing; write the types of its arguments out.
///
/// ```
/// use retell_llm_ws::{PolicyError, Reply, Turn, policies::policy_fn};
///
/// struct Desk {
///     open_until: &'static str,
/// }
///
/// async fn respond(desk: &Desk, _turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
///     reply.say("We are open until ").await?;
///     Ok(reply.finish(desk.open_until).await?)
/// }
///
/// let policy = policy_fn(Desk { open_until: "six." }, respond);
/// let same = policy_fn(
///     Desk { open_until: "six." },
///     async |desk: &Desk, _turn: &Turn<'_>, reply: &mut Reply| Ok(reply.finish(desk.open_until).await?),
/// );
/// ```
pub fn policy_fn<S, F>(state: S, respond: F) -> PolicyFn<S, F>
where
    S: Send + Sync + 'static,
    F: for<'a> RespondFn<'a, S> + Send + Sync + 'static,
{
    PolicyFn { state, respond }
}

/// The shape of function that [`policy_fn`] takes. Implemented for every function that fits.
pub trait RespondFn<'a, S: 'a>: Fn(&'a S, &'a Turn<'a>, &'a mut Reply) -> Self::Answer {
    /// The future the function returns.
    type Answer: Future<Output = Result<(), PolicyError>> + Send + 'a;
}

impl<'a, S, F, A> RespondFn<'a, S> for F
where
    S: 'a,
    F: Fn(&'a S, &'a Turn<'a>, &'a mut Reply) -> A,
    A: Future<Output = Result<(), PolicyError>> + Send + 'a,
{
    type Answer = A;
}

/// A policy made by [`policy_fn`].
pub struct PolicyFn<S, F> {
    state: S,
    respond: F,
}

#[async_trait]
impl<S, F> ConversationPolicy for PolicyFn<S, F>
where
    S: Send + Sync + 'static,
    F: for<'a> RespondFn<'a, S> + Send + Sync + 'static,
{
    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        (self.respond)(&self.state, turn, reply).await
    }
}

impl<S, F> fmt::Debug for PolicyFn<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PolicyFn").finish_non_exhaustive()
    }
}

/// Answers every turn with what `answer` returns at once.
///
/// ```
/// use retell_llm_ws::{Speech, policies::speech_fn};
///
/// let name = "Ana".to_owned();
/// let policy = speech_fn(move |turn| match turn.said() {
///     Some(_) => Speech::say(format!("This is {name}.")),
///     None => Speech::say("Are you still there?"),
/// });
/// ```
pub fn speech_fn<F>(answer: F) -> SpeechFn<F>
where
    F: Fn(&Turn<'_>) -> Speech + Send + Sync + 'static,
{
    SpeechFn(answer)
}

/// A policy made by [`speech_fn`].
pub struct SpeechFn<F>(F);

#[async_trait]
impl<F> ConversationPolicy for SpeechFn<F>
where
    F: Fn(&Turn<'_>) -> Speech + Send + Sync + 'static,
{
    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let speech = (self.0)(turn);
        Ok(reply.finish_with(speech).await?)
    }
}

impl<F> fmt::Debug for SpeechFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SpeechFn").finish_non_exhaustive()
    }
}
