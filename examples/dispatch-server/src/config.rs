//! Settings from flags and the environment, checked as a whole before anything starts.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use crate::info::Mode;

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
    /// Where Retell's API is [default: https://api.retellai.com].
    #[arg(long, env = "RETELL_BASE_URL")]
    pub retell_base_url: Option<String>,
    /// Signs webhooks [default: the API key].
    #[arg(long, env = "RETELL_WEBHOOK_SECRET", hide_env_values = true)]
    pub retell_webhook_secret: Option<String>,
    /// The number phone calls come from, E.164.
    #[arg(long, env = "RETELL_FROM_NUMBER")]
    pub retell_from_number: Option<String>,
    /// Where calls are kept [default: sqlite://data/dispatch.db].
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

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// Checked settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// Whether calls are real.
    pub mode: Mode,
    /// Retell's key; random in demo mode, where only our own simulator knows it.
    pub api_key: SecretString,
    /// Retell's id of the default agent.
    pub agent_id: Option<String>,
    /// Where Retell's API is, when not at its usual place.
    pub retell_base_url: Option<Url>,
    /// Signs webhooks.
    pub webhook_secret: SecretString,
    /// The number phone calls come from.
    pub from_number: Option<String>,
    /// The database file.
    pub database: PathBuf,
    /// Where to listen.
    pub bind: SocketAddr,
    /// How others reach this server, when not by the bound address.
    pub public_url: Option<Url>,
    /// Other origins that may use the API.
    pub cors_origins: Vec<String>,
    /// Password of `admin`; none only in demo mode.
    pub admin_password: Option<SecretString>,
    /// What Retell's socket must carry.
    pub llm_secret: Option<SecretString>,
    /// Time zone of dates, days and spoken times.
    pub timezone: TimeZone,
    /// Its IANA name.
    pub timezone_name: String,
    /// Where calls are transferred.
    pub transfer_number: Option<String>,
    /// On whose behalf the agent calls.
    pub company_name: String,
    /// Whether this process applies webhooks.
    pub webhook_worker: bool,
    /// How many calls may be on at once.
    pub max_calls: usize,
    /// How log lines look.
    pub log_format: LogFormat,
    /// How much faster than real time the simulator runs.
    pub sim_speed: f64,
    /// How many past calls an empty demo database is filled with.
    pub seed_calls: usize,
}

/// One setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {problem}")]
pub struct ConfigError {
    /// The environment variable.
    pub variable: &'static str,
    /// What is wrong and what to do.
    pub problem: String,
}

/// Past calls in a new demo database.
const SEED_CALLS: usize = 200;

impl Config {
    /// Checks everything and reports everything that is wrong at once.
    ///
    /// # Errors
    ///
    /// One entry per unusable setting; none of them repeats a secret.
    pub fn new(settings: Settings) -> Result<Self, Vec<ConfigError>> {
        let mut errors = Errors(Vec::new());
        let api_key = set(settings.retell_api_key);
        let mode = if api_key.is_some() { Mode::Live } else { Mode::Demo };
        let bind = errors.or_default("BIND", bind(set(settings.bind)));
        let bind = bind.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let admin_password = set(settings.admin_password);
        if admin_password.as_ref().is_some_and(|p| p.chars().count() < 8) {
            errors.add(
                "DISPATCH_ADMIN_PASSWORD",
                "is shorter than 8 characters; choose a longer one",
            );
        }
        match mode {
            Mode::Demo if !bind.ip().is_loopback() => errors.add(
                "BIND",
                "must be a loopback address (127.0.0.1:8080) in demo mode; set RETELL_API_KEY and DISPATCH_ADMIN_PASSWORD to serve others",
            ),
            Mode::Live if admin_password.is_none() => errors.add(
                "DISPATCH_ADMIN_PASSWORD",
                "must be set when RETELL_API_KEY is: anybody who reaches this server could place calls; choose at least 8 characters",
            ),
            Mode::Demo | Mode::Live => {}
        }
        let agent_id = set(settings.retell_agent_id);
        if mode == Mode::Live && agent_id.is_none() {
            errors.add(
                "RETELL_AGENT_ID",
                "must be set when RETELL_API_KEY is: copy the id of your custom LLM agent from Retell's dashboard",
            );
        }
        let timezone_name = set(settings.timezone).unwrap_or_else(|| "America/Chicago".to_owned());
        let timezone = TimeZone::get(&timezone_name).unwrap_or_else(|_| {
            errors.add(
                "DISPATCH_TIMEZONE",
                "is no IANA time zone; write one such as America/Chicago",
            );
            TimeZone::UTC
        });
        let api_key = api_key.unwrap_or_else(|| format!("key_demo_{}", uuid::Uuid::new_v4().simple()));
        let webhook_secret = set(settings.retell_webhook_secret).filter(|_| mode == Mode::Live);
        let config = Self {
            mode,
            webhook_secret: webhook_secret.unwrap_or_else(|| api_key.clone()).into(),
            api_key: api_key.into(),
            agent_id,
            retell_base_url: errors.or_default("RETELL_BASE_URL", http_url(set(settings.retell_base_url))),
            from_number: errors.or_default("RETELL_FROM_NUMBER", number(set(settings.retell_from_number))),
            database: errors
                .or_default("DATABASE_URL", database(set(settings.database_url)))
                .unwrap_or_else(|| PathBuf::from("data/dispatch.db")),
            bind,
            public_url: errors.or_default("PUBLIC_URL", http_url(set(settings.public_url))),
            cors_origins: errors.or_default("CORS_ORIGINS", origins(set(settings.cors_origins))),
            admin_password: admin_password.map(SecretString::from),
            llm_secret: errors.or_default("DISPATCH_LLM_SECRET", llm_secret(set(settings.llm_secret))),
            timezone,
            timezone_name,
            transfer_number: errors
                .or_default("DISPATCH_TRANSFER_NUMBER", number(set(settings.transfer_number))),
            company_name: set(settings.company_name).unwrap_or_else(|| "Dispatch".to_owned()),
            webhook_worker: errors
                .or_default("DISPATCH_WEBHOOK_WORKER", on_off(set(settings.webhook_worker)))
                .unwrap_or(true),
            max_calls: errors
                .or_default("DISPATCH_MAX_CALLS", calls(set(settings.max_calls)))
                .unwrap_or(200),
            log_format: errors
                .or_default("LOG_FORMAT", log_format(set(settings.log_format)))
                .unwrap_or(LogFormat::Text),
            sim_speed: errors
                .or_default("DISPATCH_SIM_SPEED", speed(set(settings.sim_speed)))
                .unwrap_or(1.0),
            seed_calls: if settings.no_seed || mode == Mode::Live {
                0
            } else {
                SEED_CALLS
            },
        };
        if errors.0.is_empty() {
            Ok(config)
        } else {
            Err(errors.0)
        }
    }

