//! The HTTP face of the numbers.

#![expect(
    unused_qualifications,
    reason = "the attribute macro qualifies parameter types"
)]

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Analytics, Metrics};
use crate::problem::Problem;
use crate::state::AppState;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(cards))
        .routes(routes!(analytics))
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "documents the parameters")]
struct RangeParams {
    /// First day or instant: `YYYY-MM-DD` (whole day, server's time zone) or RFC 3339; 28 days ago when left out.
    date_from: Option<String>,
    /// Last day (included) or instant; today when left out. At most 366 days after the first.
    date_to: Option<String>,
}

/// The cards
#[utoipa::path(
    get, path = "/api/v1/metrics", tag = "metrics", operation_id = "get_metrics",
    responses(
        (status = 200, description = "Numbers over every call", body = Metrics),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn cards(State(_app): State<AppState>) -> Result<Json<Metrics>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// Series and distributions
#[utoipa::path(
    get, path = "/api/v1/analytics", tag = "metrics", operation_id = "get_analytics",
    params(RangeParams),
    responses(
        (status = 200, description = "Numbers over the range", body = Analytics),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn analytics(State(_app): State<AppState>) -> Result<Json<Analytics>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
