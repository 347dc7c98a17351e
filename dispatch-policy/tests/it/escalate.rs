//! The escalation engine by itself and inside a call.

use dispatch_policy::escalate::{EscalateError, Escalation, KeyPhrase, MAX_PHRASES, Source, Tier, Why};
use dispatch_policy::{CheckCall, Input, Scenario, Variables};
use jiff::Zoned;

fn engine() -> Escalation {
    let phrases = [
        ("code red", Tier::Immediate),
        ("seal broken", Tier::High),
        ("my fleet manager", Tier::Human),
    ]
    .map(|(text, tier)| KeyPhrase::new(text, tier).expect("a phrase"));
    Escalation::with_phrases(phrases).expect("few phrases")
}

#[test]
fn the_four_tiers_without_any_setting() {
    let escalation = Escalation::new();
    for (text, tier) in [
        ("my chest hurts and i can't breathe", Some(Tier::Immediate)),
        ("i hit a deer", Some(Tier::High)),
        ("let me talk to a real person", Some(Tier::Human)),
        ("beats me", Some(Tier::Uncertain)),
        ("rolling along on eighty", None),
        ("there's a wreck up ahead", None),
    ] {
        assert_eq!(escalation.decide(text).tier, tier, "{text}");
    }
    assert!(!escalation.decide("beats me").needs_person());
    assert!(escalation.decide("get me dispatch").needs_person());
}

#[test]
fn a_decision_names_its_words_and_rules_the_gravest_first() {
    let decision = engine().decide("get me a person my trailer's on fire");
    assert_eq!(decision.tier, Some(Tier::Immediate));
    assert_eq!(decision.reasons.len(), 2, "{decision}");
    assert!(decision.reasons[0].words.contains("on fire"), "{decision}");
    assert!(matches!(&decision.reasons[1].source, Source::BuiltIn { rule } if !rule.is_empty()));
    assert!(decision.to_string().starts_with("immediate: \""), "{decision}");
}

#[test]
fn key_phrases_count_where_they_are_meant() {
    let escalation = engine();
    let decision = escalation.decide("Uh, the SEAL... broken, when I got here");
    assert_eq!(decision.tier, Some(Tier::High), "{decision}");
    for (text, why) in [
        ("there was no code red at all", Why::Denied),
        ("if it's a code red i'll call", Why::Supposed),
        ("we had a code red last week", Why::Past),
    ] {
        let decision = escalation.decide(text);
        assert_eq!(decision.tier, None, "{text}: {decision}");
        assert_eq!(decision.set_aside.first().map(|s| s.why), Some(why), "{text}");
    }
    let always = KeyPhrase::new("bluebird", Tier::Immediate)
        .expect("a phrase")
        .always();
    let escalation = Escalation::with_phrases([always]).expect("one phrase");
    assert_eq!(escalation.decide("no bluebird today").tier, Some(Tier::Immediate));
}

#[test]
fn a_stream_tells_every_change() {
    let escalation = engine();
    let mut watch = escalation.watch();
    assert_eq!(watch.push("i hit "), None);
    let up = watch.push("a deer").expect("an alarm");
    assert_eq!(up.tier, Some(Tier::High));
    let down = watch.push(" last week").expect("taken back");
    assert_eq!(down.tier, None);
    assert!(watch.replace("code red").is_some());
    watch.end_utterance();
    assert_eq!(watch.tier(), None);
    for _ in 0..50 {
        let _ = watch.push(&"la la ".repeat(100));
    }
    assert_eq!(watch.push("code red").and_then(|d| d.tier), Some(Tier::Immediate));
}

#[test]
fn settings_are_checked() {
    assert_eq!(
        KeyPhrase::new(" ,. ", Tier::High),
        Err(EscalateError::EmptyPhrase)
    );
    assert_eq!(
        KeyPhrase::new("a".repeat(121), Tier::High),
        Err(EscalateError::LongPhrase)
    );
    let one = KeyPhrase::new("x", Tier::High).expect("a phrase");
    let many = std::iter::repeat_n(one, MAX_PHRASES + 1);
    assert_eq!(Escalation::with_phrases(many), Err(EscalateError::TooManyPhrases));
    let text =
        r#"[{"phrase":"code red","tier":"immediate"},{"phrase":"bluebird","tier":"high","always":true}]"#;
    let read: Escalation = serde_json::from_str(text).expect("a setting");
    assert_eq!(read.phrases().len(), 2);
    let again: Escalation =
        serde_json::from_value(serde_json::to_value(&read).expect("json")).expect("a setting");
    assert_eq!(again, read);
    assert!(serde_json::from_str::<Escalation>(r#"[{"phrase":"","tier":"high"}]"#).is_err());
}

#[test]
fn a_call_escalates_on_a_key_phrase() {
    let now: Zoned = "2026-03-04T14:05[America/Chicago]".parse().expect("a time");
    let mut vars = Variables::from_map([("driver_name", "Mike")]);
    vars.escalation = engine();
    let mut call = CheckCall::new(vars.clone());
    call.greet(&now);
    let reply = call.turn(&now, Input::said("we got a code red here at the dock"));
    assert_eq!(call.scenario(), Scenario::Emergency, "{}", reply.text);
    let mut call = CheckCall::new(vars);
    call.greet(&now);
    assert!(call.turn(&now, Input::said("i want my fleet manager")).transfer);
}