    /// The address others use, without a final slash, once the port is known.
    pub fn public_base(&self, bound: SocketAddr) -> String {
        self.public_url.as_ref().map_or_else(
            || format!("http://{bound}"),
            |url| url.as_str().trim_end_matches('/').to_owned(),
        )
    }

    /// Whether this is the secret that Retell's socket must carry; true when none is configured.
    pub fn llm_secret_matches(&self, given: Option<&str>) -> bool {
        self.llm_secret
            .as_ref()
            .is_none_or(|secret| given.is_some_and(|given| crate::auth::same(secret.expose_secret(), given)))
    }
}

struct Errors(Vec<ConfigError>);

impl Errors {
    fn add(&mut self, variable: &'static str, problem: impl Into<String>) {
        self.0.push(ConfigError {
            variable,
            problem: problem.into(),
        });
    }

    fn or_default<T: Default>(&mut self, variable: &'static str, result: Result<T, String>) -> T {
        result.unwrap_or_else(|problem| {
            self.add(variable, problem);
            T::default()
        })
    }
}

fn set(value: Option<String>) -> Option<String> {
    value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty())
}

fn bind(value: Option<String>) -> Result<Option<SocketAddr>, String> {
    let Some(value) = value else { return Ok(None) };
    let address = value.replacen("localhost:", "127.0.0.1:", 1);
    address
        .parse()
        .map(Some)
        .map_err(|_| "is no address with a port; write one such as 127.0.0.1:8080".to_owned())
}

fn http_url(value: Option<String>) -> Result<Option<Url>, String> {
    let Some(value) = value else { return Ok(None) };
    match Url::parse(&value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.host().is_some() => Ok(Some(url)),
        Ok(_) | Err(_) => {
            Err("is no http or https URL; write one such as https://dispatch.example.com".to_owned())
        }
    }
}

/// Checks a telephone number.
pub(crate) fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
    })
}

fn number(value: Option<String>) -> Result<Option<String>, String> {
    match value {
        Some(value) if !is_e164(&value) => {
            Err("is not in E.164 form; write + and the country code, such as +15551230000".to_owned())
        }
        value => Ok(value),
    }
}

fn database(value: Option<String>) -> Result<Option<PathBuf>, String> {
    let Some(value) = value else { return Ok(None) };
    let path = match value.split_once(':') {
        Some(("sqlite", rest)) => rest.strip_prefix("//").unwrap_or(rest),
        Some((scheme, _)) if scheme.len() > 1 => {
            return Err(format!(
                "names a {} database; only sqlite://path is supported",
                scheme_name(scheme)
            ));
        }
        _ => value.as_str(),
    };
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() || path == ":memory:" {
        return Err("names no file; write sqlite://data/dispatch.db".to_owned());
    }
    Ok(Some(PathBuf::from(path)))
}

/// The scheme if it looks like one, so that no part of a password is ever repeated.
fn scheme_name(scheme: &str) -> &str {
    match scheme {
        "postgres" | "postgresql" => "PostgreSQL",
        "mysql" => "MySQL",
        _ => "different",
    }
}

fn origins(value: Option<String>) -> Result<Vec<String>, String> {
    let Some(value) = value else { return Ok(Vec::new()) };
    value
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| match Url::parse(part) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(url.origin().ascii_serialization()),
            Ok(_) | Err(_) => Err(
                "is no list of origins; write them such as https://a.example,https://b.example".to_owned(),
            ),
        })
        .collect()
}

