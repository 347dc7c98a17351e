//! Answers with less in them than was promised are still answers.

use retell_client::models::{
    AgentSummary, App, BatchCall, BatchTest, Call, Chat, Contact, McpToolDefinition, TestRun, VersionSummary,
    Voice,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

#[test]
fn a_call_is_not_lost_for_what_it_lacks() {
    for (field, sparse) in [
        ("call_cost", json!({})),
        ("call_cost", json!({"combined_cost": 3})),
        ("call_cost", json!({"product_costs": [{}, {"product": "llm"}]})),
        ("llm_token_usage", json!({})),
        ("llm_token_usage", json!({"values": [1]})),
        ("latency", json!({"e2e": {}})),
        ("call_analysis", json!({})),
        (
            "transcript_with_tool_calls",
            json!([{"role": "agent", "content": "", "words": [{}, {"word": ""}]}]),
        ),
        (
            "transcript_object",
            json!([{"role": "user", "content": "hm", "words": [], "metadata": {"backup_model_used": {}}}]),
        ),
    ] {
        let mut json = json!({"call_id": "c"});
        json[field] = sparse;
        let call: Call =
            serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{error}: {json}"));
        assert_eq!(serde_json::to_value(&call).unwrap(), json);
    }
}

#[test]
fn nor_for_an_entry_that_lacks_its_words() {
    for role in [
        "agent",
        "user",
        "tool_call_invocation",
        "tool_call_result",
        "node_transition",
        "dtmf",
        "sms",
        "injected",
    ] {
        let json = json!({"call_id": "c", "transcript_with_tool_calls": [{"role": role}]});
        let call: Call = serde_json::from_value(json).unwrap();
        assert_eq!(call.transcript_with_tool_calls.unwrap()[0].role(), role);
    }
}

#[test]
fn a_chat_is_not_lost_for_what_it_lacks() {
    let sparse = json!({"chat_id": "c"});
    let chat: Chat = serde_json::from_value(sparse.clone()).unwrap();
    assert_eq!(serde_json::to_value(&chat).unwrap(), sparse);
    for role in [
        "agent",
        "user",
        "tool_call_invocation",
        "tool_call_result",
        "node_transition",
        "state_transition",
        "injected",
        "sms",
    ] {
        let json = json!({"chat_id": "c", "message_with_tool_calls": [{"role": role, "multimedia": [{}]}]});
        let chat: Chat = serde_json::from_value(json).unwrap();
        assert_eq!(chat.message_with_tool_calls.unwrap()[0].tag(), role);
    }
}

/// Reads and writes back.
fn keeps<T: Serialize + DeserializeOwned>(json: &Value) {
    let read: T = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(serde_json::to_value(read).unwrap(), *json);
}

#[test]
fn an_item_of_a_list_needs_no_more_than_tells_it_apart() {
    keeps::<AgentSummary>(&json!({"agent_id": "a"}));
    keeps::<VersionSummary>(&json!({"version": 3}));
    keeps::<Voice>(&json!({"voice_id": "v"}));
    keeps::<Contact>(&json!({"contact_id": "c"}));
    keeps::<App>(&json!({"app_id": "a", "type": "x"}));
    keeps::<BatchCall>(&json!({"batch_call_id": "b"}));
    keeps::<McpToolDefinition>(&json!({"name": "look", "inputSchema": null}));
    keeps::<BatchTest>(
        &json!({"test_case_batch_job_id": "b", "status": "x", "response_engine": {"type": "retell-llm", "llm_id": "l"}}),
    );
    keeps::<TestRun>(&json!({"test_case_job_id": "j", "status": "x", "test_case_definition_id": "t"}));
}

#[test]
fn null_for_anything_is_kept_apart_from_nothing() {
    for json in [
        json!({"call_id": "c", "metadata": null, "call_analysis": {"custom_analysis_data": null}}),
        json!({"call_id": "c", "metadata": {}, "call_analysis": {}}),
    ] {
        let call: Call = serde_json::from_value::<Call>(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&call).unwrap(), json);
    }
}

#[test]
fn every_digit_of_a_float_is_kept() {
    for text in [
        "0.18910555747950658",
        "1.4399482864987457e299",
        "18.000000000000004",
        "5e-324",
    ] {
        let call: Call = serde_json::from_str(&format!(
            r#"{{"call_id":"c","call_cost":{{"combined_cost":{text}}}}}"#
        ))
        .unwrap();
        let again: Value = serde_json::to_value(&call).unwrap();
        assert_eq!(
            again["call_cost"]["combined_cost"].as_f64().unwrap(),
            text.parse::<f64>().unwrap()
        );
    }
}
