//! Names each rule of the protocol a server breaks.

use std::collections::{HashMap, HashSet};

use crate::frame::{AgentInterrupt, DecodeError, Inbound, Outbound, Response, ResponseId};

/// A rule of the protocol that a server broke.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// `config` came after another frame.
    #[error("config was not the first frame")]
    ConfigNotFirst,
    /// An answer came before the begin message: the agent stays silent until a response with id 0.
    #[error("response {0} came before the begin message")]
    BeforeBegin(ResponseId),
    /// Nobody asked for this id.
    #[error("response {0} answers no request")]
    UnknownId(ResponseId),
    /// The server had moved on to a newer request and still sent words of an older one.
    #[error("response {0} was superseded when more of it came")]
    Superseded(ResponseId),
    /// More came of an id that was complete.
    #[error("response {0} was complete when more of it came")]
    AfterCompletion(ResponseId),
    /// More than one action was sent with one id.
    #[error("response {0} has more than one action")]
    SecondAction(ResponseId),
    /// A newer interruption had begun, or this one was complete.
    #[error("interruption {0} was over when more of it came")]
    StaleInterrupt(u64),
    /// A keepalive that repeats no timestamp that was sent, or repeats one twice.
    #[error("ping_pong {0} answers no ping")]
    StrayPong(i64),
    /// A tool result without its invocation.
    #[error("tool_call_result without invocation")]
    ResultWithoutInvocation,
    /// A kind the protocol does not have.
    #[error("unknown response_type")]
    UnknownKind,
    /// Not JSON, no kind, or a field of the wrong type.
    #[error("unreadable frame: {0}")]
    Unreadable(String),
    /// A binary frame.
    #[error("binary frame")]
    Binary,
}

/// Watches one socket from Retell's side.
///
/// Feed it every frame in the order of this side: [`sent`](Self::sent) and [`received`](Self::received). Frames that cross
/// on the wire are no violation: a server may still send words of an older request until it answers a newer one.
/// Use a new value for each socket.
#[derive(Debug, Default)]
pub struct Conformance {
    frames: u64,
    begun: bool,
    requested: HashSet<ResponseId>,
    completed: HashSet<ResponseId>,
    actions: HashSet<ResponseId>,
    newest_answered: ResponseId,
    interrupt: Option<(u64, bool)>,
    pings: HashMap<i64, u32>,
    invocations: HashSet<String>,
    violations: Vec<Violation>,
}

impl Conformance {
    /// A watcher for a new socket.
    pub fn new() -> Self {
        Self::default()
    }

    /// This side sent a frame.
    pub fn sent(&mut self, frame: &Inbound) {
        match frame {
            Inbound::PingPong(ping) => *self.pings.entry(ping.timestamp).or_default() += 1,
            Inbound::ResponseRequired(request) | Inbound::ReminderRequired(request) => {
                self.requested.insert(request.response_id);
            }
            Inbound::CallDetails(_) | Inbound::UpdateOnly(_) | Inbound::Unknown(_) => {}
        }
    }

    /// The server sent a frame. Returns what was wrong with it.
    pub fn received(&mut self, frame: &Outbound) -> Vec<Violation> {
        let before = self.violations.len();
        match frame {
            Outbound::Config { .. } => self.check(self.frames == 0, Violation::ConfigNotFirst),
            Outbound::PingPong(pong) => self.pong(pong.timestamp),
            Outbound::Response(response) => self.response(response),
            Outbound::AgentInterrupt(interrupt) => self.interrupt(interrupt),
            Outbound::ToolCallInvocation(call) => {
                self.invocations.insert(call.tool_call_id.clone());
            }
            Outbound::ToolCallResult(result) => {
                let known = self.invocations.contains(&result.tool_call_id);
                self.check(known, Violation::ResultWithoutInvocation);
            }
            Outbound::UpdateAgent { .. } | Outbound::Metadata(_) => {}
            Outbound::Unknown(_) => self.violations.push(Violation::UnknownKind),
        }
        self.frames += 1;
        self.violations[before..].to_vec()
    }

    /// The server sent a text frame that cannot be read.
    pub fn received_unreadable(&mut self, error: &DecodeError) {
        self.frames += 1;
        self.violations.push(Violation::Unreadable(error.to_string()));
    }

    /// The server sent a binary frame.
    pub fn received_binary(&mut self) {
        self.frames += 1;
        self.violations.push(Violation::Binary);
    }

    /// Everything that was wrong so far.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Whether the begin message was completed.
    pub fn begun(&self) -> bool {
        self.completed.contains(&0)
    }

    /// Whether this id was completed.
    pub fn is_complete(&self, id: ResponseId) -> bool {
        self.completed.contains(&id)
    }

