//! What can be set from outside.

use clap::Parser;

/// What can be set from outside. Empty values count as not set.
#[derive(Debug, Clone, Parser)]
#[command(name = "dispatch-server", version, about = "Check calls for a freight desk")]
pub struct Settings {
    /// The API key of your Retell account. Without it a simulator plays Retell (demo mode).
    #[arg(long, env = "RETELL_API_KEY", hide_env_values = true)]
    pub retell_api_key: Option<String>,
    /// The agent at Retell that calls; needed with an API key.
    #[arg(long, env = "RETELL_AGENT_ID")]
    pub retell_agent_id: Option<String>,
    /// Where Retell's API is [default: `https://api.retellai.com`].
    #[arg(long, env = "RETELL_BASE_URL")]
    pub retell_base_url: Option<String>,
    /// Signs webhooks [default: the API key].
    #[arg(long, env = "RETELL_WEBHOOK_SECRET", hide_env_values = true)]
    pub retell_webhook_secret: Option<String>,
    /// The number phone calls come from, E.164.
    #[arg(long, env = "RETELL_FROM_NUMBER")]
    pub retell_from_number: Option<String>,
    /// Where calls are kept [default: `sqlite://data/dispatch.db`].
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Address and port to listen on [default: 127.0.0.1:8080].
    #[arg(long, env = "BIND")]
    pub bind: Option<String>,
    /// How Retell and browsers reach this server [default: http:// and the bound address].
    #[arg(long, env = "PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Other origins whose pages may use the API, separated by commas.
    #[arg(long, env = "CORS_ORIGINS")]
    pub cors_origins: Option<String>,
    /// Password of the user `admin`, at least 8 characters.
    #[arg(long, env = "DISPATCH_ADMIN_PASSWORD", hide_env_values = true)]
    pub admin_password: Option<String>,
    /// Secret that Retell's socket must carry, as `?token=` or as a path segment before the call's id.
    #[arg(long, env = "DISPATCH_LLM_SECRET", hide_env_values = true)]
    pub llm_secret: Option<String>,
    /// Time zone of dates, days and spoken times [default: America/Chicago].
    #[arg(long, env = "DISPATCH_TIMEZONE")]
    pub timezone: Option<String>,
    /// Where emergencies and requests for a person are transferred, E.164.
    #[arg(long, env = "DISPATCH_TRANSFER_NUMBER")]
    pub transfer_number: Option<String>,
    /// On whose behalf the agent calls [default: Dispatch].
    #[arg(long, env = "DISPATCH_COMPANY_NAME")]
    pub company_name: Option<String>,
    /// Whether this process applies webhooks, or only keeps them [default: on].
    #[arg(long, env = "DISPATCH_WEBHOOK_WORKER")]
    pub webhook_worker: Option<String>,
    /// How many calls may be on at once [default: 200].
    #[arg(long, env = "DISPATCH_MAX_CALLS")]
    pub max_calls: Option<String>,
    /// `text` or `json` [default: text].
    #[arg(long, env = "LOG_FORMAT")]
    pub log_format: Option<String>,
    /// How much faster than real time the simulator runs [default: 1].
    #[arg(long, env = "DISPATCH_SIM_SPEED")]
    pub sim_speed: Option<String>,
    /// Do not fill an empty demo database with past calls.
    #[arg(long)]
    pub no_seed: bool,
}
