//! Scripted calls from greeting to the end.

use retell_client::models::{CallStatus, DisconnectionReason};
use retell_llm_ws::{Action, Speech, Turn, TurnKind};
use retell_sim::{SimOptions, Simulator};

use crate::support::{App, KEY, LONG, place, play, said};

fn ending(text: &str) -> Speech {
    let mut speech = Speech::say(text);
    speech.action = Some(Action::EndCall);
    speech
}

fn answer(turn: &Turn<'_>) -> Speech {
    match (turn.kind, turn.said()) {
        (TurnKind::Reminder, _) => Speech::say("Are you still there?"),
        (_, Some("bye")) => ending("Thanks. Drive safe."),
        (_, Some("person")) => {
            let mut speech = Speech::say("One moment, please.");
            speech.action = Some(Action::Transfer {
                number: "+15550100".to_owned(),
                show_transferee_as_caller: false,
            });
            speech
        }
        (_, words) => Speech::say(format!("You said {}.", words.unwrap_or("nothing"))),
    }
}

#[tokio::test]
async fn greeting_turns_reminder_and_the_agent_hangs_up() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let report = play(&simulator, r#"["i'm rolling", null, "bye"]"#).await;
    assert_eq!(report.violations, Vec::<String>::new());
    assert_eq!(report.call.call_status, CallStatus::Ended);
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::AgentHangup)
    );
    let lines = said(&report);
    let expected = [
        ("agent", "Hi Mike, this is dispatch. How's it going?"),
        ("user", "i'm rolling"),
        ("agent", "You said i'm rolling."),
        ("agent", "Are you still there?"),
        ("user", "bye"),
        ("agent", "Thanks. Drive safe."),
    ];
    assert_eq!(
        lines
            .iter()
            .map(|(r, c)| (r.as_str(), c.as_str()))
            .collect::<Vec<_>>(),
        expected
    );
    assert_eq!(
        report
            .turns
            .iter()
            .map(|turn| turn.response_id)
            .collect::<Vec<_>>(),
        [0, 1, 2, 3]
    );
    assert!(report.turns.iter().all(|turn| turn.completed.is_some()));
    let call = &report.call;
    assert_eq!(
        call.duration_ms.unwrap(),
        call.end_timestamp.unwrap() - call.start_timestamp.unwrap()
    );
    let last = call.utterances().last().unwrap().end().unwrap();
    assert!(
        last * 1_000.0 <= call.duration_ms.unwrap() as f64,
        "nothing is said after the end"
    );
    assert!(call.transcript.as_deref().unwrap().starts_with("Agent: Hi Mike"));
    assert_eq!(call.call_analysis.as_ref().unwrap().call_successful, Some(true));
    simulator.shutdown().await;
}

#[tokio::test]
async fn a_transfer_has_its_destination() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let report = play(&simulator, r#"["person"]"#).await;
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::CallTransfer)
    );
    assert_eq!(report.call.transfer_destination.as_deref(), Some("+15550100"));
    assert_eq!(report.violations, Vec::<String>::new());
}

#[tokio::test]
async fn a_used_up_script_hangs_up_after_the_next_reply() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let report = play(&simulator, r#"["one", "two"]"#).await;
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::UserHangup)
    );
    assert_eq!(said(&report).last().unwrap().1, "You said two.");
}

#[tokio::test]
async fn many_calls_at_once_stay_apart() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options().max_concurrent(60))
        .await
        .unwrap();
    let mut ids = Vec::new();
    for n in 0..50 {
        let script = format!(r#"["call {n}", "bye"]"#);
        ids.push(
            place(&simulator, &[("sim_script", script.as_str())])
                .await
                .call_id,
        );
    }
    for (n, id) in ids.iter().enumerate() {
        let report = simulator
            .wait_ended(id.as_str(), LONG)
            .await
            .expect("the call ends");
        assert_eq!(report.violations, Vec::<String>::new());
        assert_eq!(report.reconnects, 0);
        assert!(
            said(&report)
                .iter()
                .any(|(_, words)| *words == format!("You said call {n}."))
        );
    }
}

#[tokio::test]
async fn no_application_ends_the_call_with_an_error() {
    let simulator = Simulator::start(SimOptions::new(KEY).speed(200.0)).await.unwrap();
    let report = play(&simulator, r#"["hello"]"#).await;
    assert_eq!(report.call.call_status, CallStatus::Error);
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::ErrorLlmWebsocketOpen)
    );
}
