//! A plan into words: no question comes twice, and what was asked is counted.

use crate::{
    phrasing::{PhraseBook, Say},
    plan::Plan,
    reply::{Phase, Reply},
    sentence::{key, sentences},
    slot::Slot,
    speak::first_name,
    state::State,
    variables::HandOver,
};

/// Speaks `plan`: chooses sentences that were not spoken yet and books what they ask.
pub(crate) fn compose(state: &mut State, book: &dyn PhraseBook, plan: &Plan) -> Reply {
    let driver = state.vars.driver_name.as_deref().map(first_name);
    let driver = driver.as_deref();
    // A courtesy, or an answer that was given in every way there is, is left out rather than said again.
    let mut parts: Vec<_> = plan
        .say
        .iter()
        .filter_map(|say| fresh(state, book.variants(say, driver)))
        .collect();
    let question = plan.question.as_ref().and_then(|question| {
        let text = fresh(state, book.variants(&question.say, driver))?;
        Some((text, question.asked.clone()))
    });
    let (question, asked) = question.unzip();
    parts.extend(question.clone());
    state.last_question = question;
    let asked = asked.unwrap_or_default();
    let text = if parts.is_empty() {
        let last = plan.say.last().map(|say| book.variants(say, driver));
        let stale = last.and_then(|variants| variants.into_iter().next());
        with_a_lead(state, book, &stale.unwrap_or_default())
    } else {
        parts.join(" ")
    };
    state.spoken.extend(sentences(&text).map(key));
    book_asks(state, &asked, plan.plain);
    state.waiting = plan.say.iter().any(|say| matches!(say, Say::TakeYourTime));
    state.checked_in = plan.say.iter().any(|say| matches!(say, Say::CheckIn { .. }));
    state.handed_over |= plan.hand_over;
    if let Some(phase) = plan.phase {
        state.phase = phase;
    }
    let transfers = plan.hand_over && state.vars.hand_over == HandOver::Transfer;
    let reply = Reply {
        text,
        asked,
        end_call: plan.end_call || (plan.hand_over && !transfers),
        transfer: transfers,
        wrap: plan.wrap,
        clarify: plan.clarify,
    };
    state.last = reply.clone();
    reply
}

fn book_asks(state: &mut State, asked: &[Slot], plain: bool) {
    state.last_plain = plain;
    for slot in asked {
        let asks = state.asks.entry(*slot).or_default();
        asks.total = asks.total.saturating_add(1);
        asks.plain = asks.plain.saturating_add(u8::from(plain));
    }
    let vague = asked.contains(&Slot::Eta) && state.eta_known();
    state.counts.vague_asks += u8::from(vague);
    state.expected_before = state.expecting.clone();
    if !asked.is_empty() {
        state.expecting = asked.to_vec();
    }
}

/// The first variant of which no sentence was spoken yet.
fn fresh(state: &State, variants: Vec<String>) -> Option<String> {
    variants
        .into_iter()
        .find(|text| !sentences(text).any(|sentence| state.spoken.contains(&key(sentence))))
}

/// Nothing new is left to say: a short word in front makes the reply another one.
fn with_a_lead(state: &State, book: &dyn PhraseBook, text: &str) -> String {
    [Say::Ack, Say::NoProblem, Say::Sure]
        .iter()
        .find_map(|say| fresh(state, book.variants(say, None)))
        .map_or_else(|| text.to_owned(), |lead| format!("{lead} {text}"))
        .trim()
        .to_owned()
}

/// Takes back the booking of a question that was cut off before it was spoken. Its sentence may come again, and so may
/// any other of that reply of which the driver `heard` nothing.
pub(crate) fn unask(state: &mut State, heard: &str) {
    let heard = key(heard);
    for sentence in sentences(&state.last.text).map(key) {
        let began = sentence.split(' ').take(3).collect::<Vec<_>>().join(" ");
        if !heard.contains(&began) || state.last_question.as_deref().map(key).as_ref() == Some(&sentence) {
            state.spoken.remove(&sentence);
        }
    }
    for slot in &state.last.asked {
        if let Some(asks) = state.asks.get_mut(slot) {
            asks.total = asks.total.saturating_sub(1);
            asks.plain = asks.plain.saturating_sub(u8::from(state.last_plain));
        }
    }
    let vague = state.last.asked.contains(&Slot::Eta) && state.eta_known();
    state.counts.vague_asks = state.counts.vague_asks.saturating_sub(u8::from(vague));
    state.expecting = state.expected_before.clone();
    state.last_question = None;
    if state.last.wrap && state.phase == Phase::ReadBack {
        state.phase = Phase::Gathering;
    }
}
