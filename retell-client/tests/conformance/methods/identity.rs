
methods! {
    "retrieve" => |client, sample| client.identity().retrieve(),
}
