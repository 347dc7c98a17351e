//! Utterance cases: one text, what was asked, and the facts it must give.

use dispatch_policy::extract::extract;
use dispatch_policy::facts::Context;
use dispatch_policy::slot::Slot;
use jiff::Zoned;
use serde_json::{Map, Value};

use super::compare;

/// How a case went.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Keys compared.
    pub(crate) keys: usize,
    /// What failed, as `key: wanted, got`.
    pub(crate) failed: Vec<String>,
    /// An emergency was expected and none found.
    pub(crate) missed_emergency: bool,
    /// None was expected and one found.
    pub(crate) false_alarm: bool,
}

/// The clock of a case; its offset stands for the driver's time zone.
pub(crate) fn clock(text: &str) -> Option<Zoned> {
    let offset = text.get(19..)?;
    format!("{text}[{offset}]").parse().ok()
}

fn slot(name: &str) -> Option<Slot> {
    serde_json::from_value(Value::String(name.to_owned())).ok()
}

/// Runs one case.
///
/// # Errors
///
/// Says what is wrong with the case itself.
pub(crate) fn run(case: &Value) -> Result<Outcome, String> {
    let text = case["text"].as_str().ok_or("no text")?;
    let now = case["now"].as_str().and_then(clock).ok_or("no clock")?;
    let asked: Vec<Slot> = match case["asked"].as_str() {
        Some(name) => vec![slot(name).ok_or_else(|| format!("unknown topic {name}"))?],
        None => Vec::new(),
    };
    let expect = case["expect"].as_object().ok_or("no expectation")?;
    let got = extract(text, &Context::new(&asked, &now)).to_flat();
    Ok(check(expect, &got))
}

fn check(expect: &Map<String, Value>, got: &Map<String, Value>) -> Outcome {
    let mut outcome = Outcome::default();
    let empty = Vec::new();
    let acts = got.get("acts").and_then(Value::as_array).unwrap_or(&empty);
    for (key, want) in expect {
        outcome.keys += 1;
        let passed = match key.as_str() {
            "acts" => want.as_array().is_some_and(|all| {
                all.iter().all(|one| match one.as_array() {
                    Some(any) => any.iter().any(|a| acts.contains(a)),
                    None => acts.contains(one),
                })
            }),
            "not_acts" => want
                .as_array()
                .is_some_and(|all| all.iter().all(|one| !acts.contains(one))),
            "emergency_type" if want.is_null() => {
                got.get("emergency_type").is_none() && got.get("emergency_tier").is_none()
            }
            _ => compare::matches(key, want, got.get(key)),
        };
        if !passed {
            let shown = if matches!(key.as_str(), "acts" | "not_acts") {
                got.get("acts")
            } else {
                got.get(key)
            };
            outcome.failed.push(format!(
                "{key}: wanted {want}, got {}",
                shown.unwrap_or(&Value::Null)
            ));
        }
    }
    if let Some(want) = expect.get("emergency_type") {
        let found = got.contains_key("emergency_type");
        outcome.missed_emergency = !compare::matches("emergency_type", want, None) && !found;
        outcome.false_alarm = want.is_null() && found;
    }
    outcome
}
