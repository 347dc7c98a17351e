//! Logs tell what the engine did, never what people said.

use std::{
    io::Write,
    sync::{Arc, Mutex},
    time::Duration,
};

use retell_client::models::CallId;
use retell_llm_ws::{Admission, EndReason, Message, Options, TransportError, run, socket::Socket};
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Phone, Puppet};

#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Buffer {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Buffer {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Everything is logged to the buffer, until the guard is dropped. The paused runtime has one thread, so this holds for
/// the call's task too.
fn logging() -> (Buffer, tracing::subscriber::DefaultGuard) {
    let buffer = Buffer::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(buffer.clone())
        .with_ansi(false)
        .finish();
    (buffer, tracing::subscriber::set_default(subscriber))
}

#[tokio::test(start_paused = true)]
async fn a_call_id_writes_no_line_of_its_own() {
    let (buffer, guard) = logging();
    let (client, server) = tokio::io::duplex(4096);
    drop(client);
    let socket = Socket::new(server, 1000);
    // As a router makes it of `call_1%0AERROR%20forged` in a path.
    let id = CallId::from("call_1\nERROR forged\u{1b}[2J");
    let options = Options::new();
    let outcome = run(socket, id, Admission::fresh(), |_| Puppet::default(), &options).await;
    assert_eq!(outcome.reason, EndReason::Lost);
    drop(guard);
    let log = buffer.text();
    assert!(log.contains(r"call.id=call_1\nERROR forged\u{1b}[2J"), "{log}");
    assert!(log.lines().all(|line| !line.starts_with("ERROR")), "{log}");
}

#[tokio::test(start_paused = true)]
async fn logs_hold_the_call_id_and_no_personal_data() {
    let (buffer, guard) = logging();

    let mut phone = Phone::dial(
        Puppet::default(),
        Options::new().holding(Duration::from_secs(1), "Hold on, Xavier."),
    );
    phone.details(&[("name", "Xavier")]);
    phone.next().await;
    phone.answer().await;
    phone.ask(1, "i am xavier from xanadu");
    phone.answer().await;
    phone.ask(2, "press");
    phone.answer().await;
    phone.ask(3, "slow");
    phone.answer().await;
    phone.ask(4, "fail");
    phone.answer().await;
    phone.raw(Message::text(
        r#"{"interaction_type":"update_only","transcript":[{"role":"user","content":{"xavier":1}}]}"#,
    ));
    phone.raw(Message::text("{xavier"));
    phone.quiet(Duration::from_secs(1)).await;
    phone.fail(TransportError::Broken("reset".into()));
    assert_eq!(phone.outcome().await.reason, EndReason::Lost);
    drop(guard);

    let log = buffer.text();
    assert!(
        log.contains("call.id=call_1") && log.contains("response.id=4"),
        "{log}"
    );
    assert!(log.contains("`transcript[0].content`"), "{log}");
    for secret in ["avier", "anadu", "12#", "Here you are", "there"] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
    assert!(
        !log.contains("INFO") && !log.contains("WARN") && !log.contains("ERROR"),
        "{log}"
    );
}
