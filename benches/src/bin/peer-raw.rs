//! The denominator: tokio-tungstenite and nothing else. No JSON is read; the id is found by looking for its key.

use std::time::Duration;

use benches::peer::{self, BEGIN, CONFIG, Options};
use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{accept_async, tungstenite::Message};

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

async fn call(stream: TcpStream) -> Option<()> {
    let mut socket = accept_async(stream).await.ok()?;
    socket.send(Message::text(CONFIG)).await.ok()?;
    socket.send(Message::text(BEGIN)).await.ok()?;
    while let Some(Ok(message)) = socket.next().await {
        if let Message::Text(text) = message
            && let Some(answer) = peer::answer(text.as_bytes())
        {
            socket.send(Message::text(answer)).await.ok()?;
        }
    }
    Some(())
}
