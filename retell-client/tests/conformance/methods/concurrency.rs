
methods! {
    "retrieve" => |client, sample| client.concurrency().retrieve(),
}
