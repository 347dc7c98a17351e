//! What must hold for a call, whoever the driver is.

use std::collections::{BTreeMap, BTreeSet};

use dispatch_policy::{CheckCall, Phase, Reply, Scenario, Slot};
use jiff::Zoned;
use serde_json::{Map, Value};

use crate::Script;

/// The promises this call breaks.
pub(crate) fn broken(script: &Script) -> Vec<String> {
    let mut broken = Vec::new();
    ends(script, &mut broken);
    no_sentence_twice(script, &mut broken);
    questions(script, &mut broken);
    emergencies(script, &mut broken);
    for turn in script.turns.iter().filter(|turn| turn.reply.wrap) {
        says_what_is_recorded(script, &turn.reply, &turn.call.payload(), &mut broken);
    }
    if let Some(last) = script.turns.last()
        && CheckCall::rebuild(script.vars.clone(), &script.transcript()) != last.call
    {
        broken.push("the state from the transcript is not the state that was lived".to_owned());
    }
    broken
}

fn ends(script: &Script, broken: &mut Vec<String>) {
    const FAREWELLS: [&str; 17] = [
        "take care",
        "drive safe",
        "have a good",
        "safe travels",
        "goodbye",
        "call you right back",
        "cuídese",
        "maneje con cuidado",
        "buen viaje",
        "que le vaya bien",
        "hasta luego",
        "le llama enseguida",
        "que tenga buen día",
        "stay on the line",
        "one moment",
        "no cuelgue",
        "un momento",
    ];
    let last = script.turns.last().map_or(&script.greeting, |turn| &turn.reply);
    if !(last.end_call || last.transfer) {
        broken.push(format!("is not over after {} turns", script.turns.len()));
    }
    let text = last.text.to_lowercase();
    if !FAREWELLS.iter().any(|farewell| text.contains(farewell)) {
        broken.push(format!("ends without a goodbye: {}", last.text));
    }
}

fn replies(script: &Script) -> impl Iterator<Item = &Reply> {
    std::iter::once(&script.greeting).chain(script.turns.iter().map(|turn| &turn.reply))
}

/// Of a reply that was cut off only the whole sentences count that the driver heard.
fn no_sentence_twice(script: &Script, broken: &mut Vec<String>) {
    let mut spoken = BTreeSet::new();
    let cut = script.turns.iter().map(|turn| turn.heard.as_deref());
    for (reply, cut) in replies(script).zip(cut.chain([None])) {
        let heard = plain(cut.unwrap_or(&reply.text));
        for sentence in sentences(&reply.text).into_iter().map(plain) {
            if heard.contains(&sentence) && !spoken.insert(sentence.clone()) {
                broken.push(format!("says twice: {sentence}"));
            }
        }
    }
}

fn sentences(text: &str) -> Vec<&str> {
    // "St. Louis" is the only dot of these scripts that ends no sentence.
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ").chain(text.match_indices("? ")) {
        if at >= from && !text[..at].ends_with("St") {
            sentences.push(&text[from..=at]);
            from = at + 2;
        }
    }
    sentences.push(&text[from..]);
    sentences
}

fn questions(script: &Script, broken: &mut Vec<String>) {
    let mut asked: BTreeMap<Slot, usize> = BTreeMap::new();
    let mut confirmed: BTreeMap<Slot, usize> = BTreeMap::new();
    for (n, turn) in script.turns.iter().enumerate() {
        let reply = &turn.reply;
        let marks = reply.text.matches('?').count();
        let words = reply.text.split_whitespace().count();
        let mut check = |holds: bool, what: &str| {
            if !holds {
                broken.push(format!("{what} in reply {}: {}", n + 1, reply.text));
            }
        };
        check(words > 0, "says nothing");
        check(marks <= 1, "asks more than one question");
        check(words <= if reply.wrap { 70 } else { 45 }, "says too much");
        check(reply.asked.is_empty() || marks == 1, "asks without a question");
        check(
            !(reply.end_call || reply.transfer) || marks == 0,
            "leaves on a question",
        );
        let filled = filled(&turn.call);
        for slot in &reply.asked {
            // A question that was cut off does not count; what the next turn heard tells.
            let unheard = script.turns.get(n + 1).is_some_and(|next| next.heard.is_some());
            let times = asked.entry(*slot).or_default();
            *times += usize::from(!unheard);
            check(*times <= 3, "asks a fourth time");
            if filled.contains(slot) {
                check(reply.clarify, "asks what it knows");
                let times = confirmed.entry(*slot).or_default();
                *times += usize::from(!unheard);
                check(*times <= 2, "confirms again and again");
            }
        }
    }
}

