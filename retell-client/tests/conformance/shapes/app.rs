use retell_client::{Page, models::*};

shapes! {
    "APIKeyAuthConfigRequest" => AppCredentials,
    "APIKeyAuthConfigResponse" => AppAuth,
    "AccessTokenAuthConfigResponse" => AppAuth,
    "AgentAppUsage" => AppUsage,
    "AppAuthConfig" => AppAuth,
    "AppAuthConfigInput" => AppCredentials,
    "AppCRMConfig" => AppCrmConfig,
    "AppCreateParams" => CreateApp,
    "AppGetToolSchemaParams" => GetAppToolSchema,
    "AppGetToolSchemaResponse" => AppToolSchema,
    "AppListParams" => ListApps,
    "AppListResponse" => Page<App>,
    "AppListUsagesResponse" => Page<AppUsage>,
    "AppResponse" => App,
    "AppUpdateParams" => UpdateApp,
    "AppUsage" => AppUsage,
    "AssetCreateResponse" => Asset,
    "BasicAuthConfigRequest" => AppCredentials,
    "BasicAuthConfigResponse" => AppAuth,
    "KnowledgeBaseAppUsage" => AppUsage,
    "OAuthConfigRequest" => AppCredentials,
    "OAuthConfigResponse" => AppAuth,
    "RefreshTokenAuthConfigResponse" => AppAuth,
}

enums! {
    "AppType" => AppType,
    "ConnectionStatus" => ConnectionStatus,
    "PrivacyScope" => PrivacyScope,
    "TenantType" => TenantType,
}
