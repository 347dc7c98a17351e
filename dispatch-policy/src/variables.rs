//! What is known before the call.

use std::collections::BTreeMap;

use jiff::{Timestamp, Zoned, civil::DateTime, tz::TimeZone};

use crate::{escalate::Escalation, phrasing::Language};

/// Longest value kept, in characters; more is cut.
const MAX_VALUE: usize = 200;
/// Most unknown variables kept.
const MAX_EXTRA: usize = 64;
/// The zone when none is given: most freight is dispatched on Central time.
const DEFAULT_ZONE: &str = "America/Chicago";

/// What happens when a person must take over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HandOver {
    /// The call is transferred.
    #[default]
    Transfer,
    /// There is nobody to transfer to: the agent says dispatch will call right back, and hangs up.
    CallBack,
}

/// What is known of the trip before the call: Retell's dynamic variables
/// (<https://docs.retellai.com/build/dynamic-variables>) by the names used here.
///
/// All are optional; what is missing is not spoken of.
#[derive(Clone, Default, PartialEq)]
pub struct Variables {
    /// `driver_name`; the first name is spoken.
    pub driver_name: Option<String>,
    /// `load_number`, spoken as written.
    pub load_number: Option<String>,
    /// `company_name`; default "dispatch".
    pub company_name: Option<String>,
    /// `origin`, "City, ST".
    pub origin: Option<String>,
    /// `destination`, "City, ST".
    pub destination: Option<String>,
    /// `gps_location`, "City, ST" or "I-40 near City, ST".
    pub gps_location: Option<String>,
    /// `timezone`, an IANA name; default `America/Chicago`.
    pub timezone: Option<String>,
    /// `transfer_number`, E.164.
    pub transfer_number: Option<String>,
    /// `appointment_time`, RFC 3339 or a local date and time.
    pub appointment_time: Option<Zoned>,
    /// `language`, in which the agent speaks: `en` or `es`; default English. What the driver speaks is understood
    /// either way.
    pub language: Option<Language>,
    /// What to do when a person must take over; set by the host, not by a variable.
    pub hand_over: HandOver,
    /// Key phrases of the organisation that call for a person; set by the host, not by a variable.
    pub escalation: Escalation,
    /// Every other variable.
    pub extra: BTreeMap<String, String>,
    /// What was wrong with the values: names of variables that were ignored.
    pub ignored: Vec<String>,
}

impl Variables {
    /// Reads variables by name. A bad value is left out and its name put into
    /// [`ignored`](Self::ignored): a call is never refused for it.
    pub fn from_map<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut vars = Self::default();
        let mut appointment = None;
        for (name, value) in pairs {
            let Some(value) = clean(value) else { continue };
            match name {
                "driver_name" => vars.driver_name = Some(value),
                "load_number" => vars.load_number = Some(value),
                "company_name" => vars.company_name = Some(value),
                "origin" => vars.origin = Some(value),
                "destination" => vars.destination = Some(value),
                "gps_location" => vars.gps_location = Some(value),
                "transfer_number" => vars.transfer_number = Some(value),
                "appointment_time" => appointment = Some(value),
                "language" => match Language::from_tag(&value) {
                    Some(language) => vars.language = Some(language),
                    None => vars.ignored.push(name.to_owned()),
                },
                "timezone" => match TimeZone::get(&value) {
                    Ok(_) => vars.timezone = Some(value),
                    Err(_) => vars.ignored.push(name.to_owned()),
                },
                _ if vars.extra.len() < MAX_EXTRA => {
                    vars.extra.insert(name.chars().take(MAX_VALUE).collect(), value);
                }
                _ => {}
            }
        }
        // Last, because a local time needs the zone, which may come after it.
        if let Some(text) = appointment {
            vars.appointment_time = parse_time(&text, &vars.time_zone());
            if vars.appointment_time.is_none() {
                vars.ignored.push("appointment_time".to_owned());
            }
        }
        vars
    }

    /// Fills what is missing from `defaults`: what the host knows of every call.
    #[must_use]
    pub fn or(mut self, defaults: &Self) -> Self {
        let fill = |own: &mut Option<String>, default: &Option<String>| {
            if own.is_none() {
                own.clone_from(default);
            }
        };
        fill(&mut self.driver_name, &defaults.driver_name);
        fill(&mut self.load_number, &defaults.load_number);
        fill(&mut self.company_name, &defaults.company_name);
        fill(&mut self.origin, &defaults.origin);
        fill(&mut self.destination, &defaults.destination);
        fill(&mut self.gps_location, &defaults.gps_location);
        fill(&mut self.timezone, &defaults.timezone);
        fill(&mut self.transfer_number, &defaults.transfer_number);
        self.appointment_time = self
            .appointment_time
            .or_else(|| defaults.appointment_time.clone());
        self.language = self.language.or(defaults.language);
        if self.escalation.is_built_in() {
            self.escalation.clone_from(&defaults.escalation);
        }
        for (name, value) in &defaults.extra {
            self.extra.entry(name.clone()).or_insert_with(|| value.clone());
        }
        self
    }

    /// Chooses the hand-over by what is there: without a number in E.164 to transfer to, dispatch calls back.
    #[must_use]
    pub fn hand_over_by_number(mut self) -> Self {
        let dialable = self.transfer_number.as_deref().is_some_and(|number| {
            number.strip_prefix('+').is_some_and(|digits| {
                (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            })
        });
        self.hand_over = if dialable {
            HandOver::Transfer
        } else {
            HandOver::CallBack
        };
        self
    }

    /// The driver's time zone: `timezone`, or Central time.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        self.timezone
            .as_deref()
            .and_then(|name| TimeZone::get(name).ok())
            .or_else(|| TimeZone::get(DEFAULT_ZONE).ok())
            .unwrap_or(TimeZone::UTC)
    }
}

