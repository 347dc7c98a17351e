use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "ChatAgentCreateParams" => CreateChatAgent,
    "ChatAgentResponse" => ChatAgent,
    "ChatAgentUpdateParams" => UpdateChatAgent,
}

enums! {
    "ChatWebhookEvent" => ChatWebhookEvent,
}
