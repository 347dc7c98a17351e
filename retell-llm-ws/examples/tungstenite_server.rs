//! An agent on a plain TCP listener, without an HTTP framework: a secret in the path, a limit on calls.
//!
//! ```sh
//! LLM_SECRET=long-and-random cargo run -p retell-llm-ws --features tungstenite --example tungstenite_server
//! ```
//!
//! Give the agent `wss://your.host/long-and-random` as its `llm_websocket_url`.

use std::{env, error::Error, sync::Arc};

use retell_llm_ws::{
    Admission, Options, Secret, Speech, Turn,
    policies::speech_fn,
    registry::Registry,
    tungstenite::{Arrival, Refusal, accept},
};
use tokio::net::{TcpListener, TcpStream};

struct Host {
    secret: Secret,
    registry: Registry,
    options: Options,
}

impl Host {
    fn admit(&self, arrival: &Arrival) -> Result<Admission, Refusal> {
        if !self.secret.matches(arrival.prefix()) {
            return Err(Refusal::new(404, "no calls are served at this address"));
        }
        let seat = self.registry.enter(arrival.call_id());
        let seat = seat.ok_or_else(|| Refusal::new(503, "too many calls at once"))?;
        Ok(Admission::fresh().seated(seat))
    }

    async fn call(&self, stream: TcpStream) {
        let admit = async |arrival: &Arrival| self.admit(arrival);
        let call = match accept(stream, &self.options, admit).await {
            Ok(call) => call,
            Err(error) => return eprintln!("no call: {error}"),
        };
        let outcome = call.serve(|_| speech_fn(echo), &self.options).await;
        eprintln!("a call of {} turns ended: {:?}", outcome.turns, outcome.reason);
    }
}

fn echo(turn: &Turn<'_>) -> Speech {
    Speech::say(format!("You said: {}", turn.said().unwrap_or("nothing.")))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let host = Arc::new(Host {
        secret: Secret::new(env::var("LLM_SECRET").map_err(|_| "LLM_SECRET must be set")?),
        registry: Registry::new(200),
        options: Options::new(),
    });
    let listener = TcpListener::bind("127.0.0.1:8081").await?;
    eprintln!("listening on {}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let host = Arc::clone(&host);
        tokio::spawn(async move { host.call(stream).await });
    }
}