/// Names and numbers of people stay out of logs: only which variables are there is shown.
impl std::fmt::Debug for Variables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let known = [
            ("driver_name", self.driver_name.is_some()),
            ("load_number", self.load_number.is_some()),
            ("company_name", self.company_name.is_some()),
            ("origin", self.origin.is_some()),
            ("destination", self.destination.is_some()),
            ("gps_location", self.gps_location.is_some()),
            ("timezone", self.timezone.is_some()),
            ("transfer_number", self.transfer_number.is_some()),
            ("appointment_time", self.appointment_time.is_some()),
        ];
        let known: Vec<_> = known
            .into_iter()
            .filter(|(_, set)| *set)
            .map(|(name, _)| name)
            .collect();
        f.debug_struct("Variables")
            .field("known", &known)
            .field("language", &self.language)
            .field("hand_over", &self.hand_over)
            .field("key_phrases", &self.escalation.phrases().len())
            .field("extra", &self.extra.len())
            .field("ignored", &self.ignored)
            .finish()
    }
}

/// One line, trimmed, at most [`MAX_VALUE`] characters; `None` when nothing is left. A
/// placeholder Retell did not fill (`{{name}}`) is nothing either.
fn clean(value: &str) -> Option<String> {
    let text: String = value
        .chars()
        .take(MAX_VALUE)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && !text.contains("{{")).then_some(text)
}

fn parse_time(text: &str, zone: &TimeZone) -> Option<Zoned> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at.to_zoned(zone.clone()));
    }
    let local: DateTime = text.parse().ok()?;
    local.to_zoned(zone.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_appointment_is_ignored_and_named() {
        let vars = Variables::from_map([("appointment_time", "five-ish"), ("driver_name", "Mike")]);
        assert_eq!(vars.appointment_time, None);
        assert_eq!(vars.ignored, ["appointment_time"]);
        assert_eq!(vars.driver_name.as_deref(), Some("Mike"));
    }

    #[test]
    fn a_local_appointment_is_in_the_drivers_zone_whatever_the_order() {
        let vars = Variables::from_map([
            ("appointment_time", "2026-03-04 17:00"),
            ("timezone", "America/Denver"),
        ]);
        let at = vars.appointment_time.map(|at| at.timestamp().to_string());
        assert_eq!(at.as_deref(), Some("2026-03-05T00:00:00Z"));
    }

    #[test]
    fn a_language_without_a_book_is_ignored_and_that_of_the_host_stays() {
        let host = Variables {
            language: Some(Language::Spanish),
            ..Variables::default()
        };
        let vars = Variables::from_map([("language", "ru")]);
        assert_eq!(vars.ignored, ["language"]);
        assert_eq!(vars.or(&host).language, Some(Language::Spanish));
        let vars = Variables::from_map([("language", "en-US")]).or(&host);
        assert_eq!(vars.language, Some(Language::English));
    }

    #[test]
    fn unfilled_placeholders_and_blanks_are_unknown() {
        let vars = Variables::from_map([("driver_name", "{{driver_name}}"), ("load_number", "  ")]);
        assert_eq!((vars.driver_name, vars.load_number), (None, None));
    }

    #[test]
    fn debug_shows_no_values() {
        let vars = Variables::from_map([("driver_name", "Mike"), ("transfer_number", "+15550001111")]);
        let shown = format!("{vars:?}");
        assert!(!shown.contains("Mike") && !shown.contains("555"), "{shown}");
    }
}
