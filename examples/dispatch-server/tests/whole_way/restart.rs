//! A process that dies loses nothing: not the call it was in, not a webhook it had acknowledged.

use serde_json::{Value, json};

use crate::api::PATIENCE;
use crate::bench::{free_address, simulator};
use crate::process::Process;

const SCRIPT: [&str; 5] = [
    "yeah i'm rolling no problems",
    "i'm on i eighty just past joliet",
    "be there about four fifteen",
    "yep that's right",
    "alright bye",
];

fn script() -> Value {
    json!({"sim_script": json!(SCRIPT).to_string()})
}

fn spoken<'a>(call: &'a Value, role: &str) -> Vec<&'a str> {
    let lines = call["transcript"].as_array().into_iter().flatten();
    lines
        .filter(|line| line["role"] == role)
        .filter_map(|line| line["content"].as_str())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_survives_the_death_of_the_process() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = free_address();
    let retell = simulator(address, 6.0).await;
    let first = Process::start(address, folder.path(), &retell.base_url(), "on").await;
    let id = first.api.start("Mike", "7891-B", script()).await;
    // The driver has said where he is, and the agent has answered.
    first
        .api
        .until(&id, "the third turn", |call| {
            call["turns"].as_array().is_some_and(|turns| turns.len() >= 3)
        })
        .await;
    first.kill().await;

    let second = Process::start(address, folder.path(), &retell.base_url(), "on").await;
    let report = retell
        .wait_ended(&id, PATIENCE)
        .await
        .expect("the call comes to its end");
    assert!(report.reconnects >= 1, "Retell dialled again");
    assert_eq!(report.violations, Vec::<String>::new());
    let call = second.api.until_filed(&id).await;
    let payload = &call["structured_payload"];
    assert_eq!(payload["call_outcome"], "In-Transit Update", "{call:#}");
    assert_eq!(payload["driver_status"], "Driving");
    // Said to the process that died, read back by the one that came after.
    assert_eq!(payload["location.highway"], "I-80");
    assert_eq!(payload["location.city"], "Joliet");
    assert_ne!(payload["eta"], "N/A");
    let agent = spoken(&call, "agent");
    assert!(
        agent
            .iter()
            .any(|line| line.contains("Joliet") && line.contains("4:15")),
        "the read-back: {agent:#?}"
    );
    let greetings = agent.iter().filter(|line| line.contains("7891-B")).count();
    assert_eq!(greetings, 1, "greeted once: {agent:#?}");
    retell.shutdown().await;
    second.kill().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledged_webhook_survives_the_death_of_the_process() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = free_address();
    let retell = simulator(address, 100.0).await;
    // It acknowledges and does not process: every delivery is caught between the two.
    let first = Process::start(address, folder.path(), &retell.base_url(), "off").await;
    let id = first.api.start("Mike", "7891-B", script()).await;
    let report = retell
        .wait_ended(&id, PATIENCE)
        .await
        .expect("the call comes to its end");
    let events: Vec<_> = report
        .webhooks
        .iter()
        .map(|webhook| webhook.event.as_str())
        .collect();
    assert_eq!(events, ["call_started", "call_ended", "call_analyzed"]);
    assert!(
        report.webhooks.iter().all(|webhook| webhook.delivered),
        "{:?}",
        report.webhooks
    );
    let before = first.api.until(&id, "the call", |_| true).await;
    assert_ne!(before["status"], "ended", "nothing was processed yet");
    assert!(before["structured_payload"].is_null());
    first.kill().await;

    let second = Process::start(address, folder.path(), &retell.base_url(), "on").await;
    let call = second.api.until_filed(&id).await;
    assert_eq!(
        call["structured_payload"]["call_outcome"], "In-Transit Update",
        "{call:#}"
    );
    assert_eq!(call["structured_payload"]["location.city"], "Joliet");
    assert!(
        call["call_analysis"].is_object(),
        "the last event was applied too"
    );
    retell.shutdown().await;
    second.kill().await;
}
