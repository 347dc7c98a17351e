//! What `Debug` shows: ids, states and settings; never a number, a name, words or a secret.

use std::collections::BTreeSet;

use crate::{
    documents::{Fill, Recipe},
    facts::definition,
    no_complaints,
    shapes::shown,
};

/// Fields of text whose value may be shown beside ids, looked at one by one: `name` is a tool's, a field's, a state's or
/// a batch's, `value` one of several ids or states to look for.
const MAY_BE_SHOWN: &[&str] = &[
    "agent_version",
    "analysis_data_name",
    "app_tool_template_name",
    "backfill_attributes",
    "backup_model",
    "codecs",
    "content_type",
    "destination_state_name",
    "disconnection_reason",
    "external_field_name",
    "field_name",
    "id",
    "key",
    "model",
    "name",
    "override_agent_version",
    "pagination_key",
    "primary_model",
    "product",
    "provider",
    "timezone",
    "transport",
    "twilio_call_sid",
    "type",
    "urls",
    "value",
    "version",
];

fn may_be_shown(field: &str) -> bool {
    field.ends_with("_id") || MAY_BE_SHOWN.contains(&field)
}

#[test]
fn debug_shows_nothing_that_is_not_meant_to_be_shown() {
    let mut complaints = BTreeSet::new();
    for (name, show) in shown() {
        for pick in 0..14 {
            let recipe = Recipe {
                fill: Fill::Full,
                pick,
            };
            // Text in a document is the name of its field and a number.
            let text = show(&recipe.document(name, definition(name))).unwrap();
            if text.contains("+1415555") {
                complaints.insert(format!("{name} shows a telephone number"));
            }
            for quoted in text.split('"') {
                let field = quoted
                    .trim_end_matches(|letter: char| letter.is_ascii_digit())
                    .strip_suffix(' ');
                let field = field.filter(|field| {
                    !field.is_empty()
                        && !field.contains(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
                });
                if let Some(field) = field.filter(|field| !may_be_shown(field)) {
                    complaints.insert(format!("{name} shows {field}"));
                }
            }
        }
    }
    no_complaints(&Vec::from_iter(complaints));
}
