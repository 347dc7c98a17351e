//! A process that ends lets calls go on for a while and then drops them so that Retell dials again.

use std::time::Duration;

use retell_llm_ws::{EndReason, Options, Shutdown};
use tokio::time::Instant;

use crate::support::{Hangup, Phone, Puppet};

#[tokio::test(start_paused = true)]
async fn live_calls_go_on_and_are_dropped_without_a_close_frame() {
    let shutdown = Shutdown::new();
    let mut phone = Phone::begun(Puppet::default(), Options::new().shutdown(shutdown.clone())).await;
    assert_eq!((shutdown.live_calls(), shutdown.is_draining()), (1, false));
    let drained = Instant::now();
    shutdown.drain(Duration::from_secs(10));
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await, (1, "You said hello".to_owned()));
    phone.ask(2, "hang");
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    assert_eq!(drained.elapsed(), Duration::from_secs(10));
    assert_eq!(phone.outcome().await.reason, EndReason::Drained);
    shutdown.idle().await;
    assert_eq!(shutdown.live_calls(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_ends_by_itself_is_not_waited_for() {
    let shutdown = Shutdown::new();
    let phone = Phone::begun(Puppet::default(), Options::new().shutdown(shutdown.clone())).await;
    let drained = Instant::now();
    shutdown.drain(Duration::from_secs(10));
    assert_eq!(phone.end().await.reason, EndReason::Closed { code: Some(1000) });
    shutdown.idle().await;
    assert_eq!(drained.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn the_earlier_end_counts() {
    let shutdown = Shutdown::new();
    let mut phone = Phone::begun(Puppet::default(), Options::new().shutdown(shutdown.clone())).await;
    let drained = Instant::now();
    shutdown.drain(Duration::from_secs(10));
    phone.quiet(Duration::from_secs(1)).await;
    shutdown.drain(Duration::from_secs(2));
    phone.quiet(Duration::from_secs(1)).await;
    shutdown.drain(Duration::from_secs(60));
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    assert_eq!(drained.elapsed(), Duration::from_secs(3));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_begins_during_the_drain_ends_with_it() {
    let shutdown = Shutdown::new();
    shutdown.drain(Duration::from_secs(3));
    let began = Instant::now();
    let mut phone = Phone::begun(Puppet::default(), Options::new().shutdown(shutdown)).await;
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    assert_eq!(began.elapsed(), Duration::from_secs(3));
}
