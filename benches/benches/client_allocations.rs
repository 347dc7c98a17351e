//! How often and how much the client allocates, beside a bare `reqwest` call that reads the same struct. The server has a
//! thread of its own, which is not counted.

#![expect(clippy::print_stdout, reason = "it is what this program is for")]

use std::hint::black_box;

use allocation_counter::{AllocationInfo, measure};
use benches::retell;
use retell_client::{
    Client, Page,
    models::{Call, ListCalls},
};
use tokio::runtime::{Builder, Runtime};

/// What the last of a few exchanges allocates: connections are made by then.
fn allocations<T>(runtime: &Runtime, exchange: impl AsyncFn() -> T) -> AllocationInfo {
    for _ in 0..3 {
        black_box(runtime.block_on(exchange()));
    }
    measure(|| drop(black_box(runtime.block_on(exchange()))))
}

fn compare(what: &str, floor: &AllocationInfo, client: &AllocationInfo) {
    let share = |client: u64, floor: u64| client as f64 / floor as f64;
    println!(
        "{what}: {} allocations of {} bytes; bare {} of {}: {:.3}x and {:.3}x",
        client.count_total,
        client.bytes_total,
        floor.count_total,
        floor.bytes_total,
        share(client.count_total, floor.count_total),
        share(client.bytes_total, floor.bytes_total),
    );
}

fn main() {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let bare = reqwest::Client::new();
    let address = retell::serve().expect("a free port");
    let client = Client::builder(retell::KEY)
        .base_url(&address)
        .build()
        .expect("a client");

    let url = format!("{address}/v2/get-call/{}", retell::CALL_ID);
    let floor = allocations(&runtime, async || {
        let answer = bare
            .get(&url)
            .bearer_auth(retell::KEY)
            .send()
            .await
            .expect("an answer");
        serde_json::from_slice::<Call>(&answer.bytes().await.expect("a body")).expect("a call")
    });
    let ours = allocations(&runtime, async || {
        client.call().retrieve(retell::CALL_ID).await.expect("a call")
    });
    compare("get a call of 80 utterances", &floor, &ours);

    let url = format!("{address}/v3/list-calls");
    let list = ListCalls::new().limit(1000);
    let floor = allocations(&runtime, async || {
        let body = serde_json::to_vec(&list).expect("JSON");
        let request = bare
            .post(&url)
            .bearer_auth(retell::KEY)
            .header("content-type", "application/json")
            .body(body);
        let answer = request.send().await.expect("an answer");
        serde_json::from_slice::<Page<Call>>(&answer.bytes().await.expect("a body")).expect("a page")
    });
    let ours = allocations(&runtime, async || {
        client.call().list(&list).await.expect("a page")
    });
    compare("a page of 1000 calls", &floor, &ours);
}
