//! The policy over the engine, on a virtual clock.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use dispatch_policy::{CheckCallPolicy, Decision, Variables};
use jiff::Timestamp;
use retell_client::models::{Call, CallId, Role, Utterance};
use retell_llm_ws::{
    Action, CallContext, ConversationPolicy, Observed, ResponseId, Turn, TurnKind, testkit::TestCall,
};

const NUMBER: &str = "+13125550100";

fn context() -> CallContext {
    // Wednesday 4 March 2026, 14:05 Central.
    let now: Timestamp = "2026-03-04T20:05:00Z".parse().expect("a time");
    let mut context = CallContext::new(CallId::from("call_1"), now);
    let variables = [("driver_name", "Mike"), ("load_number", "7891-B")];
    let variables: BTreeMap<String, String> = variables
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
    let mut call = Call::default();
    call.retell_llm_dynamic_variables = Some(variables);
    context.call = Some(Box::new(call));
    context
}

fn defaults() -> Variables {
    Variables {
        transfer_number: Some(NUMBER.to_owned()),
        ..Variables::default()
    }
}

fn call(defaults: Variables) -> TestCall {
    TestCall::with(context(), |_| Box::new(CheckCallPolicy::new(defaults)))
}

#[tokio::test]
async fn a_whole_call_ends_with_its_goodbye() {
    let mut call = call(defaults());
    assert!(call.greet().text.starts_with("Hi Mike"));
    call.say("hey yeah i'm rolling no problems").await;
    call.say("i'm on i eighty just past joliet").await;
    let read_back = call.say("be there about four fifteen").await;
    assert!(
        read_back.text.contains("4:15 PM") && read_back.action.is_none(),
        "{}",
        read_back.text
    );
    let goodbye = call.say("yep that's right").await;
    assert_eq!(goodbye.action, Some(Action::EndCall));
    assert!(goodbye.no_interruption && !goodbye.text.is_empty());
}

#[tokio::test]
async fn a_person_is_transferred_to_with_the_first_words() {
    let mut call = call(defaults());
    call.greet();
    let reply = call.say("just let me talk to a human please").await;
    let transfer = Action::Transfer {
        number: NUMBER.to_owned(),
        show_transferee_as_caller: false,
    };
    assert_eq!(reply.action, Some(transfer));
}

#[tokio::test]
async fn without_a_number_dispatch_calls_back() {
    for number in [None, Some("dispatch".to_owned())] {
        let mut call = call(Variables {
            transfer_number: number,
            ..Variables::default()
        });
        call.greet();
        let reply = call.say("just let me talk to a human please").await;
        assert_eq!(reply.action, Some(Action::EndCall));
        assert!(reply.text.contains("call you right back"), "{}", reply.text);
    }
}

#[tokio::test]
async fn a_reconnected_call_goes_on_with_the_same_words() {
    let mut straight = call(defaults());
    let mut broken = call(defaults());
    for call in [&mut straight, &mut broken] {
        call.greet();
        call.say("running late man").await;
        call.silence().await;
        call.say("i'm on i eighty just past joliet").await;
    }
    broken.reconnect(|_| Box::new(CheckCallPolicy::new(defaults())));
    for said in ["five thirty", "traffic", "yep"] {
        let (a, b) = (straight.say(said).await, broken.say(said).await);
        assert_eq!((a.text, a.action), (b.text, b.action));
    }
}

#[tokio::test]
async fn a_question_that_was_cut_off_is_asked_again() {
    let mut call = call(defaults());
    call.greet();
    let first = call.say("hey yeah i'm rolling no problems").await;
    assert!(first.text.contains('?'));
    let again = call.interrupt(1, "hang on a second").await;
    assert!(!again.text.contains('?'), "{}", again.text);
    let third = call.say("okay go ahead").await;
    assert!(
        third.text.contains('?') && third.action.is_none(),
        "{}",
        third.text
    );
}

