//! Acting in a call unasked.

use std::time::Duration;

use retell_client::models::Role;
use retell_llm_ws::{
    Action, Closed, EndReason, Options, Speech,
    frame::{AgentConfig, Metadata, Outbound, ToolCallInvocation, ToolCallResult},
    registry::{CallEvent, CallOver, Registry},
};

use crate::support::{Phone, Puppet, entries};

#[tokio::test(start_paused = true)]
async fn an_interruption_completes_the_answer_it_cuts_off() {
    let (puppet, diary) = Puppet::new();
    let (mut phone, handle) = Phone::seated(puppet, Options::new(), &Registry::new(1)).await;
    phone.ask(1, "half");
    assert!(!phone.response().await.content_complete);
    handle.interrupt("Stop, please.").await.unwrap();
    let rest = phone.response().await;
    assert_eq!(
        (rest.response_id, rest.content.as_str(), rest.content_complete),
        (1, "", true)
    );
    let words = phone.interrupt().await;
    assert_eq!(
        (words.interrupt_id, words.content.as_str(), words.content_complete),
        (1, "Stop, please.", true)
    );
    assert_eq!(words.no_interruption_allowed, Some(true));
    phone.ask(2, "hello");
    assert_eq!(phone.answer().await, (2, "You said hello".to_owned()));
    phone.end().await;
    assert_eq!(entries(&diary), ["greet", "turn 1", "interrupted 1", "turn 2"]);
}

