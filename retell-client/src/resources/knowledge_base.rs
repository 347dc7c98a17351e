//! Knowledge bases.

use super::resource;
use crate::{
    Request,
    models::{AddKnowledgeBaseSources, CreateKnowledgeBase, KnowledgeBase, KnowledgeBaseId, SourceId},
    upload::Form,
};

resource!(
    /// Methods on knowledge bases; from [`Client::knowledge_base`](crate::Client::knowledge_base).
    KnowledgeBases
);

/// The name files of a knowledge base are sent under.
const FILES: &str = "knowledge_base_files";

impl KnowledgeBases<'_> {
    /// Makes a knowledge base. It can be used once its status is complete. How an upload is repeated: see
    /// [`Upload`](crate::Upload).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-knowledge-base>.
    pub fn create(&self, base: &CreateKnowledgeBase) -> Request<KnowledgeBase> {
        let form = Form::of(base).files(FILES, base.knowledge_base_files.iter().flatten());
        Request::post(
            self.client,
            "knowledge_base.create",
            "/create-knowledge-base",
            &[],
        )
        .form(form)
    }

    /// One knowledge base.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-knowledge-base>.
    pub fn retrieve(&self, knowledge_base_id: impl Into<KnowledgeBaseId>) -> Request<KnowledgeBase> {
        let id = knowledge_base_id.into();
        let path = "/get-knowledge-base/{knowledge_base_id}";
        Request::get(self.client, "knowledge_base.retrieve", path, &[id.as_str()])
    }

    /// All knowledge bases.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-knowledge-bases>.
    pub fn list(&self) -> Request<Vec<KnowledgeBase>> {
        Request::get(self.client, "knowledge_base.list", "/list-knowledge-bases", &[])
    }

    /// Deletes a knowledge base.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-knowledge-base>.
    pub fn delete(&self, knowledge_base_id: impl Into<KnowledgeBaseId>) -> Request<()> {
        let id = knowledge_base_id.into();
        let path = "/delete-knowledge-base/{knowledge_base_id}";
        Request::delete(self.client, "knowledge_base.delete", path, &[id.as_str()]).no_content()
    }

    /// Adds sources to a knowledge base. How an upload is repeated: see [`Upload`](crate::Upload).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/add-knowledge-base-sources>.
    pub fn add_sources(
        &self,
        knowledge_base_id: impl Into<KnowledgeBaseId>,
        sources: &AddKnowledgeBaseSources,
    ) -> Request<KnowledgeBase> {
        let id = knowledge_base_id.into();
        let path = "/add-knowledge-base-sources/{knowledge_base_id}";
        let form = Form::of(sources).files(FILES, sources.knowledge_base_files.iter().flatten());
        Request::post(self.client, "knowledge_base.add_sources", path, &[id.as_str()]).form(form)
    }

    /// Takes a source out of a knowledge base.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-knowledge-base-source>.
    pub fn delete_source(
        &self,
        knowledge_base_id: impl Into<KnowledgeBaseId>,
        source_id: impl Into<SourceId>,
    ) -> Request<KnowledgeBase> {
        let (base, source) = (knowledge_base_id.into(), source_id.into());
        let path = "/delete-knowledge-base-source/{knowledge_base_id}/source/{source_id}";
        let ids = [base.as_str(), source.as_str()];
        Request::delete(self.client, "knowledge_base.delete_source", path, &ids)
    }
}
