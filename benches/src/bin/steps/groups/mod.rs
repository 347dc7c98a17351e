//! The steps, crate by crate. In a criterion group one function is the floor, its name begins with `floor: `; the others
//! are measured against it.

mod by_hand;
mod client;
mod export;
mod frames;
mod policy;
mod session;
mod transcript;
pub(crate) mod webhooks;

use criterion::Criterion;

/// Measures steps; `smoke` leaves out what takes long.
pub(crate) type Measure = fn(&mut Criterion, smoke: bool);

/// What the steps are about, and how they are measured.
pub(crate) const ALL: [(&str, Measure); 7] = [
    ("retell-llm-ws: frames", frames::measure),
    ("retell-llm-ws: growing transcript", transcript::measure),
    ("retell-llm-ws: session", session::measure),
    ("dispatch-policy", policy::measure),
    ("retell-webhook", webhooks::measure),
    ("retell-client", client::measure),
    ("dispatch-server: export", export::measure),
];
