//! The running temperature of a refrigerated trailer.

use crate::facts::{Facts, Found};

use super::numbers::cardinal;
use super::pattern::pat;
use super::text::Said;

/// Reads the running value, not the set point; consumes its words.
pub(super) fn read(said: &mut Said<'_>, facts: &mut Facts) {
    let topic =
        pat!("reefer|reefers|temp|temps|temperature|refer|box|degrees|thermo|freezer|setpoint|set point?");
    if !topic.is_in(said) {
        return;
    }
    let lead = pat!(
        "minus|negative|below|running|at|is|showing|reading|reads|says|holding|sitting|around|about|down|up|to|like|pulp|pulped|pulping|right|on minus|negative|at|of?"
    );
    let mut best: Option<(f64, std::ops::Range<usize>, bool)> = None;
    for i in 0..said.len() {
        if said.is_taken(i..i + 1) || (i > 0 && super::numbers::is_number_word(said.word(i - 1))) {
            continue;
        }
        let Some((n, len)) = cardinal(said, i) else {
            continue;
        };
        let end = i + len;
        let degrees = said.is(end, &["degrees", "degree", "fahrenheit"]) || (said.is(end, &["below"]));
        let named = (0..i).any(|s| topic.at(said, s).is_some() && said.clause(s) + 1 >= said.clause(i));
        let led = (i.saturating_sub(2)..i).any(|s| lead.at(said, s) == Some(i))
            || named && said.is(i.wrapping_sub(1), &["reefer", "temp", "temperature"]);
        let unit = said.is(
            end,
            &[
                "minutes", "hours", "hour", "miles", "oclock", "pallets", "am", "pm",
            ],
        );
        if unit || !(degrees || (named && led)) || n.abs() > 120.0 {
            continue;
        }
        let below = said.is(i.wrapping_sub(1), &["minus", "negative"])
            || (said.is(end, &["below"]) || said.is(end + 1, &["below"]) && degrees);
        let set_point = (i.saturating_sub(4)..i).any(|s| {
            said.is(s, &["set", "setpoint", "setting", "supposed", "should"])
                && said.clause(s) == said.clause(i)
        });
        let value = if below { -n } else { n };
        let start = if below && i > 0 && said.is(i - 1, &["minus", "negative"]) {
            i - 1
        } else {
            i
        };
        let span = start..end + usize::from(degrees);
        if best.as_ref().is_none_or(|(_, _, old_set)| *old_set && !set_point) {
            best = Some((value, span.clone(), set_point));
        }
        said.take(span);
    }
    if let Some((value, span, set_point)) = best
        && !set_point
    {
        facts.reefer_temp_f = Some(Found {
            value,
            words: said.words(span),
            rule: "reefer temperature".to_owned(),
        });
    }
}
