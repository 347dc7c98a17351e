//! The session under any order of events.

use std::{collections::HashMap, time::Duration};

use jiff::Timestamp;
use proptest::prelude::*;
use retell_llm_ws::{
    Action, Speech, TurnKind,
    frame::{Config, Outbound},
    session::{Close, Command, Input, Session, Settings, TurnEnd},
};

/// What the world does next, as far as a sequence can say: ids are chosen when it is played.
#[derive(Debug, Clone, Copy)]
enum Event {
    Wait(u16),
    Ping(i64),
    Details,
    Update(bool),
    Ask {
        reminder: bool,
        step: u64,
        agent_spoke: bool,
    },
    Repeat(u64),
    Chunk {
        stale: u64,
        acts: bool,
        last: bool,
    },
    Finish {
        stale: u64,
        failed: bool,
    },
    Skipped,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0u16..6000).prop_map(Event::Wait),
        1 => any::<i64>().prop_map(Event::Ping),
        1 => Just(Event::Details),
        2 => any::<bool>().prop_map(Event::Update),
        4 => (any::<bool>(), 1u64..4, any::<bool>())
            .prop_map(|(reminder, step, agent_spoke)| Event::Ask { reminder, step, agent_spoke }),
        1 => (0u64..5).prop_map(Event::Repeat),
        6 => (0u64..3, any::<bool>(), any::<bool>())
            .prop_map(|(stale, acts, last)| Event::Chunk { stale, acts, last }),
        4 => (0u64..3, any::<bool>()).prop_map(|(stale, failed)| Event::Finish { stale, failed }),
        1 => Just(Event::Skipped),
    ]
}

/// Plays the world against a session and checks each frame against what the protocol allows.
struct Play {
    session: Session,
    now: Duration,
    wake_at: Option<Duration>,
    frames: usize,
    newest: u64,
    asked: Vec<u64>,
    running: Option<u64>,
    begins: u32,
    resumed: Option<bool>,
    completed: HashMap<u64, u32>,
    acted: HashMap<u64, u32>,
    reported: HashMap<u64, u32>,
    closed: bool,
}

impl Play {
    fn new(settings: Settings, resumed: bool) -> Self {
        let mut play = Self {
            session: Session::new(settings, resumed, Timestamp::UNIX_EPOCH),
            now: Duration::ZERO,
            wake_at: None,
            frames: 0,
            newest: 0,
            asked: Vec::new(),
            running: None,
            begins: 0,
            resumed: None,
            completed: HashMap::new(),
            acted: HashMap::new(),
            reported: HashMap::new(),
            closed: false,
        };
        play.input(Input::Connected);
        play
    }

    fn input(&mut self, input: Input) {
        let pong = match input {
            Input::Ping { timestamp } if !self.closed => Some(timestamp),
            _ => None,
        };
        let commands: Vec<_> = self.session.handle(self.now, input).collect();
        assert!(!self.closed || commands.is_empty(), "nothing after the end");
        if let Some(timestamp) = pong {
            assert!(
                matches!(&commands[0], Command::Send(Outbound::PingPong(pong)) if pong.timestamp == timestamp),
                "a ping is answered first of all"
            );
        }
        let follow_ups: Vec<_> = commands
            .into_iter()
            .filter_map(|command| self.command(command))
            .collect();
        for input in follow_ups {
            self.input(input);
        }
    }

    fn command(&mut self, command: Command) -> Option<Input> {
        match command {
            Command::Send(frame) => self.frame(&frame),
            Command::Begin { resumed } => {
                self.begins += 1;
                self.resumed = Some(resumed);
                if !resumed {
                    return Some(Input::Greeting(Some(Speech::say("Hello."))));
                }
            }
            Command::StartTurn { id, .. } => {
                assert_eq!(id, self.newest, "only the newest request is answered");
                assert_eq!(self.completed.get(&0), Some(&1), "after the begin message");
                assert_eq!(self.running, None, "the former was cancelled or is done");
                self.running = Some(id);
            }
            Command::CancelTurn { id, .. } => {
                assert_eq!(self.running.take(), Some(id));
            }
            Command::Report(report) => {
                *self.reported.entry(report.response_id).or_default() += 1;
                let complete = self.completed.contains_key(&report.response_id);
                assert_eq!(report.completed.is_some(), complete);
                assert!(!(report.superseded && complete));
                if complete {
                    self.running = self.running.filter(|&id| id != report.response_id);
                }
            }
            Command::WakeAt(at) => self.wake_at = at,
            Command::Close(close) => {
                assert_eq!(close, Close::Idle);
                self.closed = true;
            }
            other => panic!("not foreseen: {other:?}"),
        }
        None
    }

