//! Tools that come from servers of the Model Context Protocol.

use std::collections::BTreeMap;

use crate::models::{ExecutionMessageType, McpId, macros::model};

model! {
    /// A server that offers tools.
    McpServer {
        /// Name, unique in its list.
        name: String,
        /// Its address. It may hold a secret and is not shown by `Debug`.
        url: String,
        ..
        /// Headers to send when connecting.
        headers: Option<BTreeMap<String, String>>,
        /// Query parameters to append to the address.
        query_params: Option<BTreeMap<String, String>>,
        /// Milliseconds to wait for a connection; default 120000.
        timeout_ms: Option<i64>,
    }
}

model! {
    /// Uses a tool of such a server.
    McpTool {
        /// Name of the server's tool.
        name: String,
        /// What the tool does.
        description: String,
        ..
        /// Whether the agent says something while the tool runs.
        speak_during_execution: Option<bool>,
        /// Whether the agent speaks again once the result is there.
        speak_after_execution: Option<bool>,
        /// How [`execution_message_description`](Self::execution_message_description) is meant; default
        /// `prompt`.
        execution_message_type: Option<ExecutionMessageType>,
        /// What the agent says while the tool runs.
        execution_message_description: Option<String>,
        /// Plays a typing sound while the tool runs.
        enable_typing_sound: Option<bool>,
        /// The server.
        mcp_id: Option<McpId>,
        /// Its arguments, as text by name.
        input_schema: Option<BTreeMap<String, String>>,
        /// Dynamic variables to set, each from a path into the response.
        response_variables: Option<BTreeMap<String, String>>,
    }
}
