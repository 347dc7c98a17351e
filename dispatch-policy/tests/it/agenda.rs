//! R1 to R7: the order of asking, and when to stop asking.

use dispatch_policy::{
    Phase, Slot,
    facts::{Act, DelayReason, DriverStatus, Facts, Lumper, Understanding, UnloadingStatus},
};

use crate::support::{Talk, door, eta_in, found, late_by, lumper, now, status, town, vague_eta};

#[test]
fn in_transit_goes_location_eta_read_back() {
    let mut talk = Talk::new();
    assert_eq!(talk.states(status(DriverStatus::Driving)).asked, [Slot::Location]);
    assert_eq!(talk.states(town("Joliet", None)).asked, [Slot::Eta]);
    let reply = talk.states(eta_in(130));
    assert_eq!(
        (reply.asked.as_slice(), reply.wrap, reply.end_call),
        (&[Slot::Confirm][..], true, false)
    );
    assert!(
        reply.text.contains("Joliet") && reply.text.contains("4:15 PM"),
        "{}",
        reply.text
    );
    let reply = talk.does([Act::Affirm]);
    assert!(reply.end_call && reply.wrap && reply.asked.is_empty());
    assert_eq!(talk.payload("call_outcome"), "In-Transit Update");
}

#[test]
fn the_greeting_names_driver_and_load_and_asks_the_status_only() {
    let vars = [("driver_name", "Mike Jones"), ("load_number", "7891-B")];
    let mut call = dispatch_policy::CheckCall::new(dispatch_policy::Variables::from_map(vars));
    let reply = call.greet(&now());
    assert_eq!(reply.asked, [Slot::Status]);
    assert!(
        reply.text.contains("Mike,") && reply.text.contains("7891-B"),
        "{}",
        reply.text
    );
    assert_eq!(call.phase(), Phase::Greeting);
}

#[test]
fn a_delay_without_a_reason_is_asked_about_and_one_with_it_is_not() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Delayed));
    talk.states(town("Gary", Some("IN")));
    assert_eq!(talk.states(eta_in(60)).asked, [Slot::DelayReason]);

    let mut talk = Talk::new();
    talk.states(late_by(40));
    talk.states(town("Gary", Some("IN")));
    let reply = talk.states(eta_in(60));
    assert_eq!(reply.asked, [Slot::Confirm]);
    assert!(
        reply.text.contains("40 minutes") && reply.text.contains("weather"),
        "{}",
        reply.text
    );
}

#[test]
fn an_eta_past_the_appointment_makes_a_delay() {
    let mut talk = Talk::with([("appointment_time", "2026-03-04T15:00:00-06:00")]);
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Gary", None));
    assert_eq!(talk.states(eta_in(72)).asked, [Slot::DelayReason]);
    assert_eq!(talk.payload("driver_status"), "Delayed");
    assert_eq!(talk.payload("delay_minutes"), 17);

    let mut talk = Talk::with([("appointment_time", "2026-03-04T15:00:00-06:00")]);
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Gary", None));
    assert_eq!(talk.states(eta_in(70)).asked, [Slot::Confirm]);
    assert_eq!(talk.payload("driver_status"), "Driving");
}

#[test]
fn an_arrival_goes_door_lumper_detention_pod() {
    let mut talk = Talk::new();
    assert_eq!(talk.states(status(DriverStatus::Arrived)).asked, [Slot::Door]);
    assert_eq!(talk.states(door("17")).asked, [Slot::Lumper]);
    assert_eq!(talk.states(lumper(Lumper::Waiting)).asked, [Slot::Detention]);
    assert_eq!(talk.does([Act::Deny]).asked, [Slot::Pod]);
    let reply = talk.does([Act::Affirm]);
    assert_eq!(reply.asked, [Slot::Confirm]);
    assert!(reply.text.contains("door 17"), "{}", reply.text);
    assert_eq!(talk.payload("detention"), false);
    assert_eq!(talk.payload("pod_reminder_acknowledged"), "true");
    assert_eq!(talk.payload("unloading_status"), "Waiting for Lumper");
    assert_eq!(talk.payload("eta"), "N/A");
}

#[test]
fn a_dropped_trailer_leaves_only_the_pod_to_ask() {
    let mut talk = Talk::new();
    let facts = Facts {
        unloading_status: found(UnloadingStatus::Drop),
        ..status(DriverStatus::Arrived)
    };
    assert_eq!(talk.states(facts).asked, [Slot::Pod]);
    assert_eq!(talk.payload("unloading_status"), "Drop");
}

#[test]
fn a_vague_eta_is_asked_again_once_and_then_taken() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Amarillo", None));
    let reply = talk.states(vague_eta());
    assert_eq!((reply.asked.as_slice(), reply.clarify), (&[Slot::Eta][..], true));
    let reply = talk.states(vague_eta());
    assert_eq!(reply.asked, [Slot::Confirm]);
    assert_eq!(talk.payload("eta"), "sometime tonight");
}

#[test]
fn not_knowing_costs_that_slot_only() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    assert_eq!(talk.does([Act::Unsure]).asked, [Slot::Location]);
    assert_eq!(talk.does([Act::Unsure]).asked, [Slot::Eta]);
    assert_eq!(talk.does([Act::Unsure]).asked, [Slot::Eta]);
    assert_eq!(talk.does([Act::Unsure]).asked, [Slot::Confirm]);
}

#[test]
fn a_range_is_read_back_as_one_and_kept_as_its_later_end() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Moline", None));
    let mut facts = eta_in(175);
    if let Some(eta) = &mut facts.eta {
        eta.value.earliest_minutes = Some(115);
    }
    let reply = talk.states(facts);
    assert!(
        reply.text.contains("between 4:00 PM and 5:00 PM"),
        "{}",
        reply.text
    );
    assert_eq!(talk.payload("eta_minutes"), 175);
    // A time within the range narrows it down and contradicts nothing.
    talk.states(eta_in(145));
    assert!(talk.call.conflicts().is_empty());
    assert_eq!(talk.payload("eta_minutes"), 145);
}

#[test]
fn no_problem_and_no_idea_are_no_no() {
    for (said, act) in [("no problem", Act::Ack), ("no idea", Act::Unsure)] {
        let mut talk = Talk::new();
        talk.states(status(DriverStatus::Arrived));
        let meaning = Understanding {
            acts: [act].into(),
            ..Understanding::default()
        };
        talk.call.step(&now(), Some(said), meaning);
        assert_eq!(talk.payload("unloading_status"), "N/A", "{said}");
    }
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Arrived));
    talk.call
        .step(&now(), Some("no not yet"), Understanding::default());
    assert_eq!(talk.payload("unloading_status"), "Waiting for Door");
}

#[test]
fn on_time_is_no_delay_reason_in_the_record() {
    let mut talk = Talk::new();
    let facts = Facts {
        delay_reason: found(DelayReason::None),
        ..status(DriverStatus::Driving)
    };
    talk.states(facts);
    assert_eq!(talk.payload("delay_reason"), "None");
    assert_eq!(talk.payload("call_outcome"), "In-Transit Update");
}
