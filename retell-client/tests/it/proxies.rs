//! A proxy of the environment never gets to see what is meant for this very machine.

use std::{env, process::Command};

use retell_client::Client;
use serde_json::json;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

const SERVER: &str = "RETELL_TEST_SERVER";

#[tokio::test]
async fn loopback_is_reached_without_the_proxy() {
    let answer = || ResponseTemplate::new(200).set_body_json(json!({"call_id":"c"}));
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(answer())
        .expect(1)
        .mount(&server)
        .await;
    let proxy = MockServer::start().await;
    Mock::given(any())
        .respond_with(answer())
        .expect(0)
        .mount(&proxy)
        .await;
    // The environment belongs to the whole process, so another one asks.
    let (server_uri, proxy_uri) = (server.uri(), proxy.uri());
    let asked = tokio::task::spawn_blocking(move || {
        Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", "proxies::ask"])
            .env(SERVER, server_uri)
            .env("http_proxy", &proxy_uri)
            .env("HTTP_PROXY", &proxy_uri)
            .env("ALL_PROXY", &proxy_uri)
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .output()
            .unwrap()
    })
    .await
    .unwrap();
    assert!(
        asked.status.success(),
        "{}",
        String::from_utf8_lossy(&asked.stdout)
    );
}

#[tokio::test]
#[ignore = "run by the test above, in an environment with a proxy"]
async fn ask() {
    let client = Client::builder("key_test").base_url(env::var(SERVER).unwrap());
    client.build().unwrap().call().retrieve("c").await.unwrap();
}
