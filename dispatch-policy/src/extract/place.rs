//! Towns, states and kinds of places where the truck is now.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Facility;

use super::gazetteer::{code_alone, state_after_town, state_at, title_case, town_at};
use super::pattern::{Rule, pat, rules};
use super::repair;
use super::text::Said;

/// Where the words put the truck.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Place {
    pub(super) city: Option<String>,
    pub(super) state: Option<String>,
    pub(super) facility: Option<Facility>,
    pub(super) spans: Vec<Range<usize>>,
}

#[derive(Debug, Clone)]
struct Candidate {
    city: Option<String>,
    state: Option<&'static str>,
    span: Range<usize>,
    /// How much speaks for it: where the truck is, a name without a preposition, where it just left.
    weight: u8,
}

/// Reads towns, states and facilities and consumes the towns' words.
pub(super) fn read(said: &mut Said<'_>, markers: &[Range<usize>], asked: bool) -> Place {
    let mut place = Place::default();
    let mut best: Option<Candidate> = None;
    for c in candidates(said, asked) {
        let better = best.as_ref().is_none_or(|b| {
            repair::between(markers, b.span.end, c.span.start)
                || c.weight > b.weight
                || (c.weight == b.weight && is_after_now(said, &c))
        });
        if better {
            best = Some(c);
        }
    }
    if let Some(c) = best {
        said.take(c.span.clone());
        place.spans.push(c.span);
        place.city = c.city;
        place.state = c.state.map(str::to_owned);
    }
    if let Some((facility, span)) = facility(said) {
        place.facility = Some(facility);
        place.spans.push(span);
    }
    place
}

/// "... now i'm in grand island": the later one counts when it is said to be now.
fn is_after_now(said: &Said<'_>, c: &Candidate) -> bool {
    said.clause_range(c.span.start)
        .any(|i| said.is(i, &["now", "currently", "actually"]))
}

/// What a word before a name says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    Here,
    Passed,
    Left,
    Elsewhere,
    None,
}

fn candidates(said: &Said<'_>, asked: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < said.len() {
        let Some((c, strong)) = name_at(said, i, asked) else {
            i += 1;
            continue;
        };
        let end = c.span.end.max(i + 1);
        let lead = lead(said, i);
        let weight = match lead {
            Lead::Here => 4,
            Lead::Passed => 3,
            Lead::Left => 0,
            Lead::Elsewhere => 0,
            Lead::None if strong && (asked || starts_clause(said, i)) => 2,
            Lead::None if strong && c.state.is_some() && c.city.is_some() => 2,
            Lead::None => 0,
        };
        // A state alone is less than any town.
        let weight = if c.city.is_none() { weight.min(1) } else { weight };
        // An unknown name at the start of the answer, with its state: weak, and what follows may be better.
        let weight = if weight == 0 && lead == Lead::None && !strong && asked && c.state.is_some() {
            1
        } else {
            weight
        };
        if weight > 0 {
            found.push(Candidate { weight, ..c });
        }
        i = if weight > 1 { end } else { i + 1 };
    }
    found
}

fn starts_clause(said: &Said<'_>, i: usize) -> bool {
    let first = said.clause_range(i).start;
    (first..i).all(|j| {
        said.is(
            j,
            &[
                "yeah", "okay", "well", "just", "right", "now", "still", "about", "so", "like", "probably",
                "hey", "man", "the", "it", "is",
            ],
        )
    })
}

