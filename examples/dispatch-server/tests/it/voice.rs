//! Retell's socket: who is let in, what is said, what is kept and shown.

use std::time::Duration;

use reqwest::StatusCode;
use retell_client::models::CallId;
use retell_llm_ws::caller::{Caller, CallerError};
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, call, finished, retell, web};

const SOCKET: &str = "/api/v1/retell/llm-webhook";

pub(crate) async fn dial(desk: &Desk, prefix: &str, call_id: &str) -> Result<Caller, u16> {
    let base = format!("ws://{}{SOCKET}{prefix}", desk.server.address());
    match Caller::connect(&base, &CallId::from(call_id)).await {
        Ok(caller) => Ok(caller),
        Err(CallerError::Refused { status }) => Err(status),
        Err(error) => panic!("{error:?}"),
    }
}

pub(crate) async fn started(desk: &Desk) -> String {
    let (status, started) = desk.post("/api/v1/calls/start", &web()).await;
    assert_eq!(status, StatusCode::CREATED, "{started}");
    started["id"].as_str().expect("an id").to_owned()
}

/// The next frame that is no pong.
pub(crate) async fn next(caller: &mut Caller) -> Value {
    let frame = tokio::time::timeout(Duration::from_secs(10), caller.recv())
        .await
        .expect("in time");
    serde_json::to_value(frame.expect("a frame").expect("the socket is open")).expect("JSON")
}

/// Frames until one completes this response; its words.
pub(crate) async fn words(caller: &mut Caller, response_id: u64) -> String {
    let mut words = String::new();
    loop {
        let frame = next(caller).await;
        if frame["response_type"] == "response" && frame["response_id"] == response_id {
            words.push_str(frame["content"].as_str().unwrap_or_default());
            if frame["content_complete"] == true {
                return words;
            }
        }
    }
}

pub(crate) async fn send(caller: &mut Caller, frame: Value) {
    caller.send_text(frame.to_string()).await.expect("sent");
}

pub(crate) fn details() -> Value {
    let mut details = call("call_1", "ongoing", &[]);
    details["retell_llm_dynamic_variables"] = json!({"driver_name": "Mike", "load_number": "7891-B"});
    json!({"interaction_type": "call_details", "call": details})
}

fn said(response_id: u64, lines: &[(&str, &str)]) -> Value {
    let transcript: Vec<_> = lines
        .iter()
        .map(|(role, content)| json!({"role": role, "content": content}))
        .collect();
    json!({"interaction_type": "response_required", "response_id": response_id, "transcript": transcript})
}

#[tokio::test]
async fn a_call_is_answered_kept_and_shown() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let id = started(&desk).await;
    let mut events = desk.server.state().hub.subscribe(None).events;
    let mut caller = dial(&desk, "", "call_1").await.expect("let in");
    let config = next(&mut caller).await;
    assert_eq!(config["response_type"], "config");
    let update = next(&mut caller).await;
    assert_eq!(
        (
            &update["response_type"],
            &update["agent_config"]["reminder_max_count"]
        ),
        (&json!("update_agent"), &json!(3))
    );
    send(&mut caller, details()).await;
    let greeting = words(&mut caller, 0).await;
    assert!(
        greeting.contains("Mike") && greeting.contains("7891-B"),
        "{greeting}"
    );
    desk.until(&format!("/api/v1/calls/{id}"), |call| {
        call["live"] == true && call["status"] == "updated"
    })
    .await;
    assert_eq!(desk.get("/api/v1/metrics").await.1["live_calls"], 1);

    send(
        &mut caller,
        said(
            1,
            &[
                ("agent", &greeting),
                ("user", "yeah i'm rolling i'm on i eighty near joliet illinois"),
            ],
        ),
    )
    .await;
    let answer = words(&mut caller, 1).await;
    assert!(!answer.is_empty());
    let call = desk
        .until(&format!("/api/v1/calls/{id}"), |call| {
            call["turns"].as_array().is_some_and(|t| t.len() == 2)
        })
        .await;
    assert_eq!(
        (&call["turns"][0]["kind"], &call["turns"][1]["kind"]),
        (&json!("begin"), &json!("response"))
    );
    assert!(call["turns"][1]["first_chunk_ms"].is_number());
    assert!(
        !call["turns"][0]["asked"].as_array().expect("slots").is_empty(),
        "the greeting asks for the status"
    );

    assert_eq!(
        call["transcript"][1]["role"], "user",
        "what was said so far: {call}"
    );

    let state = &call["live_state"];
    assert!(
        state["payload"]["current_location"]
            .as_str()
            .is_some_and(|l| l.contains("I-80")),
        "what was understood so far, for a page that is opened now: {call}"
    );

    let (mut slots, mut driver, mut agent) = (Value::Null, Value::Null, Value::Null);
    while let Ok(event) = events.try_recv() {
        let data: Value = serde_json::from_str(&event.data).expect("JSON");
        match (event.name, data["role"].as_str()) {
            ("slots", _) => slots = data,
            ("turn", Some("user")) => driver = data,
            ("turn", Some("agent")) => agent = data,
            _ => {}
        }
    }
    assert_eq!(
        (&slots["id"], &slots["provider_call_id"]),
        (&json!(id), &json!("call_1"))
    );
    assert!(
        slots["payload"]["current_location"]
            .as_str()
            .is_some_and(|l| l.contains("I-80")),
        "{slots}"
    );
    for part in ["slots", "payload", "phase"] {
        assert_eq!(state[part], slots[part], "the same as in the last event");
    }
    assert_eq!((&driver["seq"], &driver["final"]), (&json!(1), &json!(true)));
    assert_eq!(
        (&agent["seq"], &agent["content"], &agent["final"]),
        (&json!(2), &json!(answer), &json!(false))
    );

    // Retell loses the connection and dials again: nobody is greeted twice.
    caller.abort();
    let mut caller = dial(&desk, "", "call_1").await.expect("let in again");
    send(&mut caller, details()).await;
    assert_eq!(words(&mut caller, 0).await, "");
}

