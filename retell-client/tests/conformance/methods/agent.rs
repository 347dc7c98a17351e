use super::methods;

methods! {
    "create" => |client, sample| client.agent().create(&sample.body()),
    "retrieve" => |client, sample| client.agent().retrieve(sample.versioned("agent_id")),
}
