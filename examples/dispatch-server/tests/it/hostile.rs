//! What a hostile or careless client may send.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::Timestamp;
use reqwest::{Method, StatusCode};
use retell_llm_ws::caller::{Caller, CallerError};
use retell_webhook::testing::Delivery;
use serde_json::{Value, json};
use wiremock::matchers::{method, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, KEY, answer, finished, retell, web};

#[tokio::test]
async fn problems_are_what_their_encoding_says() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    for encoding in ["gzip", "identity"] {
        let request = desk
            .request(Method::GET, "/api/v1/calls/nobody")
            .header("accept-encoding", encoding);
        let response = request.send().await.expect("an answer");
        let zipped = response.headers().get("content-encoding").is_some();
        assert_eq!(zipped, encoding == "gzip");
        let body = response.bytes().await.expect("a body");
        assert_eq!(body.starts_with(&[0x1f, 0x8b]), zipped, "{body:?}");
    }
}

#[tokio::test]
async fn searches_are_words_and_never_commands() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let names = [
        "Mike \u{1f69a} O'Neil",
        "\u{645}\u{62d}\u{645}\u{62f}",
        "100% \"Bob\"_\\",
        "<b>Eve</b>",
    ];
    for name in names {
        let mut body = web();
        body["driver_name"] = json!(name);
        // Retell gives the same id to all of them, and the row of the first keeps it.
        let (status, said) = desk.post("/api/v1/calls/start", &body).await;
        assert_eq!(status, StatusCode::CREATED, "{said}");
    }
    let find = async |query: &[(&str, &str)]| {
        let request = desk.request(Method::GET, "/api/v1/conversations").query(query);
        answer(request.send().await.expect("an answer")).await
    };
    for (query, expected) in [
        (("driver_name", "%"), 1),
        (("driver_name", "_"), 1),
        (("driver_name", "\\"), 1),
        (("driver_name", "o'neil"), 1),
        (("driver_name", "\u{1f69a}"), 1),
        (("q", "\u{645}\u{62d}\u{645}"), 1),
        (("q", "<b>"), 4),
        (("q", "mike OR eve"), 0),
        (("q", "\"mike"), 1),
        (("q", "mi*"), 1),
        (("q", "driver_name:mike"), 0),
        (("q", "NEAR(mike eve)"), 0),
        (("q", "^mike"), 1),
        (("q", "\u{b2}"), 0),
        (("q", "'; DROP TABLE calllog; --"), 0),
        (("q", "\u{202e}"), 0),
    ] {
        let (status, page) = find(&[query]).await;
        assert_eq!(
            (status, &page["total"]),
            (StatusCode::OK, &json!(expected)),
            "{query:?}"
        );
    }
    for query in [("q", "a\0b"), ("driver_name", "\0"), ("load_number", "a\u{7}b")] {
        let (status, problem) = find(&[query]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{query:?}");
        let expected =
            json!([{"pointer": format!("?{}", query.0), "detail": "must not hold control characters"}]);
        assert_eq!(problem["errors"], expected);
    }
    for query in [
        ("page", "1000000000000000000"),
        ("page", "-1"),
        ("limit", "201"),
        ("date_from", "2026-02-30"),
    ] {
        assert_eq!(
            find(&[query]).await.0,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{query:?}"
        );
    }
    for query in [
        ("date_to", "9999-12-31"),
        ("date_from", "0001-01-01"),
        ("page", "1000000"),
    ] {
        assert_eq!(find(&[query]).await.0, StatusCode::OK, "{query:?}");
    }
}

