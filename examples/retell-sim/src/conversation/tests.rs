//! The machine against a hand-made application.

use std::collections::BTreeMap;

use retell_client::models::{Role, Utterance};
use retell_llm_ws::frame::{AgentInterrupt, Outbound, Response};

use super::*;
use crate::driver::PersonaKind;

mod endurance;

/// Runs the conversation until it ends; `answer` gets each request and says what the application sends.
fn run(
    conversation: &mut Conversation,
    greeting: &Outbound,
    mut answer: impl FnMut(ResponseId, TurnKind, &[Utterance]) -> Vec<Outbound>,
) -> (Ending, Vec<Effect>) {
    conversation.received(50, greeting);
    let mut all = Vec::new();
    for _ in 0..10_000 {
        for effect in conversation.take_effects() {
            all.push(effect.clone());
            match effect {
                Effect::Ended(ending) => return (ending, all),
                Effect::Update(_) => {}
                Effect::Request(id, kind) => {
                    let said = conversation.transcript().utterances();
                    for frame in answer(id, kind, &said) {
                        conversation.received(conversation.now + 40, &frame);
                    }
                }
            }
        }
        if let Some(at) = conversation.next_deadline() {
            conversation.advance(at);
        }
    }
    panic!("the conversation never ended");
}

fn script(lines: &[Option<&str>]) -> Driver {
    Driver::script(lines.iter().map(|line| line.map(str::to_owned)))
}

fn say(id: ResponseId, words: &str) -> Outbound {
    Outbound::Response(Response::last(id, words))
}

fn end(id: ResponseId, words: &str) -> Outbound {
    Outbound::Response(Response::last(id, words).with_action(Action::EndCall))
}

fn contents(conversation: &Conversation) -> Vec<(Role, String)> {
    conversation
        .transcript()
        .utterances()
        .into_iter()
        .map(|u| (u.role, u.content))
        .collect()
}

#[test]
fn turns_alternate_and_words_carry_rising_times() {
    let mut call = Conversation::new(
        Settings::default(),
        script(&[Some("running late"), Some("two hours")]),
        1,
    );
    let (ending, effects) = run(
        &mut call,
        &say(0, "Hi Mike. How's it going?"),
        |id, _, _| match id {
            1 => vec![
                Outbound::Response(Response::chunk(1, "Sorry to hear that. ")),
                say(1, "When will you be there?"),
            ],
            _ => vec![end(id, "Thanks. Drive safe.")],
        },
    );
    assert_eq!(ending.reason, DisconnectionReason::AgentHangup);
    let said: Vec<_> = contents(&call).into_iter().map(|(_, words)| words).collect();
    assert_eq!(
        said,
        [
            "Hi Mike. How's it going?",
            "running late",
            "Sorry to hear that. When will you be there?",
            "two hours",
            "Thanks. Drive safe."
        ]
    );
    let mut last = 0.0;
    for word in call
        .transcript()
        .utterances()
        .iter()
        .flat_map(|u| u.words.clone())
    {
        assert!(word.start.unwrap() >= last, "words overlap");
        assert!(word.end > word.start);
        last = word.end.unwrap();
    }
    assert!(effects.contains(&Effect::Update(Some(TurnTaking::AgentTurn))));
    assert!(effects.contains(&Effect::Update(Some(TurnTaking::UserTurn))));
    assert_eq!(call.latencies_ms().len(), 2);
}

#[test]
fn a_silence_brings_reminders_up_to_the_limit() {
    let settings = Settings {
        reminder_max_count: 2,
        ..Settings::default()
    };
    let mut call = Conversation::new(settings, script(&[None, None, None, Some("sorry i was away")]), 1);
    let mut kinds = Vec::new();
    let (ending, _) = run(&mut call, &say(0, "Hello?"), |id, kind, _| {
        kinds.push(kind);
        vec![say(id, "Are you there?")]
    });
    assert_eq!(
        kinds,
        [TurnKind::Reminder, TurnKind::Reminder, TurnKind::Response]
    );
    assert_eq!(
        ending.reason,
        DisconnectionReason::UserHangup,
        "the script is used up"
    );
}