/// A name at `i`: a known town, a state, or after a clear preposition an unknown town with its state.
fn name_at(said: &Said<'_>, i: usize, asked: bool) -> Option<(Candidate, bool)> {
    if said.is_taken(i..i + 1) {
        return None;
    }
    if let Some(town) = town_at(said, i).filter(|t| !said.is_taken(i..i + t.len)) {
        let end = i + town.len;
        // "west of tucson", "north bend" is a town but "north of bend" is not.
        let relation = said.is(end, &["of"]) && town.wordlike;
        let region = said.is(i, &["west", "north", "south", "east"]) && town.len == 1;
        if !(relation || region) {
            let state = state_after_town(said, end, Some(town.states));
            // "oklahoma city" is more than a state.
            let is_state_too = state_at(said, i).is_some_and(|(_, n)| n >= town.len);
            if !(is_state_too && state.is_none()) {
                let used_as_word = town.wordlike
                    && state.is_none()
                    && !(lead(said, i) != Lead::None && !after_article(said, i))
                    && !(asked && i == 0 && end >= said.len());
                if !used_as_word && (state.is_some() || !is_common_use(said, i, end)) {
                    let span = i..end + state.map_or(0, |(_, n)| n);
                    let c = Candidate {
                        city: Some(town.name),
                        state: state.map(|(s, _)| s),
                        span,
                        weight: 0,
                    };
                    return Some((c, !town.wordlike || state.is_some()));
                }
            }
        }
    }
    if let Some((state, len)) = state_at(said, i) {
        // "ohio state route": a road; "texas roadhouse", "the indiana toll road": still Indiana.
        let c = Candidate {
            city: None,
            state: Some(state),
            span: i..i + len,
            weight: 0,
        };
        let end = i + len;
        if said.is(end, &["state"]) && said.is(end + 1, &["line"]) {
            return Some((
                Candidate {
                    span: i..end + 2,
                    ..c
                },
                true,
            ));
        }
        return Some((c, true));
    }
    // "in pa", "through va": a code by itself, unless it is a word of its own.
    if said.is(i.wrapping_sub(1), &["in", "into", "across", "through"])
        && let Some(state) = code_alone(said.word(i))
    {
        let c = Candidate {
            city: None,
            state: Some(state),
            span: i..i + 1,
            weight: 0,
        };
        return Some((c, true));
    }
    unknown_town(said, i, asked).map(|c| (c, false))
}

fn after_article(said: &Said<'_>, i: usize) -> bool {
    i > 0
        && said.is(
            i - 1,
            &["the", "a", "an", "my", "this", "that", "your", "his", "some"],
        )
}

/// "mobile" in "on my mobile", "ontario" in "the ontario office": an article or a noun that follows speaks against.
fn is_common_use(said: &Said<'_>, i: usize, end: usize) -> bool {
    after_article(said, i)
        && !said.is(
            end,
            &[
                "area", "exit", "city", "loves", "pilot", "ta", "petro", "yard", "truck", "exits", "metro",
            ],
        )
}

/// Words that follow "in", "by", "near" without being towns.
const NOT_TOWNS: &str = "traffic line yard door dock park parking gate road highway interstate ramp shoulder hotel motel \
    bed sleeper truck trailer cab bunk morning afternoon evening night noon midnight tomorrow tonight today now here there \
    home work town place spot lot lane lanes mountain mountains hills hill desert country county state city time trouble \
    transit route between front back middle late early soon then them him her that this those these what where which who \
    about around another other both construction detention inspection rain snow fog wind ice storm weather bridge river \
    border customs scale scales coop shop shipper receiver customer consignee warehouse terminal drop lumper office \
    dispatch appointment exit mile miles marker minutes minute hours hour days day week weeks couple few some plenty \
    case fact general person charge contact touch luck loading unloading waiting sitting driving everything nothing \
    anything something everybody nobody somebody someone myself yourself itself least most more less best worst first \
    last next same once twice again already still just only really pretty okay fine good great bad slow fast stop \
    stopped stuck rolling moving gear neutral reverse service network range view sight reach five ten fifteen twenty \
    quarter half dark daylight dawn dusk sunrise sunset lunch breakfast dinner supper behind ahead over under out off \
    down up with without from into onto upon across along near close past through until unless because since while \
    during before after above below english spanish person progress process pieces position detail details space \
    windows window airport port plant store mill factory school church hospital station stations plaza mall casino \
    base camp walmart amazon costco target kroger sysco fedex ups loves love pilot petro flying travel center rest area \
    welcome turnpike tollway thruway beltway loop bypass freeway expressway tunnel toll tolls booth junction split \
    merge interchange overpass underpass intersection corner street avenue boulevard curb ditch median grass mud field \
    farm woods forest sand gravel dirt accident wreck crash backup jam mess standstill gridlock crawl bumper \
    yes yeah yep nope okay please thanks thank sorry hello goodbye maam sir buddy man guys guy boss driver \
    circles limbo pain hell god heaven peace order doors docks bay bays staging stage storage facility building \
    compliance need load loads freight pallets cargo paperwork bills check checked call phone house room bathroom \
    restroom shower laundry food eating sleeping resting sleep rest break fuel fueling fuelling diesel def eastern central pacific \
    nowhere somewhere anywhere everywhere outskirts suburbs downtown uptown midtown right left north south east west \
    northern southern western eastern upper lower it its you your me my mine us our ours they their theirs we he she his a an the \
    all any each every either neither no not none one two three four six seven eight nine eleven twelve hundred thousand like \
    weigh way post marshalling rush reality theory addition total tow heavy light long short big little small large far \
    getting going coming taking making having being doing using trying hoping running hauling pulling backing heading headed \
    passing passed past leaving left arriving picking dropping delivering loaded empty full broke broken done finished ready able about almost nearly";

