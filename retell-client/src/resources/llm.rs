//! Retell LLM response engines.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{ForceDelete, Llm, LlmId, LlmSettings, PageParams, Versioned},
};

resource!(
    /// Retell LLM response engines; from [`Client::llm`](crate::Client::llm).
    Llms
);

impl Llms<'_> {
    /// Makes a response engine.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-retell-llm>.
    pub fn create(&self, settings: &LlmSettings) -> Request<Llm> {
        Request::post(self.client, "llm.create", "/create-retell-llm", &[]).json(settings)
    }

    /// One response engine, in its latest version or the one asked for: `("llm_1", 3)`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-retell-llm>.
    pub fn retrieve(&self, llm: impl Into<Versioned<LlmId>>) -> Request<Llm> {
        let Versioned { id, version } = llm.into();
        let path = "/get-retell-llm/{llm_id}";
        Request::get(self.client, "llm.retrieve", path, &[id.as_str()]).version(version.as_ref())
    }

    /// Changes a response engine; what is left out keeps its setting, null puts it back to Retell's default.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-retell-llm>.
    pub fn update(&self, llm: impl Into<Versioned<LlmId>>, settings: &LlmSettings) -> Request<Llm> {
        let Versioned { id, version } = llm.into();
        let path = "/update-retell-llm/{llm_id}";
        Request::patch(self.client, "llm.update", path, &[id.as_str()])
            .version(version.as_ref())
            .json(settings)
    }

    /// All response engines, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-retell-llms>.
    pub fn list(&self, page: &PageParams) -> ListRequest<Llm> {
        Request::<Page<_>>::get(self.client, "llm.list", "/v2/list-retell-llms", &[])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Deletes a response engine. One in use is deleted only when `force` is true; else Retell
    /// answers 400. `None` leaves it out.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-retell-llm>.
    pub fn delete(&self, llm_id: impl Into<LlmId>, force: impl Into<Option<bool>>) -> Request<()> {
        let (id, force) = (llm_id.into(), force.into());
        let path = "/delete-retell-llm/{llm_id}";
        Request::delete(self.client, "llm.delete", path, &[id.as_str()])
            .query(&ForceDelete::from(force))
            .no_content()
    }
}