#[test]
fn update_agent_changes_the_reminders() {
    let mut call = Conversation::new(Settings::default(), script(&[None, Some("bye")]), 1);
    call.received(
        10,
        &Outbound::from_json(r#"{"response_type":"update_agent","agent_config":{"reminder_max_count":0}}"#)
            .unwrap(),
    );
    let (_, effects) = run(&mut call, &say(0, "Hello?"), |id, _, _| vec![say(id, "Bye.")]);
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Request(_, TurnKind::Reminder)))
    );
}

#[test]
fn frames_of_old_requests_are_dropped() {
    let mut call = Conversation::new(Settings::default(), script(&[Some("one"), Some("two")]), 1);
    run(&mut call, &say(0, "Hi."), |id, _, _| match id {
        1 => vec![say(1, "First."), say(1, "Never."), say(0, "Never either.")],
        _ => vec![say(1, "Stale."), end(id, "Done.")],
    });
    let said: Vec<_> = contents(&call).into_iter().map(|(_, words)| words).collect();
    assert_eq!(said, ["Hi.", "one", "First.", "two", "Done."]);
}

#[test]
fn a_hesitation_asks_twice_and_the_second_request_holds_all() {
    let words = "i'm on i eighty headed west near joliet now";
    let driver = Driver::persona(PersonaKind::Silent, &BTreeMap::new(), 1);
    let mut call = Conversation::new(Settings::default(), driver, 1);
    call.driver_speaks(&Line::new(words).hesitates_after(4));
    let mut heard = Vec::new();
    for _ in 0..100 {
        let Some(at) = call.next_deadline() else { break };
        call.advance(at);
        for effect in call.take_effects() {
            if let Effect::Request(id, _) = effect {
                heard.push((id, call.transcript().utterances().last().unwrap().content.clone()));
            }
        }
        if heard.len() == 2 {
            break;
        }
    }
    assert_eq!(heard, [(1, "i'm on i eighty".to_owned()), (2, words.to_owned())]);
    assert_eq!(call.transcript().utterances().len(), 1, "it is one utterance");
}

#[test]
fn an_interrupter_cuts_the_agent_short() {
    let driver = Driver::persona(PersonaKind::Interrupter, &BTreeMap::new(), 5);
    let mut call = Conversation::new(Settings::default(), driver, 5);
    let long =
        "Hi Mike, this is dispatch with a very long greeting that nobody wants to hear. How's it going?";
    run(&mut call, &say(0, long), |id, _, _| {
        if id > 3 {
            vec![end(id, "Bye.")]
        } else {
            vec![say(id, long)]
        }
    });
    let first = &call.transcript().utterances()[0];
    assert!(first.content.len() < long.len() && long.starts_with(&first.content));
    assert_eq!(first.content.split_whitespace().count(), first.words.len());
}

#[test]
fn nobody_is_cut_short_when_interruption_is_off() {
    let driver = Driver::persona(PersonaKind::Interrupter, &BTreeMap::new(), 5);
    let mut call = Conversation::new(Settings::default(), driver, 5);
    let long =
        "Hi Mike, this is dispatch with a very long greeting that nobody wants to hear. How's it going?";
    let mut greeting = Response::last(0, long);
    greeting.no_interruption_allowed = Some(true);
    run(&mut call, &Outbound::Response(greeting), |id, _, _| {
        vec![end(id, "Bye.")]
    });
    assert_eq!(call.transcript().utterances()[0].content, long);
}

#[test]
fn a_transfer_ends_the_call_with_its_destination() {
    let mut call = Conversation::new(Settings::default(), script(&[Some("get me a person")]), 1);
    let (ending, _) = run(&mut call, &say(0, "Hi."), |id, _, _| {
        let transfer = Action::Transfer {
            number: "+15550100".to_owned(),
            show_transferee_as_caller: false,
        };
        vec![Outbound::Response(
            Response::last(id, "One moment.").with_action(transfer),
        )]
    });
    assert_eq!(ending.reason, DisconnectionReason::CallTransfer);
    assert_eq!(ending.transfer_destination.as_deref(), Some("+15550100"));
    assert!(
        call.transcript()
            .items()
            .iter()
            .any(|item| item.role() == "tool_call_invocation")
    );
}

