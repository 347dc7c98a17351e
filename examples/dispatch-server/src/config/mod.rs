//! Settings from flags and the environment, checked as a whole before anything starts.

mod parse;
mod settings;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::ValueEnum;
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use self::parse::{
    bind, calls, database, http_url, llm_secret, log_format, number, on_off, origins, set, speed,
};
use crate::info::Mode;

pub(crate) use self::parse::is_e164;
pub use self::settings::Settings;

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
    /// The number phone calls come from; in demo mode there always is one.
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
            from_number: errors
                .or_default("RETELL_FROM_NUMBER", number(set(settings.retell_from_number)))
                .or_else(|| (mode == Mode::Demo).then(|| crate::demo::FROM_NUMBER.to_owned())),
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

#[cfg(test)]
mod tests {
    use clap::Parser as _;

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
            ("public-url", "https://admin:hunter2@dispatch.example"),
        ]))
        .expect_err("four are bad");
        assert_eq!(all.len(), 4);
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
