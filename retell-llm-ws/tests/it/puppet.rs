//! A policy that does what the caller tells it, and keeps a diary.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use retell_llm_ws::{
    Action, CallContext, ConversationPolicy, Observed, PolicyError, Reply, Speech, Turn, TurnKind,
    async_trait,
    frame::{Metadata, ToolCallInvocation, ToolCallResult},
};

/// What a [`Puppet`] was told, in short.
pub(crate) type Diary = Arc<Mutex<Vec<String>>>;

pub(crate) fn entries(diary: &Diary) -> Vec<String> {
    diary.lock().unwrap().clone()
}

/// Does what the caller says: `hang`, `fail`, `panic`, `mute`, `slow`, `bye`, `press`, `half` (says half, then hangs).
/// Anything else is repeated in two chunks.
#[derive(Default)]
pub(crate) struct Puppet {
    pub(crate) diary: Diary,
}

struct Dropped(Diary, u64);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.lock().unwrap().push(format!("dropped {}", self.1));
    }
}

impl Puppet {
    pub(crate) fn new() -> (Self, Diary) {
        let puppet = Self::default();
        let diary = Arc::clone(&puppet.diary);
        (puppet, diary)
    }

    fn note(&self, entry: impl Into<String>) {
        self.diary.lock().unwrap().push(entry.into());
    }
}

#[async_trait]
impl ConversationPolicy for Puppet {
    fn greet(&mut self, call: &CallContext) -> Speech {
        self.note("greet");
        Speech::say(format!("Hello {}.", call.variable("name").unwrap_or("there")))
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        self.note(match event {
            Observed::Update {
                transcript,
                turntaking,
                ..
            } => {
                let last = transcript
                    .last()
                    .map_or("", |utterance| utterance.content.as_str());
                format!(
                    "update {last} {}",
                    turntaking.map_or("-".to_owned(), |by| by.to_string())
                )
            }
            Observed::Turn(turn) => format!("turn {}", turn.response_id),
            Observed::Superseded { response_id } => format!("superseded {response_id}"),
            Observed::Failed { response_id } => format!("failed {response_id}"),
            Observed::ActionLost { response_id, action } => {
                let with = response_id.map_or("-".to_owned(), |id| id.to_string());
                format!("lost {with} {action:?}")
            }
            Observed::Interrupted { response_id } => format!("interrupted {response_id}"),
            Observed::Note(note) => format!("note {note}"),
            Observed::Details => "details".to_owned(),
            Observed::Resumed => {
                assert!(call.resumed, "the context says so too");
                "resumed".to_owned()
            }
            other => panic!("not foreseen: {other:?}"),
        });
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        if turn.kind == TurnKind::Reminder {
            return Ok(reply.finish("Still there?").await?);
        }
        match turn.said().unwrap_or_default() {
            "hang" => {
                let _dropped = Dropped(Arc::clone(&self.diary), turn.response_id);
                std::future::pending::<()>().await;
            }
            "half" => {
                reply.say("One half ").await?;
                std::future::pending::<()>().await;
            }
            "flaky" if turn.attempt == 1 => return Err(PolicyError::new("the first try fails")),
            "flaky" => reply.finish("At last.").await?,
            "look up" => {
                let call = ToolCallInvocation {
                    tool_call_id: "t-1".to_owned(),
                    name: "lookup".to_owned(),
                    arguments: "{}".to_owned(),
                };
                reply.say("Let me see. ").await?;
                reply.tool_called(call).await?;
                let result = ToolCallResult {
                    tool_call_id: "t-1".to_owned(),
                    content: "42".to_owned(),
                    successful: Some(true),
                };
                reply.tool_answered(result).await?;
                reply.finish("It is 42.").await?;
            }
            "tool and fail" => {
                reply.metadata(Metadata::default()).await?;
                return Err(PolicyError::new("after a side effect"));
            }
            "fail" => return Err(PolicyError::new("told to fail")),
            "panic" => panic!("told to panic"),
            "mute" => {}
            "flood" => loop {
                reply.say("on and on ").await?;
                // This wire takes any number of words: without a pause its other end would never catch up.
                tokio::task::yield_now().await;
            },
            "very slow" => {
                tokio::time::sleep(Duration::from_secs(20)).await;
                reply.finish("Too late.").await?;
            }
            "slow" => {
                tokio::time::sleep(Duration::from_secs(4)).await;
                reply.finish("Here you are.").await?;
            }
            "bye" => {
                reply.act(Action::EndCall);
                reply.say("Good").await?;
                reply.say("bye.").await?;
            }
            "bye and hang" => {
                reply.act(Action::EndCall);
                reply.say("Goodbye.").await?;
                std::future::pending::<()>().await;
            }
            "press" => {
                reply.act(Action::PressDigits("12#".to_owned()));
                reply.finish("Pressing.").await?;
            }
            words => {
                if turn.lost_action.is_some() && words.contains("accident") {
                    reply.withdraw();
                }
                reply.say("You said ").await?;
                reply.finish(words).await?;
            }
        }
        Ok(())
    }
}
