//! Behaviour of the crate as its users see it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod downloads;
mod errors;
mod flows;
mod hostile;
mod lists;
mod load;
mod models;
mod never_twice;
mod paths;
mod proxies;
mod requests;
mod retries;
mod silence;
mod sparse;
mod uploads;
mod wire;

use retell_client::{
    Client, ClientBuilder,
    models::{CreatePhoneCall, PhoneNumber},
};
use wiremock::MockServer;

/// A client of `server`, ready to be built.
fn builder(server: &MockServer) -> ClientBuilder {
    Client::builder("key_test").base_url(server.uri())
}

fn client(server: &MockServer) -> Client {
    builder(server).build().unwrap()
}

/// A phone call between two numbers that belong to nobody.
fn phone_call() -> CreatePhoneCall {
    let number = |text| PhoneNumber::new(text).unwrap();
    CreatePhoneCall::new(number("+14155550100"), number("+14155550123"))
}
