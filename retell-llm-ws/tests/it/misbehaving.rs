//! Policies and hosts that do what they should not: the call goes on, and its end is told.

use std::time::Duration;

use retell_client::models::Role;
use retell_llm_ws::{
    CallContext, Closed, ConversationPolicy, EndReason, Message, Observed, Observer, Options, Outcome,
    PolicyError, Reply, Speech, Turn, TurnKind, TurnReport, async_trait, frame::Config, registry::Registry,
};
use tokio::time::Instant;

use crate::support::{Hangup, Phone, Puppet, entries};

/// Panics wherever a destructor runs.
struct Brittle;

struct Shard;

impl Drop for Shard {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("dropped");
        }
    }
}

impl Drop for Brittle {
    fn drop(&mut self) {
        drop(Shard);
    }
}

#[async_trait]
impl ConversationPolicy for Brittle {
    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        if turn.said() == Some("hang") {
            let _shard = Shard;
            std::future::pending::<()>().await;
        }
        Ok(reply.finish("Fine.").await?)
    }
}

#[tokio::test(start_paused = true)]
async fn a_policy_that_panics_when_it_is_dropped_costs_nothing() {
    let options = Options::new().no_holding().fallback_phrase("Pardon?");
    let mut phone = Phone::begun(Brittle, options).await;
    // Superseded, then given up, then at work when the call ends.
    phone.ask(1, "hang");
    phone.ask(2, "hang");
    assert_eq!(phone.answer().await, (2, "Pardon?".to_owned()));
    phone.ask(3, "hello");
    assert_eq!(phone.answer().await, (3, "Fine.".to_owned()));
    phone.ask(4, "hang");
    tokio::task::yield_now().await;
    assert_eq!(phone.end().await.turns, 4);
}

/// Panics at every update.
struct Nervous;

#[async_trait]
impl ConversationPolicy for Nervous {
    fn observe(&mut self, _: &CallContext, event: Observed<'_>) {
        assert!(!matches!(event, Observed::Update { .. }), "too much");
    }

    async fn respond(&self, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        Ok(reply.finish("Fine.").await?)
    }
}

#[tokio::test(start_paused = true)]
async fn a_policy_that_panics_at_what_it_hears_still_answers() {
    let mut phone = Phone::begun(Nervous, Options::new()).await;
    phone.update(Role::User, "hel", None);
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await, (1, "Fine.".to_owned()));
    phone.end().await;
}

/// Panics at every word.
struct Fragile;

impl Observer for Fragile {
    fn call_began(&self, _: &CallContext) {
        panic!("began");
    }

    fn greeted(&self, _: &CallContext) {
        panic!("greeted");
    }

    fn turn_began(&self, _: &CallContext, _: u64, _: TurnKind) {
        panic!("turn began");
    }

    fn first_words(&self, _: &CallContext, _: u64) {
        panic!("first words");
    }

    fn turn_finished(&self, _: &CallContext, _: &TurnReport) {
        panic!("turn finished");
    }

    fn bad_frame(&self, _: &CallContext) {
        panic!("bad frame");
    }

    fn call_ended(&self, _: &CallContext, _: &Outcome) {
        panic!("ended");
    }
}

#[tokio::test(start_paused = true)]
async fn an_observer_that_panics_costs_nothing() {
    let options = Options::new().observer(std::sync::Arc::new(Fragile));
    let mut phone = Phone::begun(Puppet::default(), options).await;
    phone.raw(Message::text("nonsense"));
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await, (1, "You said hello".to_owned()));
    let outcome = phone.end().await;
    assert_eq!((outcome.turns, outcome.bad_frames), (1, 1));
}

/// Says its piece so often.
struct Talker {
    greeting: usize,
    piece: usize,
    times: usize,
}

#[async_trait]
impl ConversationPolicy for Talker {
    fn greet(&mut self, _: &CallContext) -> Speech {
        Speech::say("x".repeat(self.greeting))
    }

    async fn respond(&self, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        for _ in 0..self.times {
            reply.say("x".repeat(self.piece)).await?;
        }
        Ok(())
    }
}

