//! An agent that repeats what it hears.
//!
//! ```sh
//! cargo run -p retell-llm-ws --features axum --example echo
//! ```

use axum::{Router, extract::Path, response::Response, routing::any};
use retell_llm_ws::{
    Action, Admission, CallContext, ConversationPolicy, Options, PolicyError, Reply, Speech, Turn, TurnKind,
    async_trait, axum::RetellUpgrade,
};

struct Echo;

#[async_trait]
impl ConversationPolicy for Echo {
    fn greet(&mut self, call: &CallContext) -> Speech {
        match call.variable("customer_name") {
            Some(name) => Speech::say(format!("Hello {name}! Say something, or goodbye.")),
            None => Speech::say("Hello! Say something, or goodbye."),
        }
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        if turn.kind == TurnKind::Reminder {
            return Ok(reply.finish("Are you still there?").await?);
        }
        let said = turn.said().unwrap_or_default();
        if said.to_lowercase().contains("bye") {
            // On the first chunk, and not to be interrupted: otherwise the hang-up is easily lost.
            reply.act(Action::EndCall);
            reply.no_interruption();
            return Ok(reply.finish("Goodbye!").await?);
        }
        reply.say("You said: ").await?;
        Ok(reply.finish(said).await?)
    }
}

async fn call(Path(call_id): Path<String>, socket: RetellUpgrade) -> Response {
    retell_llm_ws::axum::upgrade(
        socket,
        call_id.into(),
        Admission::fresh(),
        |_| Echo,
        Options::default(),
        |_| {},
    )
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let router = Router::new().route("/llm/{call_id}", any(call));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8081").await?;
    axum::serve(listener, router).await
}
