use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "ChatMessage" => ChatTranscriptItem,
    "ChatTranscriptItem" => ChatTranscriptItem,
    "InjectedMessage" => ChatTranscriptItem,
    "Multimedia" => Multimedia,
    "NodeTransitionMessage" => ChatTranscriptItem,
    "SMSChatMessage" => ChatTranscriptItem,
    "StateTransitionMessage" => ChatTranscriptItem,
    "ToolCallInvocationMessage" => ChatTranscriptItem,
    "ToolCallResultMessage" => ChatTranscriptItem,
}

enums! {
    "TransitionType" => TransitionType,
}
