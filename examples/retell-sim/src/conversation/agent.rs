//! The agent's side: frames come in, words come out.

use retell_client::models::{
    DisconnectionReason, Dtmf, Role, ToolCallInvocation, ToolCallResult, TranscriptItem, TurnTaking,
    Utterance, UtteranceMetadata,
};
use retell_llm_ws::Action;
use retell_llm_ws::frame::{AgentInterrupt, Outbound, Response};
use serde_json::json;

use super::{Conversation, Ending, Phase, Reply, ReplyId, Silence, earliest};
use crate::driver::{Heard, Move};

/// From the first whole sentence to its first sound.
const VOICE_MS: u64 = 350;

impl Conversation {
    /// A frame of the application has come.
    pub(crate) fn received(&mut self, now: u64, frame: &Outbound) {
        self.advance(now);
        if self.is_over() {
            return;
        }
        match frame {
            Outbound::Response(response) => self.response(response),
            Outbound::AgentInterrupt(interrupt) => self.interrupt(interrupt),
            Outbound::UpdateAgent { agent_config } => self.settings.update(agent_config),
            Outbound::ToolCallInvocation(call) => {
                self.transcript
                    .push(invocation(&call.tool_call_id, &call.name, &call.arguments));
            }
            Outbound::ToolCallResult(result) => {
                self.transcript
                    .push(outcome(&result.tool_call_id, &result.content, result.successful));
            }
            // Configuration and keepalive belong to the line; metadata does not reach gateway web calls.
            _ => {}
        }
    }

    fn response(&mut self, response: &Response) {
        let id = ReplyId::Response(response.response_id);
        if response.response_id == 0 {
            self.begin_on_a_new_socket(response);
        }
        // Anything but the newest open request is dropped without a word.
        if self
            .reply
            .as_ref()
            .is_some_and(|reply| reply.id == id && !reply.complete)
        {
            let protects = response.no_interruption_allowed == Some(true);
            self.take_words(
                &response.content,
                response.content_complete,
                protects,
                response.action(),
            );
        }
    }

    /// On a socket after the first, an empty begin message shows that the application is ready; words in it are
    /// spoken only where nothing else is going on.
    fn begin_on_a_new_socket(&mut self, response: &Response) {
        if self.resend_at.is_some() {
            self.resend_at = Some(self.now);
            return;
        }
        let greeted = !matches!(self.phase, Phase::Begin);
        let again = self
            .reply
            .as_ref()
            .is_some_and(|reply| reply.id == ReplyId::Response(0));
        if greeted && !again && !response.content.trim().is_empty() && matches!(self.phase, Phase::Silence(_))
        {
            self.reply = Some(Reply::new(ReplyId::Response(0), self.now));
        }
    }

    fn interrupt(&mut self, frame: &AgentInterrupt) {
        let id = ReplyId::Interrupt(frame.interrupt_id);
        match &self.reply {
            Some(reply) if reply.id == id && reply.complete => return,
            Some(reply) if reply.id == id => {}
            _ => {
                self.stop_everybody();
                self.reply = Some(Reply::new(id, self.now));
            }
        }
        let action = Response {
            end_call: frame.end_call,
            transfer_number: frame.transfer_number.clone(),
            digit_to_press: frame.digit_to_press.clone(),
            ..Response::default()
        }
        .action();
        let protects = frame.no_interruption_allowed == Some(true);
        self.take_words(&frame.content, frame.content_complete, protects, action);
    }

    fn take_words(&mut self, content: &str, complete: bool, protects: bool, action: Option<Action>) {
        let Some(reply) = &mut self.reply else { return };
        reply.speech.push(content);
        reply.complete = complete;
        reply.no_interruption |= protects;
        reply.action = more_urgent(reply.action.take(), action);
        // While the driver speaks the answer waits; a newer request will take its place.
        match self.phase {
            Phase::DriverSpeaks(_) if matches!(reply.id, ReplyId::Response(_)) => {}
            _ => self.speak(),
        }
    }

