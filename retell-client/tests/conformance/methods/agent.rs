
methods! {
    "create" => |client, sample| client.agent().create(&sample.body()),
    "retrieve" => |client, sample| client.agent().retrieve(sample.versioned("agent_id")),
    "update" => |client, sample| client.agent().update(sample.versioned("agent_id"), &sample.body()),
    "list" => |client, sample| client.agent().list(&sample.parameters()),
    "delete" => |client, sample| client.agent().delete(sample.id("agent_id")),
    "create_version" => |client, sample| client.agent().create_version(sample.id("agent_id"), &sample.body()),
    "delete_version" => |client, sample| client.agent().delete_version(sample.id("agent_id"), sample.query["version"].as_i64().unwrap()),
    "publish" => |client, sample| client.agent().publish(sample.id("agent_id"), &sample.body()),
    "list_versions" => |client, sample| client.agent().list_versions(sample.id("agent_id"), &sample.parameters()),
    "repair" => |client, sample| client.agent().repair(sample.versioned("agent_id")),
}