#[tokio::test]
async fn every_odd_address_is_a_problem_document() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let long = format!("/api/v1/calls/{}", "a".repeat(3000));
    for (path, expected) in [
        ("/api/v1/calls/%00", 404),
        ("/api/v1/calls/a%2Fb", 404),
        ("/api/v1/calls/..%2f..%2fetc%2fpasswd", 404),
        ("/api/v1/calls/%ff", 400),
        ("/api/v1/agents/%0d%0aset-cookie:%20a", 404),
        ("/api/v1/retell/llm-webhook/call_1", 400),
        ("/assets/..%2f..%2fCargo.toml", 404),
        (long.as_str(), 404),
    ] {
        let response = desk.request(Method::GET, path).send().await.expect("an answer");
        assert_eq!(response.status().as_u16(), expected, "{path}");
        assert_eq!(
            response.headers()["content-type"],
            "application/problem+json",
            "{path}"
        );
        assert!(response.headers().get("set-cookie").is_none());
        let problem: Value = response.json().await.expect("JSON");
        assert_eq!(problem["status"], expected, "{path}");
        let detail = problem["detail"].as_str().expect("a detail");
        assert!(
            detail.ends_with('.') && !detail.starts_with(char::is_lowercase),
            "{detail}"
        );
        assert_eq!(problem["trace_id"].as_str().map(str::len), Some(32));
    }
}

#[tokio::test]
async fn bodies_that_are_traps_are_refused_by_name() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let send = async |body: String| {
        let request = desk
            .request(Method::POST, "/api/v1/calls/start")
            .header("content-type", "application/json")
            .body(body);
        answer(request.send().await.expect("an answer")).await
    };
    for broken in [
        "[".repeat(60_000),
        "{\"a\":".repeat(10_000),
        "1e999".into(),
        "\u{feff}{}".into(),
        String::new(),
    ] {
        let (status, problem) = send(broken).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{problem}");
        assert!(
            problem["detail"]
                .as_str()
                .is_some_and(|d| d.starts_with("The body is not JSON (line ")),
            "{problem}"
        );
    }
    for twice in [
        r#"{"driver_name":"A","driver_name":"B","load_number":"1","call_type":"web"}"#,
        r#"{"driver_name":"A","load_number":"1","call_type":"web","variables":{"a":1,"a":2}}"#,
    ] {
        let (status, problem) = send(twice.into()).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        assert!(
            problem["detail"]
                .as_str()
                .is_some_and(|d| d.starts_with("The body gives a name twice (line 1, ")),
            "{problem}"
        );
    }
    for (name, detail) in [
        ("Mike\u{202e}ekiM", "must not hold control characters"),
        ("Mi\u{0}ke", "must not hold control characters"),
        ("Mike\r\nBcc: x", "must not hold control characters"),
        (" \u{200b}", "must not hold control characters"),
        ("", "must be 1 to 120 characters"),
    ] {
        let mut body = web();
        body["driver_name"] = json!(name);
        let (status, problem) = send(body.to_string()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        assert_eq!(
            problem["errors"],
            json!([{"pointer": "/driver_name", "detail": detail}]),
            "{name:?}"
        );
    }
    let mut many = web();
    many["variables"] = (0..60)
        .map(|i| (format!("v{i}"), json!(i)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let (_, problem) = send(many.to_string()).await;
    assert_eq!(
        problem["errors"][0]["detail"],
        "must not hold more than 50 variables"
    );
    assert_eq!(
        retell.received_requests().await.map(|r| r.len()),
        Some(0),
        "nobody was called"
    );
}

#[tokio::test]
async fn strangers_cannot_use_up_retells_patience() {
    let retell = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path_regex("^/v2/get-call/"))
        .respond_with(ResponseTemplate::new(404).set_delay(Duration::from_secs(2)))
        .mount(&retell)
        .await;
    let desk = Desk::live(&retell, &[]).await;
    let base = format!("ws://{}/api/v1/retell/llm-webhook", desk.server.address());
    let dials = (0..20).map(|i| {
        let base = base.clone();
        async move {
            match Caller::connect(&base, &format!("stranger_{i}").as_str().into()).await {
                Err(CallerError::Refused { status }) => status,
                other => panic!("{other:?}"),
            }
        }
    });
    let refused = join_all(dials).await;
    assert!(
        refused.iter().all(|status| [404, 503].contains(status)),
        "{refused:?}"
    );
    let asked = refused.iter().filter(|status| **status == 404).count();
    // Four at a time, two seconds each, for as long as anybody waits.
    assert!((4..=12).contains(&asked), "{refused:?}");
    assert_eq!(retell.received_requests().await.map(|r| r.len()), Some(asked));
}

#[tokio::test]
async fn listeners_are_limited_and_places_come_back() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let listen = async || {
        desk.request(Method::GET, "/api/v1/events")
            .send()
            .await
            .expect("an answer")
    };
    let mut listening = Vec::new();
    for _ in 0..256 {
        let response = listen().await;
        assert_eq!(response.status(), StatusCode::OK);
        listening.push(response);
    }
    let (status, problem) = answer(listen().await).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(
        problem["detail"],
        "Too many listeners; close a dashboard or try again later."
    );
    listening.clear();
    let waiting = async {
        while listen().await.status() != StatusCode::OK {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), waiting)
        .await
        .expect("a place comes back");
}

