//! The nouns of a clause with whose they are and where they stand to one another, and its verbs.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::text::Said;

use super::joined::{join_owners, join_parts, place_elsewhere};
use super::listed::{Listed, listed};
use super::verbs::{Deed, deed};
use super::words::{Kinds, kinds};

/// Whose a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// "my", "our", or the driver himself.
    Mine,
    /// "the", "this".
    The,
    /// "a", "some", "another".
    Any,
    /// "his", "their".
    Theirs,
    Unsaid,
}

/// A noun with its class.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    pub(super) kinds: Kinds,
    pub(super) owner: Owner,
    /// The preposition before it, as its index; none for a subject or a direct object.
    pub(super) prep: Option<usize>,
    pub(super) start: usize,
    pub(super) head: usize,
}

impl Phrase {
    /// The driver, his truck, or what belongs to either.
    pub(super) fn is_ours(&self) -> bool {
        if self.kinds.has(Kinds::SELF | Kinds::MATE) {
            return true;
        }
        match self.owner {
            Owner::Mine => true,
            Owner::The | Owner::Unsaid => self
                .kinds
                .has(Kinds::RIG | Kinds::IT | Kinds::BODYWORK | Kinds::WORKS | Kinds::WHEEL | Kinds::LOAD),
            Owner::Any | Owner::Theirs => false,
        }
    }

    pub(super) fn is(&self, any: Kinds) -> bool {
        self.kinds.has(any)
    }
}

/// One clause.
pub(super) struct Clause<'s, 'a> {
    pub(super) said: &'s Said<'a>,
    pub(super) range: Range<usize>,
    pub(super) phrases: Vec<Phrase>,
    /// What each of its words says as a verb.
    deeds: Vec<Deed>,
    /// What the clause before was about, when this one shares it.
    inherited: Option<Phrase>,
    /// What "it" or "him" can be: the last thing in the way of the truck.
    pub(super) met_before: Option<Phrase>,
}

static PREPS: LazyLock<Listed> = LazyLock::new(|| {
    Listed::new(
        "in into inside through thru on onto upon under underneath beneath below off from at against \
         by around between across over with of behind beside near past to for about toward towards \
         along like out down up without than as",
    )
});

/// Parts of anything: "the corner of the building" is the building.
pub(super) static PARTS: LazyLock<Listed> = LazyLock::new(|| {
    Listed::new(
        "corner edge side top back front end bottom rear half middle part piece inside outside \
         backside roof nose tail door hood bumper mirror fender ass backend one couple pair bunch \
         all lot some",
    )
});

/// How many of them.
static COUNTS: LazyLock<Listed> =
    LazyLock::new(|| Listed::new("one some couple most half all bunch two both every each"));

static DETERMINERS: LazyLock<Listed> = LazyLock::new(|| {
    Listed::new(
        "a an the my our his her their your this that these those some another somebodys someones \
         one two three four couple other no any both all whole its",
    )
});

/// What the clauses before leave behind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    topic: Option<Phrase>,
    met: Option<Phrase>,
}

impl<'s, 'a> Clause<'s, 'a> {
    pub(super) fn read(said: &'s Said<'a>, range: Range<usize>, before: Before) -> Self {
        let mut phrases = Vec::new();
        let mut i = range.start;
        while i < range.end {
            let Some((phrase, end)) = phrase_at(said, &range, i) else {
                i += 1;
                continue;
            };
            phrases.push(phrase);
            i = end;
        }
        join_owners(said, &mut phrases);
        join_parts(said, &mut phrases);
        place_elsewhere(said, &mut phrases);
        let joined = said.is(
            range.start,
            &["and", "then", "so", "but", "just", "which", "that"],
        ) || range.start > 0 && said.is(range.start - 1, &["and", "then", "so"]);
        Self {
            said,
            inherited: before.topic.filter(|_| joined),
            met_before: before.met,
            deeds: range.clone().map(|i| deed(said.word(i))).collect(),
            range,
            phrases,
        }
    }

    /// What the next clause may speak of.
    pub(super) fn leaves(&self) -> Before {
        let met =
            self.phrases.iter().rev().find(|p| {
                p.is(Kinds::ANIMAL | Kinds::VEHICLE | Kinds::OBSTACLE | Kinds::PERSON) && !p.is_ours()
            });
        Before {
            topic: self.topic(),
            met: met.copied().or(self.met_before),
        }
    }

