//! Every clock time and length of time in the utterance, each with the part it plays.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::{ToSpan, Zoned};

use crate::facts::{CallbackTime, Eta, Facts, Found};

use super::duration;
use super::numbers::cardinal;
use super::pattern::{Pattern, Rule, pat, rules};
use super::repair;
use super::text::Said;
use super::time;

/// The part a time plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Arrival,
    Lateness,
    Waited,
    DriveTimeLeft,
    CallBack,
    /// Known to be something else: appointment, break, loading, the past.
    Other,
    Unclear,
}

#[derive(Debug, Clone)]
struct Time {
    span: Range<usize>,
    at: Option<Zoned>,
    low_minutes: i64,
    minutes: i64,
    length: bool,
    explicit: bool,
    vague: bool,
}

/// What the surroundings of the utterance allow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) now: &'a Zoned,
    pub(super) asked_eta: bool,
    pub(super) asked_callback: bool,
    pub(super) asked_wait: bool,
    pub(super) asked_delay: bool,
    /// Nothing particular was asked, or the status or place.
    pub(super) open: bool,
    pub(super) asked_confirm: bool,
    /// He is at the receiver: bare times are not arrivals.
    pub(super) arrived: bool,
}

/// Reads all times into `facts`.
pub(super) fn read(said: &mut Said<'_>, markers: &[Range<usize>], set: Setting<'_>, facts: &mut Facts) {
    miles_left(said, set.asked_eta, facts);
    drive_time_left(said, facts);
    radio_codes(said);
    let times = times(said, set);
    let mut arrivals: Vec<Time> = Vec::new();
    for t in times {
        let role = role(said, &t, set);
        let found = |value: i64, rule: &str| {
            Some(Found {
                value,
                words: said.words(t.span.clone()),
                rule: rule.to_owned(),
            })
        };
        match role {
            Role::Arrival => arrivals.push(t),
            Role::Lateness if facts.delay_minutes.is_none() && t.length => {
                facts.delay_minutes = found(t.minutes, "lateness");
            }
            Role::Waited if facts.wait_minutes.is_none() || t.length => {
                let minutes = if t.length {
                    Some(t.minutes)
                } else {
                    since(&t, set.now)
                };
                if let Some(m) = minutes {
                    facts.wait_minutes = found(m, "waited");
                }
            }
            Role::DriveTimeLeft if facts.hos_remaining_minutes.is_none() && t.length => {
                facts.hos_remaining_minutes = found(t.minutes, "drive time left");
            }
            Role::CallBack if facts.callback.is_none() && !t.vague => {
                let value = CallbackTime {
                    minutes: Some(t.minutes),
                    at: t.at.clone(),
                };
                facts.callback = Some(Found {
                    value,
                    words: said.words(t.span.clone()),
                    rule: "call back".to_owned(),
                });
            }
            _ => {}
        }
    }
    if let Some(t) = choose(said, arrivals, markers) {
        let words = said.words(t.span.clone());
        let earliest = (t.low_minutes != t.minutes).then_some(t.low_minutes);
        let value = if t.vague {
            Eta {
                at: None,
                minutes: None,
                earliest_minutes: None,
                vague: true,
                text: words.clone(),
            }
        } else {
            Eta {
                at: t.at,
                minutes: Some(t.minutes),
                earliest_minutes: earliest,
                vague: false,
                text: words.clone(),
            }
        };
        let rule = if t.vague {
            "part of the day"
        } else if t.length {
            "time to go"
        } else {
            "clock"
        };
        facts.eta = Some(Found {
            value,
            words,
            rule: rule.to_owned(),
        });
    }
}

/// A number beats a part of the day; the last one counts after a repair or as the final word.
fn choose(said: &Said<'_>, arrivals: Vec<Time>, markers: &[Range<usize>]) -> Option<Time> {
    let mut best: Option<Time> = None;
    for t in arrivals {
        best = Some(match best {
            Some(b) if t.vague && !b.vague => b,
            Some(b) if b.vague && !t.vague => t,
            Some(b) if repair::between(markers, b.span.end, t.span.start) => t,
            // "an hour no two hours", "was shooting for three but now it's looking like five"
            Some(b)
                if said.is(t.span.start.wrapping_sub(1), &["no", "actually"])
                    || (b.span.end..t.span.start).any(|i| said.is(i, &["now"])) =>
            {
                t
            }
            Some(b) => b,
            None => t,
        });
    }
    best
}

