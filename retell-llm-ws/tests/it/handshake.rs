//! What is answered to requests that are no handshake, or one that is refused.

use retell_llm_ws::{
    Admission, Options,
    tungstenite::{Arrival, accept},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::server::{Adapter, Server, soon};

const GOOD: &str = "connection: keep-alive, Upgrade\r\nupgrade: WebSocket\r\nsec-websocket-version: 13\r\n\
                    sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// The whole answer to these bytes.
async fn answer(server: &Server, request: &[u8]) -> String {
    let mut socket = TcpStream::connect(server.address()).await.unwrap();
    // A server that has heard enough may close before all is written.
    let _ = socket.write_all(request).await;
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    loop {
        match soon(socket.read(&mut part)).await {
            Ok(count) if count > 0 => answer.extend_from_slice(&part[..count]),
            _ => break,
        }
        // An open WebSocket goes on with frames.
        if answer.starts_with(b"HTTP/1.1 101") {
            break;
        }
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: x\r\n{headers}\r\n").into_bytes()
}

#[tokio::test]
async fn only_a_handshake_is_answered_with_an_upgrade() {
    for adapter in [Adapter::Axum, Adapter::Tungstenite] {
        let server = Server::start(adapter, Options::new()).await;
        let good = answer(&server, &get("/llm/call_1?token=x", GOOD)).await;
        assert!(good.starts_with("HTTP/1.1 101 "), "{good}");
        assert!(
            good.to_lowercase()
                .contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=\r\n"),
            "{good}"
        );
        for (without, status) in [
            ("connection", 400),
            ("upgrade", 400),
            ("sec-websocket-version", 426),
            ("sec-websocket-key", 400),
        ] {
            let headers: String = GOOD
                .split_inclusive('\n')
                .filter(|line| !line.starts_with(without))
                .chain(["connection: close\r\n"])
                .collect();
            let answer = answer(&server, &get("/llm/call_1?token=x", &headers)).await;
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status} ")),
                "without {without}: {answer}"
            );
            let told = answer.to_lowercase().contains("sec-websocket-version: 13");
            assert!(told || status != 426, "{answer}");
        }
    }
}

#[tokio::test]
async fn a_plain_stream_refuses_what_is_no_request() {
    let server = Server::start(Adapter::Tungstenite, Options::new()).await;
    let long = format!("x-long: {}\r\n", "x".repeat(20_000));
    let many: String = (0..5000)
        .map(|n| format!("x-{n}: {}\r\n", "x".repeat(10)))
        .collect();
    for (request, status) in [
        (get("/llm/call_unknown?token=x", GOOD), 404),
        (get("/elsewhere/call_1?token=x", GOOD), 404),
        (get("/llm/?token=x", GOOD), 404),
        (get("/llm/call_1?token=x", &long), 431),
        (get("/llm/call_1?token=x", &many), 431),
        (b"POST /llm/call_1 HTTP/1.1\r\nhost: x\r\n\r\n".to_vec(), 405),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\r\n\r\n".to_vec(), 400),
    ] {
        let answer = answer(&server, &request).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        let (_, why) = answer.split_once("\r\n\r\n").unwrap();
        assert!(!why.is_empty(), "the operator is told why");
    }
    // Who leaves in the middle is no trouble, and who comes after him is served.
    drop(TcpStream::connect(server.address()).await.unwrap());
    server.dial().await.abort();
}

#[tokio::test]
async fn the_path_is_taken_as_it_came_and_its_last_part_is_the_call() {
    for (path, call, prefix) in [
        ("/call_1", "call_1", ""),
        ("//call_1", "call_1", ""),
        ("/llm/call_1/call_2", "call_2", "llm/call_1"),
        ("/llm/call%2F1", "call%2F1", "llm"),
        ("/llm/../call_1", "call_1", "llm/.."),
        ("/llm/..", "..", "llm"),
        ("/call_1/call_1?x=/call_2", "call_1", "call_1"),
    ] {
        let (mut client, server) = tokio::io::duplex(4096);
        client.write_all(&get(path, GOOD)).await.unwrap();
        let admit = async |arrival: &Arrival| {
            assert_eq!((arrival.call_id().as_str(), arrival.prefix()), (call, prefix));
            Ok(Admission::fresh())
        };
        let accepted = accept(server, &Options::new(), admit).await.unwrap();
        assert_eq!(accepted.call_id().as_str(), call, "{path}");
    }
}
