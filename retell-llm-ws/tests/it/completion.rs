//! Every live id is completed exactly once, whatever the policy does; the caller is never left in silence.

use std::time::Duration;

use retell_llm_ws::{
    CallContext, ConversationPolicy, EndReason, Observed, Options, PolicyError, Reply, Speech, Turn,
    async_trait,
};
use tokio::time::Instant;

use crate::support::{Phone, Puppet, entries};

const FALLBACK: &str = "Sorry, I missed that. Could you say it again?";
const SECOND: &str = "I'm sorry, could you repeat that, please?";

#[tokio::test(start_paused = true)]
async fn an_error_and_a_panic_are_answered_with_the_fallback_phrase() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new()).await;
    for (id, words, fallback) in [(1, "fail", FALLBACK), (2, "panic", SECOND)] {
        phone.ask(id, words);
        assert_eq!(phone.answer().await, (id, fallback.to_owned()));
    }
    phone.ask(3, "hello");
    assert_eq!(phone.answer().await, (3, "You said hello".to_owned()));
    phone.end().await;
    assert_eq!(
        entries(&diary),
        ["greet", "turn 1", "failed 1", "turn 2", "failed 2", "turn 3"]
    );
}

#[tokio::test(start_paused = true)]
async fn silence_is_completed_too() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "mute");
    assert_eq!(phone.answer().await, (1, String::new()));
    phone.remind(2);
    assert_eq!(phone.answer().await, (2, "Still there?".to_owned()));
    phone.quiet(Duration::from_secs(20)).await;
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_policy_that_never_returns_is_given_up() {
    let (puppet, diary) = Puppet::new();
    let options = Options::new()
        .no_holding()
        .turn_deadline(Duration::from_secs(5))
        .fallback_phrase("Pardon?");
    let mut phone = Phone::begun(puppet, options).await;
    let asked = Instant::now();
    phone.ask(1, "hang");
    assert_eq!(phone.answer().await, (1, "Pardon?".to_owned()));
    assert_eq!(asked.elapsed(), Duration::from_secs(5));
    phone.end().await;
    assert_eq!(entries(&diary), ["greet", "turn 1", "dropped 1", "failed 1"]);
}

#[tokio::test(start_paused = true)]
async fn the_fallback_phrase_is_parted_from_the_words_before_it() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().fallback_phrase("Pardon?")).await;
    phone.ask(1, "half");
    assert_eq!(phone.answer().await, (1, "One half Pardon?".to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_lost_connection_ends_the_call_without_a_trace() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "hang");
    phone.fail(retell_llm_ws::TransportError::Broken("reset".into()));
    assert_eq!(phone.outcome().await.reason, EndReason::Lost);
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_takes_nothing_is_given_up() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    let jammed = Instant::now();
    phone.jam();
    phone.ask(1, "hello");
    assert_eq!(phone.outcome().await.reason, EndReason::Lost);
    assert_eq!(jammed.elapsed(), Duration::from_secs(10));
}

#[tokio::test(start_paused = true)]
async fn a_greeting_that_could_not_be_sent_does_not_count() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    phone.deaf();
    phone.details(&[]);
    let outcome = phone.outcome().await;
    assert_eq!((outcome.reason, outcome.greeted), (EndReason::Lost, false));
}

/// Panics wherever it is not supposed to.
struct Clumsy;

#[async_trait]
impl ConversationPolicy for Clumsy {
    fn greet(&mut self, _: &CallContext) -> Speech {
        panic!("in greet")
    }

    fn observe(&mut self, _: &CallContext, _: Observed<'_>) {
        panic!("in observe")
    }

    async fn respond(&self, _: &Turn<'_>, _: &mut Reply) -> Result<(), PolicyError> {
        unreachable!("not asked after a panic in observe")
    }
}

#[tokio::test(start_paused = true)]
async fn panics_in_the_synchronous_methods_do_not_mute_the_agent() {
    let mut phone = Phone::dial(Clumsy, Options::new());
    phone.details(&[]);
    phone.next().await;
    assert_eq!(phone.answer().await, (0, FALLBACK.to_owned()));
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await, (1, SECOND.to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn deadlines_without_end_are_no_deadlines() {
    let shutdown = retell_llm_ws::Shutdown::new();
    let options = Options::new()
        .shutdown(shutdown.clone())
        .call_details_deadline(Duration::MAX)
        .holding(Duration::MAX, "Hold.")
        .turn_deadline(Duration::MAX)
        .stall_deadline(Duration::MAX)
        .idle_timeout(Duration::MAX)
        .call_deadline(Duration::MAX);
    let mut phone = Phone::begun(Puppet::default(), options).await;
    shutdown.drain(Duration::MAX);
    phone.ask(1, "hang");
    phone.quiet(Duration::from_secs(100_000)).await;
    phone.end().await;
}
