//! Without a framework: a service on plain hyper, over a real socket.

use std::{convert::Infallible, net::SocketAddr};

use http_body_util::{BodyExt as _, Limited};
use hyper::{Request, Response, StatusCode, body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use retell_webhook::{
    Event, FunctionAnswer, FunctionCall, InboundCall, Rejection, Verifier, testing::Delivery,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

const KEY: &str = "key_1";

fn answer(path: &str, headers: &http::HeaderMap, body: &[u8]) -> Result<String, Rejection> {
    let verifier = Verifier::new(KEY).unwrap();
    match path {
        "/function" => {
            let function: FunctionCall<Vec<u8>> = verifier.receive(headers, body)?;
            Ok(FunctionAnswer::json(&function.args.len()).unwrap().into_body())
        }
        "/inbound" => {
            let call: InboundCall = verifier.receive(headers, body)?;
            Ok(call.answer().reject().to_json())
        }
        _ => Ok(verifier.receive::<Event>(headers, body)?.dedup_key()),
    }
}

async fn serve(request: Request<Incoming>) -> Result<Response<String>, Infallible> {
    let (parts, body) = request.into_parts();
    let outcome = match Limited::new(body, 1000).collect().await {
        Ok(body) => answer(parts.uri.path(), &parts.headers, &body.to_bytes()),
        Err(_) => Err(Rejection::TooLarge),
    };
    let mut response = Response::default();
    match outcome {
        Ok(text) => *response.body_mut() = text,
        Err(rejection) => *response.status_mut() = rejection.status(),
    }
    Ok(response)
}

async fn start() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(socket), service_fn(serve));
            tokio::spawn(connection);
        }
    });
    address
}

/// Status and body of the answer to a request written by hand.
async fn post(address: SocketAddr, path: &str, delivery: Delivery) -> (u16, String) {
    let mut socket = TcpStream::connect(address).await.unwrap();
    let signature = delivery
        .signature
        .map(|value| format!("x-ReTeLL-sigNAture: {value}\r\n"));
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{}content-length: {}\r\n\r\n",
        signature.unwrap_or_default(),
        delivery.body.len()
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    // A server that refuses may close before it has read everything.
    let _ = socket.write_all(&delivery.body).await;
    let mut text = Vec::new();
    let _ = socket.read_to_end(&mut text).await;
    let text = String::from_utf8(text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), body.to_owned())
}

#[tokio::test]
async fn each_kind_of_webhook_is_answered() {
    let address = start().await;
    let now = Timestamp::now();
    let ring = InboundCall::new("+15550100", "+15550101").to_vec();
    for (path, body, expected) in [
        (
            "/event",
            &br#"{"event":"chat_ended","chat":{"chat_id":"x"}}"#[..],
            "chat_ended:x",
        ),
        ("/function", br#"{"name":"count","args":[1,2,3]}"#, "3"),
        ("/inbound", &ring, r#"{"call_inbound":{"reject":true}}"#),
    ] {
        let (status, text) = post(address, path, Delivery::of_bytes(KEY, body, now)).await;
        assert_eq!((status, text.as_str()), (200, expected), "{path}");
    }
}

#[tokio::test]
async fn what_is_refused_gets_a_status_and_no_word() {
    let address = start().await;
    let good = || Delivery::of_bytes(KEY, r#"{"event":"news"}"#, Timestamp::now());
    for (delivery, status) in [
        (good().unsigned(), StatusCode::UNAUTHORIZED),
        (good().tampered(), StatusCode::UNAUTHORIZED),
        (good().resigned("other"), StatusCode::UNAUTHORIZED),
        (
            Delivery::of_bytes(KEY, "{", Timestamp::now()),
            StatusCode::BAD_REQUEST,
        ),
        (
            Delivery::of_bytes(KEY, vec![b' '; 1001], Timestamp::now()),
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
    ] {
        let (found, text) = post(address, "/event", delivery).await;
        assert_eq!((found, text.as_str()), (status.as_u16(), ""));
    }
}
