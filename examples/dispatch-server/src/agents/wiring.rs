//! Is the agent at Retell wired to this server?

use retell_client::models::ResponseEngine;
use secrecy::ExposeSecret;
use url::Url;

use super::{Agent, Wiring, WiringCheck};
use crate::info::{Mode, Urls};
use crate::problem::{Chain, sentence};
use crate::state::AppState;

/// Asks Retell for the agent and compares.
pub(super) async fn verify(app: &AppState, agent: &Agent) -> Wiring {
    let urls = Urls::new(&app.config, app.address);
    let mut checks = vec![reachable(app, &urls)];
    match &agent.provider_agent_id {
        None => checks.push(check(
            "agent",
            false,
            "no agent id of Retell is set here; set it first",
        )),
        Some(id) => match app.retell.agent().retrieve(id.as_str()).await {
            Ok(found) => {
                checks.push(check("agent", true, "Retell knows the agent"));
                checks.push(socket(app, &urls, &found.response_engine));
                checks.push(webhook(&urls, found.webhook_url.as_deref()));
            }
            Err(error) if error.is_not_found() => {
                checks.push(check(
                    "agent",
                    false,
                    "Retell does not know an agent of this id; copy it again",
                ));
            }
            Err(error) => {
                tracing::warn!(error = %Chain(&error), "an agent could not be verified");
                checks.push(check(
                    "agent",
                    false,
                    "Retell could not be asked; check the API key and try again",
                ));
            }
        },
    }
    Wiring {
        ok: checks.iter().all(|check| check.ok),
        checks,
    }
}

fn check(name: &str, ok: bool, detail: impl Into<String>) -> WiringCheck {
    WiringCheck {
        name: name.to_owned(),
        ok,
        detail: sentence(&detail.into()),
    }
}

fn reachable(app: &AppState, urls: &Urls) -> WiringCheck {
    let name = "public_url";
    if app.config.mode == Mode::Demo {
        return check(name, true, "the simulator is on this machine");
    }
    let url = Url::parse(&urls.webhook()).ok();
    match &url {
        Some(url) if url.scheme() == "https" => check(name, true, "PUBLIC_URL is an https address"),
        _ => check(
            name,
            false,
            "Retell needs an https address to reach this server; set PUBLIC_URL",
        ),
    }
}

fn socket(app: &AppState, urls: &Urls, engine: &ResponseEngine) -> WiringCheck {
    let name = "llm_websocket_url";
    let Some(llm_websocket_url) = engine.llm_websocket_url() else {
        return check(
            name,
            false,
            "the agent is not a custom LLM agent; create one with this server's URL",
        );
    };
    let secret = app.config.llm_secret.as_ref().map(ExposeSecret::expose_secret);
    let found = llm_websocket_url.trim_end_matches('/');
    if found == urls.llm_websocket(secret) {
        check(name, true, "the agent's socket comes here")
    } else if secret.is_some() && found.starts_with(&urls.llm_websocket(None)) {
        check(
            name,
            false,
            "the agent's socket comes here without the right secret; add DISPATCH_LLM_SECRET to its URL",
        )
    } else {
        check(
            name,
            false,
            "the agent's socket goes somewhere else; paste this server's URL",
        )
    }
}

fn webhook(urls: &Urls, found: Option<&str>) -> WiringCheck {
    let name = "webhook_url";
    match found.map(|url| url.trim_end_matches('/')) {
        Some(url) if url == urls.webhook() => check(name, true, "the agent's webhooks come here"),
        Some(_) => check(
            name,
            false,
            "the agent's webhooks go somewhere else; paste this server's URL",
        ),
        None => check(
            name,
            false,
            "the agent has no webhook URL, so the account's counts; paste this server's URL to be sure",
        ),
    }
}
