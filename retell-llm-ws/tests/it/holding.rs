//! A slow answer is announced once, under the same id.

use std::time::Duration;

use retell_llm_ws::Options;
use tokio::time::Instant;

use crate::support::{Phone, Puppet};

#[tokio::test(start_paused = true)]
async fn the_holding_phrase_comes_once_and_the_answer_follows() {
    let options = Options::new().holding(Duration::from_millis(1500), "Let me look.");
    let mut phone = Phone::begun(Puppet::default(), options).await;
    let asked = Instant::now();
    phone.ask(1, "slow");
    let holding = phone.response().await;
    assert_eq!(asked.elapsed(), Duration::from_millis(1500));
    // The blank parts it from the answer.
    assert_eq!(
        (
            holding.response_id,
            holding.content.as_str(),
            holding.content_complete
        ),
        (1, "Let me look. ", false)
    );
    assert_eq!(phone.answer().await, (1, "Here you are.".to_owned()));
    assert_eq!(asked.elapsed(), Duration::from_secs(4));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn nobody_is_put_on_hold_by_an_answer_that_has_begun() {
    let options = Options::new()
        .holding(Duration::from_millis(500), "Let me look.")
        .fallback_phrase("Pardon?");
    let mut phone = Phone::begun(Puppet::default(), options).await;
    phone.ask(1, "half");
    assert_eq!(phone.answer().await, (1, "One half Pardon?".to_owned()));
    phone.ask(2, "hello");
    assert_eq!(phone.answer().await, (2, "You said hello".to_owned()));
    phone.quiet(Duration::from_secs(5)).await;
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn it_can_be_turned_off() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().no_holding()).await;
    phone.ask(1, "slow");
    assert_eq!(phone.answer().await, (1, "Here you are.".to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn for_a_request_that_waited_for_the_greeting_the_time_counts_from_there() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    let asked = Instant::now();
    phone.ask(1, "hang");
    assert_eq!(phone.answer().await.0, 0);
    assert_eq!(phone.response().await.content, "One moment, please. ");
    assert_eq!(asked.elapsed(), Duration::from_millis(1000 + 2500));
    phone.end().await;
}
