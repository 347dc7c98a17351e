//! Files on their way to Retell.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
    time::Duration,
};

use retell_client::{
    Client, ErrorKind, Progress, Upload,
    models::{AddKnowledgeBaseSources, CloneVoice, CreateKnowledgeBase, VoiceProvider},
};
use serde_json::json;
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _, ReadBuf},
    net::TcpListener,
};
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

use crate::{builder, client};

/// A server that answers `first`, if given, once, and then as if all had gone well.
async fn server(first: Option<ResponseTemplate>) -> MockServer {
    let server = MockServer::start().await;
    if let Some(first) = first {
        Mock::given(any())
            .respond_with(first)
            .up_to_n_times(1)
            .mount(&server)
            .await;
    }
    let well = json!({
        "knowledge_base_id": "kb_1", "knowledge_base_name": "Yard", "status": "in_progress",
        "voice_id": "v", "voice_name": "n", "provider": "platform", "gender": "female"
    });
    Mock::given(any())
        .respond_with(ResponseTemplate::new(201).set_body_json(well))
        .mount(&server)
        .await;
    server
}

fn busy() -> ResponseTemplate {
    ResponseTemplate::new(429).insert_header("retry-after-ms", "1")
}

async fn requests(server: &MockServer) -> Vec<Request> {
    server.received_requests().await.unwrap()
}

fn has_header(request: &Request, name: &str) -> bool {
    request.headers.contains_key(name)
}

/// The body without its boundary, which is another each time.
fn body(request: &Request) -> String {
    let kind = request.headers["content-type"].to_str().unwrap();
    let (_, boundary) = kind.split_once("multipart/form-data; boundary=").unwrap();
    assert!(boundary.len() >= 16, "{boundary}");
    String::from_utf8(request.body.clone())
        .unwrap()
        .replace(boundary, "~")
}

/// Gives `left` bytes, one read at a time, and then waits forever if `endless`.
struct Trickle {
    left: usize,
    endless: bool,
}

