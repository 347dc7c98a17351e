//! From query parameters to a filter; every bad parameter is named.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use crate::calls::CallStatus;
use crate::problem::{FieldProblem, Problem};
use crate::store::{Filter, Range, StatusFilter};

/// Query parameters, read one by one.
#[derive(Debug)]
pub(crate) struct Params {
    pairs: Vec<(String, String)>,
    errors: Vec<FieldProblem>,
}

/// The longest text a parameter may have.
const MAX_TEXT: usize = 200;
/// What drivers do.
const DRIVER_STATUSES: [&str; 5] = ["Driving", "Delayed", "Arrived", "Unloading", "Unknown"];
/// How calls go.
const OUTCOMES: [&str; 11] = [
    "In-Transit Update",
    "Arrival Confirmation",
    "Emergency Escalation",
    "Transferred to Human",
    "Callback Requested",
    "Wrong Contact",
    "Voicemail",
    "No Response",
    "Uncooperative Driver",
    "Poor Connection",
    "Incomplete",
];

impl Params {
    /// Only these parameters are known; empty ones count as left out.
    pub(crate) fn new(pairs: Vec<(String, String)>, known: &[&str]) -> Self {
        let mut params = Self {
            pairs: Vec::new(),
            errors: Vec::new(),
        };
        for (name, value) in pairs {
            let value = value.trim();
            if !known.contains(&name.as_str()) {
                let known = known.join(", ");
                params.bad(&name, format!("is not a parameter here; known are {known}"));
            } else if params.pairs.iter().any(|(seen, _)| *seen == name) {
                params.bad(&name, "is given twice");
            } else if value.chars().count() > MAX_TEXT {
                params.bad(&name, format!("is longer than {MAX_TEXT} characters"));
            } else if value.chars().any(char::is_control) {
                params.bad(&name, "must not hold control characters");
            } else if !value.is_empty() {
                params.pairs.push((name, value.to_owned()));
            }
        }
        params
    }

    fn bad(&mut self, name: &str, detail: impl Into<String>) {
        let name: String = name.chars().take(64).collect();
        self.errors.push(FieldProblem::new(format!("?{name}"), detail));
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.pairs
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    }

    pub(crate) fn required(&mut self, name: &str) -> String {
        self.text(name).unwrap_or_else(|| {
            self.bad(name, "is required");
            String::new()
        })
    }

    pub(crate) fn number(&mut self, name: &str, allowed: std::ops::RangeInclusive<u32>, default: u32) -> u32 {
        let Some(value) = self.text(name) else {
            return default;
        };
        match value.parse() {
            Ok(number) if allowed.contains(&number) => number,
            Ok(_) | Err(_) => {
                self.bad(
                    name,
                    format!("is no number from {} to {}", allowed.start(), allowed.end()),
                );
                default
            }
        }
    }

    /// The filter of the list, the count and the CSV file.
    pub(crate) fn filter(&mut self, zone: &TimeZone) -> Filter {
        let status = self.text("status").and_then(|value| {
            let status = status(&value);
            if status.is_none() {
                self.bad(
                    "status",
                    format!(
                        "is none of initiated, updated, ended, live, delays, {}, nor an outcome",
                        DRIVER_STATUSES.join(", ")
                    ),
                );
            }
            status
        });
        let (from, before) = (
            self.date("date_from", zone, false),
            self.date("date_to", zone, true),
        );
        if let (Some(from), Some(before)) = (from, before)
            && before <= from
        {
            self.bad("date_to", "is before date_from");
        }
        Filter {
            q: self.text("q"),
            driver_name: self.text("driver_name"),
            load_number: self.text("load_number"),
            status,
            from,
            before,
        }
    }

    /// The range of the charts: by default the last 28 days, today included.
    pub(crate) fn range(&mut self, zone: &TimeZone, now: Timestamp) -> Range {
        let tomorrow = day_start(now.to_zoned(zone.clone()).date(), zone, 1).unwrap_or(now);
        let before = self.date("date_to", zone, true).unwrap_or(tomorrow);
        let last_day = (before - 1.nanosecond()).to_zoned(zone.clone()).date();
        let from = self
            .date("date_from", zone, false)
            .or_else(|| day_start(last_day, zone, -27))
            .unwrap_or(before);
        if before <= from {
            self.bad("date_to", "is before date_from");
        } else if before.duration_since(from).as_hours() > 24 * 367 {
            self.bad("date_from", "is more than 366 days before date_to");
        }
        Range { from, before }
    }

    /// An instant, or the start of a day; as an end, the start of the day after, or just after the instant.
    fn date(&mut self, name: &str, zone: &TimeZone, end: bool) -> Option<Timestamp> {
        let value = self.text(name)?;
        let parsed = match value.parse::<Date>() {
            // The last day there is has none after it.
            Ok(Date::MAX) if end => Some(Timestamp::MAX),
            Ok(date) if value.len() == 10 => day_start(date, zone, i32::from(end)),
            // A plus sign in a query is often sent unescaped and arrives as a blank.
            _ => value.replace(' ', "+").parse::<Timestamp>().ok().and_then(|at| {
                if end {
                    at.checked_add(1.millisecond()).ok()
                } else {
                    Some(at)
                }
            }),
        };
        if parsed.is_none() {
            self.bad(
                name,
                "is neither a day (2026-11-20) nor an instant (2026-11-20T09:30:00Z)",
            );
        }
        parsed
    }

