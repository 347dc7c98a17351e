//! What Retell would send in a long call, rendered once and put together by copying.

use std::fmt::Write as _;

/// What agent and driver say, over and over: fifteen words or so at a time.
const LINES: [(&str, &str); 6] = [
    (
        "Hi, this is dispatch calling about your load to Omaha this afternoon. Is now a good moment to talk?",
        "yeah go ahead i'm rolling past ogallala on eighty right now and it's pretty quiet out here",
    ),
    (
        "Thanks for picking up. When do you expect to be at the receiver, as things look from where you are?",
        "uh i figure about four fifteen if the traffic stays like this maybe a little later than that",
    ),
    (
        "Understood, I'll note that. Is anything holding you up at the moment, weather or work on the road?",
        "they had one lane closed by north platte but it's moving again now so i lost twenty minutes",
    ),
    (
        "Good to hear. What does the reefer show for its temperature right now?",
        "she's sitting at thirty six degrees continuous and no alarms since i left the yard",
    ),
    (
        "And for your appointment at the dock, do you have the door number yet?",
        "not yet they said check in at the guard shack and they'd tell me there",
    ),
    (
        "All right. Is there anything else I should note down for the customer?",
        "nah that's about it just tell 'em i'll be there and to have a door open for me",
    ),
];

/// In how many steps an utterance of the driver grows while he speaks.
const MAX_UPDATES: usize = 16;

/// Where the short fields of a message stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Before the transcript, as documented samples have it.
    Head,
    /// Behind it: JSON has no order.
    Tail,
}

/// A conversation, ready to be cut to any length.
#[derive(Debug)]
pub struct Script {
    /// All utterances, comma separated.
    items: String,
    /// Where each utterance ends in `items`.
    ends: Vec<usize>,
    /// The growing last utterance of the driver at each length, a few stages each.
    partial: Vec<Vec<String>>,
    updates: usize,
}

impl Script {
    /// A script of up to `utterances`, in which a spoken utterance comes in `updates` steps before the request.
    #[must_use]
    pub fn new(utterances: usize, updates: usize, words: bool) -> Self {
        let updates = updates.min(MAX_UPDATES);
        let mut script = Self {
            items: String::new(),
            ends: Vec::with_capacity(utterances),
            partial: Vec::with_capacity(utterances),
            updates,
        };
        let mut clock = 0.4;
        for index in 0..utterances {
            let (agent, driver) = LINES[index / 2 % LINES.len()];
            let (role, text) = if index % 2 == 0 {
                ("agent", agent)
            } else {
                ("user", driver)
            };
            let started = clock;
            if index > 0 {
                script.items.push(',');
            }
            let all: Vec<&str> = text.split(' ').collect();
            render(&mut script.items, role, &all, words, &mut clock);
            script.ends.push(script.items.len());
            let stages = (1..=updates).map(|step| {
                let spoken = (all.len() * step).div_ceil(updates + 1).max(1);
                let mut part = String::new();
                render(&mut part, role, &all[..spoken], words, &mut started.clone());
                part
            });
            script.partial.push(stages.collect());
            clock += 0.6;
        }
        script
    }

    /// How many updates come before each request.
    #[must_use]
    pub fn updates(&self) -> usize {
        self.updates
    }

    /// `update_only` number `step` of a conversation that will be `length` utterances long.
    #[must_use]
    pub fn update(&self, layout: Layout, length: usize, step: usize) -> String {
        let before = if length > 1 { self.ends[length - 2] } else { 0 };
        let last = &self.partial[length - 1][step];
        let envelope = if step == 0 {
            r#""interaction_type":"update_only","turntaking":"user_turn""#
        } else {
            r#""interaction_type":"update_only""#
        };
        let comma = if length > 1 { "," } else { "" };
        put_together(layout, envelope, &[&self.items[..before], comma, last])
    }

    /// `response_required` with the whole conversation.
    #[must_use]
    pub fn request(&self, layout: Layout, length: usize, response_id: u64) -> String {
        let envelope = format!(r#""interaction_type":"response_required","response_id":{response_id}"#);
        put_together(layout, &envelope, &[&self.items[..self.ends[length - 1]]])
    }
}

fn put_together(layout: Layout, envelope: &str, transcript: &[&str]) -> String {
    let length: usize = transcript.iter().map(|part| part.len()).sum();
    let mut text = String::with_capacity(length + envelope.len() + 20);
    let head = layout == Layout::Head;
    text.push('{');
    if head {
        text.push_str(envelope);
        text.push(',');
    }
    text.push_str(r#""transcript":["#);
    transcript.iter().for_each(|part| text.push_str(part));
    text.push(']');
    if !head {
        text.push(',');
        text.push_str(envelope);
    }
    text.push('}');
    text
}

fn render(out: &mut String, role: &str, words: &[&str], timed: bool, clock: &mut f64) {
    let _ = write!(out, r#"{{"role":"{role}","content":"{}""#, words.join(" "));
    if timed {
        out.push_str(r#","words":["#);
        for (index, word) in words.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let end = *clock + 0.11 + 0.03 * word.len() as f64;
            let _ = write!(
                out,
                r#"{comma}{{"word":"{word}","start":{clock:.3},"end":{end:.3}}}"#
            );
            *clock = end + 0.04;
        }
        out.push(']');
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use retell_llm_ws::frame::Inbound;

    use super::*;

    #[test]
    fn messages_are_what_retell_sends() {
        for (layout, words) in [
            (Layout::Head, true),
            (Layout::Head, false),
            (Layout::Tail, true),
            (Layout::Tail, false),
        ] {
            let script = Script::new(60, 5, words);
            for length in [1, 2, 3, 20, 60] {
                let Ok(Inbound::ResponseRequired(request)) =
                    Inbound::from_json(&script.request(layout, length, 7))
                else {
                    panic!("a request is read as one");
                };
                assert_eq!(request.response_id, 7);
                assert_eq!(request.transcript.len(), length);
                assert_eq!(request.transcript[0].words.is_empty(), !words);
                for step in 0..5 {
                    let Ok(Inbound::UpdateOnly(update)) =
                        Inbound::from_json(&script.update(layout, length, step))
                    else {
                        panic!("an update is read as one");
                    };
                    let (part, whole) = (&update.transcript[length - 1], &request.transcript[length - 1]);
                    assert!(whole.content.starts_with(&part.content) && !part.content.is_empty());
                    assert!(
                        whole.words.starts_with(&part.words),
                        "times of heard words do not move"
                    );
                    assert_eq!(update.transcript[..length - 1], request.transcript[..length - 1]);
                }
            }
        }
    }
}
