//! Rules of the conversation that no other file is about, in the driver's own words.

use dispatch_policy::{CheckCall, ConflictKind, Input, Reply, Slot, Variables};

use crate::support::now;

/// A call that was greeted, with what is known of the trip.
struct Call(CheckCall);

impl Call {
    fn about<'a>(more: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let vars = [("driver_name", "Mike"), ("load_number", "7891-B")];
        let mut call = CheckCall::new(Variables::from_map(vars.into_iter().chain(more)));
        call.greet(&now());
        Self(call)
    }

    fn new() -> Self {
        Self::about([])
    }

    fn hears(&mut self, said: &str) -> Reply {
        self.0.turn(&now(), Input::said(said))
    }

    fn is(&self, key: &str, value: &str) -> bool {
        self.0.payload().get(key).is_some_and(|held| held == value)
    }
}

fn question(reply: &Reply) -> &str {
    reply
        .text
        .split_inclusive(['.', '!', '?'])
        .find(|sentence| sentence.ends_with('?'))
        .unwrap_or_default()
        .trim()
}

#[test]
fn a_slot_is_asked_twice_and_with_repeats_three_times() {
    let mut call = Call::new();
    let first = call.hears("rolling no problems");
    assert_eq!(first.asked, [Slot::Location]);
    for _ in 0..2 {
        let again = call.hears("say that again");
        assert_eq!(again.asked, [Slot::Location]);
        assert_ne!(question(&again), question(&first));
    }
    assert_eq!(call.hears("what did you say").asked, [Slot::Eta]);
}

#[test]
fn what_is_known_is_not_asked() {
    let mut call = Call::new();
    let reply = call.hears("running behind it's the snow up here should make it by seven");
    assert_eq!(reply.asked, [Slot::Location]);
    assert!(call.hears("i eighty by laramie").wrap);
}

#[test]
fn a_complete_first_turn_leaves_only_the_read_back_or_the_paperwork() {
    let reply = Call::new().hears("rolling on i eighty near joliet be there at four o'clock");
    assert!(
        reply.wrap && reply.asked == [Slot::Confirm] && !reply.end_call,
        "{}",
        reply.text
    );
    let reply = Call::new().hears("at the receiver in door seventeen no lumper no detention");
    assert_eq!(reply.asked, [Slot::Pod]);
}

#[test]
fn answers_are_acknowledged_shortly_and_not_always_alike() {
    let mut call = Call::new();
    let acks: Vec<_> = ["rolling no problems", "i eighty near joliet"]
        .map(|said| {
            let reply = call.hears(said);
            reply.text.replace(question(&reply), "").trim().to_owned()
        })
        .into();
    assert!(
        acks.iter().all(|ack| (1..=3).contains(&ack.split(' ').count())),
        "{acks:?}"
    );
    assert_ne!(acks[0], acks[1]);
}

#[test]
fn who_was_asked_before_hears_sorry_once_and_what_he_says_again_is_taken() {
    let mut call = Call::new();
    let reply = call.hears("you people just called me ten minutes ago");
    assert!(
        reply.text.starts_with("Sorry") && !reply.asked.is_empty(),
        "{}",
        reply.text
    );
    let mut call = Call::new();
    let reply = call.hears("i already told you guys i'm on i eighty by joliet");
    assert!(call.is("location.city", "Joliet"));
    assert!(
        reply.text.starts_with("Sorry") && reply.asked == [Slot::Eta],
        "{}",
        reply.text
    );
}

#[test]
fn another_place_than_the_position_report_is_no_accusation() {
    let mut call = Call::about([("gps_location", "I-80 near Lincoln, NE")]);
    let reply = call.hears("rolling down by wichita kansas");
    assert!(reply.clarify && reply.text.contains("Wichita"), "{}", reply.text);
    let words = reply.text.to_lowercase();
    for accusing in ["wrong", "incorrect", "gps", "lincoln", "are you sure"] {
        assert!(!words.contains(accusing), "{words}");
    }
    assert_eq!(call.0.conflicts()[0].kind, ConflictKind::Gps);
    call.hears("yeah wichita");
    assert!(call.is("location.city", "Wichita") && call.0.conflicts()[0].resolved);
}

