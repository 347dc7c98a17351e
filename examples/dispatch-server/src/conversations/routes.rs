//! The HTTP face of the list of calls.

#![expect(
    unused_qualifications,
    reason = "the attribute macro qualifies parameter types"
)]

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Conversations, Results};
use crate::problem::Problem;
use crate::state::AppState;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(export))
        .routes(routes!(results))
}

/// Which calls.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "documents the parameters that `filter` reads")]
struct FilterParams {
    /// Words to find in driver, load, outcome, location and transcript.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Part of the driver's name.
    driver_name: Option<String>,
    /// Part of the load number.
    load_number: Option<String>,
    /// `initiated`, `updated`, `ended`, `live`, or a driver status such as `Delayed`.
    status: Option<String>,
    /// First day or instant: `YYYY-MM-DD` (whole day, server's time zone) or RFC 3339.
    date_from: Option<String>,
    /// Last day (included) or instant.
    date_to: Option<String>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "documents the parameters that `filter` reads")]
struct PageParams {
    /// From 1.
    #[param(minimum = 1, default = 1)]
    page: Option<u32>,
    /// Calls per page.
    #[param(minimum = 1, maximum = 200, default = 25)]
    limit: Option<u32>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "documents the parameter")]
struct LoadParams {
    /// The load, exactly.
    load_number: String,
}

/// A page of calls, newest first
#[utoipa::path(
    get, path = "/api/v1/conversations", tag = "conversations", operation_id = "list_conversations",
    params(FilterParams, PageParams),
    responses(
        (status = 200, description = "The page", body = Conversations),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn list(State(_app): State<AppState>) -> Result<Json<Conversations>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// Every matching call as CSV
#[utoipa::path(
    get, path = "/api/v1/conversations/export.csv", tag = "conversations", operation_id = "export_conversations",
    params(FilterParams),
    responses(
        (status = 200, description = "A header row and one row per call, newest first", body = String, content_type = "text/csv"),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn export(State(_app): State<AppState>) -> Result<Response, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// The structured results of a load, newest first
#[utoipa::path(
    get, path = "/api/v1/results", tag = "conversations", operation_id = "list_results",
    params(LoadParams),
    responses(
        (status = 200, description = "The results; none when the load is unknown", body = Results),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn results(State(_app): State<AppState>) -> Result<Json<Results>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