fn talker(piece: usize, times: usize) -> Talker {
    Talker {
        greeting: 5,
        piece,
        times,
    }
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_chunks_are_said() {
    let mut phone = Phone::begun(talker(3, 10_000), Options::new()).await;
    phone.ask(1, "go on");
    assert_eq!(phone.answer().await, (1, "x".repeat(30_000)));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_without_end_is_given_up_at_the_limit() {
    for (piece, times, heard) in [(30, usize::MAX, 90), (101, 1, 0), (25, 4, 100)] {
        let options = Options::new().max_answer_bytes(100).fallback_phrase("Pardon?");
        let mut phone = Phone::begun(talker(piece, times), options).await;
        phone.ask(1, "go on");
        let words = "x".repeat(heard);
        let expected = match heard {
            100 => words,
            0 => "Pardon?".to_owned(),
            _ => format!("{words} Pardon?"),
        };
        assert_eq!(phone.answer().await, (1, expected));
        phone.end().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_greeting_above_the_limit_is_not_said() {
    let policy = Talker {
        greeting: 101,
        ..talker(1, 1)
    };
    let options = Options::new().max_answer_bytes(100).fallback_phrase("Pardon?");
    let mut phone = Phone::dial(policy, options);
    phone.details(&[]);
    phone.next().await;
    assert_eq!(phone.answer().await, (0, "Pardon?".to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_at_its_deadline_at_the_latest() {
    let silent = Config {
        auto_reconnect: false,
        ..Config::default()
    };
    for (options, deadline) in [
        (Options::new(), Duration::from_secs(2 * 3600 + 300)),
        (
            Options::new().call_deadline(Duration::from_secs(60)),
            Duration::from_secs(60),
        ),
    ] {
        let (puppet, diary) = Puppet::new();
        let opened = Instant::now();
        let mut phone = Phone::begun(puppet, options.config(silent)).await;
        phone.ask(1, "hello");
        phone.answer().await;
        // A half-open connection: nothing comes any more, and no keepalive was asked for that would be missed.
        tokio::time::sleep(deadline - Duration::from_secs(1)).await;
        phone.ask(2, "hang");
        assert_eq!(phone.hangup().await, Hangup::Code(1000));
        assert_eq!(opened.elapsed(), deadline);
        assert_eq!(phone.outcome().await.reason, EndReason::TooLong);
        assert_eq!(entries(&diary).last().map(String::as_str), Some("dropped 2"));
    }
    let options = Options::new().config(silent).call_deadline(None);
    let mut phone = Phone::begun(Puppet::default(), options).await;
    tokio::time::sleep(Duration::from_secs(24 * 3600)).await;
    phone.ask(1, "hello");
    phone.answer().await;
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_caller_may_hang_up_at_any_moment() {
    let options = || Options::new().call_details_deadline(Duration::from_secs(60));
    let closed = EndReason::Closed { code: Some(1000) };

    // Before the call is known, with a request that waits for it.
    let mut phone = Phone::dial(Puppet::default(), options());
    phone.ask(1, "hello");
    let outcome = phone.end().await;
    assert_eq!(
        (outcome.reason, outcome.greeted, outcome.turns),
        (closed, false, 0)
    );

    // While an answer is awaited, half said, repeated after a failure, or beside the talk.
    for words in ["hang", "half", "flaky", "look up", "flood", "bye and hang"] {
        let registry = Registry::new(1);
        let (mut phone, handle) = Phone::seated(Puppet::default(), options(), &registry).await;
        phone.ask(1, words);
        tokio::task::yield_now().await;
        let outcome = phone.end().await;
        assert_eq!((outcome.reason, outcome.turns), (closed, 1), "{words}");
        assert!(registry.is_empty() && !handle.is_live());
    }

    // In the middle of an interruption that keeps a request waiting.
    let (mut phone, handle) = Phone::seated(Puppet::default(), options(), &Registry::new(1)).await;
    let mut words = handle.interrupt_in_chunks().await.unwrap();
    words.say("Listen: ").await.unwrap();
    assert_eq!(phone.interrupt().await.content, "Listen: ");
    phone.ask(1, "hello");
    let outcome = phone.end().await;
    assert_eq!((outcome.reason, outcome.turns), (closed, 0));
    assert_eq!(words.say("more").await, Err(Closed));
}
