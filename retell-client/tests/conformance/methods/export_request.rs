
methods! {
    "list" => |client, sample| client.export_request().list(&sample.parameters()),
}
