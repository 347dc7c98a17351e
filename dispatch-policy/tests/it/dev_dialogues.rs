//! The developers' dialogues, whole.

use serde_json::Value;

use crate::dialogues::failures;

#[test]
fn every_dev_dialogue_passes() {
    let cases = include_str!("../fixtures/cases-dev.jsonl");
    let cases = cases
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a case is JSON"));
    let (mut total, mut failed) = (0, Vec::new());
    for case in cases.filter(|case| case["kind"] == "dialogue") {
        total += 1;
        let broken = failures(&case);
        if !broken.is_empty() {
            failed.push(format!("{}: {broken:#?}", case["id"]));
        }
    }
    assert_eq!(total, 30);
    assert!(
        failed.is_empty(),
        "{} of {total} failed:\n{}",
        failed.len(),
        failed.join("\n")
    );
}
