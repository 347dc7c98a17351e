//! What a host is told.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use jiff::Timestamp;
use retell_llm_ws::{
    CallContext, Clock, EndReason, Message, Observer, Options, Outcome, ReportKind, TurnKind, TurnReport,
    frame::TurnTaking,
};

use crate::support::{Phone, Puppet};

#[derive(Default)]
struct Ledger {
    reports: Mutex<Vec<TurnReport>>,
    events: Mutex<Vec<String>>,
}

impl Observer for Ledger {
    fn call_began(&self, call: &CallContext) {
        assert!(call.call.is_some(), "the call is known");
        self.events.lock().unwrap().push("began".to_owned());
    }

    fn greeted(&self, _: &CallContext) {
        self.events.lock().unwrap().push("greeted".to_owned());
    }

    fn turn_finished(&self, call: &CallContext, report: &TurnReport) {
        assert_eq!(call.call_id, "call_1");
        self.reports.lock().unwrap().push(report.clone());
    }

    fn turn_taken(&self, _: &CallContext, _: &TurnTaking) {
        self.events.lock().unwrap().push("turn taken".to_owned());
    }

    fn bad_frame(&self, _: &CallContext) {
        self.events.lock().unwrap().push("bad frame".to_owned());
    }

    fn turn_began(&self, _: &CallContext, id: u64, kind: TurnKind) {
        self.events.lock().unwrap().push(format!("{kind:?} {id}"));
    }

    fn first_words(&self, _: &CallContext, id: u64) {
        self.events.lock().unwrap().push(format!("words {id}"));
    }

    fn call_ended(&self, _: &CallContext, outcome: &Outcome) {
        assert_eq!(outcome.reason, EndReason::Closed { code: Some(1000) });
        self.events.lock().unwrap().push("ended".to_owned());
    }
}

#[tokio::test(start_paused = true)]
async fn every_turn_is_reported_with_its_times() {
    let ledger = Arc::new(Ledger::default());
    let noon = Timestamp::from_second(1_795_176_000).unwrap();
    let options = Options::new()
        .observer(ledger.clone())
        .clock(Clock::new(move || noon));
    let mut phone = Phone::begun(Puppet::default(), options).await;
    phone.quiet(Duration::from_secs(5)).await;
    phone.ask(1, "slow");
    phone.answer().await;
    phone.ask(2, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.remind(3);
    phone.answer().await;
    phone.ask(4, "fail");
    phone.answer().await;
    phone.ask(5, "mute");
    phone.answer().await;
    phone.ask(6, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.update(
        retell_client::models::Role::User,
        "x",
        Some(TurnTaking::AgentTurn),
    );
    phone.raw(Message::text("nonsense"));
    phone.end().await;

    let ms = |ms| Some(Duration::from_millis(ms));
    let reports = ledger.reports.lock().unwrap();
    let seen: Vec<_> = reports
        .iter()
        .map(|r| {
            (
                r.response_id,
                r.kind.as_str(),
                r.first_chunk,
                r.completed,
                r.chunks,
                r.superseded,
                r.fallback,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (0, "begin", ms(0), ms(0), 1, false, false),
            (1, "response", ms(2500), ms(4000), 2, false, false),
            (2, "response", None, None, 0, true, false),
            (3, "reminder", ms(0), ms(0), 1, false, false),
            (4, "response", ms(0), ms(0), 1, false, true),
            (5, "response", None, ms(0), 1, false, false),
            (6, "response", None, None, 0, false, false),
        ]
    );
    assert_eq!(
        reports[1].requested_at,
        noon.checked_add(Duration::from_secs(5)).unwrap()
    );
    assert_eq!(reports[3].kind, ReportKind::Reminder);
    assert_eq!(
        *ledger.events.lock().unwrap(),
        [
            "began",
            "words 0",
            "greeted",
            "Response 1",
            "words 1",
            "Response 2",
            "Reminder 3",
            "words 3",
            "Response 4",
            "words 4",
            "Response 5",
            "Response 6",
            "turn taken",
            "bad frame",
            "ended"
        ]
    );
}
