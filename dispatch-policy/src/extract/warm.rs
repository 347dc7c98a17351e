//! The tables read before the first call, not during it.

use std::sync::Once;

use jiff::Zoned;

use super::extract;
use crate::facts::Context;
use crate::slot::Slot;

/// One sentence for each table: towns, states, roads, times, causes, docks, emergencies and Spanish.
const SENTENCES: [&str; 6] = [
    "uh yeah i'm on i eighty west at mile marker two twelve just past des moines iowa should be there around four fifteen",
    "they got me in door forty two waiting on a lumper since noon, traffic was backed up and my reefer is at thirty five",
    "i blew a steer tire and somebody hit my trailer, nobody is hurt, the load is fine",
    "this is his wife, wrong number, can i call you back in ten minutes, are you a robot",
    "voy manejando por la interestatal cuarenta, llego a las cuatro",
    "zqxv",
];

/// Reads the tables that are otherwise read when first needed, and compiles most of the patterns.
///
/// A server calls it once at its start; without it the first driver of a process waits some milliseconds longer for
/// the first reply. Further calls return at once.
pub fn warm_up() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        let now = Zoned::default();
        for sentence in SENTENCES {
            for asked in [None, Some(Slot::Location), Some(Slot::DelayReason)] {
                let _ = extract(sentence, &Context::new(asked.as_slice(), &now));
            }
        }
    });
}
