//! The connection against bytes as they come: any splits, any frames, and a real client's.

use bytes::Bytes;
use futures_util::{FutureExt as _, SinkExt as _, StreamExt as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex};

use super::*;
use crate::Violation;

const KEY: [u8; 4] = [0x11, 0x22, 0x33, 0x44];

/// A frame as a client sends it.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first];
    match payload.len() {
        size @ 0..=125 => frame.push(0x80 | size as u8),
        size @ 126..=0xffff => {
            frame.push(0x80 | 126);
            frame.extend((size as u16).to_be_bytes());
        }
        size => {
            frame.push(0x80 | 127);
            frame.extend((size as u64).to_be_bytes());
        }
    }
    frame.extend(KEY);
    frame.extend(
        payload
            .iter()
            .zip(KEY.iter().cycle())
            .map(|(byte, key)| byte ^ key),
    );
    frame
}

fn text(payload: &[u8]) -> Vec<u8> {
    frame(0x81, payload)
}

fn pair(limit: usize) -> (DuplexStream, Socket<DuplexStream>) {
    let (client, server) = duplex(1 << 20);
    (client, Socket::new(server, limit))
}

/// What the connection makes of these bytes.
async fn heard(bytes: &[u8]) -> Vec<Result<Message, Violation>> {
    let (mut client, mut socket) = pair(1000);
    client.write_all(bytes).await.unwrap();
    client.shutdown().await.unwrap();
    let mut heard = Vec::new();
    while let Some(message) = socket.next().await {
        heard.push(message.map_err(|error| match error {
            TransportError::Refused(violation) => violation,
            TransportError::Broken(error) => panic!("{error}"),
        }));
    }
    heard
}

/// What the connection wrote, until it was dropped.
async fn written(mut client: DuplexStream, socket: Socket<DuplexStream>) -> Vec<u8> {
    drop(socket);
    let mut all = Vec::new();
    client.read_to_end(&mut all).await.unwrap();
    all
}

fn message(text: &[u8]) -> Result<Message, Violation> {
    Ok(Message::Text(Bytes::copy_from_slice(text)))
}

#[tokio::test]
async fn messages_come_whole_however_the_bytes_are_split() {
    let long = vec![b'x'; 70_000];
    let fragments = [
        frame(0x01, b"he"),
        frame(0x89, b"?"),
        frame(0x00, b""),
        frame(0x80, b"llo"),
    ]
    .concat();
    let all = [
        text(b"a"),
        text(b""),
        text(&long),
        fragments,
        text(&[b'y'; 5000]),
        frame(0x8a, b"!"),
        text(b"z"),
    ];
    let bytes = all.concat();
    for step in [1, 2, 7, 125, 4096, 65_536, bytes.len()] {
        let (mut client, mut socket) = pair(100_000);
        let mut texts = Vec::new();
        let mut controls = 0;
        for part in bytes.chunks(step) {
            client.write_all(part).await.unwrap();
            // All that can be read is read, so that each part is met by a connection at rest.
            while let Some(Some(message)) = socket.next().now_or_never() {
                match message.unwrap() {
                    Message::Text(text) => texts.push(text),
                    Message::Control => controls += 1,
                    other => panic!("{other:?}"),
                }
            }
        }
        let expected = [&b"a"[..], b"", &long, b"hello", &[b'y'; 5000], b"z"];
        assert_eq!(
            (texts.as_slice(), controls),
            (&expected.map(Bytes::copy_from_slice)[..], 2),
            "{step}"
        );
        assert_eq!(written(client, socket).await, b"\x8a\x01?", "{step}");
    }
}

