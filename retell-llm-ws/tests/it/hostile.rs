//! Bytes no well-behaved client sends, on a real connection.

use std::time::Duration;

use retell_llm_ws::{EndReason, Options};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::server::{Adapter, Server, soon};

/// A connection after its handshake.
pub(crate) async fn open(server: &Server) -> TcpStream {
    let mut socket = TcpStream::connect(server.address()).await.unwrap();
    socket.set_nodelay(true).unwrap();
    let handshake = "GET /llm/call_1?token=x HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\
                     sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.write_all(handshake.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(soon(socket.read_u8()).await.unwrap());
    }
    assert!(head.starts_with(b"HTTP/1.1 101"));
    socket
}

/// A frame, masked with zeros.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let size = u16::try_from(payload.len()).expect("not that long");
    let mut frame = vec![first];
    match size {
        0..=125 => frame.push(0x80 | size as u8),
        _ => {
            frame.push(0x80 | 126);
            frame.extend(size.to_be_bytes());
        }
    }
    frame.extend([0; 4]);
    frame.extend(payload);
    frame
}

/// The next frame of the server: its first byte and its payload. None of them is long.
async fn answer(socket: &mut TcpStream) -> (u8, Vec<u8>) {
    let first = soon(socket.read_u8()).await.unwrap();
    let size = match soon(socket.read_u8()).await.unwrap() {
        126 => soon(socket.read_u16()).await.unwrap().into(),
        size => usize::from(size),
    };
    let mut payload = vec![0; size];
    soon(socket.read_exact(&mut payload)).await.unwrap();
    (first, payload)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_much_in_fragments_is_answered_1009_while_more_comes() {
    for adapter in [Adapter::Axum, Adapter::Tungstenite] {
        let options = Options::new().max_message_bytes(100_000);
        let mut server = Server::start(adapter, options).await;
        let mut socket = open(&server).await;
        let part = [b' '; 40_000];
        socket.write_all(&frame(0x01, &part)).await.unwrap();
        for _ in 0..20 {
            socket.write_all(&frame(0x00, &part)).await.unwrap();
        }
        let mut answered = answer(&mut socket).await;
        while answered.0 == 0x81 {
            answered = answer(&mut socket).await;
        }
        assert_eq!(answered, (0x88, 1009u16.to_be_bytes().to_vec()));
        socket.write_all(&frame(0x80, &part)).await.unwrap();
        socket.write_all(b"\x88\x82\0\0\0\0\x03\xf1").await.unwrap();
        // The connection ends in order, not with a reset.
        assert_eq!(soon(socket.read(&mut [0])).await.unwrap(), 0);
        assert_eq!(server.outcome().await.reason, EndReason::Oversize);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_byte_at_a_time_is_a_message_too() {
    for adapter in [Adapter::Axum, Adapter::Tungstenite] {
        let server = Server::start(adapter, Options::new().call_details_deadline(Duration::MAX)).await;
        let mut socket = open(&server).await;
        let words = "word ".repeat(8_000);
        let ping = format!(r#"{{"padding":"{words}","interaction_type":"ping_pong","timestamp":7}}"#);
        for byte in frame(0x81, ping.as_bytes()) {
            socket.write_all(&[byte]).await.unwrap();
        }
        let pong = loop {
            let (_, text) = answer(&mut socket).await;
            if text.windows(9).any(|part| part == b"ping_pong") {
                break text;
            }
        };
        assert_eq!(pong, br#"{"response_type":"ping_pong","timestamp":7}"#);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_floods_and_reads_nothing_is_closed() {
    for adapter in [Adapter::Axum, Adapter::Tungstenite] {
        let mut server = Server::start(adapter, Options::new()).await;
        let mut socket = open(&server).await;
        let ping = br#"{"interaction_type":"ping_pong","timestamp":7}"#;
        let flood = [frame(0x81, ping), b"\x89\x84\0\0\0\0ping".to_vec()]
            .concat()
            .repeat(1000);
        // The server may have closed before all is written.
        let _ = socket.write_all(&flood).await;
        assert_eq!(server.outcome().await.reason, EndReason::Flood);
    }
}
