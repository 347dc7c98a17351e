//! What is played.

use std::time::Duration;

use super::server::Server;
use crate::load::{Layout, Pace, Plan};

/// One kind of run.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its name in tables and goals.
    pub name: &'static str,
    /// What is played.
    pub plan: Plan,
    /// Whether every run needs a server of its own: memory and first handshakes do.
    pub fresh: bool,
    /// Who takes part.
    pub servers: &'static [Server],
}

use Server::{Axum, Engine, EngineAxum, EngineChunks, FastWebsockets, Node, Python, Raw};

const ALL: &[Server] = &[Raw, FastWebsockets, Engine, EngineAxum, Axum, Node, Python];
const ENGINES: &[Server] = &[Raw, Engine, EngineAxum];

/// Every scenario, or a short form of each that only shows that the harness works.
#[must_use]
pub fn all(smoke: bool) -> Vec<Scenario> {
    let scale = |calls: usize, smoke_calls: usize| if smoke { smoke_calls } else { calls };
    let turns = |turns: usize| if smoke { 2 } else { turns };
    let every = Duration::from_millis(if smoke { 50 } else { 250 });
    let settle = Duration::from_millis(if smoke { 50 } else { 1_500 });
    let warm = |name, plan, servers| Scenario {
        name,
        plan,
        fresh: false,
        servers,
    };
    let fresh = |name, plan, servers| Scenario {
        name,
        plan,
        fresh: true,
        servers,
    };
    let few = scale(50, 3);
    let many = scale(500, 5);
    let memory = |calls, turns| Plan {
        settle,
        updates: 1,
        ..Plan::closed(calls, turns)
    };
    let tail = |plan| Plan {
        layout: Layout::Tail,
        ..plan
    };
    vec![
        warm("50 calls", Plan::closed(few, turns(20)), ALL),
        warm("50 calls, words", Plan::closed(few, turns(20)).words(), ALL),
        // Right behind what it is compared with: a machine changes its pace within minutes.
        warm(
            "50 calls, words, id behind",
            tail(Plan::closed(few, turns(20)).words()),
            ENGINES,
        ),
        warm("500 calls", Plan::closed(many, turns(20)), ALL),
        warm("500 calls, words", Plan::closed(many, turns(20)).words(), ALL),
        warm(
            "20 utterances, words",
            Plan::closed(4, turns(100)).words().fixed(20),
            ALL,
        ),
        warm(
            "200 utterances, words",
            Plan::closed(4, turns(40)).words().fixed(200),
            ALL,
        ),
        warm(
            "200 utterances, words, id behind",
            tail(Plan::closed(4, turns(40)).words().fixed(200)),
            ENGINES,
        ),
        warm(
            "1,000 utterances, words",
            Plan::closed(4, turns(10)).words().fixed(1_000),
            ALL,
        ),
        warm(
            "paced, words",
            Plan::closed(few, turns(16)).words().pace(Pace::Every(every)),
            ALL,
        ),
        warm(
            "arriving, words",
            Plan::closed(scale(200, 4), turns(4))
                .words()
                .pace(Pace::Arriving {
                    apart: Duration::from_millis(20),
                    think: every,
                }),
            ALL,
        ),
        warm(
            "four chunks",
            Plan::closed(scale(20, 2), turns(20)).pace(Pace::Every(every)),
            &[EngineChunks],
        ),
        fresh("2,000 idle calls", memory(scale(2_000, 20), 0), ALL),
        fresh(
            "500 calls after 200 utterances",
            memory(scale(500, 5), 1).words().fixed(200),
            ALL,
        ),
    ]
}
