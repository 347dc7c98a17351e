//! One live request: a newer one drops the running answer.

use std::time::Duration;

use retell_llm_ws::{Options, frame::Outbound};

use crate::support::{Phone, Puppet, entries};

#[tokio::test(start_paused = true)]
async fn a_newer_request_drops_the_running_answer() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new().no_holding()).await;
    phone.ask(1, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.ask(2, "hello");
    assert_eq!(phone.answer().await, (2, "You said hello".to_owned()));
    phone.quiet(Duration::from_secs(20)).await;
    assert_eq!(phone.end().await.turns, 2);
    assert_eq!(
        entries(&diary),
        ["greet", "turn 1", "dropped 1", "superseded 1", "turn 2"]
    );
}

#[tokio::test(start_paused = true)]
async fn words_already_sent_are_not_followed_by_more_of_the_same_id() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "half");
    let Outbound::Response(half) = phone.next().await else {
        panic!("no words")
    };
    assert!(half.response_id == 1 && !half.content_complete);
    phone.ask(2, "whole");
    assert_eq!(phone.answer().await, (2, "You said whole".to_owned()));
    phone.quiet(Duration::from_secs(20)).await;
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_repeated_or_older_request_changes_nothing() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(3, "three");
    assert_eq!(phone.answer().await.0, 3);
    phone.ask(3, "three again");
    phone.ask(2, "two");
    phone.quiet(Duration::from_secs(20)).await;
    phone.ask(4, "four");
    assert_eq!(phone.answer().await.0, 4);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn an_update_supersedes_nothing() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().no_holding()).await;
    phone.ask(1, "slow");
    phone.update(retell_client::models::Role::User, "slow uh", None);
    assert_eq!(phone.answer().await, (1, "Here you are.".to_owned()));
    phone.end().await;
}
