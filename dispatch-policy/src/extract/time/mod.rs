//! Clock times and words for days, and what instant they mean.

mod calendar;
mod date;
mod day;

use jiff::civil::Weekday;

use super::numbers::{Word, cardinal, value};
use super::text::Said;

pub(super) use date::MONTHS;

pub(super) use calendar::resolve;
pub(super) use date::date_len;
pub(super) use day::{qualifier, surroundings, weekday};

/// A reading of the clock as said, before the calendar is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    /// Tokens it covers.
    pub(super) len: usize,
    /// Said so that it can only be a clock ("four fifteen", "half past", "five o'clock", "noon").
    pub(super) explicit: bool,
    /// Both halves of the day are open.
    pub(super) twelve_hour: bool,
}

/// Which half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Afternoon,
    Night,
}

/// Words around a clock time that settle it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Option<When>,
    pub(super) half: Option<Half>,
    /// Standard-time offset of a named US zone, in hours.
    pub(super) zone: Option<i8>,
}

/// A day, as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Today,
    InDays(i8),
    /// A day of a month.
    Date(i8, i8),
    /// A day of this month, or of the next once it has gone by.
    DayOfMonth(i8),
    On(Weekday),
}

fn clock(hour: i8, minute: i8, len: usize, explicit: bool, twelve_hour: bool) -> Option<Clock> {
    ((0..=24).contains(&hour) && (0..60).contains(&minute)).then_some(Clock {
        hour: hour % 24,
        minute,
        len,
        explicit,
        twelve_hour: twelve_hour && (1..=12).contains(&hour),
    })
}

/// A clock time at `i`; a bare hour comes back as not explicit.
pub(super) fn clock_at(said: &Said<'_>, i: usize) -> Option<Clock> {
    match said.word(i) {
        "noon" | "noontime" => {
            let (minute, len) = minutes_at(said, i + 1).unwrap_or((0, 0));
            return clock(12, minute, 1 + len, true, false);
        }
        "midnight" => {
            let (minute, len) = minutes_at(said, i + 1).unwrap_or((0, 0));
            return clock(0, minute, 1 + len, true, false);
        }
        "half" if said.is(i + 1, &["past"]) => {
            match said.word(i + 2) {
                "midnight" => return clock(0, 30, 3, true, false),
                "noon" => return clock(12, 30, 3, true, false),
                _ => {}
            }
            let (h, len) = hour_at(said, i + 2)?;
            return clock(h, 30, 2 + len, true, true);
        }
        // "half five", as some say for half past.
        "half" if !matches!(said.before(i, 1), "a" | "and") => {
            let (h, len) = hour_at(said, i + 1).filter(|(h, _)| (1..=12).contains(h))?;
            let alone = value(said.word(i + 1 + len)).is_none() && !said.word(i + 1 + len).ends_with('s');
            return clock(h, 30, 1 + len, true, true).filter(|_| alone);
        }
        "quarter" => return relative(said, i, 15, 1),
        "twelve" if said.is(i + 1, &["noon"]) => return clock(12, 0, 2, true, false),
        "twelve" if said.is(i + 1, &["midnight"]) => return clock(0, 0, 2, true, false),
        _ => {}
    }
    // "a couple minutes past five"
    if said.is(i, &["a"]) && said.is(i + 1, &["couple", "few"]) && said.is(i + 2, &["minutes"]) {
        return clock_at(said, i + 1).map(|c| Clock { len: c.len + 1, ..c });
    }
    let few = match said.word(i) {
        "couple" => Some(2),
        "few" => Some(3),
        _ => None,
    };
    if let Some(minutes) = few.filter(|_| said.is(i + 1, &["minutes"])) {
        return relative(said, i, minutes, 2);
    }
    if let Some((n, len)) = cardinal(said, i)
        && matches!(
            said.word(i + len),
            "past" | "after" | "to" | "till" | "of" | "before" | "minutes" | "until"
        )
        && (1.0..60.0).contains(&n)
        && n.fract() == 0.0
    {
        let skip = usize::from(said.is(i + len, &["minutes"]));
        #[expect(clippy::cast_possible_truncation, reason = "checked to lie between 1 and 59")]
        let minutes = n as i8;
        if let Some(c) = relative(said, i, minutes, len + skip) {
            return Some(c);
        }
    }
    written(said, i).or_else(|| spoken(said, i))
}

