//! The HTTP face of the list of calls.

#![expect(
    unused_qualifications,
    reason = "the attribute macro qualifies parameter types"
)]

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use futures_util::TryStreamExt as _;
use http::header;
use jiff::Timestamp;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Conversations, Params, Results, export};
use crate::problem::{Chain, Problem};
use crate::state::AppState;

type Pairs = Vec<(String, String)>;

/// The parameters of the filter.
const FILTER: [&str; 6] = [
    "q",
    "driver_name",
    "load_number",
    "status",
    "date_from",
    "date_to",
];
/// Calls about one load.
const MAX_RESULTS: u32 = 1000;

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
    /// `initiated`, `updated`, `ended`, `live`, `delays` (what the card counts), a driver status such as `Delayed`, or an
    /// outcome such as `Voicemail`.
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
async fn list(
    State(app): State<AppState>,
    Query(query): Query<Pairs>,
) -> Result<Json<Conversations>, Problem> {
    let mut params = Params::new(query, &[&FILTER[..], &["page", "limit"]].concat());
    let filter = params.filter(&app.config.timezone);
    let page = params.number("page", 1..=1_000_000, 1);
    let limit = params.number("limit", 1..=200, 25);
    params.finish()?;
    let offset = u64::from(page - 1) * u64::from(limit);
    let (items, total) = app.store.page(&filter, offset, limit).await?;
    Ok(Json(Conversations {
        items,
        page,
        limit,
        total,
    }))
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
async fn export(State(app): State<AppState>, Query(query): Query<Pairs>) -> Result<Response, Problem> {
    let mut params = Params::new(query, &FILTER);
    let filter = params.filter(&app.config.timezone);
    params.finish()?;
    let rows = export::rows(Arc::clone(&app.store), filter).inspect_err(|error| {
        // The status is long sent: a cut connection is all that can tell the reader.
        tracing::error!(error = %Chain(error), "an export was cut short");
    });
    let today = Timestamp::now().to_zoned(app.config.timezone.clone()).date();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"conversations-{today}.csv\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(rows)).into_response())
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
async fn results(State(app): State<AppState>, Query(query): Query<Pairs>) -> Result<Json<Results>, Problem> {
    let mut params = Params::new(query, &["load_number"]);
    let load_number = params.required("load_number");
    params.finish()?;
    let items = app.store.results(&load_number, MAX_RESULTS).await?;
    Ok(Json(Results { load_number, items }))
}
