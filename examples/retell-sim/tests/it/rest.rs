//! REST, through the real client.

use retell_client::Client;
use retell_client::models::{
    AgentChannel, CallFilter, CallStatus, CreateAgent, CreatePhoneCall, CreateWebCall, ListAgents, ListCalls,
    ListCallsV2, PhoneNumber, ResponseEngine, SortOrder, Transport,
};
use retell_llm_ws::Speech;
use retell_sim::{SimError, SimOptions, Simulator};
use serde_json::json;

use crate::support::{App, KEY, LONG, client, place, play};

async fn simulator(app: &App) -> Simulator {
    Simulator::start(app.sim_options()).await.unwrap()
}

async fn app() -> App {
    App::start(|_| Speech::say("Okay.")).await
}

fn number(text: &str) -> PhoneNumber {
    PhoneNumber::new(text).unwrap()
}

#[tokio::test]
async fn the_key_is_asked_for() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let stranger = Client::builder("key_wrong")
        .base_url(simulator.base_url())
        .max_retries(0)
        .build()
        .unwrap();
    let error = stranger.call().retrieve("call_1").await.unwrap_err();
    assert!(error.is_auth());
    assert_eq!(error.api_message(), Some("API key missing or invalid"));
}

#[tokio::test]
async fn a_web_call_is_created_read_and_found() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let created = place(&simulator, &[("sim_script", r#"["hi"]"#)]).await;
    assert_eq!(created.transport, Some(Transport::Gateway));
    assert!(created.expires_at.is_some() && created.ice_servers.is_some());
    let client = client(&simulator);
    let call = client.call().retrieve(created.call_id.clone()).await.unwrap();
    assert_eq!(call.call_type.as_str(), "web_call");
    assert_eq!(call.access_token.as_deref(), Some(created.access_token.as_str()));
    simulator
        .wait_ended(created.call_id.as_str(), LONG)
        .await
        .unwrap();
    let old = client
        .call()
        .create_web_call_v2(&CreateWebCall::new("agent_sim_dispatch"))
        .await
        .unwrap();
    assert_eq!(old.call_status, CallStatus::Registered);
    assert!(old.access_token.is_some());
}

#[tokio::test]
async fn a_phone_call_repeats_with_its_key_only() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let client = client(&simulator);
    let request = CreatePhoneCall::new(number("+15550100100"), number("+15550100101"))
        .dynamic_variable("sim_script", r#"["hi"]"#)
        .idempotency_key("load-1");
    let first = client.call().create_phone_call(&request).await.unwrap();
    let again = client.call().create_phone_call(&request).await.unwrap();
    assert_eq!(first.call_id, again.call_id);
    let other = client
        .call()
        .create_phone_call(&request.dynamic_variable("more", "x"))
        .await
        .unwrap_err();
    assert_eq!(other.status().unwrap().as_u16(), 400);
    let report = simulator.wait_ended(first.call_id.as_str(), LONG).await.unwrap();
    assert_eq!(report.call.to_number.as_deref(), Some("+15550100101"));
    assert_eq!(report.call.direction.as_ref().unwrap().as_str(), "outbound");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_request_many_times_at_once_makes_one_call() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let request =
        CreatePhoneCall::new(number("+15550100100"), number("+15550100101")).idempotency_key("load-2");
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (client, request) = (client(&simulator), request.clone());
        tasks.spawn(async move { client.call().create_phone_call(&request).await.unwrap().call_id });
    }
    let ids: std::collections::BTreeSet<_> = tasks.join_all().await.into_iter().collect();
    assert_eq!((ids.len(), simulator.calls().len()), (1, 1));
}

#[tokio::test]
async fn nobody_answers_the_phone() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let request = CreatePhoneCall::new(number("+15550100100"), number("+15550100101"))
        .dynamic_variable("sim_persona", "no_answer");
    let call = client(&simulator)
        .call()
        .create_phone_call(&request)
        .await
        .unwrap();
    let report = simulator.wait_ended(call.call_id.as_str(), LONG).await.unwrap();
    assert_eq!(report.call.call_status, CallStatus::NotConnected);
    assert_eq!(
        report.call.disconnection_reason.unwrap().as_str(),
        "dial_no_answer"
    );
    assert!(
        report
            .webhooks
            .iter()
            .all(|delivery| delivery.event != "call_started")
    );
}

