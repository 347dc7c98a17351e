//! Every developers' dialogue, through the whole way.

use std::collections::BTreeMap;

use jiff::{Timestamp, Zoned};
use serde_json::{Value, json};

use crate::bench::Bench;

const CASES: &str = include_str!("../../../../dispatch-policy/tests/fixtures/cases-dev.jsonl");
/// Dialogues whose outcome must be the expected one, of thirty.
const FLOOR: usize = 24;

fn dialogues() -> Vec<Value> {
    let cases = CASES
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a case is JSON"));
    cases.filter(|case| case["kind"] == "dialogue").collect()
}

/// The case's variables for a call that happens now: an appointment stays as far away as the case has it.
fn variables(case: &Value) -> Value {
    let mut variables = case["vars"].as_object().cloned().unwrap_or_default();
    variables.retain(|name, _| name != "driver_name" && name != "load_number");
    if let Some(appointment) = variables.get("appointment_time").and_then(Value::as_str) {
        let instant = |text: &str| text.parse::<Timestamp>().expect("an instant");
        let ahead = instant(appointment) - instant(case["now"].as_str().unwrap_or_default());
        let moved = Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC) + ahead;
        variables.insert(
            "appointment_time".to_owned(),
            json!(moved.timestamp().to_string()),
        );
    }
    let lines: Vec<&Value> = case["turns"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|turn| &turn["driver"])
        .collect();
    variables.insert("sim_script".to_owned(), json!(json!(lines).to_string()));
    Value::Object(variables)
}

fn fits(expected: &Value, found: &Value) -> bool {
    expected
        .get("any_of")
        .and_then(Value::as_array)
        .map_or(expected == found, |any| any.contains(found))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_dialogue_goes_the_whole_way() {
    let bench = Bench::start(200.0).await;
    let mut calls = BTreeMap::new();
    for case in dialogues() {
        let load = format!(
            "{}-{}",
            case["vars"]["load_number"].as_str().unwrap_or("LOAD"),
            case["id"].as_str().unwrap_or("")
        );
        let driver = case["vars"]["driver_name"]
            .as_str()
            .unwrap_or("Driver")
            .to_owned();
        let id = bench.api.start(&driver, &load, variables(&case)).await;
        calls.insert(id, (load, case));
    }
    assert_eq!(calls.len(), 30, "the fixture holds thirty dialogues");

    let mut as_expected = 0;
    for (id, (load, case)) in &calls {
        let title = case["title"].as_str().unwrap_or_default();
        let report = bench.until_over(id).await;
        assert_eq!(report.violations, Vec::<String>::new(), "{title}");
        assert!(
            report.webhooks.iter().all(|webhook| webhook.delivered),
            "{title}: {:?}",
            report.webhooks
        );
        let filed = bench.api.until_filed(id).await;
        let listed = bench
            .api
            .get(&format!("/api/v1/conversations?load_number={load}"))
            .await
            .expect("the list");
        assert_eq!(listed["total"], 1, "{title}");
        let row = &listed["items"][0];
        assert_eq!(row["provider_call_id"], json!(id), "{title}");
        assert_eq!(
            row["call_outcome"], filed["structured_payload"]["call_outcome"],
            "{title}"
        );
        let expected = &case["expect"]["payload"]["call_outcome"];
        if fits(expected, &row["call_outcome"]) {
            as_expected += 1;
        } else {
            println!("{title}: expected {expected}, found {}", row["call_outcome"]);
        }
    }
    println!(
        "call_outcome as expected in {as_expected} of {} dialogues",
        calls.len()
    );
    assert!(as_expected >= FLOOR, "only {as_expected} outcomes as expected");
    bench.stop().await;
}
