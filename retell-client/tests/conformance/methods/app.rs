
methods! {
    "create" => |client, sample| client.app().create(&sample.body()),
    "update" => |client, sample| client.app().update(sample.id("app_id"), &sample.body()),
    "list" => |client, sample| client.app().list(&sample.parameters()),
    "delete" => |client, sample| client.app().delete(sample.id("app_id"), sample.flag("force_delete")),
    "get" => |client, sample| client.app().get(sample.id("app_id")),
    "get_tool_schema" => |client, sample| client.app().get_tool_schema(sample.id("app_id"), &sample.body()),
    "list_usages" => |client, sample| client.app().list_usages(sample.id("app_id"), &sample.parameters()),
    "test_auth" => |client, sample| client.app().test_auth(sample.id("app_id")),
}
