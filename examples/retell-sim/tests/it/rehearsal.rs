//! Rehearsed calls: the same again, and as Retell would report them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use retell_client::models::{Call, DisconnectionReason};
use retell_llm_ws::{Action, CallContext, ConversationPolicy, Speech, Turn};
use retell_sim::driver::{Driver, PersonaKind};
use retell_sim::rehearsal::{CallSeed, rehearse};
use retell_sim::{SimOptions, Simulator};

use crate::support::{KEY, client, policy};

fn dispatcher(turn: &Turn<'_>) -> Speech {
    let questions = [
        "Where are you right now?",
        "When will you get there?",
        "Is that right?",
    ];
    let asked = turn
        .transcript
        .iter()
        .filter(|line| line.role.as_str() == "agent")
        .count();
    match questions.get(asked.saturating_sub(1)) {
        Some(question) => Speech::say(*question),
        None => Speech {
            action: Some(Action::EndCall),
            ..Speech::say("Thanks. Drive safe.")
        },
    }
}

fn factory() -> impl FnOnce(&CallContext) -> Box<dyn ConversationPolicy> + Send {
    |_: &CallContext| policy(Arc::new(dispatcher))
}

fn start() -> Timestamp {
    "2026-03-04T20:05:00Z".parse().unwrap()
}

async fn run(kind: PersonaKind, seed: u64) -> Call {
    let variables: BTreeMap<_, _> = [("driver_name".to_owned(), "Mike Jones".to_owned())].into();
    let driver = Driver::persona(kind, &variables, seed);
    let mut call = CallSeed::new(format!("call_{seed}"), variables, start());
    call.seed = seed;
    rehearse(factory(), driver, call).await
}

#[tokio::test]
async fn the_same_seed_gives_the_same_call() {
    for seed in 0..10 {
        let kind = PersonaKind::drawn_from(seed);
        assert_eq!(run(kind, seed).await, run(kind, seed).await, "{kind:?}");
    }
    assert_ne!(
        run(PersonaKind::OnTime, 1).await.transcript,
        run(PersonaKind::OnTime, 2).await.transcript
    );
}

#[tokio::test]
async fn it_reads_like_a_call_that_was_made() {
    let call = run(PersonaKind::OnTime, 4).await;
    assert_eq!(call.start_timestamp, Some(start().as_millisecond()));
    assert_eq!(
        call.end_timestamp,
        Some(start().as_millisecond() + call.duration_ms.unwrap())
    );
    assert_eq!(call.disconnection_reason, Some(DisconnectionReason::AgentHangup));
    assert!(
        (10_000..300_000).contains(&call.duration_ms.unwrap()),
        "{:?}",
        call.duration_ms
    );
    assert_eq!(
        call.utterances()[0].content,
        "Hi Mike Jones, this is dispatch. How's it going?"
    );
    assert!(call.utterances().iter().all(|line| !line.words.is_empty()));
    assert!(call.call_analysis.as_ref().unwrap().call_summary.is_some());
    assert!(call.latency.as_ref().unwrap().e2e.is_some());
}

#[tokio::test(start_paused = true)]
async fn it_waits_for_nothing() {
    let before = tokio::time::Instant::now();
    for seed in 0..30 {
        run(PersonaKind::drawn_from(seed), seed).await;
    }
    assert!(
        before.elapsed() < std::time::Duration::from_millis(1),
        "a timer was waited for"
    );
}

#[tokio::test]
async fn an_adopted_call_is_served_like_any_other() {
    let simulator = Simulator::start(SimOptions::new(KEY)).await.unwrap();
    let call = simulator.adopt(run(PersonaKind::Arrived, 5).await);
    let read = client(&simulator)
        .call()
        .retrieve(call.call_id.clone())
        .await
        .unwrap();
    assert_eq!(read.transcript, call.transcript);
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    assert_eq!(
        http.get(read.recording_url.unwrap())
            .send()
            .await
            .unwrap()
            .status()
            .as_u16(),
        200
    );
}
