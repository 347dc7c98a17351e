//! From the text of one setting to its value, or to a sentence that says what to do.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::ValueEnum as _;
use retell_client::models::PhoneNumber;
use secrecy::SecretString;
use url::Url;

use super::LogFormat;

pub(super) fn set(value: Option<String>) -> Option<String> {
    value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty())
}

pub(super) fn bind(value: Option<String>) -> Result<Option<SocketAddr>, String> {
    let Some(value) = value else { return Ok(None) };
    let address = value.replacen("localhost:", "127.0.0.1:", 1);
    address
        .parse()
        .map(Some)
        .map_err(|_| "is no address with a port; write one such as 127.0.0.1:8080".to_owned())
}

pub(super) fn http_url(value: Option<String>) -> Result<Option<Url>, String> {
    let Some(value) = value else { return Ok(None) };
    match Url::parse(&value) {
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            Err("must not hold a user name or password, because this address is shown".to_owned())
        }
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.host().is_some() => Ok(Some(url)),
        Ok(_) | Err(_) => {
            Err("is no http or https URL; write one such as https://dispatch.example.com".to_owned())
        }
    }
}

/// Whether Retell's API would take this telephone number.
pub(crate) fn is_e164(number: &str) -> bool {
    PhoneNumber::new(number).is_ok()
}

pub(super) fn number(value: Option<String>) -> Result<Option<String>, String> {
    match value {
        Some(value) if !is_e164(&value) => {
            Err("is not in E.164 form; write + and the country code, such as +15551230000".to_owned())
        }
        value => Ok(value),
    }
}

pub(super) fn database(value: Option<String>) -> Result<Option<PathBuf>, String> {
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

pub(super) fn origins(value: Option<String>) -> Result<Vec<String>, String> {
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

pub(super) fn llm_secret(value: Option<String>) -> Result<Option<SecretString>, String> {
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

pub(super) fn on_off(value: Option<String>) -> Result<Option<bool>, String> {
    match value.map(|value| value.to_ascii_lowercase()).as_deref() {
        None => Ok(None),
        Some("on" | "true" | "1") => Ok(Some(true)),
        Some("off" | "false" | "0") => Ok(Some(false)),
        Some(_) => Err("is neither on nor off".to_owned()),
    }
}

pub(super) fn calls(value: Option<String>) -> Result<Option<usize>, String> {
    let Some(value) = value else { return Ok(None) };
    match value.parse() {
        Ok(n) if (1..=100_000).contains(&n) => Ok(Some(n)),
        Ok(_) | Err(_) => Err("is no number from 1 to 100000".to_owned()),
    }
}

pub(super) fn log_format(value: Option<String>) -> Result<Option<LogFormat>, String> {
    let Some(value) = value else { return Ok(None) };
    LogFormat::from_str(&value, true)
        .map(Some)
        .map_err(|_| "is neither text nor json".to_owned())
}

pub(super) fn speed(value: Option<String>) -> Result<Option<f64>, String> {
    let Some(value) = value else { return Ok(None) };
    match value.parse::<f64>() {
        Ok(n) if (0.1..=10_000.0).contains(&n) => Ok(Some(n)),
        Ok(_) | Err(_) => Err("is no number from 0.1 to 10000".to_owned()),
    }
}
