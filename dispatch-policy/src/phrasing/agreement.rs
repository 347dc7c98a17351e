//! Every phrase has its counterpart in every book, with the same things filled in.

use std::collections::BTreeSet;

use jiff::{ToSpan, Zoned};

use super::{Language, PhraseBook, Say, Summary};
use crate::{
    facts::{CallbackTime, DelayReason, DriverStatus, Eta, Facility, Location, Lumper, UnloadingStatus},
    slot::Slot,
    variables::HandOver,
};

fn now() -> Zoned {
    "2026-03-04T14:05[America/Chicago]".parse().expect("a time")
}

fn place() -> Location {
    Location {
        exit: Some("101B".into()),
        city: Some("Joliet".into()),
        state: Some("NC".into()),
        facility: Some(Facility::TruckStop),
        ..Location::default()
    }
}

fn on_the_road() -> Box<Summary> {
    let at = now() + 130.minutes();
    Box::new(Summary {
        status: Some(DriverStatus::Delayed),
        location: Some(Location {
            highway: Some("I-80".into()),
            direction: Some("W".into()),
            mile_marker: Some(212.5),
            city: Some("Joliet".into()),
            ..Location::default()
        }),
        eta: Some(Eta {
            at: Some(at),
            minutes: Some(130),
            earliest_minutes: Some(100),
            vague: false,
            text: "words".into(),
        }),
        delay_minutes: Some(75),
        delay_reason: Some(DelayReason::Traffic),
        remaining_miles: Some(61.0),
        now: Some(now()),
        ..Summary::default()
    })
}

fn at_the_dock() -> Box<Summary> {
    Box::new(Summary {
        status: Some(DriverStatus::Unloading),
        location: Some(place()),
        unloading: Some(UnloadingStatus::InDoor),
        door: Some("A7".into()),
        lumper: Some(Lumper::Waiting),
        detention: Some(true),
        wait_minutes: Some(95),
        pod: Some(true),
        reefer_temp_f: Some(-10.0),
        hos_minutes: Some(195),
        now: Some(now()),
        ..Summary::default()
    })
}

