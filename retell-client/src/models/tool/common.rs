//! What tools have in common.

/// A tool the agent may speak of while it runs: first what it requires, then what may be left out.
macro_rules! spoken_tool {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        crate::models::macros::model! {
            $(#[$meta])*
            $name shows(name) {
                /// Name, unique among the tools of a conversation; letters, digits, `_` and `-`, at most 64.
                name: String,
                $($required)*
                ..
                /// What the tool does and when to use it; read by the model.
                description: Option<String>,
                $($optional)*
                /// Whether the agent says something while the tool runs.
                speak_during_execution: Option<bool>,
                /// What it says then.
                execution_message_description: Option<String>,
                /// Whether those are the words or instructions for them; default `prompt`.
                execution_message_type: Option<crate::models::ExecutionMessageType>,
            }
        }
    };
}

/// A tool with a result that the conversation goes on with; it may also run before or after the conversation.
macro_rules! running_tool {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        crate::models::tool::common::spoken_tool! {
            $(#[$meta])*
            $name { $($required)* } .. {
                $($optional)*
                /// Dynamic variables to set, each from a path into the result.
                response_variables: Option<std::collections::BTreeMap<String, String>>,
                /// Whether the agent speaks again once the result is there.
                speak_after_execution: Option<bool>,
                /// Plays a typing sound while the tool runs.
                enable_typing_sound: Option<bool>,
                /// Names of tools to wait for; only before and after a conversation.
                depends_on: Option<Vec<String>>,
                /// When to run at all, as an equation; only after a conversation.
                condition: Option<crate::models::Condition>,
            }
        }
    };
}

pub(super) use {running_tool, spoken_tool};
