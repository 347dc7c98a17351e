//! What should not come: skipped where the protocol allows, refused where it must be.

use std::time::Duration;

use retell_llm_ws::{EndReason, Message, Options, TransportError, Violation, frame::Outbound};

use crate::support::{Hangup, Phone, Puppet};

#[tokio::test(start_paused = true)]
async fn unreadable_frames_are_counted_and_skipped() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    for bad in [
        "",
        "nonsense",
        "[1,2]",
        "{}",
        r#"{"interaction_type":7}"#,
        r#"{"interaction_type":"response_required","transcript":[]}"#,
        r#"{"interaction_type":"response_required","response_id":"1","transcript":[]}"#,
        r#"{"interaction_type":"response_required","response_id":-1,"transcript":[]}"#,
        r#"{"interaction_type":"ping_pong"}"#,
        r#"{"interaction_type":"update_only","transcript":{}}"#,
    ] {
        phone.raw(Message::text(bad));
    }
    phone.raw(Message::text(r#"{"interaction_type":"weather","sunny":true}"#));
    phone.quiet(Duration::from_secs(1)).await;
    phone.ask(1, "hello");
    assert_eq!(phone.answer().await, (1, "You said hello".to_owned()));
    // An unknown kind is none of them.
    assert_eq!(phone.end().await.bad_frames, 10);
}

#[tokio::test(start_paused = true)]
async fn a_request_with_an_odd_part_is_answered_all_the_same() {
    let mut phone = Phone::begun(Puppet::default(), Options::new().keep_words(true)).await;
    for (id, request) in [
        (
            1,
            r#"{"interaction_type":"response_required","response_id":1,"transcript":[
                {"role":"agent","content":"Hi","words":[{"word":"Hi","start":"soon"}]},
                {"role":"user","content":"hello"}]}"#,
        ),
        (
            2,
            r#"{"interaction_type":"response_required","response_id":2.0,"transcript":[
                {"role":"user","content":"hello"}],"transcript_with_tool_calls":[{"role":"dtmf","digit":{}}]}"#,
        ),
        (
            3,
            r#"{"interaction_type":"response_required","response_id":3,"transcript":[
                {"role":"agent","content":"cut \ud83d"},{"role":"user","content":"hello"}]}"#,
        ),
    ] {
        phone.ask_oddly(id, request);
        assert_eq!(phone.answer().await, (id, "You said hello".to_owned()));
    }
    phone.ask_oddly(
        4,
        r#"{"interaction_type":"response_required","response_id":4,"transcript":null}"#,
    );
    assert_eq!(phone.answer().await.0, 4);
    // The half character of the third was mended without loss of anything else.
    assert_eq!(phone.end().await.bad_frames, 3);
}

#[tokio::test(start_paused = true)]
async fn a_ping_in_any_notation_is_answered() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.raw(Message::text(
        r#"{"interaction_type":"ping_pong","timestamp":1700000000000.0}"#,
    ));
    assert_eq!(
        phone.next().await.to_json(),
        r#"{"response_type":"ping_pong","timestamp":1700000000000}"#
    );
}

#[tokio::test(start_paused = true)]
async fn a_key_that_comes_twice_is_skipped_or_harmless() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.raw(Message::text(
        r#"{"interaction_type":"ping_pong","timestamp":1,"x":1,"x":2,"interaction_type":"response_required"}"#,
    ));
    assert!(matches!(phone.next().await, Outbound::PingPong(_)));
    phone.raw(Message::text(
        r#"{"interaction_type":"response_required","response_id":1,"response_id":2,"transcript":[]}"#,
    ));
    // As JavaScript reads it: the last one counts.
    assert_eq!(phone.response().await.response_id, 2);
}

#[tokio::test(start_paused = true)]
async fn a_binary_frame_closes_with_1007() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.raw(Message::Binary);
    assert_eq!(phone.hangup().await, Hangup::Code(1007));
    phone.raw(Message::Close(Some(1007)));
    assert_eq!(phone.outcome().await.reason, EndReason::BinaryFrame);
}

#[tokio::test(start_paused = true)]
async fn an_oversized_message_closes_with_1009() {
    for too_large in [
        Ok(Message::text(" ".repeat(1001))),
        Err(TransportError::Refused(Violation::TooLarge)),
    ] {
        let mut phone = Phone::begun(Puppet::default(), Options::new().max_message_bytes(1000)).await;
        phone.raw(Message::text(" ".repeat(1000)));
        match too_large {
            Ok(message) => phone.raw(message),
            Err(error) => phone.fail(error),
        }
        assert_eq!(phone.hangup().await, Hangup::Code(1009));
        // A peer that never answers the close frame does not hold the call open.
        let outcome = phone.outcome().await;
        assert_eq!((outcome.reason, outcome.bad_frames), (EndReason::Oversize, 1));
    }
}