    /// Speaks what has come, once there is a whole sentence.
    fn speak(&mut self) {
        let begins = matches!(self.phase, Phase::Begin);
        let Some(reply) = &mut self.reply else { return };
        let starts = reply.speech.len() == 0;
        let delay = if begins {
            self.settings.begin_message_delay_ms
        } else {
            0
        };
        let from = if starts {
            self.now + VOICE_MS + delay
        } else {
            self.now
        };
        let more = reply.speech.plan(from, reply.complete);
        if reply.speech.len() == 0 {
            if reply.complete {
                self.transcript.finish();
                self.finish_reply();
            }
            return;
        }
        if more && starts {
            reply.barge_in_at = self.driver.barges_in_at();
            if let (ReplyId::Response(1..), Some(start)) = (reply.id, reply.speech.start_ms()) {
                self.latencies_ms
                    .push(start.saturating_sub(reply.asked_ms) as f64);
            }
            // The driver's utterance, if he just spoke, is complete.
            self.transcript.finish();
            self.update(Some(TurnTaking::AgentTurn));
        }
        self.phase = Phase::AgentSpeaks;
    }

    pub(super) fn agent_deadline(&self) -> Option<u64> {
        let reply = self.reply.as_ref()?;
        let end = reply.speech.end_ms()?;
        if self.now >= end && !reply.complete {
            // All that has come is spoken; the next chunk goes on.
            return None;
        }
        let barge_in = reply
            .barge_in_at
            .filter(|at| !reply.no_interruption && *at < reply.speech.len())
            .and_then(|at| reply.speech.word_end_ms(at.saturating_sub(1)))
            .filter(|_| self.settings.interruption_sensitivity > 0.0);
        earliest([Some(end), barge_in, Some(self.next_update.max(self.now + 1))])
    }

    pub(super) fn step_agent(&mut self) {
        self.write_growing();
        let Some(reply) = &mut self.reply else { return };
        let spoken = reply.speech.spoken_by(self.now);
        if spoken == reply.speech.len() {
            self.sound_at = self.now;
            if reply.complete {
                self.finish_reply();
            } else {
                self.update(None);
            }
            return;
        }
        let interrupted = !reply.no_interruption && reply.barge_in_at.is_some_and(|at| spoken >= at);
        if interrupted && self.settings.interruption_sensitivity > 0.0 {
            reply.barge_in_at = None;
            self.barge_in();
        } else if self.now >= self.next_update {
            self.update(None);
        }
    }

    /// The driver talks over the agent: the rest of the reply is never heard, and its action is lost.
    fn barge_in(&mut self) {
        let heard = self.cut_agent();
        self.update(Some(TurnTaking::UserTurn));
        match self.driver.next(Heard::Agent(&heard)) {
            Move::Say(line) => self.driver_speaks(&line),
            other => self.take_floor(other),
        }
    }

    /// The reply has been spoken to its end.
    fn finish_reply(&mut self) {
        let Some(reply) = self.reply.take() else { return };
        let words = reply.speech.len();
        if words > 0 {
            self.transcript.grow(utterance(&reply, words));
            self.transcript.finish();
            self.sound_at = self.now;
        }
        let heard = reply.speech.content(words).to_owned();
        match reply.action {
            Some(Action::EndCall) => {
                self.record_action("end_call", "{}");
                return self.end(Ending::because(DisconnectionReason::AgentHangup));
            }
            Some(Action::Transfer { number, .. }) => {
                self.record_action("transfer_call", &json!({ "number": number }).to_string());
                return self.end(Ending {
                    reason: DisconnectionReason::CallTransfer,
                    transfer_destination: Some(number),
                });
            }
            Some(Action::PressDigits(digits)) => {
                self.record_action("press_digit", &json!({ "digits": digits }).to_string());
                for digit in digits.chars() {
                    let mut dtmf = Dtmf::default();
                    dtmf.digit = digit.to_string();
                    self.transcript.push(TranscriptItem::Dtmf(dtmf));
                }
            }
            _ => {}
        }
        self.update(Some(TurnTaking::UserTurn));
        if let Some(text) = self.typed.take() {
            self.phase = Phase::Silence(Silence::default());
            return self.type_words(&text);
        }
        let next = self.driver.next(Heard::Agent(&heard));
        self.take_floor(next);
    }

