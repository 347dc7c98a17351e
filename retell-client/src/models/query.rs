//! What methods put into queries.

use super::{AppId, macros::model};

model! {
    /// Whether to delete what is in use.
    ForceDelete shows(force_delete) {
        ..
        /// Delete it even if agents use it.
        force_delete: Option<bool>,
    }
}

model! {
    /// A version by number in a query.
    VersionNumberQuery shows(version) {
        ..
        /// The version; left out it is the latest.
        version: Option<i64>,
    }
}

model! {
    /// Whose schema is asked for.
    CrmSchemaQuery shows(app_id) {
        ..
        /// The connected app; left out it is the one of the configuration.
        app_id: Option<AppId>,
    }
}

impl From<Option<bool>> for ForceDelete {
    fn from(force_delete: Option<bool>) -> Self {
        Self {
            force_delete,
            ..Self::new()
        }
    }
}

impl From<Option<AppId>> for CrmSchemaQuery {
    fn from(app_id: Option<AppId>) -> Self {
        Self {
            app_id,
            ..Self::new()
        }
    }
}
