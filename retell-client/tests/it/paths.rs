//! What becomes part of a path.

use retell_client::{Client, ErrorKind, models::PhoneNumber};
use serde_json::json;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

use crate::{client, wire::Bytes};

#[tokio::test]
async fn an_id_is_one_segment_whatever_it_holds() {
    let server = MockServer::start().await;
    let echo =
        |request: &Request| ResponseTemplate::new(200).set_body_json(json!({"call_id": request.url.path()}));
    Mock::given(any()).respond_with(echo).mount(&server).await;
    let behind = Client::builder("k")
        .base_url(format!("{}/api/", server.uri()))
        .build()
        .unwrap();
    for (id, segment) in [
        ("a/b", "a%2Fb"),
        ("../v2/delete-call/x", "..%2Fv2%2Fdelete-call%2Fx"),
        ("a%2Fb", "a%252Fb"),
        ("%2e%2e", "%252e%252e"),
        ("a\\..\\b", "a%5C..%5Cb"),
        ("a?b=c#d", "a%3Fb=c%23d"),
        ("...", "..."),
        ("größe 東", "gr%C3%B6%C3%9Fe%20%E6%9D%B1"),
        ("{call_id}", "%7Bcall_id%7D"),
        (";@:&=+$,", ";@:&=+$,"),
    ] {
        let path = client(&server).call().retrieve(id).await.unwrap().call_id;
        assert_eq!(path, format!("/v2/get-call/{segment}").as_str());
        let path = behind.call().retrieve(id).await.unwrap().call_id;
        assert_eq!(path, format!("/api/v2/get-call/{segment}").as_str());
    }
    let sent = server.received_requests().await.unwrap().len();
    for id in ["", ".", "..", "a\r\nx-injected: 1", "a\0b", "\t"] {
        let error = client(&server).call().retrieve(id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{id:?}");
    }
    assert_eq!(server.received_requests().await.unwrap().len(), sent);
}

/// Paths hold telephone numbers; errors and their causes do not.
#[tokio::test]
async fn no_number_in_a_path_gets_into_an_error() {
    let number = PhoneNumber::new("+14155550123").unwrap();
    let broken = Bytes::start("no HTTP\r\n\r\n", b"").await;
    let stuck = Bytes::start("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", b"").await;
    let moved = Bytes::start(
        "HTTP/1.1 302 Found\r\nlocation: /+14155550123\r\ncontent-length: 0\r\n\r\n",
        b"",
    )
    .await;
    let nobody = Client::builder("k")
        .base_url("http://127.0.0.1:1")
        .build()
        .unwrap();
    for client in [broken.client(), stuck.client(), moved.client(), nobody] {
        let error = client
            .phone_number()
            .retrieve(&number)
            .max_retries(0)
            .await
            .unwrap_err();
        let mut shown = format!("{error} {error:?}");
        let mut cause = std::error::Error::source(&error);
        while let Some(inner) = cause {
            shown.push_str(&format!("{inner} {inner:?}"));
            cause = inner.source();
        }
        assert!(!shown.contains("5550123"), "{shown}");
    }
}
