//! The same over real sockets: each adapter on one end, the caller's side on the other.

use std::time::Duration;

use retell_client::models::{CallId, Role, Utterance};
use retell_llm_ws::{
    Action, EndReason, Options, Shutdown, Violation,
    caller::{Caller, CallerError, Conformance},
    frame::{Inbound, Outbound, PingPong, Request},
};

use crate::server::{Adapter, Server, soon};

macro_rules! on_every_adapter {
    ($($test:ident)*) => {
        on_every_adapter!(axum: Adapter::Axum, $($test)*);
        on_every_adapter!(axum_behind_a_layer: Adapter::AxumBehindALayer, $($test)*);
        on_every_adapter!(tungstenite: Adapter::Tungstenite, $($test)*);
    };
    ($name:ident: $adapter:expr, $($test:ident)*) => {
        mod $name {
            use super::*;

            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    super::$test($adapter).await;
                }
            )*
        }
    };
}

on_every_adapter! {
    a_whole_call
    a_close_frame_is_answered
    a_hang_up_is_on_the_wire
    a_refusal_is_an_http_status
    a_draining_server_drops_the_connection_without_a_close_frame
    a_caller_that_vanishes_is_noticed
    what_may_not_come_is_refused_by_code
    text_that_is_no_utf_8_drops_the_connection_so_that_retell_dials_again
    a_long_transcript_passes
    many_calls_at_once_do_not_mix
}

fn ask(response_id: u64, words: &str) -> Inbound {
    Inbound::ResponseRequired(Request {
        response_id,
        transcript: vec![Utterance::new(Role::User, words)],
        ..Request::default()
    })
}

fn options() -> Options {
    Options::new().call_details_deadline(Duration::from_millis(10))
}

/// Dialled and past the begin message.
async fn begun(server: &Server) -> Caller {
    let mut caller = server.dial().await;
    loop {
        if let Outbound::Response(begin) = soon(caller.recv()).await.unwrap().unwrap() {
            assert_eq!((begin.response_id, begin.content_complete), (0, true));
            return caller;
        }
    }
}

async fn a_whole_call(adapter: Adapter) {
    let mut server = Server::start(adapter, options()).await;
    let mut caller = server.dial().await;
    let mut watch = Conformance::new();
    let talk = [
        ask(1, "half"),
        Inbound::PingPong(PingPong { timestamp: 42 }),
        ask(2, "hello"),
        ask(3, "bye"),
    ];
    let mut talk = talk.into_iter();
    let mut pongs = 0;
    loop {
        let frame = soon(caller.recv()).await.unwrap().expect("the connection lasts");
        watch.received(&frame);
        let go_on = match frame {
            Outbound::PingPong(pong) => {
                assert_eq!(pong.timestamp, 42);
                pongs += 1;
                true
            }
            Outbound::Response(response) => {
                if response.response_id == 3 && response.content_complete {
                    break;
                }
                response.content_complete || response.response_id == 1
            }
            _ => false,
        };
        if go_on && let Some(next) = talk.next() {
            watch.sent(&next);
            caller.send(&next).await.unwrap();
        }
    }
    assert_eq!((watch.violations(), pongs), (&[][..], 1));
    soon(caller.close(1000)).await.unwrap();
    let outcome = server.outcome().await;
    assert_eq!(outcome.reason, EndReason::Closed { code: Some(1000) });
    assert_eq!((outcome.turns, outcome.bad_frames, outcome.greeted), (3, 0, true));
}

async fn a_close_frame_is_answered(adapter: Adapter) {
    let mut server = Server::start(adapter, options()).await;
    let (mut sender, mut receiver) = begun(&server).await.split();
    sender.close(1000).await.unwrap();
    let answer = soon(receiver.recv()).await;
    assert!(
        matches!(answer, Err(CallerError::Closed { code: Some(1000) })),
        "{answer:?}"
    );
    assert_eq!(
        server.outcome().await.reason,
        EndReason::Closed { code: Some(1000) }
    );
}

async fn a_hang_up_is_on_the_wire(adapter: Adapter) {
    let server = Server::start(adapter, options()).await;
    let mut caller = begun(&server).await;
    caller.send(&ask(1, "bye")).await.unwrap();
    let Some(Outbound::Response(first)) = soon(caller.recv()).await.unwrap() else {
        panic!("no words")
    };
    assert_eq!(first.action(), Some(Action::EndCall));
}

async fn a_refusal_is_an_http_status(adapter: Adapter) {
    let server = Server::start(adapter, options()).await;
    let refused = Caller::connect(&server.url, &CallId::from("call_unknown"))
        .await
        .unwrap_err();
    assert!(
        matches!(refused, CallerError::Refused { status: 404 }),
        "{refused:?}"
    );
    assert!(matches!(
        Caller::connect("not a url", &CallId::from("x"))
            .await
            .unwrap_err(),
        CallerError::BadUrl | CallerError::Transport(_)
    ));
}

