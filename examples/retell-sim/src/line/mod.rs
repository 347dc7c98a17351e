//! The caller's end of the LLM socket, for one call, in real time.
//!
//! <https://docs.retellai.com/api-references/llm-websocket>

mod clock;
mod dial;
mod meter;

use std::sync::Arc;
use std::time::Duration;

use retell_client::models::{Call, DisconnectionReason};
use retell_llm_ws::TurnKind;
use retell_llm_ws::caller::{Caller, CallerError};
use retell_llm_ws::frame::{CallDetails, Config, Inbound, Outbound, PingPong, Request, UpdateOnly};
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until, timeout};

use crate::conversation::{Conversation, Effect, Ending};
use crate::state::{Command, Shared};
use clock::CallClock;
use dial::Dialling;
use meter::Meter;

const PING_EVERY: Duration = Duration::from_secs(2);
const PONG_WITHIN: Duration = Duration::from_secs(5);
const SEND_WITHIN: Duration = Duration::from_secs(5);
/// How often a socket lost without a close frame is dialled again, and one whose keepalive stayed unanswered.
const REDIALS_AFTER_DROP: u32 = 4;
const REDIALS_AFTER_SILENCE: u32 = 2;

/// How a call on the line went.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) ending: Ending,
    /// Its length in milliseconds of the call.
    pub(crate) ended_ms: u64,
    /// Round trips of the keepalive, in real milliseconds.
    pub(crate) round_trips_ms: Vec<f64>,
}

/// Runs one answered call until it ends.
pub(crate) async fn run(
    shared: &Arc<Shared>,
    call: &Call,
    url: &str,
    conversation: &mut Conversation,
    commands: &mut mpsc::Receiver<Command>,
) -> Finished {
    let call_id = call.call_id.as_str();
    let mut line = Line {
        shared,
        call,
        url,
        conversation,
        clock: CallClock::start(1.0),
        meter: Meter::new(shared, call_id),
        config: Config {
            auto_reconnect: false,
            call_details: false,
            transcript_with_tool_calls: false,
        },
    };
    let ending = line.run(commands).await;
    Finished {
        ending,
        ended_ms: line.clock.now_ms(),
        round_trips_ms: line.meter.round_trips_ms().to_vec(),
    }
}

struct Line<'a> {
    shared: &'a Shared,
    call: &'a Call,
    url: &'a str,
    conversation: &'a mut Conversation,
    clock: CallClock,
    meter: Meter<'a>,
    config: Config,
}

/// Why a socket is no more.
enum Lost {
    /// The call is over.
    Ended(Ending),
    /// It broke without a close frame.
    Dropped,
    /// The keepalive stayed unanswered.
    Silent,
}

