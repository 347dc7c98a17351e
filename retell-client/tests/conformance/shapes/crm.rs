use retell_client::models::*;

shapes! {
    "CRMAnalysisDataMapping" => CrmAnalysisDataMapping,
    "CRMConfig" => CrmConfig,
    "CRMField" => CrmField,
    "CRMGetSchemaResponse" => CrmSchema,
    "CRMUpdateConfigParams" => UpdateCrmConfig,
    "FieldMapping" => FieldMapping,
    "SyncJob" => SyncJob,
}

enums! {
    "CRMFieldType" => CrmFieldType,
    "ContactUpdateMode" => ContactUpdateMode,
    "SyncJobStatus" => SyncJobStatus,
    "SyncTrigger" => SyncTrigger,
}