/// "ten to four", "quarter past three", "five of six": `len` tokens name the minutes.
fn relative(said: &Said<'_>, i: usize, minutes: i8, len: usize) -> Option<Clock> {
    let link = said.word(i + len);
    let back = match link {
        "past" | "after" => false,
        "to" | "till" | "of" | "before" | "until" => true,
        _ => return None,
    };
    let (hour, hour_len) = hour_at(said, i + len + 1).or(match said.word(i + len + 1) {
        "noon" => Some((12, 1)),
        "midnight" => Some((24, 1)),
        _ => None,
    })?;
    let end = i + len + 1 + hour_len;
    // "twenty to thirty minutes" is a range, "three to four hours" too.
    if hour > 12 && hour != 24
        || matches!(
            said.word(end),
            "minutes" | "hours" | "hour" | "miles" | "mile" | "days"
        )
        || (link == "of" && minutes % 5 != 0)
        // "three to three thirty", "three to four": from one hour to the other.
        || link == "to" && (minutes_at(said, end)
                .is_some_and(|(_, m)| !matches!(said.word(end + m), "to" | "till" | "past" | "after" | "of" | "or"))
                || minutes % 5 != 0 && !said.is(i + len - 1, &["minutes"]))
    {
        return None;
    }
    let noonish = matches!(said.word(i + len + 1), "noon" | "midnight");
    let (h, m) = if back {
        (if hour == 1 { 12 } else { hour - 1 }, 60 - minutes)
    } else {
        (hour, minutes)
    };
    let mut c = clock(h, m, len + 1 + hour_len, true, !noonish)?;
    if said.is(end, &["oclock"]) {
        c.len += 1;
    }
    Some(c)
}

fn hour_at(said: &Said<'_>, i: usize) -> Option<(i8, usize)> {
    let (n, len) = match value(said.word(i))? {
        Word::Unit(n) | Word::Teen(n) => (n, 1),
        Word::Tens(20) => match value(said.word(i + 1)) {
            Some(Word::Unit(u)) if u <= 4 => (20 + u, 2),
            _ => (20, 1),
        },
        Word::Digits(n) if n.fract() == 0.0 && (0.0..=24.0).contains(&n) && said.word(i).len() <= 2 => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to lie between 0 and 24"
            )]
            let n = n as u32;
            (n, 1)
        }
        Word::Zero | Word::Tens(_) | Word::Hundred | Word::Thousand | Word::Digits(_) => return None,
    };
    i8::try_from(n).ok().map(|n| (n, len))
}

/// "4:15", "0600", "1640", "7".
fn written(said: &Said<'_>, i: usize) -> Option<Clock> {
    let w = said.word(i);
    let tail =
        usize::from(said.is(i + 1, &["oclock", "hundred"]) || (w.len() == 4 && said.is(i + 1, &["hours"])));
    if let Some((h, m)) = w.split_once(':') {
        let hour: i8 = h.parse().ok()?;
        return clock(
            hour,
            m.get(..2)?.parse().ok()?,
            1 + tail,
            true,
            !h.starts_with('0'),
        );
    }
    if !w.bytes().all(|b| b.is_ascii_digit()) || w.is_empty() {
        return None;
    }
    if w.len() == 4 || (w.len() == 3 && !w.starts_with('0')) {
        let (h, m) = w.split_at(w.len() - 2);
        let hour: i8 = h.parse().ok()?;
        return clock(hour, m.parse().ok()?, 1 + tail, w.len() == 4, !w.starts_with('0'));
    }
    if w.len() <= 2 {
        let hour: i8 = w.parse().ok()?;
        if let Some((m, len)) = minutes_at(said, i + 1).filter(|_| !w.starts_with('0')) {
            return clock(hour, m, 1 + len, true, true);
        }
        return clock(
            hour,
            0,
            1 + tail,
            tail == 1 || w.starts_with('0'),
            !w.starts_with('0') && !said.is(i + 1, &["hundred"]),
        );
    }
    None
}

/// Minutes after an hour: "fifteen", "oh five", "thirty five", "ten".
fn minutes_at(said: &Said<'_>, i: usize) -> Option<(i8, usize)> {
    let (n, len) = match value(said.word(i))? {
        Word::Zero => match value(said.word(i + 1)) {
            Some(Word::Unit(u)) => (u, 2),
            _ => return None,
        },
        Word::Teen(n) => (n, 1),
        Word::Tens(n) if n < 60 => match value(said.word(i + 1)) {
            // "eight thirty, nine o'clock"
            Some(Word::Unit(_)) if said.is(i + 2, &["oclock"]) => (n, 1),
            Some(Word::Unit(u)) => (n + u, 2),
            _ => (n, 1),
        },
        Word::Digits(n) if said.word(i).len() == 2 && (0.0..60.0).contains(&n) => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to lie between 0 and 59"
            )]
            let n = n as u32;
            (n, 1)
        }
        Word::Unit(_) | Word::Tens(_) | Word::Hundred | Word::Thousand | Word::Digits(_) => return None,
    };
    // The number belongs to what follows: "five thirty foot trailers", "four ten minutes".
    if matches!(
        said.word(i + len),
        "minutes" | "miles" | "mile" | "hours" | "hour" | "percent" | "degrees" | "foot"
    ) {
        return None;
    }
    i8::try_from(n).ok().map(|n| (n, len))
}

