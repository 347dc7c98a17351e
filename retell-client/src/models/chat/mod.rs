//! Chats.

mod transcript;

pub use self::transcript::{
    AgentMessage, ChatTranscriptItem, InjectedMessage, Multimedia, NodeTransitionMessage, SmsChatMessage,
    StateTransitionMessage, ToolCallInvocationMessage, ToolCallResultMessage, TransitionType, UserMessage,
};