/// "sixty miles left", "two hundred to go": a distance.
fn miles_left(said: &mut Said<'_>, asked: bool, facts: &mut Facts) {
    for i in 0..said.len() {
        if said.is_taken(i..i + 1) || (i > 0 && super::numbers::is_number_word(said.word(i - 1))) {
            continue;
        }
        let Some((n, len)) = super::numbers::grouped(said, i)
            .filter(|(_, l)| said.is(i + l, &["miles", "mile", "milers"]))
            .or_else(|| cardinal(said, i).filter(|(_, l)| said.is(i + l, &["miles", "mile"])))
        else {
            continue;
        };
        let end = i + len + 1;
        let clause = said.clause_range(i);
        let left = pat!("more? left|out|away|to|till|until|more|remaining|from go|there|here|it|the|destination|delivery|receiver|me?").at(said, end).is_some()
            && !(said.is(end, &["from", "out"]) && super::gazetteer::town_at(said, end + 1 + usize::from(said.is(end + 1, &["of"]))).is_some());
        let have = pat!(
            "have|got|show|shows|showing|showin|still|another|only about|like|maybe|just|only|got|left?"
        );
        let led = (clause.start..i).any(|s| have.at(said, s).is_some_and(|e| e == i))
            || (asked && clause.start == i);
        let relation = pat!(
            "north|south|east|west|outside|from|past|of|inside|back|before|after|backup|short|behind|per|an"
        )
        .at(said, end)
        .is_some();
        if (left && !said.is(end, &["out"]))
            || (led && !relation)
            || (said.is(end, &["out"]) && !said.is(end + 1, &["of"]))
        {
            if relation && !left {
                continue;
            }
            facts.remaining_miles = Some(Found {
                value: n,
                words: said.words(i..end),
                rule: "miles to go".to_owned(),
            });
        }
        said.take(i..end);
    }
}

/// "three hours left on my clock", "two hours of drive time", "four and a half left on my eleven".
fn drive_time_left(said: &mut Said<'_>, facts: &mut Facts) {
    let clock = pat!(
        "left|remaining|of|to|available|on more|left? on|of|for? my|the|drive|driving|duty|clock|hos|hours|today|legal? drive|driving|clock|eleven|fourteen|seventy|time|hours|hos|book|drive~|run|eld|cycle"
    );
    for i in 0..said.len() {
        let (minutes, len) = match duration::at(said, i) {
            Some(d) => (d.high, d.len),
            None => match cardinal(said, i) {
                Some((n, len)) if n <= 14.0 => {
                    let half = said.is(i + len, &["and"])
                        && said.is(i + len + 1, &["a"])
                        && said.is(i + len + 2, &["half"]);
                    (
                        n * 60.0 + if half { 30.0 } else { 0.0 },
                        len + if half { 3 } else { 0 },
                    )
                }
                _ => continue,
            },
        };
        let end = i + len;
        let Some(stop) = clock.at(said, end) else { continue };
        let named = (end..stop).any(|j| {
            said.is(
                j,
                &[
                    "clock", "eleven", "fourteen", "seventy", "hos", "drive", "driving", "eld", "cycle",
                    "legal", "book",
                ],
            )
        });
        if !named || said.is_taken(i..end) {
            continue;
        }
        let value = to_minutes(minutes);
        facts.hos_remaining_minutes = Some(Found {
            value,
            words: said.words(i..stop),
            rule: "drive time left".to_owned(),
        });
        said.take(i..stop);
        return;
    }
}

/// "ten four" is a receipt; "my thirty", "my ten", "a thirty four" are breaks.
fn radio_codes(said: &mut Said<'_>) {
    let codes: [&Pattern; 8] = [
        pat!(
            "^ okay|yeah|yep|alright? ten|10 four|for|4 !pm|am|this|tonight|tomorrow|eastern|central|mountain|pacific|oclock"
        ),
        pat!("ten|10 four|4 $"),
        pat!("ten four good|that|thanks|thank|i|on|we|will|got|buddy|driver|copy|you"),
        pat!(
            "my|a|the|his|another|full mandatory|required|legal? ten|10|thirty|30|eight|8|hour? break|off|reset|minutes?"
        ),
        pat!("thirty|34 four? hour? reset|restart"),
        pat!("my|a|the|this thirty|34 four? hour? reset|restart|minutes? break?"),
        pat!("ten|thirty|eight|ten|10|30|twenty hour|hours|minutes? break|breaks|reset|off"),
        pat!("my ten|thirty|eight|eleven|fourteen|seventy|30|10|14|11|70"),
    ];
    for (k, p) in codes.iter().enumerate() {
        for r in p.find_all(said) {
            // "the ten" and "a thirty" need the word that makes them a break.
            let bare = k == 3 && !said.is(r.start, &["my"]) && r.end - r.start < 3;
            if !bare {
                said.take(r);
            }
        }
    }
}

