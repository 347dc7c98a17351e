//! What stands on the wire, field by field, as <https://docs.retellai.com/api-references/llm-websocket> has it.

use std::time::Duration;

use retell_llm_ws::{
    Action, CallContext, ConversationPolicy, Message, Options, PolicyError, Reply, Speech, Turn, TurnKind,
    frame::{
        AgentConfig, AgentInterrupt, Config, Inbound, Metadata, Outbound, Response, ToolCallInvocation,
        ToolCallResult, TurnTaking,
    },
    models::{Role, TranscriptItem},
    policies::speech_fn,
};
use serde_json::{Value, json};

use crate::support::Phone;

fn written(frame: &Outbound) -> Value {
    serde_json::from_str(&frame.to_json()).unwrap()
}

#[test]
fn a_config_has_three_options_and_says_all_of_them() {
    let config = Config {
        auto_reconnect: true,
        call_details: false,
        transcript_with_tool_calls: true,
    };
    assert_eq!(
        written(&Outbound::Config { config }),
        json!({"response_type":"config","config":
            {"auto_reconnect":true,"call_details":false,"transcript_with_tool_calls":true}})
    );
}

#[test]
fn a_response_says_only_what_is_set() {
    assert_eq!(
        written(&Outbound::Response(Response::chunk(4, "We are open "))),
        json!({"response_type":"response","response_id":4,"content":"We are open ","content_complete":false})
    );
    let all = Response {
        no_interruption_allowed: Some(true),
        ..Response::last(4, "").with_action(Action::Transfer {
            number: "+14155550100".to_owned(),
            show_transferee_as_caller: true,
        })
    };
    assert_eq!(
        written(&Outbound::Response(all)),
        json!({"response_type":"response","response_id":4,"content":"","content_complete":true,
            "no_interruption_allowed":true,"transfer_number":"+14155550100","show_transferee_as_caller":true})
    );
    for (action, field, value) in [
        (Action::EndCall, "end_call", json!(true)),
        (
            Action::PressDigits("12#".to_owned()),
            "digit_to_press",
            json!("12#"),
        ),
        (
            Action::transfer("+14155550100"),
            "transfer_number",
            json!("+14155550100"),
        ),
    ] {
        let frame = written(&Outbound::Response(Response::last(4, "").with_action(action)));
        assert_eq!((&frame[field], frame.as_object().unwrap().len()), (&value, 5));
    }
}

#[test]
fn an_interruption_has_a_counter_of_its_own() {
    let frame = Outbound::AgentInterrupt(AgentInterrupt {
        interrupt_id: 2,
        content: "One moment.".to_owned(),
        content_complete: true,
        no_interruption_allowed: Some(true),
        end_call: Some(true),
        ..AgentInterrupt::default()
    });
    assert_eq!(
        written(&frame),
        json!({"response_type":"agent_interrupt","interrupt_id":2,"content":"One moment.","content_complete":true,
            "no_interruption_allowed":true,"end_call":true})
    );
}

#[test]
fn tool_arguments_are_a_string_and_an_unreported_success_is_left_out() {
    let invocation = Outbound::ToolCallInvocation(ToolCallInvocation {
        tool_call_id: "t-1".to_owned(),
        name: "lookup".to_owned(),
        arguments: r#"{"day":"mon"}"#.to_owned(),
    });
    assert_eq!(
        written(&invocation),
        json!({"response_type":"tool_call_invocation","tool_call_id":"t-1","name":"lookup",
            "arguments":"{\"day\":\"mon\"}"})
    );
    let result = |successful| {
        written(&Outbound::ToolCallResult(ToolCallResult {
            tool_call_id: "t-1".to_owned(),
            content: "open".to_owned(),
            successful,
        }))
    };
    let bare = json!({"response_type":"tool_call_result","tool_call_id":"t-1","content":"open"});
    assert_eq!(result(None), bare);
    assert_eq!(result(Some(false))["successful"], false);
}

