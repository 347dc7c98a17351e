//! Dialogue cases: feeds the driver's turns to the policy and checks payload, replies and invariants.

use std::collections::{BTreeMap, BTreeSet};

use dispatch_policy::{CheckCall, Input, Line, Reply, Slot, Speaker, Variables};
use jiff::{Timestamp, Zoned, fmt::strtime, tz::TimeZone};
use serde_json::Value;

use crate::compare::matches;

/// A call that was played.
#[derive(Clone, Debug)]
pub(crate) struct Played {
    /// The policy after the last turn fed.
    pub(crate) call: CheckCall,
    /// Reply 0 is the greeting.
    pub(crate) replies: Vec<Reply>,
    /// Driver turns fed; `None` is a silence.
    pub(crate) turns: Vec<Option<String>>,
    /// Slots with a value after each reply.
    pub(crate) filled: Vec<BTreeSet<String>>,
    pub(crate) now: Zoned,
    pub(crate) vars: Variables,
}

/// The names of the checks a dialogue case fails.
pub(crate) fn failures(case: &Value) -> Vec<String> {
    let played = play(case);
    let mut failed = Vec::new();
    let payload = played.call.payload();
    for (key, expected) in case["expect"]["payload"].as_object().into_iter().flatten() {
        if !matches(key, expected, payload.get(key)) {
            let got = payload
                .get(key)
                .map_or_else(|| "nothing".to_owned(), Value::to_string);
            failed.push(format!("payload.{key}: got {got}, expected {expected}"));
        }
    }
    for check in case["expect"]["must"].as_array().into_iter().flatten() {
        for (name, argument) in check.as_object().into_iter().flatten() {
            if !holds(&played, name, argument, check) {
                failed.push(format!("{name}: {check}"));
            }
        }
    }
    failed.extend(
        invariants(&played)
            .into_iter()
            .map(|broken| format!("invariant: {broken}")),
    );
    failed
}

/// Plays a case to its end or to the end of the call.
pub(crate) fn play(case: &Value) -> Played {
    let now = clock(case["now"].as_str().unwrap_or_default());
    let pairs = case["vars"].as_object().into_iter().flatten();
    let vars = Variables::from_map(pairs.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))));
    let turns = case["turns"].as_array().into_iter().flatten();
    let turns = turns.map(|turn| turn["driver"].as_str().map(str::to_owned));
    converse(vars, &now, turns)
}

/// Plays turns until the call is over.
pub(crate) fn converse(
    vars: Variables,
    now: &Zoned,
    turns: impl IntoIterator<Item = Option<String>>,
) -> Played {
    let mut call = CheckCall::new(vars.clone());
    let greeting = call.greet(now);
    let mut played = Played {
        filled: vec![filled(&call)],
        call,
        replies: vec![greeting],
        turns: Vec::new(),
        now: now.clone(),
        vars,
    };
    for said in turns {
        let reply = played.call.turn(
            now,
            Input {
                said: said.as_deref(),
                heard: None,
            },
        );
        let over = reply.end_call || reply.transfer;
        played.replies.push(reply);
        played.filled.push(filled(&played.call));
        played.turns.push(said);
        if over {
            break;
        }
    }
    played
}

/// The transcript of a call as Retell would have it.
pub(crate) fn transcript(played: &Played) -> Vec<Line<'_>> {
    let line = |speaker, text| Line {
        speaker,
        text,
        at: played.now.clone(),
    };
    let mut lines = vec![line(Speaker::Agent, played.replies[0].text.as_str())];
    for (said, reply) in played.turns.iter().zip(&played.replies[1..]) {
        lines.extend(said.as_deref().map(|text| line(Speaker::Driver, text)));
        lines.push(line(Speaker::Agent, reply.text.as_str()));
    }
    lines
}