#[test]
fn a_driver_who_has_another_load_is_thanked_and_asked_nothing() {
    let mut call = Call::new();
    let reply = call.hears("they took that load off me yesterday");
    assert!(
        reply.end_call && reply.asked.is_empty() && reply.text.contains("thanks"),
        "{}",
        reply.text
    );
    assert!(call.is("call_outcome", "Wrong Contact"));
    assert!(call.0.payload().contains_key("notes"));
}

#[test]
fn unloaded_freight_is_no_lost_load() {
    let mut call = Call::new();
    call.hears("they just took the load off the trailer");
    assert!(!call.is("call_outcome", "Wrong Contact"));
}

#[test]
fn his_dispatcher_may_answer_for_him() {
    let mut call = Call::new();
    let reply = call.hears("this is his dispatcher what do you need");
    assert!(!reply.end_call && !reply.asked.is_empty(), "{}", reply.text);
    call.hears("he's on i eighty near joliet");
    assert!(call.is("location.city", "Joliet"));
}

#[test]
fn who_wants_no_calls_gets_an_apology_and_the_end() {
    let reply = Call::new().hears("stop calling me");
    assert!(reply.end_call && reply.text.contains("Sorry"), "{}", reply.text);
}

#[test]
fn persons_spoken_of_are_not_asked_for() {
    for said in [
        "my dispatcher called me about it this morning",
        "the guy at the window said twenty minutes",
    ] {
        assert!(!Call::new().hears(said).transfer, "{said}");
    }
    for said in ["put denise on", "let me talk to a person", "put her on the phone"] {
        assert!(Call::new().hears(said).transfer, "{said}");
    }
}

#[test]
fn a_few_words_of_spanish_with_facts_go_on() {
    let mut call = Call::new();
    let reply = call.hears("si señor i'm on i thirty five near laredo");
    assert!(call.is("location.city", "Laredo"));
    assert_eq!(reply.asked, [Slot::Eta]);
}

#[test]
fn a_goodbye_is_an_act_and_not_a_sound() {
    let mut call = Call::new();
    call.hears("rolling along");
    for said in ["just went by exit forty", "later tonight"] {
        let reply = call.hears(said);
        assert!(!reply.end_call, "{said}: {}", reply.text);
    }
    assert!(call.hears("alright bye now").end_call);
}

#[test]
fn a_no_that_opens_an_assent_is_filler() {
    for said in ["no you're good", "nah that'll do", "no that's right"] {
        let mut call = Call::new();
        call.hears("rolling on i eighty near joliet be there at four o'clock");
        let reply = call.hears(said);
        assert!(reply.end_call && reply.asked.is_empty(), "{said}: {}", reply.text);
    }
}

#[test]
fn an_answer_that_was_given_in_every_way_is_not_given_again() {
    let mut call = Call::about([("appointment_time", "2026-03-04T17:00:00-06:00")]);
    let told = (0..6)
        .map(|_| call.hears("what time is my appointment"))
        .filter(|reply| reply.text.contains("5:00 PM"))
        .count();
    assert_eq!(told, 3);
}

#[test]
fn the_appointment_of_another_trip_makes_nobody_late() {
    let mut call = Call::about([("appointment_time", "2025-11-04T17:00:00-06:00")]);
    call.hears("rolling on i eighty near joliet be there at four o'clock");
    assert!(call.is("driver_status", "Driving"), "{:?}", call.0.payload());
    assert!(!call.0.payload().contains_key("delay_minutes"));
}

#[test]
fn an_emergency_in_the_last_turn_is_not_wished_a_good_day() {
    let mut call = Call::new();
    for _ in 0..23 {
        // Cut off each time: no question ever counts.
        call.0
            .turn(&now(), Input::said("what did you say").heard(Some("Hi")));
    }
    assert!(!call.0.is_over());
    let reply = call.hears("i just rolled the truck over");
    assert!(!reply.end_call, "{}", reply.text);
    assert!(call.is("call_outcome", "Emergency Escalation"));
}
