//! Makes a conversation flow of three nodes and an agent that follows it.
//!
//! `RETELL_API_KEY=key_… cargo run --example conversation_flow -- +14155550100`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use std::env;

use retell_client::{
    Client,
    models::{
        ColdTransfer, Condition, ConversationNode, CreateAgent, CreateConversationFlow, Edge, EndNode,
        Instruction, LlmModel, ModelConfig, ModelRef, Node, PhoneNumber, ResponseEngine, Speaker,
        TransferCallNode, TransferNumber,
    },
};

/// Asks how the trip goes; a wish for a human goes to the desk, everything else to the end.
fn nodes(desk: &PhoneNumber) -> Vec<Node> {
    let ask = ConversationNode::new(
        "ask",
        Instruction::prompt("Ask where the driver is and when he will arrive."),
    )
    .edges([
        Edge::new(
            "to_desk",
            Condition::prompt("The driver wants to speak with a human."),
        )
        .destination_node_id("desk"),
        Edge::new("done", Condition::prompt("Place and time of arrival are known."))
            .destination_node_id("bye"),
    ]);
    let failed = Edge::transfer_failed("desk_failed").destination_node_id("bye");
    let transfer = TransferCallNode::new(
        "desk",
        failed,
        TransferNumber::new(desk.as_str()),
        ColdTransfer::new(),
    );
    let bye = EndNode::new("bye")
        .speak_during_execution(true)
        .instruction(Instruction::static_text("Thank you, drive safely."));
    vec![ask.into(), transfer.into(), bye.into()]
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let desk = PhoneNumber::new(env::args().nth(1).ok_or("give the number of the desk")?)?;

    let settings = CreateConversationFlow::new(nodes(&desk), Speaker::Agent)
        .start_node_id("ask")
        .global_prompt("You work for a freight broker. Be short.")
        .model_config(ModelConfig::new().primary(ModelRef::new(LlmModel::Gpt5_1)));
    let flow = client.conversation_flow().create(&settings).await?;

    let engine = ResponseEngine::conversation_flow(flow.conversation_flow_id);
    let agent = client
        .agent()
        .create(&CreateAgent::new(engine, "11labs-Adrian"))
        .await?;
    println!("{} follows the flow", agent.agent_id);
    Ok(())
}
