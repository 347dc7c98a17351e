
methods! {
    "create" => |client, sample| client.llm().create(&sample.body()),
    "retrieve" => |client, sample| client.llm().retrieve(sample.versioned("llm_id")),
    "update" => |client, sample| client.llm().update(sample.versioned("llm_id"), &sample.body()),
    "list" => |client, sample| client.llm().list(&sample.parameters()),
    "delete" => |client, sample| client.llm().delete(sample.id("llm_id"), sample.flag("force_delete")),
}
