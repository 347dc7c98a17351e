//! An account of another service.

use crate::models::{
    AppAuth, AppCredentials, AppId, FieldMapping, Nullable, Number, SortOrder, ToolParameters,
    macros::{model, open_enum},
};

open_enum! {
    /// What a service is for.
    AppType {
        /// Customers.
        Crm = "crm",
        /// Appointments.
        Calendar = "calendar",
        /// Documents.
        KnowledgeBase = "knowledge_base",
        /// Tickets.
        Support = "support",
        /// Messages.
        Communication = "communication",
    }
}

open_enum! {
    /// Whether Retell can use an account.
    ConnectionStatus {
        /// Nobody has signed in.
        NotConnected = "not_connected",
        /// It can.
        Connected = "connected",
        /// It could, but cannot now.
        Error = "error",
    }
}

open_enum! {
    /// Whose account it is.
    TenantType {
        /// A company's.
        Business = "business",
        /// A person's.
        Personal = "personal",
    }
}

open_enum! {
    /// How private an app is.
    PrivacyScope {
        /// As usual.
        Standard = "standard",
        /// Fit for card data.
        Pci = "pci",
    }
}

model! {
    /// An account of another service.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-app>.
    App shows(app_id, provider, connection_status) {
        /// The app.
        app_id: AppId,
        /// What the service is for.
        #[serde(rename = "type")]
        kind: AppType,
        ..
        /// Whose workspace it is in.
        org_id: Option<String>,
        /// The service.
        provider: Option<String>,
        /// When it was made, in milliseconds since the epoch.
        created_timestamp: Option<Number>,
        /// When it was last changed, in milliseconds since the epoch.
        user_modified_timestamp: Option<Number>,
        /// Its name.
        name: Option<String>,
        /// What Retell proves itself with, without the secrets.
        auth_config: Option<AppAuth>,
        /// Whether it can be used.
        connection_status: Option<ConnectionStatus>,
        /// How contacts are kept in step, if the service keeps customers.
        crm_config: Option<AppCrmConfig>,
        /// The account at the service.
        tenant_id: Option<String>,
        /// Whose account it is.
        tenant_type: Option<TenantType>,
        /// Address of the account at the service.
        tenant_url: Option<String>,
    }
}

/// An object with what can be set on an app.
macro_rules! app_settings {
    ($(#[$meta:meta])* $name:ident shows($($shown:ident),*) { $($required:tt)* }) => {
        model! {
            $(#[$meta])*
            $name shows($($shown),*) {
                $($required)*
                ..
                /// Its name.
                name: Option<String>,
                /// What Retell is to prove itself with.
                auth_config: Option<AppCredentials>,
                /// How contacts are kept in step, if the service keeps customers.
                crm_config: Option<AppCrmConfig>,
                /// The account at the service.
                tenant_id: Option<String>,
                /// Address of the account at the service.
                tenant_url: Option<String>,
            }
        }
    };
}

app_settings! {
    /// An app to be made.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-app>.
    CreateApp shows(kind, provider) {
        /// What the service is for.
        #[serde(rename = "type")]
        kind: AppType,
        /// The service.
        provider: String,
    }
}

app_settings! {
    /// Changes to an app; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-app>.
    UpdateApp shows() {}
}

model! {
    /// How Retell's contacts and a service's customers are kept in step.
    AppCrmConfig shows(sync_conversation_activity, sync_new_contacts) {
        ..
        /// Fields taken from the service.
        inbound_sync_mappings: Option<Vec<FieldMapping>>,
        /// Fields given to the service.
        outbound_sync_mappings: Option<Vec<FieldMapping>>,
        /// Tell the service about conversations.
        sync_conversation_activity: Option<bool>,
        /// Tell the service about new contacts.
        sync_new_contacts: Option<bool>,
    }
}

model! {
    /// Which apps to list, in what order, how many a page.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-apps>.
    ListApps shows(limit, privacy_scope, sort_order) {
        ..
        /// Apps a page.
        limit: Option<u32>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
        /// Only apps this private.
        privacy_scope: Option<PrivacyScope>,
        /// Order by time.
        sort_order: Option<SortOrder>,
    }
}

model! {
    /// Which tool of an app to describe.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-app-tool-schema>.
    GetAppToolSchema shows(app_tool_template_name) {
        /// The tool's template.
        app_tool_template_name: String,
        ..
        /// What has been chosen so far; what is left to choose may depend on it.
        parameters: Option<Vec<ToolParameters>>,
    }
}

model! {
    /// What a tool of an app takes and gives.
    AppToolSchema shows(complete) {
        /// Whether everything that shapes the tool has been chosen.
        complete: bool,
        ..
        /// What it takes.
        input_schema: Nullable<ToolParameters>,
        /// What it gives.
        response_schema: Nullable<ToolParameters>,
    }
}
