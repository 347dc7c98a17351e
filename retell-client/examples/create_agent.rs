//! Makes an agent whose words come from a server of yours, and publishes it.
//!
//! `RETELL_API_KEY=key_… cargo run --example create_agent -- wss://example.com/llm`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use retell_client::{
    Client,
    models::{AgentWebhookEvent, CreateAgent, PublishVersion, ResponseEngine},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args()
        .nth(1)
        .ok_or("give the address of your server's socket")?;
    let client = Client::from_env()?;
    let agent = CreateAgent::new(ResponseEngine::custom_llm(url), "11labs-Adrian")
        .agent_name("Dispatch")
        .language("en-US")
        .interruption_sensitivity(0.9)
        .webhook_events([AgentWebhookEvent::CallEnded, AgentWebhookEvent::CallAnalyzed]);
    let agent = client.agent().create(&agent).await?;
    println!("{} is made", agent.agent_id);
    let version = PublishVersion::new(agent.version.unwrap_or_default()).version_title("First");
    client.agent().publish(&agent.agent_id, &version).await?;
    println!("and published");
    Ok(())
}
