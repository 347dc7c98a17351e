//! What dispatch wants to keep as said: damage, refusals, wrong addresses.

use std::sync::LazyLock;

use crate::facts::Facts;

use super::pattern::Pattern;
use super::scope;
use super::text::Said;

static WORTH_KEEPING: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "damaged|damage|crushed|broken pallet|pallets|cases|boxes|freight|load|product|to|on?",
        "pallet|pallets|cases|boxes|freight|load|product .. damaged|crushed|wet|leaking|broken",
        "short|over|missing a|one|two|three|some|few|couple pallet|pallets|case|cases|boxes|skids|pieces",
        "refused|refusing|rejected|rejecting|reject|refuse the|my|it|this|part|some|load|two|one|a",
        "load|freight|pallet|pallets|product .. refused|rejected",
        "wrong address|city|facility|warehouse",
        "address|facility .. wrong|closed|moved",
        "seal .. broken|cut|missing|match",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// Keeps the clauses that tell of trouble with the freight or the address, in the driver's words.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts) {
    for pattern in WORTH_KEEPING.iter() {
        let Some(span) = pattern.find(said).filter(|s| !scope::denied(said, s.start)) else {
            continue;
        };
        let note = said.words(said.clause_range(span.start));
        if !note.is_empty() && !facts.notes.contains(&note) {
            facts.notes.push(note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(text: &str) -> Vec<String> {
        let mut facts = Facts::default();
        read(&Said::new(text), &mut facts);
        facts.notes
    }

    #[test]
    fn trouble_with_the_freight_is_kept_as_said() {
        assert_eq!(
            notes("They refused two pallets, I'm empty"),
            ["They refused two pallets"]
        );
        assert_eq!(
            notes("you gave me the wrong address"),
            ["you gave me the wrong address"]
        );
        assert!(notes("no damage").is_empty());
        assert!(notes("rolling along").is_empty());
    }
}
