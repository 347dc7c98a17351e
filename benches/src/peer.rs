//! What the comparison servers of this package share: what they say, and how they are started.

use std::{
    future::Future,
    net::{Ipv4Addr, SocketAddr},
};

use clap::Parser;

/// The first frame: pings and the call's details are wanted.
pub const CONFIG: &str = r#"{"response_type":"config","config":{"auto_reconnect":true,"call_details":true}}"#;
/// The begin message.
pub const BEGIN: &str = r#"{"response_type":"response","response_id":0,"content":"How may I help you?","content_complete":true,"end_call":false}"#;
/// The greeting every server speaks.
pub const GREETING: &str = "How may I help you?";
/// The one answer every server gives.
pub const REPLY: &str = "I am sorry, can you say that again?";

/// What a server says that reads no JSON: the fixed sentence for a request, the echo for a ping. The numbers are found
/// by looking for their keys.
#[must_use]
pub fn answer(message: &[u8]) -> Option<String> {
    const LONGEST_PING: usize = 128;
    if let Some(id) = number_after(message, br#""response_id":"#) {
        return Some(format!(
            r#"{{"response_type":"response","response_id":{id},"content":"{REPLY}","content_complete":true,"end_call":false}}"#
        ));
    }
    if message.len() >= LONGEST_PING {
        return None;
    }
    let timestamp = number_after(message, br#""timestamp":"#)?;
    Some(format!(
        r#"{{"response_type":"ping_pong","timestamp":{timestamp}}}"#
    ))
}

fn number_after(message: &[u8], key: &[u8]) -> Option<u64> {
    let at = memchr::memmem::find(message, key)? + key.len();
    let digits = message[at..].split(|byte| !byte.is_ascii_digit()).next()?;
    str::from_utf8(digits).ok()?.parse().ok()
}

/// How a comparison server is started.
#[derive(Debug, Clone, Parser)]
pub struct Options {
    /// Port on the loopback address.
    #[arg(long)]
    pub port: u16,
    /// Threads; 1 is a current-thread runtime.
    #[arg(long, default_value_t = 1)]
    pub workers: usize,
}

impl Options {
    /// Where to listen.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.port).into()
    }
}

/// Runs a server as the command line asks.
///
/// # Errors
///
/// When the runtime cannot be made, or as the server does.
pub fn serve<F>(server: impl FnOnce(Options) -> F) -> std::io::Result<()>
where
    F: Future<Output = std::io::Result<()>>,
{
    let options = Options::parse();
    let runtime = if options.workers == 1 {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
    } else {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(options.workers)
            .enable_all()
            .build()?
    };
    runtime.block_on(server(options))
}
