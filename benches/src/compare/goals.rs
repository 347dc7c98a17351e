//! What was aimed at for turns of calls.

use super::{
    results::{Figure, Results, Share},
    server::Server::{self, Axum, Engine, EngineAxum, EngineChunks, FastWebsockets, Node, Python, Raw},
};
use crate::report::{Goal, Unit};

const CPU: Figure = Figure::CpuPerTurn;

/// Every goal, in the order of the table.
#[must_use]
pub fn all(results: &Results) -> Vec<Goal> {
    let times = |what: String, at_most, measured| Goal {
        what,
        at_most,
        measured,
        floor: None,
        unit: Unit::Times,
    };
    let mut goals = Vec::new();
    for engine in [Engine, EngineAxum] {
        let name = engine.name();
        let against_raw = [
            ("50 calls", 1.3),
            ("500 calls", 1.3),
            ("50 calls, words", 1.4),
            ("500 calls, words", 1.4),
            ("200 utterances, words", 1.5),
            ("1,000 utterances, words", 1.6),
        ];
        for (scenario, at_most) in against_raw {
            let what = format!("{name}: CPU per turn, {scenario}, to raw tungstenite");
            goals.push(times(what, at_most, results.ratio(scenario, CPU, engine, Raw)));
        }
        goals.push(Goal {
            what: format!("{name}: growth from 20 to 200 utterances, less that of raw tungstenite"),
            at_most: 0.1,
            measured: growth(results, engine)
                .zip(growth(results, Raw))
                .map(|(engine, raw)| engine - raw),
            floor: None,
            unit: Unit::Exponent,
        });
        for (peer, [plain, words, long]) in [
            (Node, [1.0 / 3.5, 1.0 / 12.0, 1.0 / 40.0]),
            (Python, [1.0 / 8.0, 1.0 / 30.0, 1.0 / 80.0]),
            (Axum, [1.0 / 1.7, 1.0 / 8.0, 1.0 / 20.0]),
        ] {
            for (scenario, at_most) in [
                ("50 calls", plain),
                ("50 calls, words", words),
                ("200 utterances, words", long),
            ] {
                let what = format!("{name}: CPU per turn, {scenario}, to {}", peer.name());
                goals.push(Goal {
                    floor: results.ratio(scenario, CPU, Raw, peer),
                    ..times(what, at_most, results.ratio(scenario, CPU, engine, peer))
                });
            }
        }
        let p50 = Figure::Done(Share::P50);
        for (peer, at_most) in [(Raw, 1.3), (Node, 1.0 / 3.0)] {
            let what = format!("{name}: paced latency p50, to {}", peer.name());
            goals.push(Goal {
                floor: results
                    .ratio("paced, words", p50, Raw, peer)
                    .filter(|_| peer != Raw),
                ..times(what, at_most, results.ratio("paced, words", p50, engine, peer))
            });
        }
        for (what, scenario, figure, at_most) in [
            ("memory per idle call", "2,000 idle calls", Figure::IdleCall, 12.0),
            (
                "memory per call after 200 utterances",
                "500 calls after 200 utterances",
                Figure::CallAfter,
                64.0,
            ),
        ] {
            goals.push(Goal {
                what: format!("{name}: {what}"),
                at_most,
                measured: results.median(scenario, engine, figure).map(|bytes| bytes / 1e3),
                floor: None,
                unit: Unit::Kilobytes,
            });
        }
        goals.push(times(
            format!("{name}: CPU per handshake, to raw fastwebsockets"),
            1.5,
            results.ratio(
                "2,000 idle calls",
                Figure::CpuPerHandshake,
                engine,
                FastWebsockets,
            ),
        ));
        for (head, tail) in [
            ("50 calls, words", "50 calls, words, id behind"),
            ("200 utterances, words", "200 utterances, words, id behind"),
        ] {
            let share = |scenario| results.ratio(scenario, CPU, engine, Raw);
            goals.push(times(
                format!("{name}: {head}, id behind the transcript, to id before it"),
                1.1,
                share(tail).zip(share(head)).map(|(tail, head)| tail / head),
            ));
        }
    }
    goals.push(Goal {
        what: "four chunks: completion p90 less first chunk p90".to_owned(),
        at_most: 1.0,
        measured: (|| {
            let at = |figure| results.median("four chunks", EngineChunks, figure);
            Some((at(Figure::Done(Share::P90))? - at(Figure::First(Share::P90))?) / 1e3)
        })(),
        floor: None,
        unit: Unit::Milliseconds,
    });
    goals
}

/// The exponent with which CPU per turn grows from 20 to 200 utterances.
fn growth(results: &Results, server: Server) -> Option<f64> {
    let short = results.median("20 utterances, words", server, CPU)?;
    let long = results.median("200 utterances, words", server, CPU)?;
    Some((long / short).log10())
}
