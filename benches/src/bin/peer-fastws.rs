//! The leanest server on a library: fastwebsockets, the handshake by hand, no JSON read.

use std::time::Duration;

use benches::peer::{self, BEGIN, CONFIG, Options};
use fastwebsockets::{FragmentCollector, Frame, OpCode, Role, WebSocket};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

fn main() -> std::io::Result<()> {
    peer::serve(listen)
}

async fn listen(options: Options) -> std::io::Result<()> {
    let listener = TcpListener::bind(options.address()).await?;
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let _ = stream.set_nodelay(true);
                tokio::spawn(call(stream));
            }
            // Out of file handles: some call will end.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

async fn call(mut stream: TcpStream) -> Option<()> {
    shake_hands(&mut stream).await?;
    let mut socket = FragmentCollector::new(WebSocket::after_handshake(stream, Role::Server));
    for text in [CONFIG, BEGIN] {
        socket
            .write_frame(Frame::text(text.as_bytes().into()))
            .await
            .ok()?;
    }
    loop {
        let frame = socket.read_frame().await.ok()?;
        match frame.opcode {
            OpCode::Close => return None,
            OpCode::Text => {
                if let Some(answer) = peer::answer(&frame.payload) {
                    let frame = Frame::text(answer.into_bytes().into());
                    socket.write_frame(frame).await.ok()?;
                }
            }
            _ => {}
        }
    }
}

async fn shake_hands(stream: &mut TcpStream) -> Option<()> {
    let mut head = [0_u8; 2048];
    let mut length = 0;
    while !head[..length].ends_with(b"\r\n\r\n") {
        let read = stream.read(&mut head[length..]).await.ok()?;
        if read == 0 {
            return None;
        }
        length += read;
    }
    let head = str::from_utf8(&head[..length]).ok()?;
    let key = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("sec-websocket-key")
            .then_some(value.trim())
    })?;
    let answer = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {}\r\n\r\n",
        derive_accept_key(key.as_bytes())
    );
    stream.write_all(answer.as_bytes()).await.ok()
}
