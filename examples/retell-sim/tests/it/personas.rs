//! Every persona comes to an end with an application that asks and then says goodbye.

use retell_llm_ws::{Action, Speech, Turn, TurnKind};
use retell_sim::Simulator;

use crate::support::{App, LONG, place, said};

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
        Some(_) if turn.kind == TurnKind::Reminder => Speech::say("Are you still there?"),
        Some(question) => Speech::say(*question),
        None => {
            let mut speech = Speech::say("Thanks. Drive safe.");
            speech.action = Some(Action::EndCall);
            speech
        }
    }
}

#[tokio::test]
async fn every_persona_finishes_without_a_broken_rule() {
    let app = App::start(dispatcher).await;
    let options = app
        .sim_options()
        .max_concurrent(50)
        .join_deadline(std::time::Duration::from_millis(200));
    let simulator = Simulator::start(options).await.unwrap();
    let mut calls = Vec::new();
    for persona in Simulator::personas() {
        let created = place(
            &simulator,
            &[("sim_persona", persona.id), ("driver_name", "Mike Jones")],
        )
        .await;
        calls.push((persona.id, created.call_id));
    }
    for (persona, id) in calls {
        let report = simulator
            .wait_ended(id.as_str(), LONG)
            .await
            .unwrap_or_else(|| panic!("{persona} never ends"));
        assert_eq!(report.violations, Vec::<String>::new(), "{persona}");
        let spoke = said(&report).iter().any(|(role, _)| role == "user");
        match persona {
            "human" | "no_answer" => assert_eq!(report.call.start_timestamp, None, "{persona}"),
            "silent" => assert!(!spoke),
            _ => assert!(spoke, "{persona} said nothing"),
        }
    }
}

#[tokio::test]
async fn a_call_that_names_no_persona_gets_one() {
    let app = App::start(dispatcher).await;
    let simulator = Simulator::start(app.sim_options().seed(3)).await.unwrap();
    let id = place(&simulator, &[]).await.call_id;
    let report = simulator
        .wait_ended(id.as_str(), LONG)
        .await
        .expect("the call ends");
    assert!(report.call.start_timestamp.is_some());
}
