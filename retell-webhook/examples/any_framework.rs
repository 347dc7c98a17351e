//! A receiver as a function from request to response, for hyper, Lambda or whatever has `http` types. The body is
//! collected before, with a limit. `cargo run --example any_framework` hands it one good and one forged delivery.
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use http::{Request, Response, StatusCode};
use retell_webhook::{Event, SIGNATURE_HEADER, Timestamp, Verifier, sign};

fn receive(verifier: &Verifier, request: &Request<Vec<u8>>) -> StatusCode {
    // No header is an empty one: both are refused as missing.
    let header = request.headers().get(SIGNATURE_HEADER);
    let signature = header.map(|value| value.as_bytes()).unwrap_or_default();
    if let Err(reason) = verifier.verify(signature, request.body()) {
        // For our own log; the sender learns nothing.
        println!("refused: {reason}");
        return StatusCode::UNAUTHORIZED;
    }
    match Event::from_slice(request.body()) {
        Ok(event) => {
            println!("{}", event.dedup_key());
            StatusCode::NO_CONTENT
        }
        Err(_) => StatusCode::BAD_REQUEST,
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let verifier = Verifier::new("key_1")?;
    let body = br#"{"event":"call_ended","call":{"call_id":"call_1"}}"#;
    for key in ["key_1", "forged"] {
        let header = sign(key, body, Timestamp::now().as_millisecond());
        let request = Request::post("/retell")
            .header(SIGNATURE_HEADER, header)
            .body(body.to_vec())?;
        let response = Response::builder()
            .status(receive(&verifier, &request))
            .body(())?;
        println!("{}", response.status());
    }
    Ok(())
}
