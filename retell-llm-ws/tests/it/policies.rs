//! Policies made of policies: which part answers, and what the others learn.

use std::time::Duration;

use proptest::prelude::*;
use retell_llm_ws::{
    Action, ConversationPolicy, Observed, Options, PolicyError, Reply, Speech, Turn, TurnKind,
    policies::{PolicyExt, Switch, policy_fn, speech_fn},
    testkit::TestCall,
};

use crate::support::{Phone, Puppet, entries};

fn says(words: &'static str) -> impl ConversationPolicy {
    speech_fn(move |_| Speech::say(words)).greeting(Speech::say(format!("{words} here.")))
}

async fn failing(words: &&'static str, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
    reply.act(Action::EndCall);
    reply.no_interruption();
    reply.say(*words).await?;
    Err(PolicyError::new("out of order"))
}

async fn stalling(words: &&'static str, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
    reply.say(*words).await?;
    tokio::time::sleep(Duration::from_secs(60)).await;
    Ok(reply.finish("At last.").await?)
}

#[tokio::test]
async fn the_second_answers_when_the_first_fails_in_silence() {
    let mut call = TestCall::new(policy_fn("", failing).or(says("second")));
    let turn = call.say("hello").await;
    assert_eq!((turn.text.as_str(), turn.error.is_none()), ("second", true));
    assert_eq!(
        (turn.action, turn.no_interruption),
        (None, false),
        "what the first had set is withdrawn"
    );
}

#[tokio::test]
async fn the_second_is_silent_once_the_first_has_spoken() {
    let mut call = TestCall::new(policy_fn("half of ", failing).or(says("second")));
    let turn = call.say("hello").await;
    assert_eq!(turn.text, "half of ");
    assert_eq!(turn.error.unwrap().to_string(), "out of order");
}

#[tokio::test]
async fn an_empty_answer_is_an_answer() {
    let silent = speech_fn(|_| Speech::silence());
    let mut call = TestCall::new(silent.or(says("second")));
    assert_eq!(call.say("hello").await.text, "");
}

