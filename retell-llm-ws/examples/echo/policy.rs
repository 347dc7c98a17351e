//! Says back what it hears.

use retell_llm_ws::{
    Action, CallContext, ConversationPolicy, PolicyError, Reply, Speech, Turn, TurnKind, async_trait,
};

pub(crate) struct Echo;

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
