//! Tools that run code of yours: a request to your server, or JavaScript at Retell.

use std::collections::BTreeMap;

use serde_json::Value;

use super::common::running_tool;
use crate::models::{
    ToolId,
    macros::{model, open_enum},
};

running_tool! {
    /// Asks a server of yours over HTTP.
    CustomTool {
        /// Where the request goes. It may hold a secret and is not shown by `Debug`.
        url: String,
    } .. {
        /// HTTP method; default `POST`.
        method: Option<HttpMethod>,
        /// Headers to send.
        headers: Option<BTreeMap<String, String>>,
        /// Query parameters to append to the address.
        query_params: Option<BTreeMap<String, String>>,
        /// Arguments the model fills in; left out means none.
        parameters: Option<ToolParameters>,
        /// Which editor the dashboard shows for the arguments; the request is the same.
        parameter_type: Option<ParameterType>,
        /// Sends the arguments as the root of the body instead of under `args`.
        args_at_root: Option<bool>,
        /// Milliseconds for one attempt, 1000 to 600000; default 120000.
        timeout_ms: Option<i64>,
        /// Repetitions after a failure, 0 to 5; default 0.
        max_retry: Option<i64>,
        /// Id that function nodes refer to; only among the tools of a flow.
        tool_id: Option<ToolId>,
    }
}

running_tool! {
    /// Runs JavaScript in a sandbox at Retell.
    CodeTool {
        /// The program.
        code: String,
    } .. {
        /// Milliseconds it may take; default 30000.
        timeout_ms: Option<i64>,
    }
}

model! {
    /// Arguments of a tool, as a JSON Schema object.
    ToolParameters {
        /// A JSON Schema for each argument, by name.
        properties: Value,
        /// Always `object`.
        #[serde(rename = "type")]
        kind: SchemaType,
        ..
        /// Arguments that must be given.
        required: Option<Vec<String>>,
        /// Whether other arguments may be given.
        #[serde(rename = "additionalProperties")]
        additional_properties: Option<bool>,
    }
}

impl ToolParameters {
    /// An object with these properties: a JSON Schema for each argument, by name.
    pub fn object(properties: impl Into<Value>) -> Self {
        Self::new(properties, SchemaType::Object)
    }
}

open_enum! {
    /// Type of a JSON Schema.
    SchemaType {
        /// An object.
        Object = "object",
    }
}

open_enum! {
    /// HTTP method of a custom tool.
    HttpMethod {
        /// `GET`.
        Get = "GET",
        /// `POST`.
        Post = "POST",
        /// `PUT`.
        Put = "PUT",
        /// `PATCH`.
        Patch = "PATCH",
        /// `DELETE`.
        Delete = "DELETE",
    }
}

open_enum! {
    /// Which editor the dashboard shows for arguments.
    ParameterType {
        /// A JSON Schema as text.
        Json = "json",
        /// A form.
        Form = "form",
    }
}
