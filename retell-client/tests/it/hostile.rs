//! Servers, proxies and callers at their worst.

use std::{collections::HashMap, future::IntoFuture as _, time::Duration};

use futures_util::TryStreamExt as _;
use retell_client::{
    Client, ErrorKind, Method,
    models::{ListCalls, UpdateCall},
};
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{any, header},
};

use crate::{builder, client, phone_call, wire::Bytes};

const CALL: &str = "HTTP/1.1 200 OK\r\ncontent-length: 15\r\nconnection: close\r\n\r\n{\"call_id\":\"c\"}";

#[tokio::test]
async fn what_comes_before_the_answer_is_passed_over() {
    for hint in [
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
    ] {
        let server = Bytes::start(format!("{hint}{hint}{CALL}"), b"").await;
        server.dial().await.unwrap();
        assert_eq!(server.requests(), 1);
    }
}

#[tokio::test]
async fn no_body_where_one_is_due_says_that_it_was_done() {
    for status in ["200 OK", "201 Created", "204 No Content"] {
        let length = if status.starts_with("204") {
            ""
        } else {
            "content-length: 0\r\n"
        };
        let server = Bytes::start(
            format!("HTTP/1.1 {status}\r\n{length}connection: close\r\n\r\n"),
            b"",
        )
        .await;
        let error = server.dial().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.submission_unknown()),
            (ErrorKind::Decode, true),
            "{status}"
        );
        let error = server.client().call().retrieve("c").await.unwrap_err();
        assert_eq!(
            (error.kind(), error.submission_unknown()),
            (ErrorKind::Decode, false),
            "{status}"
        );
        assert_eq!(server.requests(), 2, "{status}");
    }
}

#[tokio::test]
async fn an_error_page_without_end_is_cut_short() {
    let head = "HTTP/1.1 500 Oh\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n";
    let server = Bytes::start(head, b"8\r\n<p>no</p\r\n").await;
    let error = server.dial().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 500)
    );
    assert!(error.submission_unknown());
    let message = error.api_message().unwrap();
    assert!(
        message.starts_with("<p>no</p<p>no</p") && message.chars().count() == 1000,
        "{message}"
    );
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn an_error_page_that_breaks_off_is_still_that_error() {
    let head = "HTTP/1.1 402 Pay\r\ncontent-length: 500\r\nconnection: close\r\n\r\n{\"message\":\"pay";
    let server = Bytes::start(head, b"").await;
    let error = server.dial().await.unwrap_err();
    assert!(
        error.is_payment_required() && !error.submission_unknown(),
        "{error:?}"
    );
    assert_eq!(error.api_message(), Some("{\"message\":\"pay"));
}

#[tokio::test]
async fn what_is_no_http_leaves_it_open() {
    let headers = format!("HTTP/1.1 200 OK\r\n{}", "x: y\r\n".repeat(100_000));
    for nonsense in [
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "HTTP/1.1 999999 OK\r\n\r\n",
        &headers,
    ] {
        let server = Bytes::start(nonsense, b"").await;
        let error = server.dial().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Transport, 1),
            "{error:?}"
        );
        assert!(error.submission_unknown());
        assert_eq!(server.requests(), 1);
    }
}

#[tokio::test]
async fn an_answer_packed_unasked_is_refused_and_does_no_harm() {
    let packed = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03";
    let answer = ResponseTemplate::new(200)
        .insert_header("content-encoding", "gzip")
        .set_body_bytes(packed);
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let error = client(&server).call().retrieve("c").await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Decode | ErrorKind::Transport),
        "{error:?}"
    );
    let requests = server.received_requests().await.unwrap();
    assert!(
        !requests[0].headers.contains_key("accept-encoding"),
        "a small body could become a large one"
    );
}

/// The first answer leaves it open, the second refuses for sure; the first may have taken effect all the same.
#[tokio::test]
async fn what_was_left_open_once_stays_open() {
    let server = MockServer::start().await;
    let broke = ResponseTemplate::new(502).insert_header("retry-after-ms", "1");
    Mock::given(any())
        .respond_with(broke)
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(400))
        .mount(&server)
        .await;
    let call = phone_call().idempotency_key("once");
    let error = client(&server).call().create_phone_call(&call).await.unwrap_err();
    assert_eq!((error.attempts(), error.status().unwrap().as_u16()), (2, 400));
    assert!(error.submission_unknown(), "the first may have dialled");
}

#[tokio::test]
async fn a_key_taken_away_takes_the_repetition_with_it() {
    for key in [json!(null), json!(""), json!("another")] {
        let server = MockServer::start().await;
        let broke = ResponseTemplate::new(502).insert_header("retry-after-ms", "1");
        Mock::given(any())
            .respond_with(broke)
            .expect(1)
            .mount(&server)
            .await;
        let call = phone_call().idempotency_key("once");
        let request = client(&server)
            .call()
            .create_phone_call(&call)
            .extra_body("idempotency_key", key);
        assert!(request.await.unwrap_err().submission_unknown());
    }
}

