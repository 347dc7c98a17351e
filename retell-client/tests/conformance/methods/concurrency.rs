use super::methods;

methods! {
    "retrieve" => |client, sample| client.concurrency().retrieve(),
}
