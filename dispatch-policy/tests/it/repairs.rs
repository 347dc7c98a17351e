//! R8 to R15 and R21 to R29: everything that is no answer.

use dispatch_policy::{
    HandOver, Input, Phase, Slot, Variables,
    extract::extract,
    facts::{Act, CallbackTime, Context, DriverStatus, Facts, Understanding},
};

use crate::support::{Talk, eta_in, found, now, status, town};

#[test]
fn the_third_noise_in_a_row_hands_over() {
    let mut talk = Talk::new();
    assert!(talk.does([Act::Noise]).clarify);
    assert!(talk.does([Act::Noise]).clarify);
    assert!(talk.does([Act::Noise]).transfer);
    assert_eq!(talk.payload("call_outcome"), "Poor Connection");
}

#[test]
fn a_clear_turn_resets_the_row_and_the_fifth_noise_hands_over_all_the_same() {
    let mut talk = Talk::new();
    talk.does([Act::Noise]);
    talk.does([Act::Noise]);
    talk.states(status(DriverStatus::Driving));
    assert!(!talk.does([Act::Noise]).transfer);
    talk.states(town("Joliet", None));
    assert!(!talk.does([Act::Noise]).transfer);
    talk.states(eta_in(60));
    assert!(talk.does([Act::Noise]).transfer);
}

#[test]
fn three_non_answers_end_politely() {
    let mut talk = Talk::new();
    assert!(!talk.does([Act::Ack]).end_call);
    assert!(!talk.does([]).end_call);
    assert!(talk.does([Act::Refuse]).end_call);
    assert_eq!(talk.payload("call_outcome"), "Uncooperative Driver");
}

#[test]
fn sent_away_he_is_not_promised_a_call() {
    let mut talk = Talk::new();
    let mut says = |text: &str| talk.call.turn(&now(), Input::said(text));
    assert!(!says("i ain't telling you that").end_call);
    assert!(!says("i'm busy leave me alone").end_call);
    assert!(says("quit bothering me").end_call);
    assert_eq!(talk.payload("call_outcome"), "Uncooperative Driver");
}

#[test]
fn why_is_told_once_and_asked_again_it_refuses() {
    let mut talk = Talk::new();
    let replies: Vec<_> = (0..4)
        .map(|_| {
            talk.call
                .turn(&now(), Input::said("why do you need to know that"))
        })
        .collect();
    assert!(replies[0].text.contains("check call"), "{}", replies[0].text);
    assert!(!replies[2].end_call && replies[3].end_call);
    assert_eq!(talk.payload("call_outcome"), "Uncooperative Driver");
}

#[test]
fn hung_up_on_after_two_probes_is_uncooperative_and_after_one_is_not() {
    let mut talk = Talk::new();
    talk.does([Act::Refuse]);
    assert_eq!(talk.payload("call_outcome"), "Incomplete");
    talk.does([Act::Refuse]);
    assert_eq!(talk.payload("call_outcome"), "Uncooperative Driver");
}

#[test]
fn a_paid_lumper_is_not_asked_about_again() {
    let mut talk = Talk::new();
    talk.call.turn(
        &now(),
        Input::said("i'm here in door twelve waiting on the lumper"),
    );
    let paid = "the lumper was a hundred eighty bucks got a receipt";
    let reply = talk.call.turn(&now(), Input::said(paid));
    assert!(!reply.asked.contains(&Slot::Lumper));
    assert!(talk.payload("lumper").is_null());
    assert_eq!(talk.payload("unloading_status"), "In Door 12");
}

#[test]
fn silence_is_met_twice_and_then_ends() {
    let mut talk = Talk::new();
    let first = talk.is_silent();
    let second = talk.is_silent();
    assert_ne!(first.text, second.text);
    assert!(!first.end_call && !second.end_call);
    assert!(talk.is_silent().end_call);
    assert_eq!(talk.payload("call_outcome"), "No Response");
}

#[test]
fn silence_after_words_keeps_what_is_known() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Joliet", None));
    (0..3).for_each(|_| drop(talk.is_silent()));
    assert!(talk.call.is_over());
    assert_eq!(talk.payload("call_outcome"), "In-Transit Update");
}

