
const ID: &str = "conversation_flow_component_id";

methods! {
    "create" => |client, sample| client.conversation_flow_component().create(&sample.body()),
    "retrieve" => |client, sample| client.conversation_flow_component().retrieve(sample.id(ID)),
    "update" => |client, sample| client.conversation_flow_component().update(sample.id(ID), &sample.body()),
    "list" => |client, sample| client.conversation_flow_component().list(&sample.parameters()),
    "delete" => |client, sample| client.conversation_flow_component().delete(sample.id(ID)),
}