/// A request by hand: the test kit does not send an utterance twice.
fn ask(policy: &mut CheckCallPolicy, call: &CallContext, id: ResponseId, transcript: &[Utterance]) {
    let turn = Turn::new(call, id, TurnKind::Response, transcript, call.connected_at);
    policy.observe(call, Observed::Turn(&turn));
}

#[test]
fn a_longer_version_of_the_same_utterance_redoes_the_turn() {
    let context = context();
    let seen: Arc<Mutex<Vec<ResponseId>>> = Arc::default();
    let log = Arc::clone(&seen);
    let hook = Arc::new(move |decision: &Decision<'_>| {
        log.lock().expect("not poisoned").push(decision.response_id);
    });
    let mut policy = CheckCallPolicy::new(defaults()).on_decision(hook);
    let greeting = policy.greet(&context).text;
    let said = |text: &str| {
        vec![
            Utterance::new(Role::Agent, &greeting),
            Utterance::new(Role::User, text),
        ]
    };
    ask(&mut policy, &context, 1, &said("i'm on i eighty"));
    ask(&mut policy, &context, 2, &said("i'm on i eighty near joliet"));

    let mut fresh = CheckCallPolicy::new(defaults());
    fresh.greet(&context);
    ask(&mut fresh, &context, 1, &said("i'm on i eighty near joliet"));
    assert!(
        policy.call() == fresh.call(),
        "the shorter version must leave no trace"
    );

    // The very same request once more is answered the same and counts once.
    let before = policy.call().cloned();
    ask(&mut policy, &context, 3, &said("i'm on i eighty near joliet"));
    assert!(policy.call() == before.as_ref());
    let ids = seen.lock().expect("not poisoned").clone();
    assert_eq!(ids, [0, 1, 2, 3]);
}

#[test]
fn late_details_change_the_variables_and_keep_the_transcript() {
    let mut context = context();
    let details = context.call.take();
    let mut policy = CheckCallPolicy::new(defaults());
    let greeting = policy.greet(&context).text;
    assert!(!greeting.contains("Mike"));
    context.call = details;
    policy.observe(&context, Observed::Details);
    let transcript = [
        Utterance::new(Role::Agent, &greeting),
        Utterance::new(Role::User, "hello"),
    ];
    ask(&mut policy, &context, 1, &transcript);
    let known = policy
        .call()
        .and_then(|call| call.variables().driver_name.clone());
    assert_eq!(known.as_deref(), Some("Mike"));
}

#[test]
fn debug_output_holds_no_words() {
    let context = context();
    let mut policy = CheckCallPolicy::new(defaults());
    let greeting = policy.greet(&context).text;
    let transcript = [
        Utterance::new(Role::Agent, &greeting),
        Utterance::new(Role::User, "i'm in joliet"),
    ];
    ask(&mut policy, &context, 1, &transcript);
    let shown = format!("{policy:?} {:?}", policy.call());
    assert!(
        !["Mike", "joliet", "Joliet", "7891", "312555"]
            .iter()
            .any(|word| shown.contains(word)),
        "{shown}"
    );
}

/// The newest request is the one that is answered: an older one gets no words any more.
#[test]
fn only_the_newest_request_is_answered() {
    let context = context();
    let mut policy = CheckCallPolicy::new(defaults());
    policy.greet(&context);
    let older = [Utterance::new(Role::User, "rolling no")];
    let newer = [Utterance::new(
        Role::User,
        "rolling no problems i'm on i eighty by joliet",
    )];
    ask(&mut policy, &context, 1, &older);
    ask(&mut policy, &context, 2, &newer);
    let call = policy.call().expect("a call");
    assert_eq!(call.payload()["location.city"], "Joliet");
    // One turn was taken, not two: the longer version took the place of the shorter one.
    assert!(call.conflicts().is_empty());
    assert_eq!(call.slots().iter().filter_map(|slot| slot.turn).max(), Some(1));
}