/// The next thing to say after `say` in a walk over all of them. A new variant of [`Say`] does not compile until it
/// has its place here.
fn next(say: &Say) -> Option<Say> {
    let (company, load) = (Some("Acme Freight".to_owned()), Some("7891-B".to_owned()));
    let (at, now) = (now() + 3.hours(), now());
    let callback = |minutes, at: Option<&Zoned>| Say::CallBackAt {
        time: CallbackTime {
            minutes,
            at: at.cloned(),
        },
        now: now.clone(),
    };
    let hand_over = |how, urgent| Say::HandOver { how, urgent };
    Some(match say {
        Say::Greeting { .. } => Say::ConfirmPlace(Box::new(place())),
        Say::ConfirmPlace(_) => Say::Ask {
            slot: Slot::Status,
            asked_before: 0,
        },
        Say::Ask { slot, asked_before } => match (asked_before, next_slot(*slot)) {
            (0, _) => Say::Ask {
                slot: *slot,
                asked_before: 1,
            },
            (_, Some(slot)) => Say::Ask {
                slot,
                asked_before: 0,
            },
            (_, None) => Say::SayAgain,
        },
        Say::SayAgain => Say::WhatToFix,
        Say::WhatToFix => Say::Ack,
        Say::Ack => Say::NoProblem,
        Say::NoProblem => Say::Sure,
        Say::Sure => Say::StillNoisy,
        Say::StillNoisy => Say::BadLine,
        Say::BadLine => Say::CheckIn { again: false },
        Say::CheckIn { again: false } => Say::CheckIn { again: true },
        Say::CheckIn { again: true } => Say::NobodyThere,
        Say::NobodyThere => Say::TakeYourTime,
        Say::TakeYourTime => Say::NoRush,
        Say::NoRush => Say::Probe { again: false },
        Say::Probe { again: false } => Say::Probe { again: true },
        Say::Probe { again: true } => Say::LetGo,
        Say::LetGo => Say::StayCalm,
        Say::StayCalm => Say::WillStopCalling,
        Say::WillStopCalling => Say::SmallTalk,
        Say::SmallTalk => Say::SorryToAskAgain,
        Say::SorryToAskAgain => Say::ThanksForHim,
        Say::ThanksForHim => Say::AmAutomated,
        Say::AmAutomated => Say::WhoWeAre { company, load },
        Say::WhoWeAre { .. } => Say::WhyWeCall { load },
        Say::WhyWeCall { .. } => Say::AppointmentIs { at, now },
        Say::AppointmentIs { .. } => Say::LoadIs("7891-B".into()),
        Say::LoadIs(_) => Say::DestinationIs("Toledo, OH".into()),
        Say::DestinationIs(_) => Say::OriginIs("Gary, IN".into()),
        Say::OriginIs(_) => Say::WhatIsPod,
        Say::WhatIsPod => Say::DispatchWillFollowUp,
        Say::DispatchWillFollowUp => Say::DispatchWillCheck,
        Say::DispatchWillCheck => Say::Bilingual,
        Say::Bilingual => Say::WrongNumber,
        Say::WrongNumber => Say::SorryToBother,
        Say::SorryToBother => Say::TryAgainLater,
        Say::TryAgainLater => callback(None, None),
        Say::CallBackAt { time, .. } => match (time.minutes, &time.at) {
            (None, None) => callback(Some(45), None),
            (Some(_), None) => callback(Some(180), Some(&at)),
            _ => Say::NotOnLoad,
        },
        Say::NotOnLoad => Say::VoicemailMessage,
        Say::VoicemailMessage => hand_over(HandOver::Transfer, true),
        Say::HandOver {
            how: HandOver::Transfer,
            urgent: true,
        } => hand_over(HandOver::Transfer, false),
        Say::HandOver {
            how: HandOver::Transfer,
            urgent: false,
        } => hand_over(HandOver::CallBack, true),
        Say::HandOver {
            how: HandOver::CallBack,
            urgent: true,
        } => hand_over(HandOver::CallBack, false),
        Say::HandOver {
            how: HandOver::CallBack,
            urgent: false,
        } => Say::EmergencyHeard,
        Say::EmergencyHeard => Say::EmergencyAck,
        Say::EmergencyAck => Say::Call911 { immediate: true },
        Say::Call911 { immediate: true } => Say::Call911 { immediate: false },
        Say::Call911 { immediate: false } => Say::Relieved,
        Say::Relieved => Say::ReadBack {
            summary: on_the_road(),
            brief: false,
        },
        Say::ReadBack { brief: false, .. } => Say::ReadBack {
            summary: at_the_dock(),
            brief: true,
        },
        Say::ReadBack { brief: true, .. } => Say::Corrected(at_the_dock()),
        Say::Corrected(_) => Say::NothingLearned,
        Say::NothingLearned => Say::Goodbye { arrived: false },
        Say::Goodbye { arrived: false } => Say::Goodbye { arrived: true },
        Say::Goodbye { arrived: true } => return None,
    })
}

const fn next_slot(slot: Slot) -> Option<Slot> {
    Some(match slot {
        Slot::Status => Slot::Location,
        Slot::Location => Slot::Eta,
        Slot::Eta => Slot::DelayReason,
        Slot::DelayReason => Slot::Unloading,
        Slot::Unloading => Slot::Door,
        Slot::Door => Slot::Lumper,
        Slot::Lumper => Slot::Detention,
        Slot::Detention => Slot::Pod,
        Slot::Pod => Slot::Safety,
        Slot::Safety => Slot::Injuries,
        Slot::Injuries => Slot::EmergencyLocation,
        Slot::EmergencyLocation => Slot::LoadSecure,
        Slot::LoadSecure => Slot::Confirm,
        Slot::Confirm => Slot::Identity,
        Slot::Identity => Slot::Callback,
        Slot::Callback => Slot::AnythingElse,
        Slot::AnythingElse => return None,
    })
}