#[tokio::test]
async fn what_breaks_the_rules_is_refused() {
    for (bytes, violation) in [
        (vec![0x81, 0x01, b'a'], Violation::Protocol), // not masked
        (frame(0xc1, b"a"), Violation::Protocol),      // a reserved bit
        (frame(0x83, b"a"), Violation::Protocol),      // a reserved code
        (frame(0x8b, b"a"), Violation::Protocol),
        (frame(0x80, b"a"), Violation::Protocol), // nothing to continue
        (frame(0x09, b"a"), Violation::Protocol), // a ping in parts
        (frame(0x89, &[0; 126]), Violation::Protocol), // a ping too long
        ([frame(0x01, b"a"), text(b"b")].concat(), Violation::Protocol), // a message within another
        (frame(0x88, b"x"), Violation::Protocol), // half a code
        (frame(0x88, &999u16.to_be_bytes()), Violation::Protocol),
        (frame(0x88, &1005u16.to_be_bytes()), Violation::Protocol),
        (frame(0x88, b"\x03\xe8\xff"), Violation::NotText), // a reason that is no text
        (text(b"a\xff"), Violation::NotText),
        (text(b"\xed\xa0\x80"), Violation::NotText), // half a character
        (
            [frame(0x01, b"\xe2\x82"), frame(0x80, b"x")].concat(),
            Violation::NotText,
        ),
        (text(&[b'a'; 1001]), Violation::TooLarge),
        (
            [frame(0x01, &[b'a'; 600]), frame(0x80, &[b'a'; 401])].concat(),
            Violation::TooLarge,
        ),
    ] {
        let bytes = [text(b"before"), bytes].concat();
        let heard = heard(&bytes).await;
        assert_eq!(heard, [message(b"before"), Err(violation)], "{bytes:x?}");
    }
}

#[tokio::test]
async fn characters_may_be_cut_by_fragments_but_not_by_messages() {
    let bytes = [frame(0x01, b"\xe2\x82"), frame(0x80, b"\xac")].concat();
    assert_eq!(heard(&bytes).await, [message("€".as_bytes())]);
}

#[tokio::test]
async fn after_a_violation_nothing_counts_and_nothing_is_kept() {
    let (mut client, mut socket) = pair(1000);
    client
        .write_all(&[frame(0x83, b"a"), text(b"later")].concat())
        .await
        .unwrap();
    assert!(matches!(
        socket.next().await,
        Some(Err(TransportError::Refused(Violation::Protocol)))
    ));
    socket.send(Message::Close(Some(1002))).await.unwrap();
    client.write_all(&text(&[b'x'; 900])).await.unwrap();
    assert!(socket.next().now_or_never().is_none(), "thrown away as it comes");
    assert_eq!(socket.input.len(), 0);
    client.shutdown().await.unwrap();
    assert!(socket.next().await.is_none());
    assert_eq!(written(client, socket).await, b"\x88\x02\x03\xea");
}

#[tokio::test]
async fn a_message_too_large_is_passed_over_and_the_close_frame_behind_it_seen() {
    let (mut client, mut socket) = pair(1000);
    let sending = async {
        client.write_all(&text(&vec![b'x'; 3_000_000])).await.unwrap();
        client
            .write_all(&frame(0x88, &1009u16.to_be_bytes()))
            .await
            .unwrap();
    };
    let receiving = async {
        assert!(matches!(
            socket.next().await,
            Some(Err(TransportError::Refused(Violation::TooLarge)))
        ));
        socket.send(Message::Close(Some(1009))).await.unwrap();
        assert!(matches!(
            socket.next().await,
            Some(Ok(Message::Close(Some(1009))))
        ));
    };
    tokio::join!(sending, receiving);
    assert_eq!(
        written(client, socket).await,
        b"\x88\x02\x03\xf1",
        "one close frame, not two"
    );
}

#[tokio::test]
async fn empty_fragments_without_end_are_refused() {
    let flood = [frame(0x01, b""), frame(0x00, b"").repeat(20_000)].concat();
    assert_eq!(
        heard(&flood).await,
        [Err(Violation::TooLarge), Err(Violation::Protocol)]
    );
}

