//! E1 to E7.

use dispatch_policy::{
    Scenario, Slot,
    facts::{Act, DriverStatus, EmergencyTier, Facts, Injuries, Location, Understanding},
};

use crate::support::{Talk, crash, found, injuries, now, safe, status, town};

fn marker() -> Facts {
    let place = Location {
        highway: Some("I-25".into()),
        mile_marker: Some(261.0),
        ..Location::default()
    };
    Facts {
        location: found(place),
        ..Facts::default()
    }
}

#[test]
fn safety_injuries_place_load_then_a_person() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    assert_eq!(talk.states(crash(EmergencyTier::High)).asked, [Slot::Safety]);
    assert_eq!(talk.states(safe(true)).asked, [Slot::Injuries]);
    assert_eq!(
        talk.states(injuries(Injuries::None)).asked,
        [Slot::EmergencyLocation]
    );
    assert_eq!(talk.states(marker()).asked, [Slot::LoadSecure]);
    assert!(talk.does([Act::Affirm]).transfer);
    assert_eq!(talk.call.scenario(), Scenario::Emergency);
    assert_eq!(talk.payload("load_secure"), true);
    assert_eq!(talk.payload("emergency_location"), "I-25, mile marker 261");
    assert_eq!(talk.payload("escalation_status"), "Connected to Human Dispatcher");
}

#[test]
fn everything_said_at_once_is_handed_over_at_once() {
    let mut talk = Talk::new();
    let facts = Facts {
        safe: found(true),
        injuries: found(Injuries::None),
        load_secure: found(true),
        location: marker().location,
        ..crash(EmergencyTier::High)
    };
    assert!(talk.states(facts).transfer);
}

#[test]
fn a_life_at_risk_hears_911_and_is_handed_over_on_the_next_turn() {
    let mut talk = Talk::new();
    let reply = talk.states(crash(EmergencyTier::Immediate));
    assert!(
        reply.text.contains("911") && reply.asked == [Slot::Safety],
        "{}",
        reply.text
    );
    assert!(talk.does([]).transfer);
}

#[test]
fn the_first_silence_or_noise_hands_over() {
    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    assert!(talk.is_silent().transfer);
    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    assert!(talk.does([Act::Noise]).transfer);
    assert_eq!(talk.payload("call_outcome"), "Emergency Escalation");
    assert_eq!(talk.payload("safety_status"), "Unknown");
}

#[test]
fn two_turns_without_a_fact_hand_over() {
    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    assert!(!talk.does([Act::Ack]).transfer);
    assert!(talk.does([Act::Ack]).transfer);
}

#[test]
fn injuries_or_danger_bring_up_911_once() {
    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    assert!(talk.states(safe(false)).text.contains("911"));
    assert!(!talk.states(injuries(Injuries::Reported)).text.contains("911"));
    assert_eq!(talk.payload("injury_status"), "Injuries reported");
}

#[test]
fn a_place_from_before_is_asked_again_and_kept_as_the_fallback() {
    let mut talk = Talk::new();
    talk.states(town("Pueblo", Some("CO")));
    talk.states(crash(EmergencyTier::High));
    talk.states(safe(true));
    assert_eq!(
        talk.states(injuries(Injuries::None)).asked,
        [Slot::EmergencyLocation]
    );
    assert_eq!(talk.payload("emergency_location"), "Pueblo, CO");
}

#[test]
fn a_retraction_goes_back_to_the_check_call_and_leaves_a_conflict() {
    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    let reply = talk.hears(Understanding {
        facts: status(DriverStatus::Delayed),
        acts: [Act::Retraction].into(),
        ..Understanding::default()
    });
    assert_eq!(reply.asked, [Slot::Location]);
    assert_eq!(talk.call.scenario(), Scenario::Dispatch);
    assert_eq!(talk.call.conflicts()[0].slot, "emergency");
    assert_eq!(talk.payload("driver_status"), "Delayed");
}

#[test]
fn not_having_looked_is_no_answer_and_is_not_asked_again() {
    let mut talk = Talk::new();
    let facts = Facts {
        safe: found(true),
        injuries: found(Injuries::None),
        ..crash(EmergencyTier::High)
    };
    let facts = Facts {
        location: marker().location,
        ..facts
    };
    assert_eq!(talk.states(facts).asked, [Slot::LoadSecure]);
    assert!(talk.does([Act::Affirm, Act::Unsure]).transfer);
    assert_eq!(talk.payload("load_secure"), serde_json::Value::Null);
}

#[test]
fn a_false_alarm_is_taken_back_unless_somebody_is_hurt() {
    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    let reply = talk
        .call
        .step(&now(), Some("never mind tire's fine"), Understanding::default());
    assert_eq!(reply.asked, [Slot::Status]);
    assert_eq!(talk.call.scenario(), Scenario::Dispatch);

    let mut talk = Talk::new();
    talk.states(crash(EmergencyTier::High));
    let meaning = Understanding {
        facts: injuries(Injuries::Reported),
        ..Understanding::default()
    };
    talk.call
        .step(&now(), Some("never mind the truck my arm is broken"), meaning);
    assert_eq!(talk.call.scenario(), Scenario::Emergency);
}

#[test]
fn an_emergency_after_the_goodbye_is_still_handed_over() {
    let mut talk = Talk::new();
    talk.does([Act::Goodbye]);
    assert!(talk.call.is_over());
    assert_eq!(talk.states(crash(EmergencyTier::High)).asked, [Slot::Safety]);
}
