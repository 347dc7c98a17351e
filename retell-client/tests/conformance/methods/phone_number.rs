
methods! {
    "create" => |client, sample| client.phone_number().create(&sample.body()),
    "import" => |client, sample| client.phone_number().import(&sample.body()),
    "retrieve" => |client, sample| client.phone_number().retrieve(&sample.number("phone_number")),
    "update" => |client, sample| client.phone_number().update(&sample.number("phone_number"), &sample.body()),
    "list" => |client, sample| client.phone_number().list(&sample.parameters()),
    "delete" => |client, sample| client.phone_number().delete(&sample.number("phone_number")),
}
