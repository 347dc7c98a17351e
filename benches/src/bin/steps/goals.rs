//! What was aimed at for single steps.

use benches::report::{Goal, Unit};

use crate::{groups::webhooks, results::Results};

/// Every goal, in the order of the table.
pub(crate) fn all(results: &Results) -> Vec<Goal> {
    let median = |group: &str, function: &str| Some(results.step(group, function)?.median_us());
    let to =
        |group: &str, function: &str, other: &str| Some(median(group, function)? / median(group, other)?);
    let to_floor = |group: &str, function: &str| {
        let floor = results.floor(group)?;
        Some(median(group, function)? / floor.median_us())
    };
    // From 1 to 64 kB; one is growth with the words, two with their square.
    let growth = |function: &str| {
        let (short, long) = (
            median("1 kB of words", function)?,
            median("64 kB of words", function)?,
        );
        Some((long / short).ln() / 64f64.ln())
    };
    let goal = |what: &str, at_most, measured, unit| Goal {
        what: what.to_owned(),
        at_most,
        measured,
        floor: None,
        unit,
    };
    let long = "message of 200 utterances with words";
    let reader = "transcript::Reader";
    vec![
        goal(
            "dispatch-policy: a turn of a usual utterance",
            50.0,
            median("usual utterance", "turn"),
            Unit::Microseconds,
        ),
        goal(
            "dispatch-policy: growth of extraction with the words",
            1.1,
            growth("extract"),
            Unit::Exponent,
        ),
        goal(
            "dispatch-policy: growth of a turn with the words",
            1.1,
            growth("turn"),
            Unit::Exponent,
        ),
        goal(
            "retell-llm-ws: growing transcript of 200 utterances with words, to all of it by serde_json",
            1.0 / 8.0,
            to(long, reader, "serde_json, all of it"),
            Unit::Times,
        ),
        goal(
            "retell-llm-ws: the same, to all of it by sonic-rs",
            1.0 / 4.0,
            to(long, reader, "sonic-rs, all of it"),
            Unit::Times,
        ),
        goal(
            "retell-webhook: verifying and reading, to HMAC and serde_json alone",
            1.1,
            to_floor(webhooks::BOTH, "Verifier and Event"),
            Unit::Times,
        ),
    ]
}