#[test]
fn an_agents_settings_change_one_by_one() {
    let agent_config = AgentConfig {
        reminder_trigger_ms: Some(8000),
        ..AgentConfig::default()
    };
    assert_eq!(
        written(&Outbound::UpdateAgent { agent_config }),
        json!({"response_type":"update_agent","agent_config":{"reminder_trigger_ms":8000}})
    );
    let metadata = json!({"step": {"name": "pay"}}).as_object().unwrap().clone();
    assert_eq!(
        written(&Outbound::Metadata(Metadata { metadata })),
        json!({"response_type":"metadata","metadata":{"step":{"name":"pay"}}})
    );
}

#[test]
fn the_word_passes_to_either_side_or_to_one_we_do_not_know() {
    for (word, by) in [
        (json!("agent_turn"), Some(TurnTaking::AgentTurn)),
        (json!("user_turn"), Some(TurnTaking::UserTurn)),
        (Value::Null, None),
    ] {
        let frame = json!({"interaction_type":"update_only","transcript":[],"turntaking":word});
        let Ok(Inbound::UpdateOnly(update)) = Inbound::from_json(&frame.to_string()) else {
            panic!("{frame}")
        };
        assert_eq!(update.turntaking, by);
    }
}

#[test]
fn every_role_of_an_item_is_known_and_a_new_one_is_kept() {
    let items = [
        json!({"role":"agent","content":"Hello.","words":[]}),
        json!({"role":"user","content":"(unintelligible audio)"}),
        json!({"role":"transfer_target","content":"Yes?"}),
        json!({"role":"tool_call_invocation","tool_call_id":"t","name":"f","arguments":"{}","time_sec":1.5}),
        json!({"role":"tool_call_result","tool_call_id":"t","content":"x"}),
        json!({"role":"node_transition","former_node_id":"a","former_node_name":"A","new_node_id":"b",
            "new_node_name":"B","transition_type":"global"}),
        json!({"role":"dtmf","digit":"5"}),
        json!({"role":"sms","content":"hi","time_sec":2.0,"multimedia":[{"url":"https://x.example/1"}]}),
        json!({"role":"injected","content":"note","time_sec":3.0}),
        json!({"role":"weather","sunny":true}),
    ];
    let frame = json!({"interaction_type":"response_required","response_id":1,"transcript":[],
        "transcript_with_tool_calls":items});
    let Ok(Inbound::ResponseRequired(request)) = Inbound::from_json(&frame.to_string()) else {
        panic!("{frame}")
    };
    let read = request.transcript_with_tool_calls.unwrap();
    let roles: Vec<_> = read.iter().map(TranscriptItem::role).collect();
    let wanted: Vec<_> = items.iter().map(|item| item["role"].as_str().unwrap()).collect();
    assert_eq!(roles, wanted);
    let unknown: Vec<_> = read
        .iter()
        .filter(|item| matches!(item, TranscriptItem::Unknown(_)))
        .collect();
    assert_eq!(unknown.len(), 1, "only the weather");
    assert_eq!(serde_json::to_value(unknown[0]).unwrap(), items[9], "kept whole");
}

#[tokio::test(start_paused = true)]
async fn tool_calls_in_the_transcript_are_asked_for_and_reach_the_policy() {
    for asked in [false, true] {
        let config = Config {
            transcript_with_tool_calls: asked,
            ..Config::default()
        };
        let count = speech_fn(|turn| Speech::say(format!("{} items", turn.items.len())));
        let mut phone = Phone::dial(count, Options::new().config(config));
        assert_eq!(
            written(&phone.next().await)["config"]["transcript_with_tool_calls"],
            json!(asked)
        );
        phone.details(&[]);
        phone.answer().await;
        let mut frame = json!({"interaction_type":"response_required","response_id":1,
            "transcript":[{"role":"user","content":"five"}]});
        if asked {
            frame["transcript_with_tool_calls"] =
                json!([{"role":"user","content":"five"}, {"role":"dtmf","digit":"5"}]);
        }
        phone.ask_oddly(1, &frame.to_string());
        let items = if asked { "2 items" } else { "0 items" };
        assert_eq!(phone.answer().await, (1, items.to_owned()));
        phone.end().await;
    }
    assert!(!Config::default().transcript_with_tool_calls, "nobody asked");
}

