use super::methods;

methods! {
    "retrieve" => |client, sample| client.call().retrieve(sample.id("call_id")),
    "list" => |client, sample| client.call().list(&sample.body()),
    "create_phone_call" => |client, sample| client.call().create_phone_call(&sample.body()),
    "create_web_call" => |client, sample| client.call().create_web_call(&sample.body()),
    "stop" => |client, sample| client.call().stop(sample.id("call_id")),
}