#[tokio::test]
async fn invented_methods_are_one_series() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let invented = Method::from_bytes(b"BREWXYZ").expect("a method");
    let refused = desk
        .request(invented, "/api/v1/metrics")
        .send()
        .await
        .expect("an answer");
    assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED);
    let (_, page) = desk.get("/metrics").await;
    let page = page.as_str().expect("text");
    assert!(page.contains("method=\"other\""), "{page}");
    assert!(!page.contains("BREWXYZ"));
}

#[tokio::test]
async fn signed_nonsense_breaks_nothing() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    // As far apart as times can be, and words that end after the end of time.
    let mut extreme = finished("call_extreme");
    extreme["start_timestamp"] = json!(253_402_207_200_000_i64);
    extreme["end_timestamp"] = json!(i64::MIN);
    extreme["duration_ms"] = Value::Null;
    extreme["transcript_object"][1]["words"] = json!([{"word": "x", "start": 0, "end": 999_999.0}]);
    extreme["transcript_object"][1]["content"] = json!("nul \u{0} and \u{202e} and \u{1f69a}");
    extreme["retell_llm_dynamic_variables"] = json!({"driver_name": "Mi\u{0}ke", "timezone": "Mars/Olympus"});
    let deep = format!(
        "{{\"event\":\"call_ended\",\"call\":{{\"call_id\":\"call_deep\",\"metadata\":{}{}}}}}",
        "[".repeat(5000),
        "]".repeat(5000)
    );
    assert_eq!(
        desk.deliver(&json!({"event": "call_ended", "call": extreme}))
            .await,
        StatusCode::NO_CONTENT
    );
    let deep = Delivery::of_bytes(KEY, deep.into_bytes(), Timestamp::now());
    assert_eq!(desk.deliver_raw(&deep).await.status(), StatusCode::NO_CONTENT);
    for wrong in [
        json!([]),
        json!(7),
        json!({"event": 7}),
        json!({"event": "call_ended"}),
        json!({"event": "call_ended", "call": []}),
    ] {
        assert_eq!(desk.deliver(&wrong).await, StatusCode::NO_CONTENT, "{wrong}");
    }
    let health = desk.until_applied().await;
    assert!(health["dead"].as_u64() >= Some(5), "{health}");
    let (status, call) = desk.get("/api/v1/calls/call_extreme").await;
    assert_eq!(
        (status, &call["status"]),
        (StatusCode::OK, &json!("ended")),
        "{call}"
    );
    assert!(call["ended_at"].is_string(), "{call}");
    // The next call is as well served as if nothing had happened.
    desk.deliver(&json!({"event": "call_ended", "call": finished("call_next")}))
        .await;
    desk.until_applied().await;
    assert_eq!(desk.get("/api/v1/calls/call_next").await.1["status"], "ended");
    for path in [
        "/api/v1/conversations?q=nul",
        "/api/v1/metrics",
        "/api/v1/analytics",
        "/api/v1/conversations/export.csv",
    ] {
        assert_eq!(desk.get(path).await.0, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_delivery_sent_twenty_times_at_once_is_one() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &["--webhook-worker", "off"]).await;
    let event = json!({"event": "call_ended", "call": finished("call_1")});
    let statuses = join_all((0..20).map(|_| desk.deliver(&event))).await;
    assert!(
        statuses.iter().all(|status| *status == StatusCode::NO_CONTENT),
        "{statuses:?}"
    );
    assert_eq!(desk.get("/api/v1/retell/webhook").await.1["waiting"], 1);
}
