//! Nodes that talk with the person.

use super::node::routed_node;
use crate::models::{
    CustomSttConfig, Edge, FinetuneConversationExample, KnowledgeBaseConfig, KnowledgeBaseId, Nullable,
    Number, SmsTemplate, SttMode, Tool, ToolId,
    macros::{model, tagged_union},
};

/// A node that talks with the person.
macro_rules! speaking_node {
    ($(#[$meta:meta])* $name:ident { $($optional:tt)* }) => {
        routed_node! {
            $(#[$meta])*
            $name {
                /// What the agent says, or how it finds the words.
                instruction: Instruction,
            } .. {
                $($optional)*
                /// The way taken after the person has answered, whatever was said.
                always_edge: Option<Edge>,
                /// The way taken at once, without an answer.
                skip_response_edge: Option<Edge>,
                /// Whether the node may be passed over when its purpose is met already.
                skippable: Option<bool>,
                /// Examples of how to speak here.
                finetune_conversation_examples: Option<Vec<FinetuneConversationExample>>,
                /// How knowledge bases are searched here.
                kb_config: Option<KnowledgeBaseConfig>,
                /// Knowledge bases to search here.
                knowledge_base_ids: Nullable<Vec<KnowledgeBaseId>>,
                /// 0 to 1: how readily the agent stops when spoken over; null is the agent's setting.
                interruption_sensitivity: Nullable<Number>,
                /// 0 to 1: how quickly the agent answers; null is the agent's setting.
                responsiveness: Nullable<Number>,
                /// Milliseconds of silence before a reminder; null is the agent's setting.
                reminder_trigger_ms: Nullable<Number>,
                /// How often to remind; 0 is never, null is the agent's setting.
                reminder_max_count: Nullable<i64>,
                /// 0.5 to 2: speed of the voice; null is the agent's setting.
                voice_speed: Nullable<Number>,
                /// Whether keys interrupt the agent; null is the agent's setting.
                allow_dtmf_interruption: Nullable<bool>,
                /// Words to listen for; null is the agent's setting.
                boosted_keywords: Nullable<Vec<String>>,
                /// How speech is transcribed here; null is the agent's setting.
                stt_mode: Nullable<SttMode>,
                /// The transcriber, when `stt_mode` is `custom`.
                custom_stt_config: Nullable<CustomSttConfig>,
            }
        }
    };
}

speaking_node! {
    /// Says something and listens.
    ConversationNode {}
}

speaking_node! {
    /// Talks freely with tools of its own until a way out is taken. Its instruction is a prompt.
    SubagentNode {
        /// Tools of the flow it may use.
        tool_ids: Nullable<Vec<ToolId>>,
        /// Tools of its own.
        tools: Nullable<Vec<Tool>>,
    }
}

tagged_union! {
    /// What is said, or how the words are found.
    Instruction by "type" {
        /// By the model, from a prompt.
        Prompt(PromptText) = "prompt",
        /// Given word by word.
        StaticText(StaticText) = "static_text",
        /// A message Retell has ready; only for text messages.
        Template(TemplateText) = "template",
    }
}

impl Instruction {
    /// The model finds the words from `text`.
    pub fn prompt(text: impl Into<String>) -> Self {
        PromptText::new(text).into()
    }

    /// `text` is said as it stands.
    pub fn static_text(text: impl Into<String>) -> Self {
        StaticText::new(text).into()
    }
}

model! {
    /// A prompt from which the model finds the words.
    PromptText {
        /// The prompt; may hold dynamic variables.
        text: String,
        ..
    }
}

model! {
    /// Words to be said as they stand.
    StaticText {
        /// The words; may hold dynamic variables.
        text: String,
        ..
    }
}

model! {
    /// A message Retell has ready.
    TemplateText {
        /// Which.
        template: SmsTemplate,
        ..
    }
}
