//! The towns and states the extractor knows by name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::Said;

const CITIES: &str = include_str!("cities.txt");

/// States, provinces and their postal codes.
const STATES: &[(&str, &str)] = &[
    ("alabama", "AL"),
    ("alaska", "AK"),
    ("arizona", "AZ"),
    ("arkansas", "AR"),
    ("california", "CA"),
    ("colorado", "CO"),
    ("connecticut", "CT"),
    ("delaware", "DE"),
    ("florida", "FL"),
    ("georgia", "GA"),
    ("hawaii", "HI"),
    ("idaho", "ID"),
    ("illinois", "IL"),
    ("indiana", "IN"),
    ("iowa", "IA"),
    ("kansas", "KS"),
    ("kentucky", "KY"),
    ("louisiana", "LA"),
    ("maine", "ME"),
    ("maryland", "MD"),
    ("massachusetts", "MA"),
    ("michigan", "MI"),
    ("minnesota", "MN"),
    ("mississippi", "MS"),
    ("missouri", "MO"),
    ("montana", "MT"),
    ("nebraska", "NE"),
    ("nevada", "NV"),
    ("new hampshire", "NH"),
    ("new jersey", "NJ"),
    ("new mexico", "NM"),
    ("new york", "NY"),
    ("north carolina", "NC"),
    ("north dakota", "ND"),
    ("ohio", "OH"),
    ("oklahoma", "OK"),
    ("oregon", "OR"),
    ("pennsylvania", "PA"),
    ("rhode island", "RI"),
    ("south carolina", "SC"),
    ("south dakota", "SD"),
    ("tennessee", "TN"),
    ("texas", "TX"),
    ("utah", "UT"),
    ("vermont", "VT"),
    ("virginia", "VA"),
    ("washington", "WA"),
    ("west virginia", "WV"),
    ("wisconsin", "WI"),
    ("wyoming", "WY"),
    ("d c", "DC"),
    ("dc", "DC"),
    ("ontario", "ON"),
    ("quebec", "QC"),
    ("alberta", "AB"),
    ("british columbia", "BC"),
    ("manitoba", "MB"),
    ("saskatchewan", "SK"),
    ("new brunswick", "NB"),
    ("nova scotia", "NS"),
    ("penn", "PA"),
    ("mexico", "MX"),
];

/// Postal codes that are also everyday words: only after a town, at the end of what is said.
const WORDLIKE_CODES: &[&str] = &[
    "in", "on", "or", "me", "okay", "hi", "oh", "la", "pa", "ma", "id", "de", "co", "al", "mi", "mo", "as",
];

/// Those of them that a sentence is built with: after a town nobody knows they are no state at all.
const FUNCTION_WORDS: &[&str] = &["in", "on", "or", "me", "okay", "hi", "oh"];

/// Names of towns that are also everyday words; alone they need a preposition and nothing that speaks against it.
const WORDLIKE_TOWNS: &[&str] = &[
    "mobile",
    "reading",
    "normal",
    "hope",
    "bend",
    "page",
    "surprise",
    "weed",
    "commerce",
    "price",
    "golden",
    "liberal",
    "independence",
    "liberty",
    "spring",
    "west",
    "wall",
    "beach",
    "gap",
    "summit",
    "moore",
    "roland",
    "union",
    "temple",
    "orange",
    "italy",
    "paris",
    "hurricane",
    "manning",
    "jean",
    "wells",
    "baker",
    "burns",
    "bow",
    "beaver",
    "sandy",
    "eagle",
    "echo",
    "benson",
    "dickson",
    "denmark",
    "brazil",
    "poland",
    "early",
    "enterprise",
    "normal",
    "junction",
    "pacific",
    "matthews",
    "grants",
    "miner",
    "carson",
    "holland",
    "bliss",
    "jackson",
    "garner",
    "newton",
    "marshall",
    "taylor",
    "warren",
    "harvey",
    "lincoln",
    "chandler",
    "rogers",
    "douglas",
    "perry",
    "indiana",
    "washington",
    "nevada",
    "wyoming",
    "delaware",
    "iowa",
    "ontario",
    "california",
    "franklin",
    "george",
    "douglas",
    "cody",
    "kyle",
    "anthony",
    "alvin",
    "bryan",
    "vernon",
    "russell",
    "davis",
    "leon",
    "steele",
    "cuba",
    "laurel",
    "troy",
    "gary",
    "salem",
    "sparks",
    "needles",
    "buffalo",
    "rifle",
    "fife",
    "kent",
    "beaver",
    "nitro",
    "superior",
    "sharon",
    "elizabeth",
    "dunn",
    "wilson",
    "shelby",
    "marion",
    "casper",
    "columbia",
    "union city",
    "chester",
    "somerset",
    "brandon",
    "hamilton",
    "regina",
    "madison",
    "austin",
    "alliance",
];

struct Index {
    /// Lower case name to Title Case and the states that have such a town.
    towns: HashMap<String, (String, Vec<&'static str>)>,
    longest: usize,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut towns: HashMap<String, (String, Vec<&'static str>)> = HashMap::new();
    let mut longest = 1;
    for line in CITIES.lines().filter(|l| !l.starts_with('#')) {
        let Some((state, names)) = line.split_once(':') else {
            continue;
        };
        for name in names.split(',').map(str::trim).filter(|n| !n.is_empty()) {
            let key = name.to_lowercase().replace('\'', "");
            longest = longest.max(key.split(' ').count());
            towns
                .entry(key)
                .or_insert_with(|| (name.to_owned(), Vec::new()))
                .1
                .push(state);
        }
    }
    Index { towns, longest }
});

/// A town by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Town {
    pub(super) name: String,
    /// The states that have one.
    pub(super) states: &'static [&'static str],
    pub(super) len: usize,
    /// Its name is an everyday word too.
    pub(super) wordlike: bool,
}

