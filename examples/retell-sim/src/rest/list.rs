//! Lists of calls, in the current form and the older one.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use retell_client::models::Call;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::filter::Filter;
use super::{ApiError, json};
use crate::state::Shared;

const DEFAULT_LIMIT: usize = 50;
const MAX_LIMIT: usize = 1_000;

#[derive(Deserialize)]
pub(super) struct ListCalls {
    #[serde(default)]
    filter_criteria: Option<Map<String, Value>>,
    #[serde(default)]
    limit: Option<usize>,
    #[serde(default)]
    pagination_key: Option<String>,
    #[serde(default)]
    skip: Option<usize>,
    #[serde(default)]
    sort_order: Option<String>,
    #[serde(default)]
    include_total: Option<bool>,
}

/// The transcripts are not part of a list.
const OMITTED: &[&str] = &["transcript", "transcript_object", "transcript_with_tool_calls"];

pub(super) async fn list_calls(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let request: ListCalls = json(&body)?;
    let filter = Filter::current(&request.filter_criteria.clone().unwrap_or_default())?;
    let found = find(&shared, &request, &filter)?;
    let total = found.len();
    let start = start_of_page(&found, &request)? + request.skip.unwrap_or(0);
    let limit = request.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT);
    let mut items: Vec<Value> = found.into_iter().skip(start).take(limit).collect();
    let has_more = start.saturating_add(items.len()) < total;
    let last = items.last().map(|call| call["call_id"].clone());
    for call in items.iter_mut().filter_map(Value::as_object_mut) {
        call.retain(|field, _| !OMITTED.contains(&field.as_str()));
    }
    let mut page = json!({ "items": items, "has_more": has_more });
    if let Some(last) = last.filter(|_| has_more) {
        page["pagination_key"] = last;
    }
    if request.include_total == Some(true) {
        page["total"] = total.into();
    }
    Ok(Json(page))
}

pub(super) async fn list_calls_v2(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<Json<Vec<Value>>, ApiError> {
    let request: ListCalls = json(&body)?;
    let filter = Filter::legacy(&request.filter_criteria.clone().unwrap_or_default())?;
    let found = find(&shared, &request, &filter)?;
    let start = start_of_page(&found, &request)?;
    let limit = request.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT);
    Ok(Json(found.into_iter().skip(start).take(limit).collect()))
}

/// What matches, in the order asked for; calls that never started stand where they were created.
fn find(shared: &Shared, request: &ListCalls, filter: &Filter) -> Result<Vec<Value>, ApiError> {
    let ascending = match request.sort_order.as_deref() {
        None | Some("descending") => false,
        Some("ascending") => true,
        Some(_) => {
            return Err(ApiError::bad_request(
                "sort_order must be ascending or descending",
            ));
        }
    };
    let as_json = |call: &Call| serde_json::to_value(call).unwrap_or_default();
    let mut calls: Vec<Value> = shared.all(|entry| as_json(&entry.call));
    calls.retain(|call| filter.accepts(call));
    calls.sort_by_key(|call| call["start_timestamp"].as_i64().unwrap_or(i64::MAX));
    if !ascending {
        calls.reverse();
    }
    Ok(calls)
}

/// The key of a page is the id of the last call of the page before.
fn start_of_page(found: &[Value], request: &ListCalls) -> Result<usize, ApiError> {
    let Some(key) = &request.pagination_key else {
        return Ok(0);
    };
    let before = found.iter().position(|call| call["call_id"] == key.as_str());
    before
        .map(|at| at + 1)
        .ok_or_else(|| ApiError::bad_request("pagination_key is not known"))
}
