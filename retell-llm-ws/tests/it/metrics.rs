//! What the ready-made observer counts, and what it leaves out.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use metrics_util::debugging::{DebugValue, DebuggingRecorder};
use retell_llm_ws::{Message, MetricsObserver, Observer, Options};

use crate::support::{Phone, Puppet};

/// A whole call with every kind of end a turn can have; what was counted, as `name{labels}`.
async fn counted(listeners: impl FnOnce(MetricsObserver) -> Arc<dyn Observer>) -> BTreeMap<String, Vec<f64>> {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    let recording = metrics::set_default_local_recorder(&recorder);
    let options = Options::new().observer(listeners(MetricsObserver::new()));
    let mut phone = Phone::begun(Puppet::default(), options).await;
    phone.ask(1, "slow");
    phone.answer().await;
    phone.ask(2, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.remind(3);
    phone.answer().await;
    phone.ask(4, "fail");
    phone.answer().await;
    phone.raw(Message::text("nonsense"));
    phone.ask(5, "hang");
    phone.quiet(Duration::from_secs(1)).await;
    phone.end().await;
    drop(recording);

    let value = |value| match value {
        DebugValue::Counter(count) => vec![count as f64],
        DebugValue::Gauge(level) => vec![level.into_inner()],
        DebugValue::Histogram(samples) => samples.into_iter().map(|sample| sample.into_inner()).collect(),
    };
    snapshotter
        .snapshot()
        .into_vec()
        .into_iter()
        .map(|(key, _, description, counted)| {
            let key = key.key();
            assert!(description.is_some(), "{} is described", key.name());
            let labels: Vec<_> = key
                .labels()
                .map(|label| format!("{}={}", label.key(), label.value()))
                .collect();
            (format!("{}{{{}}}", key.name(), labels.join(",")), value(counted))
        })
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_call_is_counted_by_kind_and_end() {
    let counted = counted(|metrics| Arc::new(metrics)).await;
    let expected = [
        ("calls_total{resumed=false}", vec![1.0]),
        ("calls_ended_total{reason=closed}", vec![1.0]),
        ("call_seconds{}", vec![6.0]),
        ("rejected_frames_total{}", vec![1.0]),
        ("turns_total{kind=begin,end=completed}", vec![1.0]),
        ("turns_total{kind=response,end=completed}", vec![1.0]),
        ("turns_total{kind=response,end=superseded}", vec![1.0]),
        ("turns_total{kind=response,end=fallback}", vec![1.0]),
        ("turns_total{kind=response,end=abandoned}", vec![1.0]),
        ("turns_total{kind=reminder,end=completed}", vec![1.0]),
        ("turn_first_words_seconds{kind=begin}", vec![0.0]),
        ("turn_first_words_seconds{kind=response}", vec![2.5, 0.0]),
        ("turn_first_words_seconds{kind=reminder}", vec![0.0]),
        ("turn_completed_seconds{kind=begin}", vec![0.0]),
        ("turn_completed_seconds{kind=response}", vec![4.0, 0.0]),
        ("turn_completed_seconds{kind=reminder}", vec![0.0]),
        ("turn_chunks{kind=begin}", vec![1.0]),
        ("turn_chunks{kind=response}", vec![2.0, 0.0, 1.0, 0.0]),
        ("turn_chunks{kind=reminder}", vec![1.0]),
    ]
    .map(|(name, values)| (format!("retell_llm_{name}"), values));
    assert_eq!(counted, BTreeMap::from(expected));
}

#[tokio::test(start_paused = true)]
async fn a_pair_of_observers_counts_twice() {
    let counted = counted(|metrics| Arc::new((metrics, metrics))).await;
    assert_eq!(counted["retell_llm_rejected_frames_total{}"], [2.0]);
    assert_eq!(counted["retell_llm_calls_ended_total{reason=closed}"], [2.0]);
}