#[tokio::test]
async fn the_engines_figures_are_on_the_page_and_nobodys_words() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    started(&desk).await;
    let mut caller = dial(&desk, "", "call_1").await.expect("let in");
    send(&mut caller, details()).await;
    let greeting = words(&mut caller, 0).await;
    caller.send_text("not json").await.expect("sent");
    send(
        &mut caller,
        said(1, &[("agent", &greeting), ("user", "near joliet")]),
    )
    .await;
    words(&mut caller, 1).await;
    caller.abort();
    while desk.server.state().live.count() > 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let (_, page) = desk.get("/metrics").await;
    let page = page.as_str().expect("text");
    for series in [
        "retell_llm_calls_total{resumed=\"false\"}",
        "retell_llm_calls_ended_total{reason=",
        "retell_llm_call_seconds_bucket{le=\"60\"}",
        "retell_llm_turns_total{kind=\"response\",end=\"completed\"}",
        "retell_llm_turn_first_words_seconds_bucket{kind=\"response\",le=\"0.1\"}",
        "retell_llm_rejected_frames_total",
        "# HELP retell_llm_turns_total",
        "dispatch_calls_live ",
    ] {
        assert!(page.contains(series), "{series} is missing: {page}");
    }
    for personal in ["call_1", "Mike", "7891-B", "joliet"] {
        assert!(!page.contains(personal), "{personal} is there: {page}");
    }
}

#[tokio::test]
async fn a_newer_socket_takes_the_call_over() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &["--max-calls", "1"]).await;
    started(&desk).await;
    let mut first = dial(&desk, "", "call_1").await.expect("let in");
    assert_eq!(next(&mut first).await["response_type"], "config");
    let mut second = dial(&desk, "", "call_1").await.expect("let in");
    assert_eq!(next(&mut second).await["response_type"], "config");
    while let Ok(Some(_)) = first.recv().await {}
    assert_eq!(desk.server.state().live.count(), 1);
}

#[tokio::test]
async fn strangers_are_refused_before_the_upgrade() {
    let retell = retell().await;
    Mock::given(method("GET"))
        .and(path("/v2/get-call/call_over"))
        .respond_with(ResponseTemplate::new(200).set_body_json(finished("call_over")))
        .mount(&retell)
        .await;
    Mock::given(method("GET"))
        .and(path("/v2/get-call/call_inbound"))
        .respond_with(ResponseTemplate::new(200).set_body_json(call("call_inbound", "ongoing", &[])))
        .mount(&retell)
        .await;
    let desk = Desk::live(&retell, &["--llm-secret", "s3cret-s3cret", "--max-calls", "1"]).await;
    let id = started(&desk).await;
    for (prefix, call_id, expected) in [
        ("", "call_1", 401),
        ("/wrong-secret", "call_1", 401),
        ("/s3cret-s3cret", "nobody", 404),
        ("/s3cret-s3cret", id.as_str(), 404),
        ("/s3cret-s3cret", "call_over", 410),
    ] {
        assert_eq!(
            dial(&desk, prefix, call_id).await.err(),
            Some(expected),
            "{prefix} {call_id}"
        );
    }
    // As a parameter as well; a plain request, because the caller appends the call's id to the path.
    let (mut socket, _) = tokio_tungstenite::connect_async(format!(
        "ws://{}{SOCKET}/call_1?token=s3cret-s3cret",
        desk.server.address()
    ))
    .await
    .expect("let in");
    assert_eq!(
        dial(&desk, "/s3cret-s3cret", "call_inbound").await.err(),
        Some(503),
        "one call at most"
    );
    socket.close(None).await.expect("closed");
    while desk.server.state().live.count() > 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let mut inbound = dial(&desk, "/s3cret-s3cret", "call_inbound")
        .await
        .expect("a call others started");
    assert_eq!(next(&mut inbound).await["response_type"], "config");
    assert_eq!(desk.get("/api/v1/calls/call_inbound").await.1["live"], true);

    desk.deliver(&json!({"event": "call_ended", "call": finished("call_1")}))
        .await;
    desk.until_applied().await;
    assert_eq!(
        dial(&desk, "/s3cret-s3cret", "call_1").await.err(),
        Some(410),
        "over"
    );
}