fn to_minutes(minutes: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a spoken length of time, bounded by the words that name it"
    )]
    let whole = minutes.round().clamp(-1e9, 1e9) as i64;
    whole
}

/// Everything that is a time, left to right, consumed as it is read.
fn times(said: &mut Said<'_>, set: Setting<'_>) -> Vec<Time> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < said.len() {
        if said.is_taken(i..i + 1) {
            i += 1;
            continue;
        }
        let Some(t) = time_at(said, i, set) else {
            i += 1;
            continue;
        };
        let end = t.span.end.max(i + 1);
        said.take(t.span.start.max(i)..end);
        found.push(t);
        i = end;
    }
    vague_times(said, set, &mut found);
    found
}

fn time_at(said: &Said<'_>, i: usize, set: Setting<'_>) -> Option<Time> {
    let now = set.now;
    if let Some(d) = duration::at(said, i).filter(|d| !said.is_taken(i..i + d.len)) {
        let (low, high) = (to_minutes(d.low), to_minutes(d.high));
        return Some(Time {
            span: i..i + d.len,
            at: now.checked_add(high.minutes()).ok(),
            low_minutes: low,
            minutes: high,
            length: true,
            explicit: true,
            vague: false,
        });
    }
    // Things that count something else.
    if let Some((_, len)) = cardinal(said, i)
        && said.is(
            i + len,
            &[
                "miles", "mile", "pallets", "percent", "degrees", "foot", "feet", "stops", "trucks", "guys",
                "lanes", "cars", "doors", "loads", "pieces", "cases", "other", "more", "times", "people",
                "pounds",
            ],
        )
    {
        return None;
    }
    // "forty five" in answer to the question, or "forty five late": minutes.
    if time::clock_at(said, i).is_none()
        && let Some((n, len)) = cardinal(said, i)
        && (13.0..=180.0).contains(&n)
        && !super::numbers::is_number_word(said.word(i + len))
        && (set.asked_eta || set.asked_callback || said.is(i + len, &["late", "behind"]))
    {
        return Some(plain_minutes(now, i..i + len, n));
    }
    let between = said.is(i, &["between"]);
    let start = i + usize::from(between);
    let c = time::clock_at(said, start).filter(|c| !said.is_taken(start..start + c.len))?;
    // A road's or door's own word before the number speaks against a clock.
    if said.is(
        start.wrapping_sub(1),
        &[
            "door", "dock", "bay", "exit", "marker", "trailer", "load", "number", "building", "spot",
            "highway", "route", "level", "lane", "slot", "row", "phase",
        ],
    ) {
        return None;
    }
    let end = start + c.len;
    let (day, from, mut to) = time::surroundings(said, start, end);
    let settled = day.half.is_some() || day.zone.is_some();
    let mut at = time::resolve(c, day, now)?;
    let mut low = at.clone();
    // "between three and four", "three to four", "four or five"
    let mut explicit = c.explicit || settled;
    let link = to + usize::from(said.is(to, &["and", "or", "to", "maybe"]));
    if link > to
        && (between || !said.is(to, &["and"]))
        && let Some(second) = time::clock_at(said, link).filter(|s| !said.is_taken(link..link + s.len))
        && duration::at(said, link).is_none()
    {
        let (more, _, reach) = time::surroundings(said, link, link + second.len);
        let day2 = time::Day {
            date: day.date.or(more.date),
            half: day.half.or(more.half),
            zone: day.zone.or(more.zone),
        };
        if day2.half != day.half
            && let Some(first) = time::resolve(c, day2, now)
        {
            low = first;
        }
        if let Some(later) = time::resolve(second, day2, now)
            && later > low
        {
            at = later;
            to = reach.max(link + second.len);
            explicit |= second.explicit || between;
        }
    }
    let bare = !explicit && !between;
    if bare {
        // A bare hour after a word that leads a clock, or in answer to the question.
        let led = said.is(
            start.wrapping_sub(1),
            &[
                "at", "by", "around", "before", "about", "till", "until", "after", "say", "for", "figure",
                "like", "probably", "maybe", "closer",
            ],
        );
        let (n, len) = cardinal(said, start).unwrap_or((0.0, 1));
        if n > 12.0 {
            if !(set.asked_eta || set.asked_callback) || n >= 100.0 {
                return None;
            }
            return Some(plain_minutes(now, start..start + len, n));
        }
        if !(led || set.asked_eta || set.asked_callback || day.date.is_some()) {
            return None;
        }
    }
    Some(Time {
        span: from.min(i)..to.max(end),
        low_minutes: minutes_until(now, &low),
        minutes: minutes_until(now, &at),
        at: Some(at),
        length: false,
        explicit,
        vague: false,
    })
}