    /// Leaves unsaid what the agent has not said yet; returns what was heard of the reply.
    pub(super) fn cut_agent(&mut self) -> String {
        let Some(mut reply) = self.reply.take() else {
            return String::new();
        };
        let spoken = reply.speech.spoken_by(self.now);
        reply.speech.cut(spoken);
        self.transcript.grow(utterance(&reply, spoken));
        self.transcript.finish();
        self.sound_at = self.now;
        reply.speech.content(spoken).to_owned()
    }

    /// An interruption by the application silences both sides.
    fn stop_everybody(&mut self) {
        match &mut self.phase {
            Phase::AgentSpeaks => drop(self.cut_agent()),
            Phase::DriverSpeaks(driver) => {
                let spoken = driver.speech.spoken_by(self.now);
                driver.speech.cut(spoken);
                let said = driver.speech.utterance(Role::User, spoken);
                self.transcript.grow(said);
                self.transcript.finish();
            }
            Phase::Begin | Phase::Silence(_) | Phase::Awaiting(_) | Phase::Over => {}
        }
        self.transcript.finish();
        self.reply = None;
        self.phase = Phase::Silence(Silence::default());
    }

    /// Writes what has been said of the utterance that is being spoken.
    pub(super) fn write_growing(&mut self) {
        match &self.phase {
            Phase::AgentSpeaks => {
                if let Some(reply) = &self.reply {
                    let spoken = reply.speech.spoken_by(self.now);
                    self.transcript.grow(utterance(reply, spoken));
                }
            }
            Phase::DriverSpeaks(driver) => {
                let spoken = driver.speech.spoken_by(self.now);
                self.transcript.grow(driver.speech.utterance(Role::User, spoken));
            }
            Phase::Begin | Phase::Silence(_) | Phase::Awaiting(_) | Phase::Over => {}
        }
    }

    /// Retell records the actions it carries out by itself.
    fn record_action(&mut self, name: &str, arguments: &str) {
        let id = format!("{name}_{}", self.now);
        self.transcript.push(invocation(&id, name, arguments));
        self.transcript.push(outcome(&id, "", Some(true)));
    }
}

fn utterance(reply: &Reply, words: usize) -> Utterance {
    let mut utterance = reply.speech.utterance(Role::Agent, words);
    let metadata = match reply.id {
        ReplyId::Response(id) => UtteranceMetadata::new().response_id(whole(id)),
        ReplyId::Interrupt(id) => UtteranceMetadata::new().interrupt_id(whole(id)),
    };
    utterance.metadata = Some(Box::new(metadata));
    utterance
}

fn whole(id: u64) -> i64 {
    i64::try_from(id).unwrap_or(i64::MAX)
}

fn invocation(id: &str, name: &str, arguments: &str) -> TranscriptItem {
    let mut item = ToolCallInvocation::default();
    item.tool_call_id = id.into();
    item.name = name.to_owned();
    item.arguments = arguments.to_owned();
    TranscriptItem::ToolCallInvocation(Box::new(item))
}

fn outcome(id: &str, content: &str, successful: Option<bool>) -> TranscriptItem {
    let mut item = ToolCallResult::default();
    item.tool_call_id = id.into();
    item.content = content.to_owned();
    item.successful = successful;
    TranscriptItem::ToolCallResult(item)
}

/// Hanging up comes before a transfer, a transfer before digits.
fn more_urgent(a: Option<Action>, b: Option<Action>) -> Option<Action> {
    let rank = |action: &Action| match action {
        Action::EndCall => 0,
        Action::Transfer { .. } => 1,
        _ => 2,
    };
    [a, b].into_iter().flatten().min_by_key(rank)
}
