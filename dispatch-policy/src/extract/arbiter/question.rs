//! The questions the arbiter answers, and where their answers stand in its table.

use std::ops::Range;

use crate::facts::{DelayReason, DriverStatus, Lumper, UnloadingStatus};

/// Something that has one of a few answers.
pub(super) struct Question<T: 'static> {
    /// As the training sentences name it.
    pub(super) key: &'static str,
    /// The column of its first answer.
    pub(super) first: usize,
    /// How much more another answer must weigh than that of the rules, in thousandths of the distance that the training
    /// keeps between right and wrong. Chosen on sentences of people who wrote none of the training's.
    pub(super) margin: f32,
    /// What each column stands for; the first one for nothing.
    pub(super) answers: &'static [(&'static str, Option<T>)],
}

/// How the trip goes.
pub(super) const STATUS: Question<DriverStatus> = Question {
    key: "driver_status",
    first: 0,
    margin: 600.0,
    answers: &[
        ("", None),
        ("Driving", Some(DriverStatus::Driving)),
        ("Delayed", Some(DriverStatus::Delayed)),
        ("Arrived", Some(DriverStatus::Arrived)),
        ("Unloading", Some(DriverStatus::Unloading)),
    ],
};

/// How the unloading stands.
pub(super) const DOCK: Question<UnloadingStatus> = Question {
    key: "unloading_status",
    first: STATUS.end(),
    margin: 500.0,
    answers: &[
        ("", None),
        ("Waiting for Door", Some(UnloadingStatus::WaitingForDoor)),
        ("In Door", Some(UnloadingStatus::InDoor)),
        ("Waiting for Lumper", Some(UnloadingStatus::WaitingForLumper)),
        ("Unloading", Some(UnloadingStatus::Unloading)),
        ("Complete", Some(UnloadingStatus::Complete)),
        ("Detention", Some(UnloadingStatus::Detention)),
        ("Drop", Some(UnloadingStatus::Drop)),
    ],
};

/// What a lumper does.
pub(super) const LUMPER: Question<Lumper> = Question {
    key: "lumper",
    first: DOCK.end(),
    margin: 1000.0,
    answers: &[
        ("", None),
        ("waiting", Some(Lumper::Waiting)),
        ("working", Some(Lumper::Working)),
        ("not_needed", Some(Lumper::NotNeeded)),
    ],
};

/// Why he is late. That he is not counts as nothing.
pub(super) const DELAY: Question<DelayReason> = Question {
    key: "delay_reason",
    first: LUMPER.end(),
    margin: 800.0,
    answers: &[
        ("", None),
        ("Traffic", Some(DelayReason::Traffic)),
        ("Weather", Some(DelayReason::Weather)),
        ("Mechanical", Some(DelayReason::Mechanical)),
        ("Construction", Some(DelayReason::Construction)),
        ("Road Closure", Some(DelayReason::RoadClosure)),
        ("Shipper Delay", Some(DelayReason::ShipperDelay)),
        ("Receiver Delay", Some(DelayReason::ReceiverDelay)),
        ("Hours of Service", Some(DelayReason::HoursOfService)),
        ("Inspection", Some(DelayReason::Inspection)),
        ("Other", Some(DelayReason::Other)),
    ],
};

pub(super) const OUTPUTS: usize = DELAY.end();

impl<T: Copy + PartialEq> Question<T> {
    pub(super) fn columns(&self) -> Range<usize> {
        self.first..self.first + self.answers.len()
    }

    /// Which of its columns an answer has; one it does not know counts as nothing.
    pub(super) fn column(&self, answer: Option<T>) -> usize {
        self.answers
            .iter()
            .position(|(_, known)| *known == answer)
            .unwrap_or_default()
    }

    /// The name of an answer.
    pub(super) fn name(&self, answer: Option<T>) -> &'static str {
        self.answers[self.column(answer)].0
    }
}

impl<T> Question<T> {
    const fn end(&self) -> usize {
        self.first + self.answers.len()
    }

    #[cfg(feature = "training")]
    fn named(&self) -> NamedQuestion {
        NamedQuestion {
            key: self.key,
            margin: self.margin,
            answers: self.answers.iter().map(|(name, _)| *name).collect(),
        }
    }
}

/// A question of the arbiter, for its trainer.
#[cfg(feature = "training")]
#[derive(Debug)]
pub struct NamedQuestion {
    /// As the training sentences name it.
    pub key: &'static str,
    /// How much more another answer must weigh than that of the rules, in thousandths.
    pub margin: f32,
    /// The names of its answers, in the order of its columns; the first one, for nothing, is empty.
    pub answers: Vec<&'static str>,
}

/// Every question in the order of the table's columns.
#[cfg(feature = "training")]
pub(in crate::extract) fn questions() -> Vec<NamedQuestion> {
    vec![STATUS.named(), DOCK.named(), LUMPER.named(), DELAY.named()]
}
