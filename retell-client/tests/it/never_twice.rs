//! A phone must not ring twice for one request.

use std::{
    future::IntoFuture as _,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use retell_client::{Client, ErrorKind, models::CreateWebCall};
use serde_json::json;
use tokio::{
    net::{TcpListener, TcpStream},
    task::AbortHandle,
};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use crate::{client, phone_call, wire};

/// A server that reads each request to its end, counts it and then does `then`.
struct Rude {
    base_url: String,
    client: Client,
    requests: Arc<AtomicUsize>,
    task: AbortHandle,
}

#[derive(Clone, Copy)]
enum Then {
    Reset,
    Silence,
    HalfAnAnswer,
    EndlessAnswer,
    /// And breaks the connection, without a word that it would.
    GoodAnswer,
}

impl Rude {
    async fn start(then: Then) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(AtomicUsize::new(0));
        let count = requests.clone();
        let task = tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(socket, then, count.clone()));
            }
        });
        let base_url = format!("http://{address}");
        let client = Client::builder("key_test")
            .base_url(base_url.clone())
            .timeout(Duration::from_millis(300))
            .build()
            .unwrap();
        Self {
            base_url,
            client,
            requests,
            task: task.abort_handle(),
        }
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Rude {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut socket: TcpStream, then: Then, count: Arc<AtomicUsize>) {
    use tokio::io::AsyncWriteExt as _;

    if wire::request(&mut socket).await.is_none() {
        return;
    }
    count.fetch_add(1, Ordering::SeqCst);
    match then {
        Then::Reset => {}
        Then::Silence => std::future::pending().await,
        Then::HalfAnAnswer => {
            let half = b"HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{\"call_id\":";
            socket.write_all(half).await.unwrap();
        }
        Then::EndlessAnswer => {
            let head = b"HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n";
            socket.write_all(head).await.unwrap();
            while socket.write_all(b"4\r\nabcd\r\n").await.is_ok() {}
        }
        Then::GoodAnswer => {
            let answer = b"HTTP/1.1 201 Created\r\ncontent-length: 15\r\n\r\n{\"call_id\":\"c\"}";
            socket.write_all(answer).await.unwrap();
        }
    }
}

#[tokio::test]
async fn not_after_a_reset() {
    let server = Rude::start(Then::Reset).await;
    let error = server
        .client
        .call()
        .create_phone_call(&phone_call())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.submission_unknown());
    assert_eq!((server.requests(), error.attempts()), (1, 1));
}

#[tokio::test]
async fn not_when_nobody_read_the_request() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder("key_test").base_url(base_url).build().unwrap();
    let call = phone_call();
    let mut accepted = 0;
    let slam = async {
        loop {
            drop(listener.accept().await.unwrap());
            accepted += 1;
        }
    };
    let error = tokio::select! {
        result = client.call().create_phone_call(&call).into_future() => result.unwrap_err(),
        () = slam => unreachable!(),
    };
    // Nothing tells this from a request that was read.
    assert!(error.submission_unknown());
    assert_eq!((error.attempts(), accepted), (1, 1));
}

#[tokio::test]
async fn not_on_connections_that_die_between_requests() {
    let server = Rude::start(Then::GoodAnswer).await;
    let calls = 50;
    let mut made = 0;
    for _ in 0..calls {
        match server.client.call().create_phone_call(&phone_call()).await {
            Ok(_) => made += 1,
            Err(error) => assert!(error.submission_unknown(), "{error:?}"),
        }
    }
    assert!((made..=calls).contains(&server.requests()) && made > 0, "{made}");
}

#[tokio::test]
async fn not_after_a_timeout() {
    let server = Rude::start(Then::Silence).await;
    let error = server
        .client
        .call()
        .create_phone_call(&phone_call())
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.submission_unknown());
    assert_eq!(server.requests(), 1);
    let error = server
        .client
        .call()
        .create_web_call(&CreateWebCall::new("a"))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.submission_unknown());
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn not_after_half_an_answer() {
    let server = Rude::start(Then::HalfAnAnswer).await;
    let error = server
        .client
        .call()
        .create_phone_call(&phone_call())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.submission_unknown());
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn not_after_an_answer_without_end() {
    let server = Rude::start(Then::EndlessAnswer).await;
    let client = Client::builder("key_test")
        .base_url(server.base_url.clone())
        .max_response_bytes(1000)
        .build()
        .unwrap();
    let error = client.call().create_phone_call(&phone_call()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(error.submission_unknown());
    let error = client.call().retrieve("c").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn a_read_is_repeated_in_all_these_cases() {
    for then in [Then::Reset, Then::Silence, Then::HalfAnAnswer] {
        let server = Rude::start(then).await;
        let error = server
            .client
            .call()
            .retrieve("c")
            .max_retries(1)
            .await
            .unwrap_err();
        assert!(!error.submission_unknown());
        assert_eq!((server.requests(), error.attempts()), (2, 2));
    }
}

#[tokio::test]
async fn not_after_an_error_that_leaves_it_open() {
    for status in [408, 500, 502, 503, 504] {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(status))
            .expect(1)
            .mount(&server)
            .await;
        let error = client(&server)
            .call()
            .create_phone_call(&phone_call())
            .await
            .unwrap_err();
        assert!(error.submission_unknown(), "{status}");
    }
}

#[tokio::test]
async fn not_at_the_place_a_redirect_points_to() {
    let elsewhere = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(201).set_body_json(json!({"call_id":"c"})))
        .expect(0)
        .mount(&elsewhere)
        .await;
    for status in [301, 302, 303, 307, 308] {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(status).insert_header("location", elsewhere.uri()))
            .expect(1)
            .mount(&server)
            .await;
        let error = client(&server)
            .call()
            .create_phone_call(&phone_call())
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap(), status);
    }
}

#[tokio::test]
async fn a_plain_refusal_leaves_nothing_open() {
    for status in [400, 401, 402, 403, 404, 409, 422] {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(status))
            .expect(1)
            .mount(&server)
            .await;
        let error = client(&server)
            .call()
            .create_phone_call(&phone_call())
            .await
            .unwrap_err();
        assert!(!error.submission_unknown(), "{status}");
    }
}

#[tokio::test]
async fn again_when_the_server_says_it_did_nothing() {
    for (status, header) in [(429, "retry-after-ms"), (503, "retry-after-ms")] {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(status).insert_header(header, "1"))
            .up_to_n_times(1)
            .mount(&server)
            .await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(201).set_body_json(json!({"call_id":"c"})))
            .mount(&server)
            .await;
        client(&server)
            .call()
            .create_phone_call(&phone_call())
            .await
            .unwrap();
        assert_eq!(server.received_requests().await.unwrap().len(), 2, "{status}");
    }
}

#[tokio::test]
async fn again_when_no_connection_was_made() {
    // A port that was just free: nobody listens there.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = Client::builder("key_test")
        .base_url(format!("http://{address}"))
        .build()
        .unwrap();
    let error = client
        .call()
        .create_phone_call(&phone_call())
        .max_retries(1)
        .await
        .unwrap_err();
    assert!(error.is_connect() && !error.submission_unknown());
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn no_attempt_outlasts_the_limit_of_all() {
    let server = Rude::start(Then::Silence).await;
    let hasty = Client::builder("key_test")
        .base_url(server.base_url.clone())
        .timeout(Duration::from_secs(60))
        .total_timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let started = std::time::Instant::now();
    assert!(hasty.call().retrieve("c").await.unwrap_err().is_timeout());
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!(server.requests(), 1);
}