/// What must hold for every call, whatever was said.
pub(crate) fn invariants(played: &Played) -> Vec<String> {
    let mut broken = Vec::new();
    let mut texts = BTreeSet::new();
    for (n, reply) in played.replies.iter().enumerate() {
        let words = reply.text.split_whitespace().count();
        let most = if reply.wrap { 70 } else { 45 };
        let questions = reply.text.matches('?').count();
        let mut check = |holds: bool, what: &str| {
            if !holds {
                broken.push(format!("{what} at reply {n}: {}", reply.text));
            }
        };
        check(words > 0, "no text");
        check(questions <= 1, "more than one question");
        check(words <= most, "too long");
        check(
            !(reply.end_call && (questions > 0 || !reply.asked.is_empty())),
            "hangs up on a question",
        );
        check(texts.insert(plain(&reply.text)), "text used twice");
        check(
            reply.asked.is_empty() || questions == 1,
            "asks without a question",
        );
    }
    if let Some(early) = played
        .replies
        .iter()
        .rev()
        .skip(1)
        .position(|reply| reply.end_call || reply.transfer)
    {
        broken.push(format!("went on after the end, {early} replies before the last"));
    }
    let payload = played.call.payload();
    let keys: &[&str] = if payload.contains_key("emergency_type") {
        &EMERGENCY_KEYS
    } else {
        &DISPATCH_KEYS
    };
    for key in keys {
        if !payload.contains_key(*key) {
            broken.push(format!("payload lacks {key}"));
        }
    }
    let again = converse(played.vars.clone(), &played.now, played.turns.iter().cloned());
    if again.replies != played.replies {
        broken.push("a second run replies otherwise".to_owned());
    }
    if CheckCall::rebuild(played.vars.clone(), &transcript(played)) != played.call {
        broken.push("the rebuilt state differs".to_owned());
    }
    if !never_repeats(played) {
        broken.push("repeats a question".to_owned());
    }
    broken
}

const DISPATCH_KEYS: [&str; 7] = [
    "call_outcome",
    "driver_status",
    "current_location",
    "eta",
    "delay_reason",
    "unloading_status",
    "pod_reminder_acknowledged",
];

const EMERGENCY_KEYS: [&str; 7] = [
    "call_outcome",
    "emergency_type",
    "safety_status",
    "injury_status",
    "emergency_location",
    "load_secure",
    "escalation_status",
];

