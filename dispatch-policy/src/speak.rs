//! Written forms a voice can say: 4:15 PM, mile marker 212, 1 hour 30 minutes.

use jiff::Zoned;

/// RFC 3339 with the offset, to the second.
pub(crate) fn rfc3339(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// "4:15 PM", with the day when it is not today: "9:00 AM tomorrow", "9:00 AM on Friday".
pub(crate) fn clock(at: &Zoned, now: &Zoned) -> String {
    let at = at.with_time_zone(now.time_zone().clone());
    let time = at.strftime("%-I:%M %p");
    let days = now.date().until(at.date()).map_or(0, |span| span.get_days());
    match days {
        0 => time.to_string(),
        1 => format!("{time} tomorrow"),
        2..=6 => format!("{time} on {}", at.strftime("%A")),
        _ => format!("{time} on {}", at.strftime("%B %-d")),
    }
}

/// "45 minutes", "2 hours", "1 hour 30 minutes".
pub(crate) fn duration(minutes: i64) -> String {
    let plural = |n: i64, unit: &str| {
        if n == 1 {
            format!("{n} {unit}")
        } else {
            format!("{n} {unit}s")
        }
    };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => plural(minutes, "minute"),
        (hours, 0) => plural(hours, "hour"),
        (hours, minutes) => format!("{} {}", plural(hours, "hour"), plural(minutes, "minute")),
    }
}

/// Without a needless ".0".
pub(crate) fn number(value: f64) -> String {
    if value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        format!("{value}")
    }
}

/// Somebody else's words, made safe to put into a sentence: no marks that end one, at most `words` words.
pub(crate) fn clip(text: &str, words: usize) -> String {
    let text: String = text
        .chars()
        .map(|c| {
            if matches!(c, '?' | '!' | '¿' | '¡' | ';' | '{' | '}') || c.is_control() {
                ' '
            } else {
                c
            }
        })
        .take(words * 24)
        .collect();
    let text = text.split_whitespace().take(words).collect::<Vec<_>>().join(" ");
    text.trim_end_matches(['.', ',', ':']).to_owned()
}

/// What a person is called on the phone.
pub(crate) fn first_name(name: &str) -> String {
    let clipped = clip(name, 3);
    let mut words = clipped.split_whitespace();
    match (words.next(), words.next()) {
        (Some(title), Some(last)) if matches!(title, "Mr" | "Mr." | "Mrs." | "Ms." | "Dr.") => {
            format!("{title} {last}")
        }
        (Some(first), _) => first.trim_end_matches(',').to_owned(),
        (None, _) => "driver".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Zoned {
        let zoned: Zoned = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        zoned
    }

    #[test]
    fn a_clock_names_the_day_only_when_it_is_another() {
        let now = at("2026-03-04T14:05-06:00[America/Chicago]");
        assert_eq!(
            clock(&at("2026-03-04T16:15-06:00[America/Chicago]"), &now),
            "4:15 PM"
        );
        assert_eq!(
            clock(&at("2026-03-05T09:00-06:00[America/Chicago]"), &now),
            "9:00 AM tomorrow"
        );
        assert_eq!(
            clock(&at("2026-03-06T12:00-06:00[America/Chicago]"), &now),
            "12:00 PM on Friday"
        );
        assert_eq!(
            clock(&at("2026-03-04T23:30-05:00[America/New_York]"), &now),
            "10:30 PM"
        );
    }

    #[test]
    fn durations_have_their_units() {
        assert_eq!(duration(1), "1 minute");
        assert_eq!(duration(60), "1 hour");
        assert_eq!(duration(150), "2 hours 30 minutes");
    }

    #[test]
    fn clipped_words_cannot_ask() {
        assert_eq!(clip("near the pilot? right.", 8), "near the pilot right");
    }
}
