//! Apps: accounts of other services that tools use.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{
        App, AppId, AppToolSchema, AppUsage, CreateApp, ForceDelete, GetAppToolSchema, ListApps, PageParams,
        Success, UpdateApp,
    },
    retry::RetryClass,
};

resource!(
    /// Methods on apps: accounts of other services that tools use; from [`Client::app`](crate::Client::app).
    Apps
);

impl Apps<'_> {
    /// Makes an app.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-app>.
    pub fn create(&self, app: &CreateApp) -> Request<App> {
        Request::post(self.client, "app.create", "/create-app", &[]).json(app)
    }

    /// Changes an app; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-app>.
    pub fn update(&self, app_id: impl Into<AppId>, changes: &UpdateApp) -> Request<App> {
        let id = app_id.into();
        Request::patch(self.client, "app.update", "/update-app/{app_id}", &[id.as_str()]).json(changes)
    }

    /// Apps, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-apps>.
    pub fn list(&self, list: &ListApps) -> ListRequest<App> {
        Request::<Page<_>>::get(self.client, "app.list", "/list-apps", &[])
            .query(list)
            .pages(Cursor::Query)
    }

    /// Deletes an app. One in use is deleted only when `force` is true; else Retell refuses.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-app>.
    pub fn delete(&self, app_id: impl Into<AppId>, force: impl Into<Option<bool>>) -> Request<()> {
        let (id, force) = (app_id.into(), force.into());
        Request::delete(self.client, "app.delete", "/delete-app/{app_id}", &[id.as_str()])
            .query(&ForceDelete::from(force))
            .no_content()
    }

    /// One app.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-app>.
    pub fn get(&self, app_id: impl Into<AppId>) -> Request<App> {
        let id = app_id.into();
        Request::get(self.client, "app.get", "/get-app/{app_id}", &[id.as_str()])
    }

    /// What a tool of an app takes and gives.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-app-tool-schema>.
    pub fn get_tool_schema(
        &self,
        app_id: impl Into<AppId>,
        tool: &GetAppToolSchema,
    ) -> Request<AppToolSchema> {
        let id = app_id.into();
        let path = "/get-app-tool-schema/{app_id}";
        Request::post(self.client, "app.get_tool_schema", path, &[id.as_str()])
            .json(tool)
            .retry(RetryClass::Safe)
    }

    /// What uses an app, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-app-usages>.
    pub fn list_usages(&self, app_id: impl Into<AppId>, page: &PageParams) -> ListRequest<AppUsage> {
        let id = app_id.into();
        let path = "/list-app-usages/{app_id}";
        Request::<Page<_>>::get(self.client, "app.list_usages", path, &[id.as_str()])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Tries whether Retell can use an app.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/test-app-auth>.
    pub fn test_auth(&self, app_id: impl Into<AppId>) -> Request<Success> {
        let id = app_id.into();
        Request::post(
            self.client,
            "app.test_auth",
            "/test-app-auth/{app_id}",
            &[id.as_str()],
        )
        .retry(RetryClass::Safe)
    }
}