static STOP_TOWNS: LazyLock<std::collections::HashSet<&'static str>> =
    LazyLock::new(|| NOT_TOWNS.split_whitespace().collect());

/// The shape of a town that is not in the list: after a preposition, one or two plain words, best with a state.
fn unknown_town(said: &Said<'_>, i: usize, asked: bool) -> Option<Candidate> {
    let plain = |j: usize| {
        let w = said.word(j);
        w.len() >= 3
            && w.chars().all(char::is_alphabetic)
            && !STOP_TOWNS.contains(w)
            && !super::numbers::is_number_word(w)
            && super::time::weekday(w).is_none()
    };
    let here = lead(said, i);
    // "la grange", "el campo": a particle begins a name only with a word after it.
    let particle = said.is(i, &["la", "el", "le", "de", "st"]) && plain(i + 1);
    if !(plain(i) || particle) || !matches!(here, Lead::Here | Lead::Passed | Lead::None) || after_article(said, i) {
        return None;
    }
    let same = |j: usize| said.clause(j) == said.clause(i);
    for len in [1usize, 2, 3] {
        if !(i..i + len).all(|j| {
            j < said.len()
                && same(j)
                && (plain(j)
                    || (j == i && particle)
                    || (j > i
                        && said.is(
                            j,
                            &[
                                "city", "springs", "falls", "lake", "park", "creek", "hill", "of", "the",
                            ],
                        )))
        }) {
            break;
        }
        let end = i + len;
        if let Some((state, n)) = state_after_town(said, end, None).filter(|_| state_at(said, i).is_none()) {
            if here == Lead::None && !(asked && starts_clause(said, i)) {
                return None;
            }
            let name = title_case(&(i..end).map(|j| said.word(j)).collect::<Vec<_>>().join(" "));
            // At the start of an answer this is as good as a known town.
            return Some(Candidate {
                city: Some(name),
                state: Some(state),
                span: i..end + n,
                weight: 0,
            });
        }
    }
    // Without a state: one or two words that end the clause, and only when the place was asked for.
    let last = |end: usize| {
        end >= said.len()
            || said.clause(end) != said.clause(i)
            || said.is(
                end,
                &[
                    "right", "now", "on", "at", "about", "area", "exit", "headed", "heading", "going", "just",
                ],
            )
    };
    let firm = matches!(here, Lead::Here | Lead::Passed) && is_firm(said, i);
    if asked && firm && said.word(i).len() >= 4 {
        for len in [1usize, 2] {
            let end = i + len;
            if (i..end).all(|j| j < said.len() && same(j) && plain(j)) && last(end) {
                let name = title_case(&(i..end).map(|j| said.word(j)).collect::<Vec<_>>().join(" "));
                return Some(Candidate {
                    city: Some(name),
                    state: None,
                    span: i..end,
                    weight: 0,
                });
            }
        }
    }
    None
}

/// Prepositions after which a stranger's name is a place.
fn is_firm(said: &Said<'_>, i: usize) -> bool {
    said.is(
        i.wrapping_sub(1),
        &[
            "in",
            "near",
            "outside",
            "around",
            "by",
            "of",
            "past",
            "passed",
            "through",
            "approaching",
            "nearing",
        ],
    )
}

static LEADS: LazyLock<Vec<Rule<Lead>>> = LazyLock::new(|| {
    use Lead::{Elsewhere, Here, Left, Passed};
    rules(&[
        // Where he is not, or not yet.
        ("to", Elsewhere, "to|for|towards|toward|into|till|until|before"),
        (
            "headed",
            Elsewhere,
            "headed|heading|going|bound|route|running|deliver~|due|appointment|drop~|unload~|live|lives|from|based|home in|into|to|for|at|from",
        ),
        ("was", Elsewhere, "i|we was|were in|at|near|by|around|outside"),
        ("not", Elsewhere, "not in|at|near|by|around|to|even?"),
        (
            "get",
            Elsewhere,
            "get|getting|gets|be|being|stop|stopping|fuel|fueling|park|parking in|at|by|to|into|near|through|around",
        ),
        ("will", Elsewhere, "will be in|at|near|by|through|passing|around"),
        ("from", Elsewhere, "from|since|out"),
        ("to go", Elsewhere, "hours|hour|minutes|miles to|till|until"),
        (
            "left",
            Left,
            "left|departed|leave|loaded|picked|started|start in|out|up|of|from|at?",
        ),
        // Where he is.
        (
            "in",
            Here,
            "in|at|near|by|around|inside|nearby|approaching|entering|nearing|reached|bye|between|above|below",
        ),
        ("outside", Here, "outside|side|edge|outskirts of?"),
        (
            "of",
            Here,
            "north|south|east|west|northeast|northwest|southeast|southwest|side|outside|short|shy|ahead|front|edge|middle|outskirts of",
        ),
        (
            "out of",
            Here,
            "mile|miles|minutes|hour|hours|just|bit|ways out|outside of|from?",
        ),
        ("from", Here, "mile|miles from"),
        ("close", Here, "close|closer|next to"),
        ("made", Here, "made|got it? to|into"),
        (
            "rolling",
            Here,
            "rolling|pulling|coming|pulled|rolled|came|crossed|crossing|getting up? into|in|on|to|through|by|near|over",
        ),
        (
            "past",
            Passed,
            "past|passed|passing|through|thru|hit|hitting|cleared|by|leaving|across|crossed|crossing|beyond",
        ),
        ("pulling out", Passed, "pulling|coming|rolling out of"),
        ("left just", Passed, "just left"),
        ("called", Here, "called|town|city|says of?"),
    ])
});

