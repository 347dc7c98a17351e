//! Chats.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{
        Chat, ChatCompletion, ChatId, CreateChat, CreateChatCompletion, CreateSmsChat, ListChats, UpdateChat,
    },
};

resource!(
    /// Methods on chats; from [`Client::chat`](crate::Client::chat).
    Chats
);

impl Chats<'_> {
    /// Begins a chat.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-chat>.
    pub fn create(&self, chat: &CreateChat) -> Request<Chat> {
        Request::post(self.client, "chat.create", "/create-chat", &[]).json(chat)
    }

    /// One chat, whole.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-chat>.
    pub fn retrieve(&self, chat_id: impl Into<ChatId>) -> Request<Chat> {
        let id = chat_id.into();
        Request::get(
            self.client,
            "chat.retrieve",
            "/get-chat/{chat_id}",
            &[id.as_str()],
        )
    }

    /// Changes a chat; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-chat>.
    pub fn update(&self, chat_id: impl Into<ChatId>, changes: &UpdateChat) -> Request<Chat> {
        let id = chat_id.into();
        Request::patch(
            self.client,
            "chat.update",
            "/update-chat/{chat_id}",
            &[id.as_str()],
        )
        .json(changes)
    }

    /// Chats, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-chats>.
    pub fn list(&self, list: &ListChats) -> ListRequest<Chat> {
        Request::<Page<_>>::post(self.client, "chat.list", "/v3/list-chats", &[])
            .json(list)
            .pages(Cursor::Body)
    }

    /// Deletes a chat.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-chat>.
    pub fn delete(&self, chat_id: impl Into<ChatId>) -> Request<()> {
        let id = chat_id.into();
        Request::delete(
            self.client,
            "chat.delete",
            "/delete-chat/{chat_id}",
            &[id.as_str()],
        )
        .no_content()
    }

    /// Writes to the agent as the person, and waits for what it answers.
    ///
    /// Not repeated when it is unclear whether the agent got it: see
    /// [`Error::submission_unknown`](crate::Error::submission_unknown).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-chat-completion>.
    pub fn create_chat_completion(&self, message: &CreateChatCompletion) -> Request<ChatCompletion> {
        let path = "/create-chat-completion";
        Request::post(self.client, "chat.create_chat_completion", path, &[]).json(message)
    }

    /// Begins a chat by text message.
    ///
    /// Never writes twice: not repeated when it is unclear whether Retell got it; see
    /// [`Error::submission_unknown`](crate::Error::submission_unknown).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-sms-chat>.
    pub fn create_sms_chat(&self, chat: &CreateSmsChat) -> Request<Chat> {
        Request::post(self.client, "chat.create_sms_chat", "/create-sms-chat", &[]).json(chat)
    }

    /// Ends a chat that goes on.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/end-chat>.
    pub fn end(&self, chat_id: impl Into<ChatId>) -> Request<()> {
        let id = chat_id.into();
        Request::patch(self.client, "chat.end", "/end-chat/{chat_id}", &[id.as_str()]).no_content()
    }

    /// Analyses a chat again.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/rerun-chat-analysis>.
    pub fn rerun_analysis(&self, chat_id: impl Into<ChatId>) -> Request<Chat> {
        let id = chat_id.into();
        let path = "/rerun-chat-analysis/{chat_id}";
        Request::put(self.client, "chat.rerun_analysis", path, &[id.as_str()])
    }
}
