//! Hanging up, transferring, pressing digits: sent early, once, and the policy learns when one was lost.

use std::time::Duration;

use retell_llm_ws::{Action, Options};

use crate::support::{Phone, Puppet, entries};

#[tokio::test(start_paused = true)]
async fn an_action_rides_on_the_first_words() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "bye");
    let first = phone.response().await;
    assert_eq!((first.content.as_str(), first.end_call), ("Good", Some(true)));
    let second = phone.response().await;
    assert_eq!((second.content.as_str(), second.end_call), ("bye.", None));
    assert!(phone.response().await.content_complete);
    // The engine goes on serving until Retell closes.
    phone.ping(1);
    assert_eq!(phone.next().await.kind(), "ping_pong");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_call_that_goes_on_has_lost_its_hang_up() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new()).await;
    phone.ask(1, "bye");
    phone.answer().await;
    phone.ask(2, "wait");
    phone.answer().await;
    phone.ask(3, "press");
    phone.answer().await;
    phone.ask(4, "fine");
    phone.answer().await;
    phone.end().await;
    // It is sent again with each answer until one acts otherwise. Digits of a completed response were pressed.
    assert_eq!(
        entries(&diary),
        [
            "greet",
            "turn 1",
            "lost 1 EndCall",
            "turn 2",
            "lost 2 EndCall",
            "turn 3",
            "turn 4"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn an_interrupted_hang_up_is_sent_again() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "bye and hang");
    assert_eq!(phone.response().await.action(), Some(Action::EndCall));
    phone.ask(2, "ok");
    let first = phone.response().await;
    assert_eq!((first.content_complete, first.action()), (false, None));
    let last = phone.response().await;
    assert_eq!(
        (last.content_complete, last.action()),
        (true, Some(Action::EndCall))
    );
    // An action of the policy's own takes its place.
    phone.ask(3, "press");
    assert_eq!(
        phone.response().await.action(),
        Some(Action::PressDigits("12#".to_owned()))
    );
    phone.ask(4, "ok");
    phone.response().await;
    assert_eq!(phone.response().await.action(), None);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn sending_again_can_be_turned_off() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().resend_lost_actions(false)).await;
    phone.ask(1, "bye and hang");
    phone.response().await;
    phone.ask(2, "there was an accident");
    assert_eq!(phone.response().await.action(), None);
    assert_eq!(phone.response().await.action(), None);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_lost_action_can_be_withdrawn() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "bye and hang");
    phone.response().await;
    phone.ask(2, "there was an accident");
    assert_eq!(phone.response().await.action(), None);
    assert_eq!(phone.response().await.action(), None, "withdrawn");
    phone.ask(3, "ok");
    phone.response().await;
    assert_eq!(phone.response().await.action(), None, "for good");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_lost_action_outlives_an_answer_that_is_cut_off_too() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new()).await;
    phone.ask(1, "bye and hang");
    phone.response().await;
    phone.ask(2, "half");
    assert_eq!(phone.response().await.action(), None);
    phone.ask(3, "fail");
    assert_eq!(
        phone.response().await.action(),
        None,
        "nobody hangs up on a question"
    );
    phone.ask(4, "ok");
    phone.response().await;
    assert_eq!(phone.response().await.action(), Some(Action::EndCall));
    phone.end().await;
    let told = entries(&diary)
        .iter()
        .filter(|entry| *entry == "lost 1 EndCall")
        .count();
    assert_eq!(told, 3, "before each answer until one carries it");
}

#[tokio::test(start_paused = true)]
async fn a_caller_about_to_be_hung_up_on_is_asked_nothing_more() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.ask(1, "bye and hang");
    assert_eq!(phone.answer().await, (1, "Goodbye.".to_owned()));
    phone.quiet(Duration::from_secs(5)).await;
    phone.end().await;
}
