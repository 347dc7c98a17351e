//! Who is on the line.

use std::time::Duration;

use retell_client::models::{CallId, Role};
use retell_llm_ws::{
    Admission, EndReason, Options, Shutdown,
    registry::{Registry, Seat},
};
use tokio::time::Instant;

use crate::support::{Hangup, Phone, Puppet};

fn id(name: &str) -> CallId {
    CallId::from(name)
}

#[tokio::test(start_paused = true)]
async fn a_call_is_listed_from_its_first_word_to_its_last() {
    let registry = Registry::new(2);
    let (mut phone, handle) = Phone::seated(Puppet::default(), Options::new(), &registry).await;
    phone.ask(1, "slow");
    phone.answer().await;
    phone.update(Role::User, "thanks", None);
    phone.ping(1);
    phone.next().await;
    let [call] = &registry.calls()[..] else {
        panic!("one call")
    };
    assert_eq!(
        (call.call_id.as_str(), call.turns, call.reconnects),
        ("call_1", 1, 0)
    );
    assert!(call.since.is_some());
    assert_eq!(call.first_chunk, Some(Duration::from_millis(2500)));
    let last = call.last_said.as_ref().unwrap();
    assert_eq!((&last.role, last.text.as_str()), (&Role::User, "thanks"));
    assert!(!format!("{call:?} {registry:?} {handle:?}").contains("thanks"));
    assert!(registry.get(&id("call_1")).is_some() && registry.get(&id("call_2")).is_none());
    phone.end().await;
    assert!(registry.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_newer_socket_takes_over_from_one_that_is_dead() {
    let registry = Registry::new(1);
    let (mut first, old) = Phone::seated(Puppet::default(), Options::new(), &registry).await;
    first.ask(1, "hello");
    first.answer().await;
    assert!(registry.enter(&id("call_2")).is_none(), "all seats are taken");
    let seat = registry.enter(&id("call_1")).expect("the same call");
    assert_eq!(first.hangup().await, Hangup::Dropped);
    assert_eq!(first.outcome().await.reason, EndReason::Replaced);
    assert!(!old.is_live());
    let mut second = Phone::dial_as(
        Puppet::default(),
        Options::new(),
        Admission::resumed().seated(seat),
    );
    second.details(&[]);
    second.next().await;
    assert_eq!(second.answer().await, (0, String::new()));
    let handle = registry.get(&id("call_1")).expect("the newer one");
    assert_eq!(
        (handle.live().reconnects, handle.live().turns),
        (1, 1),
        "what is known goes on"
    );
    handle.interrupt("Here I am.").await.unwrap();
    assert_eq!(second.interrupt().await.content, "Here I am.");
    second.end().await;
    assert_eq!(registry.len(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_drained_process_has_nobody_on_the_line() {
    let (registry, shutdown) = (Registry::new(8), Shutdown::new());
    let options = Options::new().shutdown(shutdown.clone());
    let (mut phone, handle) = Phone::seated(Puppet::default(), options, &registry).await;
    shutdown.drain(Duration::from_secs(5));
    handle.interrupt("We go on.").await.unwrap();
    assert_eq!(phone.interrupt().await.content, "We go on.");
    assert_eq!(phone.hangup().await, Hangup::Dropped);
    assert_eq!(phone.outcome().await.reason, EndReason::Drained);
    shutdown.idle().await;
    assert!(registry.is_empty() && !handle.is_live());
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dialled_again_during_a_drain_ends_with_it() {
    let (registry, shutdown) = (Registry::new(1), Shutdown::new());
    let options = Options::new().shutdown(shutdown.clone());
    let (mut first, _) = Phone::seated(Puppet::default(), options.clone(), &registry).await;
    let drained = Instant::now();
    shutdown.drain(Duration::from_secs(5));
    first.quiet(Duration::from_secs(2)).await;
    let (mut second, handle) = Phone::seated(Puppet::default(), options, &registry).await;
    assert_eq!(first.hangup().await, Hangup::Dropped);
    assert_eq!(first.outcome().await.reason, EndReason::Replaced);
    assert_eq!(second.hangup().await, Hangup::Dropped);
    assert_eq!(second.outcome().await.reason, EndReason::Drained);
    assert_eq!(drained.elapsed(), Duration::from_secs(5));
    shutdown.idle().await;
    assert!(registry.is_empty() && !handle.is_live());
}

#[test]
fn a_switch_and_a_list_need_no_runtime() {
    let shutdown = Shutdown::new();
    shutdown.drain(Duration::MAX);
    assert!(shutdown.is_draining());
    let seat = Registry::new(1).enter(&id("call_1")).expect("room");
    assert!(seat.handle().is_live());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_call_dialled_from_many_tasks_is_on_the_line_once() {
    let registry = Registry::new(1);
    let mut phones = Vec::new();
    let dialled = (0..50).map(|_| {
        let registry = registry.clone();
        tokio::spawn(async move {
            let seat = registry.enter(&id("call_1")).expect("the same call");
            let handle = seat.handle();
            let mut phone =
                Phone::dial_as(Puppet::default(), Options::new(), Admission::fresh().seated(seat));
            phone.details(&[]);
            (phone, handle)
        })
    });
    for dialled in dialled.collect::<Vec<_>>() {
        phones.push(dialled.await.unwrap());
    }
    assert_eq!(registry.len(), 1);
    let newest = registry.get(&id("call_1")).expect("one of them");
    assert_eq!(newest.live().reconnects, 49);
    // From any task, whether the socket is still there or not; nobody waits for ever.
    let orders: Vec<_> = phones
        .iter()
        .flat_map(|(_, handle)| vec![handle.clone(); 100])
        .map(|handle| tokio::spawn(async move { handle.inject("note").await }))
        .collect();
    let mut taken = 0;
    for order in orders {
        taken += usize::from(order.await.unwrap().is_ok());
    }
    assert!(taken >= 100, "those of the newest at least: {taken}");
    newest.end("Goodbye.").await.unwrap();
    let mut replaced = 0;
    for (phone, handle) in phones {
        let reason = phone.end().await.reason;
        replaced += usize::from(reason == EndReason::Replaced);
        assert!(!handle.is_live() && handle.inject("too late").await.is_err());
    }
    assert_eq!((replaced, registry.len()), (49, 0));
}

/// A host may do these in any order, from any number of tasks; the registry's lock makes each a single step, so trying all
/// orders of steps is trying all that threads can do.
#[derive(Debug, Clone, Copy)]
enum Step {
    Enter(usize),
    /// Drops the oldest seat of this call, or the newest.
    Leave(usize, bool),
}

#[test]
fn in_every_order_of_arrivals_and_departures_the_newest_seat_is_the_one_found() {
    let steps = [
        Step::Enter(0),
        Step::Enter(1),
        Step::Leave(0, true),
        Step::Leave(0, false),
        Step::Leave(1, true),
        Step::Leave(1, false),
    ];
    let mut played = 0;
    for number in 0..6_usize.pow(6) {
        let registry = Registry::new(1);
        let names = [id("a"), id("b")];
        // The seats of each call, oldest first, and whether the newest of them is still held.
        let mut seats: [Vec<Seat>; 2] = [Vec::new(), Vec::new()];
        let mut listed = [false, false];
        let mut rest = number;
        for _ in 0..6 {
            match steps[rest % 6] {
                Step::Enter(call) => {
                    let seat = registry.enter(&names[call]);
                    let room = listed[call] || !listed[1 - call];
                    assert_eq!(seat.is_some(), room, "{number}");
                    listed[call] |= room;
                    seats[call].extend(seat);
                }
                Step::Leave(call, oldest) if !seats[call].is_empty() => {
                    let at = if oldest { 0 } else { seats[call].len() - 1 };
                    if at + 1 == seats[call].len() {
                        listed[call] = false;
                    }
                    let left = seats[call].remove(at);
                    let handle = left.handle();
                    drop(left);
                    assert!(!handle.is_live());
                }
                Step::Leave(..) => {}
            }
            rest /= 6;
            for call in 0..2 {
                let found = registry.get(&names[call]);
                assert_eq!(found.is_some(), listed[call], "{number}");
                assert!(found.is_none_or(|handle| handle.is_live()), "{number}");
            }
            assert_eq!(registry.len(), listed.iter().filter(|listed| **listed).count());
        }
        played += 1;
    }
    assert_eq!(played, 46_656);
}