    fn check(&mut self, holds: bool, otherwise: Violation) {
        if !holds {
            self.violations.push(otherwise);
        }
    }

    fn pong(&mut self, timestamp: i64) {
        match self.pings.get_mut(&timestamp) {
            Some(open) if *open > 0 => *open -= 1,
            _ => self.violations.push(Violation::StrayPong(timestamp)),
        }
    }

    fn response(&mut self, response: &Response) {
        let id = response.response_id;
        if id == 0 {
            self.begun = true;
        } else if !self.requested.contains(&id) {
            return self.violations.push(Violation::UnknownId(id));
        } else if !self.begun {
            self.violations.push(Violation::BeforeBegin(id));
        }
        if self.completed.contains(&id) {
            return self.violations.push(Violation::AfterCompletion(id));
        }
        if id < self.newest_answered {
            return self.violations.push(Violation::Superseded(id));
        }
        self.newest_answered = id;
        if response.action().is_some() {
            let first = self.actions.insert(id);
            self.check(first, Violation::SecondAction(id));
        }
        if response.content_complete {
            self.completed.insert(id);
        }
    }

    fn interrupt(&mut self, frame: &AgentInterrupt) {
        let id = frame.interrupt_id;
        let stale = self
            .interrupt
            .is_some_and(|(newest, complete)| id < newest || id == newest && complete);
        self.check(!stale, Violation::StaleInterrupt(id));
        if !stale {
            self.interrupt = Some((id, frame.content_complete));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Config, PingPong, Request};

    fn ask(id: ResponseId) -> Inbound {
        Inbound::ResponseRequired(Request {
            response_id: id,
            ..Request::default()
        })
    }

    fn words(id: ResponseId) -> Outbound {
        Outbound::Response(Response::chunk(id, "a "))
    }

    fn last(id: ResponseId) -> Outbound {
        Outbound::Response(Response::last(id, "b"))
    }

    #[test]
    fn a_clean_call_has_no_violations() {
        let mut watch = Conformance::new();
        watch.received(&Outbound::Config {
            config: Config::default(),
        });
        watch.received(&last(0));
        watch.sent(&Inbound::PingPong(PingPong { timestamp: 7 }));
        watch.sent(&ask(1));
        watch.received(&Outbound::PingPong(PingPong { timestamp: 7 }));
        watch.received(&words(1));
        watch.received(&last(1));
        assert_eq!(watch.violations(), []);
        assert!(watch.begun() && watch.is_complete(1) && !watch.is_complete(2));
    }

    #[test]
    fn words_that_cross_a_newer_request_are_allowed_until_it_is_answered() {
        let mut watch = Conformance::new();
        watch.received(&last(0));
        watch.sent(&ask(1));
        watch.sent(&ask(2));
        assert_eq!(watch.received(&words(1)), []);
        watch.received(&words(2));
        assert_eq!(watch.received(&last(1)), [Violation::Superseded(1)]);
    }

    #[test]
    fn each_rule_is_named() {
        let mut watch = Conformance::new();
        watch.sent(&ask(1));
        assert_eq!(watch.received(&last(1)), [Violation::BeforeBegin(1)]);
        assert_eq!(
            watch.received(&last(1)),
            [Violation::BeforeBegin(1), Violation::AfterCompletion(1)]
        );
        assert_eq!(watch.received(&last(9)), [Violation::UnknownId(9)]);
        assert_eq!(
            watch.received(&Outbound::Config {
                config: Config::default()
            }),
            [Violation::ConfigNotFirst]
        );
        assert_eq!(
            watch.received(&Outbound::PingPong(PingPong { timestamp: 1 })),
            [Violation::StrayPong(1)]
        );
        let mut interrupt = AgentInterrupt {
            interrupt_id: 2,
            content_complete: true,
            ..Default::default()
        };
        assert_eq!(watch.received(&Outbound::AgentInterrupt(interrupt.clone())), []);
        interrupt.interrupt_id = 1;
        assert_eq!(
            watch.received(&Outbound::AgentInterrupt(interrupt)),
            [Violation::StaleInterrupt(1)]
        );
        let unknown = Outbound::from_json(r#"{"response_type":"sing"}"#).unwrap();
        assert_eq!(watch.received(&unknown), [Violation::UnknownKind]);
    }

    #[test]
    fn one_action_per_id() {
        let mut watch = Conformance::new();
        let hang_up = |complete| {
            Outbound::Response(Response {
                end_call: Some(true),
                content_complete: complete,
                ..Response::default()
            })
        };
        assert_eq!(watch.received(&hang_up(false)), []);
        assert_eq!(watch.received(&hang_up(true)), [Violation::SecondAction(0)]);
    }
}
