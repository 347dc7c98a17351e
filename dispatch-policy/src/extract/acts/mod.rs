//! What the driver does with his words beside stating facts.

mod assent;
mod identity;
mod leaving;
mod machine;
mod manner;
mod noise;
mod person;
mod question;
mod request;
mod requests;
mod retraction;
mod segment;
mod strangers;
mod talk;
mod unwilling;
mod verdict;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::facts::{Act, Facts, QuestionTopic};

use super::pattern::{Rule, pat};
use super::scope;
use super::text::Said;

use assent::ASSENT;
use identity::{LOADS, MACHINES, PERSONS};
use leaving::{LEAVING, REFUSAL};
use question::question;
use request::{about_the_road, is_request};
use talk::{REQUESTS, TEMPER};

pub(super) use noise::is_noise;
pub(super) use retraction::takes_back;

/// What words do, by kind.
static TABLES: [&LazyLock<Vec<Rule<Act>>>; 8] = [
    &ASSENT, &REFUSAL, &LEAVING, &PERSONS, &LOADS, &MACHINES, &REQUESTS, &TEMPER,
];

/// Reads the acts; `facts` tells what the utterance stated.
pub(super) fn read(said: &Said<'_>, facts: &Facts) -> (BTreeSet<Act>, Option<QuestionTopic>) {
    let mut acts = BTreeSet::new();
    for rule in TABLES.iter().flat_map(|table| table.iter()) {
        if acts.contains(&rule.value) {
            continue;
        }
        if rule
            .pattern
            .find_all(said)
            .into_iter()
            .any(|span| fits(said, rule, &span, facts))
        {
            acts.insert(rule.value);
        }
    }
    frames(said, &mut |act, _, _| {
        if stands(act, facts) {
            acts.insert(act);
        }
    });
    let stated = facts.eta.is_some()
        || facts.location.is_some()
        || facts.driver_status.is_some()
        || facts.unloading_status.is_some();
    // "why would i tell you that" asks for nothing.
    let refuses = acts.contains(&Act::Refuse);
    let topic = question(said, &acts, stated).filter(|topic| !(refuses && *topic == QuestionTopic::Other));
    if topic.is_some() {
        acts.insert(Act::Question);
    }
    settle(said, facts, &mut acts);
    (acts, topic)
}

/// What each sentence does by who says what of whom; the words of an act are its sentence.
fn frames(said: &Said<'_>, add: &mut impl FnMut(Act, &'static str, std::ops::Range<usize>)) {
    machine::read(said, &mut |act, rule| add(act, rule, 0..said.len()));
    for s in segment::segments(said) {
        let range = s.range.clone();
        let mut here = |act, rule| add(act, rule, range.clone());
        verdict::read(&s, &mut here);
        unwilling::read(&s, &mut here);
        strangers::read(&s, &mut here);
        requests::read(&s, &mut here);
        manner::read(&s, &mut here);
    }
}

/// Whether what was stated beside leaves room for the act.
fn stands(act: Act, facts: &Facts) -> bool {
    let stated =
        facts.location.is_some() || facts.driver_status.is_some() || facts.unloading_status.is_some();
    match act {
        Act::Affirm | Act::Deny => facts.emergency.is_none() && facts.eta.is_none() && !stated,
        Act::ThirdParty | Act::WrongPerson | Act::NotOnLoad | Act::Goodbye | Act::RepeatRequest => {
            facts.emergency.is_none()
        }
        Act::Chitchat => facts.emergency.is_none() && facts.eta.is_none() && !stated,
        Act::Hold => facts.eta.is_none() && facts.callback.is_none() && facts.emergency.is_none(),
        Act::Ivr | Act::Voicemail => facts.eta.is_none() && facts.driver_status.is_none(),
        Act::Busy => facts.emergency.is_none() && facts.eta.is_none(),
        _ => true,
    }
}

/// The first rule by whose words `act` is performed.
pub(super) fn span(
    said: &Said<'_>,
    facts: &Facts,
    act: Act,
) -> Option<(&'static str, std::ops::Range<usize>)> {
    TABLES
        .iter()
        .flat_map(|table| table.iter())
        .filter(|rule| rule.value == act)
        .find_map(|rule| {
            let found = rule
                .pattern
                .find_all(said)
                .into_iter()
                .find(|span| fits(said, rule, span, facts))?;
            Some((rule.name, found))
        })
        .or_else(|| {
            let mut first = None;
            frames(said, &mut |done, rule, range| {
                if done == act && first.is_none() && stands(act, facts) {
                    first = Some((rule, range));
                }
            });
            first
        })
}