#[tokio::test]
async fn bad_requests_are_refused_in_the_vendors_shape() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let post = async |path: &str, body: serde_json::Value| {
        let url = format!("{}{path}", simulator.base_url());
        let answer = http.post(url).bearer_auth(KEY).json(&body).send().await.unwrap();
        let status = answer.status().as_u16();
        let body: serde_json::Value = answer.json().await.unwrap();
        assert_eq!(body["status"], "error");
        (status, body["message"].as_str().unwrap().to_owned())
    };
    let phone = |from: &str| json!({"from_number": from, "to_number": "+15550100101"});
    assert_eq!(post("/v2/create-phone-call", phone("5550100")).await.0, 400);
    assert_eq!(
        post("/v2/create-phone-call", json!({"to_number": "+15550100101"}))
            .await
            .0,
        400
    );
    assert_eq!(post("/v3/create-web-call", json!({})).await.0, 400);
    assert_eq!(
        post("/v3/create-web-call", json!({"agent_id": "agent_unknown"}))
            .await
            .0,
        422
    );
    let web = |variables: serde_json::Value| json!({"agent_id": "agent_sim_dispatch", "retell_llm_dynamic_variables": variables});
    assert_eq!(post("/v3/create-web-call", web(json!({"miles": 7}))).await.0, 400);
    assert_eq!(
        post("/v3/create-web-call", web(json!({"sim_persona": "clown"})))
            .await
            .0,
        400
    );
    let (status, message) = post("/v3/create-web-call", web(json!({"sim_script": "hello there"}))).await;
    assert!(status == 400 && !message.contains("hello there"));
    assert_eq!(post("/v9/nothing", json!({})).await.0, 404);
    assert_eq!(post("/v2/stop-call/call_unknown", json!({})).await.0, 422);
    assert!(
        client(&simulator)
            .call()
            .retrieve("call_unknown")
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn too_many_calls_at_once() {
    let app = app().await;
    let simulator = Simulator::start(app.sim_options().max_concurrent(1).speed(1.0))
        .await
        .unwrap();
    place(&simulator, &[("sim_persona", "human")]).await;
    let error = client(&simulator)
        .call()
        .create_web_call(&CreateWebCall::new("agent_sim_dispatch"))
        .await
        .unwrap_err();
    assert!(error.is_rate_limited());
}

#[tokio::test]
async fn a_stopped_call_says_so() {
    let app = app().await;
    let simulator = Simulator::start(app.sim_options().speed(1.0)).await.unwrap();
    let created = place(&simulator, &[("sim_persona", "human")]).await;
    client(&simulator)
        .call()
        .stop(created.call_id.clone())
        .await
        .unwrap();
    let report = simulator
        .wait_ended(created.call_id.as_str(), LONG)
        .await
        .unwrap();
    assert_eq!(
        report.call.disconnection_reason.unwrap().as_str(),
        "manual_stopped"
    );
}

#[tokio::test]
async fn lists_are_filtered_sorted_and_paged() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(play(&simulator, r#"["hi"]"#).await.call.call_id);
    }
    let client = client(&simulator);
    let list = ListCalls::new()
        .filter_criteria(
            CallFilter::new()
                .for_agent("agent_sim_dispatch")
                .call_status([CallStatus::Ended]),
        )
        .sort_order(SortOrder::Ascending)
        .limit(2);
    let mut found = Vec::new();
    let mut key = None;
    loop {
        let list = match &key {
            Some(key) => list.clone().pagination_key(key),
            None => list.clone(),
        };
        let page = client.call().list(&list).await.unwrap();
        assert!(
            page.items
                .iter()
                .all(|call| call.transcript.is_none() && call.utterances().is_empty())
        );
        found.extend(page.items.iter().map(|call| call.call_id.clone()));
        if !page.has_more {
            break;
        }
        key = page.pagination_key.clone();
    }
    assert_eq!(found, ids);
    let newest = client.call().list(&ListCalls::new().limit(1)).await.unwrap();
    assert_eq!(newest.items[0].call_id, ids[4]);
    let none = ListCalls::new().filter_criteria(CallFilter::new().call_status([CallStatus::Error]));
    assert!(client.call().list(&none).await.unwrap().items.is_empty());
    let old = ListCallsV2::new()
        .filter_criteria(json!({"call_status": ["ended"]}))
        .limit(3);
    let old = client.call().list_v2(&old).await.unwrap();
    assert_eq!(old.len(), 3);
    assert!(old[0].transcript.is_some());
}

#[tokio::test]
async fn agents_are_created_read_listed_and_used() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let client = client(&simulator);
    let engine = ResponseEngine::custom_llm(format!("ws://{}/llm", app.address));
    let agent = client
        .agent()
        .create(
            &CreateAgent::new(engine, "11labs-Adrian")
                .agent_name("Night shift")
                .language("en-US"),
        )
        .await
        .unwrap();
    let read = client.agent().retrieve(agent.agent_id.clone()).await.unwrap();
    assert_eq!(read.agent_name.as_deref(), Some("Night shift"));
    let listed = client
        .agent()
        .list(&ListAgents::new().channel(AgentChannel::Voice))
        .await
        .unwrap();
    assert!(listed.items.iter().any(|item| item.agent_id == agent.agent_id));
    assert_eq!(client.agent().list_legacy().await.unwrap().len(), 2);
    let call = CreateWebCall::new(agent.agent_id).dynamic_variable("sim_script", r#"["hi"]"#);
    let created = client.call().create_web_call(&call).await.unwrap();
    let report = simulator
        .wait_ended(created.call_id.as_str(), LONG)
        .await
        .unwrap();
    assert_eq!(report.call.call_status, CallStatus::Ended);
    assert!(
        client
            .agent()
            .retrieve("agent_unknown")
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn the_recording_is_served_whole_and_in_part() {
    let app = app().await;
    let simulator = simulator(&app).await;
    let call = play(&simulator, r#"["hi"]"#).await.call;
    let url = call.recording_url.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let head = http.head(&url).send().await.unwrap();
    let length: usize = head.headers()["content-length"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    let whole = http.get(&url).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(whole.len(), length);
    assert_eq!(whole.len() as i64, 44 + call.duration_ms.unwrap() * 8 * 2);
    let part = http
        .get(&url)
        .header("range", "bytes=100-199")
        .send()
        .await
        .unwrap();
    assert_eq!(part.status().as_u16(), 206);
    assert_eq!(
        part.headers()["content-range"].to_str().unwrap(),
        format!("bytes 100-199/{length}")
    );
    assert_eq!(part.bytes().await.unwrap(), whole.slice(100..200));
    let none = http
        .get(&url)
        .header("range", "bytes=99999999-")
        .send()
        .await
        .unwrap();
    assert_eq!(none.status().as_u16(), 416);
}

#[tokio::test]
async fn settings_that_cannot_work_are_named() {
    let refused = |options: SimOptions| async move {
        match Simulator::start(options).await {
            Err(SimError::Setting { name, .. }) => name,
            other => panic!("not refused: {other:?}"),
        }
    };
    assert_eq!(refused(SimOptions::new("")).await, "api_key");
    assert_eq!(refused(SimOptions::new(KEY).speed(0.0)).await, "speed");
    assert_eq!(refused(SimOptions::new(KEY).speed(f64::NAN)).await, "speed");
    assert_eq!(
        refused(SimOptions::new(KEY).webhook_url("localhost:1")).await,
        "webhook_url"
    );
    assert_eq!(
        refused(SimOptions::new(KEY).llm_websocket_url("wss://x")).await,
        "llm_websocket_url"
    );
    let first = Simulator::start(SimOptions::new(KEY)).await.unwrap();
    let taken = first.base_url().trim_start_matches("http://").parse().unwrap();
    let error = Simulator::start(SimOptions::new(KEY).listen(taken))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("another program"));
}
