use super::methods;

methods! {
    "retrieve" => |client, sample| client.identity().retrieve(),
}
