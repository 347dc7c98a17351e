
methods! {
    "create" => |client, sample| client.chat_agent().create(&sample.body()),
    "retrieve" => |client, sample| client.chat_agent().retrieve(sample.versioned("agent_id")),
    "update" => |client, sample| client.chat_agent().update(sample.versioned("agent_id"), &sample.body()),
    "list" => |client, sample| client.chat_agent().list(&sample.parameters()),
    "delete" => |client, sample| client.chat_agent().delete(sample.id("agent_id")),
    "create_version" => |client, sample| client.chat_agent().create_version(sample.id("agent_id"), &sample.body()),
    "delete_version" => |client, sample| client.chat_agent().delete_version(sample.id("agent_id"), sample.query["version"].as_i64().unwrap()),
    "publish" => |client, sample| client.chat_agent().publish(sample.id("agent_id"), &sample.body()),
}
