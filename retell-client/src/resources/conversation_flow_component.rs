//! Components that conversation flows share.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{
        ComponentId, ConversationFlowComponent, FlowComponent, PageParams, UpdateConversationFlowComponent,
    },
};

resource!(
    /// Components that conversation flows share; from
    /// [`Client::conversation_flow_component`](crate::Client::conversation_flow_component).
    ConversationFlowComponents
);

impl ConversationFlowComponents<'_> {
    /// Makes a component.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-conversation-flow-component>.
    pub fn create(&self, component: &FlowComponent) -> Request<ConversationFlowComponent> {
        let path = "/create-conversation-flow-component";
        Request::post(self.client, "conversation_flow_component.create", path, &[]).json(component)
    }

    /// One component.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-conversation-flow-component>.
    pub fn retrieve(&self, component_id: impl Into<ComponentId>) -> Request<ConversationFlowComponent> {
        let id = component_id.into();
        let path = "/get-conversation-flow-component/{conversation_flow_component_id}";
        Request::get(
            self.client,
            "conversation_flow_component.retrieve",
            path,
            &[id.as_str()],
        )
    }

    /// Changes a component, in every flow that uses it; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-conversation-flow-component>.
    pub fn update(
        &self,
        component_id: impl Into<ComponentId>,
        changes: &UpdateConversationFlowComponent,
    ) -> Request<ConversationFlowComponent> {
        let id = component_id.into();
        let path = "/update-conversation-flow-component/{conversation_flow_component_id}";
        Request::patch(
            self.client,
            "conversation_flow_component.update",
            path,
            &[id.as_str()],
        )
        .json(changes)
    }

    /// All components, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-conversation-flow-components>.
    pub fn list(&self, page: &PageParams) -> ListRequest<ConversationFlowComponent> {
        let path = "/v2/list-conversation-flow-components";
        Request::<Page<_>>::get(self.client, "conversation_flow_component.list", path, &[])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Deletes a component. Flows that use it get a copy of their own.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-conversation-flow-component>.
    pub fn delete(&self, component_id: impl Into<ComponentId>) -> Request<()> {
        let id = component_id.into();
        let path = "/delete-conversation-flow-component/{conversation_flow_component_id}";
        Request::delete(
            self.client,
            "conversation_flow_component.delete",
            path,
            &[id.as_str()],
        )
        .no_content()
    }
}