fn spoken(said: &Said<'_>, i: usize) -> Option<Clock> {
    // "oh six hundred", "zero nine thirty"
    if said.is(i, &["oh", "zero", "o"]) {
        let Some(Word::Unit(h)) = value(said.word(i + 1)) else {
            return None;
        };
        let h = i8::try_from(h).ok()?;
        if said.is(i + 2, &["hundred"]) {
            let len = 3 + usize::from(said.is(i + 3, &["hours"]));
            return clock(h, 0, len, true, false);
        }
        let (m, len) = minutes_at(said, i + 2)?;
        return clock(h, m, 2 + len, true, false);
    }
    // "for fifteen" after "at", "by", "around": four.
    let misheard = said.is(i, &["for"]) && matches!(said.before(i, 1), "at" | "by" | "around" | "about");
    let (hour, len) = if misheard { (4, 1) } else { hour_at(said, i)? };
    let next = i + len;
    // "seven, hundred and some left": two numbers, where he pauses.
    if said.tokens.get(next).is_some_and(|t| t.stop) {
        return clock(hour, 0, len, false, true).filter(|_| !misheard);
    }
    if said.is(next, &["hundred"]) {
        let tail = usize::from(said.is(next + 1, &["hours"]));
        return clock(hour, 0, len + 1 + tail, true, false);
    }
    if said.is(next, &["oclock"]) {
        // "sixteen o'clock and half"
        let minute = match (
            said.is(next + 1, &["and"]),
            said.word(next + 2),
            said.word(next + 3),
        ) {
            (true, "half", _) => Some((30, 2)),
            (true, "quarter", _) => Some((15, 2)),
            (true, "a", "half") => Some((30, 3)),
            (true, "a", "quarter") => Some((15, 3)),
            _ => None,
        };
        let (minute, more) = minute.unwrap_or((0, 0));
        return clock(hour, minute, len + 1 + more, true, true);
    }
    if let Some((m, more)) = minutes_at(said, next) {
        let c = clock(hour, m, len + more, true, true)?;
        let tail = usize::from(said.is(next + more, &["oclock", "ish"]));
        return Some(Clock {
            len: c.len + tail,
            ..c
        });
    }
    if misheard {
        return None;
    }
    let tail = usize::from(said.is(next, &["ish"]));
    clock(hour, 0, len + tail, false, true)
}

#[cfg(test)]
mod tests {
    use jiff::Zoned;
    use jiff::civil::Date;

    use super::calendar::is_us_summer_time;
    use super::*;

    fn now() -> Zoned {
        "2026-03-04T14:05:00-06:00[-06:00]"
            .parse()
            .expect("a fixed instant")
    }

    fn read(text: &str) -> Option<String> {
        let said = Said::new(text);
        (0..said.len()).find_map(|i| {
            let c = clock_at(&said, i)?;
            let (day, _, _) = surroundings(&said, i, i + c.len);
            resolve(c, day, &now()).map(|at| at.strftime("%d %H:%M").to_string())
        })
    }

    #[test]
    fn spoken_clocks() {
        for (text, at) in [
            ("quarter past three", "04 15:15"),
            ("half past five", "04 17:30"),
            ("ten to four", "04 15:50"),
            ("quarter till six", "04 17:45"),
            ("ten of five", "04 16:50"),
            ("four fifteen", "04 16:15"),
            ("sixteen forty", "04 16:40"),
            ("nineteen hundred", "04 19:00"),
            ("oh nine hundred", "05 09:00"),
            ("oh six hundred tomorrow", "05 06:00"),
            ("five oclock", "04 17:00"),
            ("noon", "05 12:00"),
            ("midnight", "05 00:00"),
            ("4:15", "04 16:15"),
            ("1640", "04 16:40"),
            ("five thirty eastern", "04 16:30"),
            ("tomorrow morning around six", "05 06:00"),
            ("tonight at nine", "04 21:00"),
            ("friday at noon", "06 12:00"),
            ("noon tomorrow", "05 12:00"),
            ("two", "05 02:00"),
            ("six am", "05 06:00"),
            ("eight in the morning", "05 08:00"),
            ("twelve thirty tonight", "05 00:30"),
            ("at for fifteen", "04 16:15"),
            ("seven oh five", "04 19:05"),
            ("three p.m. pacific", "04 17:00"),
            ("thursday morning at eight", "05 08:00"),
            ("midnight tonight", "05 00:00"),
        ] {
            assert_eq!(read(text).as_deref(), Some(at), "{text}");
        }
    }

    #[test]
    fn ranges_are_no_clocks() {
        for text in ["twenty to thirty minutes", "hello", "forty minutes to"] {
            assert_eq!(read(text).filter(|_| !text.contains("minutes")), None, "{text}");
        }
    }

    #[test]
    fn summer_time_of_the_united_states() {
        let day = |m, d| Date::new(2026, m, d).expect("a date");
        assert!(!is_us_summer_time(day(3, 7)) && is_us_summer_time(day(3, 8)));
        assert!(is_us_summer_time(day(10, 31)) && !is_us_summer_time(day(11, 1)));
    }
}