#[tokio::test]
async fn retell_may_dial_before_its_answer_is_written_down() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let agent = desk
        .server
        .state()
        .store
        .agents()
        .await
        .expect("agents")
        .remove(0);
    let call = dispatch_server::store::NewCall {
        id: "early".to_owned(),
        agent_id: agent.id,
        driver_name: "Mike".to_owned(),
        driver_phone: None,
        load_number: "1".to_owned(),
        call_type: dispatch_server::calls::CallType::Web,
        variables: Default::default(),
        simulated: false,
        created_at: jiff::Timestamp::now(),
    };
    let store = desk.server.state().store.clone();
    store.insert_call(&call).await.expect("written");
    let late = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(300)).await;
        store.accept_call("early", "call_e").await.expect("accepted");
    });
    let mut caller = dial(&desk, "", "call_e").await.expect("let in");
    late.await.expect("accepted");
    assert_eq!(next(&mut caller).await["response_type"], "config");
}

#[tokio::test]
async fn a_stopping_server_drops_the_socket_without_a_close_frame() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    started(&desk).await;
    let mut caller = dial(&desk, "", "call_1").await.expect("let in");
    assert_eq!(next(&mut caller).await["response_type"], "config");
    let state = desk.server.state().clone();
    state.drain.drain(Duration::from_millis(50));
    assert_eq!(dial(&desk, "", "call_1").await.err(), Some(503), "no new ones");
    loop {
        match caller.recv().await {
            Ok(Some(_)) => {}
            Ok(None) | Err(CallerError::Transport(_)) => break,
            Err(error) => panic!("Retell would hang up on {error:?}"),
        }
    }
    tokio::time::timeout(Duration::from_secs(10), desk.stop())
        .await
        .expect("it stops");
}

#[tokio::test]
async fn nonsense_on_the_socket_is_skipped_and_the_call_goes_on() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    started(&desk).await;
    let mut caller = dial(&desk, "", "call_1").await.expect("let in");
    send(&mut caller, details()).await;
    let greeting = words(&mut caller, 0).await;
    for nonsense in [
        "not json".to_owned(),
        "[]".to_owned(),
        "[".repeat(5000),
        json!({"interaction_type": "brand_new", "thing": 1}).to_string(),
        json!({"interaction_type": 7}).to_string(),
        json!({"interaction_type": "response_required", "response_id": "one", "transcript": []}).to_string(),
        json!({"interaction_type": "response_required", "response_id": -1, "transcript": []}).to_string(),
        json!({"interaction_type": "update_only", "transcript": {"a": 1}}).to_string(),
    ] {
        caller.send_text(nonsense).await.expect("sent");
    }
    send(
        &mut caller,
        said(
            1,
            &[
                ("agent", &greeting),
                ("user", "\u{202e}\u{0}\u{1f69a} i'm near joliet"),
            ],
        ),
    )
    .await;
    assert!(!words(&mut caller, 1).await.is_empty(), "the call goes on");

    for (frame, code) in [(vec![0; 10], 1007), (vec![0; 9 * 1024 * 1024], 1009)] {
        let mut caller = dial(&desk, "", "call_1").await.expect("let in again");
        if code == 1007 {
            caller.send_binary(frame).await.expect("sent");
        } else {
            caller.send_text("x".repeat(frame.len())).await.expect("sent");
        }
        let end = loop {
            match caller.recv().await {
                Ok(Some(_)) => {}
                end => break end,
            }
        };
        assert!(
            matches!(end, Err(CallerError::Closed { code: Some(found) }) if found == code),
            "{code}: {end:?}"
        );
    }
}
