//! Tools of MCP servers.

use super::resource;

resource!(
    /// Tools of MCP servers; from [`Client::mcp_tool`](crate::Client::mcp_tool).
    McpTools
);
