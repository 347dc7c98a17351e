
methods! {
    "get_mcp_tools" => |client, sample| client.mcp_tool().get_mcp_tools(sample.id("agent_id"), &sample.parameters()),
}
