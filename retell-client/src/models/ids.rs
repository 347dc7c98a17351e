//! Ids, each a type of its own so that one cannot stand for another.

use super::macros::string_id;

string_id! {
    /// A call, `call_…`.
    CallId;
    /// A voice or chat agent, `agent_…`.
    AgentId;
    /// A Retell LLM response engine, `llm_…`.
    LlmId;
    /// A conversation flow response engine, `conversation_flow_…`.
    ConversationFlowId;
    /// A voice, such as `11labs-Adrian`.
    VoiceId;
    /// A chat, `chat_…`.
    ChatId;
    /// A batch of calls.
    BatchCallId;
    /// A knowledge base, `knowledge_base_…`.
    KnowledgeBaseId;
    /// An app: an account of another service that tools use.
    AppId;
    /// A file that agents use.
    AssetId;
    /// A tool of a conversation flow, which nodes refer to.
    ToolId;
    /// One tool call inside a conversation; pairs an invocation with its result.
    ToolCallId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_its_text_on_the_wire() {
        let id: CallId = serde_json::from_str(r#""call_1""#).unwrap();
        assert_eq!(id, "call_1");
        assert_eq!(serde_json::to_string(&id).unwrap(), r#""call_1""#);
        assert_eq!(format!("{id} {id:?}"), r#"call_1 CallId("call_1")"#);
    }
}
