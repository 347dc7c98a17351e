//! Another phrase book needs no change to the dialogue, and the English one keeps its own rules.

use std::collections::BTreeSet;

use dispatch_policy::{
    CheckCall, Slot, Variables,
    facts::{Act, DriverStatus, Understanding},
    phrasing::{English, PhraseBook, Say},
};

use crate::support::{eta_in, now, status, town};

/// A language of its own: what is said, and how often.
#[derive(Debug)]
struct Numbered;

impl PhraseBook for Numbered {
    fn variants(&self, say: &Say, _: Option<&str>) -> Vec<String> {
        let (name, mark) = match say {
            Say::Greeting { .. } => ("saludo".to_owned(), "?"),
            Say::Ask { slot, .. } => (format!("pregunta {}", slot.as_str()), "?"),
            Say::ReadBack { .. } => ("resumen".to_owned(), "."),
            Say::Goodbye { .. } => ("adiós".to_owned(), "."),
            _ => ("bueno".to_owned(), "."),
        };
        (1..9).map(|n| format!("{name} {n}{mark}")).collect()
    }
}

#[test]
fn the_dialogue_speaks_another_book() {
    let mut call = CheckCall::with_phrases(Variables::default(), &Numbered);
    let mut said = vec![call.greet(&now()).text];
    let said_by = |facts| Understanding {
        facts,
        ..Understanding::default()
    };
    for facts in [
        status(DriverStatus::Driving),
        town("Laredo", Some("TX")),
        eta_in(90),
    ] {
        said.push(call.step(&now(), Some("palabras"), said_by(facts)).text);
    }
    let yes = Understanding {
        acts: [Act::Affirm].into(),
        ..Understanding::default()
    };
    said.push(call.step(&now(), Some("sí"), yes).text);
    let expected = [
        "saludo 1?",
        "bueno 1. pregunta location 1?",
        "bueno 2. pregunta eta 1?",
        "resumen 1. pregunta confirm 1?",
        "adiós 1.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn every_slot_has_enough_english_questions() {
    let slots = [
        Slot::Status,
        Slot::Location,
        Slot::Eta,
        Slot::DelayReason,
        Slot::Unloading,
        Slot::Door,
        Slot::Lumper,
        Slot::Detention,
        Slot::Pod,
        Slot::Safety,
        Slot::Injuries,
        Slot::EmergencyLocation,
        Slot::LoadSecure,
        Slot::Confirm,
        Slot::Identity,
        Slot::Callback,
        Slot::AnythingElse,
    ];
    for slot in slots {
        for asked_before in 0..3 {
            let variants = English.variants(&Say::Ask { slot, asked_before }, None);
            let distinct: BTreeSet<_> = variants.iter().collect();
            assert!(
                distinct.len() >= 4 && distinct.len() == variants.len(),
                "{slot:?}"
            );
            for text in &variants {
                assert!(text.ends_with('?') && text.matches('?').count() == 1, "{text}");
                assert!(text.split_whitespace().count() <= 20, "{text}");
            }
        }
    }
}
