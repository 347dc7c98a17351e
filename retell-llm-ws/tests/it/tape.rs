//! Calls on tape: what is written, what is refused, and what a replay shows.

use std::{
    io,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use jiff::Timestamp;
use retell_client::models::Role;
use retell_llm_ws::{
    Action, Admission, Clock, ConversationPolicy, EndReason, Message, Options, Shutdown, Speech,
    TransportError,
    policies::speech_fn,
    tape::{Event, Mask, Player, Recording, Side, Tape, TapeSummary, TapeWriter, record},
};

use crate::support::{Phone, Puppet};

/// A disk in memory.
#[derive(Clone, Default)]
struct Disk(Arc<Mutex<Vec<u8>>>);

impl io::Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Disk {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    fn tape(&self) -> Tape {
        Tape::read(self.text().as_bytes()).unwrap()
    }
}

/// Writes all of it now; the call is over.
fn written(writer: TapeWriter) -> (Tape, TapeSummary) {
    let disk = Disk::default();
    let summary = writer.write_to(disk.clone()).unwrap();
    assert_eq!(disk.text().lines().count() as u64, summary.lines);
    (disk.tape(), summary)
}

fn options(recording: Recording) -> Options {
    let noon = Timestamp::from_second(1_795_176_000).unwrap();
    Options::new().clock(Clock::new(move || noon)).tape(recording)
}

/// A call with something of everything, and long enough for every deadline.
async fn eventful_call(options: Options) {
    let mut phone = Phone::begun(Puppet::default(), options).await;
    phone.ping(7);
    phone.next().await;
    phone.ask(1, "load 77 for Ana");
    phone.answer().await;
    phone.ask(2, "slow");
    phone.answer().await;
    phone.update(Role::User, "er", None);
    phone.ask(3, "half");
    phone.response().await;
    phone.ask(4, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.remind(5);
    phone.answer().await;
    phone.ask(6, "fail");
    phone.answer().await;
    phone.raw(Message::text("nonsense"));
    phone.ask(7, "press");
    phone.answer().await;
    phone.end().await;
}

fn frames(tape: &Tape) -> String {
    let texts = tape.entries.iter().filter_map(|entry| match &entry.event {
        Event::Received(text) | Event::Sent(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[tokio::test(start_paused = true)]
async fn a_tape_holds_every_frame_with_its_time() {
    let (recording, writer) = record();
    eventful_call(options(recording)).await;
    let (tape, summary) = written(writer);
    assert_eq!(summary.dropped, 0);
    assert_eq!(tape.header.call_id, "call_1");
    assert_eq!((tape.header.resumed, &*tape.header.mask), (false, "none"));
    assert_eq!(tape.header.began_at.to_string(), "2026-11-20T12:00:00Z");
    let Event::Sent(config) = &tape.entries[0].event else {
        panic!("{tape:?}")
    };
    assert!(config.contains(r#""response_type":"config""#));
    let last = tape.entries.last().unwrap();
    assert_eq!(
        last.event,
        Event::Closed {
            by: Side::Retell,
            code: Some(1000)
        }
    );
    // The policy's four seconds, and the one second of silence before the reminder.
    assert_eq!(last.at, Duration::from_secs(5));
    assert!(
        tape.entries
            .iter()
            .any(|entry| entry.event == Event::Received("nonsense".to_owned()))
    );
    assert!(frames(&tape).contains("load 77 for Ana"));
    assert!(
        !format!("{tape:?}").contains("Ana"),
        "not in what is printed of it"
    );
}

#[tokio::test(start_paused = true)]
async fn a_tape_played_to_its_own_policy_is_the_same() {
    let (recording, writer) = record();
    eventful_call(options(recording)).await;
    let (tape, _) = written(writer);
    let replay = Player::new(&tape).play(|_| Puppet::default());
    assert!(
        replay.is_same(),
        "{:#?}",
        replay.differences().collect::<Vec<_>>()
    );
    let ids: Vec<_> = replay.turns.iter().map(|turn| turn.response_id).collect();
    assert_eq!(ids, [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(replay.turns[1].said.as_deref(), Some("load 77 for Ana"));
    assert_eq!(replay.turns[2].replayed.text, "One moment, please. Here you are.");
    assert!(!replay.turns[3].recorded.complete && replay.turns[3].recorded.text == "One half ");
    assert_eq!(
        replay.turns[7].replayed.action,
        Some(Action::PressDigits("12#".to_owned()))
    );
}

#[tokio::test(start_paused = true)]
async fn another_policy_shows_where_it_differs() {
    let (recording, writer) = record();
    eventful_call(options(recording)).await;
    let (tape, _) = written(writer);
    let replay = Player::new(&tape).play(|_| Changed(Puppet::default()));
    let different: Vec<_> = replay.differences().map(|turn| turn.response_id).collect();
    assert_eq!(different, [1, 7], "{replay:#?}");
    assert_eq!(replay.turns[1].replayed.text, "Load 77 it is.");
    assert_eq!(replay.turns[7].replayed.action, None);
    let mute = Player::new(&tape).play(|_| speech_fn(|_| Speech::silence()));
    assert_eq!(
        mute.differences().count(),
        8 - 1,
        "nothing was said in turn 4 either time"
    );
}

/// The puppet, with two answers of its own.
struct Changed(Puppet);

#[retell_llm_ws::async_trait]
impl ConversationPolicy for Changed {
    fn greet(&mut self, call: &retell_llm_ws::CallContext) -> Speech {
        self.0.greet(call)
    }

    async fn respond(
        &self,
        turn: &retell_llm_ws::Turn<'_>,
        reply: &mut retell_llm_ws::Reply,
    ) -> Result<(), retell_llm_ws::PolicyError> {
        match turn.said() {
            Some("load 77 for Ana") => Ok(reply.finish("Load 77 it is.").await?),
            Some("press") => Ok(reply.finish("Pressing.").await?),
            _ => self.0.respond(turn, reply).await,
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_masked_is_not_on_the_tape_and_can_still_be_played() {
    for (mask, shown) in [
        (Mask::Digits, "load 00 for Ana"),
        (Mask::Words, "xxxx 00 xxx xxx"),
    ] {
        let (recording, writer) = record();
        let mut phone = Phone::dial(Puppet::default(), options(recording));
        phone.details(&[("name", "Ana")]);
        phone.next().await;
        phone.answer().await;
        phone.ask(1, "load 77 for Ana");
        phone.answer().await;
        phone.end().await;
        let (tape, _) = written(writer.mask(mask.clone()));
        let text = frames(&tape);
        assert!(text.contains(shown) && !text.contains("77"), "{text}");
        assert_eq!(text.contains("Ana"), matches!(mask, Mask::Digits), "{text}");
        assert!(Player::new(&tape).play(|_| Puppet::default()).is_same());
    }
    let (recording, writer) = record();
    let mask = Mask::custom(|text| text.replace("Ana", "Eve"));
    let mut phone = Phone::begun(Puppet::default(), options(recording)).await;
    phone.ask(1, "hello Ana");
    phone.answer().await;
    phone.end().await;
    let (tape, _) = written(writer.mask(mask.clone()));
    assert_eq!(tape.header.mask, "custom");
    assert!(frames(&tape).contains("hello Eve"));
    assert!(
        Player::new(&tape)
            .mask(mask)
            .play(|_| Puppet::default())
            .is_same()
    );
}

#[tokio::test(start_paused = true)]
async fn a_slow_disk_costs_lines_and_not_the_call() {
    let (recording, writer) = record();
    let mut phone = Phone::begun(
        Puppet::default(),
        options(recording).max_messages_per_second(100_000),
    )
    .await;
    // Nobody writes yet. Each keepalive is two events, and 1,024 may wait.
    for timestamp in 0..1000 {
        phone.ping(timestamp);
        phone.next().await;
    }
    let disk = Disk::default();
    let writing = thread::spawn({
        let disk = disk.clone();
        move || writer.write_to(disk)
    });
    while !disk.text().contains("\"timestamp\":500}") {
        thread::yield_now();
    }
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await.1, "You said hello");
    phone.end().await;
    let summary = writing.join().unwrap().unwrap();
    let tape = disk.tape();
    let dropped: Vec<_> = tape
        .entries
        .iter()
        .filter_map(|entry| match entry.event {
            Event::Dropped(count) => Some(count),
            _ => None,
        })
        .collect();
    // Header, config, details and begin message wait as well.
    assert_eq!(
        (dropped.as_slice(), summary.dropped),
        (&[2000 + 4 - 1024][..], 980)
    );
    assert!(
        frames(&tape).contains("You said "),
        "what came afterwards is there"
    );
    let replay = Player::new(&tape).play(|_| Puppet::default());
    assert_eq!((replay.is_same(), replay.missing), (true, 980));
}

#[tokio::test(start_paused = true)]
async fn a_full_disk_ends_the_tape_and_not_the_call() {
    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::from(io::ErrorKind::StorageFull))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let (recording, writer) = record();
    let mut phone = Phone::begun(Puppet::default(), options(recording)).await;
    assert_eq!(
        thread::spawn(|| writer.write_to(Full))
            .join()
            .unwrap()
            .unwrap_err()
            .kind(),
        io::ErrorKind::StorageFull
    );
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await.1, "You said hello");
    phone.end().await;
}

#[tokio::test(start_paused = true)]
async fn however_a_call_ends_the_tape_says_so() {
    let (recording, writer) = record();
    let mut phone = Phone::begun(Puppet::default(), options(recording)).await;
    phone.fail(TransportError::Broken("reset".into()));
    assert_eq!(phone.outcome().await.reason, EndReason::Lost);
    assert_eq!(
        written(writer).0.entries.last().unwrap().event,
        Event::Lost { by: Side::Retell }
    );

    let (recording, writer) = record();
    let mut phone = Phone::begun(Puppet::default(), options(recording)).await;
    phone.raw(Message::Binary);
    assert_eq!(phone.hangup().await, crate::support::Hangup::Code(1007));
    phone.raw(Message::Close(Some(1007)));
    phone.outcome().await;
    let (tape, _) = written(writer);
    let events: Vec<_> = tape.entries.iter().map(|entry| &entry.event).collect();
    let [.., Event::Binary, us, retell] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(
        **us,
        Event::Closed {
            by: Side::Us,
            code: Some(1007)
        }
    );
    assert_eq!(
        **retell,
        Event::Closed {
            by: Side::Retell,
            code: Some(1007)
        }
    );
    assert!(Player::new(&tape).play(|_| Puppet::default()).is_same());

    let (recording, writer) = record();
    let shutdown = Shutdown::default();
    let phone = Phone::dial_as(
        Puppet::default(),
        options(recording).shutdown(shutdown.clone()),
        Admission::resumed(),
    );
    shutdown.drain(Duration::ZERO);
    assert_eq!(phone.outcome().await.reason, EndReason::Drained);
    let (tape, _) = written(writer);
    assert!(tape.header.resumed);
    assert_eq!(tape.entries.last().unwrap().event, Event::Lost { by: Side::Us });
}
