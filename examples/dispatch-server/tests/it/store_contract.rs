//! What every store must do; a new one is one more test at the end.

use std::collections::BTreeMap;

use dispatch_server::agents::AgentSettings;
use dispatch_server::calls::{CallReport, CallStatus, CallType, Facts, TurnKind, TurnRow, Utterance};
use dispatch_server::store::sqlite::SqliteStore;
use dispatch_server::store::{
    Filter, InboxCounts, KeyState, NewAgent, NewCall, NewDelivery, Store, StoreError,
};
use jiff::{SignedDuration, Timestamp};
use retell_client::models::{Call, CallStatus as ProviderStatus, CallType as ProviderCallType};
use retell_webhook::{CallLifecycle, Stage};

mod inbox;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).expect("valid")
}

fn settings(name: &str) -> AgentSettings {
    AgentSettings {
        provider_agent_id: None,
        name: name.to_owned(),
        company_name: "Prairie".to_owned(),
        timezone: "America/Chicago".to_owned(),
        transfer_number: None,
        reminder_trigger_ms: 10_000,
        reminder_max_count: 3,
    }
}

fn agent(provider: &str, is_default: bool) -> NewAgent {
    NewAgent {
        provider_agent_id: Some(provider.to_owned()),
        settings: settings(provider),
        is_default,
    }
}

fn new_call(id: &str, agent_id: &str) -> NewCall {
    NewCall {
        id: id.to_owned(),
        agent_id: agent_id.to_owned(),
        driver_name: "Mike".to_owned(),
        driver_phone: None,
        load_number: "7891-B".to_owned(),
        call_type: CallType::Web,
        variables: BTreeMap::from([("a".to_owned(), "b".to_owned())]),
        simulated: false,
        created_at: at(0),
    }
}

fn report(provider: &str, own: Option<&str>, status: CallStatus) -> CallReport {
    CallReport {
        provider_call_id: provider.to_owned(),
        own_id: own.map(str::to_owned),
        provider_agent_id: Some("agent_1".to_owned()),
        call_type: CallType::Phone,
        simulated: false,
        record: None,
        facts: Facts {
            status: Some(status),
            started_at: Some(at(1)),
            ..Facts::default()
        },
    }
}

async fn agents_have_one_default(store: &dyn Store) {
    let first = store
        .ensure_agent(&agent("agent_1", true), at(0))
        .await
        .expect("made");
    assert_eq!(
        store
            .ensure_agent(&agent("agent_1", true), at(1))
            .await
            .expect("known"),
        first
    );
    let second = store
        .ensure_agent(&agent("agent_2", false), at(1))
        .await
        .expect("made");
    assert!(first.is_default && !second.is_default);
    let unnamed = NewAgent {
        provider_agent_id: None,
        ..agent("x", false)
    };
    assert_eq!(
        store.ensure_agent(&unnamed, at(1)).await.expect("the default").id,
        first.id
    );
    let taken = AgentSettings {
        provider_agent_id: Some("agent_2".to_owned()),
        ..settings("Night")
    };
    let refused = store.update_agent(&first.id, &taken, at(2)).await;
    assert!(matches!(refused, Err(StoreError::Taken("agent"))), "{refused:?}");
    let changed = store
        .update_agent(&first.id, &settings("Night"), at(2))
        .await
        .expect("changed")
        .expect("known");
    assert_eq!(
        (changed.name.as_str(), changed.provider_agent_id.as_deref()),
        ("Night", Some("agent_1"))
    );
    assert!(
        store
            .update_agent("nobody", &settings("x"), at(2))
            .await
            .expect("asked")
            .is_none()
    );
    // A new agent id in the settings moves the default to it, or takes it over.
    store
        .ensure_agent(&agent("agent_2", true), at(3))
        .await
        .expect("moved");
    let all = store.agents().await.expect("listed");
    assert_eq!(all.iter().filter(|a| a.is_default).count(), 1);
    assert_eq!(all[0].provider_agent_id.as_deref(), Some("agent_2"));
    store
        .ensure_agent(&agent("agent_1", true), at(3))
        .await
        .expect("moved back");
}

