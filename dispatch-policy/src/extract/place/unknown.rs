//! Towns that are not in the list, by their shape.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::extract::gazetteer::{state_after_town, state_at, title_case, town_at};
use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;

use super::lead::{Lead, lead};
use super::name::after_article;
use super::{Candidate, starts_clause};

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
    espanol ingles french frances punjabi hindi russian arabic polish spanglish \
    all any each every either neither no not none one two three four six seven eight nine eleven twelve hundred thousand like \
    forever ages awhile minute years months moment hurry jiffy bit \
    was were is are am be been has have had does do did will would could should can may might must shall gets \
    weigh way post marshalling rush reality theory addition total tow heavy light long short big little small large far \
    getting going coming taking making having being doing using trying hoping running hauling pulling backing heading headed \
    crossing crossed entering entered leaving approaching nearing reaching passing passed past leaving left arriving picking dropping delivering loaded empty full broke broken done finished ready able about almost nearly";

static STOP_TOWNS: LazyLock<HashSet<&'static str, ByWord>> =
    LazyLock::new(|| NOT_TOWNS.split_whitespace().collect());

/// The shape of a town that is not in the list: after a preposition, one or two plain words, best with a state.
pub(super) fn unknown_town(said: &Said<'_>, i: usize, asked: bool) -> Option<Candidate> {
    let plain = |j: usize| {
        let w = said.word(j);
        w.len() >= 3
            && w.chars().all(char::is_alphabetic)
            && !STOP_TOWNS.contains(w)
            && !crate::extract::numbers::is_number_word(w)
            && crate::extract::time::weekday(w).is_none()
    };
    // "in accident maryland": a count noun without its article is a name.
    let count_noun =
        said.is(i, &["accident", "wreck", "crash"]) && is_firm(said, i) && state_at(said, i + 1).is_some();
    let plain = |j: usize| plain(j) || (j == i && count_noun);
    // "la grange", "el campo": a particle begins a name only with a word after it.
    let particle = said.is(i, &["la", "el", "le", "de", "st"]) && plain(i + 1);
    if !(plain(i) || particle) || after_article(said, i) {
        return None;
    }
    let here = lead(said, i);
    if !matches!(here, Lead::Here | Lead::Passed | Lead::None) {
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
        let whole = state_at(said, i).is_none() && !said.is(end - 1, &["of", "the"]);
        if let Some((state, n)) = state_after_town(said, end, None).filter(|_| whole) {
            if here == Lead::None && !(asked && starts_clause(said, i)) {
                return None;
            }
            let name = title_case(&(i..end).map(|j| said.word(j)).collect::<Vec<_>>().join(" "));
            // At the start of an answer this is as good as a known town.
            return Some(Candidate {
                city: Some(name),
                state: Some(state),
                states: "",
                span: i..end + n,
                weight: 0,
                passed: false,
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
            // "in sunny bakersfield": the name begins later.
            let begins_later = (i + 1..end).any(|j| town_at(said, j).is_some_and(|t| !t.wordlike));
            if (i..end).all(|j| j < said.len() && same(j) && plain(j)) && last(end) && !begins_later {
                let name = title_case(&(i..end).map(|j| said.word(j)).collect::<Vec<_>>().join(" "));
                return Some(Candidate {
                    city: Some(name),
                    state: None,
                    states: "",
                    span: i..end,
                    weight: 0,
                    passed: false,
                });
            }
        }
    }
    None
}

/// Prepositions after which a stranger's name is a place.
pub(super) fn is_firm(said: &Said<'_>, i: usize) -> bool {
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
