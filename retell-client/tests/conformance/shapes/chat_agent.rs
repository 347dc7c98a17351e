use retell_client::models::*;

shapes! {
    "ChatAgentCreateParams" => CreateChatAgent,
    "ChatAgentResponse" => ChatAgent,
    "ChatAgentUpdateParams" => UpdateChatAgent,
}

enums! {
    "ChatWebhookEvent" => ChatWebhookEvent,
}
