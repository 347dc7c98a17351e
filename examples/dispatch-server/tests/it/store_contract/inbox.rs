//! The inbox keeps, hands out, and forgets.

use super::*;

pub(super) async fn keeps_and_hands_out(store: &dyn Store) {
    let delivery = |key: &str| NewDelivery {
        dedup_key: key.to_owned(),
        event: "call_ended".to_owned(),
        provider_call_id: Some("p1".to_owned()),
        body: vec![1, 2, 3],
        dead: None,
    };
    assert!(store.keep_delivery(&delivery("a"), at(0)).await.expect("kept"));
    assert!(!store.keep_delivery(&delivery("a"), at(0)).await.expect("known"));
    assert!(store.keep_delivery(&delivery("b"), at(0)).await.expect("kept"));
    let dead = NewDelivery {
        dead: Some("why".to_owned()),
        ..delivery("c")
    };
    assert!(store.keep_delivery(&dead, at(0)).await.expect("kept"));
    assert_eq!(
        store.inbox_counts().await.expect("counted"),
        InboxCounts { waiting: 2, dead: 1 }
    );

    let lease = SignedDuration::from_secs(60);
    let first = store
        .claim_deliveries(at(1), at(1) + lease, 1)
        .await
        .expect("claimed");
    assert_eq!(
        (first.len(), first[0].attempts, first[0].body.as_slice()),
        (1, 1, &[1, 2, 3][..])
    );
    let second = store
        .claim_deliveries(at(1), at(1) + lease, 9)
        .await
        .expect("claimed");
    assert_eq!(second.len(), 1, "a claimed one is not handed out twice");
    assert!(
        store
            .claim_deliveries(at(2), at(2) + lease, 9)
            .await
            .expect("claimed")
            .is_empty()
    );
    let again = store
        .claim_deliveries(at(62), at(62) + lease, 9)
        .await
        .expect("claimed");
    assert_eq!(
        again.iter().map(|d| d.attempts).collect::<Vec<_>>(),
        [2, 2],
        "until its worker is taken for dead"
    );

    store
        .postpone_delivery(first[0].id, "later", Some(at(500)))
        .await
        .expect("postponed");
    store
        .settle_delivery(second[0].id, at(63))
        .await
        .expect("settled");
    // A worker that was taken for dead comes back and failed: another has applied it meanwhile.
    store
        .postpone_delivery(second[0].id, "too late", Some(at(64)))
        .await
        .expect("passed over");
    assert_eq!(store.next_due().await.expect("asked"), Some(at(500)));
    store
        .postpone_delivery(first[0].id, "never", None)
        .await
        .expect("buried");
    assert_eq!(
        store.inbox_counts().await.expect("counted"),
        InboxCounts { waiting: 0, dead: 2 }
    );
    assert_eq!(store.next_due().await.expect("asked"), None);

    assert!(store.keep_delivery(&delivery("d"), at(600)).await.expect("kept"));
    let last = store
        .claim_deliveries(at(600), at(700), 9)
        .await
        .expect("claimed");
    store
        .apply(&report("p1", None, CallStatus::Ended), Some(last[0].id), at(601))
        .await
        .expect("applied");
    assert_eq!(
        store.inbox_counts().await.expect("counted").waiting,
        0,
        "applied and settled in one"
    );

    let old = at(1000);
    assert_eq!(
        store.forget_applied(at(63), 9).await.expect("forgotten"),
        0,
        "not before"
    );
    assert_eq!(
        store.forget_applied(old, 1).await.expect("forgotten"),
        1,
        "no more than asked"
    );
    assert_eq!(store.forget_applied(old, 9).await.expect("forgotten"), 1);
    assert_eq!(
        store.inbox_counts().await.expect("counted"),
        InboxCounts { waiting: 0, dead: 2 },
        "the dead stay"
    );
}

/// Each of many at once gets its own answer, and one who hangs up takes nobody's with him.
pub(super) async fn takes_a_crowd(store: &dyn Store) {
    let before = store.inbox_counts().await.expect("counted").waiting;
    let crowd = (0..200).map(|number| async move {
        let delivery = NewDelivery {
            dedup_key: format!("crowd {}", number % 100),
            event: "call_started".to_owned(),
            provider_call_id: None,
            body: vec![0; 4096],
            dead: None,
        };
        let keeping = store.keep_delivery(&delivery, at(900));
        if number >= 190 {
            // Polled once, then gone; its repetition is number 90 and up.
            futures_util::pin_mut!(keeping);
            let _ = futures_util::poll!(keeping);
            return None;
        }
        Some(keeping.await.expect("kept"))
    });
    let answers = futures_util::future::join_all(crowd).await;
    let new = answers.iter().filter(|answer| **answer == Some(true)).count();
    let again = answers.iter().filter(|answer| **answer == Some(false)).count();
    assert_eq!(new + again, 190);
    assert!((90..=100).contains(&new), "{new} were new");
    let after = store.inbox_counts().await.expect("counted").waiting;
    assert_eq!(after - before, 100, "each once");
    let claimed = store
        .claim_deliveries(at(901), at(902), 1000)
        .await
        .expect("claimed");
    for delivery in claimed {
        store
            .settle_delivery(delivery.id, at(903))
            .await
            .expect("settled");
    }
}
