//! The protocol's state machine, without a socket.

use std::{hint::black_box, time::Duration};

use criterion::Criterion;
use retell_llm_ws::{
    Speech, Timestamp, TurnKind,
    frame::{Outbound, Response},
    session::{Input, Session, Settings, TurnEnd},
};

/// Time stands still: a call ends after two hours.
const NOW: Duration = Duration::from_secs(1);
const ANSWER: &str = "Great, thanks. When do you think you will be there?";

/// A call that was greeted.
fn session() -> Session {
    let mut session = Session::new(Settings::default(), false, Timestamp::UNIX_EPOCH);
    for input in [
        Input::Connected,
        Input::Details,
        Input::Greeting(Some(Speech::say("Hello."))),
    ] {
        session.handle(Duration::ZERO, input);
    }
    assert!(session.has_begun(), "it can be asked");
    session
}

/// Five updates, the request, the answer and its end; how many commands came of it.
fn turn(session: &mut Session, id: u64) -> usize {
    let mut commands = 0;
    for _ in 0..5 {
        commands += session.handle(NOW, Input::Update { agent_spoke: true }).count();
    }
    let asked = Input::Request {
        id,
        kind: TurnKind::Response,
        agent_spoke: true,
    };
    commands += session.handle(NOW, asked).count();
    let said = Input::Chunk {
        id,
        speech: Speech::say(ANSWER),
        last: true,
    };
    commands += session.handle(NOW, said).map(black_box).count();
    let done = Input::Finished {
        id,
        end: TurnEnd::Done,
    };
    commands + session.handle(NOW, done).count()
}

pub(super) fn measure(c: &mut Criterion, _smoke: bool) {
    let (mut session, mut id) = (session(), 0);
    let mut group = c.benchmark_group("turn of five updates");
    group.bench_function("floor: the frame of the answer alone", |b| {
        b.iter(|| Outbound::Response(Response::last(black_box(7), ANSWER)));
    });
    group.bench_function("Session", |b| {
        b.iter(|| {
            id += 1;
            turn(&mut session, id)
        });
    });
    group.finish();
    id += 1;
    assert!(
        turn(&mut session, id) >= 3,
        "it was asked, it answered, it was reported"
    );
}
