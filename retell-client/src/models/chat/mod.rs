//! Chats.

mod chat_object;
mod list;
mod request;
mod transcript;

pub use self::chat_object::{Chat, ChatAnalysis, ChatCost, ChatStatus, ChatType};
pub use self::list::{ChatFilter, ListChats};
pub use self::request::{
    ChatCompletion, ChatDataStorageSetting, CreateChat, CreateChatCompletion, CreateSmsChat, UpdateChat,
};
pub use self::transcript::{
    AgentMessage, ChatTranscriptItem, InjectedMessage, Multimedia, NodeTransitionMessage, SmsChatMessage,
    StateTransitionMessage, ToolCallInvocationMessage, ToolCallResultMessage, TransitionType, UserMessage,
};