fn plain_minutes(now: &Zoned, span: Range<usize>, n: f64) -> Time {
    let minutes = to_minutes(n);
    Time {
        span,
        at: now.checked_add(minutes.minutes()).ok(),
        low_minutes: minutes,
        minutes,
        length: true,
        explicit: false,
        vague: false,
    }
}

fn minutes_until(now: &Zoned, at: &Zoned) -> i64 {
    let seconds = at.timestamp().as_second() - now.timestamp().as_second();
    // Whole minutes, the half up: the clock of a call stands anywhere inside its minute.
    (seconds + 30).div_euclid(60)
}

/// Minutes since the latest past reading of a clock: "been here since noon".
fn since(t: &Time, now: &Zoned) -> Option<i64> {
    let at = t.at.as_ref()?;
    let minutes = -minutes_until(now, at);
    [0, 720, 1440].into_iter().map(|m| minutes + m).find(|m| *m >= 0)
}

static PARTS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "some|sometime|time|later|early|late|mid|end|first|before|after|around|by|over thing? in|of|the|time|part? the? of? tonight|today|morning|afternoon|evening|night|tomorrow|weekend|lunch|lunchtime|dinner|supper|dark|midday|day|week|daylight|sunup|sundown|sunrise|sunset|breakfast|midweek",
        "this|in the? morning|afternoon|evening|weekend",
        "tonight|tomorrow night|morning|afternoon|evening?",
        "later on? today|tonight|this? afternoon|evening|tomorrow",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday morning|afternoon|evening|night?",
        "next week|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "first thing tomorrow|in|monday|tuesday|wednesday|thursday|friday|saturday|sunday? the? morning?",
        "overnight|midday|lunchtime|later|soon|shortly",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// Parts of the day without a clock.
fn vague_times(said: &mut Said<'_>, set: Setting<'_>, found: &mut Vec<Time>) {
    let mut i = 0;
    while i < said.len() {
        let end = PARTS
            .iter()
            .filter_map(|p| p.at(said, i))
            .max()
            .filter(|e| *e > i && !said.is_taken(i..*e));
        let Some(end) = end else {
            i += 1;
            continue;
        };
        // "had to get a jump this morning", said in the afternoon: gone by.
        let over = |part: &str, hour: i8| said.is(end - 1, &[part]) && set.now.hour() >= hour;
        if said.is(i, &["this"]) && (over("morning", 12) || over("afternoon", 18)) {
            i = end;
            continue;
        }
        let weak = said.is(i, &["later", "soon", "shortly"]) && end == i + 1;
        if !weak || set.asked_eta {
            found.push(Time {
                span: i..end,
                at: None,
                low_minutes: 0,
                minutes: 0,
                length: false,
                explicit: false,
                vague: true,
            });
        }
        i = end;
    }
}

