//! Webhooks: which, signed how, retried how often.

use retell_client::models::{AgentWebhookEvent, Nullable, UpdateAgent};
use retell_llm_ws::Speech;
use retell_sim::{SimOptions, Simulator};
use retell_webhook::{Event, Verifier};

use crate::support::{App, KEY, LONG, client, place, play};

#[tokio::test]
async fn three_events_in_order_and_each_signed_over_its_raw_body() {
    let app = App::start(|_| Speech::say("Okay.")).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let report = play(&simulator, r#"["hello"]"#).await;
    let verifier = Verifier::new(KEY).unwrap();
    let mut names = Vec::new();
    for hook in app.hooks() {
        verifier
            .verify(&hook.signature, &hook.body)
            .expect("the signature is right");
        let mut tampered = hook.body.to_vec();
        tampered[0] ^= 1;
        assert!(verifier.verify(&hook.signature, &tampered).is_err());
        let event = Event::from_slice(&hook.body).unwrap();
        let call = event.call().unwrap();
        assert_eq!(call.call_id, report.call.call_id);
        match event.name() {
            "call_started" => assert!(call.utterances().is_empty() && call.end_timestamp.is_none()),
            "call_ended" => assert!(call.call_analysis.is_none() && call.duration_ms.is_some()),
            _ => {
                assert!(call.call_analysis.is_some());
                assert_eq!(call, &report.call, "the last webhook says what get-call says");
            }
        }
        names.push(event.name().to_owned());
    }
    assert_eq!(names, ["call_started", "call_ended", "call_analyzed"]);
    assert!(
        report
            .webhooks
            .iter()
            .all(|delivery| delivery.delivered && delivery.attempts == 1)
    );
}

#[tokio::test]
async fn a_refused_webhook_is_sent_again_at_most_three_times() {
    let app = App::start(|_| Speech::say("Okay.")).await;
    app.refuse(&[500, 503, 429]);
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let report = play(&simulator, r#"["hello"]"#).await;
    assert!(report.webhooks.iter().all(|delivery| delivery.delivered));
    let attempts: u32 = report.webhooks.iter().map(|delivery| delivery.attempts).sum();
    assert_eq!(attempts, 6, "three refusals, three events");

    app.refuse(&[500; 12]);
    let report = play(&simulator, r#"["hello"]"#).await;
    for delivery in &report.webhooks {
        assert_eq!(
            (delivery.attempts, delivery.final_status, delivery.delivered),
            (4, Some(500), false)
        );
    }
}

#[tokio::test]
async fn an_agent_gets_the_events_it_asks_for() {
    let app = App::start(|_| Speech::say("Okay.")).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let wanted = UpdateAgent::new().webhook_events([AgentWebhookEvent::CallAnalyzed]);
    client(&simulator)
        .agent()
        .update("agent_sim_dispatch", &wanted)
        .await
        .unwrap();
    play(&simulator, r#"["hello"]"#).await;
    let names: Vec<_> = app
        .hooks()
        .iter()
        .map(|hook| Event::from_slice(&hook.body).unwrap().name().to_owned())
        .collect();
    assert_eq!(names, ["call_analyzed"]);

    let mut removed = UpdateAgent::new();
    removed.webhook_url = Nullable::Null;
    client(&simulator)
        .agent()
        .update("agent_sim_dispatch", &removed)
        .await
        .unwrap();
    let report = play(&simulator, r#"["hello"]"#).await;
    assert!(report.webhooks.is_empty(), "the address was taken away");
    assert_eq!(app.hooks().len(), 1);
}

#[tokio::test]
async fn a_call_nobody_joins_was_never_started() {
    let app = App::start(|_| Speech::say("Okay.")).await;
    let options = app
        .sim_options()
        .join_deadline(std::time::Duration::from_millis(50));
    let simulator = Simulator::start(options).await.unwrap();
    let id = place(&simulator, &[("sim_persona", "human")]).await.call_id;
    let report = simulator
        .wait_ended(id.as_str(), LONG)
        .await
        .expect("the call ends");
    assert_eq!(
        report.call.disconnection_reason.as_ref().unwrap().as_str(),
        "error_user_not_joined"
    );
    assert_eq!(report.call.start_timestamp, None);
    let events: Vec<_> = report
        .webhooks
        .iter()
        .map(|delivery| delivery.event.as_str())
        .collect();
    assert_eq!(events, ["call_ended", "call_analyzed"]);
    assert_eq!(report.call.recording_url, None);
}

#[tokio::test]
async fn an_agent_without_an_address_sends_nothing_and_its_calls_still_end() {
    let simulator = Simulator::start(SimOptions::new(KEY).speed(200.0)).await.unwrap();
    let report = play(&simulator, r#"["hello"]"#).await;
    assert!(report.over && report.webhooks.is_empty());
    assert!(
        client(&simulator)
            .call()
            .retrieve(report.call.call_id)
            .await
            .is_ok()
    );
}
