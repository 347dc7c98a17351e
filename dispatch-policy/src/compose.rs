//! A plan into words: no question comes twice, and what was asked is counted.

use crate::{
    phrasing::{PhraseBook, Say},
    plan::Plan,
    reply::{Phase, Reply},
    slot::Slot,
    speak,
    state::State,
    variables::HandOver,
};

/// Speaks `plan`: chooses sentences that were not spoken yet and books what they ask.
pub(crate) fn compose(state: &mut State, book: &dyn PhraseBook, plan: &Plan) -> Reply {
    let driver = state.vars.driver_name.as_deref().map(first_name);
    let driver = driver.as_deref();
    let mut parts: Vec<_> = plan
        .say
        .iter()
        .map(|say| fresh_or_first(state, book.variants(say, driver)))
        .collect();
    let question = plan.question.as_ref().and_then(|question| {
        let variants = book.variants(&question.say, driver);
        variants
            .into_iter()
            .find(|text| !state.spoken.contains(&key(text)))
            .map(|text| (text, question.asked.clone()))
    });
    let asked = match question {
        Some((text, asked)) => {
            state.last_question = Some(text.clone());
            parts.push(text);
            asked
        }
        None => {
            state.last_question = None;
            Vec::new()
        }
    };
    let text = unrepeated(state, book, &parts, driver);
    for sentence in parts.iter().chain([&text]) {
        state.spoken.insert(key(sentence));
    }
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
    state.expected_before = state.expecting.clone();
    if !asked.is_empty() {
        state.expecting = asked.to_vec();
    }
}

fn fresh_or_first(state: &State, variants: Vec<String>) -> String {
    let first = variants.first().cloned().unwrap_or_default();
    variants
        .into_iter()
        .find(|text| !state.spoken.contains(&key(text)))
        .unwrap_or(first)
}

/// The reply as a whole is new, too. When its statements have run out of variants, a short word in front makes it so.
fn unrepeated(state: &State, book: &dyn PhraseBook, parts: &[String], driver: Option<&str>) -> String {
    let text = parts.join(" ");
    if !text.is_empty() && !state.spoken.contains(&key(&text)) {
        return text;
    }
    let leads = [Say::Ack, Say::NoProblem, Say::Sure]
        .map(|say| book.variants(&say, driver))
        .concat();
    let pairs = leads
        .iter()
        .flat_map(|first| leads.iter().map(move |second| format!("{first} {second}")));
    leads
        .iter()
        .cloned()
        .chain(pairs)
        .map(|lead| format!("{lead} {text}").trim_end().to_owned())
        .find(|text| !state.spoken.contains(&key(text)))
        .unwrap_or(text)
}

/// Takes back the booking of a question that was cut off before it was spoken.
pub(crate) fn unask(state: &mut State) {
    for slot in &state.last.asked {
        if let Some(asks) = state.asks.get_mut(slot) {
            asks.total = asks.total.saturating_sub(1);
            asks.plain = asks.plain.saturating_sub(u8::from(state.last_plain));
        }
    }
    state.expecting = state.expected_before.clone();
    state.last_question = None;
    if state.last.wrap && state.phase == Phase::ReadBack {
        state.phase = Phase::Gathering;
    }
}

/// What a person is called on the phone.
pub(crate) fn first_name(name: &str) -> String {
    let clipped = speak::clip(name, 3);
    let mut words = clipped.split_whitespace();
    match (words.next(), words.next()) {
        (Some(title), Some(last)) if matches!(title, "Mr" | "Mr." | "Mrs." | "Ms." | "Dr.") => {
            format!("{title} {last}")
        }
        (Some(first), _) => first.trim_end_matches(',').to_owned(),
        (None, _) => "driver".to_owned(),
    }
}

/// Sentences are the same when their words are.
fn key(text: &str) -> String {
    crate::spoken::words(text).join(" ")
}
