//! The policy: the transcript goes to the model, its words to the caller, its tool calls to the tools.

use std::future::ready;

use futures_util::StreamExt;
use retell_llm_ws::{
    Action, CallContext, ConversationPolicy, PolicyError, Reply, Speech, Turn, TurnKind, async_trait,
    frame::{ToolCallInvocation, ToolCallResult},
    models::Role,
};
use serde_json::{Value, json};

use crate::{
    model::{Model, ModelError, ToolDelta},
    tools::Tools,
};

const PROMPT: &str = "You are on the phone for a shop. Be brief and kind; your words are spoken, so no lists and no \
    markup. Look up orders with lookup_order. When the caller says goodbye, call end_call.";
const SILENCE: &str = "(The caller has been silent for a while. Ask whether they are still there.)";
/// Requests to the model within one turn.
const MOST_ROUNDS: usize = 4;

pub(crate) struct Agent {
    model: Model,
    tools: Tools,
}

/// A tool call, as its parts come in.
#[derive(Default)]
struct ToolCall {
    id: String,
    name: String,
    arguments: String,
}

impl Agent {
    pub(crate) fn new(model: Model, call: &CallContext) -> Self {
        Self {
            model,
            tools: Tools::new(call.call_id.to_string()),
        }
    }

    /// One request to the model: says its words, and returns the tools it wants.
    async fn round(&self, messages: &[Value], reply: &mut Reply) -> Result<Vec<ToolCall>, PolicyError> {
        let mut calls = Vec::new();
        let deltas = self.model.chat(messages, &Tools::described()).await;
        let deltas =
            deltas.map_err(|error| PolicyError::new("the model was not reached").with_source(error))?;
        let words = deltas.filter_map(|delta| {
            ready(match delta {
                Ok(delta) => {
                    delta
                        .tool_calls
                        .into_iter()
                        .flatten()
                        .for_each(|part| collect(&mut calls, part));
                    delta.content.map(Ok::<_, ModelError>)
                }
                Err(error) => Some(Err(error)),
            })
        });
        reply.speak(words).await?;
        Ok(calls)
    }
}

#[async_trait]
impl ConversationPolicy for Agent {
    fn greet(&mut self, _: &CallContext) -> Speech {
        Speech::say("Hello, this is the shop. How can I help?")
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let mut messages = history(turn);
        for _ in 0..MOST_ROUNDS {
            let calls = self.round(&messages, reply).await?;
            if calls.is_empty() && !reply.has_spoken() {
                // Tried once more, and then the fallback phrase: the caller must not hear nothing.
                return Err(PolicyError::new("the model said nothing"));
            }
            if calls.is_empty() {
                return Ok(());
            }
            if calls.iter().any(|call| call.name == "end_call") {
                reply.act(Action::EndCall);
                reply.no_interruption();
                let last_words = if reply.has_spoken() { "" } else { "Goodbye!" };
                return Ok(reply.finish(last_words).await?);
            }
            messages.push(asked_for(&calls));
            if !reply.has_spoken() {
                reply.say("One moment while I look that up. ").await?;
            }
            for call in calls {
                messages.push(self.answered(call, reply).await?);
            }
        }
        Err(PolicyError::new("the model wants tools without end"))
    }
}

impl Agent {
    /// Runs a tool and tells Retell about it; the message for the model.
    async fn answered(&self, call: ToolCall, reply: &mut Reply) -> Result<Value, PolicyError> {
        let ToolCall { id, name, arguments } = call;
        reply
            .tool_called(ToolCallInvocation {
                tool_call_id: id.clone(),
                name: name.clone(),
                arguments: arguments.clone(),
            })
            .await?;
        let answer = self.tools.run(&name, &arguments).await;
        reply
            .tool_answered(ToolCallResult {
                tool_call_id: id.clone(),
                content: answer.content.clone(),
                successful: Some(answer.successful),
            })
            .await?;
        Ok(json!({"role": "tool", "tool_call_id": id, "content": answer.content}))
    }
}

fn collect(calls: &mut Vec<ToolCall>, part: ToolDelta) {
    // A model asks for a handful of tools at once; anything else is a broken stream.
    if part.index >= 16 {
        return;
    }
    if calls.len() <= part.index {
        calls.resize_with(part.index + 1, ToolCall::default);
    }
    let call = &mut calls[part.index];
    call.id.push_str(&part.id.unwrap_or_default());
    call.name.push_str(&part.function.name.unwrap_or_default());
    call.arguments
        .push_str(&part.function.arguments.unwrap_or_default());
}

/// The model's own wish, as the next request must repeat it.
fn asked_for(calls: &[ToolCall]) -> Value {
    let calls: Vec<_> = calls
        .iter()
        .map(|call| {
            json!({"id": call.id, "type": "function",
                "function": {"name": call.name, "arguments": call.arguments}})
        })
        .collect();
    json!({"role": "assistant", "content": null, "tool_calls": calls})
}

/// The transcript as a chat. Some models refuse empty messages and blanks at the end.
fn history(turn: &Turn<'_>) -> Vec<Value> {
    let spoken = turn.transcript.iter().filter_map(|utterance| {
        let role = if utterance.role == Role::Agent {
            "assistant"
        } else {
            "user"
        };
        let content = utterance.content.trim();
        (!content.is_empty()).then(|| json!({"role": role, "content": content}))
    });
    let mut messages = vec![json!({"role": "system", "content": PROMPT})];
    messages.extend(spoken);
    if turn.kind == TurnKind::Reminder {
        messages.push(json!({"role": "user", "content": SILENCE}));
    }
    messages
}
