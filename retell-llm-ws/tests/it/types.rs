//! What must hold of the types.

use retell_llm_ws::{
    Action, CallContext, Clock, Closed, ConversationPolicy, Observer, Options, Outcome, PolicyError, Reply,
    Shutdown, Speech, TransportError, Turn,
    caller::{Caller, CallerError, CallerReceiver, CallerSender, Conformance},
    frame::{DecodeError, Inbound, Outbound},
    session::Session,
    testkit::TestCall,
};

fn send_sync<T: ?Sized + Send + Sync>() {}
fn error<T: std::error::Error + Send + Sync + 'static>() {}

#[test]
fn types_cross_threads_and_traits_are_object_safe() {
    send_sync::<dyn ConversationPolicy>();
    send_sync::<dyn Observer>();
    send_sync::<Options>();
    send_sync::<Clock>();
    send_sync::<Shutdown>();
    send_sync::<CallContext>();
    send_sync::<Turn<'_>>();
    send_sync::<Reply>();
    send_sync::<Speech>();
    send_sync::<Action>();
    send_sync::<Outcome>();
    send_sync::<Session>();
    send_sync::<TestCall>();
    send_sync::<Inbound>();
    send_sync::<Outbound>();
    send_sync::<Conformance>();
    send_sync::<Caller>();
    send_sync::<CallerSender>();
    send_sync::<CallerReceiver>();
    error::<PolicyError>();
    error::<Closed>();
    error::<TransportError>();
    error::<DecodeError>();
    error::<CallerError>();
}

#[test]
fn debug_and_errors_show_no_words_and_no_numbers() {
    let speech = Speech {
        action: Some(Action::Transfer {
            number: "+15550100".to_owned(),
            show_transferee_as_caller: false,
        }),
        ..Speech::say("my secret")
    };
    let frame = Inbound::from_json(
        r#"{"interaction_type":"update_only","transcript":[{"role":"user","content":"secret"}],
            "transcript_with_tool_calls":[{"role":"dtmf","digit":"secret"}]}"#,
    )
    .unwrap();
    let unknown = Outbound::from_json(r#"{"response_type":"sing","song":"secret"}"#).unwrap();
    let response = Outbound::from_json(
        r#"{"response_type":"response","response_id":1,"content":"secret","content_complete":true,
            "transfer_number":"+15550100","digit_to_press":"5550100"}"#,
    )
    .unwrap();
    let bad = Inbound::from_json(
        r#"{"interaction_type":"update_only","transcript":[{"role":"user","content":{"x":"secret"}}]}"#,
    )
    .unwrap_err();
    let shown = format!("{speech:?} {frame:?} {unknown:?} {response:?} {bad:?} {bad}");
    assert!(!shown.contains("secret") && !shown.contains("5550100"), "{shown}");
}