#[test]
fn silence_confirms_the_read_back() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Joliet", None));
    talk.states(eta_in(60));
    assert_eq!(talk.call.phase(), Phase::ReadBack);
    assert!(talk.is_silent().end_call);
}

#[test]
fn a_wait_is_granted_and_its_silence_does_not_count() {
    let mut talk = Talk::new();
    assert!(talk.does([Act::Hold]).asked.is_empty());
    talk.is_silent();
    talk.is_silent();
    assert!(!talk.is_silent().end_call);
    assert!(talk.is_silent().end_call);
}

#[test]
fn here_after_a_check_in_is_presence_not_arrival() {
    let mut talk = Talk::new();
    talk.is_silent();
    let meaning = Understanding {
        facts: status(DriverStatus::Arrived),
        ..Understanding::default()
    };
    let reply = talk.call.step(&now(), Some("yeah i'm here"), meaning.clone());
    assert_eq!(reply.asked, [Slot::Status]);
    let reply = talk.call.step(&now(), Some("i'm here"), meaning);
    assert_eq!(reply.asked, [Slot::Door]);
}

#[test]
fn a_question_is_answered_from_the_variables_only() {
    let mut talk = Talk::with([("appointment_time", "2026-03-04T17:00:00-06:00")]);
    talk.states(status(DriverStatus::Driving));
    let ask = |topic| Understanding {
        acts: [Act::Question].into(),
        question: Some(topic),
        ..Understanding::default()
    };
    let reply = talk.hears(ask(dispatch_policy::facts::QuestionTopic::Appointment));
    assert!(reply.text.contains("5:00 PM"), "{}", reply.text);
    assert_eq!(reply.asked, [Slot::Location]);
    let reply = talk.hears(ask(dispatch_policy::facts::QuestionTopic::Destination));
    assert!(reply.text.contains("dispatch"), "{}", reply.text);
}

#[test]
fn a_robot_question_offers_a_person_and_goes_on() {
    let mut talk = Talk::new();
    let reply = talk.does([Act::IsBotQuestion, Act::Question]);
    assert!(reply.text.contains("automated") && reply.text.contains("person") && !reply.transfer);
    assert_eq!(reply.asked, [Slot::Status]);
}

#[test]
fn a_wrong_number_hears_no_load_and_no_question() {
    let mut talk = Talk::new();
    let reply = talk.does([Act::WrongPerson]);
    assert!(reply.end_call && reply.asked.is_empty() && !reply.text.contains("7891"));
    assert_eq!(talk.payload("call_outcome"), "Wrong Contact");
}

#[test]
fn whoever_holds_the_phone_may_say_when_to_call() {
    let mut talk = Talk::new();
    assert_eq!(
        talk.does([Act::WrongPerson, Act::ThirdParty]).asked,
        [Slot::Callback]
    );
    assert!(talk.does([Act::Unsure]).end_call);
    assert_eq!(talk.payload("call_outcome"), "Wrong Contact");
}

#[test]
fn a_busy_driver_is_called_back_when_he_says() {
    let mut talk = Talk::new();
    assert_eq!(talk.does([Act::Busy]).asked, [Slot::Callback]);
    let callback = CallbackTime {
        minutes: Some(30),
        at: None,
    };
    let reply = talk.states(Facts {
        callback: found(callback),
        ..Facts::default()
    });
    assert!(
        reply.end_call && reply.text.contains("30 minutes"),
        "{}",
        reply.text
    );
    assert_eq!(talk.payload("call_outcome"), "Callback Requested");
    assert_eq!(talk.payload("callback_minutes"), 30);
}

#[test]
fn a_busy_driver_with_facts_is_read_back_instead() {
    let mut talk = Talk::new();
    let reply = talk.hears(Understanding {
        facts: town("Joliet", None),
        acts: [Act::Busy].into(),
        ..Understanding::default()
    });
    assert!(reply.wrap && reply.text.contains("Joliet"));
    talk.does([Act::Affirm]);
    assert_eq!(talk.payload("call_outcome"), "In-Transit Update");
}

