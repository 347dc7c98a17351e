//! Messages of the size real calls have.

use retell_client::models::{Call, CallStatus, CallType, Role, Utterance, Word};
use retell_llm_ws::frame::{Inbound, Request};

/// What agent and driver say in turn; twelve words each, as long as a usual sentence.
const AGENT: &str = "All right, thanks. When do you think you will be at the receiver?";
const DRIVER: &str = "uh i figure about four fifteen if traffic on eighty stays like this";

/// A conversation of this many utterances, the driver's last; every word timed when `words` is set.
#[must_use]
pub fn conversation(utterances: usize, words: bool) -> Vec<Utterance> {
    let mut clock = 0.0;
    (0..utterances)
        .map(|index| {
            let driver = (utterances - index) % 2 == 1;
            let (role, text) = if driver {
                (Role::User, DRIVER)
            } else {
                (Role::Agent, AGENT)
            };
            let mut utterance = Utterance::new(role, text);
            if words {
                utterance.words = timed(text, &mut clock);
            }
            utterance
        })
        .collect()
}

fn timed(text: &str, clock: &mut f64) -> Vec<Word> {
    text.split(' ')
        .map(|word| {
            let start = *clock;
            // To the millisecond, as speech recognition tells it.
            *clock = ((start + 0.371) * 1e3).round() / 1e3;
            Word::new(word, start, *clock)
        })
        .collect()
}

/// A `response_required` message as it stands on the wire.
#[must_use]
pub fn response_required(utterances: usize, words: bool) -> String {
    let request = Request {
        response_id: 7,
        transcript: conversation(utterances, words),
        transcript_with_tool_calls: None,
    };
    Inbound::ResponseRequired(request).to_json()
}

/// A finished call with its transcript, as the `call_ended` webhook carries it.
#[must_use]
pub fn finished_call(utterances: usize) -> Call {
    let mut call = Call::new(
        "call_bench",
        "agent_bench",
        CallType::PhoneCall,
        CallStatus::Ongoing,
    );
    call.transcript_object = Some(conversation(utterances, true));
    call
}
