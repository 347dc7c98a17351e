//! Tools of MCP servers.

use serde_json::Value;

use super::{
    AgentVersion, ComponentId, Nullable,
    macros::{model, string_id},
};

string_id! {
    /// A server of MCP tools, as an agent's settings list it.
    McpId;
}

model! {
    /// What a server says of one of its tools.
    McpToolDefinition {
        /// Name of the tool.
        name: String,
        ..
        /// What it does.
        description: Option<String>,
        /// JSON Schema of its arguments.
        #[serde(rename = "inputSchema")]
        input_schema: Nullable<Value>,
    }
}

model! {
    /// Whose tools to list.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-mcp-tools>.
    ListMcpTools {
        /// The server.
        mcp_id: McpId,
        ..
        /// The component, when the server is configured there.
        component_id: Option<ComponentId>,
        /// Version of the agent, by number or tag; left out is the latest.
        version: Option<AgentVersion>,
    }
}
