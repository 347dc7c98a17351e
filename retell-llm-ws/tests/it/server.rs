//! A host on a real listener, with each adapter.

use std::time::Duration;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::any,
    serve::Listener,
};
use retell_client::models::CallId;
use retell_llm_ws::{
    Admission, CallContext, ConversationPolicy, Options, Outcome,
    axum::RetellUpgrade,
    caller::Caller,
    tungstenite::{Arrival, Refusal, accept},
};
use tokio::{
    io::{Join, join},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::mpsc,
    time::timeout,
};

use crate::support::Puppet;

#[derive(Clone, Copy)]
pub(crate) enum Adapter {
    Axum,
    /// A stream that is not a TCP stream any more, as behind TLS.
    AxumBehindALayer,
    Tungstenite,
}

#[derive(Clone)]
struct Host {
    options: Options,
    outcomes: mpsc::UnboundedSender<Outcome>,
}

/// Serves calls at `/llm/{call_id}`, but for `call_unknown`.
pub(crate) struct Server {
    pub(crate) url: String,
    outcomes: mpsc::UnboundedReceiver<Outcome>,
}

impl Server {
    pub(crate) async fn start(adapter: Adapter, options: Options) -> Self {
        let (sender, outcomes) = mpsc::unbounded_channel();
        let host = Host {
            options,
            outcomes: sender,
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("ws://{}/llm/?token=x", listener.local_addr().unwrap());
        let router = Router::new()
            .route("/llm/{call_id}", any(upgrade))
            .with_state(host.clone());
        tokio::spawn(async move {
            match adapter {
                Adapter::Axum => axum::serve(listener, router).await.unwrap(),
                Adapter::AxumBehindALayer => axum::serve(Layered(listener), router).await.unwrap(),
                Adapter::Tungstenite => loop {
                    let (stream, _) = listener.accept().await.unwrap();
                    tokio::spawn(plain(stream, host.clone()));
                },
            }
        });
        Self { url, outcomes }
    }

    pub(crate) async fn dial(&self) -> Caller {
        Caller::connect(&self.url, &CallId::from("call_1")).await.unwrap()
    }

    pub(crate) async fn outcome(&mut self) -> Outcome {
        soon(self.outcomes.recv()).await.unwrap()
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        self.url.split('/').nth(2).unwrap()
    }
}

pub(crate) async fn soon<T>(future: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(10), future)
        .await
        .expect("within ten seconds")
}

fn policy(_: &CallContext) -> Box<dyn ConversationPolicy> {
    Box::new(Puppet::default())
}

async fn upgrade(State(host): State<Host>, Path(id): Path<CallId>, socket: RetellUpgrade) -> Response {
    if id.as_str() == "call_unknown" {
        return StatusCode::NOT_FOUND.into_response();
    }
    let done = move |outcome| {
        let _ = host.outcomes.send(outcome);
    };
    retell_llm_ws::axum::upgrade(socket, id, Admission::fresh(), policy, host.options, done)
}

async fn plain(stream: TcpStream, host: Host) {
    stream.set_nodelay(true).unwrap();
    let admit = async |arrival: &Arrival| {
        assert_eq!((arrival.query("token"), arrival.query("tok")), (Some("x"), None));
        if arrival.call_id().as_str() == "call_unknown" || !arrival.path().starts_with("/llm/") {
            return Err(Refusal::new(404, "no such call"));
        }
        Ok(Admission::fresh())
    };
    if let Ok(call) = accept(stream, &host.options, admit).await {
        let outcome = call.serve(policy, &host.options).await;
        let _ = host.outcomes.send(outcome);
    }
}

struct Layered(TcpListener);

impl Listener for Layered {
    type Io = Join<OwnedReadHalf, OwnedWriteHalf>;
    type Addr = std::net::SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = self.0.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (reader, writer) = stream.into_split();
        (join(reader, writer), address)
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.0.local_addr()
    }
}
