//! What is read out of a conversation after it has ended.

use crate::models::macros::{model, open_enum, tagged_union};

/// A value to read out: first what it requires besides a name, then what may be left out.
macro_rules! analysis_field {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        model! {
            $(#[$meta])*
            $name shows(name) {
                /// Name of the value.
                name: String,
                /// What it is; read by the model.
                description: String,
                $($required)*
                ..
                $($optional)*
                /// Whether a conversation without it counts as unsuccessful.
                required: Option<bool>,
                /// When to fill it in, in words; left out is always. Ignored when `required` is true.
                conditional_prompt: Option<String>,
            }
        }
    };
}

tagged_union! {
    /// A value to read out of a conversation.
    AnalysisField by "type" {
        /// A text.
        Text(TextField) = "string",
        /// One of several texts.
        Choice(ChoiceField) = "enum",
        /// Yes or no.
        Boolean(BooleanField) = "boolean",
        /// A number.
        Number(NumberField) = "number",
        /// One of the values Retell defines; not for dynamic variables.
        Preset(PresetField) = "system-presets",
    }
}

analysis_field! {
    /// A text to read out.
    TextField {} .. {
        /// What it looks like.
        examples: Option<Vec<String>>,
    }
}

analysis_field! {
    /// One of several texts to read out.
    ChoiceField {
        /// The texts; at least one.
        choices: Vec<String>,
    } .. {}
}

analysis_field! {
    /// A yes or no to read out.
    BooleanField {} .. {}
}

analysis_field! {
    /// A number to read out.
    NumberField {} .. {}
}

model! {
    /// A value Retell defines, with other instructions.
    PresetField {
        /// Which value.
        name: AnalysisPreset,
        ..
        /// What it is; read by the model.
        description: Option<String>,
        /// Whether it must be there; default true.
        required: Option<bool>,
        /// When to fill it in, in words; left out is always.
        conditional_prompt: Option<String>,
    }
}

open_enum! {
    /// Values Retell defines.
    AnalysisPreset {
        /// What a call was about.
        CallSummary = "call_summary",
        /// Whether a call reached its purpose.
        CallSuccessful = "call_successful",
        /// What a chat was about.
        ChatSummary = "chat_summary",
        /// Whether a chat reached its purpose.
        ChatSuccessful = "chat_successful",
        /// Mood of the person.
        UserSentiment = "user_sentiment",
    }
}