    fn frame(&mut self, frame: &Outbound) {
        self.frames += 1;
        if self.frames == 1 {
            assert_eq!(frame.kind(), "config", "config is first");
        }
        match frame {
            Outbound::Config { .. } => assert_eq!(self.frames, 1),
            Outbound::PingPong(_) => {}
            Outbound::Response(response) => {
                let id = response.response_id;
                assert!(!self.completed.contains_key(&id), "{id} was complete");
                if id == 0 {
                    assert_eq!(self.begins, 1);
                    assert!(response.content_complete);
                    let silent = response.content.is_empty();
                    assert_eq!(Some(silent), self.resumed, "greeted unless resumed");
                } else {
                    assert_eq!(id, self.newest, "no frame of a superseded id");
                    assert!(self.asked.contains(&id));
                    if let Some(meant_for) = response.content.strip_prefix("for ") {
                        assert_eq!(meant_for, id.to_string(), "no words of another turn");
                    }
                }
                if response.action().is_some() {
                    *self.acted.entry(id).or_default() += 1;
                    assert_eq!(self.acted[&id], 1, "one action for each id");
                }
                if response.content_complete {
                    *self.completed.entry(id).or_default() += 1;
                }
            }
            other => panic!("not foreseen: {other:?}"),
        }
    }

    /// Lets time pass, waking the session whenever it wishes.
    fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(at) = self.wake_at.filter(|&at| at <= until && !self.closed) {
            assert!(at >= self.now || self.frames > 0);
            self.now = self.now.max(at);
            self.input(Input::Timer);
            assert!(
                self.closed || self.wake_at.is_none_or(|next| next > self.now),
                "a wish is not repeated"
            );
        }
        self.now = until;
    }

    fn play(&mut self, event: Event) {
        match event {
            Event::Wait(ms) => self.wait(Duration::from_millis(ms.into())),
            Event::Ping(timestamp) => self.input(Input::Ping { timestamp }),
            Event::Details => self.input(Input::Details),
            Event::Update(agent_spoke) => self.input(Input::Update { agent_spoke }),
            Event::Ask {
                reminder,
                step,
                agent_spoke,
            } if !self.closed => {
                self.newest += step;
                self.asked.push(self.newest);
                let kind = if reminder {
                    TurnKind::Reminder
                } else {
                    TurnKind::Response
                };
                self.input(Input::Request {
                    id: self.newest,
                    kind,
                    agent_spoke,
                });
            }
            Event::Ask { .. } => {}
            Event::Repeat(back) => {
                let id = self.newest.saturating_sub(back);
                self.input(Input::Request {
                    id,
                    kind: TurnKind::Response,
                    agent_spoke: false,
                });
            }
            Event::Chunk { stale, acts, last } => {
                let id = self.newest.saturating_sub(stale);
                let mut speech = Speech::say(format!("for {id}"));
                speech.action = acts.then_some(Action::EndCall);
                self.input(Input::Chunk { id, speech, last });
            }
            Event::Finish { stale, failed } => {
                self.input(Input::Finished {
                    id: self.newest.saturating_sub(stale),
                    end: if failed { TurnEnd::Hopeless } else { TurnEnd::Done },
                });
            }
            Event::Skipped => self.input(Input::Skipped),
        }
    }

    /// In the end, with time enough and a policy that hangs, the newest request is completed and all are reported.
    fn settle(&mut self) {
        if self.closed {
            return;
        }
        self.wait(Duration::from_secs(20));
        assert_eq!(self.begins, 1);
        assert_eq!(self.completed.get(&0), Some(&1));
        assert_eq!(
            self.completed.get(&self.newest),
            Some(&1),
            "the newest id is completed"
        );
        assert_eq!(self.reported.get(&0), Some(&1));
        for id in &self.asked {
            assert_eq!(self.reported.get(id), Some(&1), "{id} is reported once");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_protocol_is_kept_under_any_order_of_events(
        events in proptest::collection::vec(event(), 0..60),
        resumed: bool, call_details: bool, holding: bool, resend_lost_actions: bool,
    ) {
        let mut settings = Settings {
            config: Config { call_details, ..Config::default() },
            resend_lost_actions,
            ..Settings::default()
        };
        if !holding {
            settings.holding_deadline = None;
        }
        let mut play = Play::new(settings, resumed);
        for event in events {
            play.play(event);
        }
        play.settle();
    }
}
