use retell_client::{Page, models::*};

shapes! {
    "ConcurrencyRetrieveResponse" => Concurrency,
    "ExportRequest" => ExportRequest,
    "ExportRequestListResponse" => Page<ExportRequest>,
    "IdentityRetrieveResponse" => Identity,
}

enums! {
    "ExportChannel" => ExportChannel,
    "ExportStatus" => ExportStatus,
}
