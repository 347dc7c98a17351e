//! The connection to a CRM.

use super::{
    AppId, ContactTag, Nullable, Number,
    macros::{model, open_enum},
};

open_enum! {
    /// How far a job has come.
    SyncJobStatus {
        /// Waits for its turn.
        Queued = "queued",
        /// At work.
        Running = "running",
        /// Nothing to do.
        Idle = "idle",
    }
}

open_enum! {
    /// What started a job.
    SyncTrigger {
        /// Somebody.
        Manual = "manual",
        /// The clock.
        Cron = "cron",
    }
}

open_enum! {
    /// What a field holds.
    CrmFieldType {
        /// Text.
        String = "string",
        /// A number.
        Number = "number",
        /// True or false.
        Boolean = "boolean",
        /// A day.
        Date = "date",
        /// A time.
        DateTime = "datetime",
        /// One of several texts.
        Enum = "enum",
    }
}

open_enum! {
    /// What becomes of what a field held before.
    ContactUpdateMode {
        /// It is replaced.
        Overwrite = "overwrite",
        /// It stays, if there was something.
        FillIfEmpty = "fill_if_empty",
        /// The new is added to it.
        Merge = "merge",
    }
}

model! {
    /// How contacts are kept, and with which CRM they are kept in step.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-crm-config>.
    CrmConfig shows(app_id, last_sync_timestamp) {
        ..
        /// Whose workspace it is.
        org_id: Option<String>,
        /// How an agent is told to update what it remembers of a contact, unless told otherwise.
        default_contact_memory_update_prompt: Option<String>,
        /// How an agent is told to update what it remembers of a contact.
        contact_memory_update_prompt: Nullable<String>,
        /// The CRM.
        app_id: Option<AppId>,
        /// Columns of the list of contacts, from left to right.
        contact_columns_order: Option<Vec<String>>,
        /// Tags contacts may have.
        contact_tags: Option<Vec<ContactTag>>,
        /// What analysis finds, and where it goes.
        crm_analysis_data_mappings: Option<Vec<CrmAnalysisDataMapping>>,
        /// Further fields contacts have.
        custom_fields: Option<Vec<CrmField>>,
        /// When they were last brought in step, in milliseconds since the epoch.
        last_sync_timestamp: Option<Number>,
    }
}

model! {
    /// Changes to how contacts are kept; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-crm-config>.
    UpdateCrmConfig shows(app_id) {
        ..
        /// The CRM; null is none.
        app_id: Nullable<AppId>,
        /// Columns of the list of contacts, from left to right.
        contact_columns_order: Option<Vec<String>>,
        /// How an agent is told to update what it remembers of a contact; null is Retell's own words.
        contact_memory_update_prompt: Nullable<String>,
        /// Tags contacts may have; null is none.
        contact_tags: Nullable<Vec<ContactTag>>,
        /// What analysis finds, and where it goes.
        crm_analysis_data_mappings: Option<Vec<CrmAnalysisDataMapping>>,
        /// Further fields contacts have.
        custom_fields: Option<Vec<CrmField>>,
    }
}

model! {
    /// The fields of a CRM.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-crm-schema>.
    CrmSchema shows(provider, fields) {
        /// The CRM.
        provider: String,
        /// Its fields.
        fields: Vec<CrmField>,
        ..
    }
}

model! {
    /// A field of contacts.
    CrmField shows(name, kind) {
        /// The field.
        name: String,
        /// What it holds.
        #[serde(rename = "type")]
        kind: CrmFieldType,
        ..
        /// What it is called.
        label: Option<String>,
        /// What it is for.
        description: Option<String>,
        /// Texts it may hold, if it holds one of several.
        options: Option<Vec<String>>,
    }
}

model! {
    /// Where something that analysis finds goes.
    CrmAnalysisDataMapping shows(analysis_data_name, field_name, update_mode) {
        /// What analysis finds.
        analysis_data_name: String,
        /// The field it goes to.
        field_name: String,
        /// What becomes of what the field held before.
        update_mode: ContactUpdateMode,
        ..
    }
}

model! {
    /// A field here and a field, or a column, there.
    FieldMapping shows(field_name, external_field_name) {
        /// The field of Retell's contacts.
        field_name: String,
        /// Its name elsewhere.
        external_field_name: String,
        ..
    }
}

model! {
    /// A job on contacts that goes on by itself: bringing them in step, importing them, filling in what analysis found.
    SyncJob shows(status, failed, succeeded) {
        /// How far it has come.
        status: SyncJobStatus,
        ..
        /// Contacts it failed on.
        failed: Option<Number>,
        /// Contacts it is done with.
        succeeded: Option<Number>,
        /// When it began, in milliseconds since the epoch.
        start_timestamp: Option<Number>,
        /// What started it.
        triggered_by: Option<SyncTrigger>,
    }
}
