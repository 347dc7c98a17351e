//! A call without a socket, on tokio's paused clock.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use futures_util::{Sink, Stream};
use retell_client::models::{Call, CallId, Role, Utterance};
use retell_llm_ws::{
    Admission, CallContext, ConversationPolicy, Message, Options, Outcome, TransportError,
    caller::Conformance,
    frame::{
        AgentInterrupt, CallDetails, Inbound, Outbound, PingPong, Request, Response, TurnTaking, UpdateOnly,
    },
    registry::{CallHandle, Registry},
};
use tokio::{sync::mpsc, task::JoinHandle, time::timeout};

pub(crate) use crate::puppet::{Puppet, entries};

/// The server's end of a socket that exists only in memory.
struct Wire {
    incoming: mpsc::UnboundedReceiver<Result<Message, TransportError>>,
    outgoing: mpsc::UnboundedSender<Message>,
    jammed: Arc<AtomicBool>,
}

impl Stream for Wire {
    type Item = Result<Message, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.incoming.poll_recv(cx)
    }
}

impl Sink<Message> for Wire {
    type Error = TransportError;

    fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        if self.jammed.load(Ordering::SeqCst) {
            Poll::Pending
        } else {
            Poll::Ready(Ok(()))
        }
    }

    fn start_send(self: Pin<&mut Self>, message: Message) -> Result<(), TransportError> {
        self.outgoing
            .send(message)
            .map_err(|_| TransportError::Broken("gone".into()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }
}

/// Retell's end of a call that is being served.
pub(crate) struct Phone {
    to_server: mpsc::UnboundedSender<Result<Message, TransportError>>,
    from_server: mpsc::UnboundedReceiver<Message>,
    jammed: Arc<AtomicBool>,
    served: JoinHandle<Outcome>,
    conformance: Conformance,
}

/// How the server ended the connection, seen from Retell's end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Hangup {
    Code(u16),
    /// Without a close frame.
    Dropped,
}

impl Phone {
    pub(crate) fn dial(policy: impl ConversationPolicy, options: Options) -> Self {
        Self::dial_as(policy, options, Admission::fresh())
    }

    pub(crate) fn dial_as(policy: impl ConversationPolicy, options: Options, admission: Admission) -> Self {
        Self::dial_with(move |_| Box::new(policy), options, admission)
    }

    pub(crate) fn dial_with<F>(factory: F, options: Options, admission: Admission) -> Self
    where
        F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy> + Send + 'static,
    {
        let (to_server, incoming) = mpsc::unbounded_channel();
        let (outgoing, from_server) = mpsc::unbounded_channel();
        let jammed = Arc::new(AtomicBool::new(false));
        let wire = Wire {
            incoming,
            outgoing,
            jammed: Arc::clone(&jammed),
        };
        let served = tokio::spawn(async move {
            retell_llm_ws::run(wire, CallId::from("call_1"), admission, factory, &options).await
        });
        Self {
            to_server,
            from_server,
            jammed,
            served,
            conformance: Conformance::new(),
        }
    }

    /// Dialled and past the begin message.
    pub(crate) async fn begun(policy: impl ConversationPolicy, options: Options) -> Self {
        let mut phone = Self::dial(policy, options);
        phone.details(&[]);
        assert_eq!(phone.next().await.kind(), "config");
        let begin = phone.response().await;
        assert_eq!((begin.response_id, begin.content_complete), (0, true));
        phone
    }

    /// Dialled, past the begin message, and on the registry's list.
    pub(crate) async fn seated(
        policy: impl ConversationPolicy,
        options: Options,
        registry: &Registry,
    ) -> (Self, CallHandle) {
        let seat = registry.enter(&CallId::from("call_1")).expect("room");
        let handle = seat.handle();
        let mut phone = Self::dial_as(policy, options, Admission::fresh().seated(seat));
        phone.details(&[]);
        assert_eq!(phone.next().await.kind(), "config");
        assert_eq!(phone.answer().await.0, 0);
        (phone, handle)
    }

    pub(crate) fn send(&mut self, frame: &Inbound) {
        self.conformance.sent(frame);
        self.raw(Message::text(frame.to_json()));
    }

    pub(crate) fn raw(&mut self, message: Message) {
        let _ = self.to_server.send(Ok(message));
    }

