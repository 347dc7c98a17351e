//! The client.

use std::{env, sync::Arc, time::Duration};

use http::HeaderValue;
use url::Url;

use crate::{
    ClientBuilder, Error, Result,
    resources::{
        Agents, Apps, Assets, BatchCalls, Calls, ChatAgents, Chats, Concurrency, Contacts,
        ConversationFlowComponents, ConversationFlows, Crm, ExportRequests, Identity, KnowledgeBases, Llms,
        McpTools, PhoneNumbers, Playground, Tests, Voices,
    },
};

/// A client of Retell's REST API. Cheap to clone; clones share connections.
///
/// Methods are grouped by resource and named as in Retell's own SDKs.
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let client = retell_client::Client::from_env()?;
/// let call = client.call().retrieve("call_1").await?;
/// println!("{}", call.call_status);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) http: reqwest::Client,
    pub(crate) base_url: Url,
    /// Marked sensitive, so it is not printed either.
    pub(crate) authorization: HeaderValue,
    pub(crate) user_agent: HeaderValue,
    pub(crate) timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) max_response_bytes: usize,
}

impl Client {
    /// A client with Retell's address and the default settings.
    ///
    /// # Errors
    ///
    /// If the key cannot be one; see [`ClientBuilder::build`].
    pub fn new(api_key: impl Into<String>) -> Result<Self> {
        Self::builder(api_key).build()
    }

    /// Settings of a client.
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(api_key.into())
    }

    /// A client as the environment says: `RETELL_API_KEY`, and `RETELL_BASE_URL` if set.
    ///
    /// # Errors
    ///
    /// If `RETELL_API_KEY` is not set, or a setting is wrong; see [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self> {
        Self::from_lookup(|name| env::var(name).ok())
    }

    fn from_lookup(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let key = variable("RETELL_API_KEY").ok_or_else(|| Error::config("RETELL_API_KEY is not set"))?;
        let builder = Self::builder(key);
        match variable("RETELL_BASE_URL").filter(|url| !url.is_empty()) {
            Some(url) => builder.base_url(url),
            None => builder,
        }
        .build()
    }
}

/// The resources.
impl Client {
    /// Voice agents.
    pub fn agent(&self) -> Agents<'_> {
        Agents::new(self)
    }

    /// Apps: accounts of other services that tools use.
    pub fn app(&self) -> Apps<'_> {
        Apps::new(self)
    }

    /// Files that agents use.
    pub fn asset(&self) -> Assets<'_> {
        Assets::new(self)
    }

    /// Batches of calls.
    pub fn batch_call(&self) -> BatchCalls<'_> {
        BatchCalls::new(self)
    }

    /// Calls.
    pub fn call(&self) -> Calls<'_> {
        Calls::new(self)
    }

    /// Chats.
    pub fn chat(&self) -> Chats<'_> {
        Chats::new(self)
    }

    /// Chat agents.
    pub fn chat_agent(&self) -> ChatAgents<'_> {
        ChatAgents::new(self)
    }

    /// How many calls may go on at once.
    pub fn concurrency(&self) -> Concurrency<'_> {
        Concurrency::new(self)
    }

    /// Contacts.
    pub fn contact(&self) -> Contacts<'_> {
        Contacts::new(self)
    }

    /// Conversation flows.
    pub fn conversation_flow(&self) -> ConversationFlows<'_> {
        ConversationFlows::new(self)
    }

    /// Parts shared by conversation flows.
    pub fn conversation_flow_component(&self) -> ConversationFlowComponents<'_> {
        ConversationFlowComponents::new(self)
    }

    /// The connection to a CRM.
    pub fn crm(&self) -> Crm<'_> {
        Crm::new(self)
    }

    /// Exports of calls and chats.
    pub fn export_request(&self) -> ExportRequests<'_> {
        ExportRequests::new(self)
    }

    /// Whose key it is.
    pub fn identity(&self) -> Identity<'_> {
        Identity::new(self)
    }

    /// Knowledge bases.
    pub fn knowledge_base(&self) -> KnowledgeBases<'_> {
        KnowledgeBases::new(self)
    }

    /// Retell LLM response engines.
    pub fn llm(&self) -> Llms<'_> {
        Llms::new(self)
    }

    /// Tools of MCP servers.
    pub fn mcp_tool(&self) -> McpTools<'_> {
        McpTools::new(self)
    }

    /// Telephone numbers.
    pub fn phone_number(&self) -> PhoneNumbers<'_> {
        PhoneNumbers::new(self)
    }

    /// Agents tried out without a call.
    pub fn playground(&self) -> Playground<'_> {
        Playground::new(self)
    }

    /// Tests of agents by simulated conversations.
    pub fn tests(&self) -> Tests<'_> {
        Tests::new(self)
    }

    /// Voices.
    pub fn voice(&self) -> Voices<'_> {
        Voices::new(self)
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url.as_str())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::future::IntoFuture as _;

    use super::*;

    fn from(variables: &[(&str, &str)]) -> Result<Client> {
        Client::from_lookup(|wanted| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_is_read() {
        let base = |variables: &[_]| from(variables).unwrap().shared.base_url.to_string();
        assert_eq!(base(&[("RETELL_API_KEY", "k")]), "https://api.retellai.com/");
        assert_eq!(
            base(&[("RETELL_API_KEY", "k"), ("RETELL_BASE_URL", "")]),
            "https://api.retellai.com/"
        );
        assert_eq!(
            base(&[
                ("RETELL_API_KEY", "k"),
                ("RETELL_BASE_URL", "http://127.0.0.1:4010")
            ]),
            "http://127.0.0.1:4010/"
        );
        assert!(from(&[]).unwrap_err().to_string().contains("RETELL_API_KEY"));
    }

    #[test]
    fn a_client_crosses_threads() {
        fn crosses<T: Send + Sync + 'static>() {}
        fn sends<T: Send + 'static>(_: T) {}
        crosses::<Client>();
        crosses::<ClientBuilder>();
        crosses::<Error>();
        crosses::<crate::Request<crate::models::Call>>();
        crosses::<crate::ListRequest<crate::models::Call>>();
        crosses::<crate::Response<crate::models::Call>>();
        // So do requests at work, and they outlive the client they came from.
        let client = from(&[("RETELL_API_KEY", "k")]).unwrap();
        let request = client.call().retrieve("c").into_future();
        let calls = client.call().list(&crate::models::ListCalls::new()).stream();
        drop(client);
        sends(request);
        sends(calls);
    }
}
