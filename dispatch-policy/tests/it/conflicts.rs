//! R16 to R20 and R31: what does not agree, and the read-back.

use dispatch_policy::{
    ConflictKind, Input, Slot,
    facts::{Act, DriverStatus, Understanding},
};

use crate::support::{Talk, door, eta_in, late_by, now, status, town};

#[test]
fn the_position_report_is_confirmed_once_and_the_driver_believed() {
    let mut talk = Talk::with([("gps_location", "Ogallala, NE")]);
    talk.states(status(DriverStatus::Driving));
    let reply = talk.states(town("Cheyenne", Some("WY")));
    assert!(reply.clarify && reply.asked == [Slot::Location] && reply.text.contains("Cheyenne"));
    let reply = talk.hears(Understanding {
        facts: town("Cheyenne", None),
        acts: [Act::Affirm].into(),
        ..Understanding::default()
    });
    assert_eq!(reply.asked, [Slot::Eta]);
    let conflict = &talk.call.conflicts()[0];
    assert_eq!((conflict.kind, conflict.resolved), (ConflictKind::Gps, true));
    assert_eq!(talk.payload("location.city"), "Cheyenne");
}

#[test]
fn the_same_town_is_no_conflict() {
    let mut talk = Talk::with([("gps_location", "I-80 near Ogallala, NE")]);
    assert_eq!(talk.states(town("ogallala", None)).asked, [Slot::Eta]);
    assert!(talk.call.conflicts().is_empty());
}

#[test]
fn a_later_value_wins_and_is_said_back() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Shreveport", None));
    talk.states(eta_in(115));
    let reply = talk.states(eta_in(190));
    assert!(reply.text.contains("5:15 PM") && reply.wrap, "{}", reply.text);
    let conflict = &talk.call.conflicts()[0];
    assert_eq!(
        (conflict.slot.as_str(), conflict.kind),
        ("eta", ConflictKind::Correction)
    );
    assert_eq!(conflict.turns, [3, 4]);
    assert_eq!(talk.payload("eta_minutes"), 190);
}

#[test]
fn the_same_value_twice_is_no_conflict() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Omaha", None));
    talk.states(town("Omaha", Some("NE")));
    talk.states(eta_in(60));
    talk.states(eta_in(62));
    assert!(talk.call.conflicts().is_empty());
    assert_eq!(talk.payload("location.state"), "NE");
}

#[test]
fn rolling_does_not_take_back_running_late() {
    let mut talk = Talk::new();
    talk.states(late_by(30));
    talk.states(status(DriverStatus::Driving));
    assert!(talk.call.conflicts().is_empty());
    assert_eq!(talk.payload("driver_status"), "Delayed");
}

#[test]
fn driving_and_then_arrived_is_a_status_conflict() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(status(DriverStatus::Arrived));
    assert_eq!(talk.call.conflicts()[0].slot, "status");
    assert_eq!(talk.payload("driver_status"), "Arrived");
}

#[test]
fn a_corrected_door_is_said_back() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Arrived));
    talk.states(door("9"));
    let reply = talk.hears(Understanding {
        facts: door("19"),
        acts: [Act::Deny].into(),
        ..Understanding::default()
    });
    assert_eq!(talk.payload("door"), "19");
    assert_eq!(talk.call.conflicts()[0].slot, "door");
    assert!(!reply.end_call);
}

#[test]
fn a_bare_no_to_the_read_back_asks_what_to_change_once() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Omaha", None));
    talk.states(eta_in(60));
    let reply = talk.does([Act::Deny]);
    assert!(reply.clarify && !reply.end_call);
    assert!(talk.does([Act::Deny]).end_call);
    assert!(talk.payload("notes").is_array());
}

#[test]
fn a_bare_number_corrects_what_was_read_back() {
    let mut call = Talk::new().call;
    for said in ["rolling no problems", "i'm in joliet", "four o'clock"] {
        call.turn(&now(), Input::said(said));
    }
    call.turn(&now(), Input::said("no it's five not four"));
    assert_eq!(call.payload()["eta_at"], "2026-03-04T17:00:00-06:00");
    assert!(!call.is_over());

    let mut call = Talk::new().call;
    for said in [
        "i'm here at the receiver",
        "door nine",
        "no lumper",
        "no detention",
        "i'll send it",
    ] {
        call.turn(&now(), Input::said(said));
    }
    call.turn(&now(), Input::said("no it's nineteen"));
    assert_eq!(call.payload()["door"], "19");
}

#[test]
fn a_correction_with_the_goodbye_is_taken_and_ends() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Omaha", None));
    talk.states(eta_in(60));
    let reply = talk.hears(Understanding {
        facts: eta_in(120),
        acts: [Act::Goodbye].into(),
        ..Understanding::default()
    });
    assert!(reply.end_call && reply.text.contains("4:05 PM"), "{}", reply.text);
}
