//! Agents tried out without a call.

use super::resource;
use crate::{
    Request,
    models::{AgentId, PlaygroundAnswer, PlaygroundCompletion, Versioned},
};

resource!(
    /// Agents tried out without a call; from [`Client::playground`](crate::Client::playground).
    Playground
);

impl Playground<'_> {
    /// What an agent answers to a conversation, in its latest version or the one asked for: `("agent_1", 3)`.
    ///
    /// Give the messages, node, state and variables of one answer with the next question to go on from there.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/agent-playground-completion>.
    pub fn completion(
        &self,
        agent: impl Into<Versioned<AgentId>>,
        completion: &PlaygroundCompletion,
    ) -> Request<PlaygroundAnswer> {
        let Versioned { id, version } = agent.into();
        let path = "/agent-playground-completion/{agent_id}";
        Request::post(self.client, "playground.completion", path, &[id.as_str()])
            .version(version.as_ref())
            .json(completion)
    }
}
