//! Who gets in, and what a foreign page cannot do.

use reqwest::{Method, StatusCode};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use wiremock::MockServer;

use crate::desk::{Desk, PASSWORD, retell, web};

const GUARDED: [&str; 8] = [
    "/",
    "/conversations",
    "/api/v1/info",
    "/api/v1/conversations",
    "/api/v1/conversations/export.csv",
    "/api/v1/events",
    "/api/openapi.json",
    "/metrics",
];

#[tokio::test]
async fn the_password_guards_pages_and_api_only() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    for path in GUARDED {
        for password in [None, Some("wrong password")] {
            let mut request = desk.http.get(desk.url(path));
            if password.is_some() {
                request = request.basic_auth("admin", password);
            }
            let response = request.send().await.expect("an answer");
            assert_eq!(response.status(), StatusCode::UNAUTHORIZED, "{path}");
            assert!(
                response.headers()["www-authenticate"]
                    .to_str()
                    .expect("text")
                    .starts_with("Basic ")
            );
            assert_eq!(response.headers()["content-type"], "application/problem+json");
        }
        let other = desk
            .http
            .get(desk.url(path))
            .basic_auth("root", Some(PASSWORD))
            .send()
            .await
            .expect("an answer");
        assert_eq!(other.status(), StatusCode::UNAUTHORIZED, "{path}");
        let response = desk
            .request(Method::GET, path)
            .header("accept", "text/html")
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
    }
    for open in ["/healthz", "/readyz", "/api/v1/retell/webhook"] {
        let response = desk.http.get(desk.url(open)).send().await.expect("an answer");
        assert_eq!(response.status(), StatusCode::OK, "{open}");
    }
}

#[tokio::test]
async fn foreign_pages_cannot_place_calls() {
    let retell = retell().await;
    let desk = Desk::live(
        &retell,
        &[
            "--cors-origins",
            "https://desk.example",
            "--public-url",
            "https://dispatch.example",
        ],
    )
    .await;
    let own = format!("http://{}", desk.server.address());
    for (origin, expected) in [
        ("https://evil.example", 403),
        ("null", 403),
        ("http://127.0.0.1:1", 403),
        ("https://desk.example", 201),
        ("https://dispatch.example", 201),
        (&own, 201),
    ] {
        let request = desk
            .request(Method::POST, "/api/v1/calls/start")
            .header("origin", origin)
            .json(&web());
        let status = request.send().await.expect("an answer").status();
        // The fake Retell gives every call the same id, which cannot be written down twice: still placed.
        assert!(status.as_u16() == expected, "{origin}: {status}");
    }
    let form = desk
        .request(Method::POST, "/api/v1/agents/x/verify")
        .header("content-type", "application/x-www-form-urlencoded")
        .body("a=b");
    assert_eq!(
        form.send().await.expect("an answer").status(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
}

#[tokio::test]
async fn other_origins_are_told_what_they_may() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &["--cors-origins", "https://desk.example"]).await;
    for (origin, allowed) in [("https://desk.example", true), ("https://evil.example", false)] {
        let preflight = desk
            .http
            .request(Method::OPTIONS, desk.url("/api/v1/calls/start"))
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type,idempotency-key");
        let response = preflight.send().await.expect("an answer");
        assert_eq!(
            response.headers().contains_key("access-control-allow-origin"),
            allowed,
            "{origin}"
        );
    }
}

#[tokio::test]
async fn demo_mode_answers_to_this_machine_only() {
    let desk = Desk::demo("100", 0).await;
    for (host, expected) in [
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("localhost@evil.example", 403),
        ("localhost:1234", 200),
        ("127.0.0.1", 200),
        ("[::1]:80", 200),
    ] {
        let response = desk
            .http
            .get(desk.url("/api/v1/info"))
            .header("host", host)
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status().as_u16(), expected, "{host}");
    }
    // Two hosts in one request.
    let mut socket = tokio::net::TcpStream::connect(desk.server.address())
        .await
        .expect("connected");
    let request =
        b"GET /api/v1/info HTTP/1.1\r\nhost: localhost\r\nhost: evil.example\r\nconnection: close\r\n\r\n";
    socket.write_all(request).await.expect("written");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert!(
        answer.contains("The request names two hosts; send one Host header."),
        "{answer}"
    );
}

#[tokio::test]
async fn pages_run_nothing_inline() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let response = desk.request(Method::GET, "/").send().await.expect("an answer");
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(
        policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    assert_eq!(response.headers()["cache-control"], "no-cache");
    for path in ["/api/v1/nothing", "/assets/nothing.js", "/sim/nothing"] {
        let response = desk
            .request(Method::GET, path)
            .header("accept", "text/html")
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(
            response.headers()["content-type"],
            "application/problem+json",
            "{path}"
        );
    }
    let wrong = desk
        .request(Method::DELETE, "/api/v1/metrics")
        .send()
        .await
        .expect("an answer");
    assert_eq!(wrong.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(wrong.headers()["content-type"], "application/problem+json");
}
