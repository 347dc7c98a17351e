//! Pages of calls and results.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::calls::{CallRow, CallStatus, Conflict};

/// One page of calls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Conversations {
    /// The calls, newest first.
    pub items: Vec<CallRow>,
    /// This page, from 1.
    pub page: u32,
    /// Calls per page.
    pub limit: u32,
    /// Calls that match, on all pages.
    pub total: u64,
}

/// The structured results of one load.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Results {
    /// The load.
    pub load_number: String,
    /// Newest first.
    pub items: Vec<ResultItem>,
}

/// The structured result of one call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ResultItem {
    /// Our id of the call.
    pub id: String,
    /// Retell's id of the call.
    #[schema(required)]
    pub provider_call_id: Option<String>,
    /// Whom we called.
    pub driver_name: String,
    /// How far the call has come.
    pub status: CallStatus,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub ended_at: Option<Timestamp>,
    /// The result; null until the call is over.
    #[schema(required)]
    pub structured_payload: Option<Map<String, Value>>,
    /// Statements that did not fit together.
    pub conflicts: Vec<Conflict>,
}