async fn a_draining_server_drops_the_connection_without_a_close_frame(adapter: Adapter) {
    let shutdown = Shutdown::new();
    let mut server = Server::start(adapter, options().shutdown(shutdown.clone())).await;
    let mut caller = begun(&server).await;
    shutdown.drain(Duration::ZERO);
    assert!(matches!(soon(caller.recv()).await, Ok(None)));
    assert_eq!(server.outcome().await.reason, EndReason::Drained);
    soon(shutdown.idle()).await;
}

async fn a_caller_that_vanishes_is_noticed(adapter: Adapter) {
    let mut server = Server::start(adapter, options()).await;
    let caller = begun(&server).await;
    caller.abort();
    assert_eq!(server.outcome().await.reason, EndReason::Lost);
    let (sender, receiver) = begun(&server).await.split();
    drop((sender, receiver));
    assert_eq!(server.outcome().await.reason, EndReason::Lost);
}

async fn what_may_not_come_is_refused_by_code(adapter: Adapter) {
    let mut server = Server::start(adapter, options().max_message_bytes(100_000)).await;
    let mut caller = begun(&server).await;
    caller.send_binary(vec![1, 2, 3]).await.unwrap();
    assert!(matches!(
        soon(caller.recv()).await,
        Err(CallerError::Closed { code: Some(1007) })
    ));
    assert_eq!(server.outcome().await.reason, EndReason::BinaryFrame);

    // Just above the limit, and far above what the socket itself takes.
    for size in [100_001, 5_000_000] {
        let mut caller = begun(&server).await;
        let _ = caller.send_text(" ".repeat(size)).await;
        let end = soon(caller.recv()).await;
        if size == 100_001 {
            assert!(
                matches!(end, Err(CallerError::Closed { code: Some(1009) })),
                "{end:?}"
            );
        }
        assert_eq!(server.outcome().await.reason, EndReason::Oversize);
    }
}

async fn text_that_is_no_utf_8_drops_the_connection_so_that_retell_dials_again(adapter: Adapter) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let mut server = Server::start(adapter, options()).await;
    let mut socket = crate::hostile::open(&server).await;
    // A final text frame of two bytes, masked with zeros.
    socket
        .write_all(&[0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe])
        .await
        .unwrap();
    assert_eq!(
        server.outcome().await.reason,
        EndReason::Refused(Violation::NotText)
    );
    let mut rest = Vec::new();
    let _ = soon(socket.read_to_end(&mut rest)).await;
    // Text frames, and no close frame behind them.
    while let [0x81, size @ 0..=125, more @ ..] = &rest[..] {
        rest = more[usize::from(*size)..].to_vec();
    }
    assert_eq!(rest, b"");
}

async fn a_long_transcript_passes(adapter: Adapter) {
    let server = Server::start(adapter, options()).await;
    let mut caller = begun(&server).await;
    let mut transcript = vec![Utterance::new(Role::User, "many words ".repeat(20)); 10_000];
    transcript.push(Utterance::new(Role::User, "hello"));
    let long = Inbound::ResponseRequired(Request {
        response_id: 1,
        transcript,
        ..Request::default()
    });
    assert!(long.to_json().len() > 2_000_000);
    caller.send(&long).await.unwrap();
    let Some(Outbound::Response(first)) = soon(caller.recv()).await.unwrap() else {
        panic!("no words")
    };
    assert_eq!(first.content, "You said ");
}

async fn many_calls_at_once_do_not_mix(adapter: Adapter) {
    let mut server = Server::start(adapter, options()).await;
    let calls: Vec<_> = (0..200)
        .map(|n| {
            let url = server.url.clone();
            tokio::spawn(async move {
                let mut caller = Caller::connect(&url, &CallId::from(format!("call_{n}")))
                    .await
                    .unwrap();
                for id in 1..=5 {
                    loop {
                        let frame = soon(caller.recv()).await.unwrap().expect("the connection lasts");
                        if matches!(frame, Outbound::Response(response) if response.content_complete) {
                            break;
                        }
                    }
                    caller.send(&ask(id, &format!("{n} {id}"))).await.unwrap();
                }
                let mut text = String::new();
                while let Some(Outbound::Response(response)) = soon(caller.recv()).await.unwrap() {
                    text.push_str(&response.content);
                    if response.content_complete {
                        break;
                    }
                }
                assert_eq!(text, format!("You said {n} 5"));
                soon(caller.close(1000)).await.unwrap();
            })
        })
        .collect();
    for call in calls {
        soon(call).await.unwrap();
        assert_eq!(server.outcome().await.turns, 5);
    }
}
