//! Buys a number, or imports one of another provider, and has an agent answer it.
//!
//! `RETELL_API_KEY=key_… cargo run --example numbers -- buy agent_1 415`
//! `RETELL_API_KEY=key_… cargo run --example numbers -- import agent_1 +14155550100 trunk.example.com`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use retell_client::{
    Client,
    models::{BuyNumber, ImportNumber, PhoneNumber, WeightedAgent},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let client = Client::from_env()?;
    let number = match words.as_slice() {
        ["buy", agent, area_code] => {
            let number = BuyNumber::new()
                .area_code(area_code.parse::<i64>()?)
                .inbound_agents([WeightedAgent::new(*agent, 1)]);
            client.phone_number().create(&number).await
        }
        ["import", agent, number, trunk] => {
            let number = ImportNumber::new(PhoneNumber::new(*number)?, *trunk)
                .inbound_agents([WeightedAgent::new(*agent, 1)]);
            client.phone_number().import(&number).await
        }
        _ => return Err("say `buy AGENT AREA_CODE` or `import AGENT NUMBER TRUNK`".into()),
    };
    match number {
        Ok(number) => println!("{} is yours", number.phone_number),
        Err(error) if error.submission_unknown() => {
            println!("{error}: look at your numbers before you try again");
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
