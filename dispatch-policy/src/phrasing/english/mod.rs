//! The English phrase book.

mod questions;
mod read_back;
mod statements;

use self::{
    questions::questions,
    read_back::{clauses, place_phrase},
    statements::statements,
};
use super::{PhraseBook, Say, Summary, ask, facts_within, list};
use crate::{facts::CallbackTime, speak, variables::HandOver};

/// English, as a good dispatcher speaks it: warm, short, to the point.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl PhraseBook for English {
    fn variants(&self, say: &Say, driver: Option<&str>) -> Vec<String> {
        match say {
            Say::Greeting {
                driver,
                company,
                load,
            } => {
                vec![greeting(driver.as_deref(), company.as_deref(), load.as_deref())]
            }
            Say::Ask { slot, asked_before } => ask(questions(*slot), *asked_before),
            Say::ConfirmPlace(place) => {
                let place = place_phrase(place);
                vec![
                    format!("Just so I have it right, you're {place}?"),
                    format!("Let me make sure I've got this, {place}, yes?"),
                ]
            }
            Say::ReadBack { summary, brief } => read_back(summary, *brief, driver),
            Say::Corrected(summary) => corrected(summary, driver),
            Say::WhoWeAre { company, load } => who_we_are(company.as_deref(), load.as_deref()),
            Say::WhyWeCall { load } => {
                let load = load
                    .as_ref()
                    .map_or_else(|| "your load".to_owned(), |load| format!("load {load}"));
                vec![
                    format!("It's just a quick check call on {load}."),
                    format!("I'm only after an update on {load}."),
                    format!("Dispatch just wants to know how {load} is coming along."),
                ]
            }
            Say::AppointmentIs { at, now } => {
                let time = speak::clock(at, now);
                vec![
                    format!("Your appointment is at {time}."),
                    format!("They have you down for {time}."),
                    format!("That appointment shows {time}."),
                ]
            }
            Say::LoadIs(load) => vec![
                format!("It's load {load}."),
                format!("The load number is {load}."),
                format!("You're on load {load}."),
            ],
            Say::DestinationIs(place) => {
                vec![
                    format!("This one delivers in {place}."),
                    format!("You're headed to {place} with it."),
                    format!("It's going to {place}."),
                ]
            }
            Say::OriginIs(place) => {
                vec![
                    format!("It picked up in {place}."),
                    format!("The pickup was {place}."),
                    format!("It came out of {place}."),
                ]
            }
            Say::CallBackAt { time, now } => vec![call_back(time, now)],
            Say::HandOver { how, urgent } => hand_over(*how, *urgent),
            Say::Goodbye { arrived } => goodbye(*arrived, driver),
            Say::CheckIn { again } => check_in(*again, driver),
            other => list(statements(other)),
        }
    }
}

/// On whose behalf the agent calls. A company that has "dispatch" in its name needs no second one.
fn caller(company: Option<&str>) -> String {
    match company {
        None => "dispatch".to_owned(),
        Some(name) if name.eq_ignore_ascii_case("dispatch") => "dispatch".to_owned(),
        Some(name) if name.to_lowercase().contains("dispatch") => name.to_owned(),
        Some(name) => format!("dispatch at {name}"),
    }
}

fn greeting(driver: Option<&str>, company: Option<&str>, load: Option<&str>) -> String {
    let hi = driver.map_or_else(|| "Hi there".to_owned(), |name| format!("Hi {name}"));
    let who = caller(company);
    let load = load.map_or_else(|| "your load".to_owned(), |load| format!("load {load}"));
    format!("{hi}, it's {who} checking in on {load}. How's the run going today?")
}

fn who_we_are(company: Option<&str>, load: Option<&str>) -> Vec<String> {
    let who = caller(company);
    let load = load.map_or_else(|| "your load".to_owned(), |load| format!("load {load}"));
    vec![
        format!("This is the automated assistant for {who}, calling about {load}."),
        format!("You've got {who} here, about {load}."),
        format!("It's {who}, just checking on {load}."),
    ]
}

fn read_back(summary: &Summary, brief: bool, driver: Option<&str>) -> Vec<String> {
    let facts = facts_within(clauses(summary));
    let name = driver.map_or_else(String::new, |name| format!(" {name}"));
    if brief {
        vec![
            format!("Once more: {facts}."),
            format!("So that's {facts}."),
            format!("Here it is again: {facts}."),
        ]
    } else {
        vec![
            format!("Okay{name}, let me read that back. I have you {facts}."),
            format!("All right, so I've got you {facts}."),
            format!("Here's what I have: {facts}."),
        ]
    }
}

fn corrected(summary: &Summary, driver: Option<&str>) -> Vec<String> {
    let facts = facts_within(clauses(summary));
    let name = driver.map_or_else(String::new, |name| format!(" {name}"));
    vec![
        format!("Got it, {facts}."),
        format!("Okay{name}, that's {facts}."),
        format!("Noted, {facts}."),
        format!("Updated, {facts}."),
    ]
}

fn check_in(again: bool, driver: Option<&str>) -> Vec<String> {
    let name = driver.map_or_else(String::new, |name| format!(", {name}"));
    if again {
        vec![
            "I can't hear anything on my end. Go ahead whenever you can.".to_owned(),
            "Nothing is coming through yet. I'm still on the line.".to_owned(),
            "Still quiet here. Speak up when you can.".to_owned(),
        ]
    } else {
        vec![
            format!("Are you still with me{name}?"),
            format!("Can you hear me okay{name}?"),
            "Are you still there?".to_owned(),
            "Still on the line?".to_owned(),
        ]
    }
}

fn call_back(time: &CallbackTime, now: &jiff::Zoned) -> String {
    match (time.minutes, &time.at) {
        (Some(minutes), _) if minutes <= 90 => {
            format!(
                "Sure, I'll call you back in {}. Drive safe.",
                speak::duration(minutes)
            )
        }
        (_, Some(at)) => format!(
            "Sure, I'll call you back at {}. Drive safe.",
            speak::clock(at, now)
        ),
        (Some(minutes), None) => format!(
            "Sure, I'll call you back in {}. Drive safe.",
            speak::duration(minutes)
        ),
        (None, None) => "Sure, I'll call you back then. Drive safe.".to_owned(),
    }
}

fn hand_over(how: HandOver, urgent: bool) -> Vec<String> {
    list(match (how, urgent) {
        (HandOver::Transfer, true) => &["I'm connecting you to a dispatcher right now. Stay on the line."],
        (HandOver::Transfer, false) => &["I'm getting you a person now. One moment."],
        (HandOver::CallBack, true) => &["A dispatcher will call you right back. Keep your phone close."],
        (HandOver::CallBack, false) => &["Someone from dispatch will call you right back. Take care."],
    })
}

fn goodbye(arrived: bool, driver: Option<&str>) -> Vec<String> {
    let name = driver.map_or_else(String::new, |name| format!(" {name}"));
    if arrived {
        vec![
            format!("Thanks{name}, have a good one."),
            "Appreciate it. Take care.".to_owned(),
        ]
    } else {
        vec![
            format!("Thanks{name}, drive safe out there."),
            "Appreciate it. Safe travels.".to_owned(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dispatch_is_said_once() {
        assert_eq!(caller(None), "dispatch");
        assert_eq!(caller(Some("Dispatch")), "dispatch");
        assert_eq!(caller(Some("Prairie Dispatch")), "Prairie Dispatch");
        assert_eq!(caller(Some("Acme Freight")), "dispatch at Acme Freight");
    }
}
