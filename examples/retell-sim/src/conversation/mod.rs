//! One conversation as a pure state machine: who has the floor, what is said when, what the agent is asked.
//!
//! It owns no clock, no socket and no task. Time is an argument, in milliseconds since the call was answered; the same
//! machine runs a live call and a rehearsal. It follows the vendor's pages
//! <https://docs.retellai.com/api-references/llm-websocket> and
//! <https://docs.retellai.com/integrate-llm/troubleshooting>.

mod agent;
mod floor;
mod settings;
mod speech;
#[cfg(test)]
mod tests;
mod transcript;

use rand::SeedableRng;
use rand::rngs::StdRng;
use retell_client::models::{DisconnectionReason, TurnTaking};
use retell_llm_ws::{Action, ResponseId, TurnKind};

use crate::driver::{Driver, Line};

pub(crate) use settings::Settings;
use speech::Speech;
pub(crate) use transcript::Transcript;

/// What the outside has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Send the transcript; no answer is wanted.
    Update(Option<TurnTaking>),
    /// Send the transcript and ask for an answer.
    Request(ResponseId, TurnKind),
    /// The call is over.
    Ended(Ending),
}

/// How a call ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ending {
    pub(crate) reason: DisconnectionReason,
    pub(crate) transfer_destination: Option<String>,
}

impl Ending {
    pub(crate) fn because(reason: DisconnectionReason) -> Self {
        Self {
            reason,
            transfer_destination: None,
        }
    }
}

/// Who has the floor.
#[derive(Debug)]
enum Phase {
    /// Nobody: the begin message has not come.
    Begin,
    /// The agent speaks the words of the reply.
    AgentSpeaks,
    /// The driver is silent: he thinks, waits, or is about to hang up.
    Silence(Silence),
    /// The driver speaks.
    DriverSpeaks(DriverSpeech),
    /// The driver has spoken, or was silent, and an answer is wanted.
    Awaiting(Awaiting),
    /// The call has ended.
    Over,
}

#[derive(Debug, Default)]
struct Silence {
    /// When the driver says this.
    speaks: Option<(u64, Line)>,
    hangs_up_at: Option<u64>,
    reminder_at: Option<u64>,
    /// When the driver is asked again what he does.
    patience_at: Option<u64>,
}

#[derive(Debug)]
struct DriverSpeech {
    speech: Speech,
    /// Word after which he hesitates, and how many words he had said when he was last asked about.
    hesitates_after: Option<usize>,
}

#[derive(Debug)]
struct Awaiting {
    kind: TurnKind,
    /// What the driver said, so that he can go on with the same utterance.
    speech: Option<Speech>,
    patience_at: Option<u64>,
    /// The request was lost with its socket, or never sent for want of one.
    unsent: bool,
}

/// What the agent is saying or about to say.
#[derive(Debug)]
struct Reply {
    id: ReplyId,
    speech: Speech,
    /// Everything of it has come.
    complete: bool,
    action: Option<Action>,
    no_interruption: bool,
    barge_in_at: Option<usize>,
    /// When the request was sent.
    asked_ms: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReplyId {
    Response(ResponseId),
    Interrupt(u64),
}

/// A conversation from the moment the call was answered.
#[derive(Debug)]
pub(crate) struct Conversation {
    settings: Settings,
    driver: Driver,
    rng: StdRng,
    now: u64,
    transcript: Transcript,
    phase: Phase,
    /// The newest request that is still open, or the interruption being spoken.
    reply: Option<Reply>,
    last_id: ResponseId,
    reminders: u32,
    /// When the driver gives up waiting for the begin message.
    begin_patience_at: Option<u64>,
    /// When somebody last made a sound.
    sound_at: u64,
    next_update: u64,
    connected: bool,
    /// When a request that was lost with its socket is sent again.
    resend_at: Option<u64>,
    /// What a human typed while the agent spoke.
    typed: Option<String>,
    latencies_ms: Vec<f64>,
    effects: Vec<Effect>,
}

impl Conversation {
    pub(crate) fn new(settings: Settings, driver: Driver, seed: u64) -> Self {
        let begin_patience_at = driver.patience_ms().map(|ms| ms.max(settings.grace_ms * 4));
        Self {
            begin_patience_at,
            settings,
            driver,
            rng: StdRng::seed_from_u64(seed ^ 0xca11),
            now: 0,
            transcript: Transcript::default(),
            phase: Phase::Begin,
            reply: Some(Reply::new(ReplyId::Response(0), 0)),
            last_id: 0,
            reminders: 0,
            sound_at: 0,
            next_update: 0,
            connected: true,
            resend_at: None,
            typed: None,
            latencies_ms: Vec::new(),
            effects: Vec::new(),
        }
    }

    /// What was said so far.
    pub(crate) fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// How old the call is.
    pub(crate) fn now_ms(&self) -> u64 {
        self.now
    }

    /// From the driver's last word to the agent's first, turn by turn.
    pub(crate) fn latencies_ms(&self) -> &[f64] {
        &self.latencies_ms
    }

    /// What has to be done, oldest first.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    pub(crate) fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over)
    }

