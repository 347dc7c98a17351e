//! Apps: accounts of other services that tools use.

mod app_object;
mod auth;
mod usage;

pub use app_object::{
    App, AppCrmConfig, AppToolSchema, AppType, ConnectionStatus, CreateApp, GetAppToolSchema, ListApps,
    PrivacyScope, TenantType, UpdateApp,
};
pub use auth::{
    AccessTokenAuth, ApiKeyAuth, ApiKeyCredentials, AppAuth, AppCredentials, BasicAuth, BasicCredentials,
    OAuth, OAuthCredentials, RefreshTokenAuth,
};
pub use usage::{AgentUsage, AppUsage, KnowledgeBaseUsage};
