//! More words than anybody says in one turn, read part by part: the work grows with the words, not with their square.

use super::text::Said;
use crate::facts::{Facts, Understanding};

/// Tokens of a part: two minutes of speech.
const LONGEST: usize = 300;

/// The parts of what was said, cut where a clause begins; nearly always it is one.
pub(super) fn parts(said: Said<'_>) -> Vec<Said<'_>> {
    if said.len() <= LONGEST {
        return vec![said];
    }
    let mut parts = Vec::new();
    let mut from = 0;
    while from < said.len() {
        let most = (from + LONGEST).min(said.len());
        let clause = said.clause_range(most).start;
        let to = if most < said.len() && clause > from {
            clause
        } else {
            most
        };
        parts.push(Said::of(said.raw, said.tokens[from..to].to_vec()));
        from = to;
    }
    parts
}

/// Adds what a later part says: of each fact the first one stands.
pub(super) fn add(heard: &mut Understanding, more: Understanding) {
    heard.acts.extend(more.acts);
    heard.question = heard.question.or(more.question);
    let Facts {
        driver_status,
        location,
        remaining_miles,
        eta,
        delay_reason,
        delay_minutes,
        unloading_status,
        door,
        lumper,
        lumper_over,
        detention,
        wait_minutes,
        pod_ack,
        emergency,
        safe,
        injuries,
        load_secure,
        reefer_temp_f,
        hos_remaining_minutes,
        callback,
        language,
        notes,
    } = more.facts;
    let facts = &mut heard.facts;
    first(&mut facts.driver_status, driver_status);
    first(&mut facts.location, location);
    first(&mut facts.remaining_miles, remaining_miles);
    first(&mut facts.eta, eta);
    first(&mut facts.delay_reason, delay_reason);
    first(&mut facts.delay_minutes, delay_minutes);
    first(&mut facts.unloading_status, unloading_status);
    first(&mut facts.door, door);
    first(&mut facts.lumper, lumper);
    first(&mut facts.lumper_over, lumper_over);
    first(&mut facts.detention, detention);
    first(&mut facts.wait_minutes, wait_minutes);
    first(&mut facts.pod_ack, pod_ack);
    first(&mut facts.emergency, emergency);
    first(&mut facts.safe, safe);
    first(&mut facts.injuries, injuries);
    first(&mut facts.load_secure, load_secure);
    first(&mut facts.reefer_temp_f, reefer_temp_f);
    first(&mut facts.hos_remaining_minutes, hos_remaining_minutes);
    first(&mut facts.callback, callback);
    first(&mut facts.language, language);
    facts.notes.extend(notes);
}

fn first<T>(slot: &mut Option<T>, more: Option<T>) {
    if slot.is_none() {
        *slot = more;
    }
}
