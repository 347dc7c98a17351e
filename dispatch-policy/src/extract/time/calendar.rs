//! What instant a reading of the clock means.

use jiff::civil::{Date, Weekday};
use jiff::tz::{Offset, TimeZone};
use jiff::{ToSpan, Zoned};

use super::{Clock, Day, Half, When};

/// The next instant the clock can mean, seen from `now`.
pub(in crate::extract) fn resolve(clock: Clock, day: Day, now: &Zoned) -> Option<Zoned> {
    let zone = day
        .zone
        .map_or_else(|| now.time_zone().clone(), |h| named_zone(h, now));
    let here = now.with_time_zone(zone);
    let today = here.date();
    let build = |date: Date, hour: i8| {
        date.at(hour, clock.minute, 0, 0)
            .to_zoned(here.time_zone().clone())
            .ok()
    };
    let base = match day.date {
        None | Some(When::Today) => today,
        Some(When::InDays(n)) => today.checked_add(n.days()).ok()?,
        Some(When::Date(month, day)) => {
            let this_year = Date::new(today.year(), month, day).ok()?;
            if this_year < today {
                Date::new(today.year() + 1, month, day).ok()?
            } else {
                this_year
            }
        }
        Some(When::DayOfMonth(day)) => {
            let this_month = Date::new(today.year(), today.month(), day)
                .ok()
                .filter(|d| *d >= today);
            match this_month {
                Some(date) => date,
                None => today.checked_add(1.month()).ok()?.with().day(day).build().ok()?,
            }
        }
        Some(When::On(weekday)) => {
            let ahead =
                (weekday.to_monday_zero_offset() - today.weekday().to_monday_zero_offset()).rem_euclid(7);
            today.checked_add(ahead.days()).ok()?
        }
    };
    let dated = day.date.is_some();
    let hour12 = clock.hour % 12;
    let hours: Vec<i8> = if !clock.twelve_hour {
        vec![clock.hour]
    } else {
        match day.half {
            Some(Half::Morning) => vec![hour12],
            Some(Half::Afternoon) => vec![hour12 + 12],
            Some(Half::Night) if (5..12).contains(&hour12) => vec![hour12 + 12],
            // "twelve tonight", "two tonight": after midnight.
            Some(Half::Night) => vec![hour12 + 24],
            None if dated && day.date != Some(When::Today) => {
                vec![if hour12 >= 5 { hour12 } else { hour12 + 12 }]
            }
            None => vec![hour12, hour12 + 12],
        }
    };
    let mut best: Option<Zoned> = None;
    for hour in hours {
        for extra in 0..=2i8 {
            if dated && extra > 0 && !(clock.hour == 0 && !clock.twelve_hour && extra == 1) {
                break;
            }
            let shift = i16::from(extra) + i16::from(hour / 24);
            let Some(at) = base
                .checked_add(shift.days())
                .ok()
                .and_then(|d| build(d, hour % 24))
            else {
                continue;
            };
            if at > here && best.as_ref().is_none_or(|b| at < *b) {
                best = Some(at);
            }
        }
    }
    if best.is_none() && matches!(day.date, Some(When::On(_))) {
        // That weekday is today and the hour has passed: a week on.
        best = base
            .checked_add(7.days())
            .ok()
            .and_then(|d| build(d, if clock.twelve_hour { hour12 } else { clock.hour }));
    }
    best.map(|at| at.with_time_zone(now.time_zone().clone()))
}

/// The fixed zone of a US zone name at this time of the year.
fn named_zone(standard_hours: i8, now: &Zoned) -> TimeZone {
    let summer = i8::from(is_us_summer_time(now.date()));
    TimeZone::fixed(Offset::constant(standard_hours + summer))
}

/// From the second Sunday of March to the first Sunday of November.
pub(super) fn is_us_summer_time(date: Date) -> bool {
    let sunday = |month: i8, nth: i8| {
        Date::new(date.year(), month, 1).and_then(|d| d.nth_weekday_of_month(nth, Weekday::Sunday))
    };
    match (sunday(3, 2), sunday(11, 1)) {
        (Ok(from), Ok(to)) => date >= from && date < to,
        _ => false,
    }
}
