//! Prints calls that failed, newest first, with what to do about each.
//!
//! `RETELL_API_KEY=key_… cargo run --example list_calls`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use futures_util::TryStreamExt as _;
use retell_client::{
    Client,
    models::{CallFilter, CallStatus, ListCalls, SortOrder},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let failed = ListCalls::new()
        .filter_criteria(CallFilter::new().call_status([CallStatus::Error, CallStatus::NotConnected]))
        .sort_order(SortOrder::Descending);
    let mut calls = client.call().list(&failed).stream();
    while let Some(call) = calls.try_next().await? {
        let reason = call.disconnection_reason.unwrap_or_default();
        println!(
            "{}  {} {}",
            call.call_id,
            reason.sentence(),
            reason.next_step().unwrap_or_default()
        );
    }
    Ok(())
}
