//! Saying it all back, and what the driver makes of it.

use crate::{
    agenda, answer,
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    reply::Phase,
    sentence,
    slot::Slot,
    state::{Ending, MOST_ASKS, State},
    summary::Summary,
};

/// The read-back; the floor then goes to the driver.
pub(crate) fn begin(state: &mut State) -> Plan {
    let brief = state.asks(Slot::Confirm).total > 0;
    let summary = Summary::of(state);
    if state.asks(Slot::Confirm).total >= MOST_ASKS {
        return goodbye(state, Some(summary));
    }
    confirm(
        state,
        Say::ReadBack {
            summary: Box::new(summary),
            brief,
        },
    )
}

fn confirm(state: &State, say: Say) -> Plan {
    let asked_before = state.asks(Slot::Confirm).total;
    Plan::say([say])
        .ask_for(Slot::Confirm, asked_before)
        .wrap()
        .phase(Phase::ReadBack)
}

/// What the driver says to the read-back.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if state.phase != Phase::ReadBack {
        return None;
    }
    let news = &heard.news;
    if !news.changed.is_empty() || !news.filled.is_empty() {
        return Some(corrected(state, heard));
    }
    if heard.did(Act::RepeatRequest) {
        return Some(begin(state).clarify());
    }
    let objects = objects(heard);
    let more = news.figures || heard.meaning.facts.lumper_over.is_some();
    if (more || objects && news.stated) && !heard.did(Act::Goodbye) {
        return Some(begin(state).clarify());
    }
    let answer = answer::answer(state, heard);
    // "You got it", "right?": an assent in the form of a question wants no answer.
    let assent = heard.did_any(&[Act::Affirm, Act::Ack]) && answer == Some(Say::DispatchWillFollowUp);
    if let Some(answer) = answer.filter(|_| !assent) {
        return Some(
            if state.asks(Slot::AnythingElse).total < 2 && !heard.did(Act::Goodbye) {
                let asked_before = state.asks(Slot::AnythingElse).total;
                Plan::say([answer]).ask_for(Slot::AnythingElse, asked_before)
            } else {
                goodbye(state, None).lead(answer)
            },
        );
    }
    if objects && !heard.did_any(&[Act::Goodbye, Act::Ack]) && words(heard) > 4 && state.counts.denials == 0 {
        state.counts.denials = 1;
        if state.may_ask(Slot::Confirm, true) {
            return Some(Plan::say([]).ask(Say::WhatToFix, [Slot::Confirm]).clarify());
        }
    }
    let assents =
        heard.did_any(&[Act::Affirm, Act::Ack, Act::Goodbye]) || news.stated || finds_nothing(heard);
    // A leading "no" can be filler; only a bare one says that something is off. To "anything else" it means we are done.
    if heard.did(Act::Deny) && !assents && !state.expects(Slot::AnythingElse) {
        state.counts.denials += 1;
        if state.counts.denials == 1 && state.may_ask(Slot::Confirm, true) {
            return Some(Plan::say([]).ask(Say::WhatToFix, [Slot::Confirm]).clarify());
        }
        state
            .slots
            .notes
            .push("driver did not confirm the read-back".to_owned());
        return Some(goodbye(state, None).lead(Say::DispatchWillCheck));
    }
    // What he would have changed was not understood: somebody looks at it.
    if state.counts.denials > 0 && !assents && words(heard) > 2 && state.expects(Slot::Confirm) {
        state
            .slots
            .notes
            .push("driver asked for a change at the read-back".to_owned());
        return Some(goodbye(state, None).lead(Say::DispatchWillCheck));
    }
    Some(goodbye(state, None))
}

/// "No, nothing wrong there": all is well.
fn finds_nothing(heard: &Heard<'_>) -> bool {
    let words = sentence::words(heard.said.unwrap_or_default());
    let has = |word: &str| words.iter().any(|each| each == word);
    has("nothing") && !has("except") && !has("but")
}

fn words(heard: &Heard<'_>) -> usize {
    sentence::words(heard.said.unwrap_or_default()).len()
}

/// "No, ...", "yes except ...", "that's wrong, ...": what follows is no assent, whatever was read of it.
fn objects(heard: &Heard<'_>) -> bool {
    const OBJECTIONS: [&str; 5] = ["except", "wrong", "incorrect", "change", "fix"];
    let words = sentence::words(heard.said.unwrap_or_default());
    let any = |these: &[&str]| words.iter().any(|word| these.contains(&word.as_str()));
    if finds_nothing(heard) {
        return false;
    }
    let denies = heard.did(Act::Deny) && !heard.did_any(&[Act::Affirm, Act::Ack, Act::Goodbye]);
    // "Yeah but I ain't out of hours", "well wait, I can't leave yet".
    let restricts = any(&["but", "wait"])
        && any(&[
            "not", "ain't", "aint", "isn't", "can't", "cannot", "won't", "never",
        ]);
    any(&OBJECTIONS) && !any(&["no", "wouldn't", "don't"]) || any(&["except"]) || denies || restricts
}

/// The corrected value is said back; a correction can also open a new question ("I'm late" needs a reason).
fn corrected(state: &mut State, heard: &Heard<'_>) -> Plan {
    let mut slots = heard.news.changed.clone();
    slots.extend(&heard.news.filled);
    let summary = Summary::of(state).only(&slots);
    let open = agenda::open_slot(state, false).filter(|_| !heard.did(Act::Goodbye));
    if let Some(slot) = open {
        let plan = agenda::ask(state, heard, slot, false);
        return if summary.is_empty() {
            plan
        } else {
            Plan {
                say: vec![Say::Corrected(Box::new(summary))],
                ..plan
            }
        };
    }
    if heard.did(Act::Goodbye) || state.asks(Slot::Confirm).total >= MOST_ASKS {
        return goodbye(state, Some(summary));
    }
    if summary.is_empty() {
        return begin(state).clarify();
    }
    confirm(state, Say::Corrected(Box::new(summary)))
}

/// No further question: what is known is said back, with thanks.
pub(crate) fn close_with_what_is_known(state: &mut State) -> Plan {
    let summary = state.slots.any_update().then(|| Summary::of(state));
    goodbye(state, summary)
}

/// The last words, with what has not been said back yet.
pub(crate) fn goodbye(state: &mut State, unsaid: Option<Summary>) -> Plan {
    state.ending.get_or_insert(Ending::Complete);
    let mut say: Vec<_> = unsaid
        .filter(|summary| !summary.is_empty())
        .map(|summary| Say::Corrected(Box::new(summary)))
        .into_iter()
        .collect();
    say.push(Say::Goodbye {
        arrived: state.at_receiver(),
    });
    Plan::end(say)
}
