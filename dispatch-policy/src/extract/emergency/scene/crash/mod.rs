//! Crashes by what ended up where, what is left of it, and what met what.

mod met;
mod rest;
mod upset;

use super::Finding;
use super::phrases::Clause;
use super::verbs::Deed;

use met::{bent, felt_it, hit_by, struck};
use rest::{came_at_us, came_to_rest};
use upset::{
    airbags, damage_to_ours, going_over, left_the_road, lies_down, misjudged, seen_from_the_cab, spilled,
    swung_round, through_the_glass, toppled,
};

pub(super) fn judge(clause: &Clause<'_, '_>, found: &mut Vec<Finding>) {
    found.extend(
        clause
            .phrases
            .iter()
            .filter_map(|place| came_to_rest(clause, place).or_else(|| came_at_us(clause, place))),
    );
    found.extend(clause.deeds(Deed::DAMAGED).find_map(|verb| bent(clause, verb)));
    found.extend(clause.deeds(Deed::STRIKE).find_map(|verb| struck(clause, verb)));
    found.extend(airbags(clause));
    found.extend(seen_from_the_cab(clause));
    found.extend(swung_round(clause));
    found.extend(spilled(clause));
    found.extend(left_the_road(clause));
    found.extend(misjudged(clause));
    found.extend(toppled(clause));
    found.extend(hit_by(clause));
    found.extend(through_the_glass(clause));
    found.extend(damage_to_ours(clause));
    found.extend(lies_down(clause));
    found.extend(felt_it(clause));
    found.extend(going_over(clause));
}
