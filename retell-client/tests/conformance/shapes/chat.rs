use retell_client::{Page, models::*};

shapes! {
    "ChatAnalysis" => ChatAnalysis,
    "ChatCost" => ChatCost,
    "ChatCreateChatCompletionParams" => CreateChatCompletion,
    "ChatCreateChatCompletionResponse" => ChatCompletion,
    "ChatCreateParams" => CreateChat,
    "ChatCreateSMSChatParams" => CreateSmsChat,
    "ChatFilterCriteria" => ChatFilter,
    "ChatListParams" => ListChats,
    "ChatListResponse" => Page<Chat>,
    "ChatMessage" => ChatTranscriptItem,
    "ChatResponse" => Chat,
    "ChatStatusFilter" => AnyOf<ChatStatus>,
    "ChatTranscriptItem" => ChatTranscriptItem,
    "ChatTypeFilter" => AnyOf<ChatType>,
    "ChatUpdateParams" => UpdateChat,
    "InjectedMessage" => ChatTranscriptItem,
    "Multimedia" => Multimedia,
    "NodeTransitionMessage" => ChatTranscriptItem,
    "SMSChatMessage" => ChatTranscriptItem,
    "StateTransitionMessage" => ChatTranscriptItem,
    "ToolCallInvocationMessage" => ChatTranscriptItem,
    "ToolCallResultMessage" => ChatTranscriptItem,
}

enums! {
    "ChatDataStorageSetting" => ChatDataStorageSetting,
    "ChatStatus" => ChatStatus,
    "ChatType" => ChatType,
    "TransitionType" => TransitionType,
}
