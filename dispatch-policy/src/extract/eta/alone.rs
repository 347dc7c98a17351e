//! A time that nothing before it takes: a statement of its own, as the answer to the question is.
//!
//! "got caught behind a house on wheels | eighty minutes", "lost my keys don't laugh | noon": what stands before is complete
//! without the time, and no preposition, verb or article reaches for it.

use std::sync::LazyLock;

use crate::extract::numbers::is_number_word;
use crate::extract::piece::piece;
use crate::extract::text::Said;
use crate::extract::text::mark::Words;
use crate::extract::time;

use super::Time;

/// Words between what is complete and the time; they take nothing themselves.
static HEDGES: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "like probably maybe roughly just only almost nearly approximately well yeah yep yes okay oh still right now",
    )
});

/// Before a length these only soften it; before a clock they are prepositions.
const SOFT: &[&str] = &["about", "around", "another", "say", "under", "over"];

/// Words that take a time, or that a time goes on from.
static TAKERS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "is am are was were be been being will would should could can may might must do does did has have had got get gets \
         getting gotten \
         at by in on for from to of till until before after since within past about around between near over under into \
         through during than as with without against outside inside not no never nor neither \
         a an the my our your their his her its this that these those every each any some another last next first same \
         make makes making made call calls calling called say says saying said tell tells telling told figure figures \
         figuring figured reckon guess guessing show shows showing showed read reads think thinking thought expect expecting \
         give gives giving gave want wants wanted need needs needed take takes taking took lose losing lost spend spent cost \
         costs wait waits waiting waited sit sits sitting sat stand standing stood stay stayed sleep sleeping slept nap napped \
         close closes closing closed open opens opening opened quit quits start starts starting started stop stops stopping \
         stopped leave leaves leaving left arrive arrives arriving arrived deliver delivers delivering delivered dock docking \
         docked unload unloads unloading unloaded load loading loaded land landing bump bumping roll rolling rolled run runs \
         running ran drive drives driving drove driven go goes going went gone come comes coming came put puts putting hold \
         holds held keep keeps kept set sets setting wake woke park parking parked finish finishing finished hit hits hitting \
         reach book booked pulled pull pulling back backed backing move moving moved work works working worked last lasts \
         eta etas arrival appointment appointments window slot time delivery pickup due scheduled supposed late behind early ahead down \
         here there it me us you him them who what when where which how if unless because i we he she they you \
         hour hours minutes day days or but than more less how door dock exit mile marker highway interstate route unit trailer \
         load number stop lane building bay spot room add adds adding tack plus minus code way bypass",
    )
});

/// Particles: they take a time where a verb before them does ("they lock up nine").
const PARTICLES: &[&str] = &["up", "out", "off", "down", "back"];

/// Being somewhere, waiting and losing: what is said with them has a length, wherever in the clause it stands.
static LASTING: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "been sat sit sitting sits waiting waited wait standing stood stuck held hold holding kept keep keeps lost lose spent took \
         take taking takes cost costs slept sleep sleeping napped drove driven drive ran late behind delayed parked burned \
         wasted killed set sets since ago loading loaded worked working laid stopped stop down break nap rest reset shut \
         closed out early off ahead gained saved up pushed gone line fix fixed fixing repair charge mechanic they he she",
    )
});

/// Whether the time at `t` is a statement of its own.
pub(super) fn stands_alone(said: &Said<'_>, t: &Time) -> bool {
    // "got a new one": the pronoun.
    // "two twelve on the eighty": a mile of it.
    let end = t.span.end;
    let of_a_road = said.is(end, &["on", "off"]) && (end + 1..end + 3).any(|j| said.is_taken(j..j + 1));
    let pronoun = said.is(t.span.start, &["one"]) && !t.explicit;
    if t.vague || pronoun || of_a_road && !t.length {
        return false;
    }
    let clause = piece(said, &t.span);
    let start = t.span.start;
    // "tomorrow at six" goes by its first word; "between", "at" and "in" are prepositions of the time's own.
    let first = said.word(start);
    let named = is_number_word(first)
        || matches!(
            first,
            "noon" | "midnight" | "half" | "quarter" | "hour" | "a" | "an" | "couple" | "few"
        )
        || time::qualifier(said, start).0 > 0 && !matches!(first, "in" | "at" | "on" | "of");
    if !named {
        return false;
    }
    let mut before = start;
    while before > clause.start
        && (is_one_of(said, before - 1, &HEDGES) || t.length && said.is(before - 1, SOFT))
    {
        before -= 1;
    }
    // Nothing, or the word that joins it to what was said.
    if before == clause.start
        || before == clause.start + 1 && said.is(clause.start, &["and", "so", "but", "then", "plus"])
    {
        return before > 0 && clause.start > 0;
    }
    let last = before - 1;
    let particle = said.is(last, PARTICLES);
    let takes = if particle {
        last == clause.start || is_one_of(said, last - 1, &TAKERS)
    } else {
        is_one_of(said, last, &TAKERS) || is_number_word(said.word(last))
    };
    if takes {
        return false;
    }
    !(t.length && (clause.start..before).any(|i| is_one_of(said, i, &LASTING)))
}

fn is_one_of(said: &Said<'_>, i: usize, these: &Words) -> bool {
    said.hash(i).is_some_and(|hash| these.has(hash))
}
