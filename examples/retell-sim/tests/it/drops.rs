//! The LLM socket breaks in the middle of a call.

use std::time::Duration;

use retell_client::models::DisconnectionReason;
use retell_llm_ws::{Action, Speech, Turn};
use retell_sim::Simulator;

use crate::support::{App, LONG, place, said};

fn answer(turn: &Turn<'_>) -> Speech {
    if turn.transcript.len() > 7 {
        let mut speech = Speech::say("Thanks. Drive safe.");
        speech.action = Some(Action::EndCall);
        return speech;
    }
    Speech::say(format!("That was number {}. Go on?", turn.transcript.len()))
}

async fn until_turn(simulator: &Simulator, call_id: &str, turns: usize) {
    let wait = async {
        while simulator
            .call(call_id)
            .is_none_or(|report| report.turns.len() < turns)
        {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(LONG, wait).await.expect("the call goes on");
}

const SCRIPT: &str = r#"["one", "two", "three", "four", "five", "six"]"#;

#[tokio::test]
async fn an_abrupt_drop_is_dialled_again_and_nothing_is_lost_or_said_twice() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options().speed(20.0)).await.unwrap();
    let id = place(&simulator, &[("sim_script", SCRIPT)]).await.call_id;
    until_turn(&simulator, id.as_str(), 3).await;
    app.drop_sockets();
    let report = simulator
        .wait_ended(id.as_str(), LONG)
        .await
        .expect("the call ends");
    assert_eq!(report.reconnects, 1);
    assert_eq!(report.violations, Vec::<String>::new());
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::AgentHangup)
    );
    let lines = said(&report);
    let greetings = lines
        .iter()
        .filter(|(_, words)| words.contains("this is dispatch"))
        .count();
    assert_eq!(greetings, 1, "the greeting is not spoken again");
    let users: Vec<_> = lines
        .iter()
        .filter(|(role, _)| role == "user")
        .map(|(_, words)| words.as_str())
        .collect();
    assert_eq!(users, ["one", "two", "three", "four"]);
}

#[tokio::test]
async fn a_restart_of_the_application_is_survived() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options().speed(20.0)).await.unwrap();
    let id = place(&simulator, &[("sim_script", SCRIPT)]).await.call_id;
    until_turn(&simulator, id.as_str(), 3).await;
    let crashed = app.crash().await;
    tokio::time::sleep(Duration::from_millis(700)).await;
    let _app = crashed.restart().await;
    let report = simulator
        .wait_ended(id.as_str(), LONG)
        .await
        .expect("the call ends");
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::AgentHangup)
    );
    assert_eq!(report.reconnects, 1);
    assert_eq!(report.violations, Vec::<String>::new());
}

#[tokio::test]
async fn the_person_can_hang_up_while_the_application_is_away() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options().speed(20.0)).await.unwrap();
    let created = place(&simulator, &[("sim_script", SCRIPT)]).await;
    let id = created.call_id.as_str();
    until_turn(&simulator, id, 2).await;
    let crashed = app.crash().await;
    crate::support::client(&simulator)
        .call()
        .stop(created.call_id.clone())
        .await
        .unwrap();
    let ended = async {
        while simulator
            .call(id)
            .is_some_and(|report| report.call.disconnection_reason.is_none())
        {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(3), ended)
        .await
        .expect("it does not wait for the redial");
    let report = simulator.call(id).unwrap();
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::ManualStopped)
    );
    drop(crashed);
}