#[tokio::test]
async fn a_close_frame_is_confirmed_with_its_code_and_ends_the_stream() {
    for (body, code) in [
        (&b""[..], None),
        (b"\x03\xe8", Some(1000)),
        (b"\x0f\xa0bye", Some(4000)),
    ] {
        let (mut client, mut socket) = pair(1000);
        client
            .write_all(&[frame(0x88, body), text(b"too late")].concat())
            .await
            .unwrap();
        assert!(matches!(socket.next().await, Some(Ok(Message::Close(read))) if read == code));
        assert!(socket.next().await.is_none());
        assert!(socket.send(Message::text("too late")).await.is_err());
        let answer = [&[0x88, body.len().min(2) as u8], &body[..body.len().min(2)]].concat();
        assert_eq!(written(client, socket).await, answer);
    }
}

#[tokio::test]
async fn the_end_of_the_bytes_is_the_end_without_a_close_frame() {
    assert_eq!(heard(b"").await, []);
    assert_eq!(heard(&text(b"hello")[..7]).await, []);
    let (client, mut socket) = pair(1000);
    drop(client);
    assert!(matches!(
        socket.next().await,
        None | Some(Err(TransportError::Broken(_)))
    ));
    assert!(socket.next().await.is_none());
}

#[tokio::test]
async fn what_is_queued_leaves_together_and_in_order() {
    let (client, mut socket) = pair(1000);
    socket.feed(Message::text("one")).await.unwrap();
    socket.feed(Message::text("x".repeat(200))).await.unwrap();
    socket.feed(Message::Close(None)).await.unwrap();
    socket.flush().await.unwrap();
    let expected = [&b"\x81\x03one\x81\x7e\x00\xc8"[..], &[b'x'; 200], b"\x88\x00"].concat();
    assert_eq!(written(client, socket).await, expected);
}

#[tokio::test]
async fn a_client_that_reads_nothing_takes_no_memory() {
    let (client, server) = duplex(16);
    let mut socket = Socket::new(server, 1000);
    let (mut reader, mut sender) = tokio::io::split(client);
    // A flood of pings, none of whose answers is read.
    let flood = tokio::spawn(async move {
        for _ in 0..2000 {
            sender.write_all(&frame(0x89, &[7; 100])).await.unwrap();
        }
        sender.shutdown().await.unwrap();
    });
    let mut pings = 0;
    while let Some(message) = socket.next().await {
        assert_eq!(message.unwrap(), Message::Control);
        pings += 1;
        assert!(socket.writer.len() <= 204, "{}", socket.writer.len());
    }
    flood.await.unwrap();
    assert_eq!(pings, 2000);

    // A sender waits instead of queueing without end.
    let mut queued = 0;
    while socket
        .feed(Message::text("x".repeat(10_000)))
        .now_or_never()
        .is_some()
    {
        queued += 1;
    }
    assert!((5..=8).contains(&queued), "{queued}");
    let mut first = [0; 4];
    reader.read_exact(&mut first).await.unwrap();
    assert_eq!(first, [0x8a, 100, 7, 7]);
}

#[tokio::test]
async fn a_pong_that_does_not_fit_leaves_as_soon_as_it_does() {
    let (mut client, server) = duplex(16);
    let mut socket = Socket::new(server, 1000);
    let served = tokio::spawn(async move { while socket.next().await.is_some() {} });
    client.write_all(&frame(0x89, &[7; 100])).await.unwrap();
    let mut pong = [0; 102];
    tokio::time::timeout(std::time::Duration::from_secs(5), client.read_exact(&mut pong))
        .await
        .expect("the rest of the pong")
        .unwrap();
    assert_eq!(pong[..3], [0x8a, 100, 7]);
    drop(client);
    served.await.unwrap();
}

#[tokio::test]
async fn idle_it_holds_nothing() {
    let (mut client, mut socket) = pair(1 << 20);
    for size in [10, 5000, 200_000] {
        client.write_all(&text(&vec![b'x'; size])).await.unwrap();
        let message = socket.next().await.unwrap().unwrap();
        assert!(matches!(message, Message::Text(text) if text.len() == size));
        socket.send(Message::text("thanks")).await.unwrap();
        assert!(socket.next().now_or_never().is_none());
        assert_eq!((socket.input.memory(), socket.writer.memory()), (0, 0), "{size}");
    }
    assert!(size_of::<Socket<tokio::net::TcpStream>>() <= 256);
}