/// The slots with a value. A vague arrival time and a place without a landmark are no answer yet.
fn filled(call: &CheckCall) -> BTreeSet<Slot> {
    let payload = call.payload();
    let slots = [
        ("driver_status", Slot::Status),
        ("current_location", Slot::Location),
        ("eta", Slot::Eta),
        ("door", Slot::Door),
        ("lumper", Slot::Lumper),
        ("detention", Slot::Detention),
        ("pod_reminder_acknowledged", Slot::Pod),
        ("safe", Slot::Safety),
        ("injuries", Slot::Injuries),
        ("load_secure", Slot::LoadSecure),
    ];
    let reason = payload.get("delay_reason").and_then(Value::as_str);
    let views = call.slots();
    let mut filled: BTreeSet<_> = slots
        .into_iter()
        .filter(|(name, _)| views.iter().any(|view| view.name == *name))
        .map(|(_, slot)| slot)
        .collect();
    filled.extend(
        reason
            .filter(|reason| *reason != "None")
            .map(|_| Slot::DelayReason),
    );
    filled
}

fn emergencies(script: &Script, broken: &mut Vec<String>) {
    const OF_AN_EMERGENCY: [Slot; 4] = [
        Slot::Safety,
        Slot::Injuries,
        Slot::EmergencyLocation,
        Slot::LoadSecure,
    ];
    for (n, turn) in script.turns.iter().enumerate() {
        let emergency = turn.call.scenario() == Scenario::Emergency;
        if turn.emergency && !emergency {
            broken.push(format!("misses the emergency of turn {}", n + 1));
        }
        let ordinary = turn
            .reply
            .asked
            .iter()
            .any(|slot| !OF_AN_EMERGENCY.contains(slot));
        if emergency && (ordinary || turn.reply.end_call && turn.call.phase() != Phase::Done) {
            broken.push(format!(
                "asks {:?} in an emergency, turn {}",
                turn.reply.asked,
                n + 1
            ));
        }
        let payload = turn.call.payload();
        if emergency != payload.contains_key("emergency_type") {
            broken.push(format!("the record of turn {} has the wrong scenario", n + 1));
        }
    }
}

/// Numbers and names in the words of a read-back are those of the record.
fn says_what_is_recorded(
    script: &Script,
    reply: &Reply,
    payload: &Map<String, Value>,
    broken: &mut Vec<String>,
) {
    let mut known: BTreeSet<String> = ["911".to_owned()].into();
    let vars = &script.vars;
    let told = [
        &vars.driver_name,
        &vars.load_number,
        &vars.company_name,
        &vars.origin,
        &vars.destination,
    ];
    known.extend(told.into_iter().flatten().flat_map(|text| tokens(text)));
    known.extend(vars.appointment_time.as_ref().map(clock));
    for (key, value) in payload {
        match value {
            Value::String(text) => {
                known.extend(tokens(text));
                let at: Option<jiff::Timestamp> = text.parse().ok();
                known.extend(at.map(|at| clock(&at.to_zoned(vars.time_zone()))));
            }
            Value::Number(number) => {
                known.insert(number.to_string());
                if let Some(minutes) = number.as_i64().filter(|_| key.ends_with("minutes")) {
                    known.extend([(minutes / 60).to_string(), (minutes % 60).to_string()]);
                }
            }
            _ => {}
        }
    }
    for token in tokens(&reply.text) {
        let counts = token.contains(|c: char| c.is_ascii_digit());
        let town = crate::lines::TOWNS.iter().any(|town| {
            town.split(' ')
                .any(|word| word.eq_ignore_ascii_case(&token) && word.len() > 3)
        });
        let state = ["illinois", "texas", "indiana"].contains(&token.to_lowercase().as_str());
        if (counts || (town && !state)) && !known.iter().any(|word| word.eq_ignore_ascii_case(&token)) {
            broken.push(format!(
                "reads back {token}, which is not in the record: {}",
                reply.text
            ));
        }
    }
}

fn clock(at: &Zoned) -> String {
    at.strftime("%-I:%M").to_string()
}

fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .map(|word| {
            word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '-'))
                .to_owned()
        })
        .filter(|word| !word.is_empty())
}

/// Without case and punctuation.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}
