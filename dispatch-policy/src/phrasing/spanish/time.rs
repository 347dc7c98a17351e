//! Times as they are said in Spanish.

use jiff::Zoned;

const WEEKDAYS: [&str; 7] = [
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
];
const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// "a las 4:15 de la tarde", with the day when it is not today: "mañana a las 9:00 de la mañana".
pub(super) fn clock(at: &Zoned, now: &Zoned) -> String {
    format!("{}a {}", day(at, now), hour(at, now))
}

/// "las 4:15 de la tarde".
pub(super) fn hour(at: &Zoned, now: &Zoned) -> String {
    let at = at.with_time_zone(now.time_zone().clone());
    let part = match at.hour() {
        0..=5 => "de la madrugada",
        6..=11 => "de la mañana",
        12 if at.minute() == 0 => "del mediodía",
        12..=18 => "de la tarde",
        _ => "de la noche",
    };
    let time = at.strftime("%-I:%M").to_string();
    let article = if time.starts_with("1:") { "la" } else { "las" };
    format!("{article} {time} {part}")
}

/// "", "mañana ", "el viernes ", "el 5 de marzo ".
pub(super) fn day(at: &Zoned, now: &Zoned) -> String {
    let at = at.with_time_zone(now.time_zone().clone());
    let name = |names: &[&str], n: i8| {
        let n = usize::try_from(n).unwrap_or_default().saturating_sub(1);
        names.get(n).copied().unwrap_or_default().to_owned()
    };
    match now.date().until(at.date()).map_or(0, |span| span.get_days()) {
        0 => String::new(),
        1 => "mañana ".to_owned(),
        2..=6 => format!("el {} ", name(&WEEKDAYS, at.weekday().to_monday_one_offset())),
        _ => format!("el {} de {} ", at.day(), name(&MONTHS, at.month())),
    }
}

/// "45 minutos", "2 horas", "1 hora y 30 minutos".
pub(super) fn duration(minutes: i64) -> String {
    let plural = |n: i64, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    match (minutes / 60, minutes % 60) {
        (0, minutes) => plural(minutes, "minuto"),
        (hours, 0) => plural(hours, "hora"),
        (hours, minutes) => format!("{} y {}", plural(hours, "hora"), plural(minutes, "minuto")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Zoned {
        let zoned: Zoned = format!("{text}[America/Chicago]").parse().expect("a time");
        zoned
    }

    #[test]
    fn a_clock_names_its_part_of_the_day_and_another_day() {
        let now = at("2026-03-04T14:05");
        for (time, said) in [
            ("2026-03-04T16:15", "a las 4:15 de la tarde"),
            ("2026-03-04T13:00", "a la 1:00 de la tarde"),
            ("2026-03-05T12:00", "mañana a las 12:00 del mediodía"),
            ("2026-03-06T09:30", "el viernes a las 9:30 de la mañana"),
            ("2026-03-20T00:10", "el 20 de marzo a las 12:10 de la madrugada"),
        ] {
            assert_eq!(clock(&at(time), &now), said);
        }
    }

    #[test]
    fn durations_have_their_units() {
        assert_eq!(duration(1), "1 minuto");
        assert_eq!(duration(60), "1 hora");
        assert_eq!(duration(150), "2 horas y 30 minutos");
    }
}
