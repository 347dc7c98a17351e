//! Tools of MCP servers.

use super::resource;
use crate::{
    Request,
    models::{AgentId, ListMcpTools, McpToolDefinition},
};

resource!(
    /// Tools of MCP servers; from [`Client::mcp_tool`](crate::Client::mcp_tool).
    McpTools
);

impl McpTools<'_> {
    /// The tools that one of an agent's MCP servers offers.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-mcp-tools>.
    pub fn get_mcp_tools(
        &self,
        agent_id: impl Into<AgentId>,
        list: &ListMcpTools,
    ) -> Request<Vec<McpToolDefinition>> {
        let id = agent_id.into();
        let path = "/get-mcp-tools/{agent_id}";
        Request::get(self.client, "mcp_tool.get_mcp_tools", path, &[id.as_str()]).query(list)
    }
}