async fn calls_move_forward(store: &dyn Store) {
    let agent = store.agents().await.expect("listed").remove(0);
    let row = store
        .insert_call(&new_call("c1", &agent.id))
        .await
        .expect("written");
    assert_eq!(
        (row.status, row.live, row.provider_call_id),
        (CallStatus::Initiated, false, None)
    );
    let twice = store.insert_call(&new_call("c1", &agent.id)).await;
    assert!(matches!(twice, Err(StoreError::Taken("call"))), "{twice:?}");
    assert_eq!(
        store
            .accept_call("c1", "p1")
            .await
            .expect("accepted")
            .provider_call_id
            .as_deref(),
        Some("p1")
    );
    assert!(matches!(
        store.accept_call("none", "p9").await,
        Err(StoreError::Missing("call"))
    ));
    assert!(store.connect_call("c1", at(5)).await.expect("connected").live);
    let greeted = [("c1".to_owned(), at(6))];
    store.keep_spoken(&greeted, &[]).await.expect("greeted");
    let known = store.known_call("p1").await.expect("asked").expect("known");
    assert!(known.greeted && known.id == "c1" && known.variables["a"] == "b");
    assert_eq!(store.unfinished_calls().await.expect("asked").len(), 1);

    let turn = TurnRow {
        response_id: 1,
        kind: TurnKind::Response,
        at: at(7),
        first_chunk_ms: Some(1.5),
        completed_ms: None,
        chunks: 2,
        superseded: true,
        fallback: false,
        asked: vec!["eta".to_owned()],
    };
    let other = TurnRow {
        chunks: 9,
        ..turn.clone()
    };
    store
        .keep_spoken(&[], &[("c1".to_owned(), turn.clone()), ("c1".to_owned(), other)])
        .await
        .expect("kept");

    let mut ended = report("p1", None, CallStatus::Ended);
    let line = Utterance {
        role: "user".into(),
        content: "near joliet".into(),
        start: None,
        end: None,
    };
    ended.facts.transcript = Some(vec![line]);
    assert!(!store.apply(&ended, None, at(9)).await.expect("applied").live);
    assert_eq!(
        store.connect_call("c1", at(10)).await.expect("asked").status,
        CallStatus::Ended,
        "over is over"
    );
    assert_eq!(
        store
            .fail_call("c1", "late", Some(at(10)))
            .await
            .expect("asked")
            .status,
        CallStatus::Ended
    );
    let call = store.call("c1").await.expect("asked").expect("known");
    assert_eq!(
        (call.turns, call.failure, call.transcript.len()),
        (vec![turn], None, 1)
    );
    assert_eq!(call.row.started_at, Some(at(1)), "Retell knows better");
    assert!(store.unfinished_calls().await.expect("asked").is_empty());
}

async fn records_do_not_lose_each_other(store: &dyn Store) {
    let mut call = Call::new(
        "p5",
        "agent_1",
        ProviderCallType::PhoneCall,
        ProviderStatus::Ongoing,
    );
    let started = CallLifecycle::of_call(&call, Stage::Started, Some(1));
    call.duration_ms = Some(9000);
    let ended = CallLifecycle::of_call(&call, Stage::Ended, Some(2));
    let with = |record: &CallLifecycle| CallReport {
        record: Some(record.clone()),
        ..report("p5", None, CallStatus::Updated)
    };
    assert_eq!(store.call_record("p5").await.expect("asked"), None);
    store.apply(&with(&ended), None, at(5)).await.expect("applied");
    assert!(
        matches!(
            store.apply(&with(&started), None, at(6)).await,
            Err(StoreError::Overtaken)
        ),
        "the row knows how it ended and the report does not"
    );
    let mut both = started;
    assert!(both.merge(ended.clone()));
    store.apply(&with(&both), None, at(7)).await.expect("applied");
    assert_eq!(store.call_record("p5").await.expect("asked"), Some(both));
    let plain = report("p5", None, CallStatus::Ended);
    store.apply(&plain, None, at(8)).await.expect("applied");
    assert!(store.call_record("p5").await.expect("asked").is_some());
}