impl Line<'_> {
    async fn run(&mut self, commands: &mut mpsc::Receiver<Command>) -> Ending {
        let (mut drops, mut silences) = (0, 0);
        let mut dialling = Dialling::first(self.shared.options.speed);
        let mut unreachable = DisconnectionReason::ErrorLlmWebsocketOpen;
        let mut first = true;
        self.conversation.disconnected(0);
        loop {
            // While no socket is open the call is as slow as life: a restart takes what it takes.
            self.clock.set_rate(1.0);
            let caller = match self.dial(dialling, commands).await {
                Ok(Some(caller)) => caller,
                Ok(None) => return self.end(unreachable),
                Err(ending) => return ending,
            };
            self.clock.set_rate(self.shared.options.speed);
            self.meter.opened(first);
            self.conversation.reconnected(self.clock.now_ms());
            self.config = Config {
                auto_reconnect: false,
                call_details: false,
                transcript_with_tool_calls: false,
            };
            match self.talk(caller, commands).await {
                Lost::Ended(ending) => return ending,
                Lost::Dropped if drops < REDIALS_AFTER_DROP => drops += 1,
                Lost::Dropped => return self.end(DisconnectionReason::ErrorLlmWebsocketRuntime),
                Lost::Silent if silences < REDIALS_AFTER_SILENCE => silences += 1,
                Lost::Silent => return self.end(DisconnectionReason::ErrorLlmWebsocketLostConnection),
            }
            tracing::debug!(call.id = %self.call.call_id, drops, silences, "LLM socket lost, dialling again");
            self.conversation.disconnected(self.clock.now_ms());
            dialling = Dialling::again(self.shared.options.speed);
            unreachable = DisconnectionReason::ErrorLlmWebsocketLostConnection;
            first = false;
        }
    }

    /// Dials while the person may go on talking, or hang up.
    async fn dial(
        &mut self,
        dialling: Dialling,
        commands: &mut mpsc::Receiver<Command>,
    ) -> Result<Option<Caller>, Ending> {
        let dialled = dialling.dial(self.url, &self.call.call_id);
        tokio::pin!(dialled);
        loop {
            if let Some(ending) = self.over() {
                return Err(ending);
            }
            tokio::select! {
                caller = &mut dialled => return Ok(caller),
                command = commands.recv() => self.obey(command),
                () = self.shared.closing.cancelled() => return Err(self.end(DisconnectionReason::ManualStopped)),
            }
        }
    }

    async fn talk(&mut self, mut caller: Caller, commands: &mut mpsc::Receiver<Command>) -> Lost {
        let mut ping = interval(PING_EVERY);
        ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut last_pong = Instant::now();
        loop {
            for effect in self.conversation.take_effects() {
                let frame = match effect {
                    Effect::Ended(ending) => {
                        let _ = timeout(SEND_WITHIN, caller.close(1000)).await;
                        return Lost::Ended(ending);
                    }
                    Effect::Update(turntaking) => {
                        if turntaking.is_some() {
                            self.publish();
                        }
                        Inbound::UpdateOnly(UpdateOnly {
                            transcript: self.conversation.transcript().utterances(),
                            transcript_with_tool_calls: self.items(),
                            turntaking,
                        })
                    }
                    Effect::Request(response_id, kind) => {
                        self.publish();
                        let request = Request {
                            response_id,
                            transcript: self.conversation.transcript().utterances(),
                            transcript_with_tool_calls: self.items(),
                        };
                        match kind {
                            TurnKind::Response => Inbound::ResponseRequired(request),
                            TurnKind::Reminder => Inbound::ReminderRequired(request),
                        }
                    }
                };
                if !self.send(&mut caller, &frame).await {
                    return Lost::Dropped;
                }
            }
            let wake = self
                .conversation
                .next_deadline()
                .map_or_else(far_away, |at| self.clock.when(at));
            tokio::select! {
                frame = caller.recv() => match frame {
                    Ok(Some(frame)) => {
                        self.meter.received(&frame);
                        match &frame {
                            Outbound::Config { config } => {
                                if config.auto_reconnect && !self.config.auto_reconnect {
                                    last_pong = Instant::now();
                                    ping.reset_immediately();
                                }
                                self.config = *config;
                                if config.call_details && !self.describe(&mut caller).await {
                                    return Lost::Dropped;
                                }
                            }
                            Outbound::PingPong(_) => last_pong = Instant::now(),
                            frame => self.conversation.received(self.clock.now_ms(), frame),
                        }
                    }
                    // Logged and dropped; the connection stays open.
                    Err(CallerError::Decode(error)) => self.meter.received_unreadable(&error),
                    Err(CallerError::Binary) => {
                        self.meter.received_binary();
                        let _ = timeout(SEND_WITHIN, caller.close(1007)).await;
                        return Lost::Ended(self.end(DisconnectionReason::ErrorLlmWebsocketCorruptPayload));
                    }
                    Err(CallerError::Closed { code }) => return Lost::Ended(self.end(match code {
                        Some(1000) => DisconnectionReason::AgentHangup,
                        Some(_) => DisconnectionReason::ErrorLlmWebsocketRuntime,
                        None => DisconnectionReason::ErrorLlmWebsocketOpen,
                    })),
                    Ok(None) | Err(_) => return Lost::Dropped,
                },
                () = sleep_until(wake) => self.conversation.advance(self.clock.now_ms()),
                command = commands.recv() => self.obey(command),
                _ = ping.tick(), if self.config.auto_reconnect => {
                    if last_pong.elapsed() > PONG_WITHIN {
                        return Lost::Silent;
                    }
                    let timestamp = jiff::Timestamp::now().as_millisecond();
                    if !self.send(&mut caller, &Inbound::PingPong(PingPong { timestamp })).await {
                        return Lost::Dropped;
                    }
                }
                () = self.shared.closing.cancelled() => {
                    self.conversation.stop(self.clock.now_ms(), DisconnectionReason::ManualStopped);
                }
            }
        }
    }

    async fn send(&mut self, caller: &mut Caller, frame: &Inbound) -> bool {
        self.meter.sent(frame);
        matches!(timeout(SEND_WITHIN, caller.send(frame)).await, Ok(Ok(())))
    }

    async fn describe(&mut self, caller: &mut Caller) -> bool {
        let details = CallDetails {
            call: Box::new(self.call.clone()),
        };
        self.send(caller, &Inbound::CallDetails(details)).await
    }

    fn items(&self) -> Option<Vec<retell_client::models::TranscriptItem>> {
        self.config
            .transcript_with_tool_calls
            .then(|| self.conversation.transcript().items().to_vec())
    }

    /// Shows what was said so far to whoever asks for the call.
    fn publish(&self) {
        let transcript = self.conversation.transcript();
        let (text, utterances) = (transcript.text(), transcript.utterances());
        self.shared.change(self.call.call_id.as_str(), |entry| {
            entry.call.transcript = Some(text);
            entry.call.transcript_object = Some(utterances);
        });
    }

    fn obey(&mut self, command: Option<Command>) {
        let now = self.clock.now_ms();
        match command {
            Some(Command::Say(text)) => self.conversation.say(now, &text),
            Some(Command::HangUp) => self.conversation.hang_up(now),
            Some(Command::Join) => {}
            Some(Command::Stop) | None => self.conversation.stop(now, DisconnectionReason::ManualStopped),
        }
    }

    fn over(&mut self) -> Option<Ending> {
        self.conversation
            .take_effects()
            .into_iter()
            .find_map(|effect| match effect {
                Effect::Ended(ending) => Some(ending),
                _ => None,
            })
    }

    fn end(&mut self, reason: DisconnectionReason) -> Ending {
        self.conversation.stop(self.clock.now_ms(), reason.clone());
        // What ended the call first is why it ended.
        self.over().unwrap_or_else(|| Ending::because(reason))
    }
}

fn far_away() -> Instant {
    Instant::now() + Duration::from_secs(3_600)
}
