//! A simulator of Retell AI as a program.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use retell_sim::{SimOptions, Simulator};

/// A simulator of Retell AI: REST API, the caller's side of the LLM socket, signed webhooks. Places no real call.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Key that REST requests must carry and webhooks are signed with.
    #[arg(
        long,
        env = "RETELL_SIM_API_KEY",
        default_value = "key_simulator",
        hide_env_values = true
    )]
    api_key: String,
    /// Where the agent's webhooks go, such as <http://127.0.0.1:8080/api/v1/retell/webhook>. None are sent without it.
    #[arg(long, env = "RETELL_SIM_WEBHOOK_URL", hide_env_values = true)]
    webhook_url: Option<String>,
    /// The application's LLM socket without the call id, such as <ws://127.0.0.1:8080/api/v1/retell/llm-webhook>.
    #[arg(long, env = "RETELL_SIM_LLM_WEBSOCKET_URL", hide_env_values = true)]
    llm_websocket_url: Option<String>,
    /// Address to listen on.
    #[arg(long, env = "RETELL_SIM_LISTEN", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// Seconds of call in one real second, 0.1 to 1000.
    #[arg(long, env = "RETELL_SIM_SPEED", default_value_t = 1.0)]
    speed: f64,
    /// What personas and their words are drawn from.
    #[arg(long, env = "RETELL_SIM_SEED", default_value_t = 7)]
    seed: u64,
    /// Id of the agent that exists from the start.
    #[arg(long, env = "RETELL_SIM_AGENT_ID", default_value = "agent_sim_dispatch")]
    agent_id: String,
    /// Calls that may be live at once.
    #[arg(long, env = "RETELL_SIM_MAX_CONCURRENT", default_value_t = 20)]
    max_concurrent: usize,
    /// Seconds a web call waits for somebody to join.
    #[arg(long, env = "RETELL_SIM_JOIN_DEADLINE", default_value_t = 30)]
    join_deadline: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| "info,retell_sim=debug".into()),
        )
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let cause = error
                .source()
                .map(|cause| format!(" ({cause})"))
                .unwrap_or_default();
            tracing::error!("{error}{cause}");
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let mut options = SimOptions::new(args.api_key)
        .listen(args.listen)
        .speed(args.speed)
        .seed(args.seed)
        .agent_id(args.agent_id.clone())
        .max_concurrent(args.max_concurrent)
        .join_deadline(Duration::from_secs(args.join_deadline));
    options.webhook_url = args.webhook_url;
    options.llm_websocket_url = args.llm_websocket_url;
    if options.llm_websocket_url.is_none() {
        tracing::warn!("no --llm-websocket-url: calls will end error_llm_websocket_open");
    }
    if options.webhook_url.is_none() {
        tracing::warn!("no --webhook-url: no webhooks will be sent");
    }
    let simulator = Simulator::start(options).await?;
    tracing::info!(
        "simulating Retell on {}, agent {}; no real calls are placed",
        simulator.base_url(),
        args.agent_id
    );
    tokio::signal::ctrl_c().await?;
    tracing::info!("ending live calls");
    simulator.shutdown().await;
    Ok(())
}