    /// When [`advance`](Self::advance) has something to do, if nothing comes from outside first.
    pub(crate) fn next_deadline(&self) -> Option<u64> {
        let own = match &self.phase {
            Phase::Over => return None,
            Phase::Begin => self.begin_patience_at,
            Phase::AgentSpeaks => self.agent_deadline(),
            Phase::Silence(silence) => {
                let speaks = silence.speaks.as_ref().map(|(at, _)| *at);
                earliest([
                    speaks,
                    silence.hangs_up_at,
                    silence.reminder_at,
                    silence.patience_at,
                ])
            }
            Phase::DriverSpeaks(driver) => Some(self.driver_deadline(driver)),
            Phase::Awaiting(awaiting) => awaiting.patience_at,
        };
        earliest([
            own,
            self.resend_at,
            Some(self.silence_limit()),
            Some(self.settings.max_call_duration_ms),
        ])
    }

    /// Lets everything happen that is due by `now`, each at its own time.
    pub(crate) fn advance(&mut self, now: u64) {
        while let Some(due) = self.next_deadline().filter(|due| *due <= now) {
            self.now = self.now.max(due);
            self.step();
        }
        self.now = self.now.max(now);
    }

    fn step(&mut self) {
        let now = self.now;
        if now >= self.settings.max_call_duration_ms {
            return self.end(Ending::because(DisconnectionReason::MaxDurationReached));
        }
        if now >= self.silence_limit() {
            return self.end(Ending::because(DisconnectionReason::Inactivity));
        }
        if self.resend_at.is_some_and(|at| at <= now) {
            return self.resend();
        }
        match &self.phase {
            Phase::Over => {}
            Phase::AgentSpeaks => self.step_agent(),
            Phase::Silence(_) => self.step_silence(),
            Phase::DriverSpeaks(_) => self.step_driver(),
            Phase::Begin | Phase::Awaiting(_) => self.lose_patience(),
        }
    }

    /// The person hangs up.
    pub(crate) fn hang_up(&mut self, now: u64) {
        self.advance(now);
        self.end(Ending::because(DisconnectionReason::UserHangup));
    }

    /// The call ends for a reason from outside.
    pub(crate) fn stop(&mut self, now: u64, reason: DisconnectionReason) {
        self.advance(now);
        self.end(Ending::because(reason));
    }

    /// The LLM socket is gone.
    pub(crate) fn disconnected(&mut self, now: u64) {
        self.advance(now);
        self.connected = false;
        self.resend_at = None;
        let open = self
            .reply
            .as_ref()
            .is_some_and(|reply| !reply.complete && reply.id != ReplyId::Response(0));
        if !open {
            return;
        }
        match &mut self.phase {
            Phase::Awaiting(awaiting) => awaiting.unsent = true,
            // The words that came are heard; the rest is asked for again.
            Phase::AgentSpeaks => {
                self.cut_agent();
                self.phase = Phase::Awaiting(Awaiting::unsent(TurnKind::Response));
            }
            Phase::Begin | Phase::Silence(_) | Phase::DriverSpeaks(_) | Phase::Over => {}
        }
        self.reply = None;
    }

    /// There is an LLM socket again.
    pub(crate) fn reconnected(&mut self, now: u64) {
        self.connected = true;
        self.now = self.now.max(now);
        if self.has_unsent() {
            self.resend_at = Some(self.now + self.settings.grace_ms);
        }
    }

    /// A request that went down with its socket is sent again, as soon as the new socket has begun.
    fn resend(&mut self) {
        self.resend_at = None;
        let Phase::Awaiting(awaiting) = &mut self.phase else {
            return;
        };
        if std::mem::take(&mut awaiting.unsent) {
            let kind = awaiting.kind;
            self.request(kind);
        }
    }

    fn has_unsent(&self) -> bool {
        matches!(&self.phase, Phase::Awaiting(awaiting) if awaiting.unsent)
    }

    /// Asks for an answer under a new id, which supersedes every older one.
    fn request(&mut self, kind: TurnKind) {
        self.last_id += 1;
        self.reply = Some(Reply::new(ReplyId::Response(self.last_id), self.now));
        self.effects.push(Effect::Request(self.last_id, kind));
    }

    fn update(&mut self, turntaking: Option<TurnTaking>) {
        self.next_update = self.now + self.settings.update_every_ms;
        if self.connected {
            self.effects.push(Effect::Update(turntaking));
        }
    }

    fn silence_limit(&self) -> u64 {
        self.sound_at
            .saturating_add(self.settings.end_call_after_silence_ms)
    }

    fn end(&mut self, ending: Ending) {
        if self.is_over() {
            return;
        }
        self.write_growing();
        self.transcript.finish();
        self.phase = Phase::Over;
        self.effects.push(Effect::Ended(ending));
    }
}

impl Awaiting {
    fn unsent(kind: TurnKind) -> Self {
        Self {
            kind,
            speech: None,
            patience_at: None,
            unsent: true,
        }
    }
}

impl Reply {
    fn new(id: ReplyId, asked_ms: u64) -> Self {
        Self {
            id,
            speech: Speech::new(100),
            complete: false,
            action: None,
            no_interruption: false,
            barge_in_at: None,
            asked_ms,
        }
    }
}

fn earliest<const N: usize>(times: [Option<u64>; N]) -> Option<u64> {
    times.into_iter().flatten().min()
}
