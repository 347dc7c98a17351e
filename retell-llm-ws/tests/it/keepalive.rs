//! Pings are answered whatever the policy does; a dead line is noticed.

use std::time::Duration;

use retell_llm_ws::{
    EndReason, Message, Options,
    frame::{Config, Outbound, PingPong},
};
use tokio::time::Instant;

use crate::support::{Hangup, Phone, Puppet};

#[tokio::test(start_paused = true)]
async fn a_ping_is_echoed_at_once_while_the_policy_hangs() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().no_holding()).await;
    phone.ask(1, "hang");
    for timestamp in [1_700_000_000_000, 1_700_000_002_000, 1_700_000_004_000] {
        let asked = Instant::now();
        phone.ping(timestamp);
        assert_eq!(phone.next().await, Outbound::PingPong(PingPong { timestamp }));
        assert_eq!(asked.elapsed(), Duration::ZERO);
    }
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_ping_is_echoed_in_a_flood_of_words() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "flood");
    for timestamp in 1..=20 {
        phone.ping(timestamp);
        let mut before = 0;
        while !matches!(phone.next().await, Outbound::PingPong(_)) {
            before += 1;
        }
        // Some words are on their way already, and what is ready is chosen from at random.
        assert!(before < 1000, "{before}");
    }
    // And so is the next thing the caller says.
    phone.ask(2, "hello");
    let mut before = 0;
    while phone.response().await.response_id == 1 {
        before += 1;
    }
    assert!(before < 1000, "{before}");
}

#[tokio::test(start_paused = true)]
async fn a_ping_is_echoed_before_the_call_is_known() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    phone.ping(5);
    assert_eq!(phone.next().await, Outbound::PingPong(PingPong { timestamp: 5 }));
}

#[tokio::test(start_paused = true)]
async fn a_line_on_which_nothing_comes_is_dropped() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    tokio::time::sleep(Duration::from_secs(29)).await;
    phone.ping(1);
    phone.next().await;
    let heard = Instant::now();
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    assert_eq!(heard.elapsed(), Duration::from_secs(30));
    assert_eq!(phone.outcome().await.reason, EndReason::Idle);
}

#[tokio::test(start_paused = true)]
async fn any_frame_is_a_sign_of_life() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    for strange in ["nonsense", r#"{"interaction_type":"weather"}"#, "{}"] {
        phone.quiet(Duration::from_secs(29)).await;
        phone.raw(Message::text(strange));
    }
    phone.quiet(Duration::from_secs(29)).await;
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn without_keepalives_silence_is_no_sign_of_death() {
    let config = Config {
        auto_reconnect: false,
        ..Config::default()
    };
    let mut phone = Phone::begun(Puppet::default(), Options::new().config(config)).await;
    phone.quiet(Duration::from_secs(3600)).await;
    phone.end().await;
}
