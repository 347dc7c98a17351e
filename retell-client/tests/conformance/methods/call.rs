
methods! {
    "retrieve" => |client, sample| client.call().retrieve(sample.id("call_id")),
    "update" => |client, sample| client.call().update(sample.id("call_id"), &sample.body()),
    "list" => |client, sample| client.call().list(&sample.body()),
    "delete" => |client, sample| client.call().delete(sample.id("call_id")),
    "create_phone_call" => |client, sample| client.call().create_phone_call(&sample.body()),
    "create_web_call" => |client, sample| client.call().create_web_call(&sample.body()),
    "listen_live" => |client, sample| client.call().listen_live(sample.id("call_id")),
    "register_phone_call" => |client, sample| client.call().register_phone_call(&sample.body()),
    "rerun_analysis" => |client, sample| client.call().rerun_analysis(sample.id("call_id")),
    "stop" => |client, sample| client.call().stop(sample.id("call_id")),
    "take_over_live" => |client, sample| client.call().take_over_live(sample.id("call_id"), &sample.body()),
    "update_live" => |client, sample| client.call().update_live(sample.id("call_id"), &sample.body()),
}