#[test]
fn an_interruption_by_the_application_is_spoken_at_once() {
    let mut call = Conversation::new(
        Settings::default(),
        script(&[Some("so i was going to tell you all about it")]),
        1,
    );
    call.received(0, &say(0, "Hi."));
    while !matches!(call.phase, Phase::DriverSpeaks(_)) {
        let at = call.next_deadline().unwrap();
        call.advance(at);
    }
    let stop = AgentInterrupt {
        interrupt_id: 1,
        content: "Sorry, one moment.".to_owned(),
        content_complete: true,
        end_call: Some(true),
        ..AgentInterrupt::default()
    };
    let (ending, _) = run(&mut call, &Outbound::AgentInterrupt(stop), |_, _, _| Vec::new());
    assert_eq!(ending.reason, DisconnectionReason::AgentHangup);
    assert_eq!(contents(&call).last().unwrap().1, "Sorry, one moment.");
}

#[test]
fn a_request_lost_with_its_socket_is_sent_again_under_a_new_id() {
    let mut call = Conversation::new(Settings::default(), script(&[Some("hello")]), 1);
    call.received(0, &say(0, "Hi."));
    let mut requests = Vec::new();
    while requests.is_empty() {
        let at = call.next_deadline().unwrap();
        call.advance(at);
        requests.extend(
            call.take_effects()
                .into_iter()
                .filter(|effect| matches!(effect, Effect::Request(..))),
        );
    }
    call.disconnected(call.now + 5);
    call.reconnected(call.now + 900);
    call.received(call.now + 10, &say(0, ""));
    call.advance(call.now);
    assert_eq!(call.take_effects(), [Effect::Request(2, TurnKind::Response)]);
    let (ending, _) = run(&mut call, &say(2, "Welcome back. Bye."), |_, _, _| Vec::new());
    assert_eq!(ending.reason, DisconnectionReason::UserHangup);
    let said: Vec<_> = contents(&call).into_iter().map(|(_, words)| words).collect();
    assert_eq!(said, ["Hi.", "hello", "Welcome back. Bye."]);
}

#[test]
fn typed_words_wait_for_the_agent_and_join_one_utterance() {
    let mut call = Conversation::new(Settings::default(), Driver::Human, 1);
    call.received(0, &say(0, "Hi Mike, how's it going out there today?"));
    call.say(800, "i'm rolling");
    call.say(900, "on i eighty");
    let mut request = None;
    while request.is_none() {
        let at = call.next_deadline().unwrap();
        call.advance(at);
        request = call
            .take_effects()
            .into_iter()
            .find(|effect| matches!(effect, Effect::Request(..)));
    }
    // He goes on before the agent has said a word.
    call.say(call.now + 5, "near joliet");
    let (ending, effects) = run(&mut call, &say(1, "Too late."), |id, _, _| {
        vec![end(id, "Thanks.")]
    });
    assert_eq!(ending.reason, DisconnectionReason::AgentHangup);
    assert!(effects.contains(&Effect::Request(2, TurnKind::Response)));
    let said: Vec<_> = contents(&call).into_iter().map(|(_, words)| words).collect();
    assert_eq!(
        said,
        [
            "Hi Mike, how's it going out there today?",
            "i'm rolling on i eighty near joliet",
            "Thanks."
        ]
    );
}

#[test]
fn an_application_that_never_speaks_is_left() {
    for kind in [PersonaKind::OnTime, PersonaKind::Silent] {
        let mut call = Conversation::new(Settings::default(), Driver::persona(kind, &BTreeMap::new(), 1), 1);
        for _ in 0..1_000 {
            let Some(at) = call.next_deadline() else { break };
            call.advance(at);
        }
        assert!(call.is_over());
    }
}
