//! Begins a chat by text message, and shows what is written until it ends.
//!
//! `RETELL_API_KEY=key_… cargo run --example sms_chat -- +14155550100 +14155550123`
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use std::{env, time::Duration};

use retell_client::{
    Client,
    models::{Chat, ChatStatus, ChatTranscriptItem, CreateSmsChat, PhoneNumber},
};

const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let numbers: Vec<String> = env::args().skip(1).collect();
    let [from, to] = &*numbers else {
        return Err("usage: sms_chat <from> <to>".into());
    };
    let client = Client::from_env()?;
    let request = CreateSmsChat::new(PhoneNumber::new(from)?, PhoneNumber::new(to)?).honor_internal_dnc(true);
    let mut chat = match client.chat().create_sms_chat(&request).await {
        Ok(chat) => chat,
        Err(error) if error.submission_unknown() => {
            return Err(format!("look before you try again: {error}").into());
        }
        Err(error) => return Err(error.into()),
    };
    let mut shown = 0;
    loop {
        shown += show_from(&chat, shown);
        if chat.chat_status != ChatStatus::Ongoing {
            println!("-- {}", chat.chat_status);
            return Ok(());
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
        chat = client.chat().retrieve(&chat.chat_id).await?;
    }
}

/// Shows what has been written since, and says how much that is.
fn show_from(chat: &Chat, shown: usize) -> usize {
    let new = chat.message_with_tool_calls.iter().flatten().skip(shown);
    new.inspect(|item| match item {
        ChatTranscriptItem::Agent(message) => println!("agent: {}", message.content),
        ChatTranscriptItem::User(message) => println!("user:  {}", message.content),
        ChatTranscriptItem::Sms(message) => println!("sms:   {}", message.content),
        other => println!("({})", other.tag()),
    })
    .count()
}