static ROLES: LazyLock<Vec<Rule<Role>>> = LazyLock::new(|| {
    use Role::{Arrival, CallBack, DriveTimeLeft, Lateness, Other, Waited};
    rules(&[
        // `T` marks the time itself; see `role`.
        (
            "appointment",
            Other,
            "appointment|appointments|scheduled|slot|window|due|supposed|schedule ... T",
        ),
        (
            "appointment after",
            Other,
            "T appointment|slot|window|delivery|cutoff",
        ),
        (
            "wanted",
            Other,
            "they|he|she|receiver|customer|dispatch|broker|y'all want|wants|wanted|needed|need|needs|expect|expecting|expected ... T",
        ),
        (
            "should have been",
            Other,
            "should|could|would have been|made|got ... T",
        ),
        ("supposed", Other, "was|were supposed|due|scheduled|meant ... T"),
        (
            "closes",
            Other,
            "closes|closed|closing|open|opens|opened|opening|start|starts|started|receiving|receive|cutoff|stop|stops|quit|quits|shut|shuts|accept|lunch|take|takes|shift .. T",
        ),
        (
            "they close",
            Other,
            "they|gate|receiver|place|receiving|dock|office|warehouse|you close .. T",
        ),
        (
            "past verb",
            Other,
            "left|leaving|loaded|picked|arrived|got|was|took|slept|woke|started|pulled|drove|driven|been|sat|spent|lost|wasted|called|checked|dropped|finished|stopped|fueled|departed|got|cut|unloaded ... T",
        ),
        ("ago", Other, "T ago|earlier|back|already|straight"),
        ("last", Other, "last|past|every|each|first T"),
        (
            "break",
            Other,
            "break|nap|reset|ten|sleep|sleeping|shower|rest|thirty|layover|restart|fuel|eat|lunch|dinner .. T",
        ),
        (
            "break after",
            Other,
            "T off? break|nap|reset|shower|layover|restart|sleep|long|rest",
        ),
        (
            "break end",
            Other,
            "break|ten|reset|clock|hours|thirty|fourteen|eleven|time ... over|up|ends|end|done|runs|run|out|expires|finished|resets ... T",
        ),
        (
            "can roll",
            Other,
            "legal|roll|rolling|start|leave|leaving|drive|go|move|wake|up|out|head|available|depart .. at|until|till|by|again|in T",
        ),
        (
            "to unload",
            Other,
            "T .. to|for|before|until|till .. unload~|load~|empty|lumper|door|dock|finish|break",
        ),
        (
            "unload in",
            Other,
            "unload~|load~|lumper|door|dock|fuel|inspection|scale ... T",
        ),
        (
            "for a time",
            Other,
            "for|within|took|takes|sitting|stuck|parked|stopped|every|waited|waiting another|about|like|almost|over|the|last? T",
        ),
        (
            "wait",
            Waited,
            "been|waiting|waited|sitting|sat|here|parked|standing ... for|since|over|about|like|going? on? T",
        ),
        (
            "been",
            Waited,
            "been|waited|sat|only|already|waiting .. here|there|in|sitting|waiting|on .. T",
        ),
        (
            "here",
            Waited,
            "here|waiting|sitting|waited since|for|about|like|almost|over|going|only|already|now T",
        ),
        ("going on", Waited, "going|coming|pushing on T"),
        ("waited after", Waited, "T .. sitting|waiting|waited"),
        ("late by", Lateness, "late|behind|delayed|behind .. by T"),
        (
            "lateness",
            Lateness,
            "T .. behind|late|delayed|lost|past|over|delay",
        ),
        (
            "lost",
            Lateness,
            "lost|set|sets|setting|cost|costing|put|puts|putting|pushed|delayed|delay|behind|late .. T",
        ),
        (
            "late for",
            Lateness,
            "late|behind|delayed|delay like|about|by|of|maybe|probably|around|at? least? T",
        ),
        (
            "clock",
            DriveTimeLeft,
            "T .. left|remaining .. on .. clock|eleven|fourteen|hos|seventy",
        ),
        (
            "drive time",
            DriveTimeLeft,
            "T of|on .. drive|driving|clock|legal",
        ),
        (
            "clock has",
            DriveTimeLeft,
            "clock|hos|eleven|fourteen|hours .. T left|remaining",
        ),
        ("out of hours in", DriveTimeLeft, "out of hours|time|clock in T"),
        (
            "call",
            CallBack,
            "call|ring|try|buzz|hit|holler|reach|phone|text|check .. back|me|again|us|up|in|at|after|around|back ... T",
        ),
        ("call after", CallBack, "T .. call|try"),
        (
            "free",
            CallBack,
            "free|available|talk|reach .. at|in|after|around T",
        ),
        (
            "be there",
            Arrival,
            "be|get|getting|make|made|arrive|arriving|arrival|there|pull|roll|rolling|eta|etas|land|show|deliver|delivering|hit|back|in ... T",
        ),
        (
            "says",
            Arrival,
            "gps|navigation|says|say|saying|shows|showing|figure|figuring|shooting|aiming|looking|calling|expect|expecting|guess|guessing|thinking|planning|plan|computer|garmin|qualcomm|puts|putting|closer ... T",
        ),
        (
            "out",
            Arrival,
            "T .. out|away|to|till|until|from|left|more|tops|max|drive !of|load|unload|empty|get|lumper",
        ),
        (
            "away",
            Arrival,
            "another|about|like|roughly|maybe|probably|still|got|have T .. out|away|left|go|drive",
        ),
        ("drive", Arrival, "T .. out|away|drive|ride|eta"),
        ("then", Arrival, "then ... T"),
        (
            "be",
            Arrival,
            "will|should|ought|going be|make|arrive|get|hit|land|pull|roll|have ... T",
        ),
        ("by", Arrival, "there|here|in|it by|at|around|before|in|about T"),
    ])
});