fn holds(played: &Played, name: &str, argument: &Value, check: &Value) -> bool {
    let replies = &played.replies;
    let number = |key: &str| check[key].as_u64().and_then(|n| usize::try_from(n).ok());
    let own = argument
        .as_u64()
        .and_then(|n| usize::try_from(n).ok())
        .unwrap_or(0);
    let ended = |reply: &Reply| reply.end_call || reply.transfer;
    match name {
        "escalates_by_turn" => replies.iter().take(own + 1).any(|reply| reply.transfer),
        "never_escalates" => !replies.iter().any(|reply| reply.transfer),
        "ends_by_turn" => replies.iter().take(own + 1).any(ended),
        "not_ended_before_turn" => !replies.iter().take(own).any(ended),
        "asks_about" => {
            let about = |reply: &Reply| asks(reply, argument);
            match (number("at_turn"), number("by_turn")) {
                (Some(at), _) => replies.get(at).is_some_and(about),
                (None, by) => replies
                    .iter()
                    .take(by.unwrap_or(usize::MAX - 1) + 1)
                    .skip(1)
                    .any(about),
            }
        }
        "never_asks_about" => !replies
            .iter()
            .skip(number("after_turn").unwrap_or(0))
            .any(|reply| asks(reply, argument)),
        "asks_nothing_at" => replies.get(own).is_some_and(|reply| reply.asked.is_empty()),
        "never_repeats_question" => never_repeats(played),
        "mentions_in_wrap" => {
            let wraps: Vec<_> = replies.iter().filter(|reply| reply.wrap).collect();
            let last_two = replies.iter().rev().take(2).collect();
            let spoken = if wraps.is_empty() { last_two } else { wraps };
            let text = spoken
                .iter()
                .map(|reply| reply.text.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            argument
                .as_array()
                .into_iter()
                .flatten()
                .all(|item| match item.as_array() {
                    Some(any) => any.iter().any(|one| mentions(&text, one)),
                    None => mentions(&text, item),
                })
        }
        "reply_mentions" | "reply_avoids" => {
            let turn = argument["turn"]
                .as_u64()
                .and_then(|n| usize::try_from(n).ok())
                .unwrap_or(0);
            let list = |key: &str| argument[key].as_array().cloned().unwrap_or_default();
            match (replies.get(turn), name) {
                (Some(reply), "reply_mentions") => list("any").iter().any(|one| mentions(&reply.text, one)),
                (Some(reply), _) => !list("none").iter().any(|one| mentions(&reply.text, one)),
                (None, name) => name == "reply_avoids",
            }
        }
        "conflict_on" => played
            .call
            .conflicts()
            .iter()
            .any(|conflict| is_slot(&conflict.slot, argument)),
        "no_conflicts" => played.call.conflicts().is_empty(),
        // Parameters of the check beside them.
        "by_turn" | "at_turn" | "after_turn" => true,
        _ => false,
    }
}

fn asks(reply: &Reply, slot: &Value) -> bool {
    reply.asked.iter().any(|asked| is_slot(asked.as_str(), slot))
}

/// "unloading" stands for everything about the dock.
fn is_slot(slot: &str, wanted: &Value) -> bool {
    let wanted = wanted.as_str().unwrap_or_default();
    slot == wanted || (wanted == "unloading" && ["door", "lumper", "detention"].contains(&slot))
}

fn never_repeats(played: &Played) -> bool {
    let mut questions = BTreeSet::new();
    let mut asked: BTreeMap<Slot, usize> = BTreeMap::new();
    for (n, reply) in played.replies.iter().enumerate() {
        for question in reply
            .text
            .split_inclusive(['.', '!', '?'])
            .filter(|sentence| sentence.ends_with('?'))
        {
            if !questions.insert(plain(question)) {
                return false;
            }
        }
        for slot in &reply.asked {
            let times = asked.entry(*slot).or_default();
            *times += 1;
            if *times > 3 || (!reply.clarify && played.filled[n].contains(slot.as_str())) {
                return false;
            }
        }
    }
    true
}

/// The `asked` names of the slots that have a value.
pub(crate) fn filled(call: &CheckCall) -> BTreeSet<String> {
    let name = |view: String| match view.as_str() {
        "driver_status" => "status".to_owned(),
        "current_location" => "location".to_owned(),
        "pod_reminder_acknowledged" => "pod".to_owned(),
        "safe" => "safety".to_owned(),
        // A bare road is no place to send help to, and an on-time call has no reason yet.
        "emergency_location" | "delay_reason" => String::new(),
        other => other.to_owned(),
    };
    call.slots().into_iter().map(|view| name(view.name)).collect()
}

/// Without case and punctuation.
fn plain(text: &str) -> String {
    let kept: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace())
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without case, blanks as one, on word boundaries.
fn mentions(text: &str, wanted: &Value) -> bool {
    let fold = |text: &str| {
        text.to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (text, wanted) = (fold(text), fold(wanted.as_str().unwrap_or_default()));
    text.match_indices(&wanted).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + wanted.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The clock of a case, with the offset it is written with.
fn clock(text: &str) -> Zoned {
    let parsed = strtime::parse("%Y-%m-%dT%H:%M:%S%:z", text).ok();
    let offset = parsed.and_then(|time| time.offset());
    let at: Timestamp = text
        .parse()
        .unwrap_or_else(|error| panic!("the clock of a case, {text}: {error}"));
    at.to_zoned(offset.map_or(TimeZone::UTC, TimeZone::fixed))
}
