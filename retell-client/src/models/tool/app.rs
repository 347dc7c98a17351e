//! Tools of connected applications, such as a calendar.

use super::common::running_tool;
use crate::models::{
    AppId, ToolId, ToolParameters,
    macros::{model, tagged_union},
};

running_tool! {
    /// Uses a connected application.
    AppTool {
        /// The connected application.
        app_id: AppId,
        /// Which of its tools.
        app_tool_template_name: String,
        /// Whose application it is.
        provider: String,
    } .. {
        /// Arguments the model fills in.
        parameters: Option<Vec<ToolParameters>>,
        /// What of the answer the model sees.
        output_selection: Option<OutputSelection>,
        /// Id that function nodes refer to; only among the tools of a flow.
        tool_id: Option<ToolId>,
    }
}

tagged_union! {
    /// What of an answer the model sees.
    OutputSelection by "mode" {
        /// All of it.
        All(AllFields) = "all",
        /// Only the named fields.
        Subset(SomeFields) = "subset",
    }
}

model! {
    /// All fields of an answer.
    AllFields {
        ..
        /// Names, which do not matter here.
        fields: Option<Vec<String>>,
    }
}

model! {
    /// Some fields of an answer.
    SomeFields {
        /// Their names.
        fields: Vec<String>,
        ..
    }
}
