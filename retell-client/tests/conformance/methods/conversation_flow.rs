
methods! {
    "create" => |client, sample| client.conversation_flow().create(&sample.body()),
    "retrieve" => |client, sample| client.conversation_flow().retrieve(sample.versioned("conversation_flow_id")),
    "update" => |client, sample| client.conversation_flow()
        .update(sample.versioned("conversation_flow_id"), &sample.body()),
    "list" => |client, sample| client.conversation_flow().list(&sample.parameters()),
    "delete" => |client, sample| client.conversation_flow()
        .delete(sample.id("conversation_flow_id"), sample.flag("force_delete")),
}
