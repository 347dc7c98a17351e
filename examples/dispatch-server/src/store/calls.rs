//! Keeping calls and their turns.

use std::collections::BTreeMap;

use async_trait::async_trait;
use jiff::Timestamp;
use retell_webhook::CallLifecycle;

use super::StoreError;
use crate::calls::{CallDetail, CallReport, CallRow, CallStatus, CallType, TurnRow};

/// A call about to be placed.
#[derive(Debug, Clone)]
pub struct NewCall {
    /// Our id.
    pub id: String,
    /// Our id of the agent.
    pub agent_id: String,
    /// Whom to call.
    pub driver_name: String,
    /// Where.
    pub driver_phone: Option<String>,
    /// About what.
    pub load_number: String,
    /// How.
    pub call_type: CallType,
    /// Dynamic variables.
    pub variables: BTreeMap<String, String>,
    /// Whether a simulator stands in for the driver.
    pub simulated: bool,
    /// Now.
    pub created_at: Timestamp,
}

/// What is needed to answer the phone.
#[derive(Debug, Clone)]
pub struct KnownCall {
    /// Our id.
    pub id: String,
    /// Retell's id.
    pub provider_call_id: Option<String>,
    /// Our id of the agent.
    pub agent_id: String,
    /// How far it has come.
    pub status: CallStatus,
    /// Whether the driver has heard the greeting.
    pub greeted: bool,
    /// Dynamic variables.
    pub variables: BTreeMap<String, String>,
    /// Whether a simulator stands in for the driver.
    pub simulated: bool,
    /// When the row was written.
    pub created_at: Timestamp,
}

/// Keeping calls and their turns.
#[async_trait]
pub trait CallStore: Send + Sync + 'static {
    /// Writes the row before anybody is called; the driver is ensured.
    async fn insert_call(&self, call: &NewCall) -> Result<CallRow, StoreError>;

    /// Retell has taken the call.
    async fn accept_call(&self, id: &str, provider_call_id: &str) -> Result<CallRow, StoreError>;

    /// The call failed; with `over` it is also ended.
    async fn fail_call(
        &self,
        id: &str,
        failure: &str,
        over: Option<Timestamp>,
    ) -> Result<CallRow, StoreError>;

    /// One call, whole, by our id or Retell's.
    async fn call(&self, id: &str) -> Result<Option<CallDetail>, StoreError>;

    /// One call, briefly, by our id or Retell's.
    async fn known_call(&self, id: &str) -> Result<Option<KnownCall>, StoreError>;

    /// Where the recording is; by our id or Retell's.
    async fn recording_url(&self, id: &str) -> Result<Option<String>, StoreError>;

    /// Retell's socket is open: the call is on, if it has not ended already.
    async fn connect_call(&self, id: &str, at: Timestamp) -> Result<CallRow, StoreError>;

    /// Calls that have not ended.
    async fn unfinished_calls(&self) -> Result<Vec<KnownCall>, StoreError>;

    /// Keeps which calls were greeted when, and turns with the id of their call, all or nothing; what is known already
    /// stays as it is.
    async fn keep_spoken(
        &self,
        greeted: &[(String, Timestamp)],
        turns: &[(String, TurnRow)],
    ) -> Result<(), StoreError>;

    /// What Retell has told so far of a call of its own id.
    async fn call_record(&self, provider_call_id: &str) -> Result<Option<CallLifecycle>, StoreError>;

    /// Writes a report into its call's row, which is written if it is new; marks the delivery it came from as applied in
    /// the same transaction. [`StoreError::Overtaken`] if the row's record knows anything that the report's does not.
    async fn apply(
        &self,
        report: &CallReport,
        delivery: Option<i64>,
        now: Timestamp,
    ) -> Result<CallRow, StoreError>;

    /// Writes finished calls at once, all or none; those that are there already are left alone.
    async fn import(&self, calls: &[(NewCall, CallReport, Vec<TurnRow>)]) -> Result<(), StoreError>;
}