    /// Whether everything was good.
    ///
    /// # Errors
    ///
    /// 422 naming every parameter that was not.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(Problem::invalid(self.errors))
        }
    }
}

/// When a day begins, some days away.
fn day_start(date: Date, zone: &TimeZone, days: i32) -> Option<Timestamp> {
    let date = date.checked_add(days.days()).ok()?;
    Some(date.to_zoned(zone.clone()).ok()?.timestamp())
}

fn status(value: &str) -> Option<StatusFilter> {
    let is = |name: &&&str| name.eq_ignore_ascii_case(value);
    match value.to_ascii_lowercase().as_str() {
        "initiated" => Some(StatusFilter::Call(CallStatus::Initiated)),
        "updated" | "live" => Some(StatusFilter::Call(CallStatus::Updated)),
        "ended" => Some(StatusFilter::Call(CallStatus::Ended)),
        "delays" => Some(StatusFilter::Late),
        _ => DRIVER_STATUSES
            .iter()
            .find(is)
            .map(|name| StatusFilter::Driver(name))
            .or_else(|| OUTCOMES.iter().find(is).map(|name| StatusFilter::Outcome(name))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["q", "status", "date_from", "date_to", "page"];

    fn params(pairs: &[(&str, &str)]) -> Params {
        Params::new(
            pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
            KNOWN,
        )
    }

    fn chicago() -> TimeZone {
        TimeZone::get("America/Chicago").expect("bundled")
    }

    fn at(text: &str) -> Option<Timestamp> {
        text.parse().ok()
    }

    #[test]
    fn days_are_whole_and_local() {
        let mut params = params(&[("date_from", "2026-03-08"), ("date_to", "2026-03-08")]);
        let filter = params.filter(&chicago());
        // The clocks go forward that night: the day has 23 hours.
        assert_eq!(filter.from, at("2026-03-08T06:00:00Z"));
        assert_eq!(filter.before, at("2026-03-09T05:00:00Z"));
        assert!(params.finish().is_ok());
    }

    #[test]
    fn instants_are_taken_as_they_are() {
        let mut params = params(&[
            ("date_from", "2026-03-08T01:00:00 02:00"),
            ("date_to", "2026-03-08T01:00:00Z"),
        ]);
        let filter = params.filter(&chicago());
        assert_eq!(filter.from, at("2026-03-07T23:00:00Z"));
        assert_eq!(filter.before, at("2026-03-08T01:00:00.001Z"));
    }

    #[test]
    fn every_bad_parameter_is_named() {
        let long = "x".repeat(201);
        let mut params = params(&[
            ("q", &long),
            ("status", "sideways"),
            ("date_from", "yesterday"),
            ("driver", "Mike"),
            ("page", "0"),
            ("page", "1"),
        ]);
        let _ = params.filter(&chicago());
        let _ = params.number("page", 1..=10, 1);
        let problem = params.finish().expect_err("all bad");
        let mut named: Vec<_> = problem.errors.iter().map(|e| e.pointer.as_str()).collect();
        named.sort_unstable();
        assert_eq!(
            named,
            ["?date_from", "?driver", "?page", "?page", "?q", "?status"]
        );
    }

    #[test]
    fn a_status_is_the_calls_or_the_drivers_or_the_outcome() {
        assert_eq!(status("LIVE"), Some(StatusFilter::Call(CallStatus::Updated)));
        assert_eq!(status("delays"), Some(StatusFilter::Late));
        assert_eq!(status("delayed"), Some(StatusFilter::Driver("Delayed")));
        assert_eq!(
            status("Emergency Escalation"),
            Some(StatusFilter::Outcome("Emergency Escalation"))
        );
    }

    #[test]
    fn the_ends_of_time_are_days_too() {
        let mut params = params(&[
            ("date_from", "0001-01-01"),
            ("date_to", "9999-12-31"),
            ("q", "a\0b"),
        ]);
        let filter = params.filter(&chicago());
        assert_eq!(filter.before, Some(Timestamp::MAX));
        assert!(filter.from.is_some_and(|from| from < Timestamp::UNIX_EPOCH));
        let problem = params.finish().expect_err("a control character");
        assert_eq!(problem.errors.len(), 1, "{problem:?}");
        assert_eq!(problem.errors[0].pointer, "?q");
    }

    #[test]
    fn charts_show_four_weeks_by_default() {
        let mut none = params(&[]);
        let range = none.range(&chicago(), "2026-11-20T12:00:00Z".parse().expect("valid"));
        assert_eq!(Some(range.from), at("2026-10-24T05:00:00Z"));
        assert_eq!(Some(range.before), at("2026-11-21T06:00:00Z"));
        let mut wide = params(&[("date_from", "2020-01-01")]);
        let _ = wide.range(&chicago(), Timestamp::now());
        assert!(wide.finish().is_err());
    }
}