/// What stands before the name at `i`; the longest fitting lead decides.
fn lead(said: &Said<'_>, i: usize) -> Lead {
    let mut end = i;
    while end > 0
        && said.is(
            end - 1,
            &[
                "the",
                "just",
                "like",
                "about",
                "right",
                "somewhere",
                "maybe",
                "probably",
                "downtown",
                "good",
                "old",
                "ole",
                "a",
                "little",
            ],
        )
    {
        end -= 1;
    }
    if end == 0 {
        return Lead::None;
    }
    let mut best: Option<(usize, Lead)> = None;
    for rule in LEADS.iter() {
        for start in end.saturating_sub(4)..end {
            if rule.pattern.at(said, start) == Some(end) && best.is_none_or(|(n, _)| end - start > n) {
                best = Some((end - start, rule.value));
            }
        }
    }
    let lead = best.map_or(Lead::None, |(_, l)| l);
    if matches!(lead, Lead::Here | Lead::Passed) && is_elsewhere(said, end) {
        return Lead::Elsewhere;
    }
    lead
}

/// The clause speaks of another time or another thing: "i was in", "my appointment in", "the load came from".
fn is_elsewhere(said: &Said<'_>, end: usize) -> bool {
    let range = said.clause_range(end.saturating_sub(1));
    let before = range.start..end;
    let has = |words: &[&str]| before.clone().any(|j| said.is(j, words));
    let near_not = (end.saturating_sub(3)..end).any(|j| said.is(j, &["not"]));
    let after = |words: &[&str]| (end..range.end).any(|j| said.is(j, words));
    has(&[
        "appointment",
        "delivery",
        "deliver",
        "delivers",
        "delivering",
        "live",
        "wife",
        "house",
        "fuel",
        "will",
        "supposed",
        "was",
        "were",
        "picked",
        "loaded",
        "started",
        "slept",
        "spent",
        "yesterday",
        "office",
        "headed",
        "heading",
        "until",
        "till",
    ]) && !has(&["am", "passed", "sitting", "now", "stopped", "just"])
        || near_not
        || after(&["yesterday"])
        || (has(&["was", "were"]) && !has(&["just", "traffic"]))
}

static FACILITIES: LazyLock<Vec<Rule<Facility>>> = LazyLock::new(|| {
    use Facility::{Receiver, RestArea, Shipper, TruckStop, WeighStation, Yard};
    rules(&[
        (
            "weigh station",
            WeighStation,
            "weigh|way|wait|weight station|stations",
        ),
        ("scale", WeighStation, "scale|scales house|houses?"),
        ("coop", WeighStation, "chicken? coop|coops|coupe"),
        ("port of entry", WeighStation, "port of entry"),
        (
            "truck stop",
            TruckStop,
            "truck|travel|fuel stop|stops|center|plaza",
        ),
        (
            "brand",
            TruckStop,
            "pilot|loves|petro|ta|sapp|flying|kwik|kwick|quiktrip|bucees|speedco|roady~|ambest bros|j|jay|trip?",
        ),
        ("rest area", RestArea, "rest|welcome area|areas|stop|center"),
        ("shipper", Shipper, "shipper|shippers|origin"),
        ("pickup alone", Shipper, "pickup !truck"),
        (
            "pickup",
            Shipper,
            "pickup|pick location|site|up|facility location?",
        ),
        (
            "receiver",
            Receiver,
            "receiver|receivers|consignee|customer|customers",
        ),
        ("delivery", Receiver, "delivery site|location|address|place"),
        ("yard", Yard, "yard|terminal"),
    ])
});

