//! Calls whose end nobody told us of: ask Retell.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use retell_webhook::{CallLifecycle, Stage};

use crate::info::Mode;
use crate::problem::{Chain, Problem};
use crate::retell;
use crate::state::AppState;
use crate::store::KnownCall;
use crate::webhooks::learn::learn;

/// Between two looks.
const PERIOD: Duration = Duration::from_secs(120);
/// How long a call is left alone after it was written down: creation may still be under way.
const QUIET: SignedDuration = SignedDuration::from_secs(120);

/// After this time a call that Retell never reported on was not placed.
const PLACED: SignedDuration = SignedDuration::from_hours(1);

/// Looks at once for what an earlier process left behind, then now and again.
pub(crate) async fn run(app: AppState) {
    let mut first = true;
    loop {
        let look = async {
            unfinished(&app, first).await;
            tokio::time::sleep(PERIOD).await;
        };
        // A Retell that does not answer does not hold up the end; what is half done is looked at again next time.
        tokio::select! {
            () = app.closing.cancelled() => return,
            () = look => first = false,
        }
    }
}

async fn unfinished(app: &AppState, first: bool) {
    let calls = match app.store.unfinished_calls().await {
        Ok(calls) => calls,
        Err(error) => return tracing::error!(error = %Chain(&error), "unfinished calls cannot be read"),
    };
    let now = Timestamp::now();
    for call in calls {
        // What an earlier process left behind is nobody's any more, however young.
        let left_behind = first && call.created_at < app.begun;
        let young = now.duration_since(call.created_at) < QUIET;
        if app
            .live
            .is_live(call.provider_call_id.as_deref().unwrap_or_default())
            || (young && !left_behind)
        {
            continue;
        }
        let outcome = match &call.provider_call_id {
            Some(provider) => one(app, &call.id, provider).await,
            None => unplaced(app, &call, now).await,
        };
        if outcome.is_err() {
            tracing::warn!(
                call.id,
                "an unfinished call could not be looked up; trying again later"
            );
        }
    }
}

/// Written down, but Retell's answer never was: the process died, or the answer was lost on the way.
async fn unplaced(app: &AppState, call: &KnownCall, now: Timestamp) -> Result<(), Problem> {
    let patience = if app.config.mode == Mode::Demo {
        SignedDuration::ZERO
    } else {
        PLACED
    };
    if now.duration_since(call.created_at) < patience {
        return Ok(());
    }
    let row = app.store.fail_call(&call.id, retell::UNKNOWN, Some(now)).await?;
    app.call_changed(row);
    Ok(())
}

/// Asks Retell about one call and writes down what it says.
///
/// # Errors
///
/// When Retell or the store cannot be asked.
pub(crate) async fn one(app: &AppState, id: &str, provider_call_id: &str) -> Result<(), Problem> {
    let call = retell::call(&app.retell, provider_call_id)
        .await
        .map_err(|error| {
            tracing::warn!(call.id = id, error = %Chain(&error), "Retell could not be asked about a call");
            Problem::new(
                http::StatusCode::BAD_GATEWAY,
                "Retell could not be asked about the call; try again in a moment",
            )
        })?;
    let Some(call) = call else {
        return lost(app, id).await;
    };
    let stage = Stage::of_call(&call);
    if stage == Stage::Created {
        return Ok(());
    }
    let now_ms = Timestamp::now().as_millisecond();
    let row = learn(app, CallLifecycle::of_call(&call, stage, Some(now_ms)), None).await?;
    app.call_changed(row);
    Ok(())
}

async fn lost(app: &AppState, id: &str) -> Result<(), Problem> {
    let row = app
        .store
        .fail_call(
            id,
            "Retell does not know this call any more; call again if it is still needed.",
            Some(Timestamp::now()),
        )
        .await?;
    app.call_changed(row);
    Ok(())
}
