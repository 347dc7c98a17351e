//! What holds for every call, whatever a driver says, in whatever order.

use std::collections::BTreeSet;

use dispatch_policy::{
    Reply,
    facts::{
        Act, CallbackTime, DelayReason, DriverStatus, EmergencyTier, Facts, Injuries, Lumper, QuestionTopic,
        Understanding, UnloadingStatus,
    },
};
use proptest::prelude::*;

use crate::{
    dialogues::{Played, filled, invariants},
    support::{Talk, crash, door, eta_in, found, injuries, late_by, lumper, safe, status, town, vague_eta},
};

/// Acts in the order of their names.
const ACTS: [Act; 25] = [
    Act::Affirm,
    Act::Deny,
    Act::Ack,
    Act::Unsure,
    Act::Refuse,
    Act::Busy,
    Act::Hold,
    Act::Callback,
    Act::Goodbye,
    Act::WrongPerson,
    Act::NotOnLoad,
    Act::ThirdParty,
    Act::Voicemail,
    Act::Ivr,
    Act::HumanRequest,
    Act::IsBotQuestion,
    Act::Question,
    Act::RepeatRequest,
    Act::Noise,
    Act::Abuse,
    Act::Chitchat,
    Act::OtherLanguage,
    Act::AlreadyTold,
    Act::StopCalling,
    Act::Retraction,
];

/// One statement of each kind, in two values.
fn statement(kind: usize, second: bool) -> Facts {
    let pick = |a: i64, b: i64| if second { b } else { a };
    match kind {
        0 => status(if second {
            DriverStatus::Arrived
        } else {
            DriverStatus::Driving
        }),
        1 => status(if second {
            DriverStatus::Unloading
        } else {
            DriverStatus::Delayed
        }),
        2 => town(
            if second { "Council Bluffs" } else { "Omaha" },
            second.then_some("IA"),
        ),
        3 => eta_in(pick(60, 3000)),
        4 => vague_eta(),
        5 => late_by(pick(40, 90)),
        6 => door(if second { "19" } else { "9" }),
        7 => lumper(if second {
            Lumper::NotNeeded
        } else {
            Lumper::Waiting
        }),
        8 => Facts {
            detention: found(second),
            wait_minutes: found(pick(30, 0)),
            ..Facts::default()
        },
        9 => Facts {
            pod_ack: found(second),
            ..Facts::default()
        },
        10 => Facts {
            unloading_status: found(if second {
                UnloadingStatus::Complete
            } else {
                UnloadingStatus::WaitingForDoor
            }),
            ..Facts::default()
        },
        11 => crash(if second {
            EmergencyTier::Immediate
        } else {
            EmergencyTier::High
        }),
        12 => safe(second),
        13 => injuries(if second {
            Injuries::Reported
        } else {
            Injuries::None
        }),
        14 => Facts {
            load_secure: found(second),
            ..Facts::default()
        },
        15 => Facts {
            callback: found(CallbackTime {
                minutes: Some(pick(20, 200)),
                at: None,
            }),
            ..Facts::default()
        },
        16 => Facts {
            delay_reason: found(if second {
                DelayReason::None
            } else {
                DelayReason::Traffic
            }),
            ..Facts::default()
        },
        _ => Facts {
            reefer_temp_f: found(-10.0),
            hos_remaining_minutes: found(pick(90, 5)),
            ..Facts::default()
        },
    }
}

fn topics() -> impl Strategy<Value = Option<QuestionTopic>> {
    prop::sample::select(vec![
        None,
        Some(QuestionTopic::Appointment),
        Some(QuestionTopic::LoadNumber),
        Some(QuestionTopic::Destination),
        Some(QuestionTopic::WhoIsCalling),
        Some(QuestionTopic::WhyCalling),
        Some(QuestionTopic::Other),
    ])
}

/// `None` is a silence.
fn turn() -> impl Strategy<Value = Option<Understanding>> {
    let acts = prop::collection::btree_set(prop::sample::select(ACTS.to_vec()), 0..3);
    let facts = prop::option::of((0..18_usize, any::<bool>()));
    let spoken = (acts, facts, topics()).prop_map(|(acts, facts, question)| {
        let facts = facts
            .map(|(kind, second)| statement(kind, second))
            .unwrap_or_default();
        Some(Understanding {
            facts,
            acts,
            question,
        })
    });
    prop_oneof![9 => spoken, 1 => Just(None)]
}

/// Turns that keep a call alive: no ending, no emergency, no person.
fn idle_turn() -> impl Strategy<Value = Option<Understanding>> {
    let acts = vec![
        Act::Hold,
        Act::Question,
        Act::RepeatRequest,
        Act::IsBotQuestion,
        Act::Chitchat,
        Act::Unsure,
        Act::AlreadyTold,
        Act::ThirdParty,
        Act::OtherLanguage,
        Act::Noise,
        Act::Deny,
    ];
    (prop::sample::select(acts), topics()).prop_map(|(act, question)| {
        Some(Understanding {
            acts: [act].into(),
            question,
            ..Understanding::default()
        })
    })
}

fn converse(turns: &[Option<Understanding>], rich: bool) -> (Talk, Vec<Reply>, Vec<BTreeSet<String>>) {
    let vars = [
        ("gps_location", "I-80 near Lincoln, NE"),
        ("appointment_time", "2026-03-04T15:00:00-06:00"),
        ("destination", "Aurora, IL"),
        (
            "company_name",
            "Blue? Ridge! Freight, Logistics, Brokerage and Transportation of North America Incorporated",
        ),
    ];
    let mut talk = if rich { Talk::with(vars) } else { Talk::new() };
    let (mut replies, mut known) = (Vec::new(), Vec::new());
    for turn in turns {
        let reply = match turn {
            Some(meaning) => talk.hears(meaning.clone()),
            None => talk.is_silent(),
        };
        let over = reply.end_call || reply.transfer;
        replies.push(reply);
        known.push(filled(&talk.call));
        if over {
            break;
        }
    }
    (talk, replies, known)
}

fn check(turns: &[Option<Understanding>], rich: bool) -> Result<(), TestCaseError> {
    let (talk, replies, filled) = converse(turns, rich);
    let (_, again, _) = converse(turns, rich);
    prop_assert_eq!(&replies, &again);
    let played = Played {
        filled,
        replies,
        turns: Vec::new(),
        now: talk.now.clone(),
        vars: talk.call.variables().clone(),
        call: talk.call,
    };
    // The run above was made of meanings, not of words: only what the replies show is checked here.
    let of_words = ["a second run", "the rebuilt state"];
    let broken: Vec<_> = invariants(&played)
        .into_iter()
        .filter(|broken| !of_words.iter().any(|name| broken.starts_with(name)))
        .collect();
    let said: Vec<_> = played
        .replies
        .iter()
        .map(|reply| (&reply.text, &reply.asked))
        .collect();
    prop_assert!(
        broken.is_empty(),
        "{broken:#?}
{said:#?}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_meanings(turns in prop::collection::vec(turn(), 1..50), rich in any::<bool>()) {
        check(&turns, rich)?;
    }

    #[test]
    fn a_driver_who_never_answers(turns in prop::collection::vec(idle_turn(), 60), rich in any::<bool>()) {
        check(&turns, rich)?;
        let (talk, ..) = converse(&turns, rich);
        prop_assert!(talk.call.is_over(), "the call must come to an end");
    }
}
