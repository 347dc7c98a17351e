use retell_client::{Page, models::*};

use super::{enums, shapes};

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
