//! A receiver on plain hyper: the crate needs `http` types and nothing more. Takes events at `/retell` and answers a
//! custom function at `/find_load`. `RETELL_WEBHOOK_SECRET=key_… cargo run --example hyper_receiver`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use std::convert::Infallible;

use http_body_util::{BodyExt as _, Limited};
use hyper::{Request, Response, body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use retell_webhook::{Event, FunctionAnswer, FunctionCall, Rejection, Verifier};
use serde::Deserialize;

#[derive(Deserialize)]
struct Lookup {
    load_number: String,
}

/// Everything but the network: from a request whose body was collected to the text of the answer.
fn answer(
    verifier: &Verifier,
    path: &str,
    headers: &http::HeaderMap,
    body: &[u8],
) -> Result<String, Rejection> {
    if path == "/find_load" {
        let function: FunctionCall<Lookup> = verifier.receive(headers, body)?;
        let text = format!("Load {} is due at four.", function.args.load_number);
        return Ok(FunctionAnswer::text(text).into_body());
    }
    let event: Event = verifier.receive(headers, body)?;
    println!("{}", event.dedup_key());
    Ok(String::new())
}

async fn serve(verifier: Verifier, request: Request<Incoming>) -> Result<Response<String>, Infallible> {
    let (parts, body) = request.into_parts();
    let outcome = match Limited::new(body, 10 * 1024 * 1024).collect().await {
        Ok(body) => answer(&verifier, parts.uri.path(), &parts.headers, &body.to_bytes()),
        Err(_) => Err(Rejection::TooLarge),
    };
    let mut response = Response::default();
    match outcome {
        Ok(text) => *response.body_mut() = text,
        Err(rejection) => {
            // The reason is for our own log; the sender learns the status.
            println!("refused: {rejection}");
            *response.status_mut() = rejection.status();
        }
    }
    Ok(response)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let key = std::env::var("RETELL_WEBHOOK_SECRET").map_err(|_| "set RETELL_WEBHOOK_SECRET")?;
    let verifier = Verifier::new(key)?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    loop {
        let (socket, _) = listener.accept().await?;
        let verifier = verifier.clone();
        let service = service_fn(move |request| serve(verifier.clone(), request));
        let connection =
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(socket), service);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                println!("a connection broke: {error}");
            }
        });
    }
}
