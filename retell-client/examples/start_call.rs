//! Starts a web call, or a phone call when two numbers are given.
//!
//! `RETELL_API_KEY=key_… RETELL_AGENT_ID=agent_… cargo run --example start_call -- [FROM TO]`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use std::env;

use retell_client::{
    Client,
    models::{CreatePhoneCall, CreateWebCall, PhoneNumber},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let agent_id = env::var("RETELL_AGENT_ID").map_err(|_| "set RETELL_AGENT_ID")?;
    let numbers: Vec<String> = env::args().skip(1).collect();

    if let [from, to] = numbers.as_slice() {
        let request =
            CreatePhoneCall::new(PhoneNumber::new(from)?, PhoneNumber::new(to)?).override_agent_id(agent_id);
        match client.call().create_phone_call(&request).await {
            Ok(call) => println!("dialling, {}", call.call_id),
            Err(error) if error.submission_unknown() => {
                println!("it may be ringing, look before you repeat: {error}")
            }
            Err(error) => return Err(error.into()),
        }
    } else {
        let call = client
            .call()
            .create_web_call(&CreateWebCall::new(agent_id))
            .await?;
        println!(
            "{}: hand its access token to the browser within 30 seconds",
            call.call_id
        );
    }
    Ok(())
}
