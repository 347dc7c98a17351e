//! What should not come: skipped where the protocol allows, refused where it must be.

use std::time::Duration;

use retell_llm_ws::{EndReason, Message, Options, TransportError};

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
async fn a_binary_frame_closes_with_1007() {
    let mut phone = Phone::begun(Puppet::default(), Options::new()).await;
    phone.raw(Message::Binary);
    assert_eq!(phone.hangup().await, Hangup::Code(1007));
    phone.raw(Message::Close(Some(1007)));
    assert_eq!(phone.outcome().await.reason, EndReason::BinaryFrame);
}

#[tokio::test(start_paused = true)]
async fn an_oversized_message_closes_with_1009() {
    for too_large in [Ok(Message::text(" ".repeat(1001))), Err(TransportError::TooLarge)] {
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
