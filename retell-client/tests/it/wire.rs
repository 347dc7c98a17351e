//! Servers that speak HTTP badly, on purpose.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use retell_client::{Client, ClientBuilder, Error, models::Call};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::AbortHandle,
};

use crate::phone_call;

/// One request, whole; `None` if the other side hung up before.
pub(crate) async fn request(socket: &mut TcpStream) -> Option<Vec<u8>> {
    let mut seen = Vec::new();
    while !is_whole(&seen) {
        if socket.read_buf(&mut seen).await.unwrap_or(0) == 0 {
            return None;
        }
    }
    Some(seen)
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| {
            line.to_ascii_lowercase()
                .strip_prefix("content-length:")?
                .trim()
                .parse()
                .ok()
        })
        .unwrap_or(0);
    body.len() >= length
}

/// A server that answers each request with the same bytes, then with `tail` for as long as somebody reads, then hangs up.
pub(crate) struct Bytes {
    base_url: String,
    requests: Arc<AtomicUsize>,
    task: AbortHandle,
}

impl Bytes {
    pub(crate) async fn start(answer: impl Into<Vec<u8>>, tail: &'static [u8]) -> Self {
        let answer = Arc::new(answer.into());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&requests);
        let task = tokio::spawn(async move {
            loop {
                let (mut socket, _) = listener.accept().await.unwrap();
                let (answer, count) = (Arc::clone(&answer), Arc::clone(&count));
                tokio::spawn(async move {
                    if request(&mut socket).await.is_none() {
                        return;
                    }
                    count.fetch_add(1, Ordering::SeqCst);
                    let mut going = socket.write_all(&answer).await.is_ok();
                    while going && !tail.is_empty() {
                        going = socket.write_all(tail).await.is_ok();
                    }
                });
            }
        });
        Self {
            base_url,
            requests,
            task: task.abort_handle(),
        }
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder("key_test").base_url(self.base_url.clone())
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// What a phone call comes to on this server.
    pub(crate) async fn dial(&self) -> Result<Call, Error> {
        self.client().call().create_phone_call(&phone_call()).await
    }

    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        self.task.abort();
    }
}
