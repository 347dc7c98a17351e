//! Many contacts at once.

use crate::models::{
    AgentFilter, FieldMapping, NumberFilter,
    macros::{model, string_id},
};

string_id! {
    /// An uploaded file of contacts.
    ImportFileId;
}

model! {
    /// A file of contacts that was uploaded, to be imported next.
    ContactImportFile shows(upload_id) {
        ..
        /// The upload.
        upload_id: Option<ImportFileId>,
        /// Name of the file.
        file_name: Option<String>,
    }
}

model! {
    /// How an uploaded file becomes contacts.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-contact-import>.
    CreateContactImport shows(upload_id, column_mapping) {
        /// The upload.
        upload_id: ImportFileId,
        /// Which column is which field.
        column_mapping: Vec<FieldMapping>,
        ..
        /// Tags for all of them.
        contact_tags: Option<Vec<String>>,
        /// Country of numbers without a country code, such as `US`.
        default_country: Option<String>,
    }
}

model! {
    /// Which calls are to fill in contacts afterwards, and what.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/backfill-contact-analysis-data>.
    BackfillAnalysisData shows(backfill_attributes) {
        /// Fields of contacts to fill in, such as `contact_memory`.
        backfill_attributes: Vec<String>,
        ..
        /// From which calls; left out it is all.
        backfill_call_filter: Option<BackfillCallFilter>,
    }
}

model! {
    /// Conditions on calls that fill in contacts; all must hold.
    BackfillCallFilter shows(agent, start_timestamp) {
        ..
        /// Any of these agents.
        agent: Option<Vec<AgentFilter>>,
        /// When the call began, in milliseconds since the epoch.
        start_timestamp: Option<NumberFilter>,
    }
}
