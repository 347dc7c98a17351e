use retell_client::models::AppId;


methods! {
    "get_config" => |client, sample| client.crm().get_config(),
    "get_schema" => |client, sample| client.crm().get_schema(sample.text("app_id").map(AppId::from)),
    "get_sync_job_status" => |client, sample| client.crm().get_sync_job_status(),
    "run_sync_job" => |client, sample| client.crm().run_sync_job(),
    "update_config" => |client, sample| client.crm().update_config(&sample.body()),
}
