//! The engine's twelve promises, one test each: the shortest proof that it holds. The other files look closer.

use std::{sync::Arc, time::Duration};

use retell_client::models::{CallId, Role};
use retell_llm_ws::{
    Action, Admission, EndReason, Message, Observer, Options, ReportKind, Shutdown, TurnReport,
    frame::{AgentConfig, Metadata, Outbound, PingPong},
    registry::Registry,
    tungstenite::{AcceptError, Arrival, Refusal, accept},
};
use tokio::{sync::mpsc, time::Instant};
use tokio_tungstenite::{client_async, tungstenite};

use crate::support::{Hangup, Phone, Puppet, entries};

#[tokio::test(start_paused = true)]
async fn promise_01_config_comes_first_then_the_begin_message_once() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    assert_eq!(phone.next().await.kind(), "config");
    phone.details(&[("name", "Mike")]);
    assert_eq!(phone.answer().await, (0, "Hello Mike.".to_owned()));
    phone.end().await;
    // The details may never come.
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    assert_eq!(phone.answer().await, (0, "Hello there.".to_owned()));
    phone.end().await;
    // Retell has dialled again: neither when the host knows, nor when only the transcript tells.
    let mut phone = Phone::dial_as(Puppet::default(), Options::new(), Admission::resumed());
    phone.next().await;
    assert_eq!(phone.answer().await, (0, String::new()));
    phone.end().await;
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    phone.update(Role::Agent, "Hello there.", None);
    assert_eq!(phone.answer().await, (0, String::new()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn promise_02_pings_are_answered_whatever_the_policy_is_doing() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().no_holding()).await;
    phone.ask(1, "hang");
    let asked = Instant::now();
    for timestamp in 1..4 {
        phone.ping(timestamp);
        assert_eq!(phone.next().await, Outbound::PingPong(PingPong { timestamp }));
    }
    assert_eq!(asked.elapsed(), Duration::ZERO);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn promise_03_a_newer_request_silences_the_older() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new()).await;
    phone.ask(1, "half");
    assert_eq!(phone.response().await.content, "One half ");
    phone.ask(2, "hello");
    assert_eq!(phone.answer().await, (2, "You said hello".to_owned()));
    phone.quiet(Duration::from_secs(20)).await;
    phone.end().await;
    assert_eq!(entries(&diary), ["greet", "turn 1", "superseded 1", "turn 2"]);
}

