//! The test kit itself.

use std::time::Duration;

use retell_client::models::Role;
use retell_llm_ws::{Action, testkit::TestCall};

use crate::support::{Puppet, entries};

#[tokio::test]
async fn a_transcript_grows_with_the_times_of_its_words() {
    let (puppet, diary) = Puppet::new();
    let mut call = TestCall::new(puppet);
    assert_eq!(call.greet().text, "Hello there.");
    let outcome = call.say("good morning").await;
    assert_eq!(
        (outcome.response_id, outcome.text.as_str()),
        (1, "You said good morning")
    );
    assert_eq!(outcome.chunks, ["You said ", "good morning"]);
    assert_eq!(call.silence().await.text, "Still there?");

    let roles: Vec<_> = call
        .transcript()
        .iter()
        .map(|utterance| utterance.role.clone())
        .collect();
    assert_eq!(roles, [Role::Agent, Role::User, Role::Agent, Role::Agent]);
    let times: Vec<_> = call
        .transcript()
        .iter()
        .flat_map(|utterance| &utterance.words)
        .map(|word| word.start)
        .collect();
    assert!(times.is_sorted() && times.len() == 10, "{times:?}");
    assert_eq!(call.transcript()[2].response_id(), Some(1));
    assert_eq!(entries(&diary), ["greet", "turn 1", "turn 2"]);
}

#[tokio::test]
async fn an_interrupted_goodbye_loses_its_hang_up_and_its_last_words() {
    let (puppet, diary) = Puppet::new();
    let mut call = TestCall::new(puppet);
    call.say("we are at the dock").await;
    let before = call.now();
    assert_eq!(call.say("bye").await.action, Some(Action::EndCall));
    call.interrupt(0, "wait").await;
    assert!(call.now() > before);
    let words: Vec<_> = call
        .transcript()
        .iter()
        .map(|utterance| utterance.content.as_str())
        .collect();
    assert_eq!(
        words,
        [
            "we are at the dock",
            "You said we are at the dock",
            "bye",
            "wait",
            "You said wait"
        ]
    );
    call.interrupt(1, "what").await;
    assert_eq!(call.transcript()[4].content, "You");
    assert_eq!(entries(&diary)[2..4], ["lost 2 EndCall", "turn 3"]);
}

#[tokio::test]
async fn a_call_may_have_variables() {
    let call = TestCall::with_variables(Puppet::default(), [("driver_name", "Ana"), ("load", "7")]);
    assert_eq!(call.context().variable("driver_name"), Some("Ana"));
    assert_eq!(call.context().variables().count(), 2);
    let details = call.context().call.as_ref().unwrap();
    assert_eq!(details.call_id, call.context().call_id);
}

#[tokio::test]
async fn errors_are_handed_out_and_a_new_process_can_take_over() {
    let mut call = TestCall::new(Puppet::default());
    assert!(call.say("fail").await.error.is_some());
    call.wait(Duration::from_secs(60));
    let (puppet, diary) = Puppet::new();
    call.reconnect(|_| Box::new(puppet));
    assert!(call.context().resumed);
    call.inject("gate 7");
    assert_eq!(call.say("hello").await.response_id, 2);
    assert_eq!(entries(&diary), ["resumed", "note gate 7", "turn 2"]);
}

#[tokio::test]
#[should_panic(expected = "the policy panicked in respond")]
async fn a_panic_fails_the_test() {
    TestCall::new(Puppet::default()).say("panic").await;
}
