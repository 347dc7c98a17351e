//! Acting in a call unasked, from any task.

use std::{fmt, sync::Arc};

use retell_client::models::CallId;

use super::{events::Watch, live::LiveCall, order::Order, seat::Line};
use crate::{
    action::{Action, Aside},
    frame::{AgentConfig, Metadata, ToolCallInvocation, ToolCallResult},
    reply::{Reply, Speech},
};

/// The socket of the call is gone. When Retell has dialled again, [`Registry::get`](super::Registry::get) has the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the call is over")]
pub struct CallOver;

/// A handle on one socket of a live call. Cheap to clone; works from any task.
///
/// Orders wait until the begin message is out, and are then carried out one after the other. At most 32 wait; beyond
/// that the methods do. None of them waits for Retell.
///
/// Every method fails with [`CallOver`] once the socket is gone, and is safe to cancel: dropped, the order is not given.
#[derive(Clone)]
pub struct CallHandle {
    line: Arc<Line>,
}

impl CallHandle {
    pub(super) fn new(line: Arc<Line>) -> Self {
        Self { line }
    }

    /// Retell's id of the call.
    pub fn call_id(&self) -> &CallId {
        self.line.call_id()
    }

    /// Whether the socket is still there.
    pub fn is_live(&self) -> bool {
        !self.line.orders().is_closed()
    }

    /// Waits until the socket is gone.
    pub async fn ended(&self) {
        self.line.orders().closed().await;
    }

    /// The call as it is now.
    pub fn live(&self) -> LiveCall {
        self.line.live()
    }

    /// Watches the call from here on.
    pub fn watch(&self) -> Watch {
        self.line.watch()
    }

    /// Says this now: stops whoever is speaking and cuts off an answer on its way. The caller cannot interrupt it.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn interrupt(&self, speech: impl Into<Speech>) -> Result<(), CallOver> {
        let Speech {
            text,
            no_interruption: _,
            action,
        } = speech.into();
        let (mut reply, words) = Reply::unasked();
        if let Some(action) = action {
            reply.act(action);
        }
        // There is room for one chunk.
        let _ = reply.finish(text).await;
        self.order(Order::Interrupt(words)).await
    }

    /// Says something in chunks: the first stops whoever is speaking and cuts off an answer on its way. A request of
    /// Retell's waits until it is finished. The caller cannot interrupt unless
    /// [`Reply::interruptible`] says so.
    ///
    /// A later interruption takes the word from an earlier one, whose [`Reply`] then fails. One that is dropped, or
    /// pauses for longer than the stall deadline ([`Options::stall_deadline`](crate::Options::stall_deadline)), is
    /// finished by the engine.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn interrupt_in_chunks(&self) -> Result<Reply, CallOver> {
        let (reply, words) = Reply::unasked();
        self.order(Order::Interrupt(words)).await?;
        Ok(reply)
    }

    /// Says this and hangs up; with nothing to say, at once.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn end(&self, last_words: impl Into<String>) -> Result<(), CallOver> {
        self.act(last_words, Action::EndCall).await
    }

    /// Says this and transfers the call to a number in E.164.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn transfer(
        &self,
        words: impl Into<String>,
        number: impl Into<String>,
    ) -> Result<(), CallOver> {
        self.act(words, Action::transfer(number)).await
    }

    /// Says this and sends these DTMF digits.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn press_digits(
        &self,
        words: impl Into<String>,
        digits: impl Into<String>,
    ) -> Result<(), CallOver> {
        self.act(words, Action::PressDigits(digits.into())).await
    }

    /// Takes back an action that an interruption has cost, or may cost: it is not sent again.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn withdraw_action(&self) -> Result<(), CallOver> {
        self.order(Order::Withdraw).await
    }

    /// Tells the policy something ([`Observed::Note`](crate::Observed::Note)), as soon as it is free. Of more than 32
    /// notes that wait for it the oldest are dropped.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn inject(&self, note: impl Into<String>) -> Result<(), CallOver> {
        self.order(Order::Note(note.into().into_boxed_str())).await
    }

    /// Changes the agent for the rest of this call.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn update_agent(&self, config: AgentConfig) -> Result<(), CallOver> {
        self.aside(Aside::UpdateAgent(config)).await
    }

    /// Sends something to the browser of a web call.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn metadata(&self, metadata: Metadata) -> Result<(), CallOver> {
        self.aside(Aside::Metadata(metadata)).await
    }

    /// For the record of the call: a tool was called.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn tool_called(&self, call: ToolCallInvocation) -> Result<(), CallOver> {
        self.aside(Aside::ToolCalled(call)).await
    }

    /// For the record of the call: what the tool answered.
    ///
    /// # Errors
    ///
    /// When the call is over.
    pub async fn tool_answered(&self, result: ToolCallResult) -> Result<(), CallOver> {
        self.aside(Aside::ToolAnswered(result)).await
    }

    async fn act(&self, words: impl Into<String>, action: Action) -> Result<(), CallOver> {
        self.interrupt(Speech {
            action: Some(action),
            ..Speech::say(words)
        })
        .await
    }

    async fn aside(&self, aside: Aside) -> Result<(), CallOver> {
        self.order(Order::Aside(Box::new(aside))).await
    }

    async fn order(&self, order: Order) -> Result<(), CallOver> {
        self.line.orders().send(order).await.map_err(|_| CallOver)
    }
}

impl fmt::Debug for CallHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallHandle")
            .field("call_id", self.line.call_id())
            .field("is_live", &self.is_live())
            .finish()
    }
}
