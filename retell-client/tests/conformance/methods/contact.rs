use retell_client::models::PhoneNumber;


methods! {
    "create" => |client, sample| client.contact().create(&sample.body()),
    "update" => |client, sample| client.contact().update(sample.id("contact_id"), &sample.body()),
    "list" => |client, sample| client.contact().list(&sample.body()),
    "delete" => |client, sample| client.contact().delete(sample.id("contact_id")),
    "backfill_analysis_data" => |client, sample| client.contact().backfill_analysis_data(&sample.body()),
    "create_import" => |client, sample| client.contact().create_import(&sample.body()),
    "get" => |client, sample| client.contact().get(sample.id("contact_id")),
    "get_backfill_job_status" => |client, sample| client.contact().get_backfill_job_status(),
    "get_by_phone" => |client, sample| {
        client.contact().get_by_phone(&PhoneNumber::unchecked(sample.id("phone_number")))
    },
    "get_import" => |client, sample| client.contact().get_import(),
    "list_conversations" => |client, sample| {
        client.contact().list_conversations(sample.id("contact_id"), &sample.parameters())
    },
    "upload_import_file" => |client, sample| client.contact().upload_import_file(&sample.file("file")),
}
