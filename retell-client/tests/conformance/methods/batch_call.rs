
methods! {
    "create_batch_call" => |client, sample| client.batch_call().create_batch_call(&sample.body()),
}
