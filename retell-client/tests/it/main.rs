//! Behaviour of the crate as its users see it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod errors;
mod lists;
mod models;
mod never_twice;
mod proxies;
mod requests;
mod retries;
mod silence;

use retell_client::{Client, ClientBuilder};
use wiremock::MockServer;

/// A client of `server`, ready to be built.
fn builder(server: &MockServer) -> ClientBuilder {
    Client::builder("key_test").base_url(server.uri())
}

fn client(server: &MockServer) -> Client {
    builder(server).build().unwrap()
}

/// A phone call between two numbers that belong to nobody.
fn phone_call() -> retell_client::models::CreatePhoneCall {
    retell_client::models::CreatePhoneCall::new(
        "+14155550100".parse().unwrap(),
        "+14155550123".parse().unwrap(),
    )
}