#[test]
fn a_person_is_had_at_once_and_called_back_where_there_is_none() {
    let mut talk = Talk::new();
    assert!(talk.does([Act::HumanRequest]).transfer);
    assert_eq!(talk.payload("escalation_status"), "Connected to Human Dispatcher");

    let vars = Variables {
        hand_over: HandOver::CallBack,
        ..Variables::default()
    };
    let mut call = dispatch_policy::CheckCall::new(vars);
    call.greet(&now());
    let meaning = Understanding {
        acts: [Act::HumanRequest].into(),
        ..Understanding::default()
    };
    let reply = call.step(&now(), Some("a person please"), meaning);
    assert!(reply.end_call && !reply.transfer && reply.text.contains("call you right back"));
    assert_eq!(call.payload()["escalation_status"], "Pending");
}

#[test]
fn abuse_is_met_calmly_once() {
    let mut talk = Talk::new();
    assert!(!talk.does([Act::Abuse]).end_call);
    assert!(talk.does([Act::Abuse]).end_call);
    assert_eq!(talk.payload("call_outcome"), "Uncooperative Driver");
}

#[test]
fn a_second_foreign_turn_gets_a_person() {
    let mut talk = Talk::new();
    assert!(!talk.does([Act::OtherLanguage]).transfer);
    assert!(talk.does([Act::OtherLanguage]).transfer);
    assert_eq!(talk.payload("call_outcome"), "Transferred to Human");
}

#[test]
fn a_machine_gets_one_message_without_the_load() {
    let mut talk = Talk::new();
    let reply = talk.does([Act::Voicemail]);
    assert!(reply.end_call && !reply.text.contains("7891"));
    assert_eq!(talk.payload("call_outcome"), "Voicemail");
}

#[test]
fn what_a_machine_or_a_stranger_says_is_no_fact() {
    for act in [Act::Voicemail, Act::Ivr, Act::WrongPerson, Act::NotOnLoad] {
        let mut talk = Talk::new();
        let facts = Facts {
            location: town("Joliet", None).location,
            ..status(DriverStatus::Driving)
        };
        let reply = talk.hears(Understanding {
            facts,
            acts: [act].into(),
            ..Understanding::default()
        });
        assert!(reply.end_call, "{act:?}");
        assert_eq!(talk.payload("driver_status"), "Unknown", "{act:?}");
        assert_eq!(talk.payload("current_location"), "N/A", "{act:?}");
    }
}

#[test]
fn a_wrong_number_is_no_machine() {
    let mut talk = Talk::new();
    let said = "who is this i don't drive a truck you have the wrong number";
    let meaning = extract(said, &Context::new(&[Slot::Status], &now()));
    let reply = talk.call.step(&now(), Some(said), meaning);
    assert!(reply.end_call && reply.text.contains("sorry"), "{}", reply.text);
    assert_eq!(talk.payload("call_outcome"), "Wrong Contact");
}

#[test]
fn a_driver_out_here_says_no_goodbye() {
    for said in [
        "i'm out here rolling by joliet on i eighty",
        "hey how you doing i'm by joliet on i eighty",
        "wind's real bad i'm by joliet on i eighty",
    ] {
        let mut talk = Talk::new();
        let meaning = extract(said, &Context::new(&[Slot::Status], &now()));
        let reply = talk.call.step(&now(), Some(said), meaning);
        assert!(!reply.end_call, "{said}: {}", reply.text);
        assert!(!reply.text.contains("automated"), "{said}: {}", reply.text);
        assert!(!reply.asked.is_empty(), "{said}: {}", reply.text);
    }
}

#[test]
fn a_stranger_can_report_an_emergency() {
    let mut talk = Talk::new();
    let facts = crate::support::crash(dispatch_policy::facts::EmergencyTier::High);
    let reply = talk.hears(Understanding {
        facts,
        acts: [Act::WrongPerson].into(),
        ..Understanding::default()
    });
    assert_eq!(reply.asked, [Slot::Safety]);
}

#[test]
fn an_early_goodbye_needs_status_and_place_to_be_an_update() {
    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    let reply = talk.does([Act::Goodbye]);
    assert!(reply.end_call && !reply.text.contains('?'));
    assert_eq!(talk.payload("call_outcome"), "Incomplete");

    let mut talk = Talk::new();
    talk.states(status(DriverStatus::Driving));
    talk.states(town("Joliet", None));
    assert!(talk.does([Act::Goodbye]).end_call);
    assert_eq!(talk.payload("call_outcome"), "In-Transit Update");
}