#[tokio::test(start_paused = true)]
async fn promise_04_every_live_id_is_completed_exactly_once() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    for (id, words) in (1..).zip(["hello", "fail", "panic", "mute", "hang", "half"]) {
        phone.ask(id, words);
        assert_eq!(phone.answer().await.0, id, "{words}");
        phone.quiet(Duration::from_secs(13)).await;
    }
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn promise_05_the_caller_never_waits_in_silence() {
    let options = Options::new().fallback_phrase("Pardon?");
    let mut phone = Phone::begun(Puppet::default(), options).await;
    let asked = Instant::now();
    phone.ask(1, "hang");
    assert_eq!(phone.response().await.content, "One moment, please. ");
    assert_eq!(asked.elapsed(), Duration::from_millis(2500));
    assert_eq!(phone.answer().await.1, "Pardon?");
    assert_eq!(asked.elapsed(), Duration::from_secs(12));
    phone.ask(2, "flaky");
    assert_eq!(phone.answer().await.1, "At last.");
    // Not the same sentence twice in a row.
    phone.ask(3, "hang");
    assert_eq!(phone.response().await.content, "Just a second. ");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn promise_06_a_lost_action_is_sent_again_until_done_or_withdrawn() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "bye and hang");
    assert_eq!(phone.response().await.action(), Some(Action::EndCall));
    for id in 2..4 {
        phone.ask(id, "ok");
        assert_eq!(phone.response().await.action(), None);
        assert_eq!(phone.response().await.action(), Some(Action::EndCall), "{id}");
    }
    // This policy takes it back for these words.
    phone.ask(4, "an accident");
    phone.response().await;
    assert_eq!(phone.response().await.action(), None);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn promise_07_the_host_acts_unasked_through_a_handle() {
    let registry = Registry::new(1);
    let (mut phone, _) = Phone::seated(Puppet::default(), Options::new(), &registry).await;
    let handle = registry.get(&CallId::from("call_1")).unwrap();
    tokio::spawn(async move {
        handle.interrupt("Attention.").await?;
        handle.update_agent(AgentConfig::default()).await?;
        handle.metadata(Metadata::default()).await?;
        handle.end("Goodbye.").await
    });
    let mut kinds = Vec::new();
    for _ in 0..4 {
        kinds.push(phone.next().await.kind().to_owned());
    }
    assert_eq!(kinds.len(), 4);
    for kind in ["agent_interrupt", "update_agent", "metadata"] {
        assert!(kinds.iter().any(|sent| sent == kind), "{kind} of {kinds:?}");
    }
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn promise_08_what_is_unknown_passes_and_what_is_broken_is_skipped() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.raw(Message::text("no JSON"));
    phone.raw(Message::text(r#"{"interaction_type":"tomorrow","x":1}"#));
    phone.ask_oddly(
        1,
        r#"{"interaction_type":"response_required","response_id":1,"new":[],"transcript":[{"role":"oracle","content":"yes","x":0}]}"#,
    );
    assert_eq!(phone.answer().await, (1, "You said yes".to_owned()));
    phone.raw(Message::Binary);
    assert_eq!(phone.hangup().await, Hangup::Code(1007));
    let outcome = phone.outcome().await;
    assert_eq!((outcome.reason, outcome.bad_frames), (EndReason::BinaryFrame, 1));
    let mut phone = Phone::begun(Puppet::default(), Options::new().max_message_bytes(100)).await;
    phone.raw(Message::text("x".repeat(101)));
    assert_eq!(phone.hangup().await, Hangup::Code(1009));
}

#[tokio::test]
async fn promise_09_who_may_not_come_in_gets_an_http_status() {
    let registry = Registry::new(1);
    let taken = registry.enter(&CallId::from("call_0"));
    for (url, status) in [
        ("ws://localhost/llm/call_1", 401),
        ("ws://localhost/llm/call_x?token=s3cret", 404),
        ("ws://localhost/llm/call_1?token=s3cret", 503),
    ] {
        let (server, client) = tokio::io::duplex(4096);
        let registry = registry.clone();
        let served = tokio::spawn(async move {
            let admit = async |arrival: &Arrival| {
                if arrival.query("token") != Some("s3cret") {
                    return Err(Refusal::new(401, "the secret is missing or wrong"));
                }
                if arrival.call_id() != "call_1" {
                    return Err(Refusal::new(404, "not a call that was started here"));
                }
                let seat = registry.enter(arrival.call_id());
                let seat = seat.ok_or_else(|| Refusal::new(503, "too many calls"))?;
                Ok(Admission::fresh().seated(seat))
            };
            accept(server, &Options::new(), admit).await.map(|_| ())
        });
        match client_async(url, client).await {
            Err(tungstenite::Error::Http(response)) => assert_eq!(response.status().as_u16(), status),
            other => panic!("{url}: {other:?}"),
        }
        assert!(matches!(served.await.unwrap(), Err(AcceptError::Refused(_))));
    }
    drop(taken);
}

#[tokio::test(start_paused = true)]
async fn promise_10_a_deployment_drops_no_call() {
    let shutdown = Shutdown::new();
    let options = Options::new().shutdown(shutdown.clone());
    let mut phone = Phone::begun(Puppet::default(), options).await;
    shutdown.drain(Duration::from_secs(10));
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await.0, 1);
    // Not with 1000, which would hang up.
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    shutdown.idle().await;
    // The next process goes on from the transcript.
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::dial(puppet, Options::new());
    phone.next().await;
    phone.update(Role::Agent, "You said hello", None);
    assert_eq!(phone.answer().await, (0, String::new()));
    phone.ask(2, "go on");
    assert_eq!(phone.answer().await, (2, "You said go on".to_owned()));
    phone.end().await;
    assert_eq!(entries(&diary)[0], "resumed");
}

#[tokio::test(start_paused = true)]
async fn promise_11_nothing_queues_without_limit() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(
        puppet,
        Options::new().no_holding().max_messages_per_second(100_000),
    )
    .await;
    // A policy at work sees the newest of a flood of updates, and keepalives pass it.
    phone.ask(1, "slow");
    for n in 0..10_000 {
        phone.update(Role::User, &n.to_string(), None);
    }
    phone.ping(7);
    assert_eq!(phone.next().await, Outbound::PingPong(PingPong { timestamp: 7 }));
    phone.answer().await;
    phone.ask(2, "flood");
    phone.response().await;
    phone.ping(8);
    while phone.next().await != Outbound::PingPong(PingPong { timestamp: 8 }) {}
    // Nor is a peer that takes nothing waited for.
    phone.jam();
    assert_eq!(phone.outcome().await.reason, EndReason::Lost);
    let updates = entries(&diary)
        .iter()
        .filter(|entry| entry.starts_with("update"))
        .count();
    assert_eq!(updates, 1, "one update of 10,000");
}

/// Hands every report on.
struct Reports(mpsc::UnboundedSender<TurnReport>);

impl Observer for Reports {
    fn turn_finished(&self, _: &retell_llm_ws::CallContext, report: &TurnReport) {
        let _ = self.0.send(report.clone());
    }
}

#[tokio::test(start_paused = true)]
async fn promise_12_every_turn_is_measured_without_a_word_of_it() {
    let (sender, mut reports) = mpsc::unbounded_channel();
    let mut phone = Phone::begun(
        Puppet::default(),
        Options::new().observer(Arc::new(Reports(sender))),
    )
    .await;
    phone.ask(1, "slow");
    phone.answer().await;
    phone.ask(2, "hang");
    phone.ask(3, "fail");
    phone.answer().await;
    phone.end().await;
    let mut seen = Vec::new();
    while let Some(report) = reports.recv().await {
        assert!(!format!("{report:?}").contains("Here you are"));
        seen.push(report);
    }
    let ms = |ms| Some(Duration::from_millis(ms));
    assert_eq!(seen[0].kind, ReportKind::Begin);
    assert_eq!(
        (seen[1].first_chunk, seen[1].completed, seen[1].chunks),
        (ms(2500), ms(4000), 2)
    );
    assert!(seen[2].superseded && seen[2].completed.is_none());
    assert!(seen[3].fallback && seen[3].retries == 1);
    assert_eq!(seen.len(), 4);
}
