//! What Retell tells of a call meets what it told before.

use jiff::Timestamp;
use retell_webhook::CallLifecycle;

use super::report;
use crate::calls::CallRow;
use crate::info::Mode;
use crate::problem::Problem;
use crate::state::AppState;
use crate::store::StoreError;

/// Tries before giving up on a call that learns something new each time; each means that somebody else got on.
const TRIES: u32 = 8;

/// Why nothing was learnt.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LearnError {
    /// The row could not be read or written.
    #[error("the call could not be written down")]
    Store(#[from] StoreError),
    /// A surprise in the transcript.
    #[error("reading the call panicked")]
    Panic,
}

impl From<LearnError> for Problem {
    fn from(error: LearnError) -> Self {
        Self::internal(&error)
    }
}

/// Adds what was seen to the record of its call and writes the row anew; marks the delivery it came from as applied.
pub(crate) async fn learn(
    app: &AppState,
    seen: CallLifecycle,
    delivery: Option<i64>,
) -> Result<CallRow, LearnError> {
    let mut tries = 0;
    loop {
        tries += 1;
        let known = app.store.call_record(seen.call_id().as_str()).await?;
        let mut record = known.unwrap_or_else(|| CallLifecycle::new(seen.call_id().clone()));
        record.merge(seen.clone());
        let zone = app.config.timezone.clone();
        let simulated = app.config.mode == Mode::Demo;
        // Reading a long transcript takes a moment, and a surprise in it must not end the worker.
        let report = tokio::task::spawn_blocking(move || report::of_record(record, &zone, simulated))
            .await
            .map_err(|_| LearnError::Panic)?;
        match app.store.apply(&report, delivery, Timestamp::now()).await {
            Err(StoreError::Overtaken) if tries < TRIES => {}
            outcome => return Ok(outcome?),
        }
    }
}