    /// What the clause is about: its first noun without a preposition.
    fn topic(&self) -> Option<Phrase> {
        self.phrases
            .iter()
            .find(|p| p.prep.is_none())
            .copied()
            .or(self.inherited)
    }

    /// Who or what stands before `i` as its subject.
    pub(super) fn subject(&self, i: usize) -> Option<Phrase> {
        self.phrases
            .iter()
            .rev()
            .find(|p| {
                p.head < i
                    && p.prep.is_none()
                    && (!p.is(Kinds::EVERYDAY)
                        || p.is(Kinds::WORKS | Kinds::WHEEL | Kinds::BODYWORK | Kinds::RIG | Kinds::OBSTACLE))
                    && !self.is_object(p)
            })
            .copied()
            .or(self.inherited)
    }

    /// "kissed the feller": a noun right behind a verb of its own is no subject of the next one.
    fn is_object(&self, phrase: &Phrase) -> bool {
        phrase.start > self.range.start + 1
            && self
                .deed(phrase.start - 1)
                .has(Deed::STRIKE.or(Deed::LOSE).or(Deed::STEAL).or(Deed::ATTACK))
    }

    /// Whether the subject of `i` is the driver or what is his, or left out.
    pub(super) fn is_about_us(&self, i: usize) -> bool {
        self.subject(i).is_none_or(|p| p.is_ours())
    }

    /// The nouns after `i`, up to the end of the clause.
    pub(super) fn after(&self, i: usize) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter().filter(move |p| p.start > i)
    }

    pub(super) fn word(&self, i: usize) -> &str {
        if self.range.contains(&i) {
            self.said.word(i)
        } else {
            ""
        }
    }

    pub(super) fn is(&self, i: usize, any: &Listed) -> bool {
        self.range.contains(&i) && any.is_at(self.said, i)
    }

    /// One of `any` among the words of the clause.
    pub(super) fn says(&self, any: &Listed) -> bool {
        any.may_be_in(self.said) && self.range.clone().any(|i| self.is(i, any))
    }

    pub(super) fn says_within(&self, range: Range<usize>, any: &Listed) -> bool {
        range.into_iter().any(|i| self.is(i, any))
    }

    /// The preposition of a noun, "front" and "top" of "in front of", "on top of".
    pub(super) fn prep(&self, phrase: &Phrase) -> &str {
        let Some(i) = phrase.prep else { return "" };
        match self.word(i) {
            "of" => match self.said.before(i, 1) {
                "top" => "on",
                "front" | "ahead" => "front",
                "out" => "out",
                "off" => "off",
                "over" => "over",
                "because" | "instead" | "full" => "because",
                _ => "of",
            },
            word => word,
        }
    }

    /// The verbs that mean one of `any`.
    pub(super) fn deeds(&self, any: Deed) -> impl Iterator<Item = usize> {
        self.range.clone().filter(move |&i| self.deed(i).has(any))
    }

    fn deed(&self, i: usize) -> Deed {
        let deed = i.checked_sub(self.range.start).and_then(|k| self.deeds.get(k));
        deed.copied().unwrap_or_default()
    }

    /// "not", "no", "never" in the few words before `i`.
    pub(super) fn is_negated(&self, i: usize) -> bool {
        let from = self.range.start.max(i.saturating_sub(4));
        (from..i).any(|j| self.is(j, listed!("not never hardly barely nobody nothing without")))
            || self.word(i.wrapping_sub(1)) == "no"
    }
}

