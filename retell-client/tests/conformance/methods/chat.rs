
methods! {
    "create" => |client, sample| client.chat().create(&sample.body()),
    "retrieve" => |client, sample| client.chat().retrieve(sample.id("chat_id")),
    "update" => |client, sample| client.chat().update(sample.id("chat_id"), &sample.body()),
    "list" => |client, sample| client.chat().list(&sample.body()),
    "delete" => |client, sample| client.chat().delete(sample.id("chat_id")),
    "create_chat_completion" => |client, sample| client.chat().create_chat_completion(&sample.body()),
    "create_sms_chat" => |client, sample| client.chat().create_sms_chat(&sample.body()),
    "end" => |client, sample| client.chat().end(sample.id("chat_id")),
    "rerun_analysis" => |client, sample| client.chat().rerun_analysis(sample.id("chat_id")),
}
