
methods! {
    "create" => |client, sample| client.asset().create(&sample.file("file")),
}