/// The noun phrase that begins at `i`, and where it ends.
fn phrase_at(said: &Said<'_>, range: &Range<usize>, i: usize) -> Option<(Phrase, usize)> {
    let kind_at = |j: usize| {
        if j < range.end {
            kinds(said, j)
        } else {
            Kinds::NONE
        }
    };
    let determined = DETERMINERS.has(said.word(i));
    if !determined && kind_at(i).is_none() {
        return None;
    }
    // Up to four words of description stand between the determiner and its noun.
    let mut head = i;
    if determined && !(said.is(i, &["her"]) && kind_at(i + 1).is_none() && !ADJECTIVES.has(said.word(i + 1)))
    {
        head = (i + 1..(i + 6).min(range.end))
            .take_while(|&j| !PREPS.has(said.word(j)) && !is_verbal(said.word(j)))
            .find(|&j| !kind_at(j).is_none())?;
    }
    // "fuel tank", "trailer door": the last noun of the row is what is meant.
    while head + 1 < range.end
        && !kind_at(head + 1).is_none()
        && !kinds(said, head).has(Kinds::SELF)
        && !kinds(said, head + 1).has(Kinds::SELF)
        && !said.is(
            head + 1,
            &[
                "he", "she", "it", "they", "her", "him", "them", "somebody", "someone",
            ],
        )
        && !DETERMINERS.has(said.word(head + 1))
        && !is_finite(said, head + 1)
        && !(kinds(said, head).has(Kinds::ROAD) && kinds(said, head + 1).has(Kinds::RIG))
    {
        head += 1;
    }
    // "one of the wheelers" is a wheeler; whatever stood before it stands before this.
    let mut first = if said.is(i.wrapping_sub(1), &["of"]) && COUNTS.has(said.word(i.wrapping_sub(2))) {
        i - 2
    } else {
        i
    };
    // "in the middle of the median" is in the median.
    if first == i
        && i >= 3
        && said.is(i - 1, &["of"])
        && said.is(i - 2, &["middle", "center", "edge", "bottom", "back"])
    {
        first = if said.is(i - 3, &["the"]) { i - 3 } else { i - 2 };
    }
    let prep = first
        .checked_sub(1)
        .filter(|&p| p >= range.start && PREPS.has(said.word(p)));
    let owner = if kinds(said, head).has(Kinds::SELF) {
        Owner::Mine
    } else {
        owner(said, i..head)
    };
    // "a guy's truck" comes as "guy is truck"; the row "trailer tire" keeps only the class of its last noun.
    let mut kinds = kinds(said, head);
    // "air line", "fuel pump": told from lines and pumps by the word before.
    if said.is(head, &["line", "lines", "hose", "pump"])
        && said.is(
            head.wrapping_sub(1),
            &["air", "fuel", "oil", "brake", "coolant", "water", "injection"],
        )
    {
        kinds = Kinds::WORKS;
    }
    if kinds.has(Kinds::RIG) {
        // "my cab", "a semi", "another trailer".
        if matches!(owner, Owner::Any | Owner::Theirs) {
            kinds = Kinds::VEHICLE;
        } else if kinds.has(Kinds::VEHICLE) {
            kinds = Kinds::RIG;
        }
    }
    let phrase = Phrase {
        kinds,
        owner,
        prep,
        start: i,
        head,
    };
    Some((phrase, head + 1))
}

/// Words between "her" and a noun that show that "her" is "hers".
static ADJECTIVES: LazyLock<Listed> = LazyLock::new(|| Listed::new("left right whole front rear back"));

fn owner(said: &Said<'_>, range: Range<usize>) -> Owner {
    for j in range {
        match said.word(j) {
            "my" | "our" => return Owner::Mine,
            "his" | "her" | "their" | "your" | "other" | "somebodys" | "someones" => return Owner::Theirs,
            "a" | "an" | "some" | "another" | "two" | "three" | "four" => return Owner::Any,
            "the" | "this" | "that" | "these" | "those" | "its" => return Owner::The,
            // "one of my tires".
            "one" | "both" | "all" | "couple" if !said.is(j + 1, &["of"]) => return Owner::Any,
            _ => {}
        }
    }
    Owner::Unsaid
}

/// A verb that ends a row of nouns though it could be a noun itself ("the trailer rolls").
fn is_verbal(word: &str) -> bool {
    matches!(
        word,
        "is" | "am"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "got"
            | "will"
            | "would"
            | "can"
            | "could"
            | "did"
            | "do"
            | "does"
            | "not"
            | "just"
            | "went"
            | "came"
            | "hit"
            | "and"
            | "i"
            | "we"
            | "they"
            | "he"
    )
}

/// "my trailer steps out", "the truck backs up": a noun by its class that is the verb here.
fn is_finite(said: &Said<'_>, i: usize) -> bool {
    said.is(i, &["backs", "steps", "rolls", "back", "plow", "club"])
        && said.is(
            i + 1,
            &[
                "out", "up", "over", "in", "into", "on", "off", "at", "here", "there",
            ],
        )
}
