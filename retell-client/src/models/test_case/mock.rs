//! Answers that stand in for tools while testing.

use serde_json::Value;

use crate::models::{
    Nullable,
    macros::{model, tagged_union},
};

model! {
    /// An answer that stands in for a tool.
    ToolMock {
        /// Name of the tool, as the model calls it.
        tool_name: String,
        /// For which calls.
        input_match_rule: InputMatchRule,
        /// The answer, usually JSON as text.
        output: String,
        ..
        /// Whether it succeeds, for tools that only succeed or fail.
        result: Nullable<bool>,
    }
}

tagged_union! {
    /// For which calls of a tool an answer stands in.
    InputMatchRule by "type" {
        /// For all.
        Any(AnyInput) = "any",
        /// For calls with these arguments.
        PartialMatch(PartialInputMatch) = "partial_match",
    }
}

model! {
    /// Any arguments.
    AnyInput {
        ..
    }
}

model! {
    /// Arguments to look for.
    PartialInputMatch {
        /// Values by name, each of which must be equal; other arguments do not matter.
        args: Value,
        ..
    }
}
