//! What decides what an agent says.

use crate::models::{
    ConversationFlowId, LlmId, Nullable, Number,
    macros::{model, tagged_union},
};

tagged_union! {
    /// What decides what an agent says.
    ResponseEngine by "type" {
        /// Retell's language model with a prompt.
        RetellLlm(RetellLlmEngine) = "retell-llm",
        /// A server of ours, reached by WebSocket.
        CustomLlm(CustomLlmEngine) = "custom-llm",
        /// A conversation flow.
        ConversationFlow(ConversationFlowEngine) = "conversation-flow",
    }
}

impl ResponseEngine {
    /// A server of ours.
    pub fn custom_llm(llm_websocket_url: impl Into<String>) -> Self {
        CustomLlmEngine::new(llm_websocket_url).into()
    }

    /// A Retell LLM, in its latest version.
    pub fn retell_llm(llm_id: impl Into<LlmId>) -> Self {
        RetellLlmEngine::new(llm_id).into()
    }

    /// A conversation flow, in its latest version.
    pub fn conversation_flow(conversation_flow_id: impl Into<ConversationFlowId>) -> Self {
        ConversationFlowEngine::new(conversation_flow_id).into()
    }

    /// Address of the server of ours, if it is one.
    pub fn llm_websocket_url(&self) -> Option<&str> {
        match self {
            Self::CustomLlm(engine) => Some(&engine.llm_websocket_url),
            _ => None,
        }
    }
}

model! {
    /// Retell's language model with a prompt.
    RetellLlmEngine shows(llm_id, version) {
        /// The prompt and its settings.
        llm_id: LlmId,
        ..
        /// Their version; null or left out it is the latest.
        version: Nullable<Number>,
    }
}

model! {
    /// A server of ours.
    CustomLlmEngine {
        /// Address Retell dials; it appends the call id. It may hold a secret and is not shown by `Debug`.
        llm_websocket_url: String,
        ..
    }
}

model! {
    /// A conversation flow.
    ConversationFlowEngine shows(conversation_flow_id, version) {
        /// The flow.
        conversation_flow_id: ConversationFlowId,
        ..
        /// Its version; null or left out it is the latest.
        version: Nullable<Number>,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn engines_round_trip() {
        for json in [
            json!({"type":"retell-llm","llm_id":"llm_1","version":3}),
            json!({"type":"custom-llm","llm_websocket_url":"wss://example.com/llm"}),
            json!({"type":"conversation-flow","conversation_flow_id":"f","version":null}),
            json!({"type":"oracle","smoke":true}),
        ] {
            let engine: ResponseEngine = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(engine.tag(), json["type"]);
            assert_eq!(json!(engine), json);
        }
        let broken = serde_json::from_value::<ResponseEngine>(json!({"type":"custom-llm"}));
        assert!(broken.is_err());
    }

    #[test]
    fn debug_shows_no_address() {
        let engine = ResponseEngine::custom_llm("wss://example.com/s3cret");
        assert!(!format!("{engine:?}").contains("s3cret"));
    }
}