/// Checks that the words alone cannot make.
fn fits(said: &Said<'_>, rule: &Rule<Act>, span: &std::ops::Range<usize>, facts: &Facts) -> bool {
    match rule.value {
        // "unhooked and dropped it, i'm done here": with the work.
        Act::Goodbye
            if matches!(rule.name, "done here" | "out of here") && facts.unloading_status.is_some() =>
        {
            false
        }
        // In the end "bye" is no misheard "by".
        Act::Goodbye if span.end == said.len() && said.is(span.start, &["bye"]) => true,
        Act::Goodbye => {
            !scope::denied(said, span.start)
                && !facts
                    .location
                    .as_ref()
                    .is_some_and(|l| l.value.exit.is_some() || l.value.mile_marker.is_some())
                || said.is(span.start, &["goodbye", "talk", "have", "take"])
        }
        Act::HumanRequest => is_request(said, span),
        Act::Abuse => !about_the_road(said, span),
        // "didn't one of you call me twenty minutes ago"
        Act::Callback => {
            // "be good, talk to you": no other call is named.
            (!said.is(span.start, &["talk", "speak"])
                || !said.is(span.end - 1, &["you"])
                || said.is(
                    span.end,
                    &[
                        "later", "when", "after", "in", "tomorrow", "at", "once", "then", "tonight", "again",
                        "back",
                    ],
                ))
                && (!scope::denied(said, span.start) || said.is(span.start, &["not"]))
                && !is_over(said, span)
        }
        // "couldn't tell you": he would.
        Act::Refuse => !said.is(span.start.wrapping_sub(1), &["could", "can", "should"]),
        Act::Hold => facts.eta.is_none() || span.start == 0,
        // "what are you paying for layover": of the work, and no small talk.
        Act::Chitchat => {
            !said.word(span.end).ends_with("ing")
                || said.is(span.end, &["doing", "feeling", "holding", "hanging", "going"])
                    && !said.is(span.end + 1, &["about", "with", "to"])
        }
        _ => true,
    }
}

/// A call of before: "called ... ago", "did you call".
fn is_over(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let clause = said.clause_range(span.start);
    (span.start..clause.end).any(|i| said.is(i, &["ago", "earlier", "yesterday"]))
        || (clause.start..span.start)
            .any(|i| said.is(i, &["did", "just"]) && !said.is(i + 1, &["call", "give"]))
            && said.is(span.start, &["call"])
            && !said.is(span.end, &["back", "later"])
}

/// Acts that rule each other out, and what only the whole utterance shows.
fn settle(said: &Said<'_>, facts: &Facts, acts: &mut BTreeSet<Act>) {
    // "no you got it backwards": nothing of it assents.
    if acts.contains(&Act::Deny) && segment::segments(said).iter().any(verdict::twisted) {
        acts.remove(&Act::Affirm);
        acts.remove(&Act::Ack);
    }
    // "there's no stanley here, you've reached a nursery school", "this is connie, he can't get to the phone": a person
    // says so, and no tape.
    let tape = pat!(
        "leave|message|tone|beep|beeps|press|recorded|recording|mailbox|voicemail|unavailable|available|dial|option"
    );
    let somebody =
        acts.contains(&Act::WrongPerson) || acts.contains(&Act::ThirdParty) && pat!("he|she").is_in(said);
    if somebody && !tape.is_in(said) {
        acts.remove(&Act::Voicemail);
    }
    if facts.emergency.is_some() {
        acts.remove(&Act::Hold);
        acts.remove(&Act::Busy);
        acts.remove(&Act::Goodbye);
    }
    if acts.contains(&Act::Voicemail) || acts.contains(&Act::Ivr) {
        for a in [
            Act::Callback,
            Act::Goodbye,
            Act::ThirdParty,
            Act::HumanRequest,
            Act::Hold,
            Act::Refuse,
            Act::WrongPerson,
            Act::Busy,
        ] {
            acts.remove(&a);
        }
    }
    if acts.contains(&Act::ThirdParty) {
        acts.remove(&Act::WrongPerson);
        // "is becky in dispatch put me through to her": of those he names one is to be put on.
        if segment::segments(said).iter().any(person::is_asked_for) {
            acts.remove(&Act::ThirdParty);
        } else {
            acts.remove(&Act::HumanRequest);
        }
    }
    if acts.contains(&Act::IsBotQuestion) && !pat!("talk|speak|transfer|get|give|connect|put|want|need .. person|human|someone|somebody|dispatch|operator|representative").is_in(said) {
        acts.remove(&Act::HumanRequest);
    }
    // "i'm busy leave me alone" sends us away: busy is his reason, not a wish to be called later.
    if acts.contains(&Act::Refuse)
        && (pat!("leave|let me|us alone").is_in(said)
            || pat!("leave me|us be").is_in(said)
            || pat!("let me|us be $").is_in(said))
    {
        acts.remove(&Act::Busy);
    }
    if acts.contains(&Act::StopCalling) {
        acts.remove(&Act::RepeatRequest);
        acts.remove(&Act::Callback);
    }
    let eta = facts.eta.is_some();
    if eta {
        acts.remove(&Act::Callback);
    }
    if acts.contains(&Act::Affirm) && acts.contains(&Act::Deny) && pat!("^ no|nah|nope|oh").is_in(said) {
        // "no you're good" assents; "no it's door nineteen" does not.
        let corrects =
            facts.door.is_some() || eta || facts.location.is_some() || pat!("not|wrong").is_in(said);
        acts.remove(if corrects { &Act::Affirm } else { &Act::Deny });
    }
    let leading_no =
        pat!("^ oh|uh|well? no|nope|nah|negative !problem|worries|doubt|idea|clue|you|sir").is_in(said);
    if leading_no && !acts.contains(&Act::Affirm) {
        acts.insert(Act::Deny);
    }
}
