//! Parts of the day without a clock: "tonight", "before the sun goes down".

use std::sync::LazyLock;

use crate::extract::pattern::Pattern;
use crate::extract::text::Said;

use super::{Setting, Time};

static PARTS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "some|sometime|time|later|early|late|mid|end|first|before|after|around|round|by|over thing? in|of|the|time|part? the? of? tonight|today|morning|afternoon|evening|night|tomorrow|weekend|lunch|lunchtime|dinner|supper|dark|midday|day|week|daylight|sunup|sundown|sunrise|sunset|breakfast|midweek",
        "this|in the? morning|afternoon|evening|weekend",
        "the|this|next weekend|holiday",
        "tonight|tomorrow night|morning|afternoon|evening?",
        "later on? today|tonight|this? afternoon|evening|tomorrow",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday morning|afternoon|evening|night?",
        "between now|noon|lunch|lunchtime|morning|then and|to the? dark|sundown|sunset|night|tonight|supper|suppertime|dinner|dinnertime|morning|evening|afternoon|tomorrow|weekend|nightfall|lunch|lunchtime|bedtime",
        "next week|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "first thing tomorrow|in|monday|tuesday|wednesday|thursday|friday|saturday|sunday? the? morning?",
        "overnight|midday|lunchtime|later|soon|shortly",
        "by|before|after|around|about|till|until|near|toward|close|closer the|to? suppertime|dinnertime|lunchtime|breakfast|nightfall|dawn|dusk|bedtime|sunup|sundown|daybreak|daylight|quitting|dinner|supper|lunch|sunrise|sunset time?",
        "before|after|when|once|till|until|by|time the? sun goes|comes|is|go|sets|rises down|up|coming|going?",
        "before|after|when|once|till|until it is|gets|turns dark|light|daylight",
        "end|close|top|start|beginning|middle|crack|break of the|this? day|business|shift|dawn|week|night|evening|afternoon|morning",
        "wee hours of? the? morning?",
        "at|by first light",
        "there|in for breakfast|lunch|dinner|supper",
        "till|until|before|by|in the? morning|afternoon|evening|nighttime|weekend|tomorrow",
        "sun up|down",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// Adds the parts of the day that nothing has read yet.
pub(super) fn read(said: &mut Said<'_>, set: Setting<'_>, found: &mut Vec<Time>) {
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
                likely: false,
                sure: false,
            });
        }
        i = end;
    }
}
