//! Retell LLM response engines: a prompt with its model, tools and states.

use std::collections::BTreeMap;

use super::{KnowledgeBaseConfig, LlmModel, ModelChoice, ModelConfig, S2sModel, Speaker};
use crate::models::{
    KnowledgeBaseId, LlmId, McpServer, Nullable, Number, Tool, ToolParameters, macros::model,
};

/// The shapes that hold a response engine's settings: all of them, those read, those one call may change.
macro_rules! llm_shapes {
    (
        overridable { $($(#[doc = $odoc:literal])* $overridable:ident: $owrap:ident<$otype:ty>,)* }
        others { $($(#[doc = $doc:literal])* $field:ident: $wrap:ident<$type:ty>,)* }
    ) => {
        model! {
            /// A Retell LLM response engine.
            ///
            /// To change one, turn it into [`LlmSettings`] by `into()`, edit and send that.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/get-retell-llm>.
            Llm shows(llm_id, version, is_published) {
                /// The response engine.
                llm_id: LlmId,
                /// Last change, in milliseconds since the epoch.
                last_modification_timestamp: i64,
                ..
                /// Its version.
                version: Option<i64>,
                /// Whether this version is published.
                is_published: Option<bool>,
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
            }
        }

        model! {
            /// What is set, or changed, on a Retell LLM response engine. What is left out keeps its setting in an update
            /// and takes Retell's default in a new one.
            ///
            /// Mirrors <https://docs.retellai.com/api-references/create-retell-llm>.
            LlmSettings {
                ..
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
                $($(#[doc = $doc])* $field: $wrap<$type>,)*
            }
        }

        model! {
            /// What one call or chat changes in its Retell LLM response engine.
            LlmOverride {
                ..
                $($(#[doc = $odoc])* $overridable: $owrap<$otype>,)*
            }
        }

        impl From<Llm> for LlmSettings {
            fn from(llm: Llm) -> Self {
                Self {
                    $($overridable: llm.$overridable,)*
                    $($field: llm.$field,)*
                    extra: llm.extra,
                }
            }
        }
    };
}

llm_shapes! {
    overridable {
        /// What takes over when the model fails, in the older form; [`ModelConfig::backup`] replaces it.
        backup_model: Nullable<ModelChoice>,
        /// Milliseconds of silence after which the agent begins although the person was to; null waits for ever.
        begin_after_user_silence_ms: Nullable<i64>,
        /// First words of the agent; null lets the model find them, an empty text lets the person begin.
        begin_message: Nullable<String>,
        /// How knowledge bases are searched.
        kb_config: Nullable<KnowledgeBaseConfig>,
        /// Knowledge bases to search.
        knowledge_base_ids: Nullable<Vec<KnowledgeBaseId>>,
        /// The model, in the older form; `model_config` replaces it.
        model: Nullable<LlmModel>,
        /// Which model speaks.
        model_config: Option<ModelConfig>,
        /// Deprecated by Retell: uses the faster pool. `model_config` replaces it.
        model_high_priority: Nullable<bool>,
        /// Deprecated by Retell: 0 to 1, how much answers vary; default 0. `model_config` replaces it.
        model_temperature: Option<Number>,
        /// Deprecated by Retell: uses the fastest service. `model_config` replaces it.
        model_ultrafast: Nullable<bool>,
        /// The model that hears and speaks, instead of one that reads text.
        s2s_model: Nullable<S2sModel>,
        /// Who begins.
        start_speaker: Option<Speaker>,
        /// Holds the model strictly to the tools' schemas, where the model supports it.
        tool_call_strict_mode: Nullable<bool>,
    }
    others {
        /// Values of dynamic variables that a conversation does not set.
        default_dynamic_variables: Nullable<BTreeMap<String, String>>,
        /// Prompt of every state; the prompt of the state comes after it.
        general_prompt: Nullable<String>,
        /// Tools of every state.
        general_tools: Nullable<Vec<Tool>>,
        /// Whether it is for agents that decide transfers.
        is_transfer_llm: Nullable<bool>,
        /// Servers that offer tools.
        mcps: Nullable<Vec<McpServer>>,
        /// Name of the first state; needed when there are states.
        starting_state: Nullable<String>,
        /// States with prompts and tools of their own; without them there is one state, of prompt and tools above.
        states: Nullable<Vec<LlmState>>,
    }
}

model! {
    /// A part of a conversation with a prompt and tools of its own.
    LlmState shows(name) {
        /// Name, unique among the states; letters, digits, `_` and `-`, at most 64.
        name: String,
        ..
        /// Prompt, after the general one.
        state_prompt: Option<String>,
        /// Tools, besides the general ones.
        tools: Option<Vec<Tool>>,
        /// Ways out of the state.
        edges: Option<Vec<StateEdge>>,
    }
}

model! {
    /// A way from one state to another. The model takes it by a tool named `transition_to_` and the state's name.
    StateEdge shows(destination_state_name) {
        /// When to go this way; read by the model.
        description: String,
        /// The state it leads to.
        destination_state_name: String,
        ..
        /// What to note on the way; later states read it as dynamic variables.
        parameters: Option<ToolParameters>,
    }
}