/// The longest known town name at `i`; "saint", "st", "ft" and "mt" are read as written out.
pub(super) fn town_at(said: &Said<'_>, i: usize) -> Option<Town> {
    let most = INDEX.longest.min(said.len().saturating_sub(i));
    (1..=most).rev().find_map(|len| {
        let parts: Vec<&str> = (i..i + len)
            .map(|j| {
                if j > i || len > 1 {
                    long_form(said.word(j))
                } else {
                    said.word(j)
                }
            })
            .collect();
        let key = parts.join(" ");
        let (name, states) = INDEX.towns.get(&key)?;
        Some(Town {
            name: name.clone(),
            states,
            len,
            wordlike: len == 1 && WORDLIKE_TOWNS.contains(&key.as_str()),
        })
    })
}

fn long_form(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ft" => "fort",
        "mt" => "mount",
        w => w,
    }
}

/// A state's name at `i`, and its length in tokens.
pub(super) fn state_at(said: &Said<'_>, i: usize) -> Option<(&'static str, usize)> {
    let two = format!("{} {}", said.word(i), said.word(i + 1));
    let find = |name: &str| STATES.iter().find(|(n, _)| *n == name).map(|(_, code)| *code);
    find(&two)
        .map(|c| (c, 2))
        .or_else(|| find(said.word(i)).map(|c| (c, 1)))
}

/// A state after a town: its name, its code, or the code in letters ("t x"). `states` are those known to have the
/// town; of a town that is not in the list nothing is known.
pub(super) fn state_after_town(
    said: &Said<'_>,
    i: usize,
    states: Option<&[&str]>,
) -> Option<(&'static str, usize)> {
    if let Some(found) = state_at(said, i) {
        return Some(found);
    }
    let known = |code: &str| states.map(|all| all.contains(&code));
    let w = said.word(i);
    if w.len() == 2 || w == "okay" {
        let code = code(if w == "okay" { "ok" } else { w })?;
        let last = i + 1 >= said.len() || said.tokens[i + 1].stop;
        let counts = if is_shouted(said, i) || !WORDLIKE_CODES.contains(&w) {
            true
        } else {
            // "tulsa ok", "gary in": at the end, and no other state's town.
            last && known(code).unwrap_or(!FUNCTION_WORDS.contains(&w))
        };
        return counts.then_some((code, 1));
    }
    if w.len() == 1 && said.word(i + 1).len() == 1 {
        let code = code(&format!("{w}{}", said.word(i + 1)))?;
        // "gary i n": but "i" is a word, and a road.
        return (w != "i" || known(code) == Some(true)).then_some((code, 2));
    }
    None
}

/// A postal code that means nothing else: "tx", "va", and "pa", which drivers say.
pub(super) fn code_alone(word: &str) -> Option<&'static str> {
    (word.len() == 2 && (word == "pa" || !WORDLIKE_CODES.contains(&word)))
        .then(|| code(word))
        .flatten()
}

fn code(letters: &str) -> Option<&'static str> {
    STATES
        .iter()
        .map(|(_, code)| *code)
        .find(|code| code.eq_ignore_ascii_case(letters))
}

/// Written in capitals.
fn is_shouted(said: &Said<'_>, i: usize) -> bool {
    said.tokens
        .get(i)
        .is_some_and(|t| t.word.len() == 2 && said.raw[t.start..t.end] == *t.word.to_uppercase())
}

/// "des moines" to "Des Moines".
pub(super) fn title_case(words: &str) -> String {
    words
        .split(' ')
        .map(|w| {
            let mut chars = w.chars();
            chars
                .next()
                .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
        })
        .collect::<Vec<String>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town(text: &str) -> Option<String> {
        town_at(&Said::new(text), 0).map(|t| t.name)
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(town("south sioux city").as_deref(), Some("South Sioux City"));
        assert_eq!(town("north platte nebraska").as_deref(), Some("North Platte"));
        assert_eq!(town("st louis").as_deref(), Some("Saint Louis"));
        assert_eq!(town("west of tucson"), Some("West".to_owned()));
        assert_eq!(town("nowhere"), None);
    }

    #[test]
    fn states_by_name_and_code() {
        let said = Said::new("laredo texas");
        assert_eq!(state_after_town(&said, 1, None), Some(("TX", 1)));
        let said = Said::new("gary in");
        assert_eq!(state_after_town(&said, 1, Some(&["IN"])), Some(("IN", 1)));
        let said = Said::new("gary i n");
        assert_eq!(state_after_town(&said, 1, Some(&["IN"])), Some(("IN", 2)));
        let said = Said::new("beaumont on");
        assert_eq!(state_after_town(&said, 1, Some(&["TX", "CA"])), None);
        let said = Said::new("gary in about an hour");
        assert_eq!(state_after_town(&said, 1, None), None);
        let said = Said::new("rock hill s c");
        assert_eq!(state_after_town(&said, 2, None), Some(("SC", 2)));
        let said = Said::new("charleston west virginia");
        assert_eq!(state_after_town(&said, 1, None), Some(("WV", 2)));
    }

    #[test]
    fn the_list_is_well_formed() {
        for line in CITIES.lines().filter(|l| !l.starts_with('#')) {
            let (state, _) = line.split_once(':').expect("a state");
            assert!(STATES.iter().any(|(_, c)| *c == state), "{state}");
        }
        assert!(INDEX.towns.len() > 1000);
    }
}