/// Panics wherever it is told to.
struct Jumpy(&'static str);

#[retell_llm_ws::async_trait]
impl ConversationPolicy for Jumpy {
    fn greet(&mut self, _: &retell_llm_ws::CallContext) -> Speech {
        assert!(self.0 != "greet", "told to");
        Speech::say("first here.")
    }

    fn observe(&mut self, _: &retell_llm_ws::CallContext, event: Observed<'_>) {
        if let Observed::Turn(turn) = event {
            assert!(self.0 != "observe" || turn.response_id > 1, "told to");
        }
    }

    async fn respond(&self, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        assert!(self.0 != "respond", "told to");
        Ok(reply.finish("first").await?)
    }
}

#[tokio::test]
async fn panics_of_the_first_are_the_seconds_turns() {
    let mut call = TestCall::new(Jumpy("greet").or(says("second")));
    assert_eq!(call.greet().text, "second here.");
    assert_eq!(call.say("hello").await.text, "first");

    let mut call = TestCall::new(Jumpy("respond").or(says("second")));
    assert_eq!(call.greet().text, "first here.");
    assert_eq!(call.say("hello").await.text, "second");

    let mut call = TestCall::new(Jumpy("observe").or(says("second")));
    assert_eq!(call.say("hello").await.text, "second");
    assert_eq!(
        call.say("again").await.text,
        "first",
        "passed over for one turn only"
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_is_not_whole_in_time_fails() {
    let limit = Duration::from_secs(2);
    let mut call = TestCall::new(policy_fn("Well, ", stalling).timeout(limit).or(says("second")));
    let began = tokio::time::Instant::now();
    let turn = call.say("hello").await;
    assert_eq!((turn.text.as_str(), turn.error.is_some()), ("Well, ", true));
    assert_eq!(began.elapsed(), limit);

    let mut call = TestCall::new(policy_fn("", stalling).timeout(limit).or(says("second")));
    assert_eq!(call.say("hello").await.text, "second");
    let mut call = TestCall::new(says("quick").timeout(limit));
    assert_eq!(call.greet().text, "quick here.");
    assert_eq!(call.say("hello").await.text, "quick");
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_has_begun_in_time_may_take_its_time() {
    let limit = Duration::from_secs(2);
    let mut call = TestCall::new(policy_fn("Well. ", stalling).first_words_within(limit));
    assert_eq!(call.say("hello").await.text, "Well. At last.");
    let mut call = TestCall::new(
        policy_fn("", stalling)
            .first_words_within(limit)
            .or(says("second")),
    );
    assert_eq!(call.say("hello").await.text, "second");
}

#[tokio::test]
async fn a_guard_answers_or_lets_pass() {
    let (puppet, diary) = Puppet::new();
    let policy = puppet.guard(|turn| {
        turn.said()?.contains("fire").then(|| Speech {
            text: "Help is on the way.".to_owned(),
            no_interruption: true,
            action: Some(Action::transfer("+14155550100")),
        })
    });
    let mut call = TestCall::new(policy);
    assert_eq!(call.greet().text, "Hello there.");
    assert_eq!(call.say("good morning").await.text, "You said good morning");
    let guarded = call.say("my trailer is on fire").await;
    assert_eq!(guarded.text, "Help is on the way.");
    assert!(guarded.no_interruption && guarded.action == Some(Action::transfer("+14155550100")));
    assert_eq!(call.silence().await.text, "Still there?");
    assert_eq!(entries(&diary)[..3], ["greet", "turn 1", "turn 2"]);
}

#[tokio::test(start_paused = true)]
async fn a_guard_that_panics_lets_nothing_through() {
    let policy = Puppet::default().guard(|turn| panic!("no {}", turn.response_id));
    let mut phone = Phone::begun(policy, Options::new().fallback_phrase("Once more?")).await;
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await, (1, "Once more?".to_owned()));
    phone.end().await;
}

#[tokio::test]
async fn a_switch_goes_by_the_variable() {
    let switch = || {
        Switch::on("language", says("english"))
            .case("es", says("spanish"))
            .case("es", says("never"))
            .case("fr", says("french"))
    };
    for (value, name) in [
        ("es", "spanish"),
        ("fr", "french"),
        ("ES", "english"),
        ("", "english"),
    ] {
        let mut call = TestCall::with_variables(switch(), [("language", value)]);
        assert_eq!(call.greet().text, format!("{name} here."));
        assert_eq!(call.say("hello").await.text, name);
    }
    assert_eq!(TestCall::new(switch()).say("hello").await.text, "english");
}

#[tokio::test(start_paused = true)]
async fn details_that_come_late_change_the_choice() {
    let (puppet, diary) = Puppet::new();
    let policy = Switch::on("name", says("default")).case("Ana", puppet);
    let options = Options::new().call_details_deadline(Duration::from_millis(100));
    let mut phone = Phone::dial(policy, options);
    phone.next().await;
    assert_eq!(phone.answer().await.1, "default here.");
    phone.details(&[("name", "Ana")]);
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await.1, "You said hello");
    assert_eq!(entries(&diary), ["details", "turn 1"]);
    phone.end().await;
}

#[tokio::test]
async fn reminders_stay_reminders_on_their_way_through() {
    let kinds = speech_fn(|turn| {
        Speech::say(if turn.kind == TurnKind::Reminder {
            "reminder"
        } else {
            "response"
        })
    });
    let mut call = TestCall::new(
        kinds
            .timeout(Duration::from_secs(1))
            .guard(|_| None)
            .or(says("second")),
    );
    assert_eq!(call.say("hello").await.text, "response");
    assert_eq!(call.silence().await.text, "reminder");
}

/// What one stage of a chain does with a turn.
#[derive(Debug, Clone, Copy)]
enum Stage {
    Answers,
    Fails,
    Panics,
    FailsHalfway,
}

struct Link(usize, Stage);

#[retell_llm_ws::async_trait]
impl ConversationPolicy for Link {
    async fn respond(&self, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        match self.1 {
            Stage::Answers => Ok(reply.finish(format!("{}.", self.0)).await?),
            Stage::Fails => Err(PolicyError::new("told to")),
            Stage::Panics => panic!("told to"),
            Stage::FailsHalfway => {
                reply.say(format!("{} ", self.0)).await?;
                Err(PolicyError::new("told to"))
            }
        }
    }
}

fn stage() -> impl Strategy<Value = Stage> {
    prop_oneof![
        Just(Stage::Answers),
        Just(Stage::Fails),
        Just(Stage::Panics),
        Just(Stage::FailsHalfway)
    ]
}

proptest! {
    /// Whatever the parts do, the caller hears the first one that has words, and that one alone.
    #[test]
    fn a_chain_speaks_with_one_voice(stages in prop::collection::vec(stage(), 1..6)) {
        let chain = stages.iter().enumerate().rev().fold(
            None::<Box<dyn ConversationPolicy>>,
            |rest, (place, stage)| Some(match rest {
                None => Box::new(Link(place, *stage).timeout(Duration::from_secs(9))),
                Some(rest) => Box::new(Link(place, *stage).timeout(Duration::from_secs(9)).or(rest)),
            }),
        ).expect("at least one");
        let last = stages.len() - 1;
        let voice = stages.iter().position(|stage| matches!(stage, Stage::Answers | Stage::FailsHalfway));
        // A panic nobody stands behind is the engine's to catch.
        prop_assume!(voice.is_some() || !matches!(stages[last], Stage::Panics));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let outcome = runtime.block_on(TestCall::new(chain).say("hello"));
        let (text, failed) = match voice {
            Some(place) if matches!(stages[place], Stage::Answers) => (format!("{place}."), false),
            Some(place) => (format!("{place} "), true),
            None => (String::new(), true),
        };
        prop_assert_eq!(outcome.text, text);
        prop_assert_eq!(outcome.error.is_some(), failed);
    }
}
