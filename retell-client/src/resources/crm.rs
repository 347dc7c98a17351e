//! The connection to a CRM.

use super::resource;
use crate::{
    Request,
    models::{AppId, CrmConfig, CrmSchema, CrmSchemaQuery, SyncJob, UpdateCrmConfig},
    retry::RetryClass,
};

resource!(
    /// Methods on the connection to a CRM; from [`Client::crm`](crate::Client::crm).
    Crm
);

impl Crm<'_> {
    /// How contacts are kept, and with which CRM they are kept in step.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-crm-config>.
    pub fn get_config(&self) -> Request<CrmConfig> {
        Request::get(self.client, "crm.get_config", "/get-crm-config", &[])
    }

    /// The fields of a CRM; without `app_id`, of the one that is connected.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-crm-schema>.
    pub fn get_schema(&self, app_id: impl Into<Option<AppId>>) -> Request<CrmSchema> {
        Request::get(self.client, "crm.get_schema", "/get-crm-schema", &[])
            .query(&CrmSchemaQuery::from(app_id.into()))
    }

    /// How far bringing contacts in step has come.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-sync-job-status>.
    pub fn get_sync_job_status(&self) -> Request<SyncJob> {
        Request::get(
            self.client,
            "crm.get_sync_job_status",
            "/get-sync-job-status",
            &[],
        )
    }

    /// Brings contacts in step now.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/run-sync-job>.
    pub fn run_sync_job(&self) -> Request<SyncJob> {
        Request::post(self.client, "crm.run_sync_job", "/run-sync-job", &[])
    }

    /// Changes how contacts are kept; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-crm-config>.
    pub fn update_config(&self, changes: &UpdateCrmConfig) -> Request<CrmConfig> {
        Request::post(self.client, "crm.update_config", "/update-crm-config", &[])
            .json(changes)
            .retry(RetryClass::Idempotent)
    }
}
