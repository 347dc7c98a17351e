//! R36 to R40: the state from the transcript, and what the driver really heard.

use dispatch_policy::{CheckCall, EndOfCall, HandOver, Input, Line, Slot, Speaker, Variables, postprocess};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    dialogues::{converse, invariants, transcript},
    support::now,
};

fn vars() -> Variables {
    Variables::from_map([("driver_name", "Mike"), ("load_number", "7891-B")])
}

fn line(speaker: Speaker, text: &str) -> Line<'_> {
    Line {
        speaker,
        text,
        at: now(),
    }
}

fn call_of<'a>(said: impl IntoIterator<Item = Option<&'a str>>) -> crate::dialogues::Played {
    converse(
        vars(),
        &now(),
        said.into_iter().map(|said| said.map(str::to_owned)),
    )
}

#[test]
fn a_call_cut_in_the_middle_goes_on_with_the_same_reply() {
    let said = [
        Some("rolling no problems"),
        None,
        Some("i'm on i eighty just past joliet"),
        Some("about an hour"),
    ];
    for cut in 0..said.len() {
        let mut live = call_of(said[..cut].iter().copied());
        let mut rebuilt = CheckCall::rebuild(vars(), &transcript(&live));
        let next = Input {
            said: said[cut],
            heard: None,
        };
        assert_eq!(
            rebuilt.turn(&now(), next),
            live.call.turn(&now(), next),
            "after {cut} turns"
        );
    }
}

#[test]
fn pieces_of_one_utterance_are_one_turn() {
    let live = call_of([Some("rolling along i'm on i eighty near joliet")]);
    let mut lines = transcript(&live);
    lines[1] = line(Speaker::Driver, "rolling along");
    lines.insert(2, line(Speaker::Driver, "i'm on i eighty near joliet"));
    assert!(CheckCall::rebuild(vars(), &lines) == live.call);
}

#[test]
fn a_reminder_in_the_same_line_is_found() {
    let live = call_of([Some("rolling no problems"), None, None, Some("i'm in joliet")]);
    let mut lines = transcript(&live);
    // Agent, driver, and then three replies of the agent in a row, as one line.
    let merged = lines[2..5]
        .iter()
        .map(|line| line.text)
        .collect::<Vec<_>>()
        .join(" ");
    lines.splice(2..5, [line(Speaker::Agent, &merged)]);
    assert!(CheckCall::rebuild(vars(), &lines) == live.call);
}

#[test]
fn a_question_that_was_not_heard_does_not_count() {
    let mut call = CheckCall::new(vars());
    call.greet(&now());
    call.turn(&now(), Input::said("rolling no problems"));
    let heard = Input::said("okay").heard(Some("Got it."));
    let reply = call.turn(&now(), heard);
    assert_eq!(reply.asked, [Slot::Location]);
    // Two asks of the agenda are left, where one would be had the first one counted.
    assert_eq!(
        call.turn(&now(), Input::said("i don't know")).asked,
        [Slot::Location]
    );
}

#[test]
fn a_read_back_that_was_cut_off_is_said_again() {
    let mut call = CheckCall::new(vars());
    call.greet(&now());
    let reply = call.turn(
        &now(),
        Input::said("rolling on i eighty near joliet be there in an hour"),
    );
    assert!(reply.wrap && reply.asked == [Slot::Confirm]);
    let again = call.turn(&now(), Input::said("hang on").heard(Some("Okay Mike, let")));
    assert!(!again.wrap);
    let reply = call.turn(&now(), Input::said("okay go ahead"));
    assert!(reply.wrap && reply.text.contains("Joliet"), "{}", reply.text);
    assert!(call.turn(&now(), Input::said("yep that's right")).end_call);
}

#[test]
fn a_correction_over_the_goodbye_is_taken() {
    let mut call = CheckCall::new(vars());
    call.greet(&now());
    call.turn(
        &now(),
        Input::said("rolling on i eighty near joliet be there at four o'clock"),
    );
    let goodbye = call.turn(&now(), Input::said("yep that's right"));
    assert!(goodbye.end_call);
    let reply = call.turn(
        &now(),
        Input::said("wait make that five o'clock").heard(Some("Thanks")),
    );
    assert!(reply.end_call && reply.text.contains("5:00 PM"), "{}", reply.text);
    assert_ne!(reply.text, goodbye.text);
    assert_eq!(call.payload()["eta_at"], "2026-03-04T17:00:00-06:00");
}

#[test]
fn a_greeting_that_was_not_heard_is_made_up_for() {
    let mut call = CheckCall::new(vars());
    call.greet(&now());
    let reply = call.turn(&now(), Input::said("hello").heard(Some("")));
    assert!(
        reply.text.contains("dispatch") && reply.text.contains("7891-B"),
        "{}",
        reply.text
    );
    assert_eq!(reply.asked, [Slot::Status]);
}