    /// A request, in whatever words.
    pub(crate) fn ask_oddly(&mut self, response_id: u64, text: &str) {
        self.conformance.sent(&Inbound::ResponseRequired(Request {
            response_id,
            ..Request::default()
        }));
        self.raw(Message::text(text));
    }

    pub(crate) fn fail(&mut self, error: TransportError) {
        let _ = self.to_server.send(Err(error));
    }

    /// From here on nothing is taken off the server.
    pub(crate) fn jam(&self) {
        self.jammed.store(true, Ordering::SeqCst);
    }

    /// From here on the server fails to send.
    pub(crate) fn deaf(&mut self) {
        self.from_server.close();
    }

    pub(crate) fn details(&mut self, variables: &[(&str, &str)]) {
        let mut call = Call::default();
        call.call_id = CallId::from("call_1");
        let owned = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        call.retell_llm_dynamic_variables = Some(owned.collect());
        self.send(&Inbound::CallDetails(CallDetails { call: Box::new(call) }));
    }

    pub(crate) fn ping(&mut self, timestamp: i64) {
        self.send(&Inbound::PingPong(PingPong { timestamp }));
    }

    pub(crate) fn ask(&mut self, response_id: u64, words: &str) {
        self.send(&Inbound::ResponseRequired(Request {
            response_id,
            transcript: vec![Utterance::new(Role::User, words)],
            ..Request::default()
        }));
    }

    pub(crate) fn remind(&mut self, response_id: u64) {
        self.send(&Inbound::ReminderRequired(Request {
            response_id,
            ..Request::default()
        }));
    }

    pub(crate) fn update(&mut self, role: Role, words: &str, turntaking: Option<TurnTaking>) {
        self.send(&Inbound::UpdateOnly(UpdateOnly {
            transcript: vec![Utterance::new(role, words)],
            turntaking,
            ..UpdateOnly::default()
        }));
    }

    /// The next frame. Fails after a minute of virtual time.
    pub(crate) async fn next(&mut self) -> Outbound {
        let message = timeout(Duration::from_secs(60), self.from_server.recv())
            .await
            .expect("the server says nothing")
            .expect("the server is gone");
        self.frame(&message)
    }

    pub(crate) async fn response(&mut self) -> Response {
        match self.next().await {
            Outbound::Response(response) => response,
            other => panic!("not a response: {other:?}"),
        }
    }

    pub(crate) async fn interrupt(&mut self) -> AgentInterrupt {
        match self.next().await {
            Outbound::AgentInterrupt(interrupt) => interrupt,
            other => panic!("not an interruption: {other:?}"),
        }
    }

    /// All of one answer, up to its completing frame.
    pub(crate) async fn answer(&mut self) -> (u64, String) {
        let mut text = String::new();
        loop {
            let response = self.response().await;
            text.push_str(&response.content);
            if response.content_complete {
                return (response.response_id, text);
            }
        }
    }

    /// Nothing comes for this long.
    pub(crate) async fn quiet(&mut self, time: Duration) {
        if let Ok(message) = timeout(time, self.from_server.recv()).await {
            panic!("unexpected: {message:?}");
        }
    }

    /// Waits for the server to end the connection; frames before that are let pass.
    pub(crate) async fn hangup(&mut self) -> Hangup {
        loop {
            let next = timeout(Duration::from_secs(600), self.from_server.recv()).await;
            match next.expect("the server does not hang up") {
                None => return Hangup::Dropped,
                Some(Message::Close(code)) => return Hangup::Code(code.expect("a code")),
                Some(message) => {
                    self.frame(&message);
                }
            }
        }
    }

    /// Retell ends the call. Whatever the test was about, the server kept to the protocol.
    pub(crate) async fn end(mut self) -> Outcome {
        self.raw(Message::Close(Some(1000)));
        self.outcome().await
    }

    /// The outcome of a call that ends by itself.
    pub(crate) async fn outcome(mut self) -> Outcome {
        while let Some(message) = self.from_server.recv().await {
            if !matches!(message, Message::Close(_)) {
                self.frame(&message);
            }
        }
        assert_eq!(self.conformance.violations(), []);
        self.served.await.expect("the engine does not panic")
    }

    fn frame(&mut self, message: &Message) -> Outbound {
        let Message::Text(text) = message else {
            panic!("not a frame: {message:?}")
        };
        let frame = Outbound::from_json(str::from_utf8(text).unwrap()).expect("a frame of the protocol");
        self.conformance.received(&frame);
        frame
    }
}