/// The kind of place he is at: said after "at", "in", "pulled into", or as the whole answer.
fn facility(said: &Said<'_>) -> Option<(Facility, Range<usize>)> {
    for rule in FACILITIES.iter() {
        for span in rule.pattern.find_all(said) {
            if is_at(said, &span) {
                return Some((rule.value, span));
            }
        }
    }
    None
}

fn is_at(said: &Said<'_>, span: &Range<usize>) -> bool {
    let i = span.start;
    let at = pat!(
        "at|in|into|inside|outside|by|from|leaving|onto|across|near|is|reached|behind|to the|a|an|our|their|my|this|that|old? big|little|drop|company|same|local?"
    );
    let clause = said.clause_range(i);
    let found = (clause.start..i).any(|s| at.at(said, s) == Some(i));
    let first = (clause.start..i).all(|j| said.is(j, &["the", "yeah", "okay", "a", "still", "just", "this"]));
    let away = pat!(
        "headed|heading|going|way|back|get|getting|miles|minutes|hours|out|hour|close|from|until|till|before|waiting|call|called to|for|from|on|out|the"
    );
    let not = (clause.start..i).any(|j| {
        said.is(
            j,
            &[
                "not", "headed", "heading", "will", "going", "towards", "toward", "almost", "passed", "went", "past",
                "passing", "drove",
                "until", "till", "left", "call", "called", "minutes", "miles", "hours", "hour",
            ],
        )
    }) || pat!("went|go|goes|blew|blow|rolled|rode|cruised|came|got|ran|flew right? by").find(said).is_some_and(|r| r.start >= clause.start && r.end <= i)
        || (clause.start..i)
        .any(|s| away.at(said, s).is_some_and(|e| e <= i) && !said.is(s, &["back", "waiting"]));
    // "pulled into the receiver" is there, "pulling into" too; "shipper took five hours" is not a place.
    (found && !not)
        || (first
            && (clause.end <= i + 3
                || said.is(
                    span.end,
                    &["on", "in", "outside", "near", "by", "at", "off", "around"],
                ))
            && !not
            && (clause.start > 0 || clause.end >= said.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str) -> Place {
        let mut said = Said::new(text);
        let markers = repair::markers(&said);
        read(&mut said, &markers, true)
    }

    #[test]
    fn towns_where_the_truck_is() {
        for (text, city, state) in [
            ("just outside of joliet", Some("Joliet"), None),
            ("just passed des moines iowa", Some("Des Moines"), Some("IA")),
            ("ten miles west of amarillo", Some("Amarillo"), None),
            (
                "i left omaha this morning i'm in grand island now",
                Some("Grand Island"),
                None,
            ),
            ("headed to denver", None, None),
            ("laredo texas", Some("Laredo"), Some("TX")),
            ("somewhere in nebraska", None, Some("NE")),
            ("north platte", Some("North Platte"), None),
            ("in west fargo", Some("West Fargo"), None),
            ("washington pennsylvania", Some("Washington"), Some("PA")),
            ("i'm by gary indiana", Some("Gary"), Some("IN")),
            (
                "in kansas city kansas heading for dallas",
                Some("Kansas City"),
                Some("KS"),
            ),
            ("just hit omaha", Some("Omaha"), None),
            ("in the parking lot", None, None),
            ("near bucksnort tennessee", Some("Bucksnort"), Some("TN")),
            ("i'm not in omaha i'm in des moines", Some("Des Moines"), None),
            ("st louis missouri", Some("Saint Louis"), Some("MO")),
            ("in mobile alabama", Some("Mobile"), Some("AL")),
        ] {
            let p = place(text);
            assert_eq!((p.city.as_deref(), p.state.as_deref()), (city, state), "{text}");
        }
    }

    #[test]
    fn kinds_of_places() {
        for (text, f) in [
            ("at the receiver", Some(Facility::Receiver)),
            ("sitting at the flying j", Some(Facility::TruckStop)),
            ("at the way station", Some(Facility::WeighStation)),
            ("still at the shipper", Some(Facility::Shipper)),
            ("headed to the receiver", None),
            ("at a rest area", Some(Facility::RestArea)),
            ("shipper took five hours to load me", None),
            ("stuck in the chicken coop", Some(Facility::WeighStation)),
        ] {
            assert_eq!(place(text).facility, f, "{text}");
        }
    }
}
