//! The client beside a bare `reqwest` call that reads the same struct: what typing, limits and retries cost.

use std::hint::black_box;

use benches::retell;
use criterion::{Criterion, criterion_group, criterion_main};
use retell_client::{
    Client, Page,
    models::{Call, ListCalls},
};
use tokio::runtime::Runtime;

fn compare(c: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let bare = reqwest::Client::new();

    let address = retell::serve().expect("a free port");
    let client = Client::builder(retell::KEY)
        .base_url(&address)
        .build()
        .expect("a client");
    let url = format!("{address}/v2/get-call/{}", retell::CALL_ID);
    let mut group = c.benchmark_group("get a call of 80 utterances");
    group.bench_function("floor: reqwest and serde_json", |b| {
        b.to_async(&runtime).iter(|| async {
            let answer = bare
                .get(&url)
                .bearer_auth(retell::KEY)
                .send()
                .await
                .expect("an answer");
            let bytes = answer.bytes().await.expect("a body");
            black_box(serde_json::from_slice::<Call>(&bytes).expect("a call"))
        });
    });
    group.bench_function("retell-client", |b| {
        b.to_async(&runtime)
            .iter(|| async { black_box(client.call().retrieve(retell::CALL_ID).await.expect("a call")) });
    });
    group.finish();

    let url = format!("{address}/v3/list-calls");
    let list = ListCalls::new().limit(1000);
    let mut group = c.benchmark_group("a page of 1000 calls");
    group.bench_function("floor: reqwest and serde_json", |b| {
        b.to_async(&runtime).iter(|| async {
            let body = serde_json::to_vec(&list).expect("JSON");
            let request = bare
                .post(&url)
                .bearer_auth(retell::KEY)
                .header("content-type", "application/json")
                .body(body);
            let bytes = request
                .send()
                .await
                .expect("an answer")
                .bytes()
                .await
                .expect("a body");
            black_box(serde_json::from_slice::<Page<Call>>(&bytes).expect("a page"))
        });
    });
    group.bench_function("retell-client", |b| {
        b.to_async(&runtime)
            .iter(|| async { black_box(client.call().list(&list).await.expect("a page")) });
    });
    group.finish();
}

criterion_group!(benches, compare);
criterion_main!(benches);