impl AsyncRead for Trickle {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        if self.left > 0 {
            self.left -= 1;
            into.put_slice(b"x");
        } else if self.endless {
            return Poll::Pending;
        }
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn a_form_holds_fields_lists_as_json_and_each_file() {
    let server = server(None).await;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("dock \"9\".csv");
    std::fs::write(&path, "a,b\n").unwrap();
    let base = CreateKnowledgeBase::new("Yard")
        .enable_auto_refresh(true)
        .max_chunk_size(2000)
        .file(Upload::path(path))
        .file(Upload::bytes("b", "two").content_type("text/plain"))
        .text("Hours", "Open \"day\" and night.")
        .url("https://example.com/a")
        .url("https://example.com/b");
    let request = client(&server)
        .knowledge_base()
        .create(&base)
        .extra_body("newer", 7);
    assert_eq!(request.await.unwrap().knowledge_base_id, "kb_1");

    let requests = requests(&server).await;
    let field = |name: &str, value: &str| {
        format!("--~\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = |name: &str, kind: &str, value: &str| {
        format!(
            "--~\r\nContent-Disposition: form-data; name=\"knowledge_base_files\"; filename=\"{name}\"\r\n\
             Content-Type: {kind}\r\n\r\n{value}\r\n"
        )
    };
    let body = body(&requests[0]);
    let mut expected = vec![
        field("knowledge_base_name", "Yard"),
        field("enable_auto_refresh", "true"),
        field("max_chunk_size", "2000"),
        field("newer", "7"),
        field(
            "knowledge_base_urls",
            r#"["https://example.com/a","https://example.com/b"]"#,
        ),
        field(
            "knowledge_base_texts",
            &json!([{"title": "Hours", "text": "Open \"day\" and night."}]).to_string(),
        ),
        file(r#"dock \"9\".csv"#, "text/csv", "a,b\n"),
        file("b", "text/plain", "two"),
    ];
    for part in &expected {
        assert!(body.contains(part), "{part}\nin {body}");
    }
    expected.push("--~--\r\n".to_owned());
    assert_eq!(body.len(), expected.concat().len(), "{body}");
    assert!(has_header(&requests[0], "content-length") && has_header(&requests[0], "authorization"));
}

#[tokio::test]
async fn sources_can_be_addresses_alone() {
    let server = server(None).await;
    let sources = AddKnowledgeBaseSources::new().url("https://example.com");
    client(&server)
        .knowledge_base()
        .add_sources("kb_1", &sources)
        .await
        .unwrap();
    let body = body(&requests(&server).await[0]);
    assert!(
        body.contains(r#"["https://example.com"]"#) && !body.contains("filename"),
        "{body}"
    );
}

#[tokio::test]
async fn progress_grows_to_the_total_and_begins_again_with_each_attempt() {
    let server = server(Some(busy())).await;
    let seen = Arc::new(Mutex::new(Vec::<Progress>::new()));
    let log = seen.clone();
    let size = 300_000;
    let file = || Upload::bytes("a.wav", vec![b'x'; size]);
    let voice = CloneVoice::new("n", VoiceProvider::Platform, [file(), file()]);
    client(&server)
        .voice()
        .clone(&voice)
        .on_progress(move |progress| log.lock().unwrap().push(progress))
        .await
        .unwrap();

    let seen = seen.lock().unwrap().clone();
    let total = 2 * size as u64;
    assert!(seen.iter().all(|progress| progress.total == Some(total)));
    let (first, second) = seen.split_at(seen.len() / 2);
    for attempt in [first, second] {
        assert!(attempt.len() > 4);
        assert!(attempt.windows(2).all(|pair| pair[0].bytes < pair[1].bytes));
        assert_eq!(attempt.last().unwrap().bytes, total);
    }
    let requests = requests(&server).await;
    assert_eq!(body(&requests[0]), body(&requests[1]));
}

#[tokio::test]
async fn a_reader_of_unknown_length_is_sent_in_chunks() {
    let server = server(None).await;
    let seen = Arc::new(Mutex::new(None));
    let last = seen.clone();
    let trickle = Trickle {
        left: 1000,
        endless: false,
    };
    let request = client(&server)
        .asset()
        .create(&Upload::reader("music.mp3", trickle))
        .on_progress(move |progress| *last.lock().unwrap() = Some(progress));
    request.await.unwrap();

    let requests = requests(&server).await;
    assert!(!has_header(&requests[0], "content-length"));
    let body = body(&requests[0]);
    assert!(
        body.contains(&"x".repeat(1000)) && body.contains("audio/mpeg"),
        "{body}"
    );
    let progress: Progress = seen.lock().unwrap().unwrap();
    assert_eq!((progress.bytes, progress.total), (1000, None));
}

#[tokio::test]
async fn what_can_be_read_once_is_sent_once() {
    let server = server(Some(busy())).await;
    let once = Upload::reader("a", &b"once"[..]).length(4);
    let error = client(&server).asset().create(&once).await.unwrap_err();
    assert!(error.is_rate_limited() && error.attempts() == 1, "{error}");
    assert_eq!(requests(&server).await.len(), 1);

    let spent = client(&server).asset().create(&once).await.unwrap_err();
    assert_eq!(spent.kind(), ErrorKind::File);
    assert_eq!(requests(&server).await.len(), 1);
}

#[tokio::test]
async fn without_a_connection_nothing_is_read_and_it_is_tried_again() {
    let closed = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let client = Client::builder("key_test")
        .base_url(format!("http://{closed}"))
        .max_retries(1)
        .build()
        .unwrap();
    let once = Upload::reader("a", &b"once"[..]).length(4);
    let error = client.asset().create(&once).await.unwrap_err();
    assert!(error.is_connect() && error.attempts() == 2, "{error:?}");

    let server = server(None).await;
    crate::client(&server).asset().create(&once).await.unwrap();
    assert!(body(&requests(&server).await[0]).contains("\r\n\r\nonce\r\n"));
}

#[tokio::test]
async fn a_file_that_cannot_be_sent_is_an_error_of_this_side() {
    let server = server(None).await;
    let text = || Upload::bytes("a", "four");
    for (file, kind) in [
        (Upload::path("no/such/file"), ErrorKind::File),
        (Upload::path("."), ErrorKind::File),
        (text().length(3), ErrorKind::File),
        (text().length(5), ErrorKind::File),
        (text().name("a\r\nb: c"), ErrorKind::InvalidRequest),
        (text().name(""), ErrorKind::InvalidRequest),
        (text().content_type("no type"), ErrorKind::InvalidRequest),
    ] {
        let error = client(&server).asset().create(&file).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(!error.submission_unknown());
        assert!(error.attempts() <= 1);
        assert!(!error.to_string().contains("such"), "{error}");
    }
    assert!(requests(&server).await.is_empty());
}

/// A server that reads the head of one request, and then does `then` with the connection.
async fn raw<F>(
    then: impl FnOnce(tokio::net::TcpStream) -> F + Send + 'static,
) -> (String, tokio::task::JoinHandle<()>)
where
    F: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let task = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut seen = Vec::new();
        while !seen.windows(4).any(|window| window == b"\r\n\r\n") {
            assert!(socket.read_buf(&mut seen).await.unwrap() > 0);
        }
        then(socket).await;
    });
    (base_url, task)
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_before_it_is_sent() {
    let (base_url, task) = raw(|mut socket| async move {
        let answer = b"HTTP/1.1 413 Payload Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        socket.write_all(answer).await.unwrap();
        tokio::io::copy(&mut socket, &mut tokio::io::sink()).await.ok();
    })
    .await;
    let client = Client::builder("key_test").base_url(base_url).build().unwrap();
    let endless = Trickle {
        left: 1,
        endless: true,
    };
    let error = client
        .asset()
        .create(&Upload::reader("film.mp4", endless))
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 413);
    assert!(error.attempts() == 1 && !error.submission_unknown());
    task.await.unwrap();
}

#[tokio::test]
async fn a_dropped_upload_ends_the_connection() {
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let (base_url, task) = raw(|mut socket| async move {
        begun.send(()).unwrap();
        // To the end, which comes only when the other side hangs up.
        tokio::io::copy(&mut socket, &mut tokio::io::sink()).await.ok();
    })
    .await;
    let client = Client::builder("key_test").base_url(base_url).build().unwrap();
    let endless = Trickle {
        left: 1,
        endless: true,
    };
    let upload = tokio::spawn(client.asset().create(&Upload::reader("a", endless)).into_future());
    has_begun.await.unwrap();
    upload.abort();
    task.await.unwrap();
}

#[tokio::test]
async fn an_upload_that_stands_still_times_out() {
    let server = server(None).await;
    let client = builder(&server).max_retries(0).build().unwrap();
    let endless = Trickle {
        left: 10,
        endless: true,
    };
    let error = client
        .asset()
        .create(&Upload::reader("a", endless))
        .timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.submission_unknown(), "{error:?}");
}