async fn reports_find_their_call(store: &dyn Store) {
    let agent = store.agents().await.expect("listed").remove(0);
    store
        .insert_call(&new_call("c2", &agent.id))
        .await
        .expect("written");
    let early = store
        .apply(&report("p2", Some("c2"), CallStatus::Updated), None, at(2))
        .await
        .expect("applied");
    assert_eq!((early.id.as_str(), early.live), ("c2", true));
    store
        .accept_call("c2", "p2")
        .await
        .expect("the same id once more");
    // Metadata can be made up: it never takes a row over that has an id of Retell's.
    let foreign = store
        .apply(&report("p3", Some("c2"), CallStatus::Ended), None, at(3))
        .await
        .expect("applied");
    assert_ne!(foreign.id, "c2");
    assert_eq!(foreign.call_type, CallType::Phone);
    let failed = store
        .insert_call(&new_call("c4", &agent.id))
        .await
        .expect("written");
    store
        .fail_call(&failed.id, "unknown whether placed", None)
        .await
        .expect("noted");
    let found = store
        .apply(&report("p4", Some("c4"), CallStatus::Updated), None, at(4))
        .await
        .expect("applied");
    assert_eq!(found.id, "c4");
    assert_eq!(
        store.call("c4").await.expect("asked").expect("known").failure,
        None,
        "it was placed"
    );
}

async fn keys_belong_to_the_first(store: &dyn Store) {
    assert_eq!(
        store.take_key("k", b"hash", "c1", at(0)).await.expect("taken"),
        KeyState::Taken
    );
    let known = |answer| KeyState::Known {
        body_hash: b"hash".to_vec(),
        call_id: "c1".to_owned(),
        answer,
    };
    assert_eq!(
        store.take_key("k", b"other", "c2", at(1)).await.expect("asked"),
        known(None)
    );
    store.answer_key("k", 201, "{}").await.expect("answered");
    let answered = store.take_key("k", b"other", "c2", at(1)).await.expect("asked");
    assert_eq!(answered, known(Some((201, "{}".to_owned()))));
    assert_eq!(
        store.take_key("l", b"x", "c3", at(0)).await.expect("taken"),
        KeyState::Taken
    );
    store.release_key("l").await.expect("released");
    assert_eq!(
        store.take_key("l", b"y", "c4", at(5)).await.expect("taken again"),
        KeyState::Taken
    );
    assert_eq!(store.forget_keys(at(3)).await.expect("forgotten"), 1);
}

async fn contract(store: &dyn Store) {
    store.ping().await.expect("it answers");
    assert_eq!(store.note("n").await.expect("asked"), None);
    store.set_note("n", "1").await.expect("noted");
    store.set_note("n", "2").await.expect("noted");
    assert_eq!(store.note("n").await.expect("asked").as_deref(), Some("2"));
    agents_have_one_default(store).await;
    calls_move_forward(store).await;
    reports_find_their_call(store).await;
    records_do_not_lose_each_other(store).await;
    inbox::keeps_and_hands_out(store).await;
    inbox::takes_a_crowd(store).await;
    keys_belong_to_the_first(store).await;
    let q = Filter {
        q: Some("joliet".to_owned()),
        ..Filter::default()
    };
    let (rows, total) = store.page(&q, 0, 10).await.expect("searched");
    assert_eq!((rows.len(), total, rows[0].id.as_str()), (1, 1, "c1"));
}

#[tokio::test]
async fn sqlite_keeps_the_contract_and_its_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deep/er/test.db");
    let store = SqliteStore::open(&path).await.expect("opened");
    contract(&store).await;
    store.close().await;
    let again: Box<dyn Store> = Box::new(SqliteStore::open(&path).await.expect("opened again"));
    assert!(again.call("c1").await.expect("asked").is_some());
}
