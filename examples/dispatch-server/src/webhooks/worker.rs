//! Applies what is in the inbox, one delivery after another.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use retell_webhook::{CallLifecycle, Event};

use super::learn::{LearnError, learn};
use crate::problem::Chain;
use crate::state::AppState;
use crate::store::{Delivery, StoreError};

/// Deliveries taken at once.
const BATCH: u32 = 16;
/// How long a delivery belongs to the worker that took it; a worker that died gives it back this way.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// Tries before a delivery that ends in a surprise is given up.
const MAX_SURPRISES: u32 = 8;
/// Tries while the database fails: a full disk is not the delivery's fault. Some days.
const MAX_ATTEMPTS: u32 = 1000;
/// The longest the worker sleeps without looking.
const NAP: Duration = Duration::from_secs(5);

/// Runs until the server closes; what is being applied then is finished.
pub(crate) async fn run(app: AppState) {
    loop {
        match round(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(error = %Chain(&error), "the inbox cannot be read"),
        }
        let nap = match app.store.next_due().await {
            Ok(Some(due)) => {
                let until = due.duration_since(Timestamp::now());
                Duration::try_from(until)
                    .unwrap_or_default()
                    .clamp(Duration::from_millis(10), NAP)
            }
            Ok(None) | Err(_) => NAP,
        };
        tokio::select! {
            () = app.closing.cancelled() => return,
            () = app.inbox.notified() => {}
            () = tokio::time::sleep(nap) => {}
        }
    }
}

/// Applies what is due; how many deliveries that were.
pub(crate) async fn round(app: &AppState) -> Result<usize, StoreError> {
    let now = Timestamp::now();
    let deliveries = app.store.claim_deliveries(now, now + LEASE, BATCH).await?;
    for delivery in &deliveries {
        if let Err(error) = apply(app, delivery).await {
            postpone(app, delivery, &error).await?;
        }
    }
    Ok(deliveries.len())
}

#[derive(Debug, thiserror::Error)]
enum ApplyError {
    #[error("the event cannot be decoded")]
    Decode(#[from] retell_webhook::DecodeError),
    #[error("the event could not be settled")]
    Store(#[from] StoreError),
    #[error("the event could not be applied")]
    Learn(#[from] LearnError),
}

async fn apply(app: &AppState, delivery: &Delivery) -> Result<(), ApplyError> {
    let event = Event::from_slice(&delivery.body)?;
    match CallLifecycle::of_event(&event) {
        Some(seen) => app.call_changed(learn(app, seen, Some(delivery.id)).await?),
        None => app.store.settle_delivery(delivery.id, Timestamp::now()).await?,
    }
    metrics::counter!("dispatch_webhooks_applied_total").increment(1);
    Ok(())
}

async fn postpone(app: &AppState, delivery: &Delivery, error: &ApplyError) -> Result<(), StoreError> {
    let retry_at = pause(error, delivery.attempts).map(|pause| Timestamp::now() + pause);
    tracing::warn!(delivery = delivery.id, attempts = delivery.attempts, error = %Chain(error), "a webhook was not applied");
    let error = Chain(error).to_string();
    app.store.postpone_delivery(delivery.id, &error, retry_at).await
}

/// How long to wait before the next try: 1, 2, 4 ... 512 seconds. `None` when there is no use in another.
fn pause(error: &ApplyError, attempts: u32) -> Option<SignedDuration> {
    let most = match error {
        ApplyError::Decode(_) => 0,
        ApplyError::Learn(LearnError::Panic) => MAX_SURPRISES,
        ApplyError::Store(_) | ApplyError::Learn(LearnError::Store(_)) => MAX_ATTEMPTS,
    };
    (attempts < most).then(|| SignedDuration::from_secs(1 << attempts.saturating_sub(1).min(9)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_waited_for_and_a_surprise_is_not() {
        let disk = ApplyError::Store(StoreError::Database("full".into()));
        assert_eq!(pause(&disk, 1), Some(SignedDuration::from_secs(1)));
        assert_eq!(pause(&disk, 7), Some(SignedDuration::from_secs(64)));
        assert_eq!(pause(&disk, 300), Some(SignedDuration::from_secs(512)));
        assert_eq!(pause(&disk, MAX_ATTEMPTS), None);
        assert_eq!(
            pause(&ApplyError::Learn(LearnError::Panic), 7),
            Some(SignedDuration::from_secs(64))
        );
        assert_eq!(pause(&ApplyError::Learn(LearnError::Panic), 8), None);
        let rubbish = Event::from_slice(b"{").expect_err("no event");
        assert_eq!(pause(&ApplyError::Decode(rubbish), 1), None);
    }
}
