//! Who may open a socket.

use std::time::Duration;

use http::StatusCode;
use retell_client::models::CallStatus as ProviderStatus;
use retell_webhook::{CallLifecycle, Stage};

use crate::agents::Agent;
use crate::calls::CallStatus;
use crate::problem::{Chain, Problem};
use crate::retell;
use crate::state::AppState;
use crate::store::KnownCall;
use crate::webhooks::learn::learn;

/// Retell may dial before its answer to us is written down.
const ROW_DEADLINE: Duration = Duration::from_secs(2);
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// How long a call waits for its turn to be looked up at Retell.
const LOOKUP_PATIENCE: Duration = Duration::from_secs(3);

/// The call and its agent, or the status that refuses the socket.
pub(super) async fn admit(
    app: &AppState,
    provider_call_id: &str,
    secret: Option<&str>,
) -> Result<(KnownCall, Agent), Problem> {
    if !app.config.llm_secret_matches(secret) {
        return Err(Problem::new(
            StatusCode::UNAUTHORIZED,
            "the secret of this address is missing or wrong",
        ));
    }
    if app.drain.is_draining() {
        return Err(Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "the server is shutting down",
        ));
    }
    if provider_call_id.is_empty() || provider_call_id.len() > 128 {
        return Err(Problem::not_found("call"));
    }
    let call = match wait_for_row(app, provider_call_id).await? {
        // A call that comes back at once may have been greeted a moment ago, and that is still on its way to the disk.
        Some(call) if call.status == CallStatus::Updated && !call.greeted => {
            app.turns.flush().await;
            app.store.known_call(provider_call_id).await?.unwrap_or(call)
        }
        Some(call) => call,
        None => ask_retell(app, provider_call_id).await?,
    };
    if call.status == CallStatus::Ended {
        return Err(Problem::new(StatusCode::GONE, "this call is over"));
    }
    let agent = app
        .store
        .agent(&call.agent_id)
        .await?
        .ok_or_else(|| Problem::not_found("agent"))?;
    Ok((call, agent))
}

async fn wait_for_row(app: &AppState, provider_call_id: &str) -> Result<Option<KnownCall>, Problem> {
    let deadline = tokio::time::Instant::now() + ROW_DEADLINE;
    loop {
        let call = app.store.known_call(provider_call_id).await?;
        // By Retell's id only: ours is not what Retell dials with.
        let call = call.filter(|call| call.provider_call_id.as_deref() == Some(provider_call_id));
        if call.is_some() || tokio::time::Instant::now() >= deadline {
            return Ok(call);
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// A call somebody else started (inbound, or from Retell's dashboard) is written down when Retell knows it.
async fn ask_retell(app: &AppState, provider_call_id: &str) -> Result<KnownCall, Problem> {
    // A crowd of calls at once may wait a little; a crowd of strangers is turned away.
    let place = tokio::time::timeout(LOOKUP_PATIENCE, app.lookups.acquire()).await;
    let Ok(Ok(_place)) = place else {
        return Err(Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "too many unknown calls at once; dial again in a moment",
        ));
    };
    let call = retell::call(&app.retell, provider_call_id)
        .await
        .map_err(|error| {
            tracing::warn!(error = %Chain(&error), "Retell could not be asked about a call");
            Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "Retell could not be asked about this call",
            )
        })?;
    let call = call.ok_or_else(|| Problem::not_found("call"))?;
    if !matches!(
        call.call_status,
        ProviderStatus::Registered | ProviderStatus::Ongoing
    ) {
        return Err(Problem::new(StatusCode::GONE, "this call is over"));
    }
    let now_ms = jiff::Timestamp::now().as_millisecond();
    let row = learn(
        app,
        CallLifecycle::of_call(&call, Stage::Started, Some(now_ms)),
        None,
    )
    .await?;
    app.call_changed(row);
    app.store
        .known_call(provider_call_id)
        .await?
        .ok_or_else(|| Problem::not_found("call"))
}