#[tokio::test(start_paused = true)]
async fn a_request_waits_for_words_the_caller_may_not_interrupt() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    let mut words = handle.interrupt_in_chunks().await.unwrap();
    words.say("The load ").await.unwrap();
    assert_eq!(phone.interrupt().await.content, "The load ");
    phone.ask(1, "hello");
    phone.quiet(Duration::from_secs(1)).await;
    words.finish("is cancelled.").await.unwrap();
    let last = phone.interrupt().await;
    assert_eq!((last.interrupt_id, last.content_complete), (1, true));
    assert_eq!(phone.answer().await, (1, "You said hello".to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn words_the_caller_may_interrupt_end_for_a_request() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    let mut words = handle.interrupt_in_chunks().await.unwrap();
    words.interruptible();
    words.say("By the way, ").await.unwrap();
    assert_eq!(phone.interrupt().await.no_interruption_allowed, None);
    phone.ask(1, "hello");
    assert!(phone.interrupt().await.content_complete);
    assert_eq!(phone.answer().await.0, 1);
    assert_eq!(words.say("and so on").await, Err(Closed));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn an_interruption_that_stalls_or_is_dropped_is_finished() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    let mut words = handle.interrupt_in_chunks().await.unwrap();
    words.say("One ").await.unwrap();
    phone.interrupt().await;
    let began = tokio::time::Instant::now();
    assert!(phone.interrupt().await.content_complete);
    assert_eq!(began.elapsed(), Duration::from_secs(6));
    assert_eq!(words.say("two").await, Err(Closed));
    let mut words = handle.interrupt_in_chunks().await.unwrap();
    words.say("Three ").await.unwrap();
    assert_eq!(phone.interrupt().await.interrupt_id, 2);
    drop(words);
    assert!(phone.interrupt().await.content_complete);
    // A later one takes the word from an earlier one.
    let mut earlier = handle.interrupt_in_chunks().await.unwrap();
    earlier.say("Four ").await.unwrap();
    phone.interrupt().await;
    handle.interrupt("Five").await.unwrap();
    assert_eq!(phone.interrupt().await.interrupt_id, 3);
    assert_eq!(phone.interrupt().await.interrupt_id, 4);
    assert_eq!(earlier.say("no more").await, Err(Closed));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn ends_transfers_and_presses_digits() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    handle.press_digits("", "12#").await.unwrap();
    assert_eq!(phone.interrupt().await.digit_to_press.as_deref(), Some("12#"));
    handle.transfer("Hold on.", "+14155550100").await.unwrap();
    assert_eq!(
        phone.interrupt().await.transfer_number.as_deref(),
        Some("+14155550100")
    );
    // The caller talked over it: it is sent again, with the answer.
    phone.ask(1, "what?");
    phone.response().await;
    assert_eq!(
        phone.response().await.action(),
        Some(Action::transfer("+14155550100"))
    );
    handle.end("Goodbye.").await.unwrap();
    let goodbye = phone.interrupt().await;
    assert_eq!(
        (goodbye.content.as_str(), goodbye.end_call),
        ("Goodbye.", Some(true))
    );
    handle.withdraw_action().await.unwrap();
    // An order and a request that wait together are taken in either order.
    phone.quiet(Duration::from_millis(1)).await;
    phone.ask(2, "wait");
    phone.response().await;
    assert_eq!(phone.response().await.action(), None, "withdrawn");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_beside_the_talk_goes_out_in_order() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    let call = ToolCallInvocation {
        tool_call_id: "t-2".to_owned(),
        ..ToolCallInvocation::default()
    };
    let result = ToolCallResult {
        tool_call_id: "t-2".to_owned(),
        ..ToolCallResult::default()
    };
    handle.tool_called(call.clone()).await.unwrap();
    handle.tool_answered(result.clone()).await.unwrap();
    handle.metadata(Metadata::default()).await.unwrap();
    let agent_config = AgentConfig {
        reminder_max_count: Some(0),
        ..AgentConfig::default()
    };
    handle.update_agent(agent_config).await.unwrap();
    assert_eq!(phone.next().await, Outbound::ToolCallInvocation(call));
    assert_eq!(phone.next().await, Outbound::ToolCallResult(result));
    assert_eq!(phone.next().await, Outbound::Metadata(Metadata::default()));
    assert_eq!(phone.next().await, Outbound::UpdateAgent { agent_config });
    phone.ask(1, "look up");
    let mut kinds = Vec::new();
    for _ in 0..4 {
        kinds.push(phone.next().await.kind().to_owned());
    }
    assert_eq!(
        kinds,
        ["response", "tool_call_invocation", "tool_call_result", "response"]
    );
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_note_reaches_the_policy_when_it_is_free() {
    let (puppet, diary) = Puppet::new();
    let (mut phone, handle) = Phone::seated(puppet, Options::new(), &Registry::new(1)).await;
    handle.inject("gate 7").await.unwrap();
    phone.ping(1);
    phone.next().await;
    phone.ask(1, "hang");
    phone.response().await;
    for n in 0..40 {
        handle.inject(n.to_string()).await.unwrap();
    }
    phone.quiet(Duration::from_millis(1)).await;
    phone.ask(2, "hello");
    phone.answer().await;
    phone.end().await;
    let diary = entries(&diary);
    let notes: Vec<_> = diary.iter().filter(|entry| entry.starts_with("note")).collect();
    assert_eq!(
        (notes.len(), notes[0].as_str(), notes[1].as_str()),
        (33, "note gate 7", "note 8")
    );
}

#[tokio::test(start_paused = true)]
async fn orders_given_before_the_greeting_wait_for_it() {
    let registry = Registry::new(1);
    let seat = registry.enter(&"call_1".into()).unwrap();
    let handle = seat.handle();
    handle.interrupt("Attention.").await.unwrap();
    let admission = retell_llm_ws::Admission::fresh().seated(seat);
    let mut phone = Phone::dial_as(Puppet::default(), Options::new(), admission);
    assert_eq!(phone.next().await.kind(), "config");
    phone.quiet(Duration::from_millis(900)).await;
    assert_eq!(phone.answer().await.0, 0);
    assert_eq!(phone.interrupt().await.content, "Attention.");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn orders_given_at_once_are_carried_out_one_after_the_other() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    for n in 0..50 {
        handle
            .transfer(format!("first {n}"), "+14155550100")
            .await
            .unwrap();
        handle.metadata(Metadata::default()).await.unwrap();
        handle.interrupt(format!("second {n}")).await.unwrap();
        let first = phone.interrupt().await;
        assert_eq!(first.content, format!("first {n}"));
        assert!(first.transfer_number.is_some());
        assert_eq!(phone.next().await.kind(), "metadata");
        assert_eq!(phone.interrupt().await.content, format!("second {n}"));
    }
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_policy_has_its_own_handle_and_a_dead_call_takes_no_orders() {
    let (phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    assert!(handle.is_live());
    let ended = tokio::spawn({
        let handle = handle.clone();
        async move { handle.ended().await }
    });
    phone.end().await;
    ended.await.unwrap();
    assert!(!handle.is_live());
    assert_eq!(handle.interrupt("Hello?").await, Err(CallOver));
    assert_eq!(handle.inject("x").await, Err(CallOver));
    assert_eq!(handle.end("").await, Err(CallOver));
}

#[tokio::test(start_paused = true)]
async fn a_watcher_sees_what_happens_and_is_told_what_it_missed() {
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &Registry::new(1)).await;
    let mut watch = handle.watch();
    phone.update(Role::User, "hi", None);
    phone.ask(1, "hi there");
    phone.answer().await;
    let mut seen = Vec::new();
    for _ in 0..5 {
        seen.push(match watch.next().await.unwrap() {
            CallEvent::Heard(heard) => format!("heard {}", heard.text),
            CallEvent::TurnStarted { response_id, .. } => format!("turn {response_id}"),
            CallEvent::Saying(words) => format!("saying {words}"),
            other => format!("{other:?}"),
        });
    }
    assert_eq!(
        seen,
        [
            "heard hi",
            "heard hi there",
            "turn 1",
            "saying You said ",
            "saying hi there"
        ]
    );
    assert!(matches!(watch.next().await, Some(CallEvent::TurnFinished(report)) if report.response_id == 1));
    for id in 2..40 {
        phone.ask(id, "again");
        phone.answer().await;
    }
    assert!(matches!(watch.next().await, Some(CallEvent::Missed(events)) if events > 100));
    phone.end().await;
    let mut last = None;
    while let Some(event) = watch.next().await {
        last = Some(event);
    }
    assert!(matches!(
        last,
        Some(CallEvent::Ended(EndReason::Closed { code: Some(1000) }))
    ));
    assert!(handle.watch().next().await.is_none(), "a dead call has no events");
    assert!(!format!("{:?}", CallEvent::Saying("secret".into())).contains("secret"));
    let speech: Speech = "secret".into();
    assert!(!format!("{speech:?}").contains("secret"));
}