fn everything() -> Vec<Say> {
    let greeting = Say::Greeting {
        driver: Some("Mike".into()),
        company: Some("Acme Freight".into()),
        load: Some("7891-B".into()),
    };
    std::iter::successors(Some(greeting), next).collect()
}

/// What was filled in: words with a digit, and the names of the samples.
fn filled_in(text: &str) -> BTreeSet<String> {
    const NAMES: [&str; 6] = ["Mike", "Acme", "Joliet", "Toledo", "Gary", "7891-B"];
    text.split_whitespace()
        .map(|word| {
            word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '-'))
                .to_owned()
        })
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()) || NAMES.contains(&word.as_str()))
        .collect()
}

/// Where its variants must be told apart, every book has as many of them.
#[test]
fn every_english_phrase_has_its_spanish_counterpart() {
    let (english, spanish) = (Language::English.book(), Language::Spanish.book());
    for say in everything() {
        let ours = english.variants(&say, Some("Mike"));
        let theirs = spanish.variants(&say, Some("Mike"));
        assert!(!ours.is_empty(), "{ours:?}");
        assert_eq!(ours.len(), theirs.len(), "{ours:?} {theirs:?}");
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(filled_in(ours), filled_in(theirs), "{ours} / {theirs}");
            assert_eq!(
                ours.matches('?').count(),
                theirs.matches('?').count(),
                "{ours} / {theirs}"
            );
            // The bilingual line is the same two languages either way round.
            assert!(
                say == Say::Bilingual || ours != theirs,
                "{ours} is not translated"
            );
        }
    }
}

#[test]
fn phrases_keep_the_rules_of_a_book() {
    for book in [Language::English.book(), Language::Spanish.book()] {
        for say in everything() {
            keeps_the_rules(book, &say);
        }
    }
}

fn keeps_the_rules(book: &dyn PhraseBook, say: &Say) {
    let variants = book.variants(say, Some("Mike"));
    let distinct: BTreeSet<_> = variants.iter().collect();
    assert_eq!(distinct.len(), variants.len(), "{variants:?}");
    let asks = matches!(
        say,
        Say::Greeting { .. } | Say::Ask { .. } | Say::ConfirmPlace(_) | Say::SayAgain | Say::WhatToFix
    );
    let most = if matches!(say, Say::ReadBack { .. } | Say::Corrected(_)) {
        64
    } else {
        26
    };
    for text in &variants {
        let questions = text.matches('?').count();
        let checks_in = matches!(say, Say::CheckIn { .. });
        assert!(
            questions == usize::from(asks) || (checks_in && questions <= 1),
            "{text}"
        );
        assert!(!asks || text.ends_with('?'), "{text}");
        assert!(text.ends_with(['.', '?']), "{text}");
        assert_eq!(text.trim(), text);
        assert!(!text.contains("  ") && !text.contains('{'), "{text}");
        assert!(text.split_whitespace().count() <= most, "{text}");
        // Spanish marks a question at both ends.
        assert_eq!(
            text.contains('¿'),
            text.contains('?') && text.contains('¿'),
            "{text}"
        );
        let capital = text.trim_start_matches('¿').chars().next();
        assert!(capital.is_some_and(char::is_uppercase), "{text}");
    }
}

#[test]
fn spanish_questions_open_and_close() {
    for say in everything() {
        for text in Language::Spanish.book().variants(&say, None) {
            assert_eq!(text.matches('¿').count(), text.matches('?').count(), "{text}");
        }
    }
}

/// Without a name, a company and a load the phrases still read as sentences.
#[test]
fn nothing_known_leaves_no_hole() {
    for book in [Language::English.book(), Language::Spanish.book()] {
        let bare = [
            Say::Greeting {
                driver: None,
                company: None,
                load: None,
            },
            Say::WhoWeAre {
                company: None,
                load: None,
            },
            Say::WhyWeCall { load: None },
            Say::Goodbye { arrived: true },
            Say::CheckIn { again: false },
        ];
        for say in bare {
            for text in book.variants(&say, None) {
                assert!(
                    !text.contains("  ") && !text.contains(" ,") && !text.contains(" ."),
                    "{text}"
                );
            }
        }
    }
}