fn llm_secret(value: Option<String>) -> Result<Option<SecretString>, String> {
    match value {
        Some(secret)
            if secret.len() < 8
                || !secret
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_.~".contains(&b)) =>
        {
            Err(
                "must be at least 8 characters of A-Z a-z 0-9 - _ . ~, because it travels in a URL"
                    .to_owned(),
            )
        }
        secret => Ok(secret.map(SecretString::from)),
    }
}

fn on_off(value: Option<String>) -> Result<Option<bool>, String> {
    match value.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None => Ok(None),
        Some("on" | "true" | "1") => Ok(Some(true)),
        Some("off" | "false" | "0") => Ok(Some(false)),
        Some(_) => Err("is neither on nor off".to_owned()),
    }
}

fn calls(value: Option<String>) -> Result<Option<usize>, String> {
    let Some(value) = value else { return Ok(None) };
    match value.parse() {
        Ok(n) if (1..=100_000).contains(&n) => Ok(Some(n)),
        Ok(_) | Err(_) => Err("is no number from 1 to 100000".to_owned()),
    }
}

fn log_format(value: Option<String>) -> Result<Option<LogFormat>, String> {
    let Some(value) = value else { return Ok(None) };
    LogFormat::from_str(&value, true)
        .map(Some)
        .map_err(|_| "is neither text nor json".to_owned())
}

fn speed(value: Option<String>) -> Result<Option<f64>, String> {
    let Some(value) = value else { return Ok(None) };
    match value.parse::<f64>() {
        Ok(n) if (0.1..=10_000.0).contains(&n) => Ok(Some(n)),
        Ok(_) | Err(_) => Err("is no number from 0.1 to 10000".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(pairs: &[(&str, &str)]) -> Settings {
        let args = pairs
            .iter()
            .flat_map(|(k, v)| [format!("--{k}"), (*v).to_owned()]);
        Settings::try_parse_from(std::iter::once("dispatch-server".to_owned()).chain(args))
            .expect("flags parse")
    }

    fn errors(pairs: &[(&str, &str)]) -> Vec<&'static str> {
        Config::new(settings(pairs)).map_or_else(
            |errors| errors.into_iter().map(|e| e.variable).collect(),
            |_| Vec::new(),
        )
    }

    #[test]
    fn nothing_set_is_demo_mode_on_loopback() {
        let config = Config::new(settings(&[("retell-api-key", " ")])).expect("valid");
        assert_eq!(config.mode, Mode::Demo);
        assert!(config.bind.ip().is_loopback());
        assert_eq!(config.seed_calls, SEED_CALLS);
        assert_eq!(
            config.webhook_secret.expose_secret(),
            config.api_key.expose_secret()
        );
    }

    #[test]
    fn a_real_key_needs_an_agent_and_a_password() {
        assert_eq!(
            errors(&[("retell-api-key", "k")]),
            ["DISPATCH_ADMIN_PASSWORD", "RETELL_AGENT_ID"]
        );
        assert!(
            errors(&[
                ("retell-api-key", "k"),
                ("retell-agent-id", "a"),
                ("admin-password", "long enough")
            ])
            .is_empty()
        );
    }

    #[test]
    fn demo_mode_stays_at_home() {
        assert_eq!(errors(&[("bind", "0.0.0.0:80")]), ["BIND"]);
        assert!(errors(&[("bind", "[::1]:0")]).is_empty());
        assert!(errors(&[("bind", "localhost:0")]).is_empty());
    }

    #[test]
    fn every_bad_setting_is_named_at_once() {
        let found = errors(&[
            ("bind", "nowhere"),
            ("retell-base-url", "ftp://x"),
            ("retell-from-number", "555"),
            ("database-url", "postgres://u:hunter2@h/d"),
            ("public-url", "example.com"),
            ("cors-origins", "https://ok.example, nope"),
            ("llm-secret", "a b"),
            ("timezone", "Mars/Olympus"),
            ("transfer-number", "+0123"),
            ("webhook-worker", "maybe"),
            ("max-calls", "0"),
            ("log-format", "xml"),
            ("sim-speed", "fast"),
            ("admin-password", "short"),
        ]);
        assert_eq!(found.len(), 14, "{found:?}");
    }

    #[test]
    fn errors_repeat_no_secret() {
        let all = Config::new(settings(&[
            ("database-url", "hunter2://u:hunter2@h/d"),
            ("llm-secret", "hunter2 hunter2"),
            ("admin-password", "hunter2"),
        ]))
        .expect_err("three are bad");
        assert_eq!(all.len(), 3);
        assert!(!format!("{all:?}").contains("hunter2"));
    }

    #[test]
    fn numbers_are_checked() {
        for good in ["+15551230000", "+12", "+123456789012345"] {
            assert!(is_e164(good), "{good}");
        }
        for bad in [
            "",
            "+",
            "+1",
            "15551230000",
            "+05551230000",
            "+1 555",
            "+1234567890123456",
            "+1555a",
        ] {
            assert!(!is_e164(bad), "{bad}");
        }
    }
}
