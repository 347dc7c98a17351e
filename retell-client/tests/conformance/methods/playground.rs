
methods! {
    "completion" => |client, sample| client.playground().completion(sample.versioned("agent_id"), &sample.body()),
}
