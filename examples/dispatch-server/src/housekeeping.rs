//! Forgets what nobody needs any more.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::problem::Chain;
use crate::state::AppState;
use crate::store::StoreError;

const PERIOD: Duration = Duration::from_secs(3600);
/// First answers are kept for a day.
const KEYS: SignedDuration = SignedDuration::from_hours(24);
/// Deliveries that were applied are kept for a month, should somebody ask what came; dead ones stay.
const DELIVERIES: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Deliveries forgotten at once, so that webhooks never wait long for the disk.
const BATCH: u32 = 200;

/// Looks every hour, until the server closes.
pub(crate) async fn run(app: AppState) {
    loop {
        if let Err(error) = tidy(&app, Timestamp::now()).await {
            tracing::error!(error = %Chain(&error), "old records could not be forgotten");
        }
        tokio::select! {
            () = app.closing.cancelled() => return,
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

async fn tidy(app: &AppState, now: Timestamp) -> Result<(), StoreError> {
    app.store.forget_keys(now - KEYS).await?;
    while app.store.forget_applied(now - DELIVERIES, BATCH).await? == u64::from(BATCH) {
        if app.closing.is_cancelled() {
            break;
        }
        tokio::task::yield_now().await;
    }
    Ok(())
}