/// Which part a time plays, from the words before and after it in its clause.
fn role(said: &Said<'_>, t: &Time, set: Setting<'_>) -> Role {
    let hits = role_hits(said, t);
    let has = |r: Role| hits.iter().any(|(role, _)| *role == r);
    let named = |n: &str| hits.iter().any(|(_, name)| *name == n);
    if has(Role::CallBack) || (set.asked_callback && !has(Role::Arrival)) {
        return Role::CallBack;
    }
    if has(Role::DriveTimeLeft) {
        return if t.length {
            Role::DriveTimeLeft
        } else {
            Role::Other
        };
    }
    if t.length && has(Role::Lateness) {
        return Role::Lateness;
    }
    if !t.length && t.explicit && has(Role::Lateness) && !has(Role::Arrival) && !set.asked_eta {
        return Role::Unclear;
    }
    if named("ago") || named("last") || named("should have been") || named("supposed") || named("to unload") {
        return Role::Other;
    }
    if has(Role::Waited) && (t.length || since_led(said, t)) {
        return Role::Waited;
    }
    let arrival = has(Role::Arrival);
    let strong_other = hits.iter().any(|(r, n)| {
        *r == Role::Other
            && matches!(
                *n,
                "appointment"
                    | "appointment after"
                    | "closes"
                    | "break"
                    | "break after"
                    | "break end"
                    | "can roll"
                    | "wanted"
                    | "unload in"
            )
    });
    if strong_other && !(arrival && named("then")) {
        return Role::Other;
    }
    if hits.iter().any(|(r, n)| *r == Role::Other && *n == "past verb") && !arrival {
        return if t.length && said.is(t.span.start.wrapping_sub(1), &["got", "have"]) && set.asked_eta {
            Role::Arrival
        } else {
            Role::Other
        };
    }
    if arrival {
        return Role::Arrival;
    }
    if has(Role::Other) {
        return Role::Other;
    }
    if set.asked_wait && t.length && !set.asked_eta {
        return Role::Waited;
    }
    if set.asked_delay && t.length {
        return Role::Lateness;
    }
    if set.asked_eta {
        return Role::Arrival;
    }
    // Told without a question: only what can hardly be anything else.
    let hedged = said.is(
        t.span.start.wrapping_sub(1),
        &[
            "about", "in", "like", "probably", "maybe", "around", "by", "roughly", "at",
        ],
    );
    if (set.open || set.asked_confirm)
        && !set.arrived
        && hedged
        && !t.vague
        && (t.length || t.explicit)
        && !said.is(t.span.end, &["load", "drive"])
    {
        return Role::Arrival;
    }
    if set.asked_confirm && t.explicit {
        return Role::Arrival;
    }
    Role::Unclear
}

fn since_led(said: &Said<'_>, t: &Time) -> bool {
    (t.span.start.saturating_sub(3)..t.span.start + 1).any(|j| said.is(j, &["since"]))
}

/// The rules that fit around the time: their `T` stands for its tokens.
fn role_hits(said: &Said<'_>, t: &Time) -> Vec<(Role, &'static str)> {
    let mut range = said.clause_range(t.span.start);
    if range.start > 0 && said.is(range.start, &["until", "till"]) {
        range = said.clause_range(range.start - 1).start..range.end;
    }
    let last = said.clause_range(t.span.end.saturating_sub(1)).end;
    // The clause with the time folded into one word; no rule looks farther than this.
    const REACH: usize = 24;
    let from = range.start.max(t.span.start.saturating_sub(REACH));
    let to = last.max(t.span.end).min(said.len()).min(t.span.end + REACH);
    let mut token = said.tokens[t.span.start].clone();
    token.word = "T".to_owned();
    let mut tokens = said.tokens[from.min(t.span.start)..t.span.start].to_vec();
    tokens.push(token);
    tokens.extend_from_slice(&said.tokens[t.span.end.min(to)..to]);
    for tok in &mut tokens {
        tok.clause = 0;
    }
    let folded = Said::of(said.raw, tokens);
    ROLES
        .iter()
        .filter(|r| {
            r.pattern
                .find_all(&folded)
                .iter()
                .any(|span| span.clone().any(|i| folded.word(i) == "T"))
        })
        .map(|r| (r.value, r.name))
        .collect()
}
