//! Prompts and flows: built, read, edited, sent back.

use retell_client::models::{
    Condition, ConversationFlow, ConversationNode, CreateConversationFlow, CustomTool, Edge, EndCallTool,
    EndNode, Equation, EquationOperator, Instruction, Llm, LlmModel, LlmSettings, ModelConfig, ModelRef,
    Node, Nullable, S2sModel, Speaker, Tool, ToolParameters, TransferCallTool, TransferDestination,
    TransferNumber, TransferOption, UpdateConversationFlow, WarmTransfer,
};
use serde_json::{Value, json};

#[test]
fn a_flow_is_built_from_nodes_and_edges() {
    let greet = ConversationNode::new("greet", Instruction::static_text("Hello."))
        .edges([
            Edge::new("e1", Condition::prompt("wants a human")).destination_node_id("desk"),
            Edge::new(
                "e2",
                Condition::all([Equation::new("{{load}}", EquationOperator::Exists)]),
            ),
        ])
        .else_edge(Edge::otherwise("e3").destination_node_id("bye"));
    let mut flow =
        CreateConversationFlow::new([greet.into(), Node::from(EndNode::new("bye"))], Speaker::Agent)
            .model_config(ModelConfig::new().primary(ModelRef::new(LlmModel::Gpt5_1)))
            .start_node_id("greet");
    flow.global_prompt = Nullable::Null;
    assert_eq!(
        serde_json::to_value(&flow).unwrap(),
        json!({
            "nodes": [
                {"type": "conversation", "id": "greet", "instruction": {"type": "static_text", "text": "Hello."},
                 "edges": [
                    {"id": "e1", "transition_condition": {"type": "prompt", "prompt": "wants a human"},
                     "destination_node_id": "desk"},
                    {"id": "e2", "transition_condition": {"type": "equation", "operator": "&&",
                     "equations": [{"left": "{{load}}", "operator": "exists"}]}}],
                 "else_edge": {"id": "e3", "transition_condition": {"type": "prompt", "prompt": "Else"},
                     "destination_node_id": "bye"}},
                {"type": "end", "id": "bye"}],
            "start_speaker": "agent",
            "start_node_id": "greet",
            "global_prompt": null,
            "model_config": {"primary": {"model": "gpt-5.1"}},
        })
    );
}

#[test]
fn a_prompt_is_built_with_tools() {
    let number = TransferDestination::from(TransferNumber::new("{{desk}}"));
    let transfer = TransferCallTool::new("to_desk", number, TransferOption::from(WarmTransfer::new()));
    let lookup = CustomTool::new("lookup", "https://example.com/load")
        .parameters(ToolParameters::object(json!({"load": {"type": "string"}})).required(["load".to_owned()]))
        .timeout_ms(5000);
    let settings = LlmSettings::new().general_tools([
        Tool::from(EndCallTool::new("end_call").speak_during_execution(true)),
        transfer.into(),
        lookup.into(),
    ]);
    assert_eq!(
        serde_json::to_value(&settings).unwrap(),
        json!({"general_tools": [
            {"type": "end_call", "name": "end_call", "speak_during_execution": true},
            {"type": "transfer_call", "name": "to_desk",
             "transfer_destination": {"type": "predefined", "number": "{{desk}}"},
             "transfer_option": {"type": "warm_transfer"}},
            {"type": "custom", "name": "lookup", "url": "https://example.com/load", "timeout_ms": 5000,
             "parameters": {"type": "object", "properties": {"load": {"type": "string"}}, "required": ["load"]}},
        ]})
    );
}

fn flow_with_news() -> Value {
    json!({
        "conversation_flow_id": "flow_1", "version": 2, "last_modification_timestamp": 1_761_000_000_013_i64,
        "nodes": [{"type": "conversation", "id": "n", "instruction": {"type": "prompt", "text": "t", "mood": "calm"},
            "gesture": {"wave": [1, 2.5, null]}}, {"type": "dance", "id": "d", "steps": 3}],
        "global_prompt": null,
        "tools": [{"type": "custom", "name": "t", "url": "u", "retry_after": 1.5}, {"type": "oracle", "name": "o"}],
        "model_config": {"type": "s2s", "primary": {"model": "gpt-realtime"}, "temperature": 1},
        "autopilot": "on",
    })
}

#[test]
fn what_this_version_does_not_know_survives_reading_editing_and_sending_back() {
    let flow: ConversationFlow = serde_json::from_value(flow_with_news()).unwrap();
    assert_eq!(serde_json::to_value(&flow).unwrap(), flow_with_news());
    let model = flow
        .model_config
        .as_ref()
        .and_then(|config| config.primary.as_ref());
    assert_eq!(
        model.map(|model| &model.model),
        Some(&S2sModel::GptRealtime.into())
    );

    let changes = UpdateConversationFlow::from(flow).flex_mode(true);
    let mut expected = flow_with_news();
    let fields = expected.as_object_mut().unwrap();
    for read_only in ["conversation_flow_id", "version", "last_modification_timestamp"] {
        fields.remove(read_only);
    }
    fields.insert("flex_mode".into(), true.into());
    assert_eq!(serde_json::to_value(&changes).unwrap(), expected);
}

#[test]
fn a_prompt_that_was_read_becomes_settings_without_what_cannot_be_set() {
    let read = json!({"llm_id": "llm_1", "last_modification_timestamp": 1, "version": 3, "is_published": true,
        "begin_message": "Hi", "s2s_model": null, "model": "tomorrow-1", "model_temperature": 0.3, "news": [1]});
    let llm: Llm = serde_json::from_value(read).unwrap();
    let settings = LlmSettings::from(llm).begin_message("Hello");
    assert_eq!(
        serde_json::to_value(&settings).unwrap(),
        json!({"begin_message": "Hello", "s2s_model": null, "model": "tomorrow-1", "model_temperature": 0.3,
            "news": [1]})
    );
}

#[test]
fn a_broken_field_deep_in_a_flow_is_named_and_its_value_is_not() {
    let mut broken = flow_with_news();
    broken["nodes"][0]["edges"] = json!([{"id": "e", "transition_condition": {"type": "equation", "operator": "&&",
        "equations": [{"left": "secret", "operator": ["=="]}]}}]);
    let error = serde_json::from_value::<ConversationFlow>(broken)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("edges[0].transition_condition.equations[0].operator"),
        "{error}"
    );
    assert!(!error.contains("secret"), "{error}");
}

#[test]
fn debug_of_tools_shows_no_addresses_and_no_headers() {
    let tool = CustomTool::new("lookup", "https://example.com/s3cret")
        .headers([("Authorization".to_owned(), "s3cret".to_owned())]);
    let shown = format!("{:?}", Tool::from(tool));
    assert_eq!(shown, r#"Custom(CustomTool { name: "lookup", .. })"#);
}
