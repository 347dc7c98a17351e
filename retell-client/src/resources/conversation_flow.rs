//! Conversation flows.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{
        ConversationFlow, ConversationFlowId, CreateConversationFlow, ForceDelete, PageParams,
        UpdateConversationFlow, Versioned,
    },
};

resource!(
    /// Conversation flows; from [`Client::conversation_flow`](crate::Client::conversation_flow).
    ConversationFlows
);

impl ConversationFlows<'_> {
    /// Makes a flow.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-conversation-flow>.
    pub fn create(&self, flow: &CreateConversationFlow) -> Request<ConversationFlow> {
        let path = "/create-conversation-flow";
        Request::post(self.client, "conversation_flow.create", path, &[]).json(flow)
    }

    /// One flow, in its latest version or the one asked for: `("conversation_flow_1", 3)`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-conversation-flow>.
    pub fn retrieve(&self, flow: impl Into<Versioned<ConversationFlowId>>) -> Request<ConversationFlow> {
        let Versioned { id, version } = flow.into();
        let path = "/get-conversation-flow/{conversation_flow_id}";
        Request::get(self.client, "conversation_flow.retrieve", path, &[id.as_str()])
            .version(version.as_ref())
    }

    /// Changes a flow; what is left out keeps its setting, null puts it back to Retell's default.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-conversation-flow>.
    pub fn update(
        &self,
        flow: impl Into<Versioned<ConversationFlowId>>,
        changes: &UpdateConversationFlow,
    ) -> Request<ConversationFlow> {
        let Versioned { id, version } = flow.into();
        let path = "/update-conversation-flow/{conversation_flow_id}";
        Request::patch(self.client, "conversation_flow.update", path, &[id.as_str()])
            .version(version.as_ref())
            .json(changes)
    }

    /// All flows, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-conversation-flows>.
    pub fn list(&self, page: &PageParams) -> ListRequest<ConversationFlow> {
        let path = "/v2/list-conversation-flows";
        Request::<Page<_>>::get(self.client, "conversation_flow.list", path, &[])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Deletes a flow in all its versions. One in use is deleted only when `force` is true; else Retell
    /// answers 400. `None` leaves it out.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-conversation-flow>.
    pub fn delete(
        &self,
        flow_id: impl Into<ConversationFlowId>,
        force: impl Into<Option<bool>>,
    ) -> Request<()> {
        let (id, force) = (flow_id.into(), force.into());
        let path = "/delete-conversation-flow/{conversation_flow_id}";
        Request::delete(self.client, "conversation_flow.delete", path, &[id.as_str()])
            .query(&ForceDelete::from(force))
            .no_content()
    }
}
