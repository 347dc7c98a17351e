//! Prints the name of each delivery. `RETELL_WEBHOOK_SECRET=key_… cargo run --example axum_receiver --features axum`

use axum::{Router, http::StatusCode, routing::post};
use retell_webhook::{Verifier, Webhook};

async fn receive(webhook: Webhook) -> StatusCode {
    // A real receiver stores the bytes before it answers, and works afterwards.
    #[expect(clippy::print_stdout, reason = "it is what this example is for")]
    {
        println!("{}", webhook.event.dedup_key());
    }
    StatusCode::NO_CONTENT
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let key = std::env::var("RETELL_WEBHOOK_SECRET").map_err(|_| "set RETELL_WEBHOOK_SECRET")?;
    let app = Router::new()
        .route("/retell", post(receive))
        .with_state(Verifier::new(key)?);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app).await?;
    Ok(())
}
