//! `config` first; the begin message once, with the call known if it can be; nothing is greeted twice.

use std::time::Duration;

use retell_client::models::Role;
use retell_llm_ws::{
    Admission, EndReason, Options,
    frame::{AgentConfig, Config, Outbound},
};

use crate::support::{Hangup, Phone, Puppet, entries};

#[tokio::test(start_paused = true)]
async fn config_is_first_and_the_greeting_knows_the_call() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    let Outbound::Config { config } = phone.next().await else {
        panic!("config is not first")
    };
    assert!(config.auto_reconnect && config.call_details && !config.transcript_with_tool_calls);
    phone.quiet(Duration::from_millis(900)).await;
    phone.details(&[("name", "Mike")]);
    assert_eq!(phone.answer().await, (0, "Hello Mike.".to_owned()));
    let outcome = phone.end().await;
    assert_eq!(outcome.reason, EndReason::Closed { code: Some(1000) });
    assert!(outcome.greeted);
}

#[tokio::test(start_paused = true)]
async fn update_agent_comes_right_after_config() {
    let agent = AgentConfig {
        reminder_trigger_ms: Some(8000),
        ..AgentConfig::default()
    };
    let mut phone = Phone::dial(Puppet::default(), Options::new().agent_config(agent));
    assert_eq!(phone.next().await.kind(), "config");
    assert_eq!(phone.next().await, Outbound::UpdateAgent { agent_config: agent });
    assert_eq!(phone.answer().await.0, 0);
}

#[tokio::test(start_paused = true)]
async fn the_greeting_does_not_wait_for_ever() {
    let started = tokio::time::Instant::now();
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::dial(puppet, Options::new());
    phone.next().await;
    assert_eq!(phone.answer().await, (0, "Hello there.".to_owned()));
    assert_eq!(started.elapsed(), Duration::from_secs(1));
    // The details are not lost when they come late.
    phone.details(&[("name", "Mike")]);
    phone.ask(1, "hi");
    phone.answer().await;
    assert_eq!(entries(&diary), ["greet", "details", "turn 1"]);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn without_call_details_the_greeting_comes_at_once() {
    let started = tokio::time::Instant::now();
    let config = Config {
        call_details: false,
        ..Config::default()
    };
    let mut phone = Phone::dial(Puppet::default(), Options::new().config(config));
    phone.next().await;
    assert_eq!(phone.answer().await.0, 0);
    assert_eq!(started.elapsed(), Duration::ZERO);
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_resumed_call_is_not_greeted() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::dial_as(puppet, Options::new(), Admission::resumed());
    phone.next().await;
    phone.details(&[]);
    assert_eq!(phone.answer().await, (0, String::new()));
    phone.ask(7, "hello");
    assert_eq!(phone.answer().await, (7, "You said hello".to_owned()));
    assert_eq!(entries(&diary), ["resumed", "turn 7"]);
    assert!(phone.end().await.greeted);
}

#[tokio::test(start_paused = true)]
async fn a_transcript_in_which_the_agent_spoke_means_resumed() {
    let (puppet, diary) = Puppet::new();
    let mut phone = Phone::dial(puppet, Options::new());
    phone.next().await;
    phone.update(Role::Agent, "Hello there.", None);
    phone.details(&[]);
    assert_eq!(phone.answer().await, (0, String::new()));
    phone.end().await;
    assert_eq!(entries(&diary), ["resumed", "update Hello there. -"]);
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_has_said_nothing_yet_still_greets() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    phone.update(Role::Agent, " ", None);
    phone.update(Role::User, "hello?", None);
    phone.details(&[]);
    assert_eq!(phone.answer().await, (0, "Hello there.".to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_request_before_the_greeting_waits_for_it() {
    let mut phone = Phone::dial(Puppet::default(), Options::new());
    phone.next().await;
    phone.ask(1, "one");
    phone.ask(2, "two");
    phone.quiet(Duration::from_millis(900)).await;
    assert_eq!(phone.answer().await.0, 0);
    assert_eq!(phone.answer().await, (2, "You said two".to_owned()));
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn a_policy_that_cannot_be_made_gives_the_call_to_another_process() {
    let mut phone = Phone::dial_with(|_| panic!("no policy"), Options::new(), Admission::fresh());
    phone.next().await;
    phone.details(&[]);
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    let outcome = phone.outcome().await;
    assert_eq!((outcome.reason, outcome.greeted), (EndReason::NoPolicy, false));
}
