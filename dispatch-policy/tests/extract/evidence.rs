//! Every fact carries the driver's words and the name of its rule.

use dispatch_policy::extract::extract;
use dispatch_policy::facts::{Act, Context, DriverStatus, QuestionTopic};
use dispatch_policy::slot::Slot;
use jiff::Zoned;

fn now() -> Zoned {
    "2026-03-04T14:05:00-06:00[-06:00]"
        .parse()
        .expect("a fixed instant")
}

#[test]
fn words_and_rule_come_with_the_value() {
    let now = now();
    let heard = extract(
        "Yeah, I'm in Door 7, waiting on a lumper.",
        &Context::new(&[Slot::Status], &now),
    );
    let door = heard.facts.door.expect("a door");
    assert_eq!((door.value.as_str(), door.words.as_str()), ("7", "Door 7"));
    assert!(!door.rule.is_empty());
    let lumper = heard.facts.lumper.expect("a lumper");
    assert!(lumper.words.contains("lumper"), "{}", lumper.words);
}

#[test]
fn what_only_follows_from_other_facts_quotes_nothing() {
    let now = now();
    let read = |text: &str| {
        extract(text, &Context::new(&[Slot::Status], &now))
            .facts
            .driver_status
            .expect("a status")
    };
    let implied = read("mile marker two twelve on i-80 be there about four thirty");
    assert_eq!(implied.value, DriverStatus::Driving);
    assert_eq!(implied.words, "");
    assert_eq!(read("still rolling").words, "rolling");
    assert_eq!(read("lost forty minutes but i'm on time").words, "on time");
}

#[test]
fn a_range_keeps_both_ends() {
    let now = now();
    let heard = extract("three or four hours", &Context::new(&[Slot::Eta], &now));
    let eta = heard.facts.eta.expect("an eta").value;
    assert_eq!(
        (eta.earliest_minutes, eta.minutes, eta.vague),
        (Some(180), Some(240), false)
    );
    assert_eq!(eta.text, "three or four hours");
}

#[test]
fn a_bare_number_means_what_was_asked() {
    let now = now();
    let facts = |slot: Slot| extract("forty two", &Context::new(&[slot], &now)).facts;
    assert_eq!(facts(Slot::Door).door.expect("a door").value, "42");
    assert_eq!(facts(Slot::Eta).eta.expect("an eta").value.minutes, Some(42));
    let neither = facts(Slot::Pod);
    assert!(neither.door.is_none() && neither.eta.is_none());
}

#[test]
fn a_question_names_its_topic() {
    let now = now();
    let topic = |text: &str| extract(text, &Context::new(&[Slot::Eta], &now)).question;
    assert_eq!(
        topic("what time's my appointment again"),
        Some(QuestionTopic::Appointment)
    );
    assert_eq!(topic("who is this"), Some(QuestionTopic::WhoIsCalling));
    assert_eq!(topic("be there at five"), None);
}

#[test]
fn an_emergency_can_be_taken_back() {
    let now = now();
    let heard = extract("no no not me it's up ahead", &Context::new(&[Slot::Safety], &now));
    assert!(heard.acts.contains(&Act::Retraction));
    assert!(heard.facts.emergency.is_none());
}