#[test]
fn a_call_of_another_agent_is_read_by_what_that_agent_asked() {
    let lines = [
        line(
            Speaker::Agent,
            "Hello, is this the driver for the Acme load? Give me an update please.",
        ),
        line(Speaker::Driver, "yeah i'm driving i'm running late"),
        line(
            Speaker::Agent,
            "I see. Could you tell me what is causing the delay today?",
        ),
        line(Speaker::Driver, "construction"),
        line(
            Speaker::Agent,
            "Thank you. And what time will you arrive? I guess you are in Denver.",
        ),
        line(Speaker::Driver, "four fifteen"),
        line(Speaker::Agent, "Where would you say that you are right now?"),
        line(Speaker::Driver, "i seventy near columbus"),
        line(Speaker::Agent, "Thanks for the POD and have a great day."),
    ];
    let outcome = postprocess(vars(), &lines, EndOfCall::default());
    let payload = &outcome.payload;
    assert_eq!(payload["call_outcome"], "In-Transit Update");
    assert_eq!(payload["driver_status"], "Delayed");
    assert_eq!(payload["eta_at"], "2026-03-04T16:15:00-06:00");
    assert_eq!(payload["location.highway"], "I-70");
    // The agent's own words are evidence for nothing.
    assert_eq!(payload["location.city"], "Columbus");
    assert_eq!(payload["pod_reminder_acknowledged"], "false");
}

#[test]
fn the_provider_knows_how_the_call_ended() {
    let live = call_of([Some("just let me talk to a human please")]);
    let lines = transcript(&live);
    let status = |transferred| {
        let ended = EndOfCall {
            transferred,
            ..EndOfCall::default()
        };
        postprocess(vars(), &lines, ended).payload["escalation_status"].clone()
    };
    assert_eq!(status(None), "Connected to Human Dispatcher");
    assert_eq!(status(Some(true)), "Connected to Human Dispatcher");
    assert_eq!(status(Some(false)), "Escalation Failed");
    let voicemail = EndOfCall {
        voicemail: Some(true),
        ..EndOfCall::default()
    };
    assert_eq!(
        postprocess(vars(), &[], voicemail).payload["call_outcome"],
        "Voicemail"
    );
}

#[test]
fn a_promised_call_back_is_pending_whatever_the_variables_say() {
    let spoken = Variables {
        hand_over: HandOver::CallBack,
        ..vars()
    };
    let live = converse(
        spoken,
        &now(),
        [Some("just let me talk to a human please".to_owned())],
    );
    let ended = EndOfCall {
        transferred: Some(false),
        ..EndOfCall::default()
    };
    let outcome = postprocess(vars(), &transcript(&live), ended);
    assert_eq!(outcome.payload["escalation_status"], "Pending");
    assert_eq!(live.call.payload()["escalation_status"], "Pending");
}

#[test]
fn no_transcript_is_no_response() {
    let outcome = postprocess(vars(), &[], EndOfCall::default());
    assert_eq!(outcome.payload["call_outcome"], "No Response");
    let greeted = [line(Speaker::Agent, "Hi Mike, it's dispatch.")];
    assert_eq!(
        postprocess(vars(), &greeted, EndOfCall::default()).payload["call_outcome"],
        "No Response"
    );
}

#[test]
fn a_flood_of_words_is_taken_in_bounds() {
    let floods = [
        "in ".repeat(20_000),
        "é\u{0}\u{202e}🚚 door ".repeat(3_000),
        "nine ".repeat(9_000),
        "?".repeat(50_000),
    ];
    let mut call = CheckCall::new(vars());
    call.greet(&now());
    for flood in &floods {
        let reply = call.turn(&now(), Input::said(flood).heard(Some(flood)));
        assert!(!reply.text.is_empty() && reply.text.split_whitespace().count() <= 70);
    }
    let record = Value::Object(call.payload()).to_string();
    assert!(record.len() < 5_000, "{} bytes", record.len());
}

/// Everything the developers' cases let a driver say.
fn utterances() -> Vec<String> {
    let cases = include_str!("../fixtures/cases-dev.jsonl").lines();
    let cases = cases.map(|line| serde_json::from_str::<Value>(line).expect("a case is JSON"));
    let said = cases.flat_map(|case| {
        let turns = case["turns"].as_array().cloned().unwrap_or_default();
        turns
            .into_iter()
            .map(|turn| turn["driver"].clone())
            .chain([case["text"].clone()])
    });
    said.filter_map(|said| said.as_str().map(str::to_owned)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_real_utterances(
        turns in prop::collection::vec(prop::option::weighted(0.93, prop::sample::select(utterances())), 1..30)
    ) {
        let vars = Variables::from_map([
            ("driver_name", "Mike"),
            ("load_number", "7891-B"),
            ("gps_location", "I-80 near Lincoln, NE"),
            ("appointment_time", "2026-03-04T17:00:00-06:00"),
        ]);
        let played = converse(vars, &now(), turns);
        let broken = invariants(&played);
        prop_assert!(broken.is_empty(), "{broken:#?}");
    }
}
