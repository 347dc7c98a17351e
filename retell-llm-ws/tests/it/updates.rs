//! Updates reach the policy, but never pile up.

use std::time::Duration;

use retell_client::models::Role;
use retell_llm_ws::{Options, frame::TurnTaking};

use crate::support::{Phone, Puppet, entries};

#[tokio::test(start_paused = true)]
async fn the_policy_sees_updates_while_it_is_free() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new()).await;
    phone.update(Role::User, "so", None);
    phone.update(Role::User, "so i", Some(TurnTaking::UserTurn));
    phone.end().await;
    assert_eq!(entries(&diary), ["greet", "update so -", "update so i user_turn"]);
}

#[tokio::test(start_paused = true)]
async fn during_an_answer_only_the_latest_update_is_kept() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new().no_holding()).await;
    phone.ask(1, "slow");
    phone.quiet(Duration::from_secs(1)).await;
    for n in 0..1000 {
        phone.update(Role::User, &format!("word {n}"), None);
    }
    assert_eq!(phone.answer().await.0, 1);
    phone.end().await;
    assert_eq!(entries(&diary), ["greet", "turn 1", "update word 999 -"]);
}

#[tokio::test(start_paused = true)]
async fn an_update_older_than_a_request_is_not_delivered_after_it() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::begun(puppet, Options::new().no_holding()).await;
    phone.ask(1, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.update(Role::User, "old", None);
    phone.ask(2, "new");
    assert_eq!(phone.answer().await.0, 2);
    phone.end().await;
    assert_eq!(
        entries(&diary),
        ["greet", "turn 1", "dropped 1", "superseded 1", "turn 2"]
    );
}
