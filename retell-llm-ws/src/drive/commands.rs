//! Carrying out what the session commands.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::time::timeout;
use tracing::{debug, trace};

use super::{Drive, EndReason};
use crate::{
    context::CallContext,
    conversation::Begun,
    frame::Outbound,
    policy::ConversationPolicy,
    session::{Close, Command, Input, TurnEnd},
    transport::{Message, Transport, TransportError},
};

/// A peer that takes nothing for this long is gone: Retell itself gives up after five seconds.
const WRITE_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the other side may take to answer a close frame.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

impl<T, F> Drive<'_, T, F>
where
    T: Transport,
    F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy> + Send,
{
    /// Hands one input to the session and carries out what it commands; inputs that follow from it come next.
    pub(super) async fn handle(&mut self, input: Input) {
        let mut next = Some(input);
        while let Some(input) = next.take() {
            let commands = self.session.handle(self.opened.elapsed(), input);
            self.commands.extend(commands);
            while let Some(command) = self.commands.pop_front() {
                if self.end == Some(EndReason::NoPolicy) {
                    self.commands.clear();
                } else if let Some(input) = self.carry_out(command).await {
                    next = Some(input);
                }
            }
        }
    }

    async fn carry_out(&mut self, command: Command) -> Option<Input> {
        match command {
            Command::Send(frame) => self.send(&frame).await,
            Command::Begin { resumed } => return self.begin(resumed),
            Command::StartTurn { id, kind, lost } => {
                if !self.conversation.start(id, kind, lost, &self.reader) {
                    // The policy has not seen the turn: to ask it again would be to ask about another one.
                    return Some(Input::Finished {
                        id,
                        end: TurnEnd::Hopeless,
                    });
                }
            }
            Command::RetryTurn { id } => {
                if !self.conversation.retry() {
                    return Some(Input::Finished {
                        id,
                        end: TurnEnd::Hopeless,
                    });
                }
            }
            Command::CancelTurn { id, cause } => self.conversation.cancel(id, cause),
            Command::EndInterruption => self.interruption = None,
            Command::Report(report) => {
                if report.response_id == 0 && self.end.is_none() {
                    self.conversation.greeted();
                }
                self.conversation.report(&report);
            }
            Command::WakeAt(at) => {
                // A time beyond what the clock can tell never comes.
                let at = at.and_then(|at| self.opened.checked_add(at));
                self.armed = at.is_some();
                if let Some(at) = at {
                    self.timer.as_mut().reset(at);
                }
            }
            Command::Close(close) => self.close(close).await,
        }
        None
    }

    fn begin(&mut self, resumed: bool) -> Option<Input> {
        let factory = self.factory.take()?;
        let Some(begun) = self.conversation.begin(factory, resumed) else {
            debug!("the policy could not be made");
            self.end = Some(EndReason::NoPolicy);
            return None;
        };
        self.choose_phrases();
        match begun {
            Begun::Greeted(greeting) => Some(Input::Greeting(greeting)),
            Begun::Resumed => None,
        }
    }

    pub(super) fn choose_phrases(&mut self) {
        if let Some(phrases) = self.conversation.phrases() {
            self.session.speak_with(phrases);
        }
    }

    async fn send(&mut self, frame: &Outbound) {
        if self.end.is_some() {
            return;
        }
        trace!(frame = frame.kind(), "send");
        let sent = timeout(WRITE_TIMEOUT, self.transport.send(Message::text(frame.to_json()))).await;
        if !matches!(sent, Ok(Ok(()))) {
            debug!("nothing can be sent any more");
            self.end = Some(EndReason::Lost);
        } else {
            self.conversation.sent(frame);
        }
    }

    pub(super) async fn close(&mut self, close: Close) {
        self.end = Some(match close {
            Close::Code(code) => {
                // In a box: every call would else keep room for its end.
                let closing = Box::pin(async {
                    if self.transport.send(Message::Close(Some(code))).await.is_ok() {
                        // Until the other side has answered, or its end of the connection is gone. What it sends
                        // meanwhile, such as the rest of what was refused, is let pass: a connection that is dropped with
                        // bytes unread is reset, and the close frame may be lost with it.
                        while let Some(message) = self.transport.next().await {
                            if matches!(message, Ok(Message::Close(_)) | Err(TransportError::Broken(_))) {
                                break;
                            }
                        }
                    }
                });
                let _ = timeout(CLOSE_TIMEOUT, closing).await;
                match code {
                    1000 => EndReason::TooLong,
                    1007 => EndReason::BinaryFrame,
                    1008 => EndReason::Flood,
                    _ => EndReason::Oversize,
                }
            }
            Close::Drained => EndReason::Drained,
            Close::Idle => EndReason::Idle,
        });
    }

    /// Lets the transport send its answer to a close frame.
    pub(super) async fn say_goodbye(&mut self) {
        let _ = timeout(CLOSE_TIMEOUT, self.transport.flush()).await;
    }
}