#[test]
fn an_utterance_says_what_it_answers_and_when() {
    let frame = json!({"interaction_type":"update_only","transcript":[
        {"role":"agent","content":"Hello.","words":[{"word":"Hello.","start":0.5,"end":1.25}],
         "metadata":{"response_id":3,"is_backchannel":false,"new":{"deep":1}}},
        {"role":"system","content":"","words":[{}]},
        {"role":"narrator","content":"so it goes"}]});
    let Ok(Inbound::UpdateOnly(update)) = Inbound::from_json(&frame.to_string()) else {
        panic!("{frame}")
    };
    let [agent, system, narrator] = update.transcript.as_slice() else {
        panic!("three")
    };
    assert_eq!(agent.role, Role::Agent);
    assert_eq!(
        (agent.words[0].start, agent.words[0].end),
        (Some(0.5), Some(1.25))
    );
    assert_eq!(agent.response_id(), Some(3));
    assert_eq!((system.words.len(), system.role.as_str()), (1, "system"));
    assert_eq!(narrator.role.as_str(), "narrator");
    let again = serde_json::to_value(agent).unwrap();
    assert_eq!(again["metadata"], frame["transcript"][0]["metadata"]);
}

/// Tells how it was asked.
struct Asked;

#[retell_llm_ws::async_trait]
impl ConversationPolicy for Asked {
    fn greet(&mut self, call: &CallContext) -> Speech {
        let call = call.call.as_ref().expect("details came");
        Speech::say(format!("{} {}", call.call_type, call.from_number.is_some()))
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let kind = match turn.kind {
            TurnKind::Response => "response",
            TurnKind::Reminder => "reminder",
        };
        Ok(reply
            .finish(format!("{kind} {:?} {}", turn.said(), turn.transcript.len()))
            .await?)
    }
}

#[tokio::test(start_paused = true)]
async fn a_reminder_reaches_the_policy_as_one_and_without_words_of_the_caller() {
    let mut phone = Phone::dial(Asked, Options::new());
    phone.raw(Message::text(
        r#"{"interaction_type":"call_details","call":{"call_id":"call_1","call_type":"web_call","future":[1]}}"#,
    ));
    phone.next().await;
    assert_eq!(phone.answer().await.1, "web_call false");
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await.1, "response Some(\"hello\") 1");
    phone.remind(2);
    assert_eq!(phone.answer().await.1, "reminder None 0");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn each_transcript_replaces_the_one_before() {
    let mut phone = Phone::begun(
        speech_fn(|turn| Speech::say(format!("{:?}", turn.said()))),
        Options::new(),
    )
    .await;
    for (id, words) in [
        (1, "I am in Reno and"),
        (2, "I am in Reno"),
        (3, "Sorry, in Elko"),
    ] {
        phone.ask(id, words);
        assert_eq!(phone.answer().await.1, format!("Some({words:?})"));
    }
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn several_chunks_keep_the_policys_pace_under_one_id() {
    let slow = retell_llm_ws::policies::policy_fn((), async |(): &(), _: &Turn<'_>, reply: &mut Reply| {
        reply.say("Let me see. ").await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        Ok(reply.finish("It is open.").await?)
    });
    let mut phone = Phone::begun(slow, Options::new()).await;
    phone.ask(1, "hello");
    let asked = tokio::time::Instant::now();
    let first = phone.response().await;
    assert_eq!(
        (first.response_id, first.content_complete, asked.elapsed()),
        (1, false, Duration::ZERO)
    );
    let last = phone.response().await;
    assert_eq!(
        (last.response_id, last.content.as_str(), last.content_complete),
        (1, "It is open.", true)
    );
    assert_eq!(asked.elapsed(), Duration::from_secs(2));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_hang_up_needs_no_words() {
    let hang_up = speech_fn(|_| Speech {
        action: Some(Action::EndCall),
        ..Speech::silence()
    });
    let mut phone = Phone::begun(hang_up, Options::new()).await;
    phone.ask(1, "bye");
    let only = phone.response().await;
    assert_eq!(
        (only.content.as_str(), only.content_complete, only.end_call),
        ("", true, Some(true))
    );
    phone.end().await;
}