#[tokio::test]
async fn a_route_of_tomorrow_cannot_be_asked_wrongly() {
    let client = Client::new("k").unwrap();
    let no_slash = client.raw(Method::GET, "v4/list-dreams").send_for_nothing();
    let no_json = client
        .raw(Method::POST, "/v4")
        .json(&HashMap::from([((1, 2), 3)]))
        .send_for_nothing();
    let no_object = client
        .raw(Method::GET, "/v4")
        .query(&[("a", "b")])
        .send_for_nothing();
    for request in [no_slash, no_json, no_object] {
        assert_eq!(request.await.unwrap_err().kind(), ErrorKind::InvalidRequest);
    }
}

/// Also where the caller takes any JSON, or none.
#[tokio::test]
async fn what_is_no_json_is_never_read_as_an_answer() {
    for body in [
        "",
        "<html>",
        "{\"a\":1",
        "{\"a\":1}<p>",
        "nul",
        "[1,2]]",
        "{\"a\":1}{\"a\":2}",
    ] {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(200).set_body_string(body))
            .mount(&server)
            .await;
        let client = client(&server);
        let any = client.raw(Method::GET, "/v4").send::<Value>().await.unwrap_err();
        let perhaps = client
            .raw(Method::GET, "/v4")
            .send::<Option<i64>>()
            .await
            .unwrap_err();
        assert_eq!(
            (any.kind(), perhaps.kind()),
            (ErrorKind::Decode, ErrorKind::Decode),
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_list_of_empty_pages_ends() {
    let server = MockServer::start().await;
    let page = |request: &Request| {
        let body: Value = request.body_json().unwrap();
        let number: u32 = body["pagination_key"]
            .as_str()
            .map_or(0, |key| key.parse().unwrap());
        let next = (number + 1).to_string();
        ResponseTemplate::new(200)
            .set_body_json(json!({"items": [], "has_more": true, "pagination_key": next}))
    };
    Mock::given(any()).respond_with(page).mount(&server).await;
    let error = client(&server)
        .call()
        .list(&ListCalls::new())
        .collect_all(5)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CursorLoop);
}

#[tokio::test]
async fn a_list_stops_being_read_when_its_stream_is_dropped() {
    let server = MockServer::start().await;
    let page = json!({"items":[{"call_id":"c"},{"call_id":"d"}],"has_more":true,"pagination_key":"k"});
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(page))
        .expect(1)
        .mount(&server)
        .await;
    let mut calls = client(&server).call().list(&ListCalls::new()).stream();
    calls.try_next().await.unwrap().unwrap();
    drop(calls);
}

#[tokio::test]
async fn a_request_never_awaited_is_never_sent() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(201))
        .expect(0)
        .mount(&server)
        .await;
    let client = client(&server);
    drop(client.call().create_phone_call(&phone_call()));
    drop(client.call().create_phone_call(&phone_call()).into_future());
    drop(client.call().create_phone_call(&phone_call()).with_response());
}

#[tokio::test]
async fn a_name_of_the_servers_is_cut_and_cannot_forge_a_line_of_the_log() {
    let server = MockServer::start().await;
    let name = format!("x\nERROR all is lost {}", "y".repeat(100_000));
    let body = json!({"chat_id": "c", "custom_attributes": {name: []}});
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(body))
        .mount(&server)
        .await;
    let error = client(&server).chat().retrieve("c").await.unwrap_err();
    assert!(error.to_string().contains("custom_attributes.xERROR"), "{error}");
    assert!(
        error.to_string().len() < 500 && !error.to_string().contains('\n'),
        "{error}"
    );
}

#[tokio::test]
async fn clients_that_share_connections_keep_their_keys() {
    let server = MockServer::start().await;
    for key in ["one", "two"] {
        Mock::given(header("authorization", format!("Bearer {key}").as_str()))
            .respond_with(ResponseTemplate::new(200).set_body_json(json!({"call_id": key})))
            .mount(&server)
            .await;
    }
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let of = |key| {
        Client::builder(key)
            .base_url(server.uri())
            .http_client(http.clone())
            .build()
            .unwrap()
    };
    let (one, two) = (of("one"), of("two"));
    for _ in 0..5 {
        let (a, b) = tokio::join!(
            one.call().retrieve("c").into_future(),
            two.call().retrieve("c").into_future()
        );
        assert_eq!(
            (a.unwrap().call_id.as_str(), b.unwrap().call_id.as_str()),
            ("one", "two")
        );
    }
}

#[tokio::test]
async fn a_body_that_drips_is_not_waited_for() {
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let server = Bytes::start(head, b"1\r\n \r\n").await;
    let client = server
        .builder()
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let error = client.call().create_phone_call(&phone_call()).await.unwrap_err();
    assert!(error.is_timeout() && error.submission_unknown(), "{error:?}");
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn waits_of_every_kind_end() {
    for (value, sent) in [
        ("-5", 2),
        ("99999999999999999999", 1),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 2),
        ("soon", 2),
    ] {
        let server = MockServer::start().await;
        let busy = ResponseTemplate::new(429).insert_header("retry-after", value);
        Mock::given(any()).respond_with(busy).mount(&server).await;
        let client = builder(&server).max_retries(1).build().unwrap();
        let error = client.call().update("c", &UpdateCall::new()).await.unwrap_err();
        assert!(error.is_rate_limited());
        assert_eq!(server.received_requests().await.unwrap().len(), sent, "{value}");
    }
}
